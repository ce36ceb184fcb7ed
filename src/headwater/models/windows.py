"""A text cut into windows that the encoder can read at once, at its paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from headwater.models.pieces import Ints, Pieces

LIMIT = 320
"""Pieces of text in a window at most; swept in training (see the card of the weights)."""
CONTEXT = 64
"""Pieces before a window's own that it may begin with, so that its first paragraph is read in context."""
CLS, SEP = 101, 102


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces ``[start, stop)`` of a text, of which those from ``own`` on are labelled by this window."""

    start: int
    own: int
    stop: int


def windows(pieces: Pieces, *, limit: int = LIMIT, context: int = CONTEXT, first: int = 0) -> list[Window]:
    """Windows in order, each piece of the text the own of exactly one.

    Each holds as many whole paragraphs as fit; a paragraph longer than a window
    is cut between words. ``first`` makes the first window end after so many
    pieces (training cuts the same text at other places each time).
    """
    heads = [*np.flatnonzero(pieces.breaks).tolist(), len(pieces)]
    out: list[Window] = []
    own = 0
    while own < len(pieces):
        start = _context(pieces, heads, own, context)
        room = first if first and not out else limit - (own - start)
        stop = _stop(pieces, heads, own, own + room)
        out.append(Window(start, own, stop))
        own = stop
    return out


def _context(pieces: Pieces, heads: list[int], own: int, context: int) -> int:
    """Where a window begins: with the nearest whole paragraphs before it, else words, that fit."""
    if own == 0:
        return 0
    k = int(np.searchsorted(heads, own - context))
    if heads[k] < own:
        return heads[k]
    return _word_at(pieces, own - context)


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
    """What the encoder reads of one window: ids, quotation flags, and where each piece stands in them.

    A mark stands before the first paragraph, and one after each.
    """
    ids, quoted, places = [CLS], [0], []
    for i in range(window.start, window.stop):
        if i > window.start and pieces.breaks[i]:
            ids.append(SEP)
            quoted.append(0)
        places.append(len(ids))
        ids.append(int(pieces.ids[i]))
        quoted.append(int(pieces.quoted[i]))
    return np.array([*ids, SEP]), np.array([*quoted, 0]), np.array(places, dtype=np.int64)


def batches(sizes: list[int], most: int) -> Iterator[list[int]]:
    """Indices of windows in order, in runs of at most ``most`` pieces when padded."""
    run: list[int] = []
    for i, size in enumerate(sizes):
        longest = max([size, *(sizes[j] for j in run)])
        if run and longest * (len(run) + 1) > most:
            yield run
            run = []
        run.append(i)
    if run:
        yield run
