"""The words of a figure's noun phrase."""

from __future__ import annotations

import re

from headwater.reading.figures import lexicon
from headwater.reading.figures.cardinals import number_value, word_set
from headwater.records import Span

_STOPS = word_set(
    "were was are is had have has been be who which that when where while as at on by after during "
    "in to for with and or "
    "said died killed wounded injured dead others people including among since from of left so more "
    "he she they around near inside outside across throughout between within under over along come comes came"
)
_WORD = re.compile(r"[ \u00a0]{0,2}[“\"‘'(]?(?P<word>[A-Za-z][\w.’'&-]{0,40})")
_OF = re.compile(
    r"\s(?:out\s)?of\s(?:the(?:m|se)?\s|those\s|whom\s|its\s|their\s|his\s)?(?:(?:other\s)?(?:\d[\d,]{0,9}|two|three|four|five"
    r"|six|seven|eight|nine|ten|eleven|twelve)\s)?"
)
_HEDGES = frozenset(w for phrase in (*lexicon.HEDGES, *lexicon.SUFFIXES, "couple of") for w in phrase.split())
_PASSED = word_set("people others more")
_HARMED = word_set("dead killed wounded injured slain missing displaced")
_MOST_WORDS = 7


def phrase_words(text: str, span: Span, end: int) -> list[Span]:
    """The words of a figure's noun phrase: those inside, for "a clerk", and those behind, for a number."""
    inside = noun_words(text, span)
    out: list[Span] = []
    at = span.end
    of = _OF.match(text, at, end)
    at = of.end() - 1 if of and not inside else at
    while len(out) < _MOST_WORDS:
        match = _WORD.match(text, at, end)
        low = "" if match is None else match["word"].lower().rstrip(".")
        if match is None or low in _STOPS:
            if match is not None and (low in _PASSED or (low in _HARMED and not out)):
                at = match.end()
                continue
            break
        out.append(Span(*match.span("word")))
        at = match.end()
    return [*inside, *out]


def noun_words(text: str, span: Span) -> list[Span]:
    """The words of "a clerk" behind its article; none where the span is a number with its hedge."""
    words = [Span(*m.span("word")) for m in _WORD.finditer(text, span.start, span.end)]
    return words[1:] if len(words) > 1 and _is_noun(words[-1].of(text)) else []


def _is_noun(word: str) -> bool:
    """Whether the last word of a figure is a noun ("a clerk"), and no number or hedge ("more than 70")."""
    low = word.lower()
    return number_value(low) is None and low not in lexicon.VAGUE and low not in _HEDGES


def bare(words: str) -> str:
    """The words without a possessive ending or a stop that is not their own."""
    words = words.removesuffix("’s").removesuffix("'s").rstrip("’',")
    return words[:-1] if words.endswith(".") and words.count(".") == 1 else words
