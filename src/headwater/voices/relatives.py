"""Whom "who", "which" and "that" take up."""

from __future__ import annotations

import re

from headwater.reading.gazetteer import first_names
from headwater.records import Span
from headwater.voices.cluster import Cluster
from headwater.voices.entities import EntityTable
from headwater.voices.nounkinds import (
    BODIES,
    COMPANIES,
    DOCUMENTS,
    EPITHETS,
    OUTLETS,
    SOCIAL,
    can_speak,
    is_plural,
)
from headwater.voices.sources import Names, Phrase, take_apart

_OPENS_PHRASE = re.compile(
    r"\b(?:an?|the|one|two|three|some|many|several|its|his|her|their|\w+day[’']s)\s+(?=[\w’'-])",
    re.IGNORECASE,
)
# What may stand between a noun and the relative pronoun that takes it up: "a “model,” who".
_BETWEEN = ' ,”"'
_WORD_BEFORE = re.compile(r"(?:\d[\d.,]* (?=per))?[\w’'-]+$")
# "Rescue workers, who": all the words from where the sentence opens.
_OPENS_TEXT = re.compile(r"(?:(?<=[.!?] )|(?<=\n)|\A)[A-Z][a-z’'-]+(?: [a-z-]+)?\Z")
# A relative pronoun follows its noun phrase, which is no longer than this.
RELATIVE_WINDOW = 80
# An apposition between a name and "who" is no longer than this.
APPOSITION_WINDOW = 140
_APPOSITION = re.compile(r",[^,.;:!?\n“”\"]{3,110}\Z")
# "Roe is the mayor who", "I am a doctor who".
_IS = re.compile(r"\b(?:is|was|am|are|were|remains|became|becomes)\s(?:(?:\w+ly|also|still|now|once)\s)?\Z")
_LONGEST_COPULA = 24
# "Roe v. Dorn, who": the names of a case are nobody.
_VERSUS = re.compile(r"\b(?:v|vs|versus)\.? ")
_OF = re.compile(r"\b,? (?:of|from|in|at|with|for) (?:the )?\Z")
_LONGEST_OF = 12
_NOUN_WITH_ARTICLE = 3  # words of a plural with an article at most: more may hold a verb


_NEVER_WHO = BODIES | COMPANIES | OUTLETS | DOCUMENTS | SOCIAL
_CASE = 6  # code points before a name in which "v." may stand


