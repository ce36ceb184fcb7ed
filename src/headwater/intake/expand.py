"""Bytes with a name become sources: one page is one, an archive or a table holds many."""

from __future__ import annotations

import hashlib
import io
import os
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import BinaryIO, Literal

from headwater.intake.archives.limits import DEPTH, MEMBER, Budget, OverLimitError
from headwater.intake.archives.warcs import Tally, WebPage, web_pages
from headwater.intake.archives.zips import BrokenArchiveError, Member, open_member, unpack, zip_members
from headwater.intake.bundles.table import Columns, row_sources
from headwater.intake.given import Given
from headwater.intake.lines import BadLine, parse_lines
from headwater.intake.sidecar import ENDING, read_sidecar
from headwater.intake.sniff import BY_ENDING, READS, TEXTS, Form, form_of, form_of_unnamed, is_text
from headwater.intake.source import Found, Source, SourceProblem
from headwater.records import Problem

MAX_TEXT = 20_000_000
"""Bytes of a page or text; the page reader takes no more."""

AGAIN = "unpack it yourself and add the files that you need, or save it again"
"""What to do about an archive that was not read to its end."""


@dataclass(frozen=True, slots=True)
class Named:
    """What bytes are called: by key (see :class:`Source`) and towards the user.

    ``ending`` tells the form where it is that of a name; it is empty for bytes without one.
    """

    key: str
    name: str
    ending: str

    def inner(self, name: str) -> Named:
        """The name of a member; signs that would garble a terminal are replaced."""
        clean = "".join(c if c.isprintable() else "\ufffd" for c in unicodedata.normalize("NFC", name))
        return Named(f"{self.key}:{clean}", f"{self.name}:{clean}", PurePath(clean).name)


@dataclass(frozen=True, slots=True)
class Archive:
    """A file that holds many, named by the user and not yet opened.

    Attributes:
        named: what it is called.
        form: ``zip`` or ``warc``.
        given: what the user states about all in it.
        columns: which columns of tables in it hold what, where their names do not tell.
        path: where it lies, in full;
        data: or its bytes, where it lies nowhere.
    """

    named: Named
    form: Literal["zip", "warc"]
    given: Given
    columns: Columns | None = None
    path: Path | None = None
    data: bytes = field(default=b"", repr=False)

    def open(self) -> BinaryIO:
        """Its bytes as a stream.

        Raises:
            OSError: where it cannot be opened (any more).
        """
        return io.BytesIO(self.data) if self.path is None else self.path.open("rb")

    def sha256(self) -> str:
        """The digest of its bytes.

        Raises:
            OSError: as :meth:`open` does.
        """
        with self.open() as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()  # type: ignore[arg-type] # io's own types


Opener = Callable[[Archive], Iterable[Found]]
"""What gives the sources in an archive, as :func:`open_archive` does."""


def open_archive(archive: Archive) -> Iterator[Found]:
    """The sources in an archive, as they are unpacked, and what kept others from being one.

    A hostile archive can take long. Never raises, but:

    Raises:
        MemoryError: where this process may not hold what it needs.
    """
    named = archive.named
    try:
        with archive.open() as stream:
            size = stream.seek(0, os.SEEK_END)
            stream.seek(0)
            expansion = Expansion(Budget(size), archive.columns)
            yield from expansion.of_stream(named, stream, archive.form, archive.given)
    except MemoryError:  # of this process, not of the archive: for who set its limits to tell
        raise
    except Exception as error:
        reason = " ".join(f"{type(error).__name__}: {error}".split())[:300]
        yield _problem(named, "archive_unreadable", f"the archive could not be read on ({reason})", AGAIN)


