"""Scores the figures read in a passage against its labels. Pure; defined in words in docs/measures.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from benchmarks.figures_news.marks import Labelled, Mark
from benchmarks.measures import Counts
from headwater.records import Figure
from headwater.records.spans import Span

FOUND, VALUE, WHOLE = "figures found", "value right", "side and window right too"
OF_THOSE = (
    "side, where people met with harm",
    "status, where people met with harm",
    "window",
    "part of",
    "same as",
)
HARMED = frozenset(
    {"killed", "injured", "casualties", "missing", "arrested", "displaced", "freed", "abducted"}
)


@dataclass(frozen=True, slots=True)
class Score:
    """The counts of one passage by measure, what went wrong by class, and its gold by what is counted."""

    counts: dict[str, Counts]
    classes: Counter[str]
    by_of: dict[str, Counts]


def paired(marks: Sequence[Mark], figures: Sequence[Figure]) -> dict[int, int]:
    """Pairs ``{index of gold: index of read}`` of overlapping figures, the most shared first, each once."""
    ranked = sorted(
        (-_shared(mark.span, figure.span), g, p)
        for g, mark in enumerate(marks)
        for p, figure in enumerate(figures)
        if mark.span.overlaps(figure.span)
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, g, p in ranked:
        if g not in pairs and p not in taken:
            pairs[g] = p
            taken.add(p)
    return pairs


def _shared(a: Span, b: Span) -> int:
    return min(a.end, b.end) - max(a.start, b.start)


def value_right(mark: Mark, figure: Figure) -> bool:
    """Whether what is counted, the bounds and the hedge are all the gold's."""
    told = (mark.of, _near(mark.low), _near(mark.high), mark.hedge)
    return told == (figure.of, _near(figure.low), _near(figure.high), figure.hedge)


def _near(value: float | None) -> float | None:
    """A bound to one place, so that 33.3 and 33.33 are one third alike; a lower bound of 0 is an open one."""
    return round(value, 1) if value else None


def spans_agree(mark: Span | None, figure: Span | None, text: str) -> bool:
    """Whether both are absent, share words, or are the same words in two places.

    Annotators wrote down words; their place in the gold is the first where those stand.
    """
    if mark is None or figure is None:
        return mark is figure
    return mark.overlaps(figure) or _bare(mark.of(text)) == _bare(figure.of(text))


def _bare(words: str) -> str:
    return words.casefold().replace("’", "'").removesuffix("'s").removesuffix("'")


def score(gold: Labelled, text: str, every: Sequence[Figure]) -> Score:
    """The score of one passage; ``every`` are the figures of its whole article."""
    inside = [i for i, f in enumerate(every) if gold.span.contains(f.span)]
    read, marks = [every[i] for i in inside], gold.marks
    pairs = paired(marks, read)
    good = {g: p for g, p in pairs.items() if value_right(marks[g], read[p])}
    whole = {
        g
        for g, p in good.items()
        if _side_right(marks[g], read[p], text) and _window_right(marks[g], read[p], text)
    }
    counts = {FOUND: Counts(len(pairs), len(read), len(pairs), len(marks))}
    counts |= {VALUE: _share(len(good), len(marks)), WHOLE: _share(len(whole), len(marks))}
    counts |= _fields(marks, every, inside, pairs, text)
    classes = Counter(_classes(marks, read, pairs, text))
    return Score(counts, classes, _by_of(marks, good))


def _share(right: int, of: int) -> Counts:
    return Counts(right, of, right, of)


def _side_right(mark: Mark, figure: Figure, text: str) -> bool:
    return mark.of not in HARMED or spans_agree(mark.side, figure.side, text)


def _window_right(mark: Mark, figure: Figure, text: str) -> bool:
    """The guide calls the moment at which a count stood ("as of Monday") a window too."""
    if figure.window is None and figure.as_of is not None and mark.window is not None:
        return mark.window.overlaps(figure.as_of)
    return spans_agree(mark.window, figure.window, text)


def _fields(
    marks: Sequence[Mark], every: Sequence[Figure], inside: list[int], pairs: dict[int, int], text: str
) -> dict[str, Counts]:
    """The share right of each further field, over the figures found."""
    at = {inside[p]: marks[g].id for g, p in pairs.items()}
    both = [(marks[g], every[inside[p]]) for g, p in sorted(pairs.items())]
    harmed = [(m, f) for m, f in both if m.of in HARMED]
    tests = (
        [spans_agree(m.side, f.side, text) for m, f in harmed],
        [m.status == f.status for m, f in harmed],
        [_window_right(m, f, text) for m, f in both],
        [m.part_of == _tie(f.part_of, at) for m, f in both],
        [m.same_as == _tie(f.same_as, at) for m, f in both],
    )
    return {name: _share(sum(right), len(right)) for name, right in zip(OF_THOSE, tests, strict=True)}


def _tie(index: int | None, at: dict[int, str]) -> str | None:
    """The gold's id of the figure that one is tied to; ``None`` for one outside the passage."""
    return None if index is None else at.get(index)


def _by_of(marks: Sequence[Mark], good: Iterable[int]) -> dict[str, Counts]:
    right = Counter(marks[g].of for g in good)
    return {of: _share(right[of], n) for of, n in Counter(m.of for m in marks).items()}


def _classes(
    marks: Sequence[Mark], read: Sequence[Figure], pairs: dict[int, int], text: str
) -> Iterator[str]:
    """What kind of error each one is, without its words."""
    for g, mark in enumerate(marks):
        if g not in pairs:
            yield f"missed: {mark.of}"
            continue
        figure = read[pairs[g]]
        if mark.of != figure.of:
            yield f"of: {mark.of} read as {figure.of}"
        if not value_right(mark, replace(figure, of=mark.of)):
            yield "bounds or hedge"
        if mark.of in HARMED and not spans_agree(mark.side, figure.side, text):
            yield f"side: {_how(mark.side, figure.side)}"
        if mark.of in HARMED and mark.status != figure.status:
            yield f"status: {mark.status} read as {figure.status}"
        if not _window_right(mark, figure, text):
            yield f"window: {_how(mark.window, figure.window)}"
    yield from (f"read, not in the gold: {f.of}" for p, f in enumerate(read) if p not in pairs.values())


def _how(mark: Span | None, figure: Span | None) -> str:
    return "missed" if figure is None else "invented" if mark is None else "other words"
