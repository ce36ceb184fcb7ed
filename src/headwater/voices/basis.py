"""How the speaker of a statement knows, as far as words show it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headwater.reading.ordered import quotes_at
from headwater.records import Occasion, Quote, Span, Spans
from headwater.records.vocabulary import Basis
from headwater.voices import grounds
from headwater.voices.draft import Draft
from headwater.voices.lexicon import CITING
from headwater.voices.relays import QUOTED
from headwater.voices.resolved import Resolved

Shown = tuple[Basis, Spans]
"""A basis with the words that show it."""

# A statement's basis is told early in it; a speech of pages is not searched to its end.
SEARCHED = 800
# A clause about a source stands right behind it.
_BEHIND = 120
_PUBLIC = frozenset(("news_conference", "reporters", "statement"))
_CLAIMING = frozenset("claim claims claimed claiming".split())
_PEOPLE = frozenset(("named_person", "unnamed_person", "unnamed_group", "anonymous"))
_GROUPS = frozenset(("named_organisation", "unnamed_group", "anonymous"))
_OWN: tuple[tuple[Basis, re.Pattern[str]], ...] = (
    ("hearsay", grounds.WAS_TOLD),
    ("witness", grounds.SAW),
    ("participant", grounds.LIVED),
)
_INDIRECT: tuple[tuple[Basis, re.Pattern[str]], ...] = (
    ("hearsay", grounds.HE_WAS_TOLD),
    ("witness", grounds.HE_SAW),
    ("participant", grounds.HE_LIVED),
)
_HEADS: tuple[tuple[Basis, re.Pattern[str]], ...] = (
    ("witness", grounds.WITNESSES),
    ("participant", grounds.PARTAKERS),
)
_CLAUSES: tuple[tuple[Basis, re.Pattern[str]], ...] = (
    ("witness", grounds.WHO_SAW),
    ("participant", grounds.TOOK_PART),
    ("hearsay", grounds.BRIEFED),
)


@dataclass(frozen=True, slots=True)
class Told:
    """A statement with what stands around it.

    Attributes:
        around: the stretches of its clause that are not what is said.
        relays: the statements that it passes on whole ("citing officials").
        outer: the statement that holds it, where another speaks there.
    """

    draft: Draft
    who: Resolved
    around: Spans
    occasion: Occasion | None
    relays: Sequence[tuple[Draft, Resolved]] = ()
    outer: Draft | None = None


def basis_of(text: str, told: Told, quotes: Sequence[Quote]) -> Shown | None:
    """The basis that the words show, the speaker's own account first; ``None`` where they show none.

    ``quotes`` are the quotations that stand in no other, in order.
    """
    return (
        _own_account(text, told, quotes)
        or _of_source(text, told)
        or _of_papers(text, told)
        or _relayed(told)
        or _of_occasion(told.occasion)
        or _nested(told.outer)
    )


def _own_account(text: str, told: Told, quotes: Sequence[Quote]) -> Shown | None:
    """What the content says of how it is known: "I saw", "he was in the car", "it carried out"."""
    if told.who.kind in _PEOPLE:
        for basis, pattern in _OWN:
            if found := _first_person(text, told.draft, quotes, pattern):
                return basis, (found,)
        head = told.draft.content[0]
        for basis, pattern in _INDIRECT:
            if found := _at_head(text, head, pattern):
                return basis, (found,)
    return _deed(text, told)


def _first_person(text: str, draft: Draft, quotes: Sequence[Quote], pattern: re.Pattern[str]) -> Span | None:
    """Words in the first person, in a quotation."""
    for content in draft.content:
        stop = min(content.end, content.start + SEARCHED)
        for found in pattern.finditer(text, content.start, stop):
            if any(q.span.contains(Span(*found.span())) for q in quotes_at(quotes, *found.span())):
                return Span(*found.span())
    return None


def _at_head(text: str, content: Span, pattern: re.Pattern[str]) -> Span | None:
    found = pattern.match(text, content.start, min(content.end, content.start + SEARCHED))
    return Span(*found.span()) if found else None


def _deed(text: str, told: Told) -> Shown | None:
    """What a body says that it did itself, or a commander his men."""
    head, found = told.draft.content[0], None
    if told.who.kind in _GROUPS:
        found = _at_head(text, head, grounds.IT_DID)
    if found is None and told.draft.word in _CLAIMING:
        found = _at_head(text, head, grounds.RESPONSIBILITY)
    if found is None and any(grounds.COMMANDERS.search(s.of(text)) for s in told.draft.source):
        found = _at_head(text, head, grounds.HIS_MEN)
    return ("participant", (found,)) if found else None


def _of_source(text: str, told: Told) -> Shown | None:
    """What the words for the speaker say: "witnesses", "a passenger", "who was briefed on the talks"."""
    words = [*told.draft.source, *told.draft.cue, *told.around]
    at_court = any(grounds.AT_COURT.search(s.of(text)) for s in words)
    for source in told.draft.source:
        for basis, pattern in _HEADS:
            found = pattern.match(text, source.start, source.end)
            if found and not (at_court and pattern is grounds.WITNESSES):
                return basis, (Span(*found.span()),)
    for span in _source_words(told):
        for basis, pattern in _CLAUSES:
            if found := pattern.search(text, span.start, span.end):
                return basis, (Span(*found.span()),)
    return None


def _source_words(told: Told) -> Iterator[Span]:
    """The source and the clause that stands right behind it."""
    for source in told.draft.source:
        yield Span(source.start, min(source.end, source.start + SEARCHED))
        for near in told.around:
            if source.end <= near.start <= source.end + 2:
                yield Span(near.start, min(near.end, near.start + _BEHIND))


def _of_papers(text: str, told: Told) -> Shown | None:
    """A source that is a document, or words beside it: "in a report"."""
    none = any(grounds.NO_PAPER.search(s.of(text)) for s in told.draft.source)
    if told.who.kind == "document" and told.draft.source and not none:
        return "document", told.draft.source
    for near in told.around:
        if found := grounds.IN_PAPERS.search(text, near.start, near.end):
            return "document", (Span(*found.span()),)
    return None


def _relayed(told: Told) -> Shown | None:
    """``reported, citing officials``: the speaker passes on another's word; "reportedly"."""
    for draft, who in told.relays:
        if draft.cue:
            return ("document" if who.kind == "document" else "hearsay"), draft.cue
    if told.draft.word in grounds.REPORTEDLY:
        return "hearsay", told.draft.cue
    return None


def _of_occasion(occasion: Occasion | None) -> Shown | None:
    return ("briefing", occasion.spans) if occasion and occasion.kind in _PUBLIC else None


def _nested(outer: Draft | None) -> Shown | None:
    """Known here through another speaker only."""
    words = (outer.cue or outer.source) if outer is not None else ()
    return ("hearsay", words) if words else None


def passes_on(draft: Draft, inner: Draft) -> bool:
    """Whether a statement is no more than another's that it cites."""
    return inner.kind == "relay" or (draft.word in CITING and inner.rule == QUOTED)