class Relatives:
    """Looks right before a relative pronoun for what it means."""

    def __init__(self, text: str, names: Names, table: EntityTable) -> None:
        """``table`` may still grow."""
        self.text, self.names, self.table = text, names, table

    def meant(self, at: int, *, person: bool) -> Cluster | Phrase | None:
        """Whom the relative pronoun at ``at`` means; a ``person`` for "who".

        Nobody where "that" follows a comma: "should he do less, that would send a signal".
        """
        if self.text.startswith("that", at) and self.text[:at].rstrip().endswith(","):
            return None
        return (self._apposed(at) if person else None) or self._right_before(at, person=person)

    def _apposed(self, at: int) -> Cluster | None:
        """The person of "Jane Roe, an aide at the ministry, who"."""
        stop = len(self.text[:at].rstrip(" ,"))
        if self.text[stop : stop + 1] != ",":
            return None
        near = self.table.names_within(Span(max(0, stop - APPOSITION_WINDOW), stop + 1))
        people = (
            self._of_whom(m) or c
            for m, c in reversed(near)
            if c.type == "person"
            and not _is_epithet(m.of(self.text))  # "Ada Roe, the top Republican, who"
            and not self._is_of_a_case(m)
            and (m.end == stop or _APPOSITION.match(self.text, m.end, stop))
        )
        return next(people, None)

    def _of_whom(self, body: Span) -> Cluster | None:
        """The person before a body that was taken for one: "Ana Silva of Nomura, who"."""
        of = _OF.search(self.text, max(0, body.start - _LONGEST_OF), body.start)
        found = self.table.ending_within(of.start(), of.start()) if of is not None else None
        return found if found is not None and found.type == "person" and not found.head else None

    def _is_of_a_case(self, name: Span) -> bool:
        """Whether a name is that of a case or of a side in one: "Roe v. Dorn"."""
        return _VERSUS.search(self.text, max(0, name.start - _CASE), name.end) is not None

    def _whose_place(self, place: Cluster, start: int) -> Cluster | Phrase | None:
        """The person of "Jane Roe of Dorn, who", "an aide at the ministry who"; a body alone may be "who"."""
        of = _OF.search(self.text, max(0, start - _LONGEST_OF), start)
        if of is not None and not place.plural:
            return self._right_before(of.start(), person=True)
        return None if place.type == "location" else place

    def _right_before(self, at: int, *, person: bool) -> Cluster | Phrase | None:
        """The noun phrase that a relative pronoun follows; a ``person`` for "who"."""
        stop = at
        while stop and self.text[stop - 1] in _BETWEEN:
            stop -= 1
        known = self.table.ending_within(stop - 2, stop)
        if known is not None and not _is_epithet(known.name):
            return self._of_known(known, stop, person=person)
        start = max(self.text.rfind(mark, 0, stop) for mark in (". ", "\n", ", ", "; ")) + 1
        openers = list(_OPENS_PHRASE.finditer(self.text, max(start, stop - RELATIVE_WINDOW), stop))
        phrase = take_apart(self.text, Span(openers[-1].start(), stop), self.names) if openers else None
        long = phrase is not None and len(phrase.words) > _NOUN_WITH_ARTICLE
        if phrase is None or (long and (is_plural(phrase.head) or (person and phrase.head in _NEVER_WHO))):
            found: Cluster | Phrase | None = self._bare_noun(start, stop) or phrase  # "met voters who"
        else:
            found = self._named_before(phrase) or phrase
        if isinstance(found, Phrase) and found.breaks_off:
            return None
        if person and isinstance(found, Phrase) and not found.named and not can_speak(found.head):
            return None  # "a vow hardly to be heard by those who"
        return found

    def _of_known(self, known: Cluster, stop: int, *, person: bool) -> Cluster | Phrase | None:
        """Whom the pronoun means behind somebody who is named or was told of, up to ``stop``."""
        start = known.last_start(stop - 1)
        if self._is_of_a_case(Span(start, stop)) or (not person and self._is_no_thing(known, stop)):
            return None
        if not person and (document := self._document_of(start, stop)) is not None:
            return document
        body = person and known.type in ("location", "organisation")
        return self._whose_place(known, start) if body else known

    def _document_of(self, start: int, stop: int) -> Phrase | None:
        """What a body has written, where no comma parts the two: "a statement from the board which said"."""
        if "," in self.text[stop : stop + len(' ,"')]:
            return None
        openers = list(_OPENS_PHRASE.finditer(self.text, max(0, start - RELATIVE_WINDOW), start))
        for opener in reversed(openers[-2:]):
            phrase = take_apart(self.text, Span(opener.start(), stop), self.names)
            if phrase is not None and phrase.head in DOCUMENTS and "\n" not in phrase.core.of(self.text):
                return phrase
        return None

    def _is_no_thing(self, known: Cluster, stop: int) -> bool:
        """Whether no "which" is who ends at ``stop``: a person, or where something is ("a bill in Dorn")."""
        start = known.last_start(stop - 1)
        inside = known.type == "location" and self.text[max(0, start - len(" in ")) : start] == " in "
        which = self.text.startswith("which", stop + len(", ")) and self.text[stop : stop + 1] == ","
        person = known.type == "person" and any(
            " " in name and name.split()[0] in first_names() for name in known.names
        )
        return which and (inside or person)

    def _named_before(self, phrase: Phrase) -> Cluster | None:
        """The name that a phrase stands beside: "Jane Roe, the aide who", "Roe is an aide who"."""
        at = phrase.core.start
        if (copula := _IS.search(self.text, max(0, at - _LONGEST_COPULA), at)) is not None:
            return self._subject(copula.start())
        stop = at - 2
        apposed = stop > 0 and self.text[stop : stop + 2] == ", " and phrase.low in ("the", "a", "an")
        found = self.table.ending_within(stop, stop) if apposed else None
        return found if found is not None and not found.head and found.type != "location" else None

    def _subject(self, stop: int) -> Cluster | None:
        """Who is named, or the "I", right before a copula."""
        found = self.table.ending_within(stop - 1, stop - 1)
        return found if found is not None and not found.head and found.type != "location" else None

    def _bare_noun(self, floor: int, stop: int) -> Phrase | None:
        """The noun without an article that ends at ``stop``: "voters", "those"."""
        word = _OPENS_TEXT.search(self.text, floor, stop) or _WORD_BEFORE.search(self.text, floor, stop)
        phrase = take_apart(self.text, Span(word.start(), stop), self.names) if word else None
        return phrase if phrase is not None and can_speak(phrase.head) else None


def _is_epithet(name: str) -> bool:
    """Whether what was taken for a name only says what somebody is: "U.S. Democrat"."""
    return name.rsplit(maxsplit=1)[-1].lower() in EPITHETS
