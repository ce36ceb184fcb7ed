"""What the words beside a name say that somebody is: "Gov. Jane Roe", "Jane Roe, the governor"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from headwater.reading.titles import PERSON_TITLES
from headwater.reading.tokens import Token, tokenize
from headwater.records import Span
from headwater.voices.nounkinds import is_plural
from headwater.voices.standing import is_person_noun
from headwater.voices.words import COORDINATORS, DETERMINERS, PREPOSITIONS, RELATIVES

COURTESY = frozenset("mr mrs ms dr sen rep gov".split())
"""Titles that only a person's name follows."""
LONG_TITLES = {
    "gov": "governor",
    "sen": "senator",
    "gen": "general",
    "col": "colonel",
    "capt": "captain",
    "sgt": "sergeant",
    "prof": "professor",
    "dr": "doctor",
}
"""Titles written out."""
# Titles and roles that tell a man from a woman.
MALE = frozenset(
    "mr sir lord king prince spokesman congressman chairman businessman father pope husband son brother "
    "uncle nephew grandfather widower man boy".split()
)
FEMALE = frozenset(
    "mrs ms miss lady dame queen princess spokeswoman congresswoman chairwoman businesswoman mother wife "
    "daughter sister aunt niece grandmother widow woman girl actress".split()
)
KIN = frozenset("lady wife husband widow widower daughter son sister brother mother father".split())
"""What somebody is to whoever holds an office."""
_BEFORE, _AFTER = 60, 100
_LONGEST = 5
_LEAST_OWNED = 3
_FORMER = frozenset("former ex late then".split())
APPOSITION = re.compile(r",\s([^,.;:!?\n“”\"()]{3,80})[,.;]")


def roles_beside(text: str, name: Span) -> set[str]:
    """The nouns right before a person's name and in the apposition behind it; none of what somebody was."""
    line = text[max(0, name.start - _BEFORE) : name.start].rpartition("\n")[2]
    row = [t for t in reversed(tokenize(line)) if t.text != "."]
    before = list(takewhile(_is_role, row))[:_LONGEST] or _owned(row)
    found = _roles(before)
    if (apposed := APPOSITION.match(text, name.end, name.end + _AFTER)) is not None:
        words = tokenize(text, *apposed.span(1))
        if words[0].low not in COORDINATORS | PREPOSITIONS | RELATIVES:
            apposed_roles = _roles(list(takewhile(lambda t: t.low not in PREPOSITIONS, words))[-1:], words)
            found |= apposed_roles - MALE - FEMALE
    return found


def _roles(words: Sequence[Token], around: Sequence[Token] = ()) -> set[str]:
    low = {w.low.rstrip(".") for w in words}
    if (low | {w.low for w in around}) & _FORMER:
        return set()
    return {
        w
        for w in low
        if not is_plural(w) and w not in DETERMINERS and (w in PERSON_TITLES or is_person_noun(w))
    }


def _owned(row: Sequence[Token]) -> list[Token]:
    """The role of "France's president, Ada Roe", from the name backwards."""
    if len(row) < _LEAST_OWNED or row[0].text != ",":
        return []
    run = list(takewhile(_is_role, row[1:]))[:_LONGEST]
    behind = row[len(run) + 1 : len(run) + 2]
    return run if any(w.is_possessive for w in (*run[1:], *behind)) else []


def _is_role(word: Token) -> bool:
    return word.is_word and (word.is_capital or word.low in PERSON_TITLES or is_person_noun(word.low))
