"""Short forms that a text introduces: ``Human Rights Watch (HRW)``, ``... known as the SBU``."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from headwater.records import Span
from headwater.records.vocabulary import EntityType

LONGEST = 6
"""An acronym has no more letters."""

# "Security Service of Ukraine, the country's domestic agency, known as the SBU" stretches this far.
_WINDOW = 140
_SMALL = frozenset("of the and for in on at de la le".split())
_IN_BRACKETS = re.compile(r"[’']?s?\s*\(\s*(?:the )?")
_KNOWN_AS = re.compile(r"\b(?:known as|abbreviated|or)\s+(?:the )?")


def is_acronym(name: str) -> bool:
    """Whether a name is one short word in capitals."""
    return name.isupper() and " " not in name and len(name) <= LONGEST


class Acronyms:
    """Which entity of a text bears which acronym; the first that can, by rank."""

    def __init__(self, text: str) -> None:
        """Begin with no names of ``text``."""
        self._text = text
        self._bearers: defaultdict[str, set[int]] = defaultdict(set)

    def offer(self, rank: int, name: str, kind: EntityType, places: Iterable[Span]) -> None:
        """Note the short forms that an entity's name and ``places`` of mention give it."""
        if " " not in name or kind == "location":
            return
        initials = "".join(w[0] for w in name.split() if w.lower() not in _SMALL).upper()
        if len(initials) > 2:  # two letters meet by chance
            self._bearers[initials].add(rank)
        self.offer_places(rank, places)

    def offer_places(self, rank: int, places: Iterable[Span]) -> None:
        """Note the short forms that stand behind further mentions of an entity."""
        for span in places:
            for short in _introduced(self._text[span.end : span.end + _WINDOW]):
                self._bearers[short].add(rank)

    def bearer_of(self, short: str) -> int | None:
        """The rank of the entity that ``short`` stands for, or ``None``."""
        return min(self._bearers.get(short, ()), default=None)


def _introduced(after: str) -> Iterator[str]:
    """Whatever could be an acronym introduced right behind a name."""
    if bracket := _IN_BRACKETS.match(after):
        yield from _words_at(after, bracket.end())
    if "known as" in after:
        sentence_end = after.find(".") % (len(after) + 1)
        for mark in _KNOWN_AS.finditer(after):
            if mark.start() < sentence_end:
                yield from _words_at(after, mark.end())


def _words_at(text: str, at: int) -> Iterator[str]:
    """Every stretch from ``at`` that ends at a word's edge and is no longer than an acronym."""
    for end in range(at + 1, min(at + LONGEST, len(text)) + 1):
        if text[end - 1 : end].isalnum() != text[end : end + 1].isalnum():
            yield text[at:end]
