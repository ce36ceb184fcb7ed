"""Sentences and paragraphs by plain rules.

Headwater's own splitter stays out of the choice of passages: the gold may not
lean on what it measures, nor move when that changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from headwater.records.spans import Span, trim

_LINE = re.compile(r"[^\n]+")
_SHORT = frozenset(
    "mr mrs ms dr prof sen sens rep reps gov gen lt col maj sgt capt cmdr adm rev hon st jr sr no vs inc "
    "co corp ltd dept jan feb mar apr jun jul aug sept oct nov dec calif fla mass mich minn tenn wis pa va "
    "conn colo".split()
)
"""Words whose stop ends no sentence."""
_STOP = re.compile(r"[.!?][”’\"')\]]*\s+(?=[“‘\"'(\[]?[A-Z0-9])")
_LAST_WORD = re.compile(r"([\w.]+)\.$")


def paragraphs(text: str) -> Iterator[Span]:
    """The lines of a text that are not blank, without white space at their ends."""
    for line in _LINE.finditer(text):
        if (span := trim(text, *line.span())) is not None:
            yield span


def sentences(text: str, paragraph: Span) -> Iterator[Span]:
    """The sentences of one paragraph; a stop after a short form or an initial ends none."""
    start = paragraph.start
    for stop in _STOP.finditer(text, paragraph.start, paragraph.end):
        if not _is_short(text[start : stop.start() + 1]):
            yield from _trimmed(text, start, stop.end())
            start = stop.end()
    yield from _trimmed(text, start, paragraph.end)


def _is_short(before: str) -> bool:
    """Whether the last stop of ``before`` belongs to a short form ("Sen.", "U.S.", "J.")."""
    found = _LAST_WORD.search(before)
    word = found[1].casefold() if found else ""
    return word in _SHORT or len(word) == 1 or "." in word


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    if (span := trim(text, start, end)) is not None:
        yield span


def balanced(words: str) -> bool:
    """Whether every quotation that opens in ``words`` closes there, and none closes that did not open."""
    depth = 0
    for mark in re.findall("[“”]", words):
        depth += 1 if mark == "“" else -1
        if depth not in (0, 1):
            return False
    return depth == 0 and words.count('"') % 2 == 0


def without_quotations(words: str) -> str:
    """The words outside double quotation marks."""
    return re.sub(r"“[^”]*”|\"[^\"]*\"", " ", words)
