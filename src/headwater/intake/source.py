"""A source: bytes with a name, not yet read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from headwater.intake.given import Given
from headwater.records import Problem

SourceKindName = Literal["html", "text", "record"]


@dataclass(frozen=True, slots=True)
class Source:
    """One source as found.

    Attributes:
        key: the source key where nothing inside the source states a better one:
            the path relative to the named folder (NFC, ``/`` between parts), or
            the given id of a JSON line.
        name: what the user sees, such as ``articles/x.html`` or ``pile.jsonl:3``.
        data: the bytes, as they are.
        kind: how to read them; a ``record`` is one line of JSON.
        given: what the user states about it.
    """

    key: str
    name: str
    data: bytes = field(repr=False)
    kind: SourceKindName
    given: Given = field(default_factory=Given)


@dataclass(frozen=True, slots=True)
class SourceProblem:
    """A problem of a source that has no document (yet), under the name that the user sees."""

    name: str
    problem: Problem
