"""Counts of nobody: “no injuries were reported”, “no one was killed”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from headwater.reading.figures.fates import FATES
from headwater.records import Figure, Span
from headwater.records.vocabulary import FigureOf

_NOUNS: dict[str, FigureOf] = {
    "arrests": "arrested", "injuries": "injured", "casualties": "casualties", "deaths": "killed",
    "fatalities": "killed",
}  # fmt: skip
_NO_HARM = re.compile(
    rf"\b(?P<no>no)\s(?:(?!other\b)[\w.-]{{1,20}}\s){{0,3}}?(?P<noun>{'|'.join(_NOUNS)})\b", re.IGNORECASE
)
_NO_ONE = re.compile(
    r"\b(?P<no>no\s?one|nobody|none)\s(?:of\s(?:the|them|those)\s(?:\w+\s)?)?(?:else\s)?"
    r"(?:(?:was|were|has\sbeen|have\sbeen|had\sbeen|is|are)\s(?:\w+ly\s)?)?"
    r"(?P<fate>killed|injured|wounded|hurt|arrested|died|missing)\b",
    re.IGNORECASE,
)


def nobody(text: str, sentence: Span) -> Iterator[Figure]:
    """The counts of zero in one sentence, where they tell of harm."""
    for match in _NO_HARM.finditer(text, sentence.start, sentence.end):
        yield _none(match, _NOUNS[match["noun"].lower()])
    for match in _NO_ONE.finditer(text, sentence.start, sentence.end):
        yield _none(match, FATES[match["fate"].lower()].of)


def _none(match: re.Match[str], of: FigureOf) -> Figure:
    return Figure(Span(*match.span("no")), 0, 0, "exact", "person", of)
