"""The date that a dateline states, for texts that come without one of publication."""

from __future__ import annotations

import re

from headwater.reading.dates import calendar, lexicon
from headwater.reading.dates.anchor import Anchor

_NAMES = "|".join(sorted((w.capitalize() for w in lexicon.MONTHS), key=len, reverse=True))
_DATELINE = re.compile(
    rf"[A-Z][A-Z.,'/ -]{{2,40}}(?:[A-Z][a-z]{{1,20}})?,?[ ](?:(?P<month>{_NAMES})\.?[ ](?P<day>\d{{1,2}})"
    rf"|(?P<day2>\d{{1,2}})[ ](?P<month2>{_NAMES})\.?),?[ ](?P<year>\d{{4}})\b"
)
_HEAD = 2000
"""A dateline stands before the first sentence of the body: in the first lines."""


def with_dateline(anchor: Anchor, text: str) -> Anchor:
    """``anchor``, or the day of the dateline ("KYIV, Dec. 17, 2024 (AP) —") where there is none."""
    if anchor.year is not None:
        return anchor
    at = 0
    for line in text[:_HEAD].splitlines(keepends=True):
        match = _DATELINE.match(text, at)
        if match:
            return _anchor(match) or anchor
        at += len(line)
    return anchor


def _anchor(match: re.Match[str]) -> Anchor | None:
    month = lexicon.MONTHS[(match["month"] or match["month2"]).lower()]
    day = calendar.safe_day(int(match["year"]), month, int(match["day"] or match["day2"]))
    return None if day is None else Anchor(day, day.year, "dateline")
