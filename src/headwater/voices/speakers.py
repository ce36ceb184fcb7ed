"""Who a source is: names, short forms, pronouns, and the unnamed who stay unnamed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from headwater.reading.gazetteer import outlet_of
from headwater.records import Marks, Part, Span
from headwater.records.vocabulary import SourceKind
from headwater.voices.draft import Draft
from headwater.voices.entities import Cluster, EntityTable
from headwater.voices.nounkinds import (
    BODIES,
    DOCUMENTS,
    GROUPS,
    OUTLETS,
    SOCIAL,
    can_speak,
    entity_type,
    is_plural,
    kind_of_noun,
)
from headwater.voices.sources import Phrase, take_apart
from headwater.voices.words import FIRST_PERSON, REFERRING_PRONOUNS

_ANONYMOUS = re.compile(
    r"\b(?:on (?:the )?condition (?:of anonymity|that (?:he|she|they)\b[^.]*not be (?:named|identified))|anonymous(?:ly)?|"
    r"(?:asked|requested|declined|wished|spoke on condition|did not want|who was not authori[sz]ed)\b[^.,]{0,40}\b(?:not to be (?:named|identified)|to be (?:named|identified)|anonymity|to speak publicly))",
    re.IGNORECASE,
)
_OPENS_PHRASE = re.compile(
    r"\b(?:an?|the|one|two|three|some|many|several|its|his|her|their)\s+(?=[\w’'-])", re.IGNORECASE
)
_NOBODY = frozenset("who which that nobody none noone no-one neither nothing".split())
_MALE = frozenset("mr sir lord king prince spokesman congressman chairman businessman father pope".split())
_FEMALE = frozenset(
    "mrs ms miss lady dame queen princess spokeswoman congresswoman chairwoman businesswoman mother".split()
)
_HE = frozenset("he him his himself he's he'd he'll".split())
_SHE = frozenset("she her hers herself she's she'd she'll".split())
_IT = frozenset("it its itself it's which that".split())
_THEY = frozenset("they them their theirs themselves they're they've both".split())
# A pronoun looks back this far for a speaker before it settles for any person named nearby.
SPEAKER_WINDOW = 900
UNNAMED_WINDOW = 350


Fitness = Callable[[Cluster], bool]
"""Whether an entity can be meant."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """The speakers of a source and its kind. ``label`` names them as one link of a chain."""

    clusters: tuple[Cluster, ...]
    kind: SourceKind
    label: str | None = None

    @property
    def speaks(self) -> bool:
        """Whether nobody is named or somebody who can speak: "the location demonstrates" is no statement."""
        if any(c.head in _NOBODY for c in self.clusters):
            return False
        return all(not c.head or c.type == "organisation" or can_speak(c.head) for c in self.clusters)


class Speakers:
    """Resolves the sources of one document, in the order of the text."""

    def __init__(
        self, text: str, marks: Marks, table: EntityTable, parts: Sequence[Part], own: dict[int, Cluster]
    ) -> None:
        """``own`` maps the index of each part to whoever says "I" in it."""
        self.text, self.names, self.sentences = text, marks.names, marks.sentences
        self.table, self.parts, self.own = table, parts, own
        self.spoken: list[tuple[int, int, Cluster]] = []

    def resolve(self, part: int, draft: Draft) -> Resolved | None:
        """The speakers of ``draft``, which stands in part number ``part``.

        ``None`` where its source is nothing that can speak.
        """
        if not draft.source:
            return Resolved((), "implicit")
        span = draft.source[0]
        phrase = take_apart(self.text, span, self.names)
        if phrase is None:
            return Resolved((), "implicit")
        known = len(self.table.clusters)
        found = self._resolve(part, phrase, span)
        if not found.speaks:
            del self.table.clusters[known:]
            return None
        for cluster in found.clusters:
            self.spoken.append((span.start, part, cluster))
        return self._anonymous(found, span)

    def _resolve(self, part: int, phrase: Phrase, span: Span) -> Resolved:
        if phrase.low in FIRST_PERSON and (phrase.bare_pronoun or phrase.low in ("we", "i")):
            return Resolved((self.own[part],), "author")
        if phrase.bare_pronoun and (
            phrase.low in REFERRING_PRONOUNS | _HE | _SHE | _IT | _THEY or phrase.low == "who"
        ):
            return self._pronoun(part, phrase)
        if phrase.named:
            return self._named(phrase)
        return self._nominal(part, phrase)

    def _anonymous(self, found: Resolved, span: Span) -> Resolved:
        """An unnamed person whose name, the text says, is withheld."""
        if found.kind not in ("unnamed_person", "unnamed_group"):
            return found
        around = self.text[max(0, span.start - 20) : span.end + 320].split("\n")[0]
        return Resolved(found.clusters, "anonymous", found.label) if _ANONYMOUS.search(around) else found

    def _named(self, phrase: Phrase) -> Resolved:
        clusters: list[Cluster] = []
        for mention in phrase.named:
            cluster = next(
                (c for c in self.table.clusters if any(s == mention.span for s, _ in c.mentions)), None
            )
            if cluster is not None and cluster not in clusters:
                clusters.append(cluster)
                if cluster.type == "other":
                    cluster.type = "organisation" if phrase.low == "the" else "person"
        self._note_role(phrase, clusters)
        label = phrase.core.of(self.text).strip(" ,") if len(clusters) > 1 else None
        return Resolved(tuple(clusters), _kind_of(clusters[0]), label)

    def _note_role(self, phrase: Phrase, clusters: Sequence[Cluster]) -> None:
        """Remember "general" of "a retired general, John Roe" for a later "the general"."""
        if len(clusters) == 1 and clusters[0].type == "person":
            words = {t.low.rstrip(".") for t in phrase.words if not t.is_possessive}
            clusters[0].titles |= words & (_MALE | _FEMALE) | (
                {phrase.head} if phrase.words[-1].low == phrase.head else set()
            )

    def _pronoun(self, part: int, phrase: Phrase) -> Resolved:
        cluster = self._antecedent(part, phrase)
        if cluster is None:
            made = self.table.nominal(
                phrase.core.of(self.text), phrase.core, "person", head=phrase.low, plural=phrase.low in _THEY
            )
            return Resolved((made,), "unnamed_group" if phrase.low in _THEY else "unnamed_person")
        cluster.add(phrase.core, "pronoun")
        return Resolved((cluster,), _kind_of(cluster))

    def _antecedent(self, part: int, phrase: Phrase) -> Cluster | None:
        at, low = phrase.core.start, phrase.low
        if low in ("who", "which", "that"):
            return self._right_before(part, at)
        fits = _fitness(low)
        speakers = [c for s, p, c in self.spoken if p == part and at - SPEAKER_WINDOW <= s < at and fits(c)]
        named = self._last_named(part, at, fits)
        if speakers and (named is None or named is speakers[-1] or not self._is_subject(named, at)):
            return speakers[-1]
        found = named or (speakers[-1] if speakers else None)
        if found is None and low in _HE | _SHE | _THEY:
            return self._unnamed_before(part, at, plural=low in _THEY)
        return found

    def _unnamed_before(self, part: int, at: int, *, plural: bool) -> Cluster | None:
        """The unnamed person or group that the text has just spoken of: "a member of the service"."""
        floor = max(self.parts[part].span.start, at - UNNAMED_WINDOW)
        for opener in reversed(list(_OPENS_PHRASE.finditer(self.text, floor, at))):
            end = re.compile(r"[.,;:—“”\n]|\bwho\b").search(self.text, opener.end(), at)
            phrase = take_apart(self.text, Span(opener.start(), end.start() if end else at), self.names)
            if phrase is not None and self._is_person_noun(phrase, plural=plural):
                return self._nominal(part, replace(phrase, core=_short(phrase))).clusters[0]
        return None

    def _is_person_noun(self, phrase: Phrase, *, plural: bool) -> bool:
        noun = phrase.head
        return (
            not phrase.named
            and can_speak(noun)
            and is_plural(noun) == plural
            and noun not in BODIES | DOCUMENTS | OUTLETS | SOCIAL
        )

    def _right_before(self, part: int, at: int) -> Cluster | None:
        """The noun phrase that a relative pronoun follows."""
        stop = len(self.text[:at].rstrip(" ,"))
        ends = [(s, c) for c in self.table.clusters for s, _ in c.mentions if stop - 2 <= s.end <= stop]
        if ends:
            return min(ends, key=lambda e: e[0].start)[1]
        start = max(self.text.rfind(mark, 0, stop) for mark in (". ", "\n", ", ", "; ")) + 1
        openers = list(_OPENS_PHRASE.finditer(self.text, start, stop))
        if not openers or stop - openers[-1].start() > 80:
            return None
        phrase = take_apart(self.text, Span(openers[-1].start(), stop), self.names)
        return self._nominal(part, phrase).clusters[0] if phrase is not None else None

    def _last_named(self, part: int, at: int, fits: Fitness) -> Cluster | None:
        """The first fitting name in the nearest sentence before ``at`` that has one.

        The first, since what is named later in a sentence is seldom its subject;
        possessors ("Gray's death") do not count.
        """
        floor = self.parts[part].span.start
        for sentence in reversed([s for s in self.sentences if floor <= s.start < at]):
            here = [
                (m.start, c)
                for c in self.table.clusters
                if fits(c)
                for m, form in c.mentions
                if sentence.contains(m) and m.end <= at and form == "name" and not self._possesses(m)
            ]
            if here:
                return min(here, key=lambda pair: pair[0])[1]
            if at - sentence.start > SPEAKER_WINDOW:
                break
        return None

    def _possesses(self, span: Span) -> bool:
        return self.text[span.end : span.end + 2] in ("’s", "'s")

    def _is_subject(self, cluster: Cluster, at: int) -> bool:
        """Whether the entity's last mention before ``at`` opens its sentence."""
        near = max((s for s, _ in cluster.mentions if s.start < at), key=lambda s: s.start)
        before = self.text[: near.start].rstrip(" “\"'‘")
        return not before or before[-1] in ".!?\n"

    def _nominal(self, part: int, phrase: Phrase) -> Resolved:
        earlier = self._spoken_of(part, phrase)
        if earlier is not None:
            earlier.add(phrase.core, "nominal")
            return Resolved((earlier,), _kind_of(earlier))
        outlet = outlet_of(phrase.core.of(self.text))
        kind: SourceKind = (
            "outlet"
            if outlet
            else kind_of_noun(
                phrase.head, definite=phrase.inside or phrase.definite or phrase.words[0].is_possessive
            )
        )
        kind_of_entity = entity_type(kind, phrase.head)
        made = self.table.nominal(
            phrase.core.of(self.text),
            phrase.core,
            kind_of_entity,
            head=phrase.head,
            plural=is_plural(phrase.head),
        )
        return Resolved((made,), kind)

    def _spoken_of(self, part: int, phrase: Phrase) -> Cluster | None:
        """An entity that a definite phrase takes up: "the service", "the official", "Russian authorities"."""
        at, words = phrase.core.start, phrase.core.of(self.text).lower()
        before = [c for c in self.table.clusters if c.first < at]
        if not phrase.definite:
            same = [c for c in before if c.head and c.name.lower() == words and c.plural]
            return same[-1] if same else None
        if len(phrase.words) > 3 or phrase.head in DOCUMENTS | SOCIAL:
            same = [c for c in before if c.head and c.name.lower() == words]
            return same[-1] if same else None
        fits = [c for c in before if self._fits_noun(c, phrase.head, part)]
        return max(fits, key=lambda c: max(s.start for s, _ in c.mentions if s.start < at), default=None)

    def _fits_noun(self, cluster: Cluster, noun: str, part: int) -> bool:
        if cluster.head:
            here = any(self.parts[part].span.contains(s) for s, _ in cluster.mentions)
            return cluster.head == noun and here
        if cluster.type == "person":
            return noun in cluster.titles
        if cluster.type != "organisation":
            return False
        last = [w.lower().removesuffix("s") for w in " ".join((cluster.name, *cluster.aliases)).split()]
        return noun in BODIES | OUTLETS and noun.removesuffix("s") in last


def _short(phrase: Phrase) -> Span:
    """At most the first dozen words of a phrase that was cut out of running text."""
    words = phrase.words[:12]
    return Span(words[0].start, words[-1].end)


def _fitness(pronoun: str) -> Fitness:
    """Which entities a pronoun can mean."""
    if pronoun in _HE:
        return lambda c: c.type == "person" and not c.plural and not c.titles & _FEMALE
    if pronoun in _SHE:
        return lambda c: c.type == "person" and not c.plural and not c.titles & _MALE
    if pronoun in _THEY:
        return lambda c: c.plural or (c.type == "organisation" and not c.head)
    return lambda c: (
        (c.type in ("organisation", "other") and not c.plural) or (c.type == "location" and not c.head)
    )


def _kind_of(cluster: Cluster) -> SourceKind:
    """The source kind of a known entity."""
    if cluster.head:
        noun = cluster.head
        if noun in GROUPS or cluster.plural:
            return "unnamed_group"
        return kind_of_noun(noun, definite=not cluster.name.lower().startswith(("a ", "an ")))
    if cluster.type == "person":
        return "named_person"
    return "outlet" if any(outlet_of(n) for n in (cluster.name, *cluster.aliases)) else "named_organisation"
