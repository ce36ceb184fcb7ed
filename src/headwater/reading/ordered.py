"""Stretches in order of the text, found by place without looking at all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from headwater.records import Quote, Span


def spans_at(spans: Sequence[Span], start: int, end: int) -> Sequence[Span]:
    """Those of ``spans`` (in order, without overlap) that share a point with ``[start, end)``."""
    first = bisect_right(spans, start, key=lambda s: s.end)
    return spans[first : bisect_left(spans, end, key=lambda s: s.start)]


def quotes_at(quotes: Sequence[Quote], start: int, end: int) -> Sequence[Quote]:
    """Those of ``quotes`` (in order, none inside another) that share a point with ``[start, end)``."""
    first = bisect_right(quotes, start, key=lambda q: q.span.end)
    return quotes[first : bisect_left(quotes, end, key=lambda q: q.span.start)]
