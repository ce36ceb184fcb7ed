"""Opinion or reporting: a score of plain signs, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from headwater.opinion.own import is_own, own_words
from headwater.opinion.signs import (
    ADDRESS,
    AUTHOR_NOTE,
    BYLINE,
    COUNTS,
    DESK,
    DISCLAIMER,
    OUTLET,
    SECTION_LINE,
    TITLE,
    Count,
)
from headwater.records import READ_KINDS, Document, Marks, Part, Span, Stance, StanceReason
from headwater.records.vocabulary import StanceKind

VERSION = "1"
ENOUGH = 2
"""Points from which on a page is opinion, or, below zero, a report."""
FEWEST_WORDS = 80
"""Own words under which no rate is taken and silence says nothing."""
_SHOWN = 3
_SILENT = 2.0
"""So few words of telling a 1,000 words are none."""


def find_stance(document: Document, marks: Marks, parts: Sequence[Part]) -> Stance:
    """Whether the page's own text is opinion or a report; ``kind`` is ``None`` where the signs are too few.

    A function of what the page shows: its words outside quotations, and its address, title,
    outlet and notes. What it carries from others and comments have no part in it.
    """
    why = tuple(_reasons(document, own_words(document.text, marks, parts), parts))
    score = sum(reason.points for reason in why)
    return Stance(_kind(score), score, why)


def _kind(score: int) -> StanceKind | None:
    if score >= ENOUGH:
        return "opinion"
    return "report" if score <= -ENOUGH else None


def _reasons(document: Document, own: str, parts: Sequence[Part]) -> Iterator[StanceReason]:
    yield from _section(document, parts)
    yield from _author_note(document.text, own, parts)
    yield from _report_marks(document.text, parts)
    words = len(own.split())
    if words >= FEWEST_WORDS:
        for count in COUNTS:
            yield from _counted(count, own, words)


def _section(document: Document, parts: Sequence[Part]) -> Iterator[StanceReason]:
    """The page's section by address, title, outlet or byline, or a line above its text: the first found."""
    named = (
        ("address", document.url, ADDRESS),
        ("title", document.title, TITLE),
        ("outlet", document.outlet, OUTLET),
        ("byline", document.byline, BYLINE),
    )
    for place, words, pattern in named:
        if words and (found := pattern.search(words)):
            shown = found[0].strip(" /.:|—–-")
            yield StanceReason("section", 4, f"its {place} names a section of opinion: {shown}")
            return
    if (line := _section_line(document.text, parts)) is not None:
        yield StanceReason("section", 4, "a line above the text names a section of opinion", (line,))


def _section_line(text: str, parts: Sequence[Part]) -> Span | None:
    """A line above the body that is nothing but the section's name."""
    for part in parts:
        if part.kind == "body":
            return None
        for line in re.finditer(r"[^\n]+", part.span.of(text)):
            if SECTION_LINE.fullmatch(line[0]):
                return Span(part.span.start + line.start(), part.span.start + line.end())
    return None


def _author_note(text: str, own: str, parts: Sequence[Part]) -> Iterator[StanceReason]:
    notes = [p.span for p in parts if p.kind in ("bio", "byline")]
    found = next((m for n in notes if (m := AUTHOR_NOTE.search(text, n.start, n.end))), None)
    found = found or DISCLAIMER.search(own)
    if found is not None:
        what = "a note says who the author is or that the views are the author's"
        yield StanceReason("author_note", 2, what, (Span(*found.span()),))


def _report_marks(text: str, parts: Sequence[Part]) -> Iterator[StanceReason]:
    lines = tuple(p.span for p in parts if p.kind == "dateline")
    if lines:
        yield StanceReason("dateline", -2, "a dateline opens the text", lines[:1])
    if (found := DESK.search(text)) is not None:
        yield StanceReason("desk", -3, "it says who reported or edited it", (Span(*found.span()),))
    read = [p for p in parts if p.kind in READ_KINDS and p.kind != "comment"]
    carried = [p.span for p in read if not is_own(p) and p.voice is not None]
    if sum(map(len, carried)) > sum(len(p.span) for p in read) / 2:
        what = "most of its text is carried from an agency or another outlet"
        yield StanceReason("agency", -2, what, tuple(carried[:_SHOWN]))


def _counted(count: Count, own: str, words: int) -> Iterator[StanceReason]:
    places = list(count.words.finditer(own))
    rate = 1000 * len(places) / words
    for least, least_rate, points in count.steps:
        if len(places) >= least and rate >= least_rate:
            shown = tuple(Span(*m.span()) for m in islice(places, _SHOWN))
            yield StanceReason(count.sign, points, f"{count.what} ({_times(len(places))})", shown)
            return
    if count.sign == "telling" and rate < _SILENT:
        yield StanceReason("no_telling", 1, "next to nothing is told as said by others")


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"
