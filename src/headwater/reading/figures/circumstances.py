"""Side, status, window and moment of the figures of one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from headwater.reading.figures.lexicon import PERSONAL
from headwater.reading.figures.nounphrase import noun_words
from headwater.reading.figures.relations import OF_THE
from headwater.reading.figures.sides import land_of, origin_of, place_of, side_of
from headwater.reading.figures.status import bears_arms, status_of
from headwater.reading.figures.windows import as_of, is_rate, moments, window_of, windows
from headwater.records import Figure, Span

_BARE = re.compile(
    r"(?:\smore|\s(?:of\s)?others)?(?:\s(?:were|was|are|is|have|had|has|died|die|killed|dead|injured"
    r"|wounded|hurt|missing|homeless|displaced|arrested|detained|in|on|at|by|from|during|after|so|who|critically|seriously|severely)\b|[.,;:)”]|$)"
    r"|\s(?:more|(?:of\s)?others)\b(?!\s(?:people|[a-z]+s)\b)"
)
"""Behind a count that leaves its noun out."""
_BY_OTHERS = ("arrested", "freed", "abducted")
"""What other hands do than those that kill: "rebels killed three soldiers and police arrested 12"."""
_HARMED = ("killed", "injured", "casualties")
_SEVERAL = 2
_MANY = 100
_VERY_MANY = 1000
_OPENING = 12
"""Code points before a figure that opens its sentence: "Another ", "Hours later "."""


def with_circumstances(
    text: str, sentence: Span, figures: Sequence[Figure], before: Sequence[Figure] = ()
) -> list[Figure]:
    """The figures of a sentence with whom they count, over what time and as of when.

    ``before`` are the figures of the sentence before, told already.
    """
    near, stood = windows(text, sentence), moments(text, sentence)
    others = [f.span for f in figures]
    ends = [*(f.span.start for f in figures), sentence.end][1:]
    for n in range(len(figures) - 2, -1, -1):
        if OF_THE.fullmatch(text, figures[n].span.end, ends[n]):
            ends[n] = ends[n + 1]
    found = [
        _one(text, sentence, figure, end, near, stood, others)
        for figure, end in zip(figures, ends, strict=True)
    ]
    return [_of_a_land(text, sentence, figure) for figure in _carried_on(text, sentence, found, before)]


def _of_a_land(text: str, sentence: Span, figure: Figure) -> Figure:
    """A count of harmed people of whom nothing nearer is told, with the land that the sentence tells of."""
    whole = figure.of in _HARMED and figure.part_of is None and (figure.low or 0) >= _SEVERAL
    return replace(figure, side=land_of(text, figure.span, sentence)) if whole and not figure.side else figure


def _carried_on(
    text: str, sentence: Span, figures: Sequence[Figure], before: Sequence[Figure]
) -> Iterator[Figure]:
    """“killed 50 worshippers and wounded dozens more”: a bare count is of the people of the one before."""
    last = _alike(text, before)
    for n, figure in enumerate(figures):
        if not _is_met(figure):
            yield figure
            continue
        bare = None if noun_words(text, figure.span) else _BARE.match(text, figure.span.end)
        near = n > 0 or figure.span.start - sentence.start < _OPENING
        start = figures[n - 1].span.end if n else sentence.start
        parted = _PARTED.search(text, start, figure.span.start)
        near = near and not (parted and not (bare and "other" in bare[0] and parted[0] == "while"))
        if bare and near and last is not None and _may_be_like(text, figure, last):
            # "20 others" may be anybody.
            joint = last.window is not None and last.window.start >= last.span.end
            last = _like(
                figure, last, status="other" not in bare[0], window=n > 0 and (joint or " more" in bare[0])
            )
        elif last is None or figure.part_of is None:
            last = figure
        else:
            yield figure
            continue
        yield last


_PARTED = re.compile(
    r"[;–—]|\b(?:while|when|but|whereas|meanwhile|elsewhere|across)\b|\b[Ii]n (?!the\b)[A-Z]"
)
"""What parts a count from the people counted before it: another clause, another place."""


def _is_met(figure: Figure) -> bool:
    return figure.of in PERSONAL and figure.of != "troops"


def _alike(text: str, figures: Sequence[Figure]) -> Figure | None:
    """The last of a sentence's figures of people, where all of them are of one side."""
    met = [f for f in figures if _is_met(f)]
    sides = {(f.side.of(text) if f.side else None, f.status) for f in met if f.part_of is None}
    return met[-1] if met and len(sides) == 1 else None


def _may_be_like(text: str, figure: Figure, other: Figure) -> bool:
    """Not so where several follow one ("a gunman was killed and 12 wounded"), or where others act."""
    if (figure.of in _BY_OTHERS) != (other.of in _BY_OTHERS):
        return False
    several = other.low != 1 or other.high != 1 or figure.low == figure.high == 1
    return several or _SOLDIER.search(other.span.of(text)) is not None


_SOLDIER = re.compile(
    r"\b(?:soldier|marine|sailor|policeman|serviceman|service\smember|police\sofficer)$", re.IGNORECASE
)
"""“a soldier was killed and two were wounded”: no attacker with victims."""


def _like(figure: Figure, other: Figure, *, status: bool = True, window: bool = True) -> Figure:
    """The figure with the side, status and window of another where it has none of its own."""
    return replace(
        figure,
        side=figure.side or other.side,
        status=figure.status or (other.status if status else None),
        window=figure.window or (other.window if window else None),
    )


def _one(
    text: str,
    sentence: Span,
    figure: Figure,
    end: int,
    near: Sequence[Span],
    stood: Sequence[Span],
    others: Sequence[Span],
) -> Figure:
    figure = replace(
        figure,
        window=window_of(text, sentence, figure, near, others),
        as_of=as_of(text, figure.span, end, stood),
    )
    if figure.of not in PERSONAL or figure.of == "troops":
        return figure
    side = side_of(text, figure.span, sentence.start, end)
    if side is None and figure.of == "displaced":
        side = origin_of(text, figure.span, sentence, end)
    if side is None and figure.of in _HARMED:
        side = _country_of(text, sentence, figure, end)
    status = status_of(text, figure.span, end)
    if status is None and side is not None and bears_arms(text[figure.span.end : side.end]):
        status = "combatant"
    return replace(figure, side=side, status=status)


def _country_of(text: str, sentence: Span, figure: Figure, end: int) -> Span | None:
    """The country whose dead a rate, a count over a time or a great count is of; not one event's victims."""
    if figure.window is not None and is_rate(figure.window.of(text)):
        return place_of(text, figure.span, sentence.end)
    many = (figure.low or figure.high or 0) >= (_VERY_MANY if figure.window is None else _MANY)
    return place_of(text, figure.span, end, near=True) if many else None


def shared(figures: Sequence[Figure]) -> Iterator[Figure]:
    """The figures, parts with the side and status of their whole where they have none of their own."""
    for figure in figures:
        whole = None if figure.part_of is None else figures[figure.part_of]
        if whole is None or figure.of not in PERSONAL or figure.of == "troops":
            yield figure
        else:
            yield _like(figure, whole)
