"""Who a source is: names, short forms, pronouns, and the unnamed who stay unnamed."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from headwater.reading.gazetteer import outlet_of
from headwater.records import Marks, Part, Span
from headwater.records.vocabulary import SourceKind
from headwater.voices.draft import Draft
from headwater.voices.entities import Cluster, EntityTable
from headwater.voices.heard import RULE as HEARD
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
from headwater.voices.pronouns import (
    FEMALE,
    HE,
    MALE,
    REFERRING,
    RELATIVE,
    SHE,
    THEY,
    Fitness,
    fitness,
)
from headwater.voices.resolved import OPEN, Frame, Resolved
from headwater.voices.sources import Names, Phrase, take_apart
from headwater.voices.words import FIRST_PERSON

# The text says that a name is withheld.
_UNNAMED = r"(?:not to be (?:named|identified)|to be (?:named|identified)|anonymity|to speak publicly)"
_ANONYMOUS = re.compile(
    r"\b(?:on (?:the )?condition (?:of anonymity|that (?:he|she|they)\b[^.]*not be (?:named|identified))"
    r"|anonymous(?:ly)?"
    r"|(?:asked|requested|declined|wished|spoke on condition|did not want|who was not authori[sz]ed)\b"
    rf"[^.,]{{0,40}}\b{_UNNAMED})",
    re.IGNORECASE,
)
_OPENS_PHRASE = re.compile(
    r"\b(?:an?|the|one|two|three|some|many|several|its|his|her|their)\s+(?=[\w’'-])", re.IGNORECASE
)
_PHRASE_ENDS = re.compile(r"[.,;:—“”\n]|\bwho\b")
# A pronoun looks back this far for a speaker before it settles for any person named nearby.
SPEAKER_WINDOW = 900
UNNAMED_WINDOW = 350
# A relative pronoun follows its noun phrase, which is no longer than this.
RELATIVE_WINDOW = 80


class Spoken:
    """Who has spoken so far, and where."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._by_part: defaultdict[int, list[tuple[int, int, Cluster]]] = defaultdict(list)
        self._number = 0

    def add(self, part: int, at: int, cluster: Cluster) -> None:
        """Note that ``cluster`` speaks at ``at``."""
        self._number += 1
        insort(self._by_part[part], (at, self._number, cluster), key=lambda e: e[:2])

    def last(self, part: int, at: int, fits: Fitness) -> Cluster | None:
        """Whoever of those that fit was heard last, not too far before ``at``."""
        heard = self._by_part.get(part, [])
        first = bisect_left(heard, at - SPEAKER_WINDOW, key=lambda e: e[0])
        stop = bisect_left(heard, at, key=lambda e: e[0])
        fitting = [(number, c) for _, number, c in heard[first:stop] if fits(c)]
        return max(fitting, key=lambda e: e[0])[1] if fitting else None


