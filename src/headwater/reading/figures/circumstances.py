"""Side, status, window and moment of the figures of one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from headwater.reading.figures.lexicon import PERSONAL
from headwater.reading.figures.sides import side_of, status_of
from headwater.reading.figures.windows import as_of, window_of, windows
from headwater.records import Figure, Span


def with_circumstances(text: str, sentence: Span, figures: Sequence[Figure]) -> list[Figure]:
    """The figures of a sentence with whom they count, over what time and as of when."""
    near, moment = windows(text, sentence), as_of(text, sentence)
    ends = [*(f.span.start for f in figures), sentence.end][1:]
    return [
        _one(text, sentence, figure, end, near, moment) for figure, end in zip(figures, ends, strict=True)
    ]


def _one(
    text: str, sentence: Span, figure: Figure, end: int, near: Sequence[Span], moment: Span | None
) -> Figure:
    figure = replace(figure, window=window_of(text, sentence, figure, near), as_of=moment)
    if figure.of not in PERSONAL or figure.of == "troops":
        return figure
    status = status_of(text, figure.span, end) or ("civilian" if figure.of == "displaced" else None)
    return replace(figure, side=side_of(text, figure.span, end), status=status)


def shared(figures: Sequence[Figure]) -> Iterator[Figure]:
    """The figures, parts with the side and status of their whole where they have none of their own."""
    for figure in figures:
        whole = None if figure.part_of is None else figures[figure.part_of]
        if whole is None or figure.of not in PERSONAL or figure.of == "troops":
            yield figure
        else:
            yield replace(figure, side=figure.side or whole.side, status=figure.status or whole.status)
