"""What a sentence as a whole only supposes, asks or denies: "imagine if Roe said", "will a report say so?".

``modality`` looks at the clause of a statement; this looks at how its sentence opens and closes.
"""

from __future__ import annotations

import re

from headwater.records.spans import Span
from headwater.records.vocabulary import AttributionModality
from headwater.voices.draft import Draft

_REACH = 400
"""Code points back to the head of a sentence."""
_HEAD = re.compile(r"(?:[.!?][”\"’')\]]*\s+|\n)(?=[A-Z“\"‘'(\[])")
_CLOSES = re.compile(r"[.!?]")
_MARKS = re.compile(r"[“”\"]")
# "Now imagine if Roe had won and Marn were saying".
_IMAGINED = re.compile(
    r"\W*(?:(?:now|just|but|and|so|then),?\s)*"
    r"(?:imagine|suppose|picture|what if|let[’']s (?:say|suppose|imagine|assume))\b",
    re.IGNORECASE,
)
# "Will Roe deliver a report saying so?"
_ASKED = re.compile(
    r"(?:\A|[:—–]\s)(?:(?:and|but|so|or)\s)?(?:will|would|could|should|can|may|might|must|shall)\b",
    re.IGNORECASE,
)
_DETERMINER = r"(?:(?:the|an?|any|some|his|her|its|their|our|my|most|many)\s)?"
# "They do not seem like they plan it", "the trouble is not that they fear it".
_DENIED = re.compile(
    r"(?:n[’']t|\bnot|\bhardly|\bnever)\s(?:\w+ly\s)?"
    rf"(?:seem|look|appear|sound|feel|act)\s(?:like|as if|as though)\s{_DETERMINER}\Z"
    rf"|\b(?:isn[’']t|wasn[’']t|(?:is|was)\snot|[’']s\snot)\sthat\s{_DETERMINER}\Z"
)
# "That does not mean that Roe believes it".
_NOT_SHOWN = re.compile(
    rf"(?:n[’']t|\bnot)\s(?:necessarily\s)?(?:mean|prove|imply|follow)\s(?:that\s)?{_DETERMINER}\Z"
)
# "Would be better served by somebody saying so".
_WOULD_BE = re.compile(
    r"\b(?:would|could|might|may|should|must)\b[^.;:,“”\"]{0,60}\s(?:by|from|with|of|for)\s\Z"
)
# "Might be read as Roe expressing doubt".
_TAKEN_AS = re.compile(
    r"\b(?:would|could|might|may)\s(?:be\s)?(?:interpret|read|see|seen|take|taken|view|understand)(?:ed)?\b"
    r"[^.;:,“”\"]{0,40}\sas\s\Z"
)
_ANYBODY = re.compile(r"(?:an?|any|some|someone|somebody|anyone|anybody|another)\b", re.IGNORECASE)


def supposed(text: str, draft: Draft) -> AttributionModality | None:
    """``hypothetical`` or ``negated`` where the sentence tells so; ``None`` where it does not."""
    source, cue = draft.source[0], draft.cue[0]
    at = min(source.start, cue.start)
    opening = text[_sentence_start(text, at) : at]
    if _DENIED.search(opening):
        return "negated"
    if _NOT_SHOWN.search(opening) or _is_imagined(opening):
        return "hypothetical"
    participle = next((w for w in cue.of(text).split() if not w.endswith("ly")), "").endswith("ing")
    if not participle:
        return None
    open_to_doubt = _WOULD_BE.search(opening) or _is_asked(text, opening, draft.cue[-1])
    anybody = _ANYBODY.match(text, source.start) is not None
    return "hypothetical" if (open_to_doubt and anybody) or _TAKEN_AS.search(opening) else None


def _sentence_start(text: str, at: int) -> int:
    start = max(0, at - _REACH)
    heads = list(_HEAD.finditer(text, start, at + 1))
    return heads[-1].end() if heads else start


def _is_imagined(opening: str) -> bool:
    return _IMAGINED.match(opening) is not None and _MARKS.search(opening) is None


def _is_asked(text: str, opening: str, cue: Span) -> bool:
    """Whether it stands in a question that a modal opens."""
    if _MARKS.search(opening) or not _ASKED.search(opening):
        return False
    end = _CLOSES.search(text, cue.end, cue.end + _REACH)
    return end is not None and end[0] == "?"
