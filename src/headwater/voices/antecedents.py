"""Whom a pronoun, a relative or a noun takes up."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterator, Sequence

from headwater.reading.ordered import quotes_at
from headwater.records import Part, Quote, Span
from headwater.voices.choice import Candidate, Place, choose
from headwater.voices.entities import Cluster, EntityTable
from headwater.voices.nounkinds import (
    BODIES,
    COMPANIES,
    DOCUMENTS,
    OUTLETS,
    SHORT_TITLES,
    SOCIAL,
    can_speak,
    is_plural,
)
from headwater.voices.pronouns import HE, RELATIVE, SHE, THEY, Fitness, Sex, fitness, sex_of
from headwater.voices.resolved import OPEN, Frame
from headwater.voices.sources import Names, Phrase, take_apart

_OPENS_PHRASE = re.compile(
    r"\b(?:an?|the|one|two|three|some|many|several|its|his|her|their)\s+(?=[\w’'-])", re.IGNORECASE
)
_PHRASE_ENDS = re.compile(r"[.,;:—“”\n]|\bwho\b")
_WORD_BEFORE = re.compile(r"[\w’'-]+$")
# A pronoun looks back this far for a speaker before it settles for any person named nearby.
SPEAKER_WINDOW = 900
UNNAMED_WINDOW = 350
# A relative pronoun follows its noun phrase, which is no longer than this.
RELATIVE_WINDOW = 80
_WITH_ARTICLE = 2  # words: an article and a noun
# An apposition between a name and "who" is no longer than this.
APPOSITION_WINDOW = 140
_APPOSITION = re.compile(r",[^,.;:!?\n“”\"]{3,110}\Z")
_NOUN_WITH_ARTICLE = 3  # words of a plural with an article at most: more may hold a verb


class Spoken:
    """Who has spoken so far, and where."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._by_voice: defaultdict[Cluster, list[tuple[int, int, Cluster]]] = defaultdict(list)
        self._number = 0

    def add(self, own: Cluster, at: int, cluster: Cluster) -> None:
        """Note that ``cluster`` speaks at ``at`` in words of ``own``."""
        self._number += 1
        insort(self._by_voice[own], (at, self._number, cluster), key=lambda e: e[:2])

    def before(self, own: Cluster, at: int, fits: Fitness) -> list[Cluster]:
        """Those that fit and were heard not too far before ``at``, each once, the last to be heard first."""
        heard = self._by_voice.get(own, [])
        first = bisect_left(heard, at - SPEAKER_WINDOW, key=lambda e: e[0])
        stop = bisect_left(heard, at, key=lambda e: e[0])
        fitting = ((number, c) for _, number, c in heard[first:stop] if fits(c))
        return list(dict.fromkeys(c for _, c in sorted(fitting, key=lambda e: -e[0])))


