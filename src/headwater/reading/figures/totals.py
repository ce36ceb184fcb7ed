"""How many a text says met with one fate, people with a name among them.

A named person is no figure, but one of the dead all the same: "Ada Lorn and
two others were killed" tells of three. Each person counts once, however often
the text names them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headwater.reading.figures.cardinals import word_set
from headwater.reading.figures.tolls import toll_of
from headwater.records import Figure, Span
from headwater.records.vocabulary import FigureOf

_NO_PART_OF_A_NAME = word_set(
    "alias the of mr mrs ms dr and constable head inspector sub police singh kumar ram"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A person with a name and what became of them; ``told`` where a figure counts them already."""

    span: Span
    of: FigureOf
    told: bool


@dataclass(frozen=True, slots=True)
class Toll:
    """The figures of a text, and the people with names that it says met with something."""

    figures: tuple[Figure, ...]
    named: tuple[Named, ...]

    def total(self, text: str, of: FigureOf) -> int:
        """How many met with one fate, in what the text tells of.

        Left out are parts, repetitions, counts over a longer time ("since 2011")
        and what is only recalled ("wanted for a blast in which 11 were killed"). Names
        count once, and not where an earlier sentence has counted those who are named only later.
        """
        counted = [f for f in self.figures if f.of == of and f.part_of is None and f.same_as is None]
        if tolls := [f for f in counted if toll_of(text, f.span) == of]:
            return max(least(f) for f in tolls)
        own = [f for f in counted if not _is_long(text, f) and not is_recalled(text, f.span)]
        own = _without_sums(own)
        new = [n for n in _new_names(text, self.named, of) if not is_recalled(text, n.span)]
        late = _named_late(text, own, new)
        return sum(least(f) for f in own) + len(new) - late


def _is_long(text: str, figure: Figure) -> bool:
    """Whether a figure was reached over more than a day."""
    return figure.window is not None and not _HOURS.search(figure.window.of(text))


def _without_sums(counted: Sequence[Figure]) -> list[Figure]:
    """“Eight were shot dead. Seven were killed in the forest, another in the village”: eight in all.

    Only the first count can be such a whole, of three or more, and of nobody else than those after it.
    """
    if len(counted) < _WHOLE:
        return list(counted)
    whole, rest = counted[0], counted[1:]
    alike = all(f.status in (None, whole.status) for f in rest)
    is_sum = least(whole) >= _WHOLE and least(whole) == sum(map(least, rest))
    return [whole] if is_sum and alike else list(counted)


_WHOLE = 3
_HOURS = re.compile(r"\b(?:hours?|minutes?|night|overnight)\b", re.IGNORECASE)


def _named_late(text: str, counted: Sequence[Figure], new: Sequence[Named]) -> int:
    """How many of the new names stand for people whom an earlier sentence has counted."""
    if not counted:
        return 0
    first = counted[0].span
    behind = [n for n in new if n.span.start > first.end and _STOP.search(text, first.end, n.span.start)]
    return min(len(behind), sum(least(f) for f in counted))


_STOP = re.compile(r"[.!?][”\"]?\s+[“\"]?(?:[A-Z]|$)")
_ACTS = (
    r"(?:(?:the|an?|alleged|recent|alleged)\s){0,3}(?:\w+\s)?(?:killings?|murders?|deaths?"
    r"|attacks?|encounters?|blasts?|case)"
)
_RECALLED = re.compile(
    r"\b(?:in\swhich|in\s(?:several|many|various|a\sseries)|involve[ds]?\sin|involvement\sin|wanted\s(?:for|in|by)"
    r"|accused\s(?:of|in)|implicated|convicted|in\sconnection\swith|charged\swith|participated|taken\spart|took\spart"
    rf"|role\sin\s{_ACTS}|(?:protest\w*|retaliation|revenge|avenge|condemn\w*|mastermind\w*|behind|suspects?)"
    rf"(?:\s(?:against|for|of|to|in|behind))?\s{_ACTS}|anniversary|masterminded|had\s(?:earlier\s)?(?:killed|murdered)(?=\s)|responsible\sfor\s(?!the\sincident))\b[^.;]{{0,110}}$",
    re.IGNORECASE,
)


def is_recalled(text: str, span: Span) -> bool:
    """Whether the words before a count tell of something that happened before what the text reports."""
    return _RECALLED.search(text, max(0, span.start - 130), span.start) is not None


def least(figure: Figure) -> int:
    """The known end of a figure, the lower one where both are known."""
    return int(figure.low if figure.low is not None else figure.high or 0)


def _new_names(text: str, named: Sequence[Named], of: FigureOf) -> Iterator[Named]:
    """Those who met with the fate, under a name that stands for nobody told of before."""
    known: set[str] = set()
    for one in sorted(named, key=lambda n: (not n.told, n.span.start)):
        words = name_words(one.span.of(text))
        if one.of == of and not one.told and not words & known:
            yield one
        known |= words


def name_words(name: str) -> set[str]:
    """The words of a name that tell people apart."""
    words = {w.strip(".,()'’") for w in name.casefold().split()}
    return {w for w in words if len(w) > 2} - _NO_PART_OF_A_NAME or words
