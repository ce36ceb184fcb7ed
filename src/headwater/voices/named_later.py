"""Unnamed speakers whom the text names further on.

News tells first that "a lawyer" or, in a headline, "Governor" says something, and then who that
is. Whoever is named later is taken for the one before only where nobody else can be meant: one
person alone has the role in the whole document. Else the chain ends at the words as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from headwater.reading.ordered import spans_at
from headwater.reading.titles import PERSON_TITLES
from headwater.records import Part, Span
from headwater.voices.build import Statement
from headwater.voices.cluster import Cluster
from headwater.voices.entities import EntityTable
from headwater.voices.nounkinds import BODIES, can_speak
from headwater.voices.resolved import Resolved
from headwater.voices.roles import APPOSITION, roles_beside
from headwater.voices.sources import Names, take_apart
from headwater.voices.speakers import kind_of, together
from headwater.voices.words import DETERMINERS, FIRST_PERSON, PRONOUNS

_ABOVE = frozenset(("headline", "dek"))
_TOLD = frozenset(("body", "quoted"))
_REACH = 100
_AS = re.compile(
    r"\b(?:named|identified) (?:the|his|her|their) (?:[\w-]{1,20} ){0,2}(?P<noun>[a-z]{3,20}) as (?=[A-Z])"
)
# So many of one noun are a crowd, in which none can be told.
_MOST = 30
_WHOSE = frozenset("his her their its".split())
_BESIDE = 60
_WORD = re.compile(r"[\w-]+")
# Words that many bear in one story.
_ANYBODY = (
    PRONOUNS
    | FIRST_PERSON
    | frozenset("one someone somebody person people source sources member members".split())
)
# Whom the reader knows without a name: "the president" of no body named later.
_RULERS = frozenset(
    "president minister premier chancellor king queen pope chairman chair director chief head".split()
)


class NamedLater:
    """Finds in one document who an unnamed speaker turns out to be."""

    def __init__(
        self,
        text: str,
        table: EntityTable,
        names: Names,
        parts: Sequence[Part],
        statements: Sequence[tuple[int, Cluster]],
    ) -> None:
        """``statements`` are who speaks, each with the index of the part; several may be of one statement."""
        self.text, self.table, self.names = text, table, names
        self._headlines = [p.span for p in parts if p.kind in _ABOVE]
        body = next((p.span.start for p in parts if p.kind in _TOLD), len(text))
        self._lede = range(body, text.find("\n\n", body) % (len(text) + 1))
        self._below: dict[Cluster, set[str]] = {}
        for part, cluster in statements:
            voices = self._below.setdefault(cluster, set())
            if parts[part].kind not in _ABOVE:
                voice = parts[part].voice
                voices.add(voice.label if voice is not None else "")
        self._alike: dict[str, list[Cluster]] = {}
        for cluster in self._below:
            unnamed = cluster.head and cluster.name and can_speak(cluster.head)
            if unnamed and cluster.type == "person" and cluster.head not in BODIES | _ANYBODY:
                self._alike.setdefault(cluster.head, []).append(cluster)
        self._bearers: dict[str, list[Cluster]] = {}
        for cluster in table.clusters:
            if cluster.type == "person" and not cluster.head:
                for role in self._roles_of(cluster):
                    self._bearers.setdefault(role, []).append(cluster)

    def found(self) -> dict[Cluster, Cluster]:
        """Each unnamed speaker that is named later, and who it is."""
        out: dict[Cluster, Cluster] = {}
        for noun, alike in self._alike.items():
            if len(alike) > _MOST:
                continue
            fuller = {c: later for c in alike if (later := self._fuller(c, alike)) is not None}
            left = [c for c in alike if c not in fuller]
            bearers = self._bearers.get(noun, [])
            text = [c for c in left if self._below[c]]
            named = {c: who for c in text if (who := self._of_text(c, bearers, text)) is not None}
            told = [c for c in text if c not in named]
            above = [c for c in left if not self._below[c]]
            headed = {c: who for c in above if (who := self._of_headline(c, bearers, told)) is not None}
            out |= fuller | named | headed
        out |= self._named_as()
        return {c: _last(out, c) for c in out}

    def _roles_of(self, cluster: Cluster) -> set[str]:
        """What the text below its headlines calls a named person, right before or behind the name."""
        return {
            role
            for span in self._named_below(cluster)
            for role in (*self._titles(span), *self._apposed(span))
        }

    def _named_below(self, cluster: Cluster) -> Iterator[Span]:
        for span, form in cluster.mentions.items():
            if form == "name" and not spans_at(self._headlines, span.start, span.end):
                yield span

    def _titles(self, name: Span) -> set[str]:
        return roles_beside(self.text, self._bare(name))

    def _is_titled(self, name: Span, title: str) -> bool:
        """Whether a title stands right before a name: "President Roe", not "Roe, president of the club"."""
        bare = self._bare(name)
        before = self.text[max(0, bare.start - _BESIDE) : bare.start].split()
        return bool(before) and before[-1].lower() == title

    def _bare(self, name: Span) -> Span:
        """A name without the titles that were read as part of it."""
        words = name.of(self.text).split(" ")
        while len(words) > 1 and words[0].rstrip(".").lower() in PERSON_TITLES:
            words = words[1:]
        return Span(name.end - len(" ".join(words)), name.end)

    def _apposed(self, name: Span) -> Iterator[str]:
        """The noun of the apposition behind a name: "Ada Roe, the lawyer appointed for him"."""
        apposed = APPOSITION.match(self.text, name.end, name.end + _REACH)
        phrase = take_apart(self.text, Span(*apposed.span(1)), self.names) if apposed else None
        if phrase is not None and phrase.low in DETERMINERS and not phrase.named:
            yield phrase.head

    def _of_headline(
        self, cluster: Cluster, bearers: Sequence[Cluster], alike: Sequence[Cluster]
    ) -> Cluster | None:
        """Whom a headline means: the only one in the text below it with the role."""
        if _first_word(cluster) in DETERMINERS - {"the"}:
            return None
        extra = _modifiers(cluster)
        named = [] if cluster.plural else [c for c in bearers if not extra or extra <= self._beside(c)]
        if cluster.head in _RULERS:
            named = [c for c in named if any(self._is_titled(s, cluster.head) for s in self._named_below(c))]
        told = [c for c in alike if c.plural == cluster.plural and extra <= _modifiers(c)]
        fits = [*named, *told]
        return fits[0] if len(fits) == 1 else None

    def _of_text(
        self, cluster: Cluster, bearers: Sequence[Cluster], alike: Sequence[Cluster]
    ) -> Cluster | None:
        """Whom "his lawyer" means, or "the governor" whom nothing before brought in."""
        opens = _first_word(cluster)
        if cluster.plural or opens not in _WHOSE | {"the"} or cluster.head in _RULERS:
            return None
        if len(bearers) != 1 or len(alike) > 1 or bearers[0].first <= cluster.first:
            return None
        extra = _modifiers(cluster) if opens == "the" else set[str]()
        fits = extra <= self._beside(bearers[0]) and self._is_heard_with(cluster, bearers[0])
        return bearers[0] if fits else None

    def _is_heard_with(self, cluster: Cluster, later: Cluster) -> bool:
        """Whether whoever comes later speaks wherever the other does: on the page, in what it carries."""
        return self._below[cluster] <= self._below.get(later, set())

    def _beside(self, cluster: Cluster) -> set[str]:
        found: set[str] = set()
        for span in self._named_below(cluster):
            before = self.text[max(0, span.start - _BESIDE) : span.end].rpartition("\n")[2]
            behind = self.text[span.end : span.end + _REACH].partition("\n")[0]
            found.update(w.lower() for w in _WORD.findall(f"{before} {behind}"))
        return found

    def _fuller(self, cluster: Cluster, alike: Sequence[Cluster]) -> Cluster | None:
        """Whom the first paragraph sums up: "a senior official", further on "a senior police official"."""
        sums_up = len(cluster.mentions) == 1 and cluster.first in self._lede
        if not sums_up or cluster.plural or not _is_new(cluster):
            return None
        fits = [c for c in alike if not c.plural and c.first > cluster.first and _is_new(c)]
        longer = len(fits) == 1 and _modifiers(cluster) < _modifiers(fits[0])
        return fits[0] if longer and self._is_heard_with(cluster, fits[0]) else None

    def _named_as(self) -> dict[Cluster, Cluster]:
        """``The service named the man as John Roe``: the one unnamed man before is he."""
        out: dict[Cluster, Cluster] = {}
        for found in _AS.finditer(self.text):
            names = self.table.names_within(Span(found.end(), found.end() + _REACH))
            alike = [c for c in self._alike.get(found["noun"], ())[:_MOST] if self._below[c]]
            before = [c for c in alike if not c.plural and c.first < found.start()]
            if names and names[0][0].start == found.end() and len(before) == 1:
                out[before[0]] = names[0][1]
        return out


def with_names(
    found: Mapping[Cluster, Cluster], table: EntityTable, statements: Sequence[Statement]
) -> list[Statement]:
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


def _first_word(cluster: Cluster) -> str:
    return cluster.name.split()[0].lower()


def _is_new(cluster: Cluster) -> bool:
    """Whether its words bring somebody in: "an official"."""
    return _first_word(cluster) in ("a", "an")


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
