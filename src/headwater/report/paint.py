"""The marks of a text, painted over its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from headwater.records import Figure, Forecast, Part, Reading, Span, Time
from headwater.records.spans import trim
from headwater.report.segments import Segment, segments
from headwater.report.view import Piece, Statement
from headwater.report.words import forecast_by, meaning_of_figure, meaning_of_time

Mark = tuple[str, Statement] | Time | Figure | Forecast | int
"""A content, cue or source (``k``, ``q``, ``o``) with its statement, a time, a figure, a forecast, or the
number of a problem."""

Started = set[tuple[str, int]]

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")


def paragraphs(part: Part, text: str) -> list[Span]:
    """The lines of a part that hold more than white space, without it at either end."""
    lines = _LINE.finditer(text, part.span.start, part.span.end)
    return [span for line in lines if (span := trim(text, line.start(), line.end()))]


def painted(
    reading: Reading, statements: Mapping[str, Statement], spans: Sequence[Span]
) -> list[tuple[Piece, ...]]:
    """The pieces of each of ``spans``, which stand in order and do not overlap.

    A statement starts at its first piece of content that is on the page.
    """
    text = reading.document.text
    borders = [border for span in spans for border in (span.start, span.end)]
    cut = iter(segments(len(text), list(_marks(reading, statements)), borders))
    started: Started = set()
    return [tuple(_pieces(cut, span, text, started)) for span in spans]


def _pieces(cut: Iterator[Segment[Mark]], span: Span, text: str, started: Started) -> Iterator[Piece]:
    for segment in cut:
        if span.start <= segment.start:
            yield _piece(segment, text, started)
        if segment.end == span.end:
            return


def _marks(reading: Reading, statements: Mapping[str, Statement]) -> Iterator[tuple[Span, Mark]]:
    for attribution in reading.attributions:
        statement = statements[attribution.id]
        for name, spans in (("k", attribution.content), ("q", attribution.cue), ("o", attribution.source)):
            yield from ((span, (name, statement)) for span in spans)
    yield from ((time.span, time) for time in reading.times)
    yield from ((figure.span, figure) for figure in reading.figures)
    yield from ((forecast.span, forecast) for forecast in reading.forecasts)
    yield from ((p.span, number) for number, p in enumerate(reading.problems, 1) if p.span)


def _piece(segment: Segment[Mark], text: str, started: Started) -> Piece:
    contents = sorted(_statements(segment, "k"), key=lambda s: s.number)
    starts = tuple(s for s in contents if ("s", s.number) not in started)
    troubles = tuple(m for m in segment.layers if isinstance(m, int) and ("p", m) not in started)
    started.update(("s", s.number) for s in starts)
    started.update(("p", number) for number in troubles)
    words = text[segment.start : segment.end]
    return Piece(words, _classes(segment, contents), _title(segment), starts, troubles)


def _statements(segment: Segment[Mark], *names: str) -> Iterator[Statement]:
    for mark in segment.layers:
        if isinstance(mark, tuple) and mark[0] in names:
            yield mark[1]


def _classes(segment: Segment[Mark], contents: list[Statement]) -> str:
    """The classes of a piece.

    k content, k2 content within content, at attitude, un not said, q cue, o source, t fact,
    f forecast, u problem;

    ``d0`` to ``d3`` is the number of mouths of the innermost statement; ``s7``
    is content of statement 7, ``w7`` its cue or source.
    """
    classes = [name for name in ("q", "o") if any(_statements(segment, name))]
    if contents:
        inner = min(contents, key=lambda s: sum(map(len, s.quote)))
        classes += [
            "k",
            f"d{inner.steps}",
            *(["k2"] if len(contents) > 1 else []),
            *(["at"] if inner.attitude else []),
            *(["un"] if inner.unsaid else []),
        ]
    if any(isinstance(mark, Time | Figure) for mark in segment.layers):
        classes.append("t")
    if any(isinstance(mark, Forecast) for mark in segment.layers):
        classes.append("f")
    if any(isinstance(mark, int) for mark in segment.layers):
        classes.append("u")
    around = sorted({s.number for s in _statements(segment, "q", "o")})
    numbers = [*(f"s{s.number}" for s in contents), *(f"w{number}" for number in around)]
    return " ".join([*classes, *numbers])


def _title(segment: Segment[Mark]) -> str:
    return "; ".join(_meanings(segment.layers))


def _meanings(marks: Iterable[Mark]) -> Iterator[str]:
    for mark in marks:
        if isinstance(mark, Time):
            yield meaning_of_time(mark)
        elif isinstance(mark, Figure):
            yield meaning_of_figure(mark)
        elif isinstance(mark, Forecast):
            yield forecast_by(mark)
