"""Whom a noun takes up: "the service", "the Kentucky Republican", "the company"."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice

from headwater.records import Span
from headwater.voices.antecedents import Antecedents
from headwater.voices.bodies import called
from headwater.voices.cluster import Cluster
from headwater.voices.modifiers import fits as fits_beside
from headwater.voices.modifiers import is_of_party
from headwater.voices.naming import WHOLE
from headwater.voices.nounkinds import (
    BODIES,
    COMPANIES,
    DOCUMENTS,
    NETWORKS,
    OTHER_OFFICES,
    OUTLETS,
    SHORT_TITLES,
    SOCIAL,
)
from headwater.voices.pronouns import Fitness, fitness
from headwater.voices.resolved import Frame
from headwater.voices.seats import STATES
from headwater.voices.sources import Phrase, take_apart
from headwater.voices.spoken import SPEAKER_WINDOW

# "The British prime minister".
_LONGEST_TAKEN_UP = 4
_WITH_ARTICLE = 2  # words: an article and a noun
# Mentions of somebody that are looked at for one outside of quotations.
_MENTIONS_BACK = 20
# Bodies that news often tells of without their names; a company is named sooner or later.
_UNNAMED = frozenset("coalition alliance union panel charity nonprofit foundation group".split())
_OF_MEMBERS = frozenset(("coalition", "alliance", "union"))
"""Bodies of bodies: nobody is one unless the text says so."""
_ENDS = re.compile(r"[,.;:)\n]|\s(?:of|in|on|at|for|from|with|to|that|which|who|based|\w+ing|\w+ed)\b")
_LONGEST_NAME = 60  # code points


class TakenUp:
    """Looks back in one document for whom a noun means."""

    def __init__(self, before: Antecedents) -> None:
        """``before`` looks back for pronouns in the same document."""
        self._before = before
        self._text, self._names, self._table = before.text, before.names, before.table
        self._parts, self._own = before.parts, before.own

    def taken_up(self, part: int, phrase: Phrase, frame: Frame) -> Cluster | None:
        """An entity that a phrase takes up: "the service", "the official", "Russian authorities"."""
        at, words = phrase.core.start, phrase.core.of(self._text).lower()
        if phrase.epithet:
            return self._epithet(part, phrase, frame)
        if not phrase.definite or len(phrase.words) > _LONGEST_TAKEN_UP or phrase.head in DOCUMENTS | SOCIAL:
            known = phrase.definite or phrase.words[0].is_possessive
            same = [c for c in self._table.called(words) if c.first < at and (c.plural or known)]
            return same[-1] if same else None
        fits = [c for c in self._table.by_noun(phrase.head) if self._fits_noun(c, phrase, part)]
        if phrase.head == "network":
            fits += [c for c in self._table.clusters if c.name in NETWORKS and c not in fits]
        earlier = [c for c in fits if c.first < at]
        if not earlier and len(phrase.words) == 2 and phrase.head in COMPANIES:
            first = self._introduction(part, phrase) if phrase.head in _UNNAMED else None
            if first is not None and (
                phrase.head != "group" or self._text.startswith(" of ", first.end)
            ):  # "a coalition of unions" without a name
                return self._apposed_to(first)
            told = self._said_to_be(phrase.head, at, frame)
            if told is None and phrase.head in _OF_MEMBERS:
                return None
            return told or self._before.person(part, at, called(phrase.head), "it")
        noun, bare = phrase.head, len(phrase.words) == _WITH_ARTICLE
        return max(
            earlier,
            key=lambda c: (not c.head, bare and noun in c.ranks, self._last_told(c, at, frame)),
            default=None,
        )

    def _said_to_be(self, noun: str, at: int, frame: Frame) -> Cluster | None:
        """The body last spoken of that the text says to be what a noun tells.

        Nobody where another that can be it has spoken since, or was spoken of since as a body.
        """
        near = self._table.names_within(Span(max(0, at - SPEAKER_WINDOW), at + 1))
        bodies = sorted(
            set(filter(called(noun), (c for _, c in near))),
            key=lambda c: (self._last_told(c, at, frame), c.first),
        )
        last = bodies[-1] if bodies else None
        if last is not None and last.titles:
            return last if noun in last.titles else None
        return next((c for c in reversed(bodies) if noun in c.titles), None)

    def _last_told(self, cluster: Cluster, at: int, frame: Frame) -> int:
        """Where somebody was last spoken of before ``at``, not in a quotation or in what the source says."""
        for start in islice(reversed(cluster.starts[: bisect_left(cluster.starts, at)]), _MENTIONS_BACK):
            place = Span(start, start + 1)
            inside = any(said.contains(place) for said in frame.said)
            if not inside and (frame.quoted or not self._before.is_quoted(place)):
                return start
        return -1

    def _apposed_to(self, first: Span) -> Cluster | None:
        """Whose apposition the words are that bring in a noun: "Tarn Watch, a coalition of unions"."""
        if _ENDS.match(self._text, first.end) is None:
            return None  # "the Petrel, a navy barge"
        named = self._table.names_within(Span(max(0, first.start - _LONGEST_NAME), first.start))
        return next((c for m, c in reversed(named) if self._text[m.end : first.start] == ", "), None)

    def named_as(self, part: int, phrase: Phrase) -> Cluster | None:
        """Who bears the apposition that brought in a noun: "the monitor" of "Tarn Watch, a war monitor"."""
        if phrase.low != "the" or len(phrase.words) != _WITH_ARTICLE or phrase.head in DOCUMENTS:
            return None
        first = self._introduction(part, phrase)
        told = take_apart(self._text, first, self._names) if first is not None else None
        found = self._apposed_to(first) if first is not None and told and told.head == phrase.head else None
        return found if found is not None and found.type in ("person", "organisation") else None

    def introduced(self, part: int, phrase: Phrase) -> Phrase | None:
        """The words that brought in whom "the man" takes up and who has not spoken yet: "an Uzbek man"."""
        if phrase.low != "the" or len(phrase.words) != _WITH_ARTICLE or phrase.head in BODIES | DOCUMENTS:
            return None
        found = self._introduction(part, phrase)
        return take_apart(self._text, found, self._names) if found is not None else None

    def _introduction(self, part: int, phrase: Phrase) -> Span | None:
        """The last words near before a phrase that bring in what its noun means: "an Uzbek man"."""
        at = phrase.core.start
        floor = max(self._parts[part].span.start, at - SPEAKER_WINDOW)
        pattern = re.compile(
            rf"\b(?:an?|one)\s(?:[\w’'-]+\s){{0,4}}?{re.escape(phrase.head)}\b", re.IGNORECASE
        )
        return next((Span(*m.span()) for m in reversed(list(pattern.finditer(self._text, floor, at)))), None)

    def _epithet(self, part: int, phrase: Phrase, frame: Frame) -> Cluster | None:
        """Whom news calls by party, state or office, and what this tells of them."""
        at = phrase.core.start
        found = self._titled(phrase, at, frame) or self._before.person(part, at, _of_seat(phrase), "one")
        if found is not None:
            self._table.seat(found, phrase.party)
            self._table.entitle(found, [phrase.words[-1].low])
        return found

    def _titled(self, phrase: Phrase, at: int, frame: Frame) -> Cluster | None:
        """The person with the title that an epithet names: "the Iowa senator".

        With a state whoever is of it, and nobody of another.
        """
        noun = phrase.words[-1].low
        titles = (noun, *SHORT_TITLES.get(noun, ()))
        fits = {c for t in titles for c in self._table.by_noun(t) if t in c.titles and c.first < at}
        if phrase.state:
            of_it = {c for c in self._table.seated(phrase.state) if c.first < at}
            fits = of_it or {c for c in fits if not c.seat & STATES and self._is_main(c, at)}
        fits = {c for c in fits if is_of_party(phrase, c)}
        return max(fits, key=lambda c: (self._last_told(c, at, frame), c.first), default=None)

    def _is_main(self, cluster: Cluster, at: int) -> bool:
        """Whether no person was named more often before ``at``."""
        people = (c for c in self._table.clusters if c.type == "person" and not c.head)
        return bisect_left(cluster.starts, at) >= max((bisect_left(c.starts, at) for c in people), default=0)

    def _fits_noun(self, cluster: Cluster, phrase: Phrase, part: int) -> bool:
        noun = phrase.head
        if not fits_beside(phrase, cluster):
            return False
        if cluster.head:
            if " or " in cluster.name:  # "the bank or phone company says": whichever it is
                return False
            return cluster.head == noun and any(
                self._own[k] is self._own[part] for k in map(self._before.part_at, cluster.starts)
            )
        if cluster.type == "person":
            return noun in cluster.titles
        if cluster.type != "organisation" or cluster.name in WHOLE:
            return False
        words = [w.lower().removesuffix("s") for w in " ".join(cluster.names).split()]
        agency = noun == "administration" and any(n.endswith(" Administration") for n in cluster.names)
        return not agency and noun in BODIES | OUTLETS | COMPANIES and noun.removesuffix("s") in words


def _of_seat(phrase: Phrase) -> Fitness:
    """Who can be "the Kentucky Republican" without it being said: nobody of another seat or office."""
    man, woman = fitness("he"), fitness("she")
    own = {phrase.state, phrase.words[-1].low, *phrase.party}
    return lambda c: (
        (man(c) or woman(c))
        and is_of_party(phrase, c)
        and (not phrase.state or (c.seat <= own and not c.titles & OTHER_OFFICES))
    )
