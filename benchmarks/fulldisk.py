"""A disk that runs full over a read: ``python -m benchmarks.fulldisk``.

A pile of invented text that needs more room than there is is read into a
casefile on a file system in memory of 50 MB, with the folder for temporary
files and the working folder on it, too. Then everything that Headwater can
write is written to the full disk. Every command must end with a message that
says what to do and leave nothing half written; SQLite must find the casefile
whole, also without the files beside it; and reading on, once there is room,
and once where the casefile alone was moved to another disk, must end in an
export of the same bytes as a read that nobody disturbed.

Needs Linux, and root or user namespaces, for mounting; says so where it cannot run.
"""

from __future__ import annotations

import argparse
import base64
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter

import headwater as hw
from benchmarks.gold import ROOT
from benchmarks.kills import damage, export, stored
from benchmarks.pile import cut, page_of, story_texts

MEGABYTES = 50
PICTURE = 1_500_000
"""Bytes of the picture in each large source, as in a page that a browser saved whole: a disk is full soon."""

NO_ROOM = ("the disk is full. Make room", "No space left on device", "Make room on")
"""One of these stands in each message."""

CANNOT_RUN = 3
"""Exit status where no file system can be mounted."""

_INSIDE = "HEADWATER_FULLDISK_INSIDE"


class CannotMountError(Exception):
    """No file system can be mounted here; says why."""


