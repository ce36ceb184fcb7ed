"""Windows of the training texts as arrays, and their batches."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from headwater.models.windows import Window, layout, windows
from headwater.models.wordpiece import WordPiece
from training.reader.encoder import encoder_folder
from training.reader.gold import Article, article, read_rows
from training.reader.names import Named, named_texts
from training.reader.own import own_articles
from training.reader.settings import GOLD, Settings


@dataclass(slots=True)
class Example:
    """One window.

    Attributes:
        ids, kinds: what the encoder reads.
        places: the positions of words in them; ``tags`` has one for each.
        marked: cue, sources, contents as words ``[first, stop)``, and whether it is an attitude.
        silent: number of a set of name types, or -1 for an article with roles.
    """

    ids: np.ndarray
    kinds: np.ndarray
    places: np.ndarray
    tags: np.ndarray
    marked: list[tuple[tuple[int, int], list[tuple[int, int]], list[tuple[int, int]], int]]
    silent: int = -1


def examples(read: Article, limit: int, context: int, first: int) -> Iterator[Example]:
    """The windows of an article."""
    word_of = np.cumsum(read.pieces.opens) - 1
    for window in windows(read.pieces, limit=limit, context=context, first=first):
        yield _example(read, window, word_of)


def _example(read: Article, window: Window, word_of: np.ndarray) -> Example:
    ids, kinds, places = layout(read.pieces, window)
    inside = np.flatnonzero(read.pieces.opens[window.start : window.stop])
    base = int(word_of[window.start]) if read.pieces.opens[window.start] else int(word_of[window.start]) + 1
    marked = []
    for m in read.marked:
        every = [*m.source, *m.cue, *m.content]
        if not m.cue or min(a for a, _ in every) < window.start or max(b for _, b in every) > window.stop:
            continue

        def words(pair: tuple[int, int]) -> tuple[int, int]:
            return int(word_of[pair[0]]) - base, int(word_of[pair[1] - 1]) - base + 1

        marked.append(
            (words(m.cue[0]), [words(s) for s in m.source], [words(c) for c in m.content], m.attitude)
        )
    tags = read.tags[window.start : window.stop][inside]
    return Example(ids, kinds, places[inside], tags, marked)


def collate(batch: Sequence[Example]) -> dict[str, Tensor]:
    """Padded arrays of some windows."""
    longest = max(len(e.ids) for e in batch)
    most = max(len(e.places) for e in batch)

    def pad(rows: list[np.ndarray], width: int) -> Tensor:
        out = np.zeros((len(rows), width), dtype=np.int64)
        for i, row in enumerate(rows):
            out[i, : len(row)] = row
        return torch.from_numpy(out)

    return {
        "ids": pad([e.ids for e in batch], longest),
        "kinds": pad([e.kinds for e in batch], longest),
        "mask": pad([np.ones(len(e.ids)) for e in batch], longest),
        "places": pad([e.places for e in batch], most),
        "tags": pad([e.tags for e in batch], most),
        "real": pad([np.ones(len(e.places)) for e in batch], most).bool(),
    }


def batches(every: list[Example], most: int, rng: random.Random) -> list[list[Example]]:
    """Batches of windows of like length, of about ``most`` pieces, shuffled."""
    keyed = sorted(every, key=lambda e: (len(e.ids) + rng.random() * 24, e.silent))
    out: list[list[Example]] = []
    for kind in (False, True):
        run: list[Example] = []
        for e in (e for e in keyed if (e.silent >= 0) == kind):
            if run and max(len(e.ids), len(run[-1].ids)) * (len(run) + 1) > most:
                out.append(run)
                run = []
            run.append(e)
        if run:
            out.append(run)
    rng.shuffle(out)
    return out


@dataclass(frozen=True, slots=True)
class Texts:
    """What a run learns from: PolNeAR's articles, our own passages, texts with names."""

    articles: list[Article]
    own: list[Article]
    named: list[Named]
    silent: list[Tensor]


def load_texts(settings: Settings) -> Texts:
    """The training texts, or every n-th of them where ``settings.share`` is less than one."""
    vocabulary = WordPiece.load(encoder_folder() / "vocab.txt")
    every = max(1, round(1 / settings.share))
    rows = list(read_rows(GOLD / "voices" / "polnear-train.jsonl.gz"))[::every]
    named, silent = named_texts(vocabulary) if settings.names else ([], [])
    own = own_articles(vocabulary) if settings.own else []
    return Texts([article(vocabulary, r) for r in rows], own[::every], named[::every], silent)


def epoch_examples(texts: Texts, settings: Settings, rng: random.Random) -> list[Example]:
    """All windows of one epoch, cut at other places each time, and some of the texts with names."""
    every: list[Example] = []
    for a in texts.articles:
        every += examples(
            a, settings.limit, settings.context, rng.randint(settings.limit // 4, settings.limit)
        )
    for a in texts.own * settings.own:
        every += examples(a, settings.limit, 0, settings.limit)
    named = named_examples(texts.named, settings)
    every += rng.sample(named, round(len(named) * settings.named_share))
    return [_without_capitals(e) if rng.random() < settings.small_letters else e for e in every]


def _without_capitals(example: Example) -> Example:
    """The window as one that was typed in small letters: a reader of posts meets such."""
    return replace(example, kinds=example.kinds % 2)


def named_examples(named: Sequence[Named], settings: Settings) -> list[Example]:
    """Windows of the texts with names."""
    out: list[Example] = []
    for pieces, tags, silent in named:
        for window in windows(pieces, limit=settings.limit, context=settings.context):
            ids, kinds, places = layout(pieces, window)
            inside = np.flatnonzero(pieces.opens[window.start : window.stop])
            if len(inside):
                out.append(
                    Example(ids, kinds, places[inside], tags[window.start : window.stop][inside], [], silent)
                )
    return out


def turns(texts: Texts, settings: Settings, epoch: int, size: int) -> list[list[list[Example]]]:
    """The batches of an epoch in their order, ``size`` at a time."""
    rng = random.Random(settings.seed * 1000 + epoch)
    every = batches(epoch_examples(texts, settings, rng), settings.batch // size, rng)
    return [every[i : i + size] for i in range(0, len(every), size)]
