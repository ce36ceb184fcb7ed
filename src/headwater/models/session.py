"""The reader model: opens its weights and gives scores for a text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime

from headwater.models.decode import Floats, Linking, Scores, attributions_of, names_of
from headwater.models.files import WEIGHTS, missing
from headwater.models.pieces import Pieces, pieces_of
from headwater.models.said import Said
from headwater.models.tags import NameType
from headwater.models.windows import Window, layout, portions, windows
from headwater.models.wordpiece import WordPiece
from headwater.records import Span

_OUTPUTS = ("roles", "names", "sort", "links")
_LINKS = 4  # vectors a piece, see decode.Scores
PORTION = 16384
"""Pieces that are decoded at once, so that memory does not grow with the text: 16 MB of vectors."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What the model finds in one text, in order: attributions by their cues, names by their spans."""

    said: tuple[Said, ...]
    names: tuple[tuple[Span, NameType], ...]


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
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
        self._session = onnxruntime.InferenceSession(
            str(graph or folder / "reader.onnx"), options, providers=["CPUExecutionProvider"]
        )

    def hear(self, text: str, blocks: Sequence[Span], quotes: Sequence[Span]) -> Heard:
        """What is said and named in ``text``, whose paragraphs and outer quotations are given."""
        said: list[Said] = []
        names: list[tuple[Span, NameType]] = []
        for part, scores in self._portions(text, blocks, quotes):
            said += attributions_of(part, scores, self.linking)
            names += names_of(part, scores)
        return Heard(tuple(said), tuple(names))

    def said(self, text: str, blocks: Sequence[Span], quotes: Sequence[Span]) -> tuple[Said, ...]:
        """What is said in ``text``, as :meth:`hear` finds it."""
        every = self._portions(text, blocks, quotes)
        return tuple(one for part, scores in every for one in attributions_of(part, scores, self.linking))

    def _portions(
        self, text: str, blocks: Sequence[Span], quotes: Sequence[Span]
    ) -> Iterator[tuple[Pieces, Scores]]:
        """A text in portions, each with its scores."""
        pieces = pieces_of(self._vocabulary, text, blocks, quotes)
        every = windows(pieces, limit=self._limit, context=self._context)
        for portion in portions(pieces, every, PORTION):
            yield pieces.part(portion[0].own, portion[-1].stop), self._scores(pieces, portion)

    def _scores(self, pieces: Pieces, every: Sequence[Window]) -> Scores:
        """The scores of what some windows own.

        Each window is run by itself: 8-bit scales span what is run together, and
        a window's scores shall not depend on others.
        """
        rows: list[list[Floats]] = [[] for _ in _OUTPUTS]
        for window in every:
            ids, kinds, places = layout(pieces, window)
            given = {"ids": ids[None], "kinds": kinds[None]}
            own = places[window.own - window.start :]
            for out, kept in zip(self._session.run(_OUTPUTS, given), rows, strict=True):
                kept.append(out[0][own])
        roles, names, sort, links = (np.concatenate(kept) for kept in rows)
        return Scores(roles, names, sort, links.reshape(len(roles), _LINKS, -1))
