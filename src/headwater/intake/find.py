"""What the user names becomes sources: files, folders, standard input."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from headwater.intake.given import Given
from headwater.intake.lines import BadLine, parse_lines
from headwater.intake.sidecar import ENDING, sidecar_of
from headwater.intake.sniff import BY_ENDING, form_of, form_of_unnamed, is_text
from headwater.intake.source import Source, SourceProblem
from headwater.records import Problem

STDIN = "-"
STDIN_NAME = "standard input"
MAX_BYTES = 20_000_000  # of a page or text; the page reader takes no more
_READS = "HTML (.html, .htm), plain text (.txt) and JSON Lines (.jsonl)"

Found = Source | SourceProblem


@dataclass(frozen=True, slots=True)
class _File:
    """A file with the source key and the name that go with it."""

    path: Path
    key: str
    name: str


def find_sources(
    names: Sequence[str | Path], given: Given | None = None, stdin: BinaryIO | None = None
) -> Iterator[Found]:
    """The sources under ``names``, in order; within a folder by path.

    Args:
        names: files, folders (with all below them), or ``-`` for standard input.
        given: what the user states about all of them; wins over sidecars.
        stdin: where ``-`` reads from.

    Yields:
        A :class:`Source`, or a :class:`SourceProblem` for whatever cannot be
        a source: missing, unreadable, empty or unknown files, bad lines, keys
        that two files share. Hidden files and sidecars are passed over. A
        problem of a sidecar comes before its source, which is still given.
    """
    given = given or Given()
    taken: dict[str, Path] = {}
    for name in names:
        if str(name) == STDIN:
            yield from _standard_input(stdin, given)
            continue
        for found in _files(Path(name)):
            if isinstance(found, SourceProblem):
                yield found
            elif _first_time(found, taken):
                yield from _sources_of(found, given)
            elif not _same(found.path, taken[found.key]):
                yield _key_taken(found, taken[found.key])


def _first_time(file: _File, taken: dict[str, Path]) -> bool:
    return taken.setdefault(file.key, file.path) is file.path


def _same(left: Path, right: Path) -> bool:
    return left.resolve() == right.resolve()


def _key_taken(file: _File, other: Path) -> SourceProblem:
    what = f"its path in the named folder, {file.key!r}, is also that of {other.as_posix()}; it was not read"
    return _problem(file.name, "source_key_taken", what, "name the folder that holds both")


def _files(path: Path) -> Iterator[_File | SourceProblem]:
    name = path.as_posix()
    if path.is_dir():
        yield from _folder(path)
    elif path.exists():
        yield _File(path, _key_of_file(path), name)
    else:
        yield _problem(name, "source_missing", "there is no such file or folder", "look at the path")


def _key_of_file(path: Path) -> str:
    """The path as named; an absolute one is shortened where it lies below the working folder."""
    here = Path.cwd()
    if path.is_absolute() and path.is_relative_to(here):
        path = path.relative_to(here)
    return _nfc(os.path.normpath(path))


def _nfc(path: str | Path) -> str:
    # macOS hands out names in NFD; the key must be the same on every system.
    return unicodedata.normalize("NFC", PurePosixPath(Path(path).as_posix()).as_posix())


def _folder(folder: Path) -> Iterator[_File | SourceProblem]:
    unread: list[SourceProblem] = []

    def note(error: OSError) -> None:
        what = f"the folder cannot be opened: {error.strerror}"
        unread.append(
            _problem(Path(error.filename).as_posix(), "source_unreadable", what, "look at its permissions")
        )

    paths: list[Path] = []
    for base, below, files in os.walk(folder, onerror=note):
        below[:] = [name for name in below if not name.startswith(".")]
        paths.extend(Path(base, name) for name in files if not name.startswith("."))
    known = set(paths)
    found = [_File(p, _nfc(p.relative_to(folder)), p.as_posix()) for p in paths]
    yield from sorted(unread, key=lambda p: p.name)
    for file in sorted(found, key=lambda f: (f.key, f.name)):
        if not file.name.endswith(ENDING):
            yield file
        elif file.path.with_name(file.path.name.removesuffix(ENDING)) not in known:
            yield _problem(
                file.name,
                "sidecar_without_file",
                "the file that it describes is not there",
                "put it beside that file",
            )
    if not found and not unread:
        yield _problem(folder.as_posix(), "folder_empty", "the folder holds no files", f"put {_READS} there")


def _sources_of(file: _File, given: Given) -> Iterator[Found]:
    try:
        data = file.path.read_bytes()
    except OSError as error:
        what = f"the file cannot be opened: {error.strerror}"
        yield _problem(file.name, "source_unreadable", what, "look at its permissions")
        return
    wrong = _wrong(file, data)
    if wrong is not None:
        yield SourceProblem(file.name, wrong)
        return
    beside, problems = sidecar_of(file.path)
    for problem in problems:
        yield SourceProblem(file.name, problem)
    yield from _sources_in(data, file, given.over(beside))


def _wrong(file: _File, data: bytes) -> Problem | None:
    """What keeps ``data`` from being a source, if anything."""
    if not data.strip():
        return Problem("source_empty", "the file is empty", "save the source again")
    form = form_of(file.name, data)
    if form is None:
        ending = file.path.suffix or "no ending"
        return Problem(
            "source_kind_unknown", f"files of this kind ({ending}) are not read", f"Headwater reads {_READS}"
        )
    if not is_text(data):
        kind = "" if file.path.suffix.lower() in BY_ENDING else " of a known kind"
        return Problem("source_not_text", f"the file holds no text{kind}", f"Headwater reads {_READS}")
    if form != "lines" and len(data) > MAX_BYTES:
        return _too_large(len(data))
    return None


def _too_large(size: int) -> Problem:
    what = f"the source has {size:,} bytes; one page or text may have {MAX_BYTES:,}"
    return Problem("source_too_large", what, "cut it into its articles, or make it JSON Lines")


def _standard_input(stdin: BinaryIO | None, given: Given) -> Iterator[Found]:
    data = stdin.read() if stdin is not None else b""
    file = _File(Path(STDIN), STDIN, STDIN_NAME)
    form = form_of_unnamed(data)
    if not data.strip():
        yield _problem(STDIN_NAME, "source_empty", "nothing came in", "send a page, a text or JSON Lines")
    elif form is None:
        yield _problem(STDIN_NAME, "source_not_text", "what came in is no text", f"Headwater reads {_READS}")
    elif form != "lines" and len(data) > MAX_BYTES:
        yield SourceProblem(STDIN_NAME, _too_large(len(data)))
    else:
        yield from _sources_in(data, file, given, form_name=form)


def _sources_in(data: bytes, file: _File, given: Given, form_name: str | None = None) -> Iterator[Found]:
    form = form_name or form_of(file.name, data)
    if form == "lines":
        yield from _records(data, file, given)
    elif form == "html":
        yield Source(file.key, file.name, data, "html", given)
    else:
        yield Source(file.key, file.name, data, "text", given)


def _records(data: bytes, file: _File, given: Given) -> Iterator[Found]:
    for line in parse_lines([data]):
        name = f"{file.name}:{line.line}"
        if isinstance(line, BadLine):
            yield _problem(name, "line_unreadable", line.error, "mend the line and read the file again")
        else:
            yield Source(line.id, name, line.raw, "record", given)


def _problem(name: str, code: str, what: str, todo: str) -> SourceProblem:
    return SourceProblem(name, Problem(code, what, todo))
