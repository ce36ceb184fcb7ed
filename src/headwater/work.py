"""One source on its way from bytes to records: what a worker process does."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass, replace

from headwater.intake import BUNDLES, Source, SourceProblem, Taken, take
from headwater.intake.expand import AGAIN, Archive, open_archive
from headwater.pipeline import STATIONS, read_document
from headwater.pool import APART, Apart, Limits, Lost, TooLarge, TooLong, WorkerDied
from headwater.records import Document, InputError, Problem, Reading

ALL = frozenset(STATIONS)

MEMORY = 1_500_000_000
"""Bytes that the process which takes a source apart may hold; 100,000 paragraphs on a page need a fifth."""

PAGE = Limits(10, MEMORY)
"""For one page: a thousand times what an article takes, and what a pile can wait for."""

VOLUME = Limits(120, MEMORY)
"""For a file that may hold hundreds of pages or articles; 2,000 pages of PDF take a minute."""

ARCHIVE = Limits(300, MEMORY)
"""For all of an archive; 1 GB of pages, the most that is unpacked of one, takes a minute.

A change of any of these limits asks for a new version of intake, so that what was given up is tried again.
"""

PLAIN = frozenset({"text", "record"})
"""Kinds of source that need no taking apart: they are read where they are, which is faster."""

_VOLUMES = BUNDLES | {"pdf"}

_REPORT = "read it again; if the same comes back, send the source to Headwater's maintainers"


@dataclass(frozen=True, slots=True)
class Work:
    """What became of a source.

    Attributes:
        readings: one for each document that it holds; what intake noted of the
            source stands among their problems.
        problems: what was noted of a source that gave no document.
        found: the sources in a source that holds many, each to be read by itself.
        failed: whether a station gave up, so that it is worth reading again.
        gave_up: whether it went beyond its limits, so that it is not, unless those change.
    """

    readings: tuple[Reading, ...] = ()
    problems: tuple[Problem, ...] = ()
    found: tuple[Source | SourceProblem, ...] = ()
    failed: bool = False
    gave_up: bool = False


def read_through(source: Source, stations: frozenset[str] = ALL) -> Work:
    """Read ``source`` with ``stations``; a function of the source alone.

    What is more than plain text is taken apart in a process of its own, under
    limits: a source that goes beyond them gives a problem of code
    ``extraction_too_long``, ``extraction_too_large`` or ``worker_died``. A
    station that raises costs its document only: the document is kept with a
    problem of code ``station_failed``.
    """
    taken = _taken(source)
    if isinstance(taken, Lost):
        return _lost(taken, _limits(source))
    if taken.found:
        return Work(found=taken.found)
    if not taken.documents:
        return Work(problems=taken.problems)
    pairs = [_read(document, stations) for document in taken.documents]
    first, *rest = [reading for reading, _ in pairs]
    first = replace(first, problems=(*taken.problems, *first.problems))
    return Work((first, *rest), failed=any(failed for _, failed in pairs))


def unpack_apart(apart: Apart, archive: Archive) -> Generator[Source | SourceProblem | Lost, None, None]:
    """The sources in an archive, unpacked in ``apart`` under limits; last what befell it, if anything."""
    return apart.stream(open_archive, archive, ARCHIVE)


def _taken(source: Source) -> Taken | Lost:
    return take(source) if source.kind in PLAIN else APART.ask(take, source, _limits(source))


def _limits(source: Source) -> Limits:
    return VOLUME if source.kind in _VOLUMES else PAGE


def _read(document: Document, stations: frozenset[str]) -> tuple[Reading, bool]:
    try:
        return read_document(document, stations), False
    except Exception as error:
        reason = " ".join(f"{type(error).__name__}: {error}".split())[:300]
        what = f"a fault in Headwater kept this document from being read ({reason})"
        return Reading(document, problems=(Problem("station_failed", what, _REPORT),)), True


def or_problem(result: Work | WorkerDied) -> Work:
    """What a pool gave for a source; a dead worker becomes a problem of code ``worker_died``."""
    return result if isinstance(result, Work) else _lost(result, PAGE)


def _lost(lost: Lost, limits: Limits) -> Work:
    gave_up = not isinstance(lost, WorkerDied)
    return Work(problems=(lost_problem(lost, limits, "taking its text out"),), failed=True, gave_up=gave_up)


_COPY = (
    "open it, copy the article, and add it as a plain text file; cut a file of many articles into parts; "
    "it is tried again with --retry"
)


def lost_problem(lost: Lost, limits: Limits, doing: str, todo: str = _COPY) -> Problem:
    """What befell a source, as a problem.

    Args:
        lost: what befell it.
        limits: that it was under.
        doing: what would take more than that.
        todo: what to do where it would.
    """
    if isinstance(lost, TooLong):
        what = f"{doing} would take more than {limits.seconds:g} seconds of computing"
        return Problem("extraction_too_long", what, todo)
    if isinstance(lost, TooLarge):
        what = f"{doing} would take more than {limits.memory / 1e9:g} GB of memory"
        return Problem("extraction_too_large", what, todo)
    what = "the process that read this source ended before it was through (out of memory, or killed)"
    return Problem("worker_died", what, _REPORT)


def archive_problem(lost: Lost) -> Problem:
    """As :func:`lost_problem`, for an archive that was unpacked up to one point."""
    return lost_problem(lost, ARCHIVE, "unpacking all of it", f"{AGAIN}; it is tried again with --retry")


def with_needs(names: Iterable[str]) -> frozenset[str]:
    """The named stations and those that they need; all where none is named.

    Each station needs all before it.

    Raises:
        InputError: for a name that is no station.
    """
    wanted = list(names)
    unknown = sorted(set(wanted) - ALL)
    if unknown:
        raise InputError(f"There is no station {unknown[0]!r}. Name any of: {_listed(STATIONS)}.")
    last = max(map(STATIONS.index, wanted), default=len(STATIONS) - 1)
    return frozenset(STATIONS[: last + 1])


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names)
