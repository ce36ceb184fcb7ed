"""Learns how likely a read chain is right: ``python -m training.sureness``.

From chains of fresh articles that were judged by eye (``benchmarks/judged/development.tsv``, those
that still read as they were judged) and from our own labelled passages (``training/own/labels.json``;
right is a chain without a voice that the labels lack). Each judged chain counts twice, one with a
wrong voice four times: nothing is worse for who relies on it. The weights of the signs
(``headwater.voices.sureness``) come by logistic regression with a ridge penalty. Prints them and, for
folds of the judged articles, how many chains a bound marks as unsure and how right those above and
below it are.

The reader model was trained on the passages, so it is surer and errs less there than elsewhere.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import repeat

from benchmarks.gold import document_of
from benchmarks.judged.verdicts import RIGHT, WRONG, Developed, digest, place, read_development
from benchmarks.measures import match
from benchmarks.own.articles import articles, rows_of
from benchmarks.own.marks import read
from benchmarks.own.score import found_in, strangers
from headwater.pipeline import read_document
from headwater.records import Document, Reading
from headwater.voices import station
from headwater.voices.build import Statement
from headwater.voices.credit import trust
from headwater.voices.sureness import signs_of
from training.credit import FOLDS, Example, learn
from training.reader.own import LABELS

JUDGED, PUT_INTO_A_MOUTH = 2, 4
"""How often a judged chain counts beside those of the passages, and one with a wrong voice."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A judged chain that still reads as it did."""

    example: Example
    verdict: str


@contextmanager
def listening() -> Iterator[list[list[dict[str, float]]]]:
    """The signs of all statements of each document that is read meanwhile."""
    heard: list[list[dict[str, float]]] = []
    kept = station.sureness

    def listen(text: str, told: Sequence[Statement], parent_of: Sequence[int | None]) -> list[float]:
        heard.append(signs_of(text, told, parent_of))
        return kept(text, told, parent_of)

    station.sureness = listen
    try:
        yield heard
    finally:
        station.sureness = kept


def read_with_signs(document: Document) -> tuple[Reading, dict[str, dict[str, float]]]:
    """A document's reading, and the signs of each attribution by its id."""
    with listening() as heard:
        reading = read_document(document)
    seen = heard[-1] if heard else []
    return reading, {a.id: s for a, s in zip(reading.attributions, seen, strict=True)}


def of_passages() -> Iterator[Example]:
    """The chains that are read in our own passages."""
    gold = read(LABELS)
    rows = articles(gold)
    by_article = {name: read_with_signs(document_of(row)) for name, row in rows.items()}
    for one in (g for g in gold if g.article in by_article):
        reading, signs = by_article[one.article]
        here = list(found_in(reading, one.span))
        pairs = match([f.triple for f in here], one.triples, with_source=False)
        partner = {mine: one.marks[theirs] for theirs, mine in pairs.items()}
        for index, found in enumerate(here):
            wrong = strangers(found, partner.get(index), one.marks, reading.document.text)
            yield Example(one.article, signs[found.record.id], not wrong, whole=False)


def of_judged() -> Iterator[Judged]:
    """The chains of the development set that read as they were judged; not those that a judge left open."""
    wanted: dict[str, list[Developed]] = {}
    for one in read_development():
        wanted.setdefault(one.article, []).append(one)
    for name, row in rows_of(wanted).items():
        reading, signs = read_with_signs(document_of(row))
        by_place = {place(a): a for a in reading.attributions}
        for one in wanted[name]:
            found = by_place.get((one.cue, one.content))
            if found is not None and digest(found) == one.chain and one.verdict != "UNSURE":
                example = Example(name, signs[found.id], one.verdict in RIGHT, whole=False)
                yield Judged(example, one.verdict)


def folds(passages: Sequence[Example], judged: Sequence[Judged]) -> list[float]:
    """How sure each judged chain is by weights that other articles gave."""
    names = sorted({j.example.article for j in judged})
    random.Random(1).shuffle(names)
    fold = {name: k % FOLDS for k, name in enumerate(names)}
    learned = [
        learn([*passages, *_weighed(j for j in judged if fold[j.example.article] != k)]) for k in range(FOLDS)
    ]
    return [trust(j.example.signs, learned[fold[j.example.article]]) for j in judged]


def _weighed(judged: Iterable[Judged]) -> Iterator[Example]:
    for one in judged:
        yield from repeat(one.example, PUT_INTO_A_MOUTH if one.verdict == WRONG else JUDGED)


def print_bounds(judged: Sequence[Judged], sure: Sequence[float]) -> None:
    """For some bounds the share below; of those above and below, how many are wrong in what way."""
    print("least   below | above: wrong voice, not right | below: wrong voice, not right")
    for least in (0.0, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85):
        above = [j.verdict for j, s in zip(judged, sure, strict=True) if s >= least]
        below = [j.verdict for j, s in zip(judged, sure, strict=True) if s < least]
        print(f"{least:5} {len(below) / len(judged):7.1%} | {_shares(above)} | {_shares(below)}")


def _shares(verdicts: Sequence[str]) -> str:
    count = max(1, len(verdicts))
    wrong = sum(v == WRONG for v in verdicts) / count
    bad = sum(v not in RIGHT for v in verdicts) / count
    return f"{wrong:9.1%} {bad:9.1%}"


def main() -> int:
    """Read, learn, print."""
    argparse.ArgumentParser(prog="python -m training.sureness", description=__doc__).parse_args()
    passages, judged = list(of_passages()), list(of_judged())
    print(f"{len(passages)} chains of passages, {len(judged)} judged")
    print_bounds(judged, folds(passages, judged))
    for name, weight in sorted(learn([*passages, *_weighed(judged)]).items()):
        print(f'    "{name}": {weight},')
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
