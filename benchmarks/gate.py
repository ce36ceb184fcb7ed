"""The gate: measures against their floors. ``python -m benchmarks.gate``.

Each suite of ``floors.json`` names the files that it is measured on by their
digest, so that a floor never speaks of other gold than it was set on. A
measure may fall below its floor by ``TOLERANCE``. ``--raise`` writes higher
floors; only ``--lower`` also writes lower ones, or floors for changed gold.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import keys, polnear, story
from benchmarks.anchor import ANSWERS, STORY
from benchmarks.gold import ROOT, digest, gold_file, gold_folder
from benchmarks.measures import total

FLOORS = ROOT / "benchmarks" / "floors.json"
TOLERANCE = 0.001
"""Two attributions of PolNeAR's 2,193. One machine gives the same figure each
time; another Python brings another Unicode table, which moves one or two."""


@dataclass(frozen=True, slots=True)
class Suite:
    """A set of measures over one set of files."""

    inputs: Callable[[], list[Path]]
    measure: Callable[[], dict[str, float]]


def polnear_inputs() -> list[Path]:
    """The development articles, if they are here."""
    path = gold_file("voices", "polnear-dev.jsonl.gz")
    return [path] if path else []


def polnear_measures() -> dict[str, float]:
    """F1 of every measure on PolNeAR's development articles."""
    (path,) = polnear_inputs()
    articles = polnear.read_split(path)
    return {name: total(counts).f1 for name, counts in polnear.table(articles).items()}


def key_inputs() -> list[Path]:
    """The keys and the texts that they belong to, if they are here."""
    samples = sorted((gold_folder() / "samples").glob("*.txt"))
    files = sorted(keys.KEYS.glob("*.json"))
    return [*files, *samples] if samples and files else []


def key_measures() -> dict[str, float]:
    """The share that is right, over all keys, by measure."""
    return keys.pooled([one for _, one in keys.scores()]).shares()


def story_inputs() -> list[Path]:
    """The example story with its answers, which are always here."""
    return [ANSWERS, *sorted(f for f in STORY.iterdir() if f.is_file())]


def story_measures() -> dict[str, float]:
    """The share of the example story that is right, by measure."""
    return keys.pooled([one for _, one in story.scores()]).shares()


SUITES: dict[str, Suite] = {
    "polnear-dev": Suite(polnear_inputs, polnear_measures),
    "keys": Suite(key_inputs, key_measures),
    "example-story": Suite(story_inputs, story_measures),
}


def faults(floors: dict[str, float], measured: dict[str, float]) -> Iterator[str]:
    """What stands below its floor or was not measured."""
    for name, floor in floors.items():
        if name not in measured:
            yield f"{name}: has a floor of {floor:.4f}, but was not measured"
        elif measured[name] < floor - TOLERANCE:
            yield f"{name}: {measured[name]:.4f} is below its floor of {floor:.4f}"


def lifted(floors: dict[str, float], measured: dict[str, float], *, lower: bool) -> dict[str, float]:
    """New floors: what was measured, cut to four places; never lower than before unless ``lower``."""
    cut = {name: math.floor(value * 10_000) / 10_000 for name, value in measured.items()}
    if lower:
        return cut
    return {name: max(floors.get(name, 0.0), cut.get(name, 0.0)) for name in sorted({*floors, *cut})}


def check(name: str, suite: Suite, held: dict[str, Any], *, lift: bool, lower: bool) -> list[str]:
    """Measure one suite, print it, change ``held`` where asked, and say what is wrong."""
    inputs = suite.inputs()
    if not inputs:
        print(f"{name}: skipped, its gold is not here.")
        return []
    known, seen = held.get(name, {}), digest(inputs)
    if known and known["digest"] != seen and not lower:
        return [f"{name}: the gold is not what the floors were set on; look why, then run with --lower"]
    measured = suite.measure()
    floors = known.get("floors", {})
    print(name)
    for measure, value in measured.items():
        print(f"  {measure:40} {value:.4f}   floor {floors.get(measure, 0.0):.4f}")
    if lift or lower:
        held[name] = {"digest": seen, "floors": lifted(floors, measured, lower=lower)}
    return [f"{name}: {fault}" for fault in faults(held.get(name, {}).get("floors", {}), measured)]


def main(
    arguments: list[str] | None = None, *, path: Path = FLOORS, suites: dict[str, Suite] = SUITES
) -> int:
    """Run every suite; exit status 1 where a measure is below its floor."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.gate", description="Measures against floors.")
    parser.add_argument("--raise", dest="lift", action="store_true", help="write higher floors")
    parser.add_argument("--lower", action="store_true", help="write floors as measured, lower ones too")
    options = parser.parse_args(arguments)
    held = json.loads(path.read_text(encoding="utf-8"))
    wrong = [
        fault
        for name, suite in suites.items()
        for fault in check(name, suite, held, lift=options.lift, lower=options.lower)
    ]
    if options.lift or options.lower:
        path.write_text(json.dumps(held, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    for fault in wrong:
        print(f"BELOW THE GATE  {fault}")
    print("The gate is shut." if wrong else "The gate is open.")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
