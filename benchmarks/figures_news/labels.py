"""Anchors annotators' figures: ``python -m benchmarks.figures_news.labels FILE ... [-o OUT]``.

A label file is JSON Lines, one passage a line, in the words of ``GUIDE.md``. Without
``-o`` the files are only checked. Every fault is told with its passage; a file with
faults is not written.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from benchmarks.figures_news.choose import PASSAGES, Passage, read_passages
from benchmarks.figures_news.marks import Labelled, Mark, written
from benchmarks.own.articles import texts_of
from benchmarks.own.labels import each_once, places_of, read_rows
from headwater.records.spans import Span
from headwater.records.vocabulary import FigureOf, Hedge, VictimStatus

_NUMBERED = re.compile(r"^(.*\S)#([1-9])$", re.DOTALL)
_ALLOWED: dict[str, tuple[object, ...]] = {
    "of": get_args(FigureOf),
    "hedge": get_args(Hedge),
    "status": (None, *get_args(VictimStatus)),
}
_KNOWN = frozenset("id quote of low high hedge side status window part_of same_as note".split())
_OPEN_ABOVE, _OPEN_BELOW = ("at_least", "more_than"), ("at_most", "less_than")


@dataclass(slots=True)
class Sheet:
    """A passage's text and what is wrong with its labels."""

    passage: Passage
    text: str
    faults: list[str] = field(default_factory=list)

    def anchor(self, quote: str) -> Span | None:
        """The place that a quote means, the first unless it says another; a fault where there is none."""
        words, number = quote.strip(), 1
        if told := _NUMBERED.match(words):
            words, number = told[1], int(told[2])
        places = places_of(words, self.text, self.passage.start, self.passage.end) if words else []
        if len(places) < number:
            self.faults.append(f"not in the passage as quoted: {quote!r}")
            return None
        return places[number - 1]


def labelled(sheet: Sheet, row: dict[str, Any]) -> Labelled:
    """The labels of one line, anchored and in order; what is wrong goes to the sheet."""
    rows = row.get("figures")
    if not isinstance(rows, list) or not all(isinstance(r, dict) for r in rows):
        sheet.faults.append("figures is no list of objects")
        rows = []
    marks = sorted((m for r in rows if (m := _mark(sheet, r)) is not None), key=lambda m: m.span)
    ids = [m.id for m in marks]
    for mark in marks:
        sheet.faults.extend(_lost_ties(mark, ids))
    sheet.faults.extend(f"two figures have the id {one}" for one in sorted(set(ids)) if ids.count(one) > 1)
    passage = sheet.passage
    return Labelled(
        passage.id, passage.article, passage.sha256, Span(passage.start, passage.end), tuple(marks)
    )


def _lost_ties(mark: Mark, ids: list[str]) -> Iterator[str]:
    for name in ("part_of", "same_as"):
        other = getattr(mark, name)
        if other is not None and (other == mark.id or other not in ids):
            yield f"figure {mark.id}: {name} names {other}, which is no other figure"


def _mark(sheet: Sheet, row: dict[str, Any]) -> Mark | None:
    """One figure; ``None`` where a field is no label or its words are not there."""
    told = f"figure {row.get('id')}: "
    wrong = [f"unknown field {name!r}" for name in sorted(set(row) - _KNOWN)]
    wrong += [f"{name} is {row.get(name)!r}" for name, may in _ALLOWED.items() if row.get(name) not in may]
    wrong += [] if wrong else _wrong_bounds(row)
    sheet.faults.extend(told + w for w in wrong)
    span = sheet.anchor(str(row.get("quote") or ""))
    side, window = (None if row.get(n) is None else sheet.anchor(str(row[n])) for n in ("side", "window"))
    if wrong or span is None:
        return None
    ties: dict[str, Any] = {n: None if row.get(n) is None else str(row[n]) for n in ("part_of", "same_as")}
    plain: dict[str, Any] = {n: row.get(n) for n in ("of", "low", "high", "hedge", "status")}
    return Mark(str(row["id"]), span, **plain, **ties, side=side, window=window)


def _wrong_bounds(row: dict[str, Any]) -> list[str]:
    """What the bounds are if they do not fit the hedge."""
    low, high, hedge = row.get("low"), row.get("high"), row["hedge"]
    if hedge in _OPEN_ABOVE:
        fits = low is not None and high is None
    elif hedge in _OPEN_BELOW:
        fits = high is not None and not low
    else:
        fits = low is not None and high is not None and (low < high if hedge == "range" else low == high)
    return [] if fits else [f"{hedge} does not go with {low} to {high}"]


def sheets(passages: Iterable[Passage]) -> dict[str, Sheet]:
    """The passages with their texts; empty where the stream is not here.

    Raises:
        ValueError: where the stream holds another text than the passages were chosen in.
    """
    wanted = {p.id: p for p in passages}
    return {name: Sheet(wanted[name], text) for name, text in texts_of(wanted.values()).items()}


def anchored(rows: Iterable[tuple[str, dict[str, Any]]], known: dict[str, Sheet]) -> list[Labelled]:
    """Every labelled passage, in the order of ids; faults go to the sheets.

    Raises:
        ValueError: where a line names a passage that is not there or was labelled before.
    """
    return [labelled(sheet, row) for sheet, row in each_once(rows, known)]


def main(arguments: list[str] | None = None) -> int:
    """Check label files and write what they say; exit status 1 where there are faults."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.figures_news.labels", description=__doc__)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("-o", type=Path, dest="out", help="write the anchored labels to this file")
    parser.add_argument("--passages", type=Path, default=PASSAGES, help="another choice of passages")
    options = parser.parse_args(arguments)
    known = sheets(read_passages(options.passages))
    if not known:
        return 0
    done = anchored(read_rows(options.files), known)
    for name, sheet in sorted(known.items()):
        for fault in sheet.faults:
            print(f"{name}: FAULT {fault}")
    faulty = sum(bool(sheet.faults) for sheet in known.values())
    print(f"{len(done)} passages, {sum(len(p.marks) for p in done)} figures, {faulty} with faults")
    if options.out and not faulty:
        options.out.write_text(written(done), encoding="utf-8")
    return 1 if faulty else 0


if __name__ == "__main__":
    raise SystemExit(main())
