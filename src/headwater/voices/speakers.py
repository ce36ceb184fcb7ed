"""Who a source is: names, short forms, pronouns, and the unnamed who stay unnamed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from headwater.reading.gazetteer import look_up, outlet_of
from headwater.records import Marks, Part, Span
from headwater.records.vocabulary import SourceKind
from headwater.voices.acronyms import is_acronym
from headwater.voices.antecedents import Antecedents
from headwater.voices.cluster import Cluster
from headwater.voices.draft import Draft
from headwater.voices.entities import EntityTable
from headwater.voices.handed import HandedOver
from headwater.voices.heard import RULE as HEARD
from headwater.voices.lists import listed
from headwater.voices.naming import is_outlet
from headwater.voices.nounkinds import (
    GROUPS,
    OUTLETS,
    OWN_WORDS,
    can_speak,
    entity_type,
    is_plural,
    kind_of_noun,
)
from headwater.voices.posts import body_of
from headwater.voices.pronouns import (
    HE,
    REFERRING,
    RELATIVE,
    SHE,
    THEY,
    sex_of_pronoun,
)
from headwater.voices.resolved import OPEN, Frame, Resolved
from headwater.voices.roles import FEMALE, MALE
from headwater.voices.sources import Names, Phrase, conjuncts, name_behind_role, take_apart
from headwater.voices.taken_up import TakenUp
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
_QUOTE_MARKS = "“\"‘'«„"
_WE = frozenset("we us our we're we've we'd we'll".split())
# "When asked, she said": nobody asks.
_NO_SOURCES = frozenset("when where how why if as while after before once a an the".split())
_LABEL = re.compile(r"(?:^|\n)[ \t“\"]{0,4}[A-Z][A-Z.,’' -]+:[ \t]*\Z")
_LONGEST_LABEL = 80
# "The state news agency DRA"; "the Herald".
_LONGEST_CALLED = 5
_LONGEST_STEM = 7
# A pronoun that so surely means somebody tells the sex.
_SURELY = 0.9
_WITH_ARTICLE = 2


class Speakers:
    """Resolves the sources of one document, in the order of the text."""

    def __init__(
        self, text: str, marks: Marks, table: EntityTable, parts: Sequence[Part], own: dict[int, Cluster]
    ) -> None:
        """``own`` maps the index of each part to whoever says "I" in it."""
        self.text, self.names, self.table, self.own = text, Names(marks.names), table, own
        self._bodies: dict[str, list[Cluster]] | None = None
        self._parts, self._handed_over = parts, HandedOver(text, marks.paragraphs)
        self.before = Antecedents(text, self.names, marks, table, parts, own)
        self.nouns = TakenUp(self.before)
        self._groups: dict[Cluster, Cluster] = {}
        self._left_open: dict[Cluster, tuple[int, Cluster]] = {}

    def resolve(self, part: int, draft: Draft, frame: Frame = OPEN) -> Resolved | None:
        """The speakers of ``draft``, which stands in part number ``part`` and in ``frame``.

        ``None`` where its source is nothing that can speak.
        """
        if not draft.source:
            return Resolved((), "implicit")
        span = _without_possessive(self.text, draft.source[0])
        phrase = take_apart(self.text, span, self.names)
        if phrase is None or (phrase.bare_pronoun and phrase.low in _NO_SOURCES) or phrase.breaks_off:
            return Resolved((), "implicit")
        if phrase.low in RELATIVE and span.start == frame.content:
            return None  # "would not say who had ordered it": the question is whose deed it was
        known = len(self.table.clusters)
        found = self._labelled(draft, phrase) or self._resolve(part, phrase, span, frame)
        found = Resolved((), "implicit") if self._is_of_itself(draft, found) else found
        if not found.speaks and not (draft.rule == HEARD and found.might_speak):
            self.table.forget_after(known)
            kept = set(self.table.clusters)
            self._left_open = {c: o for c, o in self._left_open.items() if o[1] in kept}
            if draft.rule != HEARD or phrase.head not in RELATIVE:
                return None
            if phrase.low != "who" or frame.outer is None:
                return Resolved((), "implicit")
            found = self._open(phrase.shortened(1), None)  # without it the outer voice would end the chain
        inside = frame.quoted or (frame.outer is not None and frame.outer.kind != "outlet")
        heard = (found.likely,) if found.likely is not None else found.clusters
        for cluster in reversed(heard):  # of several the first is likeliest taken up
            self.before.spoken.add(self.own[part], span.start, cluster, within=inside)
        return self._anonymous(found, span)

    def _is_of_itself(self, draft: Draft, found: Resolved) -> bool:
        """Whether a participle would tell of its subject by name: "Tarn warned Dorn, calling Tarn mad"."""
        if not draft.cue or not draft.cue[0].of(self.text).endswith("ing"):
            return False
        named = self.table.names_within(draft.content[0])
        return any(m.start == draft.content[0].start and c in found.clusters for m, c in named[:1])

    def _resolve(self, part: int, phrase: Phrase, span: Span, frame: Frame) -> Resolved:
        if phrase.low in FIRST_PERSON and (phrase.bare_pronoun or phrase.low in ("we", "i")):
            return self._first_person(part, phrase, frame)
        if phrase.bare_pronoun and phrase.low in REFERRING:
            return self._pronoun(part, phrase, frame)
        if phrase.low in HE | SHE and phrase.head in OWN_WORDS:
            return self._pronoun(part, phrase, frame)  # "his speech": the voice is his
        return self._of_phrase(part, phrase, span, frame)

    def _of_phrase(self, part: int, phrase: Phrase, span: Span, frame: Frame) -> Resolved:
        several = listed(self.text, span, self.names) or conjuncts(self.text, phrase, self.names)
        sides = [self._one(part, p, frame) for p in several]
        if not sides:
            return self._one(part, phrase, frame)
        clusters = tuple(dict.fromkeys(c for side in sides for c in side.clusters))
        return Resolved(clusters, sides[0].kind, together(clusters))

    def _one(self, part: int, phrase: Phrase, frame: Frame) -> Resolved:
        if phrase.bare_pronoun and phrase.low in REFERRING:
            return self._pronoun(part, phrase, OPEN)
        named = phrase.named and not phrase.epithet and not self._is_common(phrase)
        return self._named(phrase) if named else self._nominal(part, phrase, frame)

    def _is_common(self, phrase: Phrase) -> bool:
        """Whether the one name in a phrase is a common noun: "Syrian state TV"."""
        name = phrase.named[0].span.of(self.text)
        return len(phrase.named) == 1 and len(phrase.words) > 1 and name.lower() in OUTLETS

    def _first_person(self, part: int, phrase: Phrase, frame: Frame) -> Resolved:
        """Whoever speaks the quotation, also one that is not closed; outside of any the voice of the part."""
        torn = frame.outer is not None and self._is_spoken_aloud(frame.content)
        unmarked = not frame.quoted and not torn
        if unmarked and self._parts[part].kind == "body" and self._handed_over.holds(phrase.core.start):
            return self._nobody_known(phrase)
        if unmarked:
            self.table.mention(self.own[part], phrase.core, "pronoun")
            return Resolved((self.own[part],), "author")
        quoting = frame.outer if torn and frame.quoting is None else frame.quoting
        if quoting is None or not quoting.clusters:
            return self._nobody_known(phrase)
        if phrase.low in _WE and len(quoting.clusters) == 1 and quoting.clusters[0].type == "person":
            return self._group_of(phrase, quoting.clusters[0])
        return self._again(phrase, quoting)

    def _is_spoken_aloud(self, content: int) -> bool:
        """Whether what begins at ``content`` is a quotation, or stands behind a label: "ROE: I think"."""
        return is_labelled(self.text, content) or self.text[content] in _QUOTE_MARKS

    def _nobody_known(self, phrase: Phrase) -> Resolved:
        """The "I" or "we" of somebody whom the text does not tell."""
        plural = phrase.low in _WE
        made = self.table.nominal(
            phrase.core.of(self.text), phrase.core, "person", head=phrase.low, plural=plural
        )
        return Resolved((made,), "unnamed_group" if plural else "unnamed_person")

    def _group_of(self, phrase: Phrase, who: Cluster) -> Resolved:
        """The "we" of one person: the body that is spoken for, or somebody the text does not tell."""
        body = body_of(self.text, self.table, who)
        if body is not None:  # "We regret it," a spokeswoman for the board said
            self.table.mention(body, phrase.core, "pronoun")
            return Resolved((body,), kind_of(body))
        if not phrase.bare_pronoun:  # "we scientists"
            made = self.table.nominal(
                phrase.core.of(self.text), phrase.core, "person", head="we", plural=True
            )
            return Resolved((made,), "unnamed_group")
        if who in self._groups:
            self.table.mention(self._groups[who], phrase.core, "pronoun")
        else:
            self._groups[who] = self.table.nominal("we", phrase.core, "person", head="we", plural=True)
        return Resolved((self._groups[who],), "unnamed_group")

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
            if cluster is not None and cluster.type == "location":
                cluster = self.table.namesake(cluster, mention.span.start) or cluster
            if cluster is not None and cluster not in clusters:
                clusters.append(cluster)
                if cluster.type == "other":
                    cluster.type = "organisation" if phrase.low == "the" else "person"
        self._note_role(phrase, clusters)
        return Resolved(tuple(clusters), kind_of(clusters[0]), together(clusters))

    def _note_role(self, phrase: Phrase, clusters: Sequence[Cluster]) -> None:
        """Remember "general" of "a retired general, John Roe" for a later "the general"."""
        if len(clusters) == 1 and clusters[0].type == "person":
            words = {t.low.rstrip(".") for t in phrase.words if not t.is_possessive}
            roles = {phrase.head} if phrase.words[-1].low == phrase.head else set()
            self.table.entitle(clusters[0], words & (MALE | FEMALE) | roles)

    def _pronoun(self, part: int, phrase: Phrase, frame: Frame) -> Resolved:
        if self.before.means_outer(phrase, frame) and frame.outer is not None:
            return self._again(phrase, frame.outer)
        chosen = self.before.pronoun(part, phrase, frame)
        if chosen is None:
            return self._open(phrase, None)
        found = chosen.meant
        if not chosen.sure:
            return self._open(phrase, found if isinstance(found, Cluster) else None)
        if isinstance(found, Phrase):
            found = self._of_phrase(part, found, found.core, OPEN).clusters[0]
        elif (same := self._still_open(found, phrase.core.start)) is not None:
            return self._supposed(phrase, same, found)
        self.table.mention(found, phrase.core, "pronoun")
        if (sex := sex_of_pronoun(phrase.low)) is not None and chosen.share >= _SURELY:
            self.before.called.setdefault(found, sex)
        return Resolved((found,), kind_of(found), share=chosen.share)

    def _open(self, phrase: Phrase, likely: Cluster | None) -> Resolved:
        """A pronoun as somebody who is not known, though it may be ``likely``."""
        plural, head = phrase.low in THEY, phrase.low.partition("'")[0]  # "he'd"
        words = phrase.core.of(self.text)[: len(head)]
        made = self.table.nominal(words, phrase.core, "person", head=head, plural=plural)
        if likely is None:
            return Resolved((made,), "unnamed_group" if plural else "unnamed_person")
        self._left_open[likely] = (phrase.core.start, made)
        return self._supposed(phrase, made, likely)

    def _supposed(self, phrase: Phrase, made: Cluster, likely: Cluster) -> Resolved:
        """Somebody not known whom ``likely`` may be: what follows takes that one up, as unsurely."""
        self.table.mention(made, phrase.core, "pronoun")
        self.table.suppose(likely, phrase.core)
        return Resolved((made,), "unnamed_group" if made.plural else "unnamed_person", likely=likely)

    def _still_open(self, found: Cluster, at: int) -> Cluster | None:
        """Who was left open where ``found`` was likely meant, if it was not spoken of for sure since."""
        left, made = self._left_open.get(found, (0, None))
        sure = any(left < m.start < at for m in found.mentions)
        return None if sure else made

    def _called(self, phrase: Phrase) -> Cluster | None:
        """The body whose name closes a phrase and was not seen as one: "the Herald", "the agency DRA"."""
        last = phrase.words[-1]
        if not phrase.definite or last.low in FIRST_PERSON:
            return None
        if not last.is_capital:
            return self._of_body(phrase)
        short = len(phrase.words) == _WITH_ARTICLE and last.low != "house" and look_up(last.text) is None
        initials = (
            len(phrase.words) <= _LONGEST_CALLED and is_acronym(last.text) and can_speak(phrase.words[-2].low)
        )
        if not short and not initials:
            return None
        found = self.table.find_name(last.text, "organisation", phrase.core.start)
        if found is None and initials:
            found = self.table.named(last.text, "organisation")
        if found is None or found.type != "organisation" or found.head:
            return None
        self.table.mention(found, phrase.core, "nominal")
        return found

    def _of_body(self, phrase: Phrase) -> Cluster | None:
        """The one body whose people a plural means: "the monitors" of a Monitoring Mission."""
        noun = phrase.head
        agents = noun.endswith(("ers", "ors")) and len(noun) > _LONGEST_STEM
        if len(phrase.words) != _WITH_ARTICLE or not agents:
            return None
        if self._bodies is None:
            self._bodies = _by_work(self.table.clusters)
        fits = [*self._bodies.get(noun[:-1], []), *self._bodies.get(noun[:-3], [])]
        if len(fits) != 1 or fits[0].first >= phrase.core.start:
            return None
        self.table.mention(fits[0], phrase.core, "nominal")
        return fits[0]

    def _labelled(self, draft: Draft, phrase: Phrase) -> Resolved | None:
        """Whom a label in capitals names: "WALLACE:" of a transcript is Chris Wallace."""
        words = phrase.core.of(self.text)
        if draft.kind != "colon" or not words.isupper():
            return None
        found = self.table.find_name(words.title(), "person", phrase.core.start)
        if found is None or found.type != "person" or not found.fulls:
            return None
        self.table.mention(found, phrase.core, "name")
        return Resolved((found,), "named_person")

    def _nominal(self, part: int, phrase: Phrase, frame: Frame) -> Resolved:
        earlier = self.nouns.taken_up(part, phrase, frame)
        if earlier is not None:
            self.table.mention(earlier, phrase.core, "nominal")
            paper = phrase.head in OUTLETS and earlier.type == "organisation"
            return Resolved((earlier,), "outlet" if paper else kind_of(earlier))
        if (called := self._called(phrase)) is not None:
            return Resolved((called,), kind_of(called))
        if (named := self.nouns.named_as(part, phrase)) is not None:
            self.table.mention(named, phrase.core, "nominal")
            return Resolved((named,), kind_of(named))
        first = self.nouns.introduced(part, phrase)
        if first is not None and can_speak(phrase.head):
            brought_in = self._nominal(part, first, OPEN)
            for cluster in brought_in.clusters:
                self.table.mention(cluster, phrase.core, "nominal")
            return brought_in
        if (bearer := name_behind_role(phrase, self.names)) is not None:
            found = self.table.named(bearer[0].of(self.text), bearer[1])
            self.table.mention(found, bearer[0], "name")
            return Resolved((found,), "outlet" if bearer[1] == "organisation" else kind_of(found))
        words, noun = phrase.core.of(self.text), phrase.head
        points = phrase.inside or phrase.definite or phrase.words[0].is_possessive
        kind: SourceKind = "outlet" if outlet_of(words) else kind_of_noun(noun, definite=points)
        if noun == "police" and phrase.inside:
            kind = "named_organisation"
        made = self.table.spoken_of_at(phrase.core)
        if made is None or made.head != noun or phrase.core not in made.mentions:
            made = self.table.nominal(
                words, phrase.core, entity_type(kind, noun), head=noun, plural=is_plural(noun)
            )
        return Resolved((made,), kind)


def is_labelled(text: str, content: int) -> bool:
    """Whether a label of a transcript stands before what is said: "ROE: I think"."""
    return _LABEL.search(text, max(0, content - _LONGEST_LABEL), content) is not None


def _by_work(clusters: Sequence[Cluster]) -> dict[str, list[Cluster]]:
    """The named bodies by the stems of what they do: "Monitoring", "Investigation"."""
    found: dict[str, list[Cluster]] = {}
    for cluster in clusters:
        if cluster.type == "organisation" and not cluster.head:
            for word in {w.lower() for name in cluster.names for w in name.split()}:
                if word.endswith(("ing", "ion")):
                    found.setdefault(word[:-3], []).append(cluster)
    return found


def together(clusters: Sequence[Cluster]) -> str | None:
    """How several voices are named in one link of a chain."""
    names = [c.name for c in clusters]
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else None


def _without_possessive(text: str, span: Span) -> Span:
    """A source without its possessive ending: "Ukraine" of "Ukraine's message"."""
    return Span(span.start, span.end - 2) if span.of(text)[1:].endswith(("’s", "'s")) else span


def kind_of(cluster: Cluster) -> SourceKind:
    """The source kind of a known entity."""
    if cluster.head:
        noun = cluster.head
        if noun in GROUPS or cluster.plural:
            return "unnamed_group"
        return kind_of_noun(noun, definite=not cluster.name.lower().startswith(("a ", "an ")))
    if cluster.name.lower() in GROUPS:
        return "unnamed_group"
    if cluster.type == "person":
        return "named_person"
    return "outlet" if any(map(is_outlet, cluster.names)) else "named_organisation"