class Speakers:
    """Resolves the sources of one document, in the order of the text."""

    def __init__(
        self, text: str, marks: Marks, table: EntityTable, parts: Sequence[Part], own: dict[int, Cluster]
    ) -> None:
        """``own`` maps the index of each part to whoever says "I" in it."""
        self.text, self.names, self.sentences = text, Names(marks.names), marks.sentences
        self.table, self.parts, self.own = table, parts, own
        self.spoken = Spoken()

    def resolve(self, part: int, draft: Draft, frame: Frame = OPEN) -> Resolved | None:
        """The speakers of ``draft``, which stands in part number ``part`` and in ``frame``.

        ``None`` where its source is nothing that can speak.
        """
        if not draft.source:
            return Resolved((), "implicit")
        span = _without_possessive(self.text, draft.source[0])
        phrase = take_apart(self.text, span, self.names)
        if phrase is None:
            return Resolved((), "implicit")
        known = len(self.table.clusters)
        found = self._resolve(part, phrase, span, frame)
        if not found.speaks and not (draft.rule == HEARD and found.might_speak):
            self.table.forget_after(known)
            unclear = draft.rule == HEARD and phrase.head in RELATIVE
            return Resolved((), "implicit") if unclear else None
        for cluster in found.clusters:
            self.spoken.add(part, span.start, cluster)
        return self._anonymous(found, span)

    def _resolve(self, part: int, phrase: Phrase, span: Span, frame: Frame) -> Resolved:
        if phrase.low in FIRST_PERSON and (phrase.bare_pronoun or phrase.low in ("we", "i")):
            return self._first_person(part, phrase, frame)
        if phrase.bare_pronoun and phrase.low in REFERRING:
            return self._pronoun(part, phrase, frame)
        if phrase.named:
            return self._named(phrase)
        return self._nominal(part, phrase)

    def _first_person(self, part: int, phrase: Phrase, frame: Frame) -> Resolved:
        """Whoever speaks the quotation, outside of any the voice of the part."""
        if not frame.quoted:
            self.table.mention(self.own[part], phrase.core, "pronoun")
            return Resolved((self.own[part],), "author")
        quoting = frame.quoting
        if quoting is None or not quoting.clusters:
            words = phrase.core.of(self.text)
            plural = phrase.low in ("we", "us", "our")
            made = self.table.nominal(words, phrase.core, "person", head=phrase.low, plural=plural)
            return Resolved((made,), "unnamed_group" if plural else "unnamed_person")
        return self._again(phrase, quoting)

    def _again(self, phrase: Phrase, who: Resolved) -> Resolved:
        """The same voice as that of a statement around this one."""
        for cluster in who.clusters:
            self.table.mention(cluster, phrase.core, "pronoun")
        return who

    def _anonymous(self, found: Resolved, span: Span) -> Resolved:
        """An unnamed person whose name, the text says, is withheld."""
        if found.kind not in ("unnamed_person", "unnamed_group"):
            return found
        around = self.text[max(0, span.start - 20) : span.end + 320].split("\n")[0]
        return Resolved(found.clusters, "anonymous", found.label) if _ANONYMOUS.search(around) else found

    def _named(self, phrase: Phrase) -> Resolved:
        clusters: list[Cluster] = []
        for mention in phrase.named:
            cluster = self.table.bearer(mention.span)
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
            roles = {phrase.head} if phrase.words[-1].low == phrase.head else set()
            self.table.entitle(clusters[0], words & (MALE | FEMALE) | roles)

    def _pronoun(self, part: int, phrase: Phrase, frame: Frame) -> Resolved:
        if self._means_outer(phrase, frame) and frame.outer is not None:
            return self._again(phrase, frame.outer)
        cluster = self._antecedent(part, phrase, frame)
        if cluster is not None:
            self.table.mention(cluster, phrase.core, "pronoun")
            return Resolved((cluster,), _kind_of(cluster))
        words, plural = phrase.core.of(self.text), phrase.low in THEY
        made = self.table.nominal(words, phrase.core, "person", head=phrase.low, plural=plural)
        return Resolved((made,), "unnamed_group" if plural else "unnamed_person")

    def _means_outer(self, phrase: Phrase, frame: Frame) -> bool:
        """Whether "he" of "Lorn said he feared" is Lorn: it fits, and no other who fits was named since."""
        if frame.quoted or frame.outer is None or not frame.outer.clusters or phrase.low in RELATIVE:
            return False
        fits = fitness(phrase.low)
        several = phrase.low in THEY and len(frame.outer.clusters) > 1
        if not several and not all(map(fits, frame.outer.clusters)):
            return False
        since = self.table.names_within(Span(frame.content, phrase.core.end))
        return not any(fits(c) and c not in frame.outer.clusters for _, c in since)

    def _antecedent(self, part: int, phrase: Phrase, frame: Frame) -> Cluster | None:
        at, low = phrase.core.start, phrase.low
        if low in RELATIVE:
            return self._right_before(part, at)
        fits = fitness(low)
        if frame.quoting is not None:  # within a quotation "he" is somebody else than its speaker
            fits = _but(fits, frame.quoting.clusters)
        speaker, named = self.spoken.last(part, at, fits), self._last_named(part, at, fits)
        if speaker is not None and (named is None or named is speaker or not self._is_subject(named, at)):
            return speaker
        if named is None and low in HE | SHE | THEY:
            return self._unnamed_before(part, at, plural=low in THEY)
        return named

    def _unnamed_before(self, part: int, at: int, *, plural: bool) -> Cluster | None:
        """The unnamed person or group that the text has just spoken of: "a member of the service"."""
        floor = max(self.parts[part].span.start, at - UNNAMED_WINDOW)
        for opener in reversed(list(_OPENS_PHRASE.finditer(self.text, floor, at))):
            end = _PHRASE_ENDS.search(self.text, opener.end(), at)
            phrase = take_apart(self.text, Span(opener.start(), end.start() if end else at), self.names)
            if phrase is not None and _is_person_noun(phrase, plural=plural):
                return self._nominal(part, replace(phrase, core=_short(phrase))).clusters[0]
        return None

    def _right_before(self, part: int, at: int) -> Cluster | None:
        """The noun phrase that a relative pronoun follows."""
        stop = at
        while stop and self.text[stop - 1] in " ,":
            stop -= 1
        known = self.table.ending_within(stop - 2, stop)
        if known is not None:
            return known
        start = max(self.text.rfind(mark, 0, stop) for mark in (". ", "\n", ", ", "; ")) + 1
        openers = list(_OPENS_PHRASE.finditer(self.text, max(start, stop - RELATIVE_WINDOW), stop))
        phrase = take_apart(self.text, Span(openers[-1].start(), stop), self.names) if openers else None
        return self._nominal(part, phrase).clusters[0] if phrase is not None else None

    def _last_named(self, part: int, at: int, fits: Fitness) -> Cluster | None:
        """The first fitting name in the nearest sentence before ``at`` that has one.

        The first, since what is named later in a sentence is seldom its subject;
        possessors ("Gray's death") do not count.
        """
        floor = self.parts[part].span.start
        k = bisect_left(self.sentences, at, key=lambda s: s.start)
        for sentence in (self.sentences[i] for i in range(k - 1, -1, -1)):
            if sentence.start < floor:
                break
            before = Span(sentence.start, min(sentence.end, at))
            here = (c for m, c in self.table.names_within(before) if fits(c) and not self._possesses(m))
            if (found := next(here, None)) is not None:
                return found
            if at - sentence.start > SPEAKER_WINDOW:
                break
        return None

    def _possesses(self, span: Span) -> bool:
        return self.text[span.end : span.end + 2] in ("’s", "'s")

    def _is_subject(self, cluster: Cluster, at: int) -> bool:
        """Whether the entity's last mention before ``at`` opens its sentence."""
        k = cluster.last_start(at - 1)
        while k and self.text[k - 1] in " “\"'‘":
            k -= 1
        return not k or self.text[k - 1] in ".!?\n"

    def _nominal(self, part: int, phrase: Phrase) -> Resolved:
        earlier = self._spoken_of(part, phrase)
        if earlier is not None:
            self.table.mention(earlier, phrase.core, "nominal")
            return Resolved((earlier,), _kind_of(earlier))
        words, noun = phrase.core.of(self.text), phrase.head
        points = phrase.inside or phrase.definite or phrase.words[0].is_possessive
        kind: SourceKind = "outlet" if outlet_of(words) else kind_of_noun(noun, definite=points)
        made = self.table.nominal(
            words, phrase.core, entity_type(kind, noun), head=noun, plural=is_plural(noun)
        )
        return Resolved((made,), kind)

    def _spoken_of(self, part: int, phrase: Phrase) -> Cluster | None:
        """An entity that a phrase takes up: "the service", "the official", "Russian authorities"."""
        at, words = phrase.core.start, phrase.core.of(self.text).lower()
        if not phrase.definite or len(phrase.words) > 3 or phrase.head in DOCUMENTS | SOCIAL:
            same = [c for c in self.table.called(words) if c.first < at and (c.plural or phrase.definite)]
            return same[-1] if same else None
        fits = [c for c in self.table.by_noun(phrase.head) if self._fits_noun(c, phrase.head, part)]
        return max((c for c in fits if c.first < at), key=lambda c: c.last_start(at - 1), default=None)

    def _fits_noun(self, cluster: Cluster, noun: str, part: int) -> bool:
        if cluster.head:
            here = any(self.parts[part].span.contains(s) for s in cluster.mentions)
            return cluster.head == noun and here
        if cluster.type == "person":
            return noun in cluster.titles
        if cluster.type != "organisation":
            return False
        words = [w.lower().removesuffix("s") for w in " ".join(cluster.names).split()]
        return noun in BODIES | OUTLETS and noun.removesuffix("s") in words


def _but(fits: Fitness, clusters: Sequence[Cluster]) -> Fitness:
    """The same without some."""
    return lambda c: c not in clusters and fits(c)


def _without_possessive(text: str, span: Span) -> Span:
    """A source without its possessive ending: "Ukraine" of "Ukraine's message"."""
    return Span(span.start, span.end - 2) if span.of(text)[1:].endswith(("’s", "'s")) else span


def _short(phrase: Phrase) -> Span:
    """At most the first dozen words of a phrase that was cut out of running text."""
    words = phrase.words[:12]
    return Span(words[0].start, words[-1].end)


def _is_person_noun(phrase: Phrase, *, plural: bool) -> bool:
    """Whether an unnamed phrase can be what "he" or "they" means."""
    noun = phrase.head
    return (
        not phrase.named
        and can_speak(noun)
        and is_plural(noun) == plural
        and noun not in BODIES | DOCUMENTS | OUTLETS | SOCIAL
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
    return "outlet" if any(outlet_of(n) for n in cluster.names) else "named_organisation"
