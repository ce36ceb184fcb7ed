"""Who objects behind a comma to what was just said: ``..., an allegation the army rejects``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from headwater.records import Span
from headwater.voices.clause import Sentence
from headwater.voices.draft import Draft
from headwater.voices.lexicon import DENIALS, SAYING

RULE = "an objection to what stands before"
_RATE = 0.85
_THING = (
    r"(?:(?:an?|the) (?:claim|charge|allegation|accusation|assertion|suggestion|assessment|finding|figure"
    r"|report|version(?: of events)?|account)s?|something|which)"
)
_NAME = r"(?:(?:the|an?|his|her|its|their|both|some|many) )?[A-Za-z][\w.’'-]*(?: [\w.’'-]+){0,4}?"
_OBJECTS = r"(?:(?:has|have|had) )?(?:also |since |later |always |repeatedly |strongly |flatly )?(?P<verb>"
_ACTIVE = re.compile(
    rf", (?P<thing>{_THING}) (?:that |which )?(?P<source>{_NAME}) (?P<cue>{_OBJECTS}"
    r"den(?:ies|y|ied)|rejects?|rejected|disputes?|disputed|dismiss(?:es|ed)?|refutes?|refuted))(?=[.,;]|\Z)"
)
_PASSIVE = re.compile(
    rf", (?P<thing>{_THING}) (?P<cue>(?:(?:that |which )?(?:is|was|has been|have been|were) )?"
    rf"(?P<verb>denied|rejected|disputed|dismissed|refuted)) by (?P<source>{_NAME})(?=[.,;]|\Z)"
)
_OBJECTING = DENIALS | {"deny", "reject", "dispute", "dismiss", "refute"}
_NEAR = 4
"""Statements before one that may say what it objects to."""
_ALONE = re.compile(_THING)


def with_objections(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> list[Draft]:
    """The drafts of a paragraph with the objections that were not read, each with what it objects to."""
    new = [o for s in sentences for o in _objections(s) if not any(map(partial(_is_same, o), drafts))]
    cues = [c for o in new for c in o.cue]
    kept = [_cut(d, new) for d in drafts if not any(a.overlaps(b) for a in d.cue for b in cues)]
    every = sorted([*kept, *new], key=lambda d: (d.cue or d.content)[0])
    return [_with_accusation(d, every[max(0, n - _NEAR) : n], sentences) for n, d in enumerate(every)]


def _is_same(objection: Draft, other: Draft) -> bool:
    """Whether another way found the same cue with the same source."""
    cue = any(a.overlaps(b) for a in objection.cue for b in other.cue)
    return cue and any(a.overlaps(b) for a in objection.source for b in other.source)


def _cut(draft: Draft, objections: Sequence[Draft]) -> Draft:
    """The draft whose content ends before an objection to it."""
    for objection in objections:
        thing, last = objection.content[0], draft.content[-1] if draft.content else None
        if last is not None and last.start < thing.start - len(", ") and objection.cue[0].end <= last.end:
            return replace(draft, content=(*draft.content[:-1], Span(last.start, thing.start - len(", "))))
    return draft


def _objections(sentence: Sentence) -> Iterator[Draft]:
    text, span = sentence.text, sentence.span
    for pattern in (_ACTIVE, _PASSIVE):
        for match in pattern.finditer(text, span.start, span.end):
            cue, thing = (Span(*match.span(g)) for g in ("cue", "thing"))
            source = Span(match.start("source"), match.start("source") + len(match["source"].rstrip(".")))
            yield Draft((thing,), (cue,), (source,), match["verb"], "verb", RULE, _RATE)


def _with_accusation(draft: Draft, before: Sequence[Draft], sentences: Sequence[Sentence]) -> Draft:
    """What is denied is what the nearest statement says that ends before it: ``accused it of theft, which``.

    Without one it is all that stands before in its sentence, but for "which", which may be of a noun.
    """
    text = sentences[0].text
    thing = draft.content[0] if len(draft.content) == 1 and draft.word in _OBJECTING else None
    if thing is None or not draft.source or _ALONE.fullmatch(text, thing.start, thing.end) is None:
        return draft
    if text[max(0, thing.start - len(", ")) : thing.start] != ", ":
        return draft
    ends = thing.start - len(", ")
    told = [d for d in reversed(before) if d.content and d.content[-1].end == ends]
    said = next((d.content[-1] for d in told if d.word in SAYING), told[0].content[-1] if told else None)
    home = next((s.span for s in sentences if s.span.contains(thing)), None)
    start = said.start if said else home.start if home and thing.of(text) != "which" else thing.start
    return replace(draft, content=(Span(start, thing.end),))
