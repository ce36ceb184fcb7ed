"""What stands beside a cue word: the few classes that tell a cue from its homographs."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.reading.tokens import Token
from headwater.voices.words import BE, DETERMINERS, NEGATED_BE, PRONOUNS, is_adverb

# Small words that often belong to a cue or tell what follows it.
_KEPT = frozenset("that to for on of about in as by with at from against out whether how up if".split())
_QUOTES = frozenset("“”\"‘'«»")
_NOUN_MARKS = frozenset("the a an his her its their our my your this these those no any some".split())
_FORMS_OF_BE = BE | NEGATED_BE


def next_class(row: Sequence[Token], i: int) -> str:
    """The class of the token after ``i``.

    A kept small word, comma or colon as it is; ``q`` a quotation mark, ``p`` another mark or the
    end, ``np`` what opens a noun phrase, ``w`` another word.
    """
    if i + 1 >= len(row):
        return "p"
    token = row[i + 1]
    if token.text in _QUOTES:
        return "q"
    if token.low in _KEPT or token.text in (",", ":"):
        return token.low
    if not token.is_word:
        return "p"
    opens_phrase = token.low in DETERMINERS or token.low in PRONOUNS
    return "np" if opens_phrase or token.is_capital or token.text[0].isdigit() else "w"


def previous_class(row: Sequence[Token], i: int) -> str:
    """The class of what stands before ``i``, adverbs passed over.

    ``to``, ``be`` (then it is a passive or progressive), ``det`` (then it is a noun) or ``x``.
    """
    k = i - 1
    while k >= 0 and is_adverb(row[k].low):
        k -= 1
    if k < 0:
        return "x"
    low = row[k].low
    if low == "to":
        return "to"
    if low in _FORMS_OF_BE or low.endswith(("'re", "'m")):
        return "be"
    return "det" if low in _NOUN_MARKS or row[k].is_possessive else "x"
