"""Whether the words around a date look back or ahead."""

from __future__ import annotations

import re
from typing import Literal

from headwater.records import Span

Tense = Literal["past", "future", "unknown"]

_REACH = 90
"""Code points to each side that are looked at: the clause, in news prose."""

_FUTURE = re.compile(
    r"\b(?:will|shall|won't|would|may|might|must|should)(?:[ ](?:not|be|have|also|likely)){0,2}[ ]\w+"
    r"|\w+'ll[ ]\w+"
    r"|\b(?:plans?|planned|planning|expect(?:ed|s)|scheduled|due|set|agreed|hopes?|hoping"
    r"|intends?|wants?|going|"
    r"slated|is|are|vow(?:ed|s)|promis(?:ed|es)|supposed|ready|preparing)[ ](?:to(?:[ ]be)?[ ]\w+|for\b)"
    r"|\bplan(?:s|ned)?[ ](?:an?|the)\b|\b(?:scheduled|expected|slated|upcoming|due)\b",
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|said|told|went|came|took|met|left|made|began|shot|hit|fell|rose|won|lost|held|"
    r"found|gave|got|saw|sent|spoke|struck|fled|led|became|blew|broke|brought|fought|knew|ran|put|wrote|"
    r"[a-z]{2,14}ed)\b"
)
_AHEAD = re.compile(
    r"\b(?:until|ahead of|by|starting|beginning|before|due|as soon as|as early as)\s{1,3}"
    r"(?:the\s|this\s)?$",
    re.IGNORECASE,
)
_BACK_AFTER_ALL = re.compile(r",?\s[^.;]{0,30}?\bhad\b")


def tense_at(text: str, sentence: Span, span: Span) -> Tense:
    """The tense of the verb nearest to ``span`` within its sentence.

    A verb behind the date counts as twice as far: "said Tuesday that he would go".
    """
    start, end = max(sentence.start, span.start - _REACH), min(sentence.end, span.end + _REACH)
    future = _nearest(_FUTURE, text, (start, end), span)
    past = _nearest(_PAST, text, (start, end), span)
    if future is None and past is None:
        return "unknown"
    if past is None or (future is not None and future <= past):
        return "future"
    return "past"


def looks_ahead(text: str, span: Span) -> bool:
    """Whether a preposition right before ``span`` points past the time of writing."""
    if _BACK_AFTER_ALL.match(text, span.end):  # "Until Thursday, they had not"
        return False
    return _AHEAD.search(text, max(0, span.start - 24), span.start) is not None


def _nearest(pattern: re.Pattern[str], text: str, window: tuple[int, int], span: Span) -> int | None:
    best: int | None = None
    for match in pattern.finditer(text, *window):
        distance = span.start - match.end() if match.end() <= span.start else 2 * (match.start() - span.end)
        if distance >= 0 and (best is None or distance < best):
            best = distance
    return best
