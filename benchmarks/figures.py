"""How well the dead are counted, against the incident reports of SATP.

    HEADWATER_GOLD=../shared/data python benchmarks/figures.py

A report's total is the sum of its figures of those killed that are neither a
part nor a repetition of another, an open interval by its known end. Named
people without a number ("Kotta Rajam was killed") are no figures by the
contract, so a report of one named victim counts here as missed.
"""

from __future__ import annotations

import gzip
import json
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from headwater.reading.dates import find_times
from headwater.reading.figures import find_figures
from headwater.reading.sentences import paragraphs, sentences
from headwater.records import Figure

GOLD = Path(os.environ.get("HEADWATER_GOLD", "../shared/data"))


@dataclass(frozen=True)
class Score:
    """Reports and those with the right total: of all, where anyone was killed, where several were."""

    reports: int
    right: int
    deadly: int
    deadly_right: int
    several: int
    several_right: int


def score(pairs: Iterable[tuple[int, int]]) -> Score:
    """Counts over (gold total, our total) of each report."""
    rows = list(pairs)
    deadly = [(want, got) for want, got in rows if want > 0]
    several = [(want, got) for want, got in rows if want > 1]
    right = [sum(want == got for want, got in part) for part in (rows, deadly, several)]
    return Score(len(rows), right[0], len(deadly), right[1], len(several), right[2])


def total_killed(figures: Iterable[Figure]) -> int:
    """The sum of those killed, parts and repetitions left out."""
    return sum(
        int(f.low if f.low is not None else f.high or 0)
        for f in figures
        if f.of == "killed" and f.part_of is None and f.same_as is None
    )


def ours_of(text: str) -> int:
    """Our total for one report."""
    split = sentences(text, paragraphs(text))
    times, _ = find_times(text, split, published=None)
    return total_killed(find_figures(text, split, times))


def main() -> int:
    """Print the measures with their counts; with ``--errors``, the reports that differ."""
    path = GOLD / "events" / "satp-dev.jsonl.gz"
    if not path.exists():
        print(f"no gold at {path}: nothing measured")
        return 0
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    pairs = []
    for row in rows:
        want, got = row["dead"]["total_fatalities"], ours_of(row["text"])
        pairs.append((want, got))
        if "--errors" in sys.argv and want != got:
            print(want, got, row["text"][:400], "\n")
    total = score(pairs)
    for name, right, of in (
        ("total killed, all reports", total.right, total.reports),
        ("where anyone was killed", total.deadly_right, total.deadly),
        ("where more than one was", total.several_right, total.several),
    ):
        print(f"{name:28} {right:5} of {of:5}  {right / max(1, of):.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
