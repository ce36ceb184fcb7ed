"""What the user names becomes sources: files, folders, standard input."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from headwater.intake.archives.limits import Budget
from headwater.intake.bundles.table import Columns
from headwater.intake.expand import Archive, Expansion, Named, Opener, open_archive
from headwater.intake.given import Given
from headwater.intake.sidecar import ENDING, sidecar_of
from headwater.intake.sniff import HEAD, READS, packed_form
from headwater.intake.source import Found, SourceProblem
from headwater.records import Problem

STDIN = "-"
STDIN_NAME = "standard input"


@dataclass(frozen=True, slots=True)
class _File:
    """A file with the source key and the name that go with it."""

    path: Path
    key: str
    name: str


def find_sources(
    names: Sequence[str | Path],
    given: Given | None = None,
    stdin: BinaryIO | None = None,
    columns: Columns | None = None,
    opener: Opener = open_archive,
) -> Iterator[Found]:
    """The sources under ``names``, in order; within a folder by path.

    Args:
        names: files, folders (with all below them), or ``-`` for standard input.
        given: what the user states about all of them; wins over sidecars.
        stdin: where ``-`` reads from.
        columns: which columns of tables hold what, where their names do not tell.
        opener: what opens archives: by default this process, without limits on its computing.

    Yields:
        A :class:`Source`, or a :class:`SourceProblem` for whatever cannot be
        a source: missing, unreadable, empty or unknown files, bad lines, keys
        that two files share. Hidden files and sidecars are passed over. A
        problem of a sidecar comes before its source, which is still given.
        Archives and tables give one source a member or row, as they are
        unpacked; feeds and exports of press databases come whole.
    """
    given = given or Given()
    taken: dict[str, Path] = {}
    for name in names:
        if str(name) == STDIN:
            yield from _standard_input(stdin, given, columns, opener)
            continue
        for found in _files(Path(name)):
            if isinstance(found, SourceProblem):
                yield found
            elif _first_time(found, taken):
                yield from _sources_of(found, given, columns, opener)
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
        todo = f"Headwater reads {READS}"
        yield _problem(folder.as_posix(), "folder_empty", "the folder holds no files", todo)


def _sources_of(file: _File, given: Given, columns: Columns | None, opener: Opener) -> Iterator[Found]:
    beside, problems = sidecar_of(file.path)
    given = given.over(beside)
    named = Named(file.key, file.name, file.path.name)
    yield from (SourceProblem(file.name, problem) for problem in problems)
    try:
        with file.path.open("rb") as stream:
            form = packed_form(file.path.name, stream.read(HEAD))
            stream.seek(0)
            data = b"" if form in ("zip", "warc") else stream.read()
    except OSError as error:
        what = f"the file cannot be opened: {error.strerror}"
        yield _problem(file.name, "source_unreadable", what, "look at its permissions")
        return
    if form == "zip" or form == "warc":  # noqa: PLR1714 - tells the type checker which it is
        yield from opener(Archive(named, form, given, columns, file.path.absolute()))
    else:
        yield from Expansion(Budget(len(data)), columns, opener).of_bytes(named, data, given)


def _standard_input(
    stdin: BinaryIO | None, given: Given, columns: Columns | None, opener: Opener
) -> Iterator[Found]:
    data = stdin.read() if stdin is not None else b""
    if not data.strip():
        yield _problem(STDIN_NAME, "source_empty", "nothing came in", "send a page, a text or JSON Lines")
        return
    named = Named(STDIN, STDIN_NAME, "")
    yield from Expansion(Budget(len(data)), columns, opener).of_bytes(named, data, given)


def _problem(name: str, code: str, what: str, todo: str) -> SourceProblem:
    return SourceProblem(name, Problem(code, what, todo))
