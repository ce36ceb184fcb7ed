"""A text cut into windows that the encoder can read at once, at its paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from headwater.models.pieces import Ints, Pieces

CLS, SEP = 101, 102
KINDS = 6
"""Kinds of pieces: the three shapes of a word, outside and within quotation marks."""


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces ``[start, stop)`` of a text, of which those from ``own`` on are labelled by this window."""

    start: int
    own: int
    stop: int


def windows(pieces: Pieces, *, limit: int, context: int, first: int = 0) -> list[Window]:
    """Windows in order, each piece of the text the own of exactly one.

    Each holds as many whole paragraphs as fit in ``limit`` pieces; a paragraph longer than
    a window is cut between words, and its windows overlap: the later begins up to ``context``
    pieces before its own. (Without the paragraphs before a whole one it reads PolNeAR's development
    articles as well, in five sixths of the time; on our own gold whole chains were 65.1 for 65.8 of 100,
    with the second weights.) ``first`` makes the first window end after so many pieces (training cuts
    the same text at other places each time).
    """
    # A part of a longer text may open within a paragraph: its begin counts as a head all the same.
    heads = [0, *(np.flatnonzero(pieces.breaks[1:]) + 1).tolist(), len(pieces)]
    out: list[Window] = []
    own = 0
    while own < len(pieces):
        start = own if pieces.breaks[own] else _word_at(pieces, own - context)
        room = first if first and not out else limit - (own - start)
        stop = _stop(pieces, heads, own, own + room)
        out.append(Window(start, own, stop))
        own = stop
    return out


def portions(pieces: Pieces, every: Sequence[Window], size: int) -> Iterator[Sequence[Window]]:
    """Windows in runs of about ``size`` pieces, which end at a paragraph if one ends before twice that."""
    first = 0
    for k, window in enumerate(every):
        held = window.stop - every[first].own
        ends = window.stop == len(pieces) or bool(pieces.breaks[window.stop])
        if (ends and held >= size) or held >= 2 * size or k == len(every) - 1:
            yield every[first : k + 1]
            first = k + 1


def _stop(pieces: Pieces, heads: list[int], own: int, furthest: int) -> int:
    if furthest >= len(pieces):
        return len(pieces)
    k = int(np.searchsorted(heads, furthest, side="right")) - 1
    if heads[k] > own:
        return heads[k]
    cut = _word_at(pieces, furthest)
    return cut if cut > own else furthest


def _word_at(pieces: Pieces, at: int) -> int:
    """The start of the word that the piece at ``at`` belongs to."""
    at = max(at, 0)
    while at and not pieces.opens[at]:
        at -= 1
    return at


def layout(pieces: Pieces, window: Window) -> tuple[Ints, Ints, Ints]:
    """What the encoder reads of one window: ids, kinds, and where each piece stands in them.

    A mark stands before the first paragraph, and one after each.
    """
    inside = slice(window.start, window.stop)
    breaks = pieces.breaks[inside].copy()
    breaks[:1] = False
    places = np.arange(1, len(breaks) + 1) + np.cumsum(breaks)
    ids = np.full(len(breaks) + int(breaks.sum()) + 2, SEP, dtype=np.int64)
    kinds = np.zeros(len(ids), dtype=np.int64)
    ids[0] = CLS
    ids[places] = pieces.ids[inside]
    kinds[places] = pieces.quoted[inside] + 2 * pieces.shapes[inside]
    return ids, kinds, places
