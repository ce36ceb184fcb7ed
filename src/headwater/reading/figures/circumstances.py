"""Side, status, window and moment of the figures of one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from headwater.reading.figures.lexicon import PERSONAL
from headwater.reading.figures.sides import bears_arms, side_of, status_of
from headwater.reading.figures.windows import as_of, window_of, windows
from headwater.records import Figure, Span

_MORE = re.compile(r"\s(?:more|others)\b(?!\s(?:people|[a-z]+s)\b)")


def with_circumstances(text: str, sentence: Span, figures: Sequence[Figure]) -> list[Figure]:
    """The figures of a sentence with whom they count, over what time and as of when."""
    near, moment = windows(text, sentence), as_of(text, sentence)
    others = [f.span for f in figures]
    ends = [*(f.span.start for f in figures), sentence.end][1:]
    found = [
        _one(text, sentence, figure, end, near, moment, others)
        for figure, end in zip(figures, ends, strict=True)
    ]
    return list(_carried_on(text, found))


def _carried_on(text: str, figures: Sequence[Figure]) -> Iterator[Figure]:
    """“killed 50 worshippers and wounded dozens more”: dozens more of the same people."""
    before: Figure | None = None
    for figure in figures:
        if figure.of not in PERSONAL or figure.of == "troops":
            yield figure
            continue
        more = _MORE.match(text, figure.span.end) is not None
        before = _like(figure, before) if before is not None and more else figure
        yield before


def _like(figure: Figure, other: Figure) -> Figure:
    """The figure with the side, status and window of another where it has none of its own."""
    return replace(
        figure,
        side=figure.side or other.side,
        status=figure.status or other.status,
        window=figure.window or other.window,
    )


def _one(
    text: str,
    sentence: Span,
    figure: Figure,
    end: int,
    near: Sequence[Span],
    moment: Span | None,
    others: Sequence[Span],
) -> Figure:
    figure = replace(figure, window=window_of(text, sentence, figure, near, others), as_of=moment)
    if figure.of not in PERSONAL or figure.of == "troops":
        return figure
    side = side_of(text, figure.span, end)
    status = status_of(text, figure.span, end) or ("civilian" if figure.of == "displaced" else None)
    if status is None and side is not None and bears_arms(text[figure.span.end : side.end]):
        status = "combatant"
    return replace(figure, side=side, status=status)


def shared(figures: Sequence[Figure]) -> Iterator[Figure]:
    """The figures, parts with the side and status of their whole where they have none of their own."""
    for figure in figures:
        whole = None if figure.part_of is None else figures[figure.part_of]
        if whole is None or figure.of not in PERSONAL or figure.of == "troops":
            yield figure
        else:
            yield _like(figure, whole)
