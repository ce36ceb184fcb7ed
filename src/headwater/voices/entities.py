"""Who is who in one document: names that belong together become one entity."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import count

from headwater.reading.gazetteer import first_names, look_up
from headwater.reading.ordered import spans_at
from headwater.reading.titles import BODY_WORDS, PERSON_TITLES
from headwater.records import Entity, Mention, Span
from headwater.records.vocabulary import EntityType, MentionForm
from headwater.voices.acronyms import Acronyms, is_acronym
from headwater.voices.bodies import noun_before, noun_behind, outlet_before
from headwater.voices.cluster import Cluster, bearer_of, entity_of
from headwater.voices.juniors import juniors
from headwater.voices.modifiers import words_beside
from headwater.voices.naming import bare, is_same, keys_of, undoubled, unglued
from headwater.voices.nounkinds import BODIES, OFFICES
from headwater.voices.pronouns import Sex, sex_of
from headwater.voices.roles import COURTESY, FEMALE, KIN, LONG_TITLES, MALE, roles_beside
from headwater.voices.seats import seat_beside

_WORD_BEFORE = re.compile(r"(?<![\w’'.-])([A-Z][a-z]+) \Z")
_LONGEST_WORD = 20
_SHORTEST_TITLED = 2
_MOST = 100
"""Entities of one noun that are looked at, so that a long text of nothing else costs in proportion."""
_ONE_SENTENCE = 160
_STOP = re.compile(r"[.!?;”\"]\s|\n")
_ARTICLE = len("the ")


class EntityTable:
    """Grows entities from mentions, in the order of the text, and numbers them at the end.

    Entities are filed under the words by which the text can take them up
    again, so that a name or noun is compared with those few that it can mean
    and not with all: a long document costs in proportion to its length.
    """

    def __init__(self, text: str, datelines: Sequence[Span] = ()) -> None:
        """Begin with no entities for ``text``; nobody in its ``datelines`` is anybody's "he" or "it"."""
        self.text, self._datelines = text, datelines
        self.clusters: list[Cluster] = []
        self._numbers = count()
        self._order: dict[Cluster, int] = {}
        self._by_name: defaultdict[str, list[Cluster]] = defaultdict(list)
        self._by_noun: defaultdict[str, list[Cluster]] = defaultdict(list)
        self._by_seat: defaultdict[str, list[Cluster]] = defaultdict(list)
        self._unnamed: defaultdict[str, list[Cluster]] = defaultdict(list)
        self._ends: list[tuple[int, int, int, Cluster]] = []
        self._names: list[tuple[int, int, int, Cluster]] = []
        self._bearers: dict[Span, Cluster] = {}
        self._spoken_of: dict[int, Cluster] = {}

    # Growing

    def add_names(self, names: Sequence[Mention]) -> None:
        """Group the names of the document.

        Full names first, so that a surname in a headline finds its bearer.
        """
        named = [(m, *self._core(m)) for m in names if m.type != "nationality"]
        for mention, core, titles in sorted(named, key=lambda n: (-len(n[1].split()), n[0].span.start)):
            noun = noun_behind(self.text, mention.span) or outlet_before(self.text, mention.span)
            kind = "person" if titles else "organisation" if noun else _kind_of(mention, core)
            cluster = self._relative(core, titles, mention.span) or self.find_name(
                core, kind, mention.span.start
            )
            if cluster is None:
                cluster = self._open(Cluster(core, kind))
            cluster.add(mention.span, "name", core)
            self._file(cluster, core)
            if cluster.type == "other" and kind in ("location", "person"):
                cluster.type = kind
            if noun and not titles and not cluster.titles:
                cluster.type = "organisation"
            self.entitle(cluster, titles)
            cluster.ranks |= set(titles)
            if cluster.type == "person":
                self.entitle(cluster, roles_beside(self.text, mention.span))
                self.seat(cluster, seat_beside(self.text, mention.span))
                cluster.beside |= words_beside(self.text, mention.span, core)
            elif cluster.type == "organisation":
                nouns = (noun, noun_before(self.text, mention.span))
                self.entitle(cluster, (n for n in nouns if n))
        for junior, short in list(juniors(self.text, self.clusters)):
            junior.take_over(short)
            self.drop(short)
            self._file(junior, short.name)
        self._join_acronyms()
        self._index_names()

    def named(self, label: str, kind: EntityType) -> Cluster:
        """The entity with this name, made if need be (a byline, a commenter, an outlet)."""
        found = self.find_name(bare(label), kind, 0) or self.find_name(label, kind, 0)
        if found is None:
            known = look_up(label)
            found = self._open(Cluster(label, known.type if known else kind))
            self._adopt(found)
        return found

    def _adopt(self, body: Cluster) -> None:
        """Give a body those of one word that can only mean it: "the Ministry" of its own statement."""
        if body.type != "organisation" or " " not in body.name:
            return
        filed = self._in_order(c for key in keys_of(body.name) for c in self._by_name[key])
        for short in filed:
            alone = short is not body and short.type == "organisation" and not short.fulls
            if alone and not short.aliases and is_same(body.names, body.type, short.name, short.type):
                body.take_over(short)
                self.drop(short)
                self._index_names()

    def nominal(self, words: str, span: Span, kind: EntityType, *, head: str, plural: bool) -> Cluster:
        """A new unnamed entity, first spoken of at ``span``."""
        cluster = self._open(Cluster(words.strip(" ,"), kind, head=head, plural=plural))
        self.mention(cluster, span, "nominal")
        return cluster

    def mention(self, cluster: Cluster, span: Span, form: MentionForm) -> None:
        """Count ``span`` as a mention of an entity, outside its names."""
        if span not in cluster.mentions:
            cluster.add(span, form)
            insort(self._ends, (span.end, span.start, self._order[cluster], cluster), key=_place)
            self._spoken_of[span.start] = cluster

    def suppose(self, cluster: Cluster, span: Span) -> None:
        """Remember that ``span`` may mean an entity, though it is no mention of it."""
        insort(cluster.starts, span.start)

    def entitle(self, cluster: Cluster, titles: Iterable[str]) -> None:
        """Remember what an entity is called beside its name: "general", "mr"."""
        for title in (t for every in titles for t in (every, LONG_TITLES.get(every, every))):
            if title not in cluster.titles:
                cluster.titles.add(title)
                self._by_noun[title].append(cluster)

    def seat(self, cluster: Cluster, words: Iterable[str]) -> None:
        """Remember somebody's party or state, in lower case."""
        for word in sorted(set(words) - cluster.seat):
            cluster.seat.add(word)
            self._by_seat[word].append(cluster)

    def forget_after(self, number: int) -> None:
        """Drop all entities but the first ``number``: what was opened for nothing."""
        for cluster in self.clusters[number:]:
            del self._order[cluster]
            for filed in (self._by_noun[cluster.head], self._unnamed[cluster.name.lower()]):
                if filed and filed[-1] is cluster:
                    filed.pop()
        del self.clusters[number:]

    def drop(self, cluster: Cluster) -> None:
        """Drop one entity whose mentions are another's."""
        del self._order[cluster]
        self.clusters.remove(cluster)

    # Looking up

    def find_name(self, name: str, kind: EntityType, near: int) -> Cluster | None:
        """The entity that ``name`` refers to, the nearest before ``near`` where several fit."""
        filed = [c for key in keys_of(name) for c in self._by_name.get(key, ())]
        fits = self._in_order(c for c in filed if is_same(c.names, c.type, name, kind))
        before = [c for c in fits if c.first <= near]
        if " " not in name and sum(1 for c in before if c.fulls) > 1:
            return bearer_of(before, near)
        return max(before or fits, key=lambda c: c.last_start(near), default=None)

    def namesake(self, place: Cluster, near: int) -> Cluster | None:
        """The one person named in full before ``near`` whose surname a place has: "Keating Holland"."""
        if place.type != "location" or " " in place.name:
            return None
        fits = [
            c
            for c in self._in_order(self._by_name.get(place.name, ()))
            if c.type == "person" and c.last_full(near) > -1 and c.name.split()[-1] == place.name
        ]
        return fits[0] if len(fits) == 1 else None

    def bearer(self, span: Span) -> Cluster | None:
        """The entity whose name stands at ``span``."""
        return self._bearers.get(span)

    def names_within(self, span: Span) -> list[tuple[Span, Cluster]]:
        """The names inside ``span`` and whose they are, in order of the text."""
        first = bisect_left(self._names, span.start, key=_at)
        last = bisect_left(self._names, span.end, key=_at)
        return [(Span(start, end), c) for start, end, _, c in self._names[first:last] if end <= span.end]

    def ending_within(self, first: int, last: int) -> Cluster | None:
        """The entity of the longest mention that ends from ``first`` to ``last``, both included."""
        found = self._ends[bisect_left(self._ends, first, key=_at) : bisect_right(self._ends, last, key=_at)]
        live = [e for e in found if e[3] in self._order]
        return min(live, key=lambda e: (e[1], e[2]))[3] if live else None

    def spoken_of_at(self, span: Span) -> Cluster | None:
        """The entity of a mention that begins or ends with ``span``."""
        begun = self._spoken_of.get(span.start)
        return begun if begun in self._order else self.ending_within(span.end, span.end)

    def called(self, words: str) -> list[Cluster]:
        """The unnamed entities spoken of in just these words (lower case), in the order found."""
        return self._in_order(self._unnamed.get(words, ()))

    def by_noun(self, noun: str) -> list[Cluster]:
        """Whatever a noun may take up: unnamed entities of that noun, titles, words of a name.

        Of very many the first, which are named, and the last.
        """
        filed = (self._by_noun.get(noun, []), self._by_noun.get(noun.removesuffix("s"), []))
        near = (
            c
            for row in filed
            for c in (row if len(row) <= _MOST else [*row[: _MOST // 2], *row[-_MOST // 2 :]])
        )
        return self._in_order(near)

    def seated(self, state: str) -> list[Cluster]:
        """The persons beside whose name a state (lower case) stands as theirs."""
        return self._in_order(self._by_seat.get(state, ()))

    def _in_order(self, clusters: Iterable[Cluster]) -> list[Cluster]:
        """Each of those that are still here, once, in the order in which they were opened."""
        return sorted({c for c in clusters if c in self._order}, key=self._order.__getitem__)

    # Filing

    def _open(self, cluster: Cluster) -> Cluster:
        self.clusters.append(cluster)
        self._order[cluster] = next(self._numbers)
        if cluster.head:
            self._by_noun[cluster.head].append(cluster)
            self._unnamed[cluster.name.lower()].append(cluster)
        else:
            self._file(cluster, cluster.name)
        return cluster

    def _file(self, cluster: Cluster, name: str) -> None:
        for key in keys_of(name):
            if cluster not in self._by_name[key][-1:]:
                self._by_name[key].append(cluster)
        for word in name.lower().split():
            if cluster not in self._by_noun[word.removesuffix("s")][-1:]:
                self._by_noun[word.removesuffix("s")].append(cluster)

    def _core(self, mention: Mention) -> tuple[str, set[str]]:
        """The bare name of a mention, and the titles that stand before it."""
        words = bare(mention.span.of(self.text)).split()
        titles: set[str] = set()
        person = mention.type == "person" or (words and words[0].rstrip(".").lower() in COURTESY)
        while person and len(words) > 1 and (_is_title(words[0]) or _is_peoples_title(words)):
            titles.add(words.pop(0).rstrip(".").lower())
        if len(words) > 2 and words[0].lower() == "of":
            initial = len(words[-2].rstrip(".")) == 1  # "of State John F. Kerry"
            words = words[-3 if initial else -2 :]
        words = unglued(" ".join(words)).split()
        if mention.type == "person":
            words = self._with_first_name(mention.span, undoubled(words))
        name = " ".join(words)
        known = look_up(name)
        outlet = known is not None and known.name == f"The {name}" and self._has_article(mention.span)
        return (f"The {name}" if outlet else name), titles

    def _relative(self, surname: str, titles: set[str], span: Span) -> Cluster | None:
        """Which of two is "President Roe": who has the title, else not the one of "Ada Roe, daughter of".

        "Mr. Roe" is a man, and nobody known where all who bear the name are women.
        """
        if not titles or " " in surname:
            return None
        bearers = self._in_order(c for c in self._by_name.get(surname, ()) if c.type == "person" and c.fulls)
        sex: Sex | None = "men" if titles & MALE else "women" if titles & FEMALE else None
        fits = [c for c in bearers if sex is None or sex_of(c) in (None, sex)]
        if len(fits) < len(bearers):
            return bearer_of(fits, span.start) if fits else self._open(Cluster(surname, "person"))
        titled = [c for c in bearers if titles <= c.titles]
        if len(bearers) > len(titled) == 1:
            return titled[0]
        if bearers and not titled and titles & OFFICES and all(c.titles & KIN for c in bearers):
            return self._open(Cluster(surname, "person"))  # "first lady Ada Roe" is not "President Roe"
        apart = [c for c in bearers if not self._is_clause(c.last_full(span.start), span.start)]
        return apart[0] if len(bearers) > len(apart) == 1 else None

    def _is_clause(self, first: int, last: int) -> bool:
        """Whether two places stand in one sentence, close by."""
        between = self.text[first:last] if 0 <= first < last <= first + _ONE_SENTENCE else "\n"
        return _STOP.search(between) is None

    def _has_article(self, span: Span) -> bool:
        """Whether "the" stands before a name or opens it."""
        return "the " in self.text[max(0, span.start - _ARTICLE) : span.start + _ARTICLE].lower()

    def _with_first_name(self, span: Span, words: list[str]) -> list[str]:
        """A surname with the first name that stands right before it and was not read as part of it."""
        if len(words) != 1 or not span.of(self.text).startswith(words[0]):
            return words
        before = _WORD_BEFORE.search(self.text, max(0, span.start - _LONGEST_WORD), span.start)
        first = before.group(1) if before else ""
        return [first, *words] if first in first_names() and first != words[0] else words

    def _join_acronyms(self) -> None:
        """``Security Service of Ukraine ... known as the SBU``, ``Human Rights Watch (HRW)``."""
        acronyms, every = Acronyms(self.text), list(self.clusters)
        for rank, cluster in enumerate(every):
            acronyms.offer(rank, cluster.name, cluster.type, cluster.mentions)
        for short in every:
            bearer = acronyms.bearer_of(short.name) if is_acronym(short.name) else None
            if bearer is not None:
                every[bearer].take_over(short)
                acronyms.offer_places(bearer, short.mentions)
                for name in short.names:
                    self._file(every[bearer], name)
                del self._order[short]
        self.clusters = [c for c in every if c in self._order]

    def _index_names(self) -> None:
        every = [(s, c) for c in self.clusters for s in c.mentions]
        self._bearers = dict(reversed(every))
        told = [(s, c) for s, c in every if not spans_at(self._datelines, s.start, s.end)]
        self._names = sorted(((s.start, s.end, self._order[c], c) for s, c in told), key=_place)
        self._ends = sorted(((s.end, s.start, self._order[c], c) for s, c in every), key=_place)

    # Numbering

    def finish(self) -> tuple[tuple[Entity, ...], tuple[Mention, ...], dict[Cluster, str]]:
        """Numbered entities and their mentions, and the id of each cluster."""
        ordered = sorted(self.clusters, key=lambda c: (c.first, c.name))
        ids = {c: f"e{n}" for n, c in enumerate(ordered, 1)}
        mentions = [Mention(s, c.type, ids[c], form) for c in ordered for s, form in c.mentions.items()]
        mentions.sort(key=lambda m: (m.span.start, m.span.end, m.entity or ""))
        return tuple(entity_of(c, ids[c]) for c in ordered), tuple(mentions), ids


def _is_title(word: str) -> bool:
    return word.rstrip(".").lower() in PERSON_TITLES


def _is_peoples_title(words: Sequence[str]) -> bool:
    """Whether a nation stands before a title: "Russian president Ada Roe", "U.S. Secretary Ada Roe"."""
    known = look_up(words[0]) if len(words) > _SHORTEST_TITLED and _is_title(words[1]) else None
    return known is not None and known.country is not None and known.type in ("nationality", "location")


def _kind_of(name: Mention, core: str) -> EntityType:
    """The type of a name: what is of no known kind but called a brigade or the like is a body."""
    words = core.lower().split()
    body = name.type == "other" and len(words) > 1 and words[-1] in BODIES & BODY_WORDS
    return "organisation" if body else name.type


def _at(entry: tuple[int, int, int, Cluster]) -> int:
    return entry[0]


def _place(entry: tuple[int, int, int, Cluster]) -> tuple[int, int, int]:
    return entry[:3]
