"""Drafts of a whole document: its parts, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from headwater.models import Said
from headwater.reading.ordered import quotes_at, spans_at
from headwater.reading.quotes import outer_quotes
from headwater.records import READ_KINDS, Marks, Part, Span
from headwater.voices.cited_by import with_citers
from headwater.voices.citing import with_asides
from headwater.voices.clause import Sentence, view
from headwater.voices.draft import Draft
from headwater.voices.extract import announced, attributions_of
from headwater.voices.heads import with_whole_subject, without_thing
from headwater.voices.heard import heard_in, merge, said_within
from headwater.voices.labelled import labelled, labels_of
from headwater.voices.objections import with_objections
from headwater.voices.objects import without_next_subject
from headwater.voices.questions import without_asked
from headwater.voices.quotations import attach, colon
from headwater.voices.quoted_by import with_quoted_by
from headwater.voices.recut import recut
from headwater.voices.relays import with_relays
from headwater.voices.trailing import with_trailing
from headwater.voices.turned import accorded, turned
from headwater.voices.unsaid import without_unsaid
from headwater.voices.views import with_views

# "@JKB: Agreed on all points": whom a comment answers is not part of what it says.
_ADDRESS = re.compile(r"@[^\s:,][^:,\n]{0,38}[:,]\s*(?=\S)")
# Words that stand for the sentence before.
_POINTERS = frozenset(("that's", "that is", "it's", "it is", "this is", "this"))


def draft_document(
    text: str, marks: Marks, parts: Sequence[Part], said: Sequence[Said] = ()
) -> list[tuple[int, Draft]]:
    """All drafts with the index of the part that each stands in, in order of the text.

    ``said`` is what the reader model found, in order of the cues.
    """
    found: list[tuple[int, Draft]] = []
    speakers = _words_of(text, marks, ("person", "organisation"))
    labels = labels_of(text, _words_of(text, marks, ("person",)))
    for index, part in enumerate(parts):
        if part.kind in READ_KINDS:
            found += [(index, d) for d in _draft_part(text, marks, part, speakers, labels, said)]
    return found


def _words_of(text: str, marks: Marks, types: Sequence[str]) -> frozenset[str]:
    """The words with a capital of the names of some types."""
    words = (w for n in marks.names if n.type in types for w in n.span.of(text).split())
    return frozenset(w for w in words if w[0].isupper() and w != "The")


def _draft_part(
    text: str,
    marks: Marks,
    part: Part,
    speakers: frozenset[str],
    labels: frozenset[str],
    said: Sequence[Said],
) -> Iterator[Draft]:
    previous: Draft | None = None
    for sentences in _paragraphs(text, marks, part):
        drafts = [d for s in sentences for d in with_relays(s, attributions_of(s))]
        drafts = merge(drafts, heard_in(said, sentences))
        drafts = [a for d in drafts for a in accorded(d, sentences)]
        drafts = [_pointing_back(turned(d, sentences), sentences) for d in drafts]
        drafts = [recut(without_thing(text, with_whole_subject(d, sentences)), sentences) for d in drafts]
        drafts = [without_next_subject(text, d) for d in drafts]
        drafts = with_quoted_by(drafts, sentences)
        drafts = with_asides(drafts, sentences, said_within(said, sentences[0].block))
        drafts = with_citers(text, with_trailing(text, drafts), sentences)
        drafts = with_objections(with_views(drafts, sentences), sentences)
        if (named := labelled(sentences, labels)) is not None:
            drafts = _under(named, drafts)
        elif not drafts and (named := _by_colon(sentences, part, speakers)) is not None:
            drafts = [named]
        drafts = attach(drafts, sentences, previous)
        drafts = list(without_unsaid(text, without_asked(drafts, sentences)))
        yield from (d for d in drafts if d.kind != "continued" or d.content)
        quoted = next((d for d in reversed(drafts) if d.source and _quotes(d, sentences)), None)
        previous = announced(sentences[-1]) or quoted


def _under(named: Draft, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a paragraph with the one that its label makes; what has no content left is dropped."""
    label = (*named.source, *named.cue)
    kept = (d for d in drafts if not any(c.overlaps(s) for c in (*d.cue, *d.content) for s in label))
    return sorted([named, *kept], key=lambda d: (d.cue or d.content)[0])


def _pointing_back(draft: Draft, sentences: Sequence[Sentence]) -> Draft:
    """``That's according to the hospital``: the content is the sentence before."""
    text = sentences[0].text
    if draft.kind != "phrase" or draft.content[0].of(text).lower().replace("’", "'") not in _POINTERS:
        return draft
    before = [s.span for s in sentences if s.span.end <= draft.content[0].start]
    return replace(draft, content=(before[-1],)) if before else draft


def _quotes(draft: Draft, sentences: Sequence[Sentence]) -> bool:
    """Whether a draft's content holds a quotation: then the next paragraph may go on with it.

    What is said within a quotation ("as the Post wrote") ends with it.
    """
    outer = [s.quotes for s in sentences if s.quotes]
    within = any(quotes_at(quotes, q.start, q.end) for quotes in outer for q in draft.cue)
    return not within and any(quotes_at(quotes, c.start, c.end) for quotes in outer for c in draft.content)


def _by_colon(sentences: Sequence[Sentence], part: Part, speakers: frozenset[str]) -> Draft | None:
    first = sentences[0]
    if part.kind == "headline" or any(q.span.start - first.span.start < 60 for q in first.quotes):
        return colon(first, sentences[-1].span.end, speakers)
    return None


def _paragraphs(text: str, marks: Marks, part: Part) -> Iterator[list[Sentence]]:
    outer = outer_quotes([q for q in marks.quotes if q.span.overlaps(part.span)])
    for block in spans_at(marks.paragraphs, part.span.start, part.span.end):
        start, end = max(block.start, part.span.start), min(block.end, part.span.end)
        if part.kind == "comment" and (address := _ADDRESS.match(text, start, end)):
            start = address.end()
        spans = [Span(max(s.start, start), min(s.end, end)) for s in spans_at(marks.sentences, start, end)]
        if spans:
            yield [view(text, s, Span(start, end), outer) for s in spans]
