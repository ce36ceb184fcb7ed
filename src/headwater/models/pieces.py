"""A text in the word pieces that the encoder reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from headwater.models.wordpiece import WordPiece
from headwater.records import Span

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of one text, in order; all arrays have one entry a piece.

    Attributes:
        ids: numbers in the encoder's vocabulary.
        starts, ends: the code points ``[start, end)`` of each.
        opens: whether the piece opens a word (a run of letters and digits, or one mark).
        breaks: whether the piece opens a paragraph.
        quoted: 1 within quotation marks, the marks included, else 0.
        shapes: of the word: 0 without a capital at its head, 1 with one, 2 all in capitals.
    """

    ids: Ints
    starts: Ints
    ends: Ints
    opens: Flags
    breaks: Flags
    quoted: Ints
    shapes: Ints

    def __len__(self) -> int:
        return len(self.ids)

    def part(self, start: int, stop: int) -> Pieces:
        """The pieces ``[start, stop)``."""
        return Pieces(**{f.name: getattr(self, f.name)[start:stop] for f in fields(self)})


def pieces_of(vocabulary: WordPiece, text: str, blocks: Sequence[Span], quotes: Sequence[Span]) -> Pieces:
    """The pieces of ``text``; ``blocks`` are its paragraphs and ``quotes`` its outer quotations, in order."""
    rows = np.fromiter(chain.from_iterable(vocabulary.pieces(text)), dtype=np.int64).reshape(-1, 4)
    return Pieces(
        ids=rows[:, 0],
        starts=rows[:, 1],
        ends=rows[:, 2],
        opens=rows[:, 3].astype(bool),
        breaks=_breaks(blocks, rows[:, 1]),
        quoted=_inside(quotes, rows[:, 1]),
        shapes=_shapes(text, rows),
    )


def _shapes(text: str, rows: Ints) -> Ints:
    """The shape of the word that each piece is of: the encoder's vocabulary has small letters alone."""
    heads = np.flatnonzero(rows[:, 3])
    ends = rows[np.append(heads[1:], len(rows)) - 1, 2] if len(heads) else heads
    shapes = [_shape(text[a:b]) for a, b in zip(rows[heads, 1].tolist(), ends.tolist(), strict=True)]
    return np.array(shapes, dtype=np.int64)[np.cumsum(rows[:, 3]) - 1]


def _shape(word: str) -> int:
    if not word[0].isupper():
        return 0
    return 2 if len(word) > 1 and word.isupper() else 1


def _breaks(blocks: Sequence[Span], starts: Ints) -> Flags:
    before = np.searchsorted(np.array([b.start for b in blocks], dtype=np.int64), starts, side="right")
    out = np.ones(len(starts), dtype=bool)
    out[1:] = before[1:] != before[:-1]
    return out


def _inside(spans: Sequence[Span], starts: Ints) -> Ints:
    if not spans:
        return np.zeros(len(starts), dtype=np.int64)
    last = np.searchsorted(np.array([s.start for s in spans], dtype=np.int64), starts, side="right") - 1
    ends = np.array([s.end for s in spans], dtype=np.int64)
    return ((last >= 0) & (starts < ends[last])).astype(np.int64)
