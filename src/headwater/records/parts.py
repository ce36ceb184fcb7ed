"""Whose voice a passage is."""

from __future__ import annotations

from dataclasses import dataclass

from headwater.records.checks import require_member
from headwater.records.made import Made
from headwater.records.spans import Span
from headwater.records.vocabulary import PartKind

READ_KINDS: frozenset[PartKind] = frozenset({"headline", "dek", "body", "quoted", "caption", "comment"})
"""Kinds that are read for statements; the rest is furniture of the page."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks in a part. ``label`` is the fullest name known, ``entity`` its id."""

    label: str
    entity: str | None = None

    def __post_init__(self) -> None:
        if not self.label:
            raise ValueError("a voice needs a label")


@dataclass(frozen=True, slots=True)
class Part:
    """A passage in one voice. ``voice`` is ``None`` for the page's own."""

    span: Span
    kind: PartKind
    voice: Voice | None = None
    reply_to: str | None = None
    made: Made | None = None

    def __post_init__(self) -> None:
        require_member("Part", "kind", self.kind, PartKind)
