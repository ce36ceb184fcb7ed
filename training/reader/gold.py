"""PolNeAR's articles as labels on word pieces."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from headwater.models.pieces import Ints, Pieces, pieces_of
from headwater.models.tags import ROLES, begins, goes_on
from headwater.models.wordpiece import WordPiece
from headwater.reading.quotes import outer_quotes, quotes
from headwater.reading.sentences import paragraphs
from headwater.records import Span
from headwater.voices.lexicon import ATTITUDES, SAYING

Pair = tuple[int, int]
"""First piece and the one behind the last."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One attribution as pieces; ``attitude`` is 1, 0, or -1 where the cue's word leaves it open."""

    source: tuple[Pair, ...]
    cue: tuple[Pair, ...]
    content: tuple[Pair, ...]
    attitude: int


@dataclass(frozen=True, slots=True)
class Article:
    """A text in pieces with its attributions; ``tags`` has a role tag for each piece."""

    id: str
    text: str
    pieces: Pieces
    marked: tuple[Marked, ...]
    tags: Ints
    row: dict[str, Any]


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a packed JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def cut_into_pieces(vocabulary: WordPiece, text: str) -> Pieces:
    """Pieces as the product makes them."""
    blocks = paragraphs(text)
    return pieces_of(vocabulary, text, blocks, [q.span for q in outer_quotes(quotes(text, blocks))])


def article(vocabulary: WordPiece, row: dict[str, Any]) -> Article:
    """One row with its labels."""
    text = row["text"]
    pieces = cut_into_pieces(vocabulary, text)
    marked = tuple(_marked(pieces, text, a) for a in row["attributions"])
    return Article(row["id"], text, pieces, marked, _tags(pieces, marked), row)


def _marked(pieces: Pieces, text: str, given: dict[str, Any]) -> Marked:
    source, cue, content = (
        tuple(p for s in given.get(role) or [] if (p := pair_at(pieces, *s)) is not None) for role in ROLES
    )
    words = " ".join(Span(*s).of(text) for s in given.get("cue") or [])
    told = given.get("attitude")
    return Marked(source, cue, content, attitude_of(words) if told is None else int(told))


def pair_at(pieces: Pieces, start: int, end: int) -> Pair | None:
    """The pieces that share a code point with ``[start, end)``; ``None`` if none does."""
    first = int(np.searchsorted(pieces.ends, start, side="right"))
    stop = int(np.searchsorted(pieces.starts, end))
    return (first, stop) if first < stop else None


def _tags(pieces: Pieces, marked: tuple[Marked, ...]) -> Ints:
    """Where two roles share words, the shorter span is kept whole."""
    out = np.zeros(len(pieces), dtype=np.int64)
    every = [(p, k) for m in marked for k, pairs in enumerate((m.source, m.cue, m.content)) for p in pairs]
    for (first, stop), kind in sorted(set(every), key=lambda e: (e[0][0] - e[0][1], e)):
        out[first:stop] = goes_on(kind)
        out[first] = begins(kind)
    return out


def attitude_of(cue: str) -> int:
    """Whether a cue tells an attitude, where each of its words that the lexicon knows agrees."""
    words = cue.lower().split()
    told = [w for w in words if w in SAYING and w not in ATTITUDES]
    meant = [w for w in words if w in ATTITUDES]
    if meant and not told:
        return 1
    return 0 if told and not meant else -1
