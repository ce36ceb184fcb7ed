"""Speakers behind their verb: "The talks broke off, say three officials"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from headwater.records import Span
from headwater.voices.clause import Sentence
from headwater.voices.draft import Draft
from headwater.voices.lexicon import SAYING
from headwater.voices.nouns import phrase_after

_SAY = frozenset(("say", "says", "said"))
_SPEAKERS = re.compile(
    r"(?:[\w’'-]+ ){0,6}?(?:sources|officials|people|analysts|experts|aides|lawmakers|diplomats|residents"
    r"|witnesses|critics|lawyers|advisers)"
    r"(?: (?:including|familiar|close|with|in|at|from|of|briefed|who)\b.*)?"
)
_COMMAS = (",", ",”", ',"')
# Words before the verb: fewer are an apposition or an adverb.
_SHORTEST = 3


def turned(draft: Draft, sentences: Sequence[Sentence]) -> Draft:
    """The draft with speakers behind a comma and "say", at the sentence's end, as its source."""
    text = sentences[0].text
    if not draft.cue or draft.cue[-1].of(text) not in _SAY or not draft.content:
        return draft
    cue, speakers = draft.cue[-1], draft.content[-1]
    home = next((s.span for s in sentences if s.span.contains(cue)), None)
    if (
        home is None
        or speakers.start - cue.end != 1
        or text[speakers.end : home.end].strip() not in ("", ".")
    ):
        return draft
    before = text[home.start : cue.start].rstrip()
    if not before.endswith(_COMMAS) or _SPEAKERS.fullmatch(text, speakers.start, speakers.end) is None:
        return draft
    told = before.removesuffix(",")
    if len(told.split()) < _SHORTEST:
        return draft
    return replace(draft, source=(speakers,), content=(Span(home.start, home.start + len(told)),))


def accorded(draft: Draft, sentences: Sequence[Sentence]) -> list[Draft]:
    """The draft of "according to" with whoever stands behind it as its source, and the report within it.

    Of ``Roe said it was late, the agency TASS reported, according to the Journal`` the model may have TASS
    as the source of "according to".
    """
    text = sentences[0].text
    ends = draft.source and draft.cue and draft.source[-1].end <= draft.cue[0].start
    if not ends or draft.cue[-1].of(text).lower() != "according to" or not draft.content:
        return [draft]
    cue = draft.cue[-1]
    if draft.content[0].start >= draft.cue[0].start:
        return [draft]
    home = next((s for s in sentences if s.span.contains(cue)), None)
    at = next((i for i, t in enumerate(home.tokens) if t.start >= cue.end), None) if home else None
    found = phrase_after(home, at, closed=True) if home and at is not None else None
    if home is None or found is None:
        return [draft]
    source = Span(home.tokens[found[0]].start, home.tokens[found[1]].end)
    told = text[draft.content[0].start : cue.start].rstrip(" ,")
    content = Span(draft.content[0].start, draft.content[0].start + len(told))
    between = (t for t in home.tokens if draft.source[-1].end <= t.start < cue.start)
    verb = next((t for t in between if t.low in SAYING), None)
    inner = verb and replace(draft, cue=(Span(verb.start, verb.end),), word=verb.low, kind="verb", fit=None)
    return [*([inner] if inner else []), replace(draft, source=(source,), content=(content,))]
