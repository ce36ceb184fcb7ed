"""Learns how far read statements are to be trusted: ``python -m training.credit``.

Reads the articles of our own labelled passages (``training/own/labels.json``), takes every
statement that is read in a passage with its signs (``headwater.voices.credit``) and whether the
labels know each voice of its chain, and learns the weights of the signs by logistic regression
with a ridge penalty. Prints the weights and, for folds by article, what leaving out the least
trusted costs: how many of the right ones go, and how many of the wrong.

The reader model was trained on these passages, so it errs less on them than elsewhere; what
its errors look like is the same.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.gold import document_of
from benchmarks.measures import match
from benchmarks.own.agreement import equal, voices
from benchmarks.own.articles import articles
from benchmarks.own.marks import Labelled, read
from benchmarks.own.score import found_in, strangers
from headwater import parts, reading
from headwater.reading.station import Marked
from headwater.records import Document, Reading
from headwater.voices.chains import parents
from headwater.voices.credit import signs, trust
from headwater.voices.station import tell, voices_of
from training.reader.own import LABELS

RIDGE, STEPS = 3.0, 30
FOLDS = 10
RAREST = 8
"""Signs that fewer statements have get no weight."""


@dataclass(frozen=True, slots=True)
class Example:
    """One read statement.

    Attributes:
        sound: whether no voice of its chain is a party that did not say it.
        whole: whether it has a match whose chain is its own.
    """

    article: str
    signs: Mapping[str, float]
    sound: bool
    whole: bool


def examples(gold: Iterable[Labelled], read_of: Mapping[str, tuple[Document, Marked]]) -> Iterator[Example]:
    """Every statement that is read in the passages, before any is left out."""
    for one in gold:
        document, marked = read_of[one.article]
        found = parts.find_parts(document, marked.marks)
        told = tell(document, marked.marks, found, marked.said)
        seen = signs(document.text, told.statements, parents([s.draft for s in told.statements]))
        v = voices_of(document, marked.marks, found, told)
        by_id = {record.id: shown for record, shown in zip(v.attributions, seen, strict=True)}
        whole = Reading(document, v.parts, v.entities, v.mentions, attributions=v.attributions)
        yield from _of_passage(one, whole, by_id)


def _of_passage(gold: Labelled, read: Reading, signs_of: Mapping[str, dict[str, float]]) -> Iterator[Example]:
    text = read.document.text
    here = list(found_in(read, gold.span))
    pairs = match([f.triple for f in here], gold.triples, with_source=False)
    partner = {mine: gold.marks[theirs] for theirs, mine in pairs.items()}
    for index, one in enumerate(here):
        mark = partner.get(index)
        sound = not strangers(one, mark, gold.marks, text)
        whole = mark is not None and equal(one.line, voices(mark.chain))
        yield Example(gold.article, signs_of[one.record.id], sound, whole)


def learn(every: Sequence[Example]) -> dict[str, float]:
    """The weights, by Newton's method."""
    counts = Counter(name for e in every for name in e.signs)
    names = sorted(name for name, count in counts.items() if count >= RAREST)
    rows = np.array([[e.signs.get(n, 0.0) for n in names] for e in every])
    right = np.array([float(e.sound) for e in every])
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        shares = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - shares) - RIDGE * weights
        bend = (rows * (shares * (1 - shares))[:, None]).T @ rows + RIDGE * np.eye(len(names))
        weights += np.linalg.solve(bend, slope)
    return dict(zip(names, (round(float(w), 2) for w in weights), strict=True))


def folds(every: Sequence[Example]) -> list[float]:
    """How far each is trusted by weights that other articles gave."""
    names = sorted({e.article for e in every})
    random.Random(1).shuffle(names)
    fold = {name: k % FOLDS for k, name in enumerate(names)}
    learned = [learn([e for e in every if fold[e.article] != k]) for k in range(FOLDS)]
    return [trust(e.signs, learned[fold[e.article]]) for e in every]


def print_costs(every: Sequence[Example], trusts: Sequence[float]) -> None:
    """What is left out below some bounds: of all, of the whole and right, of those with a wrong voice."""
    print("least  left out  of the whole  of the wrong  wrong of 100 left")
    for least in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6):
        out = [e for e, t in zip(every, trusts, strict=True) if t < least]
        whole, wrong = sum(e.whole for e in every), sum(not e.sound for e in every)
        gone = sum(not e.sound for e in out)
        print(
            f"{least:5} {len(out) / len(every):9.1%} {sum(e.whole for e in out) / whole:13.1%}"
            f" {gone / wrong:13.1%} {100 * (wrong - gone) / (len(every) - len(out)):18.1f}"
        )


def main() -> int:
    """Read, learn, print."""
    argparse.ArgumentParser(prog="python -m training.credit", description=__doc__).parse_args()
    gold = read(LABELS)
    documents = {name: document_of(row) for name, row in articles(gold).items()}
    read_of = {name: (d, reading.read_marks(d)) for name, d in documents.items()}
    every = list(examples((g for g in gold if g.article in read_of), read_of))
    print(f"{len(every)} statements, {sum(e.sound for e in every) / len(every):.1%} without a wrong voice")
    print_costs(every, folds(every))
    for name, weight in sorted(learn(every).items()):
        print(f'    "{name}": {weight},')
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
