"""Learns which of those that fit a pronoun means: ``python -m training.pronouns``.

Reads the articles of our own labelled passages (``training/own/labels.json``), takes every
source that is a pronoun with the speakers that the labels give it, and learns the weights of
``headwater.voices.choice`` by softmax regression over the candidates (a log-linear ranker, as in
Denis and Baldridge, IJCAI 2007). Prints the weights and the share right in ten folds by article.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.gold import document_of
from benchmarks.own.articles import articles
from benchmarks.own.marks import Labelled, read
from benchmarks.own.voices import same_voice
from headwater import parts, reading, voices
from headwater.reading.station import Marked
from headwater.records import Document, Span
from headwater.voices import antecedents
from headwater.voices.choice import WEIGHTS, Candidate
from headwater.voices.cluster import Cluster
from training.reader.own import LABELS

STEPS, RATE, DECAY = 600, 0.3, 0.004
FOLDS = 10


@dataclass(frozen=True, slots=True)
class Example:
    """One pronoun: its article, the features of its candidates, and which of them are right."""

    article: str
    features: tuple[Mapping[str, float], ...]
    right: tuple[bool, ...]


@contextmanager
def listening() -> Iterator[list[tuple[Span, list[Candidate]]]]:
    """What each pronoun had to choose from, while documents are read."""
    heard: list[tuple[Span, list[Candidate]]] = []
    kept = antecedents.Antecedents.candidates

    def listen(
        self: antecedents.Antecedents, part: int, at: int, *rest: object, **more: object
    ) -> list[Candidate]:
        found = kept(self, part, at, *rest, **more)  # type: ignore[arg-type]
        heard.append((Span(at, at + 1), found))
        return found

    antecedents.Antecedents.candidates = listen  # type: ignore[method-assign]
    try:
        yield heard
    finally:
        antecedents.Antecedents.candidates = kept  # type: ignore[method-assign]


def examples(gold: Iterable[Labelled], read_of: Mapping[str, tuple[Document, Marked]]) -> Iterator[Example]:
    """Every pronoun of the labels of which a candidate is right."""
    for one in gold:
        document, marked = read_of[one.article]
        with listening() as heard:
            found = parts.find_parts(document, marked.marks)
            voices.find_voices(document, marked.marks, found, marked.said)
        for mark in one.marks:
            for place, every in heard:
                if len(mark.speakers) == 1 and any(s.overlaps(place) for s in mark.triple.source):
                    right = tuple(same_voice(_names_of(c, document.text), mark.speakers[0]) for c in every)
                    if any(right):
                        yield Example(one.article, tuple(c.features() for c in every), right)
                    break


def _names_of(candidate: Candidate, text: str) -> frozenset[str]:
    meant = candidate.meant
    return frozenset(meant.names if isinstance(meant, Cluster) else (meant.core.of(text),))


def learn(every: Sequence[Example]) -> dict[str, float]:
    """The weights, by gradient descent on the log likelihood of a right candidate."""
    names = sorted({n for e in every for f in e.features for n in f})
    rows = [_matrix(e, names) for e in every]
    weights = np.zeros(len(names))
    for step in range(STEPS):
        gradient = DECAY * weights
        for features, right in rows:
            shares = _shares(features @ weights)
            wanted = shares * right
            gradient -= features.T @ (wanted / wanted.sum() - shares) / len(rows)
        weights -= RATE * 4 * (1 - step / STEPS) * gradient
    return dict(zip(names, (round(float(w), 2) for w in weights), strict=True))


def _matrix(example: Example, names: Sequence[str]) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    return np.array([[f.get(n, 0.0) for n in names] for f in example.features]), np.array(example.right)


def _shares(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    up = np.exp(scores - scores.max())
    shares: NDArray[np.float64] = up / up.sum()
    return shares


def share_right(every: Sequence[Example], weights: Mapping[str, float]) -> float:
    """How many of 1 choose a right candidate."""
    right = 0
    for e in every:
        scores = [sum(weights.get(n, 0.0) * v for n, v in f.items()) for f in e.features]
        right += e.right[scores.index(max(scores))]
    return right / max(1, len(every))


def folds(every: Sequence[Example]) -> float:
    """The share right where each article is judged by weights that others gave."""
    names = sorted({e.article for e in every})
    random.Random(1).shuffle(names)
    right = 0.0
    for k in range(FOLDS):
        own = set(names[k::FOLDS])
        weights = learn([e for e in every if e.article not in own])
        held = [e for e in every if e.article in own]
        right += share_right(held, weights) * len(held)
    return right / len(every)


def main() -> int:
    """Read, learn, print."""
    argparse.ArgumentParser(prog="python -m training.pronouns", description=__doc__).parse_args()
    gold = read(LABELS)
    rows = articles(gold)
    documents = {name: document_of(row) for name, row in rows.items()}
    read_of = {name: (d, reading.read_marks(d)) for name, d in documents.items()}
    every = list(examples((g for g in gold if g.article in read_of), read_of))
    print(f"{len(every)} pronouns, {share_right(every, WEIGHTS):.1%} right now, in folds {folds(every):.1%}")
    for name, weight in sorted(learn(every).items()):
        print(f'    "{name}": {weight},')
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
