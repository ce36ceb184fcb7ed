"""The year of a day or a month that is written without one."""

from __future__ import annotations

import re
from datetime import date

from headwater.reading.dates import calendar, lexicon
from headwater.reading.dates.sense import Setting, Told

_BACK = 12
"""Years back in which a day and its weekday are looked for: all ways that a year can begin occur."""
_SOON = {"past": 45, "unknown": 75, "future": 330}
"""Days ahead that a day without a year may lie, by the tense."""
_LONG_AGO = 120
"""Days after which a day that has passed is not what "would", "must" or "plans to" speaks of."""
_VOTE = re.compile(r"(?:['’]s)?\s(?:[a-z]{3,14}\s){0,2}(?:elections?|midterms?|ballots?|referendum|polls)\b")
"""What a month stands before that is still to be held."""
_PASSAGE = 600
"""Code points that a stated year reaches: two paragraphs of news prose."""
_FRESH = 75
"""Days for which news leaves out the year whatever year the passage tells of."""
_THAT_YEAR = re.compile(r",?\s(?:of\s)?(?:that|the\ssame)\syear\b")


def year_of(match: re.Match[str], setting: Setting) -> int | None:
    """The year that “of last year” behind a month gives it."""
    rel = match["rel"]
    if not rel or setting.anchor.year is None:
        return None
    return setting.anchor.year + {"last": -1, "this": 0, "next": 1}[rel.lower()]


def told_year(setting: Setting, month: int) -> Told | None:
    """The year of a passage that tells of the past: “in July 2011 ... In mid-March he went”.

    A month of the last weeks is more likely meant as such, unless "that year" follows.
    """
    told, anchor = setting.told, setting.anchor.day
    if told is None or setting.span.start - told.end > _PASSAGE:
        return None
    if _THAT_YEAR.match(setting.text, setting.span.end):
        return told
    if told.alone or anchor is None or setting.ahead or setting.tense == "future":
        return None
    fresh = any(
        (anchor - date(year, month, 28)).days <= _FRESH
        for year in (anchor.year - 1, anchor.year)
        if date(year, month, 1) <= anchor
    )
    return None if fresh or setting.first_word() in lexicon.WEEKDAYS else told


def year_of_day(setting: Setting, month: int, day: int, near: str = "") -> int | None:
    """The year of a day that is written without one.

    "Tuesday, November 4" is in the year nearest to the anchor in which that day
    is a Tuesday. Else it is the last such day, or the next where the words look
    ahead; where they do not say, news means a day to come only within a few weeks.
    """
    anchor = setting.anchor.day
    if anchor is None:
        return None
    if near:
        return anchor.year + _step_to(anchor, (month, day), near)
    days = [d for k in range(-_BACK, 2) if (d := calendar.safe_day(anchor.year + k, month, day))]
    number = lexicon.WEEKDAYS.get(setting.first_word())
    if number is not None:
        days = [d for d in days if d.weekday() == number] or days
        return min(days, key=lambda d: abs((d - anchor).days)).year if days else None
    return _by_tense(days, anchor, setting)


def _by_tense(days: list[date], anchor: date, setting: Setting) -> int | None:
    soon = _SOON["future" if setting.ahead else setting.tense]
    ahead = next((d for d in days if 0 < (d - anchor).days <= soon), None)
    back = next((d for d in reversed(days) if d <= anchor), None)
    if ahead and (back is None or (anchor - back).days > min(_LONG_AGO, (ahead - anchor).days)):
        return ahead.year
    return None if back is None else back.year


def _step_to(anchor: date, wanted: tuple[int, int], near: str) -> int:
    """Years from the anchor's to that of "last Oct. 23" or "next May 5"."""
    current = (anchor.month, anchor.day)
    if near == "last":
        return 0 if wanted < current else -1
    return 0 if near == "this" or wanted > current else 1


def years_off(current: int, number: int, near: str, setting: Setting) -> int:
    """Years from the anchor's to that of a month's name: by "last", the tense, or what the month is of."""
    if near in ("last", "past", "previous"):
        return 0 if number < current else -1
    if near in ("next", "coming"):
        return 0 if number > current else 1
    if near == "this" or number == current:
        return 0
    tense = setting.tense
    if setting.ahead or (tense == "future" and setting.word_before() != "since"):
        return 0 if number > current else 1
    if tense == "past" or setting.word_before() == "since":
        return 0 if number < current else -1
    months = 8 if _VOTE.match(setting.text, setting.span.end) else 2
    soon = (number - current) % 12 <= months  # no verb tells: news looks back, but for the months at hand
    return (0 if number > current else 1) if soon else (0 if number < current else -1)
