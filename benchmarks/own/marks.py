"""The own gold's labels: who says what in one passage, by offsets into its article."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.gold import spans_of
from benchmarks.measures import Triple
from headwater.records.spans import Span, Spans
from headwater.records.vocabulary import (
    AttributionForm,
    AttributionSort,
    Certainty,
    LinkKind,
    Polarity,
    SourceKind,
)

GOLD = Path(__file__).with_name("gold.json")
INVENTED = Path(__file__).with_name("invented.json")
"""60 invented passages of rare patterns, their texts beside them."""
Voice = frozenset[str]
"""One speaker under every label that it goes by."""
Link = tuple[LinkKind, tuple[Voice, ...]]
"""A kind and the voices that speak together there."""
FIELDS = ("form", "sort", "source_kind", "polarity", "content_negated", "certainty")
"""The closed fields of an attribution."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One attribution as an annotator labelled it.

    ``chain`` leaves out the page, which is first in every chain; ``parent`` is
    the id of another mark of the passage.
    """

    id: str
    triple: Triple
    form: AttributionForm
    sort: AttributionSort
    source_kind: SourceKind
    speakers: tuple[Voice, ...]
    polarity: Polarity
    content_negated: bool
    certainty: Certainty
    parent: str | None
    chain: tuple[Link, ...]
    debatable: bool = False


@dataclass(frozen=True, slots=True)
class Labelled:
    """One passage with its marks; ``forecasts`` are the author's own, in opinion pieces."""

    id: str
    kind: str
    article: str
    sha256: str
    span: Span
    marks: tuple[Mark, ...]
    forecasts: Spans = ()

    @property
    def triples(self) -> list[Triple]:
        """The roles of its marks."""
        return [m.triple for m in self.marks]


def to_json(one: Labelled) -> dict[str, Any]:
    """A labelled passage as plain data."""
    return {
        "id": one.id,
        "kind": one.kind,
        "article": one.article,
        "sha256": one.sha256,
        "start": one.span.start,
        "end": one.span.end,
        "attributions": [_mark_to_json(m) for m in one.marks],
        "forecasts": _pairs(one.forecasts),
    }


def _mark_to_json(mark: Mark) -> dict[str, Any]:
    roles = {role: _pairs(mark.triple.role(role)) for role in ("content", "cue", "source")}
    fields = {name: getattr(mark, name) for name in FIELDS}
    chain = [{"kind": kind, "voices": _voices(voices)} for kind, voices in mark.chain]
    told = {"speakers": _voices(mark.speakers), "parent": mark.parent, "chain": chain}
    return {"id": mark.id, **roles, **fields, **told, "debatable": mark.debatable}


def _voices(voices: Iterable[Voice]) -> list[list[str]]:
    return [sorted(v) for v in voices]


def _pairs(spans: Spans) -> list[list[int]]:
    return [[s.start, s.end] for s in spans]


def from_json(row: dict[str, Any]) -> Labelled:
    """The labelled passage that ``to_json`` wrote.

    Raises:
        KeyError, TypeError, ValueError: where a field is missing or of the wrong shape.
    """
    marks = tuple(_mark_from_json(m) for m in row["attributions"])
    place = Span(row["start"], row["end"])
    forecasts = spans_of(row["forecasts"])
    return Labelled(row["id"], row["kind"], row["article"], row["sha256"], place, marks, forecasts)


def _mark_from_json(row: dict[str, Any]) -> Mark:
    return Mark(
        id=row["id"],
        triple=Triple(spans_of(row["source"]), spans_of(row["cue"]), spans_of(row["content"])),
        **{name: row[name] for name in FIELDS},
        speakers=_voices_of(row["speakers"]),
        parent=row["parent"],
        chain=tuple((link["kind"], _voices_of(link["voices"])) for link in row["chain"]),
        debatable=row["debatable"],
    )


def _voices_of(rows: Iterable[Iterable[str]]) -> tuple[Voice, ...]:
    return tuple(frozenset(v) for v in rows)


def written(passages: Iterable[Labelled]) -> str:
    """Labelled passages as JSON, one a line."""
    rows = ",\n".join(json.dumps(to_json(p), ensure_ascii=False) for p in passages)
    return f"[\n{rows}\n]\n"


def read(path: Path) -> list[Labelled]:
    """The labelled passages of a file that ``written`` made."""
    return [from_json(row) for row in json.loads(path.read_text(encoding="utf-8"))]


def outer(mark: Mark, marks: Iterable[Mark]) -> Iterator[Mark]:
    """The parents of a mark from the innermost out; a circle ends where it closes."""
    known = {m.id: m for m in marks}
    seen, at = {mark.id}, mark.parent
    while at is not None and at in known and at not in seen:
        seen.add(at)
        yield known[at]
        at = known[at].parent
