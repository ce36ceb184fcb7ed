"""The reader model: opens its weights and gives scores for a text."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime

from headwater.models.decode import Floats, Linking, Scores, attributions_of, names_of
from headwater.models.files import WEIGHTS, missing
from headwater.models.pieces import Pieces, pieces_of
from headwater.models.said import Said
from headwater.models.tags import NAME_TAGS, ROLE_TAGS, NameType
from headwater.models.windows import layout, windows
from headwater.models.wordpiece import WordPiece
from headwater.records import Span

_OUTPUTS = ("roles", "names", "sort", "links")
_LINKS = 4  # vectors a piece, see decode.Scores
NOTHING = Scores(
    np.zeros((0, len(ROLE_TAGS)), np.float32),
    np.zeros((0, len(NAME_TAGS)), np.float32),
    np.zeros(0, np.float32),
    np.zeros((0, _LINKS, 1), np.float32),
)
"""The scores of an empty text."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What the model makes of one text."""

    pieces: Pieces
    scores: Scores


def _scores(rows: list[list[Floats]]) -> Scores:
    """The outputs of all windows as those of one text."""
    roles, names, sort, links = (np.concatenate(kept) for kept in rows)
    return Scores(roles, names, sort, links.reshape(len(roles), _LINKS, -1))


class Reader:
    """The model in one process, on one thread: more processes read more texts at once."""

    def __init__(self, folder: Path = WEIGHTS, graph: Path | None = None) -> None:
        """Open the weights in ``folder``, or another ``graph`` of the same model.

        Raises:
            FileNotFoundError: where one of ``files.FILES`` is missing.
        """
        if gone := missing(folder):
            raise FileNotFoundError(f"{folder} lacks {', '.join(gone)}")
        numbers = json.loads((folder / "reader.json").read_text(encoding="utf-8"))
        self._vocabulary = WordPiece.load(folder / "vocab.txt")
        self._limit, self._context = int(numbers["limit"]), int(numbers["context"])
        self.linking = Linking(
            np.array(numbers["steps"], dtype=np.float32),
            np.array(numbers["source_bias"], dtype=np.float32),
            np.array(numbers["content_bias"], dtype=np.float32),
            float(numbers["no_source"]),
        )
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            str(graph or folder / "reader.onnx"), options, providers=["CPUExecutionProvider"]
        )

    def hear(self, text: str, blocks: Sequence[Span], quotes: Sequence[Span]) -> Heard:
        """The scores for ``text``, whose paragraphs and outer quotations are given.

        Each window is run by itself: 8-bit scales span what is run together, and
        a window's scores shall not depend on others.
        """
        pieces = pieces_of(self._vocabulary, text, blocks, quotes)
        rows: list[list[Floats]] = [[] for _ in _OUTPUTS]
        for window in windows(pieces, limit=self._limit, context=self._context):
            ids, quoted, places = layout(pieces, window)
            given = {"ids": ids[None], "quoted": quoted[None], "mask": np.ones_like(ids)[None]}
            own = places[window.own - window.start :]
            for out, kept in zip(self._session.run(_OUTPUTS, given), rows, strict=True):
                kept.append(out[0][own])
        return Heard(pieces, _scores(rows) if len(pieces) else NOTHING)

    def attributions(self, heard: Heard) -> list[Said]:
        """The attributions that the model finds."""
        return attributions_of(heard.pieces, heard.scores, self.linking)

    def names(self, heard: Heard) -> list[tuple[Span, NameType]]:
        """The names that the model finds, in order of the text."""
        return names_of(heard.pieces, heard.scores)
