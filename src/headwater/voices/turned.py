"""Speakers behind their verb: "The talks broke off, say three officials"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from headwater.records import Span
from headwater.voices.clause import Sentence
from headwater.voices.draft import Draft

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
