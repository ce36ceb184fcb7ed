"""Scores Headwater on its own gold: ``python -m benchmarks.own``."""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.measures import interval, total
from benchmarks.own.marks import GOLD, INVENTED
from benchmarks.own.score import scores, table

PER_HUNDRED = "chains without a wrong voice"


def main(arguments: list[str] | None = None) -> int:
    """Read the articles of the gold and print every measure."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.own", description=__doc__)
    parser.add_argument("--gold", type=Path, default=GOLD, help="what `benchmarks.own.labels -o` wrote")
    parser.add_argument("--misses", action="store_true", help="print every miss, with words of the articles")
    parser.add_argument(
        "--invented", action="store_true", help="score the invented passages of rare patterns"
    )
    options = parser.parse_args(arguments)
    every = scores(INVENTED if options.invented else options.gold)
    if not every:
        return 0
    print(f"Own gold: {len(every)} passages, {sum(len(gold.marks) for gold, _ in every)} attributions\n")
    print(f"{'':40} {'share or F1':>11}  95 % interval  {'read':>7} {'gold':>7}")
    for name, counts in table(every).items():
        pooled, (low, high) = total(counts), interval(counts)
        print(f"{name:40} {pooled.f1:11.1%}  [{low:.1%}, {high:.1%}] {pooled.predicted:7} {pooled.gold:7}")
        if name.endswith(PER_HUNDRED):
            told = name.removesuffix("without a wrong voice") + "with a wrong voice, of 100"
            print(f"{told:40} {100 - 100 * pooled.f1:11.1f}")
    if options.misses:
        for gold, one in every:
            print("".join(f"{gold.id} {miss}\n" for miss in one.misses), end="")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
