"""How many a text says met with one fate, people with a name among them, as SATP counts them.

Each person counts once, however often the text names them. Serves the benchmark and the
training of its weights alone: a reader of Headwater's output adds up as he sees fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from benchmarks.mentions import Mention, counts, features, is_alone
from headwater.reading.figures import Toll
from headwater.reading.figures.cardinals import word_set
from headwater.reading.figures.tolls import toll_of
from headwater.reading.figures.totals import Named
from headwater.records import Figure
from headwater.records.vocabulary import FigureOf

_NO_PART_OF_A_NAME = word_set(
    "alias the of mr mrs ms dr and constable head inspector sub police singh kumar ram"
)


def total(read: Toll, text: str, of: FigureOf) -> int:
    """How many met with one fate, in what the text tells of.

    Of the mentions those are summed up for which more speaks than against.
    A toll ("the toll rose to nine") is the total. Left out are counts over
    a longer time ("since 2011"); a name counts once.
    """
    figures = [f for f in read.figures if f.of == of]
    if tolls := [f for f in figures if is_alone(f) and toll_of(text, f.span) == of]:
        return max(least(f) for f in tolls)
    every = mentions(read, text, of)
    told = features(text, read.sentences, every)
    return sum(m.count for m, one in zip(every, told, strict=True) if counts(one))


def mentions(read: Toll, text: str, of: FigureOf) -> list[Mention]:
    """Everybody of whom the text says that they met with one fate, in its order."""
    figures = [f for f in read.figures if f.of == of and not _is_long(text, f)]
    found = [Mention(f.span, least(f), f) for f in figures if least(f)]
    found += [Mention(n.span, 1, None) for n in _new_names(text, read.named, of)]
    return sorted(found, key=lambda m: m.span)


def _is_long(text: str, figure: Figure) -> bool:
    """Whether a figure was reached over more than a day."""
    return figure.window is not None and not _HOURS.search(figure.window.of(text))


_HOURS = re.compile(r"\b(?:hours?|minutes?|night|overnight)\b", re.IGNORECASE)


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
