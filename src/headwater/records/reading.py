"""What Headwater makes of one document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from headwater.records.annotation import annotation
from headwater.records.attribution import Attribution
from headwater.records.checks import require_disjoint, require_inside
from headwater.records.document import Document
from headwater.records.marks import Entity, Figure, Mention, Time
from headwater.records.parts import Part
from headwater.records.problems import Problem
from headwater.records.spans import Span
from headwater.records.stance import UNKNOWN_STANCE, Forecast, Stance


@dataclass(frozen=True, slots=True)
class Reading:
    """One document with every record derived from it.

    Raises:
        ValueError: where a span leaves the text, parts overlap or leave words
            uncovered, a record names an entity or parent that is not there, or
            parents run in a circle, or forecasts are given on a page that is not opinion.
    """

    document: Document
    parts: tuple[Part, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    figures: tuple[Figure, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    problems: tuple[Problem, ...] = ()
    stance: Stance = UNKNOWN_STANCE
    forecasts: tuple[Forecast, ...] = ()

    def __post_init__(self) -> None:
        require_inside(f"the reading of {self.document.id}", self._spans(), len(self.document.text))
        self._check_cover()
        self._check_entities()
        self._check_parents()
        self._check_forecasts()

    def to_dict(self) -> dict[str, Any]:
        """The object that ``headwater annotate`` writes for this document, with every list."""
        return annotation(self)

    def _spans(self) -> Iterator[Span]:
        marked: tuple[Part | Mention | Time | Figure | Forecast, ...]
        marked = (*self.parts, *self.mentions, *self.times, *self.figures, *self.forecasts)
        yield from (record.span for record in marked)
        for figure in self.figures:
            yield from (s for s in (figure.side, figure.window, figure.as_of) if s is not None)
        for attribution in self.attributions:
            yield from (*attribution.content, *attribution.cue, *attribution.source)
            yield from attribution.basis_spans
            yield from attribution.occasion.spans if attribution.occasion else ()
        yield from (span for reason in self.stance.why for span in reason.spans)
        yield from (p.span for p in self.problems if p.span is not None)

    def _check_cover(self) -> None:
        spans = tuple(p.span for p in self.parts)
        require_disjoint("Reading", "parts", spans)
        if not spans:
            return
        ends = [0, *(s.end for s in spans)]
        starts = [*(s.start for s in spans), len(self.document.text)]
        for end, start in zip(ends, starts, strict=True):
            if self.document.text[end:start].strip():
                raise ValueError(f"no part covers [{end}, {start}) of document {self.document.id}")

    def _check_entities(self) -> None:
        known = {e.id for e in self.entities}
        named = {m.entity for m in self.mentions}
        for attribution in self.attributions:
            named.update(attribution.speakers)
            named.update(link.entity for link in attribution.chain)
        named.update(p.voice.entity for p in self.parts if p.voice is not None)
        unknown = named - known - {None}
        if unknown:
            raise ValueError(
                f"document {self.document.id} has no entity {', '.join(sorted(map(str, unknown)))}"
            )

    def _check_parents(self) -> None:
        parents = {a.id: a.parent for a in self.attributions}
        for attribution in self.attributions:
            if attribution.part >= len(self.parts):
                raise ValueError(
                    f"attribution {attribution.id} stands in part {attribution.part}, which is not there"
                )
            seen, at = set(), attribution.parent
            while at is not None:
                if at in seen or at not in parents:
                    raise ValueError(f"the parents of attribution {attribution.id} do not end: {at}")
                seen.add(at)
                at = parents[at]

    def _check_forecasts(self) -> None:
        if self.forecasts and self.stance.kind != "opinion":
            raise ValueError(f"document {self.document.id} is not opinion, so its author forecasts nothing")
        for forecast in self.forecasts:
            inside = forecast.part < len(self.parts) and self.parts[forecast.part].span.contains(
                forecast.span
            )
            if not inside:
                raise ValueError(f"the forecast at {forecast.span} stands outside of part {forecast.part}")
