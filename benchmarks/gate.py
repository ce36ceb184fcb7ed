"""The gate: measures against their floors. ``python -m benchmarks.gate``.

Each suite of ``floors.json`` names the files that it is measured on by their
digest, so that a floor never speaks of other gold than it was set on. A
measure may fall below its floor by ``TOLERANCE``. ``--raise`` writes higher
floors; only ``--lower`` also writes lower ones, or floors for changed gold.
``--small`` runs the suites that ``make test`` runs, ``--suite`` those named.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks import dates, figures, keys, pages, polnear, story
from benchmarks.anchor import ANSWERS, STORY
from benchmarks.figures_news import __main__ as figures_news
from benchmarks.figures_news.marks import GOLD as FIGURES_NEWS
from benchmarks.framing import FRAMES
from benchmarks.gold import ROOT, digest, gold_file, gold_folder
from benchmarks.key_scores import Score
from benchmarks.measures import Counts, interval, total
from benchmarks.own.articles import STREAM

FLOORS = ROOT / "benchmarks" / "floors.json"
TOLERANCE = 0.01
"""Twenty-two attributions of PolNeAR's 2,193. One machine gives the same figure each time;
another processor sums the model's 8-bit products in another way, which moved one tag in
fifty between two ways of rounding here, and figures by up to half a point."""
SMALL = 20
"""Articles of PolNeAR that ``make test`` reads."""
TOO_FEW = 5
"""Documents below which an interval over them would say nothing, and is left out."""
Table = Mapping[str, list[Counts]]


@dataclass(frozen=True, slots=True)
class Suite:
    """A set of measures over one set of files.

    ``measure`` gives, for each measure, the counts of each document; its figure
    is their pooled F1, which is the share right where as many are read as wanted.
    """

    inputs: Callable[[], list[Path]]
    measure: Callable[[], Table]
    small: bool = False


def polnear_inputs() -> list[Path]:
    """The development articles, if they are here."""
    path = gold_file("voices", "polnear-dev.jsonl.gz")
    return [path] if path else []


def polnear_measures(limit: int | None = None) -> Table:
    """Every measure on PolNeAR's development articles, or the first ``limit`` of them."""
    (path,) = polnear_inputs()
    return polnear.table(polnear.read_split(path, limit))


def key_inputs() -> list[Path]:
    """The keys and the texts that they belong to, if they are here."""
    samples = sorted((gold_folder() / "samples").glob("*.txt"))
    files = sorted(keys.KEYS.glob("*.json"))
    return [*files, *samples] if samples and files else []


def shares(scores: Iterable[tuple[str, Score]]) -> Table:
    """What is right of each document, by measure."""
    table: dict[str, list[Counts]] = {}
    for _, one in scores:
        for name, of in one.of.items():
            table.setdefault(name, []).append(Counts(one.right[name], of, one.right[name], of))
    return {name: counts for name, counts in table.items() if total(counts).gold}


def key_measures() -> Table:
    """The share that is right, over all keys, by measure."""
    return shares(keys.scores())


def story_inputs() -> list[Path]:
    """The example story with its answers, which are always here."""
    return [ANSWERS, *sorted(f for f in STORY.iterdir() if f.is_file())]


def story_measures() -> Table:
    """The share of the example story that is right, by measure."""
    return shares(story.scores())


def date_inputs() -> list[Path]:
    """The articles of AQUAINT, if they are here."""
    folder = gold_file("dates", "aquaint")
    return sorted(folder.glob("*.tml")) if folder else []


def date_measures() -> Table:
    """Every measure on the articles of AQUAINT."""
    return dates.table(date_inputs()[0].parent)


def frame_inputs() -> list[Path]:
    """The frames and the example story, which are always here."""
    return [*sorted(FRAMES.glob("*.html")), *sorted(STORY.glob("*.html"))]


def page_inputs() -> list[Path]:
    """The frames with the real texts that are set into them, if those are here."""
    texts = pages.gold_texts()
    return [*sorted(FRAMES.glob("*.html")), *texts] if texts else []


def page_measures(*, gold: bool) -> Table:
    """Every measure on the framed pages."""
    return pages.table(pages.scores(gold=gold))


def satp_inputs() -> list[Path]:
    """The development reports of SATP, if they are here."""
    path = gold_file(*figures.SATP)
    return [path] if path else []


def news_inputs() -> list[Path]:
    """The labels of figures in news, where the stream that they belong to is here."""
    return [FIGURES_NEWS] if gold_file(*STREAM) else []


def news_measures() -> Table:
    """Every measure on the labelled passages of news."""
    return figures_news.table(figures_news.scores())


SUITES: dict[str, Suite] = {
    "polnear-dev": Suite(polnear_inputs, polnear_measures),
    "polnear-20": Suite(polnear_inputs, partial(polnear_measures, SMALL), small=True),
    "aquaint": Suite(date_inputs, date_measures),
    "keys": Suite(key_inputs, key_measures),
    "example-story": Suite(story_inputs, story_measures, small=True),
    "example-pages": Suite(frame_inputs, partial(page_measures, gold=False), small=True),
    "figures-satp": Suite(satp_inputs, figures.measures),
    "figures-news": Suite(news_inputs, news_measures),
    "pages": Suite(page_inputs, partial(page_measures, gold=True)),
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
    table = suite.measure()
    measured = {measure: total(counts).f1 for measure, counts in table.items()}
    floors = known.get("floors", {})
    print(name)
    for measure, counts in table.items():
        shown = f"{measured[measure]:.4f} {_interval(counts):18} floor {floors.get(measure, 0.0):.4f}"
        print(f"  {measure:40} {shown}")
    if lift or lower:
        held[name] = {"digest": seen, "floors": lifted(floors, measured, lower=lower)}
    return [f"{name}: {fault}" for fault in faults(held.get(name, {}).get("floors", {}), measured)]


def _interval(counts: list[Counts]) -> str:
    """The bootstrap interval over documents; nothing where they are too few."""
    if len(counts) < TOO_FEW:
        return ""
    low, high = interval(counts)
    return f"[{low:.4f}, {high:.4f}]"


def main(
    arguments: list[str] | None = None, *, path: Path = FLOORS, suites: dict[str, Suite] = SUITES
) -> int:
    """Run every suite; exit status 1 where a measure is below its floor."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.gate", description="Measures against floors.")
    parser.add_argument("--raise", dest="lift", action="store_true", help="write higher floors")
    parser.add_argument("--lower", action="store_true", help="write floors as measured, lower ones too")
    parser.add_argument("--small", action="store_true", help="only what `make test` runs")
    parser.add_argument("--suite", action="append", help="only this suite (may be given several times)")
    options = parser.parse_args(arguments)
    chosen = {
        name: suite
        for name, suite in suites.items()
        if (suite.small or not options.small) and name in (options.suite or suites)
    }
    held = json.loads(path.read_text(encoding="utf-8"))
    wrong = [
        fault
        for name, suite in chosen.items()
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
