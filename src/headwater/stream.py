"""Documents in, annotations out; nothing is kept."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from headwater.intake import BadLine, Record, Source, parse_lines
from headwater.pool import Pool
from headwater.records import InputError, Problem, Reading
from headwater.records.annotation import SCHEMA, annotation
from headwater.work import Work, or_problem, read_through, with_needs

LIGHT = 50_000
"""Bytes of a first line that the calling process reads itself, without the shelter of a worker."""


def annotate(
    text: str,
    *,
    published: str | None = None,
    outlet: str | None = None,
    author: str | None = None,
    title: str | None = None,
) -> Reading:
    """Read one text and keep nothing.

    Args:
        text: the article, taken as it is; offsets of the result mean this string.
        published: ISO 8601 date or date-time; without it "Tuesday" stays open.
        outlet: who published it.
        author: who wrote it.
        title: its headline.

    Returns:
        the reading; ``to_dict()`` gives the object that ``headwater annotate``
        writes, with a digest of the text as ``id``.

    Raises:
        InputError: where ``text`` cannot be read or ``published`` is no date.

    Example:
        >>> reading = annotate('The mayor said the bridge was safe.', published='2024-12-17')
        >>> reading.document.published
        '2024-12-17'
    """
    name = hashlib.sha256(str(text).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    stated = {"title": title, "published": published, "outlet": outlet, "author": author}
    line = json.dumps({"id": name, "text": text, **stated}).encode()
    # Read as a line of JSON: the same checks, the same messages, the same result.
    record = next(parse_lines([line]))
    if isinstance(record, BadLine):
        raise InputError(record.error)
    work = read_through(_source(record))
    if not work.readings:
        raise InputError(_said(work.problems[0]))
    return work.readings[0]


def annotate_lines(
    data: Iterable[bytes], *, stations: Iterable[str] = (), workers: int | None = None
) -> Iterator[dict[str, Any]]:
    """The contract's object for each line of ``data``, in order, as soon as it is there.

    Args:
        data: JSON Lines in portions of any size, such as an open binary file.
        stations: names of stations; all by default.
        workers: how many processes read; by default one a core.

    Yields:
        one object a line; a line that cannot be read gives one with ``error``.

    Raises:
        InputError: for a name that is no station, before anything is read.
    """
    wanted = with_needs(stations)
    return _annotated(data, wanted, workers)


def _annotated(
    data: Iterable[bytes], stations: frozenset[str], workers: int | None
) -> Iterator[dict[str, Any]]:
    with Pool(workers) as pool:
        read = partial(_read_line, stations=stations)
        for line, result in pool.stream(read, parse_lines(data), _is_light):
            if isinstance(line, BadLine):
                yield failure(line.id, line.error)
            else:
                yield _object(line, or_problem(result), stations)


def _is_light(line: Record | BadLine) -> bool:
    return isinstance(line, BadLine) or len(line.raw) <= LIGHT


def _read_line(line: Record | BadLine, stations: frozenset[str]) -> Work:
    return Work() if isinstance(line, BadLine) else read_through(_source(line), stations)


def _object(line: Record, work: Work, stations: frozenset[str]) -> dict[str, Any]:
    if work.readings and not work.failed:
        return annotation(work.readings[0], stations)
    problems = work.readings[0].problems if work.readings else work.problems
    return failure(line.id, _said(problems[-1]))


def failure(record_id: str | None, error: str) -> dict[str, Any]:
    """What stands in the place of a line that cannot be read."""
    return {"schema": SCHEMA, "id": record_id, "error": error}


def _said(problem: Problem) -> str:
    return f"{problem.what}; {problem.todo}" if problem.todo else problem.what


def _source(record: Record) -> Source:
    return Source(record.id, f"line {record.line}", record.raw, "record")
