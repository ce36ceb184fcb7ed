"""Quotations that no cue of their own sentence claims."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from headwater.reading.ordered import quotes_at
from headwater.records import Quote, Span
from headwater.voices.clause import Sentence
from headwater.voices.draft import Draft
from headwater.voices.lexicon import SAYING

# A quotation of fewer words is a scare quote or a title.
MIN_WORDS = 4
# A name at the head of a line, of up to eight words, and a colon.
_COLON = re.compile(
    r"^(?P<source>[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|of|the|at|and|for)){0,7}?)(?P<cue>:)\s+(?=\S)"
)
# Words before a colon that introduce a notice and no speech.
_NOT_SPEAKERS = frozenset(
    "update updated correction note read watch more related photo video breaking opinion analysis "
    "editor's source".split()
)


def attach(drafts: Sequence[Draft], sentences: Sequence[Sentence], previous: Draft | None) -> list[Draft]:
    """Give the free quotations of one paragraph to a speaker near them.

    A sentence that is all quotation goes on with the statement before it: in
    its own paragraph, else the ``previous`` paragraph's if this one is a
    quotation altogether and nobody else speaks in it.
    """
    free = [q for q in _free(drafts, sentences) if _stands_alone(q, sentences)]
    if (
        previous is None
        or not _holds_speech(previous)
        or not all(_within_quotation(d, sentences) for d in drafts)
    ):
        return _given(drafts, free)
    if _all_quotation(sentences) and (free or drafts):
        return [_go_on(previous, sentences), *drafts]
    return _given(drafts, free)


def _within_quotation(draft: Draft, sentences: Sequence[Sentence]) -> bool:
    """Whether a draft stands in the words quoted: "I think" of whoever is quoted."""
    if not draft.cue:
        return False
    cue = draft.cue[0]
    k = bisect_right(sentences, cue.start, key=lambda s: s.span.start) - 1
    return k >= 0 and bool(quotes_at(sentences[k].quotes, cue.start, cue.end))


def _given(drafts: Sequence[Draft], free: Sequence[Quote]) -> list[Draft]:
    """Each quotation given to the last draft of speech that begins before it."""
    waiting = sorted((d.start, i) for i, d in enumerate(drafts) if _holds_speech(d))
    more: defaultdict[int, list[Span]] = defaultdict(list)
    last, k = -1, 0
    for quote in free:
        while k < len(waiting) and waiting[k][0] < quote.span.start:
            last, k = max(last, waiting[k][1]), k + 1
        if last >= 0:
            more[last].append(quote.span)
    return [d.with_content(*more[i]) if i in more else d for i, d in enumerate(drafts)]


def _free(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> list[Quote]:
    """The quotations that stand in no draft's content, in order."""
    quotes = sorted({q for s in sentences for q in s.quotes}, key=lambda q: q.span.start)
    claimed = {q for d in drafts for c in d.content for q in quotes_at(quotes, c.start, c.end)}
    return [q for q in quotes if q not in claimed]


def _stands_alone(quote: Quote, sentences: Sequence[Sentence]) -> bool:
    """Whether the quotation is long enough and opens a sentence."""
    text = sentences[0].text
    if len(quote.inner.of(text).split()) < MIN_WORDS:
        return False
    return any(s.span.start == quote.span.start for s in sentences)


def _holds_speech(draft: Draft) -> bool:
    return draft.kind != "verb" or draft.word in SAYING


def _all_quotation(sentences: Sequence[Sentence]) -> bool:
    outside = sum(
        len(t.text) for s in sentences for t, q in zip(s.tokens, s.quoted, strict=True) if not q and t.is_word
    )
    inside = sum(len(t.text) for s in sentences for t, q in zip(s.tokens, s.quoted, strict=True) if q)
    return inside > 0 and outside <= 0.1 * inside


def _go_on(previous: Draft, sentences: Sequence[Sentence]) -> Draft:
    return replace(
        previous,
        content=(Span(sentences[0].span.start, sentences[-1].span.end),),
        kind="continued",
        rule="a paragraph of quotation goes on with the speaker before it",
        inherited=True,
    )


def colon(sentence: Sentence, end: int, speakers: frozenset[str]) -> Draft | None:
    """``Jane Roe: "..."`` or, in a headline, ``Roe at rally: no more cars``.

    ``speakers`` are the words of names of people and bodies in the document.
    """
    text = sentence.text
    found = _COLON.match(text[sentence.span.start : sentence.span.end])
    if (
        found is None
        or found["source"].split()[0].lower() in _NOT_SPEAKERS
        or not speakers & set(found["source"].split())
    ):
        return None
    at = sentence.span.start
    content = Span(at + found.end(), end)
    if text[content.end - 1] == ".":
        content = Span(content.start, content.end - 1)
    source = Span(at + found.start("source"), at + found.end("source"))
    cue = Span(at + found.start("cue"), at + found.end("cue"))
    return Draft((content,), (cue,), (source,), ":", "colon", "a name and a colon before the words", 0.7)
