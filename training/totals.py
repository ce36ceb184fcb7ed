"""Learns which mentions of the killed and injured count into a report's total: ``python -m training.totals``.

Reads one half of the development reports of SATP (those whose text has an even hash; the other half
stays for judging) and learns the weights of ``benchmarks.mentions``. Of a report only
the total is known, not which mentions make it up, so that is summed over: each mention counts with the
probability of a logistic regression, and what is maximised is the likelihood of the totals, with some
share of wrong ones. Prints the weights, and how many totals of either half are right.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from benchmarks.figures import GOLD, Fate, reports, toll
from benchmarks.mentions import WEIGHTS, counts, features
from benchmarks.totals import mentions

STEPS, RATE, DECAY = 200, 0.1, 1.0
WRONG = 0.02
"""How likely a total of the gold has nothing to do with the text."""


@dataclass(frozen=True, slots=True)
class Example:
    """One report: its total, and of each mention how many it counts and what speaks for it."""

    total: int
    counts: tuple[int, ...]
    told: tuple[frozenset[str], ...]


def half(text: str) -> int:
    """The half of the reports to which one belongs."""
    return hashlib.sha256(text.encode()).digest()[0] & 1


def examples(part: int) -> Iterator[Example]:
    """The reports of one half that mention anybody, once for each fate."""
    for row in reports():
        text = row["text"]
        if half(text) != part:
            continue
        read = toll(text)
        for of in get_args(Fate):
            group, field = GOLD[of]
            found = mentions(read, text, of)
            told = tuple(features(text, read.sentences, found))
            if found:
                yield Example(row[group][field], tuple(m.count for m in found), told)


def learn(every: Sequence[Example]) -> dict[str, float]:
    """The weights, by Adam on the log likelihood of the totals."""
    names = sorted({n for e in every for told in e.told for n in told})
    rows = [np.array([[float(n in told) for n in names] for told in e.told]) for e in every]
    reachable = [(e, row) for e, row in zip(every, rows, strict=True) if e.total <= sum(e.counts)]
    weights, mean, square = np.zeros(len(names)), np.zeros(len(names)), np.zeros(len(names))
    for step in range(STEPS):
        gradient = DECAY * weights
        for example, row in reachable:
            gradient = gradient - row.T @ _pull(example, 1 / (1 + np.exp(-row @ weights)))
        mean, square = 0.9 * mean + 0.1 * gradient, 0.99 * square + 0.01 * gradient**2
        weights = weights - RATE * (1 - step / STEPS) * mean / (np.sqrt(square) + 1e-8)
    return dict(zip(names, (round(float(w), 2) for w in weights), strict=True))


def _pull(example: Example, shares: NDArray[np.float64]) -> NDArray[np.float64]:
    """How far each mention is from its share among the ways to make up the total."""
    likely = _sums(example.counts, shares, example.total)
    wanted = np.zeros(len(shares))
    for n, count in enumerate(example.counts):
        if count <= example.total and likely > 0:
            others = (*example.counts[:n], *example.counts[n + 1 :])
            rest = _sums(others, np.delete(shares, n), example.total - count)
            wanted[n] = shares[n] * rest / likely
    pull: NDArray[np.float64] = likely / (likely + WRONG) * (wanted - shares)
    return pull


def _sums(counts: Iterable[int], shares: NDArray[np.float64], total: int) -> float:
    """How likely the mentions that count sum up to ``total``."""
    ways = np.zeros(total + 1)
    ways[0] = 1
    for count, share in zip(counts, shares, strict=True):
        more = ways * (1 - share)
        if count <= total:
            more[count:] += ways[: total + 1 - count] * share
        ways = more
    return float(ways[total])


def right(every: Sequence[Example], weights: Mapping[str, float]) -> int:
    """How many totals are right."""
    return sum(
        e.total == sum(c for c, told in zip(e.counts, e.told, strict=True) if counts(told, weights))
        for e in every
    )


def main() -> int:
    """Read, learn, print."""
    argparse.ArgumentParser(prog="python -m training.totals", description=__doc__).parse_args()
    halves = [list(examples(part)) for part in (0, 1)]
    learned = learn(halves[0])
    for weights in (WEIGHTS, learned):
        print(", ".join(f"{right(every, weights)} of {len(every)} right" for every in halves))
    for name, weight in sorted(learned.items()):
        print(f'    "{name}": {weight},')
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
