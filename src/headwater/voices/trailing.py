"""Who reports, behind it, that somebody said something: ``Roe told Marn that it was late, the palace said``.

The one who is named last vouches for all that stands before, the other's saying with it. Where the inner
statement was read to the end of the sentence, the two would stand the wrong way round.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from headwater.records import Span
from headwater.records.spans import trim
from headwater.voices.draft import Draft
from headwater.voices.lexicon import SAYING

_NEXT = 3
"""Statements behind one that may report it."""
_MARKS = frozenset(" ,”\"’'\n")


def with_trailing(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts in order of their cues, each report behind a statement around all of it."""
    out = list(drafts)
    for i in range(len(out)):
        for j in range(i + 1, min(i + 1 + _NEXT, len(out))):
            if (said := _said(text, out[i], out[j])) is not None:
                out[i] = replace(out[i], content=(said,))
                first = min(out[i].source[0].start, out[j].content[0].start)
                out[j] = replace(out[j], content=(Span(first, said.end),))
                break
    return out


def _said(text: str, inner: Draft, outer: Draft) -> Span | None:
    """What ``inner`` says where ``outer``, behind it in its content, reports it; nothing if it does not."""
    if not (inner.source and inner.cue and inner.content and outer.source and outer.cue and outer.content):
        return None
    whole, speaker, told = inner.content[-1], outer.source[0], outer.content[-1]
    ordered = inner.source[0].start < inner.cue[0].start < inner.content[0].start <= told.end
    within = whole.contains(speaker) and whole.end >= outer.cue[-1].end and outer.word in SAYING
    if len(inner.content) > 1 or len(outer.source) > 1 or not (ordered and within):
        return None
    if told.end > speaker.start or told.start > whole.start or set(text[told.end : speaker.start]) - _MARKS:
        return None
    if "," not in text[told.end - 2 : speaker.start]:
        return None
    return trim(text, whole.start, told.end)
