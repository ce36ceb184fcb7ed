"""Sources that are no noun phrase but a piece of a clause: "others mocked Roe’s plan", "hampered by"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from headwater.reading.tokens import Token
from headwater.voices.words import AUXILIARIES, DETERMINERS, RELATIVES

_OPENS_CLAUSE = RELATIVES | frozenset(("what", "when", "how", "if"))
_CONTRACTED = frozenset("it's he's she's i've we've they've".split())
_PAST = frozenset("told took made gave held kept brought found saw got set met".split())
# "A group called the Front" is none.
_NAMING = frozenset(("called", "named", "titled", "dubbed"))
# Those whom a figure may follow: "the explosion wounded 15 people".
_HIT = frozenset("killed wounded injured displaced captured arrested destroyed damaged".split())
_OBJECT = (DETERMINERS | {"him", "them", "us", "back", "out"}) - {"all", "one", "two", "three"}
# What a phrase begins with that goes on with another.
_GOES_ON = frozenset(
    "given faced facing following including amid despite regarding regardless concerning prompting "
    "dismissed announced unveiled".split()
)
_BEHIND_PARTICIPLE = _OBJECT | frozenset("by from to over into amid up on".split())
_LONGEST_PARTICIPLE = 4


def is_clausal(words: Sequence[Token]) -> bool:
    """Whether a verb with its object stands in the words of a source, outside of relative clauses."""
    if not words:
        return False
    if words[0].low in _GOES_ON and not words[0].is_capital:
        return True
    before = list(takewhile(lambda w: not _opens_clause(w), words))
    finite = any(_is_finite(w) and not _in_name(before, i) for i, w in enumerate(before))
    return _is_open(words) or finite or _has_object(before)


def _is_open(words: Sequence[Token]) -> bool:
    """Whether a participle with what belongs to it opens a phrase: "leaked by a clerk"."""
    first = words[0]
    if len(words) == 1 or first.is_capital or len(first.low) <= _LONGEST_PARTICIPLE:
        return False
    return first.low.endswith(("ing", "ed")) and words[1].low in _BEHIND_PARTICIPLE


def _opens_clause(word: Token) -> bool:
    """Whether it is "who" or the like, "who’s" too."""
    return word.low.replace("’", "'").partition("'")[0] in _OPENS_CLAUSE


def _is_finite(word: Token) -> bool:
    """Whether a word is an auxiliary; "Will" may be a name."""
    low = word.low.replace("’", "'")
    return low in _CONTRACTED or (low in AUXILIARIES and not word.is_capital and not low.endswith("ing"))


def _in_name(words: Sequence[Token], i: int) -> bool:
    """Whether a "do" stands within a name: "Paulo do Marn"."""
    around = [*words[max(0, i - 1) : i], *words[i + 1 : i + 2]]
    return words[i].low == "do" and len(around) > 1 and all(w.is_capital for w in around)


def _has_object(words: Sequence[Token]) -> bool:
    """Whether a past form has its object behind it: "the firm closed the pier"."""
    for i, (verb, behind) in enumerate(pairwise(words)):
        past = verb.low in _PAST or (verb.low.endswith("ed") and verb.low not in _NAMING)
        owner = behind.is_capital and behind.is_possessive
        counted = behind.text[0].isdigit() and verb.low in _HIT
        if i and past and not verb.is_capital and (behind.low in _OBJECT or owner or counted):
            passive = i + 2 < len(words) and words[i + 2].low == "by"  # "put out by the office"
            return not passive
    return False
