"""Unnamed speakers whom the text names further on.

News tells first that "a lawyer" or, in a headline, "Governor" says something, and then who that
is. Whoever is named later is taken for the one before only where nobody else can be meant: one
person alone has the role in the whole document. Else the chain ends at the words as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from headwater.records import Part, Span
from headwater.voices.build import Statement
from headwater.voices.entities import Cluster, EntityTable
from headwater.voices.nounkinds import BODIES, can_speak, is_plural
from headwater.voices.resolved import Resolved
from headwater.voices.sources import Names, take_apart
from headwater.voices.speakers import kind_of, together
from headwater.voices.words import DETERMINERS

_ABOVE = frozenset(("headline", "dek"))
_APPOSITION = re.compile(r",\s([^,.;:!?\n“”\"()]{3,80})[,.;]")
_REACH = 100
_AS = re.compile(
    r"\b(?:named|identified) (?:the|his|her|their) (?:[\w-]{1,20} ){0,2}(?P<noun>[a-z]{3,20}) as (?=[A-Z])"
)
_WHOSE = frozenset("his her their its".split())
_BESIDE = 60
_WORD = re.compile(r"[\w-]+")
# Nouns that many bear in one story.
_ANYBODY = frozenset("one someone somebody person people source sources member members".split())


class NamedLater:
    """Finds in one document who an unnamed speaker turns out to be."""

    def __init__(
        self,
        text: str,
        table: EntityTable,
        names: Names,
        parts: Sequence[Part],
        own: Mapping[int, Cluster],
        statements: Sequence[Statement],
    ) -> None:
        """``own`` maps the index of each part to whoever says "I" in it."""
        self.text, self.table, self.names = text, table, names
        self.parts, self.own = parts, own
        self.statements = statements
        self._voices: dict[Cluster, set[Cluster]] = {}
        for s in statements:
            for c in s.who.clusters:
                self._voices.setdefault(c, set()).add(own[s.part])
        self.roles: dict[str, list[Cluster]] = {}
        for c in table.clusters:
            if c.type == "person" and not c.head:
                for role in {*c.titles, *self._apposed(c)}:
                    self.roles.setdefault(role, []).append(c)

    def found(self) -> dict[Cluster, Cluster]:
        """Each unnamed speaker that is named later, and who it is."""
        unnamed = [c for c in self._voices if c.head and c.name and can_speak(c.head)]
        unnamed = [c for c in unnamed if c.head not in BODIES | _ANYBODY and c.type == "person"]
        out: dict[Cluster, Cluster] = {}
        for cluster in unnamed:
            if not self._is_above(cluster) and (later := self._fuller(cluster, unnamed)) is not None:
                out[cluster] = later
        told = [c for c in unnamed if c not in out]
        for cluster in told:
            who = self._above(cluster, told) if self._is_above(cluster) else self._below(cluster, told)
            if who is not None:
                out[cluster] = who
        out.update(self._named_as(told))
        return {c: _last(out, c) for c in out}

    def _is_above(self, cluster: Cluster) -> bool:
        return all(self.parts[s.part].kind in _ABOVE for s in self.statements if cluster in s.who.clusters)

    def _apposed(self, cluster: Cluster) -> Iterator[str]:
        """The nouns of appositions behind a person's name: "Ada Roe, the lawyer appointed for him"."""
        for span, form in cluster.mentions.items():
            if form != "name":
                continue
            apposed = _APPOSITION.match(self.text, span.end, span.end + _REACH)
            phrase = take_apart(self.text, Span(*apposed.span(1)), self.names) if apposed else None
            if phrase is not None and phrase.low in DETERMINERS and not phrase.named:
                yield phrase.head

    def _above(self, cluster: Cluster, unnamed: Sequence[Cluster]) -> Cluster | None:
        """Whom a headline means: the only one in the text below with the role."""
        opens = cluster.name.split()[0].lower()
        if opens in DETERMINERS - {"the"}:
            return None
        named = [] if cluster.plural else self._bearers(cluster)
        others = [
            c
            for c in unnamed
            if c.plural == cluster.plural
            and c is not cluster
            and not self._is_above(c)
            and c.head == cluster.head
            and _modifiers(cluster) <= {*_modifiers(c)}
        ]
        every = [*named, *others]
        return every[0] if len(every) == 1 else None

    def _bearers(self, cluster: Cluster) -> list[Cluster]:
        """The named persons with the role of an unnamed one, and all that is said beside it."""
        fits = self.roles.get(cluster.head, [])
        extra = _modifiers(cluster)
        return [c for c in fits if not extra or extra <= self._beside(c)]

    def _beside(self, cluster: Cluster) -> set[str]:
        found: set[str] = set(cluster.titles)
        for span, form in cluster.mentions.items():
            if form == "name":
                around = (
                    self.text[max(0, span.start - _BESIDE) : span.end].rpartition("\n")[2]
                    + self.text[span.end : span.end + _REACH].partition("\n")[0]
                )
                found.update(w.lower() for w in _WORD.findall(around))
        return found

    def _below(self, cluster: Cluster, unnamed: Sequence[Cluster]) -> Cluster | None:
        """Whom "his lawyer" or "the governor" of the text means that nobody was before."""
        opens = cluster.name.split()[0].lower()
        if cluster.plural or opens not in _WHOSE | {"the"}:
            return None
        extra = _modifiers(cluster) if opens == "the" else set[str]()
        fits = [
            c
            for c in self.roles.get(cluster.head, [])
            if c.first > cluster.first and extra <= self._beside(c)
        ]
        others = [c for c in unnamed if c is not cluster and c.head == cluster.head and not self._is_above(c)]
        if len(self.roles.get(cluster.head, [])) != 1 or len(fits) != 1 or others:
            return None
        return fits[0] if self._same_voice(cluster, fits[0]) else None

    def _same_voice(self, cluster: Cluster, later: Cluster) -> bool:
        return self._voices[cluster] <= self._voices.get(later, set())

    def _fuller(self, cluster: Cluster, unnamed: Sequence[Cluster]) -> Cluster | None:
        """The one whom the first sentence sums up: "a senior official", below "a senior police official"."""
        if cluster.plural or len(cluster.mentions) != 1 or not self._is_lede(cluster.first):
            return None
        if not cluster.name.lower().startswith(("a ", "an ")):
            return None
        fits = [
            c
            for c in unnamed
            if c.head == cluster.head
            and not c.plural
            and c.first > cluster.first
            and c.name.lower().startswith(("a ", "an "))
        ]
        longer = len(fits) == 1 and _modifiers(cluster) < _modifiers(fits[0])
        return fits[0] if longer and self._same_voice(cluster, fits[0]) else None

    def _is_lede(self, at: int) -> bool:
        """Whether a place lies in the first paragraph of the body."""
        body = next((p for p in self.parts if p.kind not in _ABOVE and p.span.contains(Span(at, at + 1))), None)
        return body is not None and "\n\n" not in self.text[body.span.start : at].strip()

    def _named_as(self, unnamed: Sequence[Cluster]) -> dict[Cluster, Cluster]:
        """``The service named the man as John Roe``."""
        out: dict[Cluster, Cluster] = {}
        for found in _AS.finditer(self.text):
            name = next((n for n in self.table.names_within(Span(found.end(), found.end() + 40))), None)
            before = [
                c
                for c in unnamed
                if c.head == found["noun"] and not c.plural and c.first < found.start() and not self._is_above(c)
            ]
            if name is not None and name[0].start == found.end() and len(before) == 1:
                out[before[0]] = name[1]
        return out


def with_names(found: Mapping[Cluster, Cluster], table: EntityTable, statements: Sequence[Statement]) -> list[Statement]:
    """The statements with those in place whom the text names later."""
    for unnamed, who in found.items():
        for span, form in unnamed.mentions.items():
            who.add(span, form)
        table.drop(unnamed)
    return [replace(s, who=_renamed(s.who, found)) for s in statements]


def _renamed(who: Resolved, found: Mapping[Cluster, Cluster]) -> Resolved:
    if not any(c in found for c in who.clusters):
        return who
    clusters = tuple(dict.fromkeys(found.get(c, c) for c in who.clusters))
    return Resolved(clusters, kind_of(clusters[0]), together(clusters))


def _modifiers(cluster: Cluster) -> set[str]:
    """The words of an unnamed one beside its noun and determiner."""
    words = {w.lower() for w in _WORD.findall(cluster.name)}
    return words - DETERMINERS - {cluster.head}


def _last(found: Mapping[Cluster, Cluster], cluster: Cluster) -> Cluster:
    """Who somebody is in the end: none leads back, since each is named or more fully told later."""
    seen = set()
    while cluster in found and cluster not in seen:
        seen.add(cluster)
        cluster = found[cluster]
    return cluster
