"""From a text to its times: match every rule, keep the longest, join neighbours, give senses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from headwater.reading.dates import lengths, plain, relative
from headwater.reading.dates.anchor import Anchor, read_anchor
from headwater.reading.dates.dateline import with_dateline
from headwater.reading.dates.grammar import RULES, TRIGGER
from headwater.reading.dates.sense import Sense, Setting
from headwater.records import Problem, Span, Time

Resolver = Callable[[re.Match[str], Setting], Sense | None]

RESOLVERS: dict[str, Resolver] = {
    "iso": plain.iso, "numeric": plain.numeric, "nine_eleven": plain.nine_eleven,
    "day_month": plain.month_and_day, "month_day": plain.month_and_day, "month_year": plain.month_year,
    "month": plain.month, "year": plain.year, "year_range": plain.year_range, "decade": plain.decade,
    "century": plain.century, "season": plain.season, "quarter": plain.quarter, "holiday": plain.holiday,
    "weekday": relative.weekday, "today": relative.today, "this_part": relative.this_part,
    "that_part": relative.that_part, "near_unit": relative.near_unit, "weekend": relative.weekend,
    "ago": relative.ago, "offset": relative.offset, "duration": lengths.duration, "vague": lengths.vague,
    "ahead": lengths.vague, "for_units": lengths.vague, "every": lengths.every,
        "adverb_set": lengths.adverb_set,
    "weekdays": lengths.weekdays, "long": lengths.long, "clock": lengths.clock, "daypart": lengths.daypart,
}  # fmt: skip
"""The function that gives each rule's matches a sense."""

_LATER = frozenset({"offset", "that_part", "near_unit", "clock", "daypart"})
"""Rules that look at the times beside them, and so wait until those have their senses."""

_NUMERIC = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}")
_DATES = frozenset({"day_month", "month_day", "iso", "numeric"})
_DAYS = _DATES | {"weekday", "today", "holiday"}
_BETWEEN_DAY_AND_DATE = re.compile(r",?\s{1,3}(?:the\s)?")
_BETWEEN_CLOCK_AND_DAY = re.compile(
    r",?\s(?:\(\d{3,4}\s(?:GMT|UTC)\),?\s)?(?:on\s|at\s|at\sabout\s|at\saround\s|around\s)?"
    r"|"
)


@dataclass(frozen=True, slots=True)
class _Found:
    """A matched expression, with the clock that was joined to it."""

    rule: str
    match: re.Match[str]
    sentence: Span
    span: Span
    clock: re.Match[str] | None = None


def find_times(
    text: str, sentences: Sequence[Span], *, published: str | None, given: bool = False
) -> tuple[tuple[Time, ...], tuple[Problem, ...]]:
    """Every time expression of ``text`` in order, and a Problem for each that nothing settles.

    Args:
        text: what the offsets are counted in.
        sentences: its sentences, in order; an expression lies inside one of them.
        published: ISO 8601 date or date-time of publication, or ``None``. Its day is
            taken as it is written: no time zone is ever applied.
        given: whether ``published`` was given by the user rather than found on the page.

    Raises:
        InputError: where ``published`` is no ISO 8601 date.
    """
    anchor = with_dateline(read_anchor(published, given=given), text)
    found = _joined(text, [f for s in sentences for f in _longest(_matches(text, s))])
    senses = _senses(text, found, anchor)
    times = tuple(_time(f.span, s) for f, s in zip(found, senses, strict=True) if s is not None)
    return times, tuple(p for t in times if (p := _problem(text, t, anchor)) is not None)


def _matches(text: str, sentence: Span) -> list[_Found]:
    if TRIGGER.search(text, sentence.start, sentence.end) is None:
        return []
    return [
        _Found(rule.name, match, sentence, Span(match.start(), match.end()))
        for rule in RULES
        for match in rule.pattern.finditer(text, sentence.start, sentence.end)
    ]


def _longest(found: list[_Found]) -> Iterator[_Found]:
    """Of matches that overlap, the first, and of those that begin together, the longest that has a sense."""
    end = -1
    for one in sorted(found, key=lambda f: (f.span.start, -f.span.end)):
        if one.span.start >= end and _plausible(one):
            yield one
            end = one.span.end


def _plausible(one: _Found) -> bool:
    """Whether the rule takes the match at all; what it means is settled later."""
    setting = Setting(one.match.string, one.sentence, one.span, Anchor(None, None, "unanchored"))
    return RESOLVERS[one.rule](one.match, setting) is not None


def _joined(text: str, found: list[_Found]) -> list[_Found]:
    """“Monday, Oct. 26” and “9 a.m. Tuesday” as one expression each."""
    out: list[_Found] = []
    for one in found:
        last = out[-1] if out else None
        both = None if last is None or last.sentence != one.sentence else _join(text, last, one)
        if both is None:
            out.append(one)
        else:
            out[-1] = both
    return out


def _join(text: str, left: _Found, right: _Found) -> _Found | None:
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


def _senses(text: str, found: list[_Found], anchor: Anchor) -> list[Sense | None]:
    senses: list[Sense | None] = [None] * len(found)
    for later in (False, True):
        for index, one in enumerate(found):
            if (one.rule in _LATER) == later:
                setting = Setting(text, one.sentence, one.span, anchor)
                if later:
                    setting = replace(
                        setting, before=_before(found, senses, index), after=_after(found, senses, index)
                    )
                senses[index] = _with_clock(RESOLVERS[one.rule](one.match, setting), one.clock)
    return senses


def _before(found: list[_Found], senses: list[Sense | None], index: int) -> tuple[tuple[Span, Sense], ...]:
    """Up to four times before this one that name a date: enough for any context, and linear in all."""
    out: list[tuple[Span, Sense]] = []
    for at in range(index - 1, max(-1, index - 12), -1):
        sense = senses[at]
        if sense is not None and sense.type in ("date", "time") and sense.value is not None and len(out) < 4:
            out.append((found[at].span, sense))
    return tuple(reversed(out))


def _after(found: list[_Found], senses: list[Sense | None], index: int) -> tuple[Span, Sense] | None:
    if index + 1 >= len(found):
        return None
    sense = senses[index + 1]
    return None if sense is None or sense.type != "date" else (found[index + 1].span, sense)


def _with_clock(sense: Sense | None, match: re.Match[str] | None) -> Sense | None:
    if sense is None or match is None:
        return sense
    value, precision = lengths.clock_value(match)
    if sense.value is None:
        return replace(sense, type="time")
    return replace(sense, value=f"{sense.value}{value}", precision=precision, type="time", mod=None)


def _time(span: Span, sense: Sense) -> Time:
    return Time(span, sense.type, sense.value, sense.precision, sense.mod, sense.basis, sense.anchor)


def _problem(text: str, time: Time, anchor: Anchor) -> Problem | None:
    words = time.span.of(text)
    if time.precision == "year" and _NUMERIC.fullmatch(words):
        what = f"“{words}” may be day and month or month and day: only the year is taken"
        return Problem("date_ambiguous", what, "read the passage and enter the date by hand", time.span)
    if time.basis != "unanchored":
        return None
    if anchor.day is None:
        why, todo = "the text states no date to count from", "give the date of publication"
    else:
        why, todo = (
            ("the words around it name no day to count from"),
            "read the passage and enter the date by hand",
        )
    return Problem("date_without_anchor", f"“{words}” has no date: {why}", todo, time.span)