@dataclass(slots=True)
class Expansion:
    """One named file on its way to its sources.

    Attributes:
        budget: what may still be unpacked of it.
        columns: as of :class:`Archive`.
        opener: what opens the file where it is an archive; by default it is opened here.
        taken: the keys of the members that were met.
    """

    budget: Budget
    columns: Columns | None = None
    opener: Opener | None = None
    taken: set[str] = field(default_factory=set)

    def of_bytes(self, named: Named, data: bytes, given: Given, depth: int = 0) -> Iterator[Found]:
        """The sources in ``data``, or what keeps it from being one."""
        if not data.strip():
            yield _problem(named, "source_empty", "the file is empty", "save the source again")
            return
        form = form_of(named.ending, data) if named.ending else form_of_unnamed(data)
        wrong = wrong_form(form, named, data)
        if wrong is not None:
            yield SourceProblem(named.name, wrong)
        elif form == "zip" or form == "warc":  # noqa: PLR1714 - tells the type checker which are left
            if self.opener is not None:
                yield from self.opener(Archive(named, form, given, self.columns, data=data))
            else:
                yield from self.of_stream(named, io.BytesIO(data), form, given, depth)
        elif form == "lines":
            yield from _records(data, named, given)
        elif form == "csv":
            yield from row_sources(data, named.key, named.name, self.columns, given)
        elif form is not None:
            yield Source(named.key, named.name, data, form, given)

    def of_stream(
        self, named: Named, stream: BinaryIO, form: Form, given: Given, depth: int = 0
    ) -> Iterator[Found]:
        """The sources in an archive, which is read as they are asked for."""
        try:
            if form == "warc":
                yield from self._pages(named, stream, given)
            else:
                yield from self._members(named, stream, given, depth + 1)
        except OverLimitError as error:
            yield _too_much(named, error)
        except BrokenArchiveError as error:
            what = f"the archive cannot be opened: {error}"
            yield _problem(named, "archive_unreadable", what, AGAIN)

    def _pages(self, named: Named, stream: BinaryIO, given: Given) -> Iterator[Found]:
        tally, empty = Tally(), True
        for page in web_pages(stream, self.budget, tally):
            empty = False
            yield from _page_found(named.inner(page.url), page, given)
        if tally.passed:
            what = f"{tally.passed:,} answers in the web archive are no pages, and were left out"
            yield _problem(named, "archive_answers_dropped", what, "")
        if tally.broken:
            what = f"the web archive could be read up to one point only: {tally.broken}"
            yield _problem(named, "archive_cut_off", what, AGAIN)
        elif empty:
            todo = "look whether the pages were loaded when it was saved"
            yield _problem(named, "folder_empty", "the web archive holds no pages", todo)

    def _members(self, named: Named, stream: BinaryIO, given: Given, depth: int) -> Iterator[Found]:
        if depth > DEPTH:
            what = f"it is an archive in an archive in an archive; {DEPTH} levels are opened"
            yield _problem(named, "archive_limit", what, AGAIN)
            return
        found = list(zip_members(stream))
        members = {member.name: member for member in found}
        read = False
        for member in found:
            self.budget.count()
            inner = named.inner(member.name)
            beside = member.name.endswith(ENDING) and member.name.removesuffix(ENDING) in members
            if _is_hidden(member.name) or beside or _is_about(named, inner):
                continue
            read = True
            if inner.key in self.taken:
                what = "two members of the archive have this name; the second was not read"
                yield _problem(inner, "source_key_taken", what, "unpack the archive and add the file by hand")
                continue
            self.taken.add(inner.key)
            sidecar = members.get(member.name + ENDING)
            yield from self._member(member, inner, sidecar, given, depth)
        if not read:
            yield _problem(named, "folder_empty", "the archive holds no files", f"Headwater reads {READS}")

    def _member(
        self, member: Member, inner: Named, sidecar: Member | None, given: Given, depth: int
    ) -> Iterator[Found]:
        """The sources of one member; a broken one costs itself only."""
        try:
            if sidecar is not None:
                beside, problems = read_sidecar(unpack(sidecar, self.budget))
                given = given.over(beside)
                yield from (SourceProblem(inner.name, problem) for problem in problems)
            if _is_warc(inner):
                with open_member(member) as stream:
                    yield from self.of_stream(inner, stream, "warc", given, depth)
                return
            data = unpack(member, self.budget)
        except BrokenArchiveError as error:
            yield _problem(inner, "archive_member_unreadable", f"it cannot be unpacked: {error}", AGAIN)
        except OverLimitError as error:
            if error.whole:
                raise
            yield _too_much(inner, error)
        else:
            yield from self.of_bytes(inner, data, given, depth)


def _is_hidden(name: str) -> bool:
    """Whether a member is a system's own, as in a folder: hidden files, and what macOS puts beside them."""
    parts = name.replace("\\", "/").split("/")
    return any(p == "__MACOSX" or (p.startswith(".") and p not in (".", "..")) for p in parts)


def _is_about(archive: Named, inner: Named) -> bool:
    """Whether a member of a WACZ file only tells what is in its web archives: indexes, lists, digests."""
    return archive.ending.lower().endswith(".wacz") and not _is_warc(inner)


def _is_warc(named: Named) -> bool:
    return named.ending.lower().endswith((".warc", ".warc.gz"))


def _page_found(named: Named, page: WebPage, given: Given) -> Iterator[Found]:
    if page.cut is not None:
        what = f"the page in the web archive is not whole: {page.cut}"
        yield _problem(named, "archive_member_unreadable", what, "look whether the page can be saved again")
    if page.data.strip():
        stated = Given(url=page.url)
        yield Source(named.key, named.name, page.data, "html", given, stated, page.charset)
    elif page.cut is None:
        yield _problem(named, "source_empty", "the page is empty", "save the source again")


def _too_much(named: Named, error: OverLimitError) -> SourceProblem:
    what = f"it was not read on, because {error}"
    return _problem(named, "archive_limit", what, AGAIN)


def wrong_form(form: Form | None, named: Named, data: bytes) -> Problem | None:
    """What keeps ``data`` of this form from being a source, if anything."""
    suffix = PurePath(named.ending).suffix
    todo = f"Headwater reads {READS}"
    if form is None and not named.ending:
        return Problem("source_not_text", "what came in is no text", todo)
    if form is None:
        what = f"files of this kind ({suffix or 'no ending'}) are not read"
        return Problem("source_kind_unknown", what, todo)
    if form in TEXTS and not is_text(data):
        kind = "" if suffix.lower() in BY_ENDING else " of a known kind"
        return Problem("source_not_text", f"the file holds no text{kind}", todo)
    limit = MAX_TEXT if form in TEXTS else MEMBER
    if form not in ("lines", "csv", "zip", "warc") and len(data) > limit:
        what = f"the source has {len(data):,} bytes; one of its kind may have {limit:,}"
        return Problem("source_too_large", what, "cut it into its articles, or make it JSON Lines")
    return None


def _records(data: bytes, named: Named, given: Given) -> Iterator[Found]:
    for line in parse_lines([data]):
        name = f"{named.name}:{line.line}"
        if isinstance(line, BadLine):
            problem = Problem("line_unreadable", line.error, "mend the line and read the file again")
            yield SourceProblem(name, problem)
        else:
            yield Source(line.id, name, line.raw, "record", given)


def _problem(named: Named, code: str, what: str, todo: str) -> SourceProblem:
    return SourceProblem(named.name, Problem(code, what, todo))
