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
_VIEWS = {1: 0.75, 2: 0.25}
"""Each text is read in whole windows and in half ones, with these shares in the scores: what is heard only
by chance of where a window ends goes (`docs/measures.md` has other shares)."""
PORTION = 16384
"""Pieces that are decoded at once, so that memory does not grow with the text: 32 MB of vectors."""


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
        every = self._windows(pieces, self._limit)
        for portion in portions(pieces, every, PORTION):
            part = pieces.part(portion[0].own, portion[-1].stop)
            yield part, self._averaged(part)

    def _averaged(self, pieces: Pieces) -> Scores:
        """The mean of the scores of all views; of links, vectors whose products are the mean."""
        run: dict[Window, Sequence[Floats]] = {}
        views = [self._scores(pieces, self._windows(pieces, self._limit // n), run) for n in _VIEWS]
        shares = np.array(list(_VIEWS.values()), dtype=np.float32)
        roles, names, sort = (
            np.tensordot(shares, np.stack(rows), 1) for rows in zip(*(v[:-1] for v in views), strict=True)
        )
        weights = np.sqrt(shares * np.sqrt(np.float32(len(views))))
        links = [
            v[-1].reshape(len(pieces), _LINKS, -1) * weight for v, weight in zip(views, weights, strict=True)
        ]
        return Scores(roles, names, sort, np.concatenate(links, axis=2))

    def _windows(self, pieces: Pieces, limit: int) -> list[Window]:
        return windows(pieces, limit=limit, context=self._context)

    def _scores(
        self, pieces: Pieces, every: Sequence[Window], run: dict[Window, Sequence[Floats]]
    ) -> list[Floats]:
        """The scores of what some windows own, an array for each output; ``run`` keeps what was run.

        Each window is run by itself: 8-bit scales span what is run together, and
        a window's scores shall not depend on others.
        """
        for window in every:
            if window not in run:
                run[window] = self._run(pieces, window)
        return [np.concatenate(kept) for kept in zip(*(run[w] for w in every), strict=True)]

    def _run(self, pieces: Pieces, window: Window) -> list[Floats]:
        """Each output for the pieces that a window owns."""
        ids, kinds, places = layout(pieces, window)
        own = places[window.own - window.start :]
        return [out[0][own] for out in self._session.run(_OUTPUTS, {"ids": ids[None], "kinds": kinds[None]})]
