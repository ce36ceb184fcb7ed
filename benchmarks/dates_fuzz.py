"""Hostile lines of 100 kB through the date finder: each rule, the verbs, and the whole.

    python -m benchmarks.dates_fuzz

Each line is one short run of words, repeated. A rule is tried where the finder
tries it. A rule may take ``LIMIT`` for a line. So may the whole finder for a line
that no rule matches; a line of thousands of matches takes for each of them about
what one takes in an article, and its time is given for each.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable

from headwater.reading.dates import find_times
from headwater.reading.dates.grammar import RULES, Rule
from headwater.reading.dates.openers import openings
from headwater.reading.dates.tense import Verbs
from headwater.records import Span

SIZE = 100_000
LIMIT = 0.050
"""Seconds for a line."""
RUNS = (
    "may ", "1 ", "1", "12-", "12/", "9:", "1,", "2014 ", "1995-", "'9", "0", "on the ", "in the ", " ", ",",
    "\n", "\t", "\r\n", "a ", "a", "two ", "two and ", "twenty-", "hundred ", "half a ", "the last ",
    "early in the ", "nearly ", "the week of ", "may to may ", "two to ", "two to two ", "and a half ",
    "every other ", "Monday ", "Mondays ", "Sept. ", "May 1 and ", "January of ", "the day before ",
    "two days later ", "10 p.m. ", "2014-12-17T", "http://", "said ", "asked a ", "will be ", "would not ",
    "planned to ", "'ll ", "Monday;", "ed ", "to May ", "Fox News ", "é", "😀", "last ", "next ", "late ",
    "Easter ", "quarter ", "Q1 ", "day-", "\u00a0", "several ", "several days ", "the days ",
    "for days ", "daily ", "in the morning ", "at night ", "a few hours and ", "this weekend ",
    "last spring ", "the next morning ",
)  # fmt: skip


def line_of(run: str, size: int = SIZE) -> str:
    """``run``, repeated up to ``size`` code points."""
    return (run * (size // len(run) + 1))[:size]


def places(text: str) -> dict[str, list[int]]:
    """Where the finder tries each rule."""
    found: dict[str, list[int]] = {rule.name: [] for rule in RULES}
    for start, rules in openings(text, Span(0, len(text))):
        for rule in rules:
            found[rule.name].append(start)
    return found


def try_openings(text: str) -> int:
    """How many places there are where some rule is tried."""
    return sum(1 for _ in openings(text, Span(0, len(text))))


def try_verbs(text: str) -> int:
    """Find the verbs of a line, and the tense at its middle."""
    middle = len(text) // 2
    return len(Verbs(text, Span(0, len(text))).tense_at(Span(middle, middle + 1)))


def try_all(text: str) -> int:
    """How many times the whole finder reads in a line."""
    return len(find_times(text, [Span(0, len(text))], published="2024-12-18")[0])


def seconds(do: Callable[[str], int], text: str) -> tuple[float, int]:
    """The time that ``do`` takes, and what it gives; the best of three where it is not clearly little."""
    best, found = float("inf"), 0
    for _ in range(3):
        began = time.process_time()
        found = do(text)
        best = min(best, time.process_time() - began)
        if best < LIMIT / 2:
            break
    return best, found


def try_at(rule: Rule, starts: list[int]) -> Callable[[str], int]:
    """A function that counts a rule's matches at some places of a text."""
    match = rule.pattern.match
    return lambda text: sum(match(text, start) is not None for start in starts)


def main() -> int:
    """Print the slowest line of each; exit status 1 where one is over the limit that holds for it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=SIZE, help="code points of a line")
    lines = {run: line_of(run, parser.parse_args().size) for run in RUNS}
    tried = {run: places(text) for run, text in lines.items()}
    over, matches = 0, dict.fromkeys(RUNS, 0)
    for rule in RULES:
        took = {}
        for run, text in lines.items():
            took[run], found = seconds(try_at(rule, tried[run][rule.name]), text)
            matches[run] += found
        over += _report(rule.name, took)
    over += _report("openings", {run: seconds(try_openings, text)[0] for run, text in lines.items()})
    over += _report("verbs", {run: seconds(try_verbs, text)[0] for run, text in lines.items()})
    whole = {run: seconds(try_all, text) for run, text in lines.items()}
    empty = {run: took for run, (took, _) in whole.items() if not matches[run]}
    full = {run: took / matches[run] for run, (took, _) in whole.items() if matches[run] > 1000}
    over += _report("whole, no match", empty)
    run = max(full, key=lambda r: full[r])
    print(f"{'whole, a match':16} {1e6 * full[run]:6.1f} µs  {run!r}, {matches[run]:,} matches")
    run = max(whole, key=lambda r: whole[r][0])
    print(f"{'whole, slowest':16} {1000 * whole[run][0]:6.1f} ms  {run!r}, {whole[run][1]:,} times")
    print(f"{len(RULES)} rules and the verbs on {len(RUNS)} lines; {over} over {1000 * LIMIT:.0f} ms")
    return bool(over)


def _report(name: str, took: dict[str, float]) -> int:
    run = max(took, key=lambda r: took[r])
    print(f"{name:16} {1000 * took[run]:6.1f} ms  {run!r}")
    return sum(t > LIMIT for t in took.values())


if __name__ == "__main__":
    sys.exit(main())
