"""The labels of the figures of news: what one passage counts, by offsets into its article."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from headwater.records.spans import Span
from headwater.records.vocabulary import FigureOf, Hedge, VictimStatus

GOLD = Path(__file__).with_name("gold.json")
FIELDS = ("of", "low", "high", "hedge", "status", "part_of", "same_as")
"""The fields that are no spans; the last two are ids of other marks of the passage."""
SPANS = ("side", "window")


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure as an annotator labelled it."""

    id: str
    span: Span
    of: FigureOf
    low: float | None
    high: float | None
    hedge: Hedge
    side: Span | None = None
    status: VictimStatus | None = None
    window: Span | None = None
    part_of: str | None = None
    same_as: str | None = None


@dataclass(frozen=True, slots=True)
class Labelled:
    """One passage with its marks."""

    id: str
    article: str
    sha256: str
    span: Span
    marks: tuple[Mark, ...]


def to_json(one: Labelled) -> dict[str, Any]:
    """A labelled passage as plain data."""
    place = {"start": one.span.start, "end": one.span.end}
    head = {"id": one.id, "article": one.article, "sha256": one.sha256}
    return head | place | {"figures": [_mark_to_json(m) for m in one.marks]}


def _mark_to_json(mark: Mark) -> dict[str, Any]:
    place = {"id": mark.id, "start": mark.span.start, "end": mark.span.end}
    fields = {name: getattr(mark, name) for name in FIELDS}
    return place | fields | {name: _pair(getattr(mark, name)) for name in SPANS}


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def from_json(row: dict[str, Any]) -> Labelled:
    """The labelled passage that ``to_json`` wrote.

    Raises:
        KeyError, TypeError, ValueError: where a field is missing or of the wrong shape.
    """
    marks = tuple(_mark_from_json(m) for m in row["figures"])
    return Labelled(row["id"], row["article"], row["sha256"], Span(row["start"], row["end"]), marks)


def _mark_from_json(row: dict[str, Any]) -> Mark:
    spans: dict[str, Any] = {name: None if row[name] is None else Span(*row[name]) for name in SPANS}
    return Mark(row["id"], Span(row["start"], row["end"]), **{name: row[name] for name in FIELDS}, **spans)


def written(passages: Iterable[Labelled]) -> str:
    """Labelled passages as JSON, one a line."""
    rows = ",\n".join(json.dumps(to_json(p), ensure_ascii=False) for p in passages)
    return f"[\n{rows}\n]\n"


def read(path: Path) -> list[Labelled]:
    """The labelled passages of a file that ``written`` made."""
    return [from_json(row) for row in json.loads(path.read_text(encoding="utf-8"))]
