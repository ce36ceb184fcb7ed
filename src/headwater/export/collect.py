"""Every row of a casefile, in the order of the files."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator

from headwater.casefile import Casefile
from headwater.export.rows import KINDS, Row, by_id, rows_of, source_problem_row


def every_row(casefile: Casefile, kinds: Iterable[str] = tuple(KINDS)) -> Iterator[tuple[str, Row]]:
    """Each row of the current versions with its kind; the rows of one kind sorted by id.

    Documents come by id and the ids of their records begin with it, so that
    one pass over the documents gives every kind in its order.

    Raises:
        KeyError: for a kind that is not in ``KINDS``.
    """
    wanted = tuple(kinds)
    yield from heapq.merge(
        _of_documents(casefile, wanted), _apart(casefile, wanted), key=lambda pair: by_id(pair[1])
    )


def _of_documents(casefile: Casefile, kinds: tuple[str, ...]) -> Iterator[tuple[str, Row]]:
    for reading in casefile.readings(by_id=True):
        found = ((kind, row) for kind in kinds for row in rows_of(kind, reading))
        yield from sorted(found, key=lambda pair: by_id(pair[1]))


def _apart(casefile: Casefile, kinds: tuple[str, ...]) -> list[tuple[str, Row]]:
    """Rows that belong to no document, sorted by id."""
    problems = {row["id"]: row for row in (source_problem_row(*pair) for pair in casefile.source_problems())}
    found = [("problems", row) for row in problems.values()]
    found += [("judgements", row) for row in casefile.judgements()]
    return sorted((pair for pair in found if pair[0] in kinds), key=lambda pair: by_id(pair[1]))
