"""What a page's own words are about, and what the text that it carries is about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+")
# Two forms of a word mostly share so many letters: election, elections; Democrat, Democratic.
_STEM = 6
_SHORTEST = 4
_EMPTY = frozenset(
    "about above after again against also although among another around because been before being below "
    "between both called came come could days does doing done down during each early else even ever every "
    "first five four from further gave give given goes going good have having here hers himself however "
    "into itself just keep kept know known last late later least less like long made make makes making "
    "many might more most much must near need never next news none nothing once only other others ours "
    "over part people perhaps putting rather report reported reports said same says saying seem seen "
    "several shall should since some something soon still such taken take tell tells than that their them "
    "then there these they thing things think this those though three through time times told took toward "
    "towards turn under until upon used using very want wants week weeks well went were what when where "
    "whether which while whom whose will with within without would year years your month months monday "
    "tuesday wednesday thursday friday saturday sunday today yesterday according".split()
)


def telling_words(text: str) -> frozenset[str]:
    """The words of a text that say what it is about, cut to their first letters."""
    words = (w.lower() for w in _WORD.findall(text) if len(w) >= _SHORTEST or (len(w) > 1 and w.isupper()))
    return frozenset(w[:_STEM] for w in words if w not in _EMPTY)


@dataclass(frozen=True, slots=True)
class Topics:
    """Telling words: a page's ``own``, those of a passage's ``first`` paragraph, and all ``carried`` ones."""

    own: frozenset[str]
    first: frozenset[str]
    carried: frozenset[str]

    @classmethod
    def of(cls, above: Iterable[str], before: Iterable[str], first: str) -> Topics:
        """The topics of a page's paragraphs ``above``, of what it carried ``before``, and of a passage."""
        opening = telling_words(first)
        return cls(telling_words(" ".join(above)), opening, opening | telling_words(" ".join(before)))

    @property
    def shared(self) -> float:
        """The share of the passage's first words, or of the page's if fewer, that both have."""
        smaller = min(len(self.own), len(self.first))
        return len(self.own & self.first) / smaller if smaller else 1.0

    def return_of(self, text: str) -> int:
        """How many words of ``text`` are of the page's topic alone, less those of the carried one alone."""
        words = telling_words(text)
        return len(words & (self.own - self.carried)) - len(words & (self.carried - self.own))
