"""Sources that were given up, so that the same bytes are not tried again for nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from headwater.casefile.tables import given_up
from headwater.records import Problem, from_json


@dataclass(frozen=True, slots=True)
class Attempt:
    """Taking a source or an archive apart: what decides how that ends.

    Attributes:
        key: its source key.
        sha256: of its bytes.
        kind: how it is read.
        facts: what else counts, as values of JSON.
        intake: the version of the station that does it.
    """

    key: str
    sha256: str
    kind: str
    facts: Mapping[str, Any]
    intake: str


@dataclass(frozen=True, slots=True)
class GivenUp:
    """An attempt that went beyond its limits.

    Attributes:
        attempt: which one.
        after: how many sources and problems came out of an archive before that.
        problem: what was told.
    """

    attempt: Attempt
    after: int
    problem: Problem


def every(connection: Connection) -> list[GivenUp]:
    """All that were given up, by key and digest."""
    rows = connection.execute(select(given_up).order_by(given_up.c.key, given_up.c.sha256))
    return [
        GivenUp(
            Attempt(row.key, row.sha256, row.kind, row.facts, row.intake),
            row.after,
            from_json(Problem, dict(row._mapping)),
        )
        for row in rows
    ]


def keep(connection: Connection, one: GivenUp) -> None:
    """Note that ``one`` was given up, in place of what was noted of it before."""
    attempt, problem = one.attempt, one.problem
    forget(connection, attempt.key, attempt.sha256)
    values = asdict(attempt) | {"after": one.after}
    values |= {"code": problem.code, "what": problem.what, "todo": problem.todo}
    connection.execute(insert(given_up).values(values))


def forget(connection: Connection, key: str, sha256: str | None = None) -> None:
    """Drop what was noted of a source, by default whatever bytes it had."""
    mine = delete(given_up).where(given_up.c.key == key)
    connection.execute(mine if sha256 is None else mine.where(given_up.c.sha256 == sha256))
