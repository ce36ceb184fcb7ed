"""From the reader's scores to attributions: the best tags, and which spans belong together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from headwater.models.pieces import Ints, Pieces
from headwater.models.said import FARTHEST, Fit, Said
from headwater.models.tags import NAMES, ROLES, NameType, Role, begins, goes_on
from headwater.records import Span, Spans

Floats = NDArray[np.float32]
Runs = Sequence[tuple[int, int]]
"""Spans as words ``[first, stop)``, in order and apart."""
DISTANCES = (0, 2, 4, 8, 16, 32, 64, 128)
"""Lower bounds, in words, of the classes of distance between a cue and a span, on each side."""
FORBIDDEN = -1e4
REACH = 96
"""Words between a cue and a source or content of its own at most: 199 in 200 of PolNeAR's lie nearer."""


@dataclass(frozen=True, slots=True)
class Scores:
    """What the reader gives for one text, each with one row a piece.

    Attributes:
        roles: scores of ``tags.ROLE_TAGS``.
        names: scores of ``tags.NAME_TAGS``.
        sort: log odds that a cue tells an attitude.
        links: [pieces, 4, width]: a cue's vectors towards sources and contents,
            a source's and a content's towards cues.
    """

    roles: Floats
    names: Floats
    sort: Floats
    links: Floats


@dataclass(frozen=True, slots=True)
class Linking:
    """What the heads learned beside their matrices.

    Attributes:
        steps: [tags, tags], scores of a tag (row) being followed by another.
        source_bias, content_bias: by class of distance, spans before the cue first.
        no_source: score of a cue having no source.
    """

    steps: Floats
    source_bias: Floats
    content_bias: Floats
    no_source: float


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: the pieces ``[first, stop)`` of each."""

    first: Ints
    stop: Ints

    def __len__(self) -> int:
        return len(self.first)


def words_of(pieces: Pieces) -> Words:
    """The words that the pieces make up."""
    first = np.flatnonzero(pieces.opens)
    return Words(first, np.append(first[1:], len(pieces)))


def best_tags(scores: Floats, steps: Floats) -> list[int]:
    """The tags, one a word, with the highest sum of scores and steps (Viterbi)."""
    if not len(scores):
        return []
    sums = scores.astype(np.float64)  # in the end: of the best tags up to each word, if it has this tag
    into = np.ascontiguousarray(steps.T, dtype=np.float64)
    ahead, best = np.empty_like(into), np.empty(len(into))
    for before, here in pairwise(sums):
        np.add(into, before, ahead)
        np.maximum.reduce(ahead, axis=1, out=best)
        np.add(here, best, here)
    tags = [int(sums[-1].argmax())]
    for before in sums[-2::-1]:
        tags.append(int((before + into[tags[-1]]).argmax()))
    return tags[::-1]


def best_allowed(scores: Floats, kinds: int) -> list[int]:
    """``best_tags`` with ``allowed_steps``: far sooner, as each word's own best tag is mostly allowed.

    What is not is an "I" that would open a span. There the words from one that is no "I" up to the
    next such one are weighed together. They stand for themselves unless they then begin with an
    "I", which only words before them could allow: then with those.
    """
    steps, own = allowed_steps(kinds), scores.argmax(1)
    tags: list[int] = own.tolist()
    inside = {goes_on(kind) for kind in range(kinds)}
    heads = [t for t, tag in enumerate(tags) if not t or tag not in inside]
    broken = np.flatnonzero(steps[own[:-1], own[1:]]) + 1
    for k in sorted({bisect_right(heads, t) - 1 for t in broken.tolist()}):
        stop = heads[k + 1] if k + 1 < len(heads) else len(tags)
        for first in _earlier(heads, k):
            tags[first:stop] = best_tags(scores[first:stop], steps)
            if tags[first] not in inside:
                break
    return tags


def _earlier(heads: Sequence[int], k: int) -> Iterator[int]:
    """Number ``k`` of ``heads``, then ever farther ones before it, each twice as far, the first at last."""
    back = 0
    while back < k:
        yield heads[k - back]
        back = 2 * back + 1
    yield heads[0]


def runs(tags: Sequence[int], kinds: int) -> list[list[tuple[int, int]]]:
    """For each kind the words ``[first, stop)`` of its spans."""
    out: list[list[tuple[int, int]]] = [[] for _ in range(kinds)]
    for kind in range(kinds):
        begin, inside = begins(kind), goes_on(kind)
        start = -1
        for i, tag in enumerate([*tags, 0]):
            if start >= 0 and tag != inside:
                out[kind].append((start, i))
                start = -1
            if tag == begin or (tag == inside and start < 0):
                start = i
    return out


def attributions_of(pieces: Pieces, scores: Scores, linking: Linking) -> list[Said]:
    """Every attribution that the model finds, in order of the cues."""
    words = words_of(pieces)
    if not len(words):
        return []
    roles = scores.roles[words.first]
    sources, cues, contents = runs(best_tags(roles, linking.steps), len(ROLES))
    source_of = _sources(words, scores, linking, cues, sources)
    contents_of = _contents(words, scores, linking, cues, contents)
    out: list[Said] = []
    for i, cue in enumerate(cues):
        margin, source = source_of.get(i, (0.0, None))
        own = [sources[source]] if source is not None else []
        told = contents_of.get(i, [])
        out.append(
            Said(
                source=_spans(pieces, words, own),
                cue=_spans(pieces, words, [cue]),
                content=_spans(pieces, words, told),
                score=_sureness(roles, "cue", [cue]),
                attitude=float(1 / (1 + np.exp(-scores.sort[words.first[cue[0]]]))),
                fit=Fit(_sureness(roles, "source", own), _sureness(roles, "content", told), margin),
            )
        )
    return out


def _sureness(roles: Floats, role: Role, spans: Runs) -> float:
    """The mean share that the tags of a role have among all, over the words of its spans; 0 without any."""
    if not spans:
        return 0.0
    rows = np.concatenate([roles[a:b] for a, b in spans])
    shares = np.exp(rows - rows.max(1, keepdims=True))
    kind = ROLES.index(role)
    return float((shares[:, [begins(kind), goes_on(kind)]].sum(1) / shares.sum(1)).mean())


def _spans(pieces: Pieces, words: Words, runs_: Runs) -> Spans:
    return tuple(
        Span(int(pieces.starts[words.first[a]]), int(pieces.ends[words.stop[b - 1] - 1])) for a, b in runs_
    )


def _vectors(words: Words, links: Floats, spans: Runs, number: int) -> Floats:
    """The mean of the vectors of each span's first and last word."""
    first = np.array([words.first[a] for a, _ in spans], dtype=np.int64)
    last = np.array([words.first[b - 1] for _, b in spans], dtype=np.int64)
    mean: Floats = (links[first, number] + links[last, number]) / 2
    return mean


