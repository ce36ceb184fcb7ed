"""``kill -9`` at random moments over a whole read: ``python -m benchmarks.kills --times 200``.

A pile (the example story, and short articles made from its paragraphs) is
read into a new casefile by the command line, with one worker and two by turns,
and the whole process group is killed at a moment drawn evenly from the time that a read
takes. Then the casefile must open, SQLite must find it whole
(``integrity_check``, ``foreign_key_check``), and reading again must end in an
export of the same bytes as that of a read that nobody disturbed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path
from time import monotonic

import headwater as hw
from benchmarks.gold import ROOT

LINES = 200
"""Short articles beside the story, so that a read lasts a few seconds."""


@dataclass(frozen=True, slots=True)
class Straight:
    """A read that nobody disturbed: its seconds, how many documents it stored, its export."""

    seconds: float
    documents: int
    export: dict[str, bytes]


@dataclass(slots=True)
class Outcome:
    """What became of some kills.

    Attributes:
        kills: how many reads were killed before they had ended.
        when: how many of them before the first document, between, and after the last.
        left_wal: how many left a write-ahead log to recover from.
        failures: what did not hold, with the seconds after which it was killed.
    """

    kills: int = 0
    when: Counter[str] = field(default_factory=Counter)
    left_wal: int = 0
    failures: list[str] = field(default_factory=list)


def make_pile(folder: Path, lines: int = LINES) -> Path:
    """The example story with ``lines`` short articles beside it."""
    shutil.copytree(ROOT / "examples" / "story", folder)
    with hw.open(folder.with_suffix(".case")) as case:
        case.read(folder)
        paragraphs = [p for r in case.readings() for p in r.document.text.split("\n") if len(p) > 80]
    rows = (
        {"id": f"short-{n:03}", "text": text, "published": "2031-03-02", "outlet": "The Short Post"}
        for n, text in enumerate(islice(cycle(paragraphs), lines))
    )
    (folder / "short.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return folder


def start(pile: Path, case: Path, workers: int = 2) -> subprocess.Popen[bytes]:
    """``headwater read`` of the pile, in a process group of its own."""
    command = [sys.executable, "-m", "headwater", "read", str(pile), "--case", str(case)]
    options = ["--workers", str(workers), "--quiet"]
    return subprocess.Popen([*command, *options], cwd=ROOT, start_new_session=True)


def read_straight(pile: Path, scratch: Path) -> Straight:
    """Read the pile without a kill."""
    begin = monotonic()
    if start(pile, scratch / "straight.case").wait():
        raise RuntimeError("a read without a kill failed")
    seconds = monotonic() - begin
    return Straight(seconds, stored(scratch / "straight.case"), export(scratch / "straight.case"))


def export(case: Path) -> dict[str, bytes]:
    """The files of an export, by name."""
    with tempfile.TemporaryDirectory() as folder, hw.open(case, readonly=True) as opened:
        opened.export(Path(folder) / "out")
        return {path.name: path.read_bytes() for path in (Path(folder) / "out").iterdir()}


def stored(case: Path) -> int:
    """How many documents the casefile holds; 0 where it has no tables yet."""
    with sqlite3.connect(case) as connection:
        made = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'documents'").fetchone()
        found = connection.execute("SELECT count(*) FROM documents").fetchone()[0] if made else 0
    connection.close()
    return int(found)


def damage(case: Path) -> list[str]:
    """What SQLite finds wrong with the file."""
    connection = sqlite3.connect(case)
    try:
        said = [row[0] for row in connection.execute("PRAGMA integrity_check")]
        loose = connection.execute("PRAGMA foreign_key_check").fetchall()
    finally:
        connection.close()
    return [str(line) for line in said if line != "ok"] + [f"a loose row: {row}" for row in loose]


def kill_once(pile: Path, case: Path, after: float, workers: int) -> bool:
    """Kill a read ``after`` seconds; ``False`` where it had ended by then."""
    with start(pile, case, workers) as process:
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            return True
    return False


def check(pile: Path, case: Path, straight: Straight, outcome: Outcome) -> list[str]:
    """What does not hold of the casefile of a killed read, and of reading again into it."""
    outcome.left_wal += Path(f"{case}-wal").exists()
    found = [f"after the kill: {line}" for line in damage(case)] if case.exists() else []
    documents = stored(case) if case.exists() else 0
    outcome.when["before" if not documents else "between" if documents < straight.documents else "after"] += 1
    with hw.open(case) as opened:
        report = opened.read(pile)
    if report.new + report.changed != straight.documents - documents or report.again:
        found.append(f"{documents} documents were stored, then {report.counts()}")
    found += [f"at the end: {line}" for line in damage(case)]
    again = export(case)
    return found + [f"{name} differs" for name in straight.export if again.get(name) != straight.export[name]]


def run(times: int, seed: int, minutes: float, lines: int = LINES) -> tuple[Straight, Outcome]:
    """Kill ``times`` reads, fewer where ``minutes`` end before."""
    chance, outcome, end = random.Random(seed), Outcome(), monotonic() + 60 * minutes
    with tempfile.TemporaryDirectory() as folder:
        pile = make_pile(Path(folder) / "pile", lines)
        straight = read_straight(pile, Path(folder))
        number = 0
        while outcome.kills < times and monotonic() < end:
            number += 1
            case, after = Path(folder) / f"{number}.case", chance.uniform(0, straight.seconds)
            if kill_once(pile, case, after, 1 + number % 2):
                outcome.kills += 1
                found = check(pile, case, straight, outcome)
                outcome.failures += [f"killed after {after:.3f} s: {line}" for line in found]
            for left in Path(folder).glob(f"{number}.case*"):
                left.unlink()
    return straight, outcome


def main(arguments: list[str] | None = None) -> int:
    """Kill, check and print; status 1 where something did not hold."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.kills", description=__doc__)
    parser.add_argument("--times", type=int, default=200, help="how many kills (default 200)")
    parser.add_argument("--seed", type=int, default=0, help="what the moments are drawn from (default 0)")
    parser.add_argument("--minutes", type=float, default=60, help="stop after so long (default 60)")
    parser.add_argument("--lines", type=int, default=LINES, help=f"short articles (default {LINES})")
    options = parser.parse_args(arguments)
    straight, outcome = run(options.times, options.seed, options.minutes, options.lines)
    when = ", ".join(f"{outcome.when[name]} {name}" for name in ("before", "between", "after"))
    print(f"a read of {straight.documents} documents takes {straight.seconds:.1f} s")
    print(
        f"{outcome.kills} kills: {when} the documents were stored; {outcome.left_wal} left a log to recover"
    )
    print(f"{len(outcome.failures)} failures")
    print("\n".join(outcome.failures))
    return 1 if outcome.failures or outcome.kills < options.times else 0


if __name__ == "__main__":
    raise SystemExit(main())