@contextmanager
def small_disk(folder: Path, megabytes: float) -> Iterator[None]:
    """A file system in memory of so many megabytes at ``folder``.

    Raises:
        CannotMountError: where the system does not allow it.
    """
    mount(folder, f"size={int(megabytes * 2**20)}")
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def mount(folder: Path, how: str) -> None:
    """Mount a file system in memory with the options ``how``, or change those of a mounted one.

    Raises:
        CannotMountError: where the system does not allow it.
    """
    if sys.platform != "linux" or shutil.which("mount") is None:
        raise CannotMountError("a file system in memory of a given size needs Linux and its mount command")
    command = ["mount", "-t", "tmpfs", "-o", how, "tmpfs", str(folder)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        raise CannotMountError(f"mounting needs root or user namespaces: {done.stderr.strip()}")


def make_pile(folder: Path, megabytes: float, *, pages: bool = True) -> Path:
    """A pile of invented text whose casefile needs more than ``megabytes``; each is the same pile again.

    Articles of 750 words from the paragraphs of the example story, as JSON
    Lines, with a picture in a field that is not read. With ``pages`` a quarter
    of them is saved pages, and the story lies beside them.
    """
    if pages:
        shutil.copytree(ROOT / "examples" / "story", folder)
    else:
        folder.mkdir()
    chance = random.Random(0)
    large = 1 + int(megabytes * 2**20 / PICTURE)
    with (folder / "reports.jsonl").open("w", encoding="utf-8") as file:
        texts = (f"Report {n}. {text}" for n, text in enumerate(cut(cycle(story_texts()))))
        for number, text in enumerate(islice(texts, large)):
            if pages and number % 4 == 0:
                picture = f'<img src="data:image/jpeg;base64,{_picture(chance)}" alt="">'
                page = page_of(text).replace("</article>", f"{picture}</article>")
                (folder / f"saved-{number:03}.html").write_text(page, encoding="utf-8")
            else:
                row = {"id": f"report-{number:03}", "text": text, "published": "2031-03-02"}
                file.write(json.dumps({**row, "picture": _picture(chance)}) + "\n")
    return folder


def _picture(chance: random.Random) -> str:
    return base64.b64encode(chance.randbytes(PICTURE)).decode()


def headwater(
    *arguments: str, cwd: Path, output: Path | None = None, temporary: Path | None = None
) -> tuple[int, str]:
    """Run the command line; its exit status and what it says.

    Args:
        arguments: of the command line.
        cwd: the working folder.
        output: a file that standard output goes to.
        temporary: the folder for temporary files.
    """
    places = {name: str(temporary) for name in ("TMPDIR", "SQLITE_TMPDIR", "HOME")} if temporary else {}
    with (output or Path(os.devnull)).open("wb") as file:
        done = subprocess.run(
            [sys.executable, "-m", "headwater", *arguments],
            check=False,
            stdout=file,
            stderr=subprocess.PIPE,
            cwd=cwd,
            env={**os.environ, **places, "PYTHONPATH": str(ROOT / "src")},
        )
    return done.returncode, done.stderr.decode()


@dataclass(slots=True)
class Outcome:
    """What was found: lines to print, and among them those that tell of a broken promise."""

    lines: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def note(self, what: str, *, holds: bool = True) -> None:
        """Note what was found, and whether it is as promised."""
        self.lines.append(f"{'ok' if holds else 'NOT OK':7} {what}")
        if not holds:
            self.failures.append(what)

    def told(self, what: str, done: tuple[int, str]) -> None:
        """Note how a command ended that found no room."""
        status, said = done
        clear = status == 2 and any(sign in said for sign in NO_ROOM) and "Traceback" not in said
        self.note(f"{what}: status {status}, {said.strip() or 'nothing said'}", holds=clear)


def fill(folder: Path) -> int:
    """Take all room that is left; how many bytes that were."""
    filler = folder / "filler"
    with suppress(OSError), filler.open("ab", buffering=0) as file:
        while file.write(bytes(4096)):
            pass
    return filler.stat().st_size


def read_straight(pile: Path, case: Path, room: int, outcome: Outcome) -> dict[str, bytes]:
    """The export of a read that nobody disturbed, which must need more than ``room`` bytes."""
    with hw.open(case) as opened:
        opened.read(pile)
    size = case.stat().st_size
    what = f"with room enough: {stored(case)} documents, {size / 2**20:.1f} MB"
    outcome.note(f"{what}; the small disk has {room / 2**20:.1f} MB", holds=size > room)
    return export(case)


def read_full(pile: Path, disk: Path, workers: int, outcome: Outcome) -> None:
    """Read until the disk is full, and look at what is there then."""
    temporary = disk / "tmp"
    temporary.mkdir()
    case = disk / "a.case"
    options = ["--case", str(case), "--workers", str(workers), "--quiet"]
    outcome.told("read", headwater("read", str(pile), *options, cwd=disk, temporary=temporary))
    beside = sorted(p.name for p in disk.glob("a.case?*"))
    outcome.note(f"files beside the casefile: {', '.join(beside) or 'none'}", holds=not beside)
    found = damage(case)
    outcome.note(
        f"the casefile: {stored(case)} documents, SQLite finds {found or 'no fault'}", holds=not found
    )


def write_all(disk: Path, outcome: Outcome) -> None:
    """Write to the full disk whatever can be written."""
    case, temporary = str(disk / "a.case"), disk / "tmp"
    outcome.note(f"{fill(disk):,} bytes were free still, and are taken now")
    before = _files(disk)
    for what in ("jsonl", "csv"):
        command = ("export", case, "--format", what, "-o", str(disk / "out"))
        outcome.told(f"export --format {what}", headwater(*command, cwd=disk, temporary=temporary))
    report = ("report", case, "-o", str(disk / "story.html"))
    outcome.told("report", headwater(*report, cwd=disk, temporary=temporary))
    left = sorted(_files(disk) - before)
    outcome.note(f"left by these: {', '.join(left) or 'nothing'}", holds=not left)
    show = headwater(
        "show", case, "documents", "--json", cwd=disk, output=disk / "shown", temporary=temporary
    )
    outcome.told("show > FILE", show)
    (disk / "filler").unlink()


def _files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


def read_on(pile: Path, case: Path, straight: dict[str, bytes], what: str, outcome: Outcome) -> None:
    """Read on where there is room, and compare the export."""
    before, begin = stored(case), perf_counter()
    with hw.open(case) as opened:
        report = opened.read(pile)
    seconds = perf_counter() - begin
    same, found = export(case) == straight, damage(case)
    outcome.note(
        f"{what}: {report.new} more documents in {seconds:.1f} s, {report.unchanged} unchanged, "
        f"{'the same export' if same else 'ANOTHER EXPORT'}, SQLite finds {found or 'no fault'}",
        holds=same and not found and report.unchanged == before,
    )


def run(scratch: Path, megabytes: float, workers: int, *, pile_there: bool = False) -> Outcome:
    """All of it, below ``scratch``, where there must be room for some three times ``megabytes``.

    Args:
        scratch: an empty folder.
        megabytes: size of the disk.
        workers: of the read that finds no room.
        pile_there: whether the pile lies on the small disk, too, which is then full sooner.

    Raises:
        CannotMountError: where no small disk can be had.
    """
    outcome, disk, moved = Outcome(), scratch / "disk", scratch / "moved"
    disk.mkdir()
    moved.mkdir()
    with small_disk(disk, megabytes):
        folder, part = (disk, 0.45) if pile_there else (scratch, 1.15)
        pile = make_pile(folder / "pile", part * megabytes, pages=not pile_there)
        straight = read_straight(pile, scratch / "straight.case", shutil.disk_usage(disk).free, outcome)
        read_full(pile, disk, workers, outcome)
        write_all(disk, outcome)
        shutil.copy(disk / "a.case", moved / "a.case")
        read_on(pile, moved / "a.case", straight, "the casefile alone, moved to another disk", outcome)
        mount(disk, f"remount,size={int(2 * megabytes * 2**20)}")
        read_on(pile, disk / "a.case", straight, "where it was, with room made", outcome)
    return outcome


def main(arguments: list[str] | None = None) -> int:
    """Run and print; status 1 where something did not hold, 3 where it cannot be run."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fulldisk", description=__doc__)
    parser.add_argument("--megabytes", type=float, default=MEGABYTES, help=f"default {MEGABYTES}")
    parser.add_argument("--workers", type=int, default=2, help="of the read that finds no room (default 2)")
    options = parser.parse_args(arguments)
    begin = perf_counter()
    try:
        with tempfile.TemporaryDirectory() as scratch:
            outcome = run(Path(scratch), options.megabytes, options.workers)
    except CannotMountError as error:
        return _inside(error, sys.argv[1:] if arguments is None else arguments)
    print(f"a disk of {options.megabytes:g} MB")
    print("\n".join(outcome.lines))
    print(f"{len(outcome.failures)} failures, {perf_counter() - begin:.0f} s")
    return 1 if outcome.failures else 0


def _inside(error: CannotMountError, arguments: Iterable[str]) -> int:
    """Once more where this process is root in a namespace of its own, if there are such."""
    if shutil.which("unshare") and _INSIDE not in os.environ:
        command = ["unshare", "--map-root-user", "--mount", sys.executable, "-m", "benchmarks.fulldisk"]
        return subprocess.run(
            [*command, *arguments], check=False, env={**os.environ, _INSIDE: "1"}
        ).returncode
    print(f"not run: {error}", file=sys.stderr)
    return CANNOT_RUN


if __name__ == "__main__":
    raise SystemExit(main())
