"""Who speaks in a document: outer statements before those that stand in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from headwater.reading.ordered import quotes_at
from headwater.records import Quote
from headwater.voices.build import Statement
from headwater.voices.chains import ancestry, parents
from headwater.voices.draft import Draft
from headwater.voices.resolved import Frame, Resolved
from headwater.voices.speakers import Speakers, is_labelled
from headwater.voices.words import FIRST_PERSON, RELATIVES


def statements(
    speakers: Speakers, drafts: Sequence[tuple[int, Draft]], quotes: Sequence[Quote]
) -> list[Statement]:
    """The drafts (each with its part) with their speakers; those whose source can't speak are left out.

    ``quotes`` are the quotations that stand in no other, in order.
    """
    parent_of = parents([d for _, d in drafts])
    who: dict[int, Resolved | None] = {}
    for i in range(len(drafts)):
        line = ancestry(parent_of, i)
        for depth, j in enumerate((*line, i)):
            if j not in who:
                part, draft = drafts[j]
                around = [(drafts[k][1], found) for k in line[:depth] if (found := who[k]) is not None]
                who[j] = speakers.resolve(part, draft, _frame(speakers.text, draft, around, quotes))
    return [
        Statement(part, _without_scrap(speakers.text, draft, found), found)
        for i, (part, draft) in enumerate(drafts)
        if (found := who[i]) is not None
    ]


def _without_scrap(text: str, draft: Draft, who: Resolved) -> Draft:
    """The draft without a source of one word that names nobody: "the", "if"."""
    if who.kind != "implicit" or len(draft.source) != 1:
        return draft
    word = draft.source[0].of(text).lower()
    return draft if " " in word or word in RELATIVES else replace(draft, source=())


def _frame(
    text: str, draft: Draft, around: Sequence[tuple[Draft, Resolved]], quotes: Sequence[Quote]
) -> Frame:
    """What stands around a draft's source; ``around`` are the statements that hold it, outermost first."""
    if not draft.source:
        return Frame()
    source = draft.source[0]
    quote = next(iter(quotes_at(quotes, source.start, source.end)), None)
    quoting = _by_label(text, draft, around)
    quoted = quote is not None or quoting is not None
    if quote is not None:
        speaking = [w for d, w in around if any(c.overlaps(quote.span) for c in d.content)]
        quoting = speaking[0] if speaking else quoting
    held = [
        (c.start, w, d)
        for d, w in around
        for c in d.content
        if c.contains(source) and d.source != draft.source
    ]
    if not held:
        return Frame(quoted=quoted, quoting=quoting, said=draft.content)
    content, outer, holds = held[-1]
    named = [s for s in holds.source if s.of(text).lower() not in FIRST_PERSON]
    beside = quote is not None and any(quote.span.contains(s) for s in named)
    return Frame(outer, content, quoted, quoting, draft.content, beside)


def _by_label(text: str, draft: Draft, around: Sequence[tuple[Draft, Resolved]]) -> Resolved | None:
    """Whose words of a transcript hold a source: "ROE: I think he knows"."""
    holding = ((w, c) for d, w in around for c in d.content if c.contains(draft.source[0]))
    return next((w for w, content in holding if is_labelled(text, content.start)), None)