class Antecedents:
    """Looks back in one document for whoever is meant."""

    def __init__(
        self,
        text: str,
        names: Names,
        sentences: Sequence[Span],
        quotes: Sequence[Quote],
        table: EntityTable,
        parts: Sequence[Part],
        own: dict[int, Cluster],
    ) -> None:
        """``own`` maps the index of each part to whoever says "I" in it; quotations stand in no other."""
        self.text, self.names, self.sentences, self.quotes = text, names, sentences, quotes
        self.table, self.parts, self.own = table, parts, own
        self.spoken = Spoken()
        self._starts = [p.span.start for p in parts]

    def pronoun(self, part: int, phrase: Phrase, frame: Frame) -> Cluster | Phrase | None:
        """Whom a pronoun means: an entity, a noun phrase that is none yet, or nobody known."""
        at, low = phrase.core.start, phrase.low
        if low in RELATIVE:
            apposed = self._apposed(at) if low == "who" else None
            return apposed or self._right_before(at)
        fits = fitness(low)
        if frame.quoting is not None:  # within a quotation "he" is somebody else than its speaker
            fits = _but(fits, frame.quoting.clusters)
        sex: Sex | None = "men" if low in HE else "women" if low in SHE else None
        found = choose(self.candidates(part, at, fits, frame, sex))
        if found is None and low in HE | SHE | THEY:
            return self._unnamed_before(part, at, plural=low in THEY)
        return found

    def _person(self, part: int, at: int, fits: Fitness) -> Cluster | None:
        """Whoever of those that spoke or were named before is likeliest meant."""
        return choose(self.candidates(part, at, fits, OPEN))

    def candidates(
        self, part: int, at: int, fits: Fitness, frame: Frame, sex: Sex | None = None
    ) -> list[Candidate]:
        """Everybody near before ``at`` who fits, those who spoke first, then by how near they were named.

        Possessors ("Gray's death") are not named by that, nor are names in quotations where the pronoun
        is in none: whoever stands only there is nobody's "he".
        """
        heard = {c: n for n, c in enumerate(self.spoken.before(self.own[part], at, fits))}
        places: dict[Cluster, Place] = {}
        for back, sentence in enumerate(self._sentences_before(part, at)):
            inside = self.table.names_within(Span(sentence.start, min(sentence.end, at)))
            here = [(m, c) for m, c in inside if fits(c) and self._is_named(m, quoted=frame.quoted)]
            for n, (mention, cluster) in enumerate(here):
                places.setdefault(cluster, Place(back, n == 0, self._opens_sentence(mention)))
        outer = frame.outer.clusters if frame.outer is not None else ()
        return [
            Candidate(
                c,
                heard=heard.get(c),
                place=places.get(c),
                outer=c in outer,
                count=bisect_left(c.starts, at),
                full=bool(c.fulls) and c.fulls[0] < at,
                sexed=sex is not None and sex_of(c) == sex,
            )
            for c in dict.fromkeys((*heard, *places))
        ]

    def _is_named(self, mention: Span, *, quoted: bool) -> bool:
        """Whether a mention names somebody whom a pronoun (``quoted``: in a quotation) can take up."""
        return not self._possesses(mention) and (quoted or not self._is_quoted(mention))

    def means_outer(self, phrase: Phrase, frame: Frame) -> bool:
        """Whether "he" of "Lorn said he feared" is Lorn: it fits, and no other who fits was named since."""
        if frame.quoted or frame.outer is None or not frame.outer.clusters or phrase.low in RELATIVE:
            return False
        fits = fitness(phrase.low)
        several = phrase.low in THEY and len(frame.outer.clusters) > 1
        if not several and not all(map(fits, frame.outer.clusters)):
            return False
        since = self.table.names_within(Span(frame.content, phrase.core.end))
        return not any(fits(c) and c not in frame.outer.clusters for _, c in since)

    def taken_up(self, part: int, phrase: Phrase) -> Cluster | None:
        """An entity that a phrase takes up: "the service", "the official", "Russian authorities"."""
        at, words = phrase.core.start, phrase.core.of(self.text).lower()
        if phrase.epithet:
            return self._titled(phrase, at) or self._person(part, at, fitness("he"))
        if not phrase.definite or len(phrase.words) > 3 or phrase.head in DOCUMENTS | SOCIAL:
            same = [c for c in self.table.called(words) if c.first < at and (c.plural or phrase.definite)]
            return same[-1] if same else None
        fits = [c for c in self.table.by_noun(phrase.head) if self._fits_noun(c, phrase.head, part)]
        earlier = [c for c in fits if c.first < at]
        if not earlier and len(phrase.words) == 2 and phrase.head in COMPANIES:
            return self._person(part, at, _is_named_body)
        return max(earlier, key=lambda c: (not c.head, c.last_start(at - 1)), default=None)

    def introduced(self, part: int, phrase: Phrase) -> Phrase | None:
        """The words that brought in whom "the man" takes up and who has not spoken yet: "an Uzbek man"."""
        if phrase.low != "the" or len(phrase.words) != _WITH_ARTICLE or phrase.head in BODIES | DOCUMENTS:
            return None
        at = phrase.core.start
        floor = max(self.parts[part].span.start, at - SPEAKER_WINDOW)
        pattern = re.compile(
            rf"\b(?:an?|one)\s(?:[\w’'-]+\s){{0,4}}?{re.escape(phrase.head)}\b", re.IGNORECASE
        )
        found = [Span(*m.span()) for m in pattern.finditer(self.text, floor, at)]
        return take_apart(self.text, found[-1], self.names) if found else None

    def _titled(self, phrase: Phrase, at: int) -> Cluster | None:
        """The person with the title that an epithet names: "the Iowa senator"."""
        nouns = (phrase.words[-1].low, *SHORT_TITLES.get(phrase.words[-1].low, ()))
        fits = {c for noun in nouns for c in self.table.by_noun(noun) if noun in c.titles and c.first < at}
        return max(fits, key=lambda c: (c.last_start(at - 1), c.first), default=None)

    def _fits_noun(self, cluster: Cluster, noun: str, part: int) -> bool:
        if cluster.head:
            return cluster.head == noun and any(
                self.own[k] is self.own[part] for k in map(self._part_at, cluster.starts)
            )
        if cluster.type == "person":
            return noun in cluster.titles
        if cluster.type != "organisation":
            return False
        words = [w.lower().removesuffix("s") for w in " ".join(cluster.names).split()]
        return noun in BODIES | OUTLETS and noun.removesuffix("s") in words

    def _unnamed_before(self, part: int, at: int, *, plural: bool) -> Phrase | None:
        """The unnamed person or group that the text has just spoken of: "a member of the service"."""
        floor = max(self.parts[part].span.start, at - UNNAMED_WINDOW)
        for opener in reversed(list(_OPENS_PHRASE.finditer(self.text, floor, at))):
            end = _PHRASE_ENDS.search(self.text, opener.end(), at)
            phrase = take_apart(self.text, Span(opener.start(), end.start() if end else at), self.names)
            if phrase is not None and _is_person_noun(phrase, plural=plural):
                return phrase.shortened()
        return None

    def _apposed(self, at: int) -> Cluster | None:
        """The person of "Jane Roe, an aide at the ministry, who"."""
        stop = len(self.text[:at].rstrip(" ,"))
        if self.text[stop : stop + 1] != ",":
            return None
        near = self.table.names_within(Span(max(0, stop - APPOSITION_WINDOW), stop + 1))
        people = (
            c for m, c in reversed(near) if c.type == "person" and _APPOSITION.match(self.text, m.end, stop)
        )
        return next(people, None)

    def _right_before(self, at: int) -> Cluster | Phrase | None:
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
        if phrase is None or (len(phrase.words) > _NOUN_WITH_ARTICLE and is_plural(phrase.head)):
            return self._bare_noun(start, stop) or phrase  # "the mayor met voters who"
        return phrase

    def _bare_noun(self, floor: int, stop: int) -> Phrase | None:
        """The noun without an article that ends at ``stop``: "voters", "those"."""
        word = _WORD_BEFORE.search(self.text, floor, stop)
        phrase = take_apart(self.text, Span(word.start(), stop), self.names) if word else None
        return phrase if phrase is not None and can_speak(phrase.head) else None

    def _sentences_before(self, part: int, at: int) -> Iterator[Span]:
        """The sentences that begin before ``at``, nearest first, as far as the same voice has them."""
        k = bisect_left(self.sentences, at, key=lambda s: s.start)
        for sentence in (self.sentences[i] for i in range(k - 1, -1, -1)):
            if at - sentence.start > 2 * SPEAKER_WINDOW:
                break
            if self.own[self._part_at(sentence.start)] is self.own[part]:
                yield sentence
                if at - sentence.start > SPEAKER_WINDOW:
                    break

    def _part_at(self, at: int) -> int:
        return max(0, bisect_right(self._starts, at) - 1)

    def _is_quoted(self, span: Span) -> bool:
        return bool(quotes_at(self.quotes, span.start, span.end))

    def _possesses(self, span: Span) -> bool:
        return self.text[span.end : span.end + 2] in ("’s", "'s")

    def _opens_sentence(self, span: Span) -> bool:
        k = span.start
        while k and self.text[k - 1] in " “\"'‘":
            k -= 1
        return not k or self.text[k - 1] in ".!?\n"


def _is_named_body(cluster: Cluster) -> bool:
    return cluster.type == "organisation" and not cluster.head


def _but(fits: Fitness, clusters: Sequence[Cluster]) -> Fitness:
    """The same without some."""
    return lambda c: c not in clusters and fits(c)


def _is_person_noun(phrase: Phrase, *, plural: bool) -> bool:
    """Whether an unnamed phrase can be what "he" or "they" means."""
    noun = phrase.head
    return (
        not phrase.named
        and can_speak(noun)
        and is_plural(noun) == plural
        and noun not in BODIES | DOCUMENTS | OUTLETS | SOCIAL
    )
