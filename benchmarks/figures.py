"""How well the killed and injured are counted, against the incident reports of SATP.

    HEADWATER_GOLD=../shared/data python -m benchmarks.figures

A report's total is :func:`benchmarks.totals.total`: the figures
that by learned weights count into it, an open interval by its known end, and
beside them people with a name. Those are no figures by the contract
("Kotta Rajam was killed"), but SATP counts them among the dead, so the total
reads them off their names and the same verbs; ``without names`` leaves them out.
The plain regex beside it knows numbers, "a" or "one" with a noun, and verbs.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from benchmarks.gold import gold_file, read_lines
from benchmarks.measures import Counts
from benchmarks.totals import total
from headwater.reading.dates import find_times
from headwater.reading.figures import Toll, find_toll
from headwater.reading.figures.cardinals import UNITS, number_value
from headwater.reading.sentences import paragraphs, sentences

Fate = Literal["killed", "injured"]
Reader = Callable[[str, Fate], int]
SATP = ("events", "satp-dev.jsonl.gz")
GOLD: dict[Fate, tuple[str, str]] = {
    "killed": ("dead", "total_fatalities"),
    "injured": ("injured", "total_injuries"),
}


@dataclass(frozen=True)
class Score:
    """Reports and those with the right total: of all, where anybody met with it, where several did."""

    reports: int
    right: int
    harmed: int
    harmed_right: int
    several: int
    several_right: int


def score(pairs: Iterable[tuple[int, int]]) -> Score:
    """Counts over (gold total, our total) of each report."""
    rows = list(pairs)
    harmed = [(want, got) for want, got in rows if want > 0]
    several = [(want, got) for want, got in rows if want > 1]
    right = [sum(want == got for want, got in part) for part in (rows, harmed, several)]
    return Score(len(rows), right[0], len(harmed), right[1], len(several), right[2])


@cache
def toll(text: str) -> Toll:
    """What Headwater reads in one report."""
    split = sentences(text, paragraphs(text))
    times, _ = find_times(text, split, published=None)
    return find_toll(text, split, times)


def ours(text: str, of: Fate) -> int:
    """Our total for one report."""
    return total(toll(text), text, of)


def ours_without_names(text: str, of: Fate) -> int:
    """Our total for one report by its figures alone."""
    return total(replace(toll(text), named=()), text, of)


_N = rf"(?P<n>\d{{1,3}}(?:,\d{{3}})*|{'|'.join(sorted(UNITS, key=len, reverse=True))}|an?)"
_NOUNS = r"(?:\s(?!was\b|were\b|and\b)[\w'’().,-]+){0,9}?"
_VERBS: dict[Fate, tuple[str, str]] = {
    "killed": (r"(?:killed|shot dead|murdered|died|dead|gunned down)", r"(?:killed|killing|shot dead|kill)"),
    "injured": (
        r"(?:injured|wounded|hurt|sustained (?:\w+ ){0,2}injur(?:y|ies))",
        r"(?:injured|injuring|wounded|wounding)",
    ),
}
PLAIN = {
    of: re.compile(
        rf"\b{_N}\b{_NOUNS}\s(?:(?:was|were|are|is)\s(?:\w+ly\s|also\s)?)?{behind}\b"
        rf"|\b{before}\s(?:at\sleast\s)?{_N.replace('<n>', '<m>')}\b",
        re.IGNORECASE,
    )
    for of, (behind, before) in _VERBS.items()
}


def plain(text: str, of: Fate) -> int:
    """The total of the plain regex: numbers and "a" beside verbs of harm, in the first sentence."""
    first = re.split(r"(?<=[a-z)]\.)\s+(?=[A-Z])", text, maxsplit=1)[0]
    numbers = [(m["n"] or m["m"]).lower() for m in PLAIN[of].finditer(first)]
    return sum(1 if n in ("a", "an") else int(number_value(n) or 0) for n in numbers)


READERS: dict[str, Reader] = {
    "Headwater": ours, "Headwater without names": ours_without_names, "plain regex": plain,
}  # fmt: skip


def measures() -> dict[str, list[Counts]]:
    """The reports with the right total, for the gate: of all, and where anybody met with the fate."""
    table: dict[str, list[Counts]] = {}
    for row in reports():
        for of, (group, field) in GOLD.items():
            want, got = row[group][field], ours(row["text"], of)
            one = Counts(int(want == got), 1, int(want == got), 1)
            table.setdefault(f"total {of}, all reports", []).append(one)
            if want:
                table.setdefault(f"total {of}, where any", []).append(one)
    return table


def reports() -> list[dict[str, Any]]:
    """The reports of the development part; none where it is not here."""
    path = gold_file(*SATP)
    return [] if path is None else list(read_lines(path))


def main(arguments: list[str] | None = None) -> int:
    """Print the measures with their counts; with ``--errors``, the reports that differ."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.figures", description=__doc__)
    parser.add_argument("--errors", choices=sorted(GOLD), help="print the reports whose total differs")
    options = parser.parse_args(arguments)
    rows = reports()
    for of, (group, field) in GOLD.items():
        for name, reader in READERS.items():
            pairs = [(row[group][field], reader(row["text"], of)) for row in rows]
            show(f"{of}, {name}", score(pairs))
            if options.errors == of and reader is ours:
                for row, (want, got) in zip(rows, pairs, strict=True):
                    print("" if want == got else f"{want} {got} {row['text'][:400]}\n")
    return 0


def show(name: str, one: Score) -> None:
    """Print one score."""
    for part, right, of in (
        ("all reports", one.right, one.reports),
        ("where anybody was", one.harmed_right, one.harmed),
        ("where more than one was", one.several_right, one.several),
    ):
        print(f"{name:34} {part:24} {right:5} of {of:5}  {right / max(1, of):.3f}")


if __name__ == "__main__":
    raise SystemExit(main())