def distance_class(cue: tuple[int, int], span: tuple[int, int]) -> int:
    """The class of the distance from a cue to a span, both ``[first, stop)`` in words."""
    after = span[0] >= cue[0]
    apart = max(0, span[0] - cue[1] if after else cue[0] - span[1])
    return len(DISTANCES) * after + bisect_right(DISTANCES, apart) - 1


def _pairs(
    words: Words, scores: Scores, bias: Floats, cues: Runs, spans: Runs, numbers: tuple[int, int]
) -> Iterator[tuple[int, int, float]]:
    """Each cue and each span within REACH of it, by number and in order, with how well they fit."""
    if not cues or not spans:
        return
    own = _vectors(words, scores.links, cues, numbers[0]) / np.sqrt(np.float32(scores.links.shape[2]))
    theirs = _vectors(words, scores.links, spans, numbers[1])
    for i, cue in enumerate(cues):
        first = bisect_left(spans, cue[0] - REACH, key=lambda s: s[1])
        stop = bisect_right(spans, cue[1] + REACH, key=lambda s: s[0])
        fits = theirs[first:stop] @ own[i]
        for j in range(first, stop):
            yield i, j, float(fits[j - first] + bias[distance_class(cue, spans[j])])


def _sources(
    words: Words, scores: Scores, linking: Linking, cues: Runs, sources: Runs
) -> dict[int, tuple[float, int]]:
    """The source of each cue by number, with how far it is ahead (see ``Fit.link``).

    A cue that fits no source well enough has none.
    """
    fits: dict[int, list[tuple[float, int]]] = {}
    for cue, source, fit in _pairs(words, scores, linking.source_bias, cues, sources, (0, 2)):
        fits.setdefault(cue, [(linking.no_source, -1)]).append((fit, source))
    best: dict[int, tuple[float, int]] = {}
    for cue, every in fits.items():
        every.sort(key=lambda f: (-f[0], f[1]))
        if every[0][1] >= 0:
            best[cue] = (min((every[0][0] - every[1][0]) / FARTHEST, 1.0), every[0][1])
    return best


def _contents(
    words: Words, scores: Scores, linking: Linking, cues: Runs, contents: Runs
) -> dict[int, list[tuple[int, int]]]:
    """The contents of each cue, in order: every content goes to the cue near it that it fits best."""
    best: dict[int, tuple[float, int]] = {}
    for cue, content, fit in _pairs(words, scores, linking.content_bias, cues, contents, (1, 3)):
        if content not in best or fit > best[content][0]:
            best[content] = (fit, cue)
    found: dict[int, list[tuple[int, int]]] = {}
    for content, (_, cue) in sorted(best.items()):
        found.setdefault(cue, []).append(contents[content])
    return found


def names_of(pieces: Pieces, scores: Scores) -> list[tuple[Span, NameType]]:
    """The names that the model finds, in order of the text."""
    words = words_of(pieces)
    spans = runs(best_allowed(scores.names[words.first], len(NAMES)), len(NAMES))
    found = [(_spans(pieces, words, [run])[0], NAMES[kind]) for kind, own in enumerate(spans) for run in own]
    return sorted(found)


def allowed_steps(kinds: int) -> Floats:
    """[tags, tags]: 0 where a tag may follow another, FORBIDDEN where "I" would open a span."""
    table = np.zeros((1 + 2 * kinds, 1 + 2 * kinds), dtype=np.float32)
    for kind in range(kinds):
        table[:, goes_on(kind)] = FORBIDDEN
        table[[begins(kind), goes_on(kind)], goes_on(kind)] = 0
    return table
