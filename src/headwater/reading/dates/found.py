"""Matched expressions, and what neighbours have to do with each other."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from headwater.reading.dates.sense import Sense
from headwater.reading.dates.tense import Verbs
from headwater.records import Span

_DATES = frozenset({"day_month", "month_day", "iso", "numeric"})
_DAYS = _DATES | {"weekday", "today", "holiday"}
WITH_YEAR = frozenset({"day_month", "month_day", "month", "month_year"})
_AND = re.compile(r",?\s(?:and|or|to|through|until|till)\s(?:again\s)?(?:in\s|on\s)?|\s?[–-]\s?")
_TO = re.compile(r"\s(?:to|through|until|till)\s|\s?[–-]\s?")
_BETWEEN_DAY_AND_DATE = re.compile(r",?\s{1,3}(?:the\s)?")
_BETWEEN_CLOCK_AND_DAY = re.compile(
    r",?\s(?:\(\d{3,4}\s(?:GMT|UTC)\),?\s)?(?:on\s|at\s|at\sabout\s|at\saround\s|around\s)?"
    r"|"
)
_ONE = re.compile(r"\d{4}-(?!02-29)\d{2}(?:-\d{2})?")
"""A month or a day that every year has."""


@dataclass(frozen=True, slots=True)
class Found:
    """A matched expression, with the clock that was joined to it and the year that it shares."""

    rule: str
    match: re.Match[str]
    verbs: Verbs
    span: Span
    clock: re.Match[str] | None = None
    year: int | None = None

    @property
    def sentence(self) -> Span:
        """The sentence that it stands in."""
        return self.verbs.sentence


def joined(text: str, found: list[Found]) -> list[Found]:
    """“Monday, Oct. 26” and “9 a.m. Tuesday” as one expression each."""
    out: list[Found] = []
    for one in found:
        last = out[-1] if out else None
        both = None if last is None or last.sentence != one.sentence else _join(text, last, one)
        if both is None:
            out.append(one)
        else:
            out[-1] = both
    return [_with_year(text, one, after) for one, after in zip(out, [*out[1:], None], strict=False)]


def _with_year(text: str, one: Found, after: Found | None) -> Found:
    """“October and November 2016”, “from May 3 to June 9, 2014”: the year is that of both."""
    if after is None or one.rule not in WITH_YEAR or after.rule not in WITH_YEAR:
        return one
    if one.match.groupdict().get("year") or not after.match.groupdict().get("year"):
        return one
    beside = _AND.fullmatch(text, one.span.end, after.span.start)
    return replace(one, year=int(after.match["year"])) if beside else one


def _join(text: str, left: Found, right: Found) -> Found | None:
    gap = text[left.span.end : right.span.start]
    span = Span(left.span.start, right.span.end)
    if left.rule == "weekday" and right.rule in _DATES and _BETWEEN_DAY_AND_DATE.fullmatch(gap):
        return replace(right, span=span)
    if not _BETWEEN_CLOCK_AND_DAY.fullmatch(gap):
        return None
    if left.rule == "clock" and right.rule in _DAYS:
        return replace(right, span=span, clock=left.match)
    if left.rule in _DAYS and left.clock is None and right.rule == "clock":
        return replace(left, span=span, clock=right.match)
    return None


def in_order(text: str, left: Found, first: Sense, right: Found, second: Sense) -> Sense:
    """“From October to March”: the end of a range that would lie before its start lies in the year after."""
    if left.rule not in WITH_YEAR or right.rule not in WITH_YEAR or first.anchor is None:
        return second
    if first.value is None or second.value is None or not _ONE.fullmatch(second.value):
        return second
    if (
        second.anchor is None
        or second.value >= first.value
        or not _TO.fullmatch(text, left.span.end, right.span.start)
    ):
        return second
    year = int(first.value[:4]) + (second.value[4:] < first.value[4:])
    return replace(second, value=f"{year:04d}{second.value[4:]}")
