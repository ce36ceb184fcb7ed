"""The date that a dateline or a byline states, for texts that come without one of publication."""

from __future__ import annotations

import re

from headwater.reading.dates import calendar, lexicon
from headwater.reading.dates.anchor import Anchor
from headwater.records.vocabulary import TimeBasis

_NAMES = "|".join(sorted((w.capitalize() for w in lexicon.MONTHS), key=len, reverse=True))
_DATELINE = re.compile(
    rf"[A-Z][A-Z.,'/ -]{{2,40}}(?:[A-Z][a-z]{{1,20}})?,?[ ](?:(?P<month>{_NAMES})\.?[ ](?P<day>\d{{1,2}})"
    rf"|(?P<day2>\d{{1,2}})[ ](?P<month2>{_NAMES})\.?),?[ ](?P<year>\d{{4}})\b"
)
_BYLINE = re.compile(
    r"(?:[^.!?\n]{0,60}[·•|,—–-]\s{0,3}|(?i:posted|published|updated)[^.!?\n]{0,30}\s|by\s[^.!?\n]{0,40}\s)?"
    rf"(?i:(?:{'|'.join(lexicon.WEEKDAYS)}),?\s)?(?:(?P<month>(?i:{_NAMES}))\.?[ ](?P<day>\d{{1,2}})"
    rf"|(?P<day2>\d{{1,2}})[ ](?P<month2>(?i:{_NAMES}))\.?),?[ ](?P<year>\d{{4}})"
    r"(?:\s{0,3}[·•|,—–-].{0,40}|\s(?:at|by)\s.{0,40})?\s*$"
)
"""A short line of its own with a full date: “JO DOE · FRIDAY, OCTOBER 17, 2025 · 9 COMMENTS”."""
_HEAD = 2000
"""A dateline stands before the first sentence of the body: in the first lines."""
_LINE = 120
"""Code points that a byline has at most."""


def with_dateline(anchor: Anchor, text: str) -> Anchor:
    """``anchor``, or the day of the dateline ("KYIV, Dec. 17, 2024 (AP) —") or byline where there is none."""
    if anchor.year is not None:
        return anchor
    at = 0
    for line in text[:_HEAD].splitlines(keepends=True):
        match = _DATELINE.match(text, at)
        if match:
            return _anchor(match, "dateline") or anchor
        byline = _BYLINE.match(line) if len(line) <= _LINE else None
        if byline:
            return _anchor(byline, "published") or anchor
        at += len(line)
    return anchor


def _anchor(match: re.Match[str], basis: TimeBasis) -> Anchor | None:
    month = lexicon.MONTHS[(match["month"] or match["month2"]).lower()]
    day = calendar.safe_day(int(match["year"]), month, int(match["day"] or match["day2"]))
    return None if day is None else Anchor(day, day.year, basis)
