"""Half-open stretches of a text, in Unicode code points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The stretch ``text[start:end]``.

    Offsets count Unicode code points, as Python's ``str`` does; ``start`` is
    part of the stretch, ``end`` is not.

    Raises:
        ValueError: unless ``0 <= start < end``.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words of ``text`` under this span."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]
"""One stretch of words that may be broken: several spans, in order."""


def span_or_none(start: int, end: int) -> Span | None:
    """``Span(start, end)``, or ``None`` where nothing lies between them."""
    return Span(start, end) if start < end else None


def trim(text: str, start: int, end: int) -> Span | None:
    """``[start, end)`` without white space at either end; ``None`` if nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return span_or_none(start, end)


def cut(text: str, span: Span, out: Iterable[Span]) -> Iterator[Span]:
    """What is left of ``span`` without the spans ``out``, which are in order; no white space at the cuts."""
    at = span.start
    for hole in out:
        if hole.end <= at or hole.start >= span.end:
            continue
        if (piece := trim(text, at, max(at, hole.start))) is not None:
            yield piece
        at = hole.end
    if at == span.start:
        yield span
    elif (last := trim(text, at, max(at, span.end))) is not None:
        yield last


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span that holds all of ``spans``.

    Raises:
        ValueError: if there are none.
    """
    every = list(spans)
    return Span(min(s.start for s in every), max(s.end for s in every))


def shared_points(left: Iterable[Span], right: Iterable[Span]) -> int:
    """How many code points lie under both lists of disjoint spans."""
    others = list(right)
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in left for b in others)


def jaccard(left: Spans, right: Spans) -> float:
    """Code points under both divided by code points under either (0 when both are empty)."""
    both = shared_points(left, right)
    either = sum(map(len, left)) + sum(map(len, right)) - both
    return both / either if either else 0.0
