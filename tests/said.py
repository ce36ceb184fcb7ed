"""Reads short invented texts, and shows attributions as the words that they rest on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from headwater.pipeline import read_document
from headwater.reading import read_marks
from headwater.records import Attribution, Document, Entity, Marks, Reading, Span, Spans, document_id


@dataclass(frozen=True)
class Said:
    """One attribution in words: broken spans are joined by " … ", chains are labels without the page's."""

    source: str
    cue: str
    content: str
    chain: tuple[str, ...]
    record: Attribution


def document_of(text: str, **values: Any) -> Document:
    """A document of ``text`` with the fields in ``values``."""
    return Document(document_id("invented.txt", text), "invented.txt", "invented.txt", text, **values)


def reading_of(text: str, **values: Any) -> Reading:
    """Everything that the stations make of ``text``."""
    return read_document(document_of(text, **values))


def marks_of(text: str) -> Marks:
    """The marks of ``text``."""
    return read_marks(document_of(text)).marks


def words(text: str, spans: Spans) -> str:
    """The words under ``spans``."""
    return " … ".join(s.of(text) for s in spans)


def said_in(text: str, **values: Any) -> list[Said]:
    """Every attribution of ``text``, in order."""
    return statements(reading_of(text, **values))


def statements(reading: Reading) -> list[Said]:
    """Every attribution of ``reading``, in order."""
    return [_shown(reading.document.text, a) for a in reading.attributions]


def _shown(text: str, a: Attribution) -> Said:
    chain = tuple(link.label for link in a.chain[1:])
    return Said(words(text, a.source), words(text, a.cue), words(text, a.content), chain, a)


def one(found: list[Said], cue: str) -> Said:
    """The only attribution with that cue."""
    fitting = [s for s in found if s.cue == cue]
    assert len(fitting) == 1, f"{len(fitting)} attributions with the cue {cue!r}: {[s.cue for s in found]}"
    return fitting[0]


def parts_in(text: str, **values: Any) -> list[tuple[str, str | None, str]]:
    """Kind, voice and words of every part of ``text``."""
    reading = reading_of(text, **values)
    return [(p.kind, p.voice.label if p.voice else None, p.span.of(text)) for p in reading.parts]


def span_of(text: str, part: str) -> Span:
    """Where ``part`` first stands in ``text``."""
    return Span(text.index(part), text.index(part) + len(part))


def speakers(text: str) -> list[tuple[str, ...]]:
    """The names of the speakers of each attribution."""
    reading = reading_of(text)
    named = entities(reading)
    return [tuple(named[e].name for e in a.speakers) for a in reading.attributions]


def entities(reading: Reading) -> dict[str, Entity]:
    return {e.id: e for e in reading.entities}
