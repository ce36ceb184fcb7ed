"""One source on its way from bytes to records: what a worker process does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from headwater.intake import BUNDLES, Source, SourceProblem, open_bundle, read_source
from headwater.pipeline import STATIONS, read_document
from headwater.pool import WorkerDied
from headwater.records import Document, InputError, Problem, Reading

ALL = frozenset(STATIONS)

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
    """

    readings: tuple[Reading, ...] = ()
    problems: tuple[Problem, ...] = ()
    found: tuple[Source | SourceProblem, ...] = ()
    failed: bool = False


def read_through(source: Source, stations: frozenset[str] = ALL) -> Work:
    """Read ``source`` with ``stations``; a function of the source alone.

    A station that raises costs its document only: the document is kept with a
    problem of code ``station_failed``.
    """
    if source.kind in BUNDLES:
        return Work(found=open_bundle(source))
    intake = read_source(source)
    if not intake.documents:
        return Work(problems=intake.problems)
    pairs = [_read(document, stations) for document in intake.documents]
    first, *rest = [reading for reading, _ in pairs]
    first = replace(first, problems=(*intake.problems, *first.problems))
    return Work((first, *rest), failed=any(failed for _, failed in pairs))


def _read(document: Document, stations: frozenset[str]) -> tuple[Reading, bool]:
    try:
        return read_document(document, stations), False
    except Exception as error:
        reason = " ".join(f"{type(error).__name__}: {error}".split())[:300]
        what = f"a fault in Headwater kept this document from being read ({reason})"
        return Reading(document, problems=(Problem("station_failed", what, _REPORT),)), True


def or_problem(result: Work | WorkerDied) -> Work:
    """What a pool gave for a source; a dead worker becomes a problem of code ``worker_died``."""
    if isinstance(result, Work):
        return result
    what = "the process that read this source ended before it was through (out of memory, or killed)"
    return Work(problems=(Problem("worker_died", what, _REPORT),), failed=True)


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
