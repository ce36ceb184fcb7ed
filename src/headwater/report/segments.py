"""A text under overlapping spans, cut into pieces that each lie under the same ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from headwater.records import Span

Layer = TypeVar("Layer")


@dataclass(frozen=True, slots=True)
class Segment(Generic[Layer]):
    """The stretch ``[start, end)`` of a text and all that lies over it, in the order given."""

    start: int
    end: int
    layers: tuple[Layer, ...]


def segments(
    length: int, layers: Sequence[tuple[Span, Layer]], breaks: Iterable[int] = ()
) -> list[Segment[Layer]]:
    """Cut ``[0, length)`` at every border of ``layers`` and at every one of ``breaks``.

    The pieces stand in order, touch each other and cover the text exactly
    once. Offsets are code points; what reaches past ``length`` is cut off.
    """
    opening, closing = defaultdict(list), defaultdict(list)
    for number, (span, _) in enumerate(layers):
        opening[span.start].append(number)
        closing[span.end].append(number)
    borders = {0, length, *opening, *closing, *breaks}
    cuts = sorted(b for b in borders if 0 <= b <= length)
    active: set[int] = set()
    out = []
    for start, end in pairwise(cuts):
        active.difference_update(closing[start])
        active.update(opening[start])
        out.append(Segment(start, end, tuple(layers[number][1] for number in sorted(active))))
    return out
