"""What stands beside a cue word: the few classes that tell a cue from its homographs."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.reading.tokens import Token
from headwater.voices.words import BE, DETERMINERS, NEGATED_AUX, PRONOUNS, is_adverb

_KEPT = frozenset("that to for on of about in as by with at from against out whether how up if".split())
_QUOTES = frozenset("“”\"‘'«»")
_NOUN_MARKS = frozenset("the a an his her its their our my your this these those no any some".split())


def next_class(row: Sequence[Token], i: int) -> str:
    """The class of the token after ``i``: a kept small word, ``q`` quote, ``np``, ``p`` mark, ``w`` word."""
    if i + 1 >= len(row):
        return "p"
    token = row[i + 1]
    if token.text in _QUOTES:
        return "q"
    if token.low in _KEPT:
        return token.low
    if token.text in (",", ":"):
        return token.text
    if not token.is_word:
        return "p"
    noun_like = (
        token.is_capital or token.text[0].isdigit() or token.low in DETERMINERS or token.low in PRONOUNS
    )
    return "np" if noun_like else "w"


def previous_class(row: Sequence[Token], i: int) -> str:
    """The class of what stands before ``i``: ``to``, ``be`` (passive, progressive), ``det`` (a noun), ``x``."""
    k = i - 1
    while k >= 0 and is_adverb(row[k].low):
        k -= 1
    if k < 0:
        return "x"
    low = row[k].low
    if low == "to":
        return "to"
    if (
        low in BE
        or low.endswith(("'re", "'m"))
        or (low in NEGATED_AUX and low[:2] in ("is", "ar", "wa", "we"))
    ):
        return "be"
    if low in _NOUN_MARKS or row[k].is_possessive:
        return "det"
    return "x"
