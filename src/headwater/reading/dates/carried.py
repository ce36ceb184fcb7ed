"""Dates in text that a page carries from another outlet: counted from that outlet's own day."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date

from headwater.reading.dates.anchor import NO_ANCHOR, Anchor
from headwater.reading.dates.dateline import with_dateline
from headwater.reading.dates.find import times_from
from headwater.reading.ordered import spans_at
from headwater.reading.signatures import SIGNATURE
from headwater.records import Part, Problem, Span, Time

# What stands before the day of a report: "The Journal reported on" Tuesday, "AP (" Dec. 17.
_TOLD_ON = re.compile(
    r"(?:\b(?:report(?:s|ed|ing)?|wr(?:ote|ites|iting)|published|posted|ran|said|says|stor(?:y|ies)|article|piece"
    r"|(?:up)?dated|headlined?[^.!?]{0,120})\s{1,3}(?:(?:this|on|of|from|back|late|earlier)\s{1,3}){0,2}|[(,–—-]\s{0,3})$",
    re.IGNORECASE,
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NOWHERE = Span(0, 1)
_REACH = 160
"""Code points before a date in which the word stands that makes it the day of the report."""


def carried_days(text: str, parts: Sequence[Part], times: Sequence[Time]) -> Iterator[tuple[Span, Anchor]]:
    """Each carried passage whose outlet's day is known, with that day.

    The day stands in the passage's own dateline or byline, in the line that introduces it, or in the
    signature of a post.
    """
    for before, part, behind in zip((None, *parts), parts, (*parts[1:], None), strict=False):
        if part.kind != "quoted":
            continue
        own = with_dateline(NO_ANCHOR, part.span.of(text))
        if own.day is None and before is not None and before.kind == "introducer":
            own = _introduced(text, before.span, times)
        if own.day is None and behind is not None and behind.kind == "introducer":
            own = _signed(text, behind.span, times)
        if own.day is not None:
            yield part.span, own


def _signed(text: str, line: Span, times: Sequence[Time]) -> Anchor:
    """The day that closes the signature of a post: "— Ada Roe (@adaroe) May 2, 2018"."""
    at = SIGNATURE.fullmatch(text, line.start, line.end)
    if at is None:
        return NO_ANCHOR
    known = times[bisect_left(times, at.start("day"), key=_start) :][:1]
    if not known or known[0].value is None or not _DAY.fullmatch(known[0].value):
        return NO_ANCHOR
    day = date.fromisoformat(known[0].value)
    return Anchor(day, day.year, "context") if line.contains(known[0].span) else NO_ANCHOR


def _introduced(text: str, line: Span, times: Sequence[Time]) -> Anchor:
    """The one day that an introducing line names as that of the report."""
    near = times[bisect_left(times, line.start, key=_start) : bisect_left(times, line.end, key=_start)]
    days = [t for t in near if line.contains(t.span) and t.type == "date" and t.precision == "day"]
    known = [t for t in days if t.value is not None and _DAY.fullmatch(t.value)]
    if len(days) != 1 or not known:
        return NO_ANCHOR
    span = known[0].span
    if not _TOLD_ON.search(text, max(line.start, span.start - _REACH), span.start):
        return NO_ANCHOR
    day = date.fromisoformat(known[0].value or "")
    return Anchor(day, day.year, "context")


def with_carried_days(
    text: str,
    sentences: Sequence[Span],
    parts: Sequence[Part],
    times: tuple[Time, ...],
    problems: tuple[Problem, ...],
) -> tuple[tuple[Time, ...], tuple[Problem, ...]]:
    """``times`` and ``problems``, those in carried passages of a known day read anew from that day."""
    places: list[Span] = []
    again: list[Time] = []
    told: list[Problem] = []
    for span, anchor in carried_days(text, parts, times):
        near = spans_at(sentences, span.start, span.end)
        inside = [Span(max(s.start, span.start), min(s.end, span.end)) for s in near]
        if inside:
            places.append(Span(inside[0].start, inside[-1].end))
            found = times_from(text, inside, anchor)
            again += found[0]
            told += found[1]
    if not places:
        return times, problems

    def stays(span: Span | None) -> bool:
        return span is None or not any(p.contains(span) for p in spans_at(places, span.start, span.end))

    kept = [t for t in times if stays(t.span)]
    left = [p for p in problems if stays(p.span)]
    return (
        tuple(sorted((*kept, *again), key=lambda t: t.span)),
        tuple(sorted((*left, *told), key=lambda p: p.span or _NOWHERE)),
    )


def _start(time: Time) -> int:
    return time.span.start
