"""One entity of a document while it grows."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass, field

from headwater.reading.gazetteer import look_up
from headwater.records import Entity, Span
from headwater.records.vocabulary import EntityType, MentionForm
from headwater.voices.nounkinds import OFFICES
from headwater.voices.roles import KIN

_NOWHERE = 1 << 60  # after every place in a text
# How far a full name reaches for a lone surname that two people share, in code points.
FULL_NAME_REACH = 300


@dataclass(slots=True, eq=False)
class Cluster:
    """An entity that is still growing.

    Attributes:
        name, type: as far as is known; a fuller name or a surer type may come.
        aliases: its other names.
        mentions: where it is spoken of, in the order found.
        titles: "general", "mr": what a later "the general" or "he" can mean.
        ranks: those of ``titles`` that stood right before the name: "President Roe".
        seat: party and state, as far as they stand beside the name: "democrat", "texas".
        beside: words and countries beside a person's name, see ``modifiers.words_beside``.
        head: the noun of an unnamed entity; empty for a named one.
        plural: whether an unnamed entity is several.
        starts: where its mentions begin, and words that may mean it, in order of the text.
        fulls: where it is named in more than one word, in order of the text.
    """

    name: str
    type: EntityType
    aliases: list[str] = field(default_factory=list)
    mentions: dict[Span, MentionForm] = field(default_factory=dict)
    titles: set[str] = field(default_factory=set)
    ranks: set[str] = field(default_factory=set)
    seat: set[str] = field(default_factory=set)
    beside: set[str] = field(default_factory=set)
    head: str = ""
    plural: bool = False
    starts: list[int] = field(default_factory=list)
    fulls: list[int] = field(default_factory=list)

    @property
    def names(self) -> tuple[str, ...]:
        """Its name and its aliases."""
        return (self.name, *self.aliases)

    @property
    def first(self) -> int:
        """Where it is first mentioned; after everything else if nowhere."""
        return self.starts[0] if self.starts else _NOWHERE

    def last_start(self, at: int) -> int:
        """Where its last mention begins that begins at ``at`` or before; -1 if none does."""
        k = bisect_right(self.starts, at)
        return self.starts[k - 1] if k else -1

    def add(self, span: Span, form: MentionForm, words: str | None = None) -> None:
        """Count ``span`` as a mention; ``words`` may be a new alias or a fuller name."""
        if span not in self.mentions:
            self.mentions[span] = form
            insort(self.starts, span.start)
            if form == "name" and words and " " in words:
                insort(self.fulls, span.start)
        if words and words != self.name and words not in self.aliases:
            fuller = form == "name" and self.type == "person" and len(words.split()) > len(self.name.split())
            self.aliases.append(self.name if fuller else words)
            self.name = words if fuller else self.name

    def last_full(self, near: int) -> int:
        """Where it was last named in more than one word, up to ``near``; -1 if nowhere."""
        k = bisect_right(self.fulls, near)
        return self.fulls[k - 1] if k else -1

    def take_over(self, other: Cluster) -> None:
        """Make another entity's names and mentions this one's."""
        self.aliases += [a for a in other.names if a not in self.aliases]
        for span, form in other.mentions.items():
            self.add(span, form)


def bearer_of(clusters: Sequence[Cluster], near: int) -> Cluster:
    """Whose a surname is that several bear: of whom most was told, who holds office, who was just named.

    Of two of whom as much was told not the one who was brought in as the other's wife or father.
    """
    told = [bisect_right(c.starts, near) for c in clusters]
    if told.count(max(told)) == 1:
        return clusters[told.index(max(told))]
    in_office = [c for c in clusters if c.titles & OFFICES]
    if len(in_office) == 1:
        return in_office[0]
    own = [c for c in clusters if not c.titles & KIN]
    if len(own) == 1:
        return own[0]
    just = [c for c in clusters if c.last_full(near) >= near - FULL_NAME_REACH]
    if just:
        return max(just, key=lambda c: c.last_full(near))
    return max(clusters, key=lambda c: (len(c.fulls), -c.first))


def entity_of(cluster: Cluster, entity_id: str) -> Entity:
    """The record of a cluster."""
    known = next((k for name in cluster.names if (k := look_up(name))), None)
    aliases = tuple(a for a in cluster.aliases if a != cluster.name)
    country, sector = (known.country, known.sector) if known else (None, None)
    return Entity(entity_id, cluster.name, cluster.type, aliases, country, sector)
