"""Asides that say whose a clause is: ``in her opinion``, ``if Marn is to be believed``.

They stand at an edge of their clause or between two commas of it; what is left of it is what is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from headwater.reading.ordered import quotes_at, spans_at
from headwater.records import Span, Spans
from headwater.records.spans import trim
from headwater.voices.clause import Sentence
from headwater.voices.draft import Draft
from headwater.voices.words import COORDINATORS, SUBORDINATORS

RULE = "an aside that says whose view it is"
_RATE = 0.8
_VIEW = re.compile(
    r"\b(?P<cue>in|by) (?P<source>his|her|their|my|our|(?:[A-Z][\w-]{1,20} ){0,2}[A-Z][\w-]{1,20}[’']s) "
    r"(?:own )?(?P<noun>opinion|view|judge?ment|estimation|reckoning|account|admission|telling)\b",
    re.IGNORECASE,
)
_BELIEVED = re.compile(
    r"\bif (?P<source>[^,.;:?!\"“”]{2,50}?) (?P<cue>(?:is|are) to be believed)\b", re.IGNORECASE
)
_LEARNED = re.compile(
    r", (?P<source>(?:the )?[A-Z][^,.;:?!\"“”]{1,50}?) (?P<cue>(?:has|have) learned)"
    r"(?: from (?P<from>[^,.;:?!\"“”]{3,80}))?"
)
# "Roe said that, in her opinion, it was late": the clause opens with the aside.
_JOINTS = SUBORDINATORS | COORDINATORS
_HELD = frozenset("opinion view judgment judgement estimation reckoning".split())
# Asides of one form in a sentence that are looked at.
_MOST = 6
_ENDS = frozenset(",;:—–.!?")


def with_views(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> list[Draft]:
    """The drafts of a paragraph with those of its asides, which stand before any read of the same cue."""
    found = [d for s in sentences for d in _views(s)]
    if not found:
        return list(drafts)
    cues = sorted(c for d in found for c in d.cue)
    kept = [d for d in drafts if not any(spans_at(cues, c.start, c.end) for c in d.cue)]
    return sorted([*kept, *found], key=lambda d: (d.cue or d.content)[0])


def _views(sentence: Sentence) -> Iterator[Draft]:
    text, span = sentence.text, sentence.span
    for pattern in (_VIEW, _BELIEVED, _LEARNED):
        for found in islice(pattern.finditer(text, span.start, span.end), _MOST):
            start = found.start() + (pattern is _LEARNED)
            draft = _draft(sentence, found, Span(start, found.end()))
            if draft is not None:
                yield draft


def _draft(sentence: Sentence, found: re.Match[str], aside: Span) -> Draft | None:
    if quotes_at(sentence.quotes, aside.start, aside.end):
        return None
    content = _around(sentence, aside)
    groups = found.groupdict()
    if not content or (found.re is _LEARNED and content[-1].start > aside.start):
        return None
    name = "from" if groups.get("from") else "source"
    source = trim(sentence.text, *found.span(name))
    cue = [Span(*found.span("cue"))]
    if groups.get("noun"):
        cue.append(Span(*found.span("noun")))
    if source is None:
        return None
    words = source.of(sentence.text)
    if words.endswith(("’s", "'s")):
        source = Span(source.start, source.end - 2)
    word = cue[-1].of(sentence.text).split()[-1].lower()
    attitude = 1.0 if word in _HELD else None
    return Draft(content, tuple(cue), (source,), word, "phrase", RULE, _RATE, attitude=attitude)


def _around(sentence: Sentence, aside: Span) -> Spans:
    """What stands before and behind an aside in its clause; nothing where it is no aside."""
    text = sentence.text
    before = text[sentence.span.start : aside.start].rstrip()
    behind = text[aside.end : sentence.span.end].lstrip()
    joined = before.rstrip(",").rpartition(" ")[2].lower() in _JOINTS
    opens, closes = not before or joined, not behind or behind[0] in _ENDS
    if not closes or not (opens or before[-1] in ",—–;:"):
        return ()
    stop = sentence.span.end
    if behind[:1] in (";", ".", "!", "?", ""):
        left = _clause_before(sentence, aside.start)
        return (left,) if left is not None else ()
    right = trim(text, text.index(behind[0], aside.end) + 1, _clause_end(text, aside.end + 2, stop))
    left = None if opens else _clause_before(sentence, aside.start)
    return tuple(p for p in (left, right) if p is not None)


def _clause_before(sentence: Sentence, at: int) -> Span | None:
    text = sentence.text
    start = max(text.rfind(";", sentence.span.start, at) + 1, sentence.span.start)
    end = at
    while end > start and text[end - 1] in " ,—–\n":
        end -= 1
    return trim(text, start, end) if start < end else None


def _clause_end(text: str, start: int, stop: int) -> int:
    semicolon = text.find(";", start, stop)
    end = stop if semicolon < 0 else semicolon
    while end > start and text[end - 1] in ".!?\n ":
        end -= 1
    return end
