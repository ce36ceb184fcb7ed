"""Counts that the words before them call a toll: “the death toll rose to 16”, “the number of injured”."""

from __future__ import annotations

import re

from headwater.records import Span
from headwater.records.vocabulary import FigureOf

_NUMBER_OF = r"\bnumbers?\sof\s(?:the\s|those\s|people\s)?(?:confirmed\s|reported\s)?"
_REACH = r"(?:[^.;:]|[.](?!\s)){0,150}?$"
_TOLLS: tuple[tuple[FigureOf, re.Pattern[str]], ...] = (
    ("killed",
        re.compile(
            rf"(?:\btoll|\bdead(?=\sat)|{_NUMBER_OF}"
            rf"(?:dead|deaths|fatalities|killed|people\skilled|lives\slost"
            rf"|(?:[\w-]+\s){{1,5}}?who\s(?:have\s|were\s)?(?:die|died|killed|perished)))\b{_REACH}", re.I)),
    ("injured",
        re.compile(rf"(?:\binjured(?=\sat)|{_NUMBER_OF}(?:injured|wounded|injuries))\b{_REACH}", re.I)),
    ("missing", re.compile(rf"{_NUMBER_OF}missing\b{_REACH}", re.I)),
    ("displaced",
        re.compile(
            rf"{_NUMBER_OF}(?:[\w-]{{1,20}}\s){{0,2}}(?:displaced|homeless|refugees|asylum\sseekers|resettled"
            rf"|who\s(?:have\s|had\s)?(?:fled|evacuated))\b{_REACH}", re.I)),
)  # fmt: skip
_LONGEST = 190


def toll_of(text: str, span: Span) -> FigureOf | None:
    """What a toll counts, if the words before a figure call it one."""
    before = text[max(0, span.start - _LONGEST) : span.start]
    if before.endswith(" by "):
        return None
    told = [(match.start(), of) for of, pattern in _TOLLS if (match := pattern.search(before))]
    return max(told)[1] if told else None
