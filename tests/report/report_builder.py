"""Builds readings by hand for the tests of the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypedDict, Unpack

from headwater.records import (
    Attribution,
    ChainLink,
    Document,
    Entity,
    Figure,
    Mention,
    Part,
    Problem,
    Reading,
    Span,
    Spans,
    Time,
    Voice,
    document_id,
)
from headwater.records.vocabulary import (
    AttributionForm,
    AttributionSort,
    Certainty,
    EntityType,
    LinkKind,
    MentionForm,
    PartKind,
    Polarity,
    SourceKind,
)


class Facts(TypedDict, total=False):
    """Fields of a document beside its text and source."""

    url: str | None
    outlet: str | None
    title: str | None
    byline: str | None
    published: str | None
    language: str
    given: tuple[str, ...]


class Said(TypedDict, total=False):
    """Fields of an attribution that differ from the plainest one."""

    form: AttributionForm
    sort: AttributionSort
    source_kind: SourceKind
    polarity: Polarity
    content_negated: bool
    certainty: Certainty
    parent: str | None


def document(text: str, source: str = "note.txt", **fields: Unpack[Facts]) -> Document:
    return Document(id=document_id(source, text), source=source, source_key=source, text=text, **fields)


@dataclass
class Builder:
    """Builds a reading by quoting its text; every phrase is found after ``after``."""

    text: str
    source: str
    fields: Facts = field(default_factory=Facts)
    entities: list[Entity] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    page: str = "this page"

    def at(self, words: str, after: int = 0) -> Span:
        start = self.text.index(words, after)
        return Span(start, start + len(words))

    def part(
        self,
        kind: PartKind,
        first: str,
        last: str | None = None,
        voice: str | None = None,
        reply_to: str | None = None,
    ) -> None:
        begin = self.at(first, self.parts[-1].span.end if self.parts else 0)
        end = self.at(last, begin.start).end if last else begin.end
        self.parts.append(Part(Span(begin.start, end), kind, Voice(voice) if voice else None, reply_to))

    def entity(
        self, name: str, kind: EntityType = "person", form: MentionForm = "name", words: str | None = None
    ) -> str:
        entity = Entity(f"e{len(self.entities) + 1}", name, kind)
        self.entities.append(entity)
        self.mentions.append(Mention(self.at(words or name), kind, entity.id, form))
        return entity.id

    def says(
        self,
        content: Sequence[str],
        *,
        speakers: Sequence[str] = (),
        cue: Sequence[str] = (),
        source: Sequence[str] = (),
        chain: Sequence[tuple[str, LinkKind]] = (),
        after: int = 0,
        **more: Unpack[Said],
    ) -> str:
        """Adds an attribution; ``chain`` is the links between page and speaker."""
        names = {e.id: e.name for e in self.entities}
        own = [ChainLink(names[s], s, "speaker") for s in speakers]
        between = [ChainLink(label, None, kind) for label, kind in chain]
        spans = self._spans(content, after)
        plain: Said = {
            "form": "indirect",
            "sort": "statement",
            "source_kind": "named_person",
            "polarity": "asserts",
            "content_negated": False,
            "certainty": "certain",
            "parent": None,
        }
        attribution = Attribution(
            id=f"a{len(self.attributions) + 1}",
            content=spans,
            cue=self._spans(cue, after),
            source=self._spans(source, after),
            speakers=tuple(speakers),
            part=next((i for i, p in enumerate(self.parts) if p.span.contains(spans[0])), 0),
            chain=(ChainLink(self.page, None, "page"), *between, *own),
            **(plain | more),
        )
        self.attributions.append(attribution)
        return attribution.id

    def _spans(self, phrases: Sequence[str], after: int) -> Spans:
        return tuple(self.at(words, after) for words in phrases)

    def reading(self) -> Reading:
        return Reading(
            document(self.text, self.source, **self.fields),
            tuple(self.parts),
            tuple(self.entities),
            tuple(self.mentions),
            tuple(self.times),
            tuple(self.figures),
            tuple(self.attributions),
            tuple(self.problems),
        )
