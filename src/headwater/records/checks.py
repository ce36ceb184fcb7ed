"""Checks that records make when they are built."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any, get_args

from headwater.records.spans import Span, Spans


def require_member(record: str, field: str, value: str | None, vocabulary: Any) -> None:
    """Raise ``ValueError`` unless ``value`` is one of the words of a ``Literal`` type."""
    known = get_args(vocabulary)
    if value not in known:
        raise ValueError(f"{record}.{field} is {value!r}; it must be one of: {', '.join(known)}")


def require_disjoint(record: str, field: str, spans: Spans) -> None:
    """Raise ``ValueError`` unless ``spans`` stand in order and do not overlap."""
    for left, right in pairwise(spans):
        if right.start < left.end:
            raise ValueError(f"{record}.{field} has spans out of order or overlapping: {left}, {right}")


def require_inside(record: str, spans: Iterable[Span], length: int) -> None:
    """Raise ``ValueError`` if a span ends past a text of ``length`` code points."""
    for span in spans:
        if span.end > length:
            raise ValueError(f"{record} has {span}, but the text ends at {length}")
