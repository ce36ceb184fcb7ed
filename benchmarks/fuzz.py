"""Mutated files of every kind through intake: nothing is raised, nothing hangs, no span leaves its document.

``python -m benchmarks.fuzz --inputs 50000`` writes one line of figures, and
one for each input that failed, with the seed that makes it again.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from benchmarks.kinds import samples
from headwater.intake import Given, Source, read_source
from headwater.intake.archives.limits import Budget
from headwater.intake.expand import Expansion, Named
from headwater.intake.read import BUNDLES, open_bundle

SLOWEST = 10.0
"""Seconds that one input may take."""

MARKS = (
    *(
        b"\0",
        b"\xff",
        b"\xed\xa0\x80",
        b"\xf0\x9f\x99\x82",
        b"\xe2\x80\xae",
        b"9" * 20,
        b"-1",
        b"%",
        b"(" * 60,
    ),
    *(b"<", b">", b"&", b'"', b"]]>", b"<!--", b"--", b"<!DOCTYPE x [", b"<div>" * 60, b"\r\n\r\n"),
    *(b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"\x1f\x8b", b"endobj", b"stream"),
    *(b"WARC/1.0\r\n", b"Content-Length: 99999999\r\n"),
)
"""Bytes that mean something to one reader or another."""


@dataclass(slots=True)
class Outcome:
    """What became of some inputs.

    Attributes:
        inputs: how many there were.
        documents: how many documents came out of them.
        problems: how many problems.
        slowest: seconds that the slowest took.
        failures: for each input that broke a promise, its seed, its kind and how.
    """

    inputs: int = 0
    documents: int = 0
    problems: int = 0
    slowest: float = 0.0
    failures: list[str] = field(default_factory=list)


def mutated(data: bytes, others: list[bytes], rng: random.Random) -> bytes:
    """``data`` with one to eight changes: bytes flipped, cut off, taken out, doubled or mixed in."""
    changed = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 3, 5, 8))):
        at = rng.randrange(len(changed) + 1)
        end = min(len(changed), at + rng.choice((1, 2, 8, 64, 512)))
        match rng.randrange(6):
            case 0 if at < len(changed):
                changed[at] = rng.randrange(256)
            case 1:
                changed[at:at] = rng.choice(MARKS)
            case 2:
                del changed[at:end]
            case 3:
                changed[at:at] = changed[at:end] * rng.choice((1, 2, 20))
            case 4:
                other = rng.choice(others)
                start = rng.randrange(len(other))
                changed[at:end] = other[start : start + rng.choice((4, 64, 1024))]
            case _ if rng.random() < 0.3:
                del changed[at:]
    return bytes(changed)


def inputs(count: int, seed: int) -> Iterator[tuple[str, str, bytes]]:
    """``count`` mutated files, the kinds in turn: what makes it again, its name, its bytes."""
    kinds = samples()
    names, others = list(kinds), list(kinds.values())
    for number in range(count):
        name = names[number % len(names)]
        rng = random.Random(f"{seed}:{number}")
        yield f"{seed}:{number}", name, mutated(kinds[name], others, rng)


def read_all(name: str, data: bytes) -> tuple[int, int]:
    """Read a file as ``headwater read`` would; the number of documents and problems.

    Raises:
        AssertionError: if a hint leaves its document.
        Exception: whatever a reader raises, which is what is looked for.
    """
    documents = problems = 0
    waiting: list[object] = list(
        Expansion(Budget(len(data))).of_bytes(Named(name, name, name), data, Given())
    )
    while waiting:
        found = waiting.pop()
        if not isinstance(found, Source):
            problems += 1
        elif found.kind in BUNDLES:
            waiting.extend(open_bundle(found))
        else:
            intake = read_source(found)
            documents, problems = documents + len(intake.documents), problems + len(intake.problems)
            assert intake.documents or intake.problems, "neither a document nor a problem"
            for document in intake.documents:
                assert all(0 <= h.span.start < h.span.end <= len(document.text) for h in document.hints)
    return documents, problems


def fuzz(count: int, seed: int = 0) -> Outcome:
    """Read ``count`` mutated files, and note each broken promise."""
    outcome = Outcome()
    for again, name, data in inputs(count, seed):
        began = time.perf_counter()
        try:
            documents, problems = read_all(name, data)
        except Exception as error:  # any of them is a finding
            outcome.failures.append(f"{again} {name}: {type(error).__name__}: {error}")
            documents = problems = 0
        took = time.perf_counter() - began
        if took > SLOWEST:
            outcome.failures.append(f"{again} {name}: took {took:.1f} s")
        outcome.inputs += 1
        outcome.documents += documents
        outcome.problems += problems
        outcome.slowest = max(outcome.slowest, took)
    return outcome


def main() -> int:
    """Run from the command line; exit status 1 where an input failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    began = time.perf_counter()
    outcome = fuzz(asked.inputs, asked.seed)
    for failure in outcome.failures:
        print(failure)
    all_took = time.perf_counter() - began
    print(
        f"{outcome.inputs:,} inputs, {outcome.documents:,} documents, {outcome.problems:,} problems, "
        f"{len(outcome.failures)} failed; slowest {outcome.slowest:.2f} s, all {all_took:.0f} s"
    )
    return bool(outcome.failures)


if __name__ == "__main__":
    sys.exit(main())
