"""Who is who in one document: names that belong together become one entity."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from headwater.reading.gazetteer import look_up
from headwater.reading.titles import PERSON_TITLES
from headwater.records import Entity, Mention, Span
from headwater.records.vocabulary import EntityType, MentionForm

_DETERMINER = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"[’']s?$")
_SMALL = frozenset("of the and for in on at de la le".split())
# "Security Service of Ukraine, the country's domestic agency, known as the SBU" stretches this far.
_ALIAS_WINDOW = 140


@dataclass(slots=True)
class Cluster:
    """An entity that is still growing."""

    name: str
    type: EntityType
    aliases: list[str] = field(default_factory=list)
    mentions: list[tuple[Span, MentionForm]] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)
    head: str = ""
    plural: bool = False

    @property
    def first(self) -> int:
        """Where it is first mentioned; after everything else if nowhere."""
        return min((s.start for s, _ in self.mentions), default=1 << 60)

    def add(self, span: Span, form: MentionForm, words: str | None = None) -> None:
        """Count ``span`` as a mention; ``words`` may be a new alias or a fuller name."""
        if all(span != s for s, _ in self.mentions):
            self.mentions.append((span, form))
        if words and words != self.name and words not in self.aliases:
            fuller = form == "name" and self.type == "person" and len(words.split()) > len(self.name.split())
            self.aliases.append(self.name if fuller else words)
            self.name = words if fuller else self.name


def bare(words: str) -> str:
    """A name without its article and possessive ending."""
    return _POSSESSIVE.sub("", _DETERMINER.sub("", words.strip())).strip(" ,")


class EntityTable:
    """Grows entities from mentions, in the order of the text, and numbers them at the end."""

    def __init__(self, text: str) -> None:
        """Begin with no entities for ``text``."""
        self.text = text
        self.clusters: list[Cluster] = []

    def add_names(self, names: Sequence[Mention]) -> None:
        """Group the names of the document.

        Full names first, so that a surname in a headline finds its bearer.
        """
        named = [(m, *self._core(m)) for m in names if m.type != "nationality"]
        for mention, core, titles in sorted(named, key=lambda n: (-len(n[1].split()), n[0].span.start)):
            cluster = self.find_name(core, mention.type, mention.span.start)
            if cluster is None:
                cluster = Cluster(core, mention.type)
                self.clusters.append(cluster)
            cluster.add(mention.span, "name", core)
            if cluster.type == "other" and mention.type == "location":
                cluster.type = "location"
            cluster.titles |= titles
        self._join_acronyms()

    def _core(self, mention: Mention) -> tuple[str, set[str]]:
        words = bare(mention.span.of(self.text)).split()
        titles: set[str] = set()
        while mention.type == "person" and len(words) > 1 and words[0].rstrip(".").lower() in PERSON_TITLES:
            titles.add(words.pop(0).rstrip(".").lower())
        if len(words) > 2 and words[0].lower() == "of":
            words = words[-2:]
        name = " ".join(words)
        known = look_up(name)
        return (known.name if known is not None and known.name == f"The {name}" else name), titles

    def find_name(self, name: str, kind: EntityType, near: int) -> Cluster | None:
        """The entity that ``name`` refers to, the nearest before ``near`` where several fit."""
        known = look_up(name)
        fits = [c for c in self.clusters if _same(c, name, kind, known.name if known else None)]
        before = [c for c in fits if any(s.start <= near for s, _ in c.mentions)]
        return max(before or fits, key=lambda c: _nearest(c, near), default=None)

    def _join_acronyms(self) -> None:
        """``Security Service of Ukraine ... known as the SBU``, ``Human Rights Watch (HRW)``."""
        for short in [
            c for c in self.clusters if c.name.isupper() and " " not in c.name and len(c.name) <= 6
        ]:
            long = next((c for c in self.clusters if c is not short and self._introduces(c, short)), None)
            if long is not None:
                long.aliases += [a for a in (short.name, *short.aliases) if a not in long.aliases]
                long.mentions += short.mentions
                self.clusters.remove(short)

    def _introduces(self, long: Cluster, short: Cluster) -> bool:
        if " " not in long.name or long.type == "location":
            return False
        initials = "".join(w[0] for w in long.name.split() if w.lower() not in _SMALL).upper()
        for span, _ in long.mentions:
            after = self.text[span.end : span.end + _ALIAS_WINDOW]
            place = re.escape(short.name)
            if re.match(rf"[’']?s?\s*\(\s*(?:the )?{place}\b", after):
                return True
            if (
                re.match(rf"[^.]*?\b(?:known as|abbreviated|or)\s+(?:the )?{place}\b", after)
                and "known as" in after
            ):
                return True
        return len(short.name) > 2 and initials == short.name

    def nominal(self, words: str, span: Span, kind: EntityType, *, head: str, plural: bool) -> Cluster:
        """A new unnamed entity, or the one already spoken of in the same indefinite words."""
        label = words.strip(" ,")
        cluster = Cluster(label, kind, head=head, plural=plural)
        cluster.add(span, "nominal")
        self.clusters.append(cluster)
        return cluster

    def named(self, label: str, kind: EntityType) -> Cluster:
        """The entity with this name, made if need be (a byline, a commenter, an outlet)."""
        found = self.find_name(bare(label), kind, 0) or self.find_name(label, kind, 0)
        if found is None:
            known = look_up(label)
            found = Cluster(label, known.type if known else kind)
            self.clusters.append(found)
        return found

    def finish(self) -> tuple[tuple[Entity, ...], tuple[Mention, ...], dict[int, str]]:
        """Numbered entities and their mentions; the id of each cluster by ``id(cluster)``."""
        ordered = sorted(self.clusters, key=lambda c: (c.first, c.name))
        ids = {id(c): f"e{n}" for n, c in enumerate(ordered, 1)}
        entities = tuple(self._entity(c, ids[id(c)]) for c in ordered)
        mentions = [Mention(s, c.type, ids[id(c)], form) for c in ordered for s, form in c.mentions]
        return entities, tuple(sorted(mentions, key=lambda m: (m.span, m.entity or ""))), ids

    def _entity(self, cluster: Cluster, entity_id: str) -> Entity:
        known = look_up(cluster.name) or next((k for a in cluster.aliases if (k := look_up(a))), None)
        aliases = tuple(a for a in cluster.aliases if a != cluster.name)
        country = known.country if known else None
        return Entity(
            entity_id, cluster.name, cluster.type, aliases, country, known.sector if known else None
        )


def _same(cluster: Cluster, name: str, kind: EntityType, known: str | None) -> bool:
    if cluster.head:
        return False  # unnamed entities are found by their noun, not by name
    if name in (cluster.name, *cluster.aliases):
        return True
    other = look_up(cluster.name)
    if known is not None and other is not None:
        return known == other.name and (other.type == "location") == (kind == "location")
    if cluster.type == "person" and kind in ("person", "other", "organisation"):
        return _same_person(cluster.name, name) and (kind != "organisation" or not name.isupper())
    if cluster.type == "organisation" and kind in ("organisation", "other") and " " not in name:
        return " " in cluster.name and cluster.name.split()[-1] == name  # "the Herald"
    return False


def _same_person(full: str, name: str) -> bool:
    ours, theirs = full.split(), name.split()
    if len(theirs) == 1:
        return theirs[0] in (ours[-1], ours[0]) and len(ours) > 1
    if ours[-1] != theirs[-1]:
        return False
    return ours[0] == theirs[0] or (len(ours[0].rstrip(".")) == 1 and ours[0][0] == theirs[0][0])


def _nearest(cluster: Cluster, near: int) -> int:
    return max((s.start for s, _ in cluster.mentions if s.start <= near), default=-1)
