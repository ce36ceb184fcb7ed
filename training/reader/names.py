"""The texts with names as labels on word pieces."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from headwater.models.pieces import Ints, Pieces
from headwater.models.tags import NAME_TAGS, NAMES, begins, goes_on
from headwater.models.wordpiece import WordPiece
from training.names import NamedText, flat, names_of, training_texts
from training.reader.gold import cut_into_pieces, pair_at

Named = tuple[Pieces, Ints, int]
"""Pieces, a tag for each, and the number of the set of types that the text's annotators left unmarked."""


def named_texts(vocabulary: WordPiece) -> tuple[list[Named], list[Tensor]]:
    """All texts that may go into a shipped weight, and for each set of silent types its tags."""
    texts = training_texts()
    silences = sorted({tuple(sorted(t.silent)) for t in texts})
    named = [_named(vocabulary, t, silences.index(tuple(sorted(t.silent)))) for t in texts]
    return named, [_tags_of(types) for types in silences]


def _named(vocabulary: WordPiece, text: NamedText, silence: int) -> Named:
    pieces = cut_into_pieces(vocabulary, text.text)
    tags = np.zeros(len(pieces), dtype=np.int64)
    for span in flat(names_of(text)):
        pair = pair_at(pieces, span.start, span.end)
        if pair is not None:
            kind = NAMES.index(span.type)
            tags[pair[0] : pair[1]] = goes_on(kind)
            tags[pair[0]] = begins(kind)
    return pieces, tags, silence


def _tags_of(types: tuple[str, ...]) -> Tensor:
    """True for the tags of ``types``."""
    out = torch.zeros(len(NAME_TAGS), dtype=torch.bool)
    for name in types:
        kind = NAMES.index(name)  # type: ignore[arg-type]
        out[[begins(kind), goes_on(kind)]] = True
    return out
