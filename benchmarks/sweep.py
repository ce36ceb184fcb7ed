"""Real articles through every station: ``python -m benchmarks.sweep [--articles N] [--seed S]``.

Names each article of the stream whose reading raises an error, or whose process ends, with the error.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections.abc import Iterator
from typing import Any

from benchmarks.gold import document_of, gold_file
from benchmarks.own.articles import STREAM
from headwater.pipeline import read_document
from headwater.pool import Pool, WorkerDied

WORKERS = 2
LONGEST = 30_000
"""Code points; longer ones take long and differ by nothing else."""


def drawn(count: int | None, seed: int) -> list[dict[str, Any]]:
    """Rows of the stream by chance, or all; none where the stream is not here."""
    path = gold_file(*STREAM)
    if path is None:
        return []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if len(row["text"]) <= LONGEST]
    return rows if count is None else random.Random(seed).sample(rows, min(count, len(rows)))


def failure(row: dict[str, Any]) -> str | None:
    """What went wrong in reading an article; ``None`` if nothing did."""
    try:
        read_document(document_of(row))
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return None


def failures(rows: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """The id of each article that fails, and how."""
    with Pool(WORKERS) as pool:
        for row, told in pool.stream(failure, rows):
            if told is not None:
                yield row["id"], "its process ended" if isinstance(told, WorkerDied) else told


def main(arguments: list[str] | None = None) -> int:
    """Read and tell; 1 if an article fails, 2 without the stream."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.sweep", description=__doc__)
    parser.add_argument("--articles", type=int, help="how many by chance; all if not given")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    rows = drawn(options.articles, options.seed)
    if not rows:
        return 2
    count = 0
    for name, told in failures(rows):
        count += 1
        print(f"{name}: {told}", flush=True)
    print(f"{count} of {len(rows)} articles failed")
    return int(count > 0)


if __name__ == "__main__":
    raise SystemExit(main())
