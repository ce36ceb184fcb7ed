"""Whom a pronoun, a relative or a noun takes up."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from headwater.reading.ordered import quotes_at
from headwater.reading.quotes import outer_quotes
from headwater.records import Marks, Part, Span
from headwater.voices.choice import Asked, Candidate, Choice, Number, Place, Position, choose
from headwater.voices.cluster import Cluster
from headwater.voices.entities import EntityTable
from headwater.voices.pronouns import (
    HE,
    RELATIVE,
    SHE,
    THEY,
    TWO,
    Fitness,
    Sex,
    fitness,
    is_two,
    sex_of,
    sex_of_noun,
    sex_of_pronoun,
)
from headwater.voices.relatives import Relatives
from headwater.voices.resolved import OPEN, Frame
from headwater.voices.sources import Names, Phrase, take_apart
from headwater.voices.spoken import SPEAKER_WINDOW, Spoken
from headwater.voices.standing import Line

_QUOTE_ENDS = "”\"’'»"
# "The British prime minister".
_LONGEST_TAKEN_UP = 4
_WITH_ARTICLE = 2  # words: an article and a noun
_WHAT = re.compile(r"\bwhat \Z")
_WINDOW = 6
_BEHIND_SEMICOLON = re.compile(r"; (?:but |and |though |yet )?\Z")
_BEHIND_QUOTE = re.compile(r": (?:“[^“”\n]{1,600}”|\"[^\"\n]{1,600}\"),? \Z")
# Mentions of somebody that are looked at for one outside of quotations.
_MENTIONS_BACK = 20


class Antecedents:
    """Looks back in one document for whoever is meant."""

    def __init__(
        self,
        text: str,
        names: Names,
        marks: Marks,
        table: EntityTable,
        parts: Sequence[Part],
        own: dict[int, Cluster],
    ) -> None:
        """``own`` maps the index of each part to whoever says "I" in it."""
        self.text, self.names, self.sentences = text, names, marks.sentences
        self.quotes = outer_quotes(marks.quotes)
        self.table, self.parts, self.own = table, parts, own
        self.spoken = Spoken()
        self.called: dict[Cluster, Sex] = {}
        """Whom a pronoun that was surely theirs has called "he" or "she"."""
        self._starts = [p.span.start for p in parts]
        self._paragraphs = [p.start for p in marks.paragraphs]
        self._lines: dict[Span, Line] = {}
        self._relatives = Relatives(text, names, table)

    def pronoun(self, part: int, phrase: Phrase, frame: Frame) -> Choice | None:
        """Whom a pronoun means: an entity, a noun phrase that is none yet, or nobody known."""
        at, low = phrase.core.start, phrase.low
        if low in RELATIVE:
            found = self._relatives.meant(at, person=low == "who")
            return None if found is None else Choice(found, sure=True)
        if (told := self._by_form(at, low, frame)) is not None:
            return Choice(told, sure=True)
        fits = self._fitness(low)
        if frame.quoting is not None:  # within a quotation "he" is somebody else than its speaker
            fits = _but(fits, frame.quoting.clusters)
        told_of = self._told_of(at, frame)  # "Brenn was wrong, he said": not Brenn, if anybody else
        others = self.candidates(part, at, _but(fits, told_of), frame, low)
        every = others or self.candidates(part, at, fits, frame, low)
        chosen = choose(every)
        if chosen is None or low not in THEY:
            return chosen
        best = next(c for c in every if c.meant is chosen.meant)
        place = best.place
        named_aloud = place is None or self.is_quoted(Span(place.start, place.start + 1))
        unsaid = frame.quoted and (not named_aloud or best.sort == "unnamed one")
        if unsaid or _is_far_body(best):  # "They told us to leave": not whom the page just named
            return replace(chosen, sure=False)
        return chosen

    def _fitness(self, low: str) -> Fitness:
        """Who can be meant, without those who were called by the other sex."""
        fits, sex = fitness(low), sex_of_pronoun(low)
        return fits if sex is None else lambda c: fits(c) and self.called.get(c, sex) == sex

    def _by_form(self, at: int, low: str, frame: Frame) -> Cluster | Phrase | None:
        """Whom the form of the sentence tells."""
        if (doer := self._doer_of_clause(at, low)) is not None or frame.quoted:
            return doer
        fits = fitness(low)
        told = self._before_colon(at, fits) or self._before_semicolon(at, fits)
        return told or (self._document_before(at) if low == "it" else None)

    def _doer_of_clause(self, at: int, low: str) -> Cluster | None:
        """Who does what the clause tells: "Tarn bombed what it called a camp".

        Only where one name alone stands before a verb; a name taken for a person can be "it" too.
        """
        k = bisect_right(self.sentences, at, key=lambda s: s.start) - 1
        if k < 0 or not _WHAT.search(self.text, max(self.sentences[k].start, at - _WINDOW), at):
            return None
        sentence = self.sentences[k]
        line = self._line(sentence)
        named = self.table.names_within(Span(sentence.start, at))
        opens = ("opens",) if low in THEY else ("opens", "clause", "object", "oblique")
        doers = [c for m, c in named if line.after(m) == "verb" and line.before(m) in opens]
        if len(doers) != 1:
            return None
        fits = fitness(low)(doers[0]) or (low == "it" and not doers[0].fulls and not doers[0].plural)
        return doers[0] if fits else None

    def _before_colon(self, at: int, fits: Fitness) -> Cluster | None:
        """Who opens the sentence in "Ada Roe was calm: “It will hold,” she said"."""
        told = _BEHIND_QUOTE.search(self.text, max(0, at - SPEAKER_WINDOW), at)
        if told is None:
            return None
        colon = told.start()
        k = bisect_right(self.sentences, colon, key=lambda s: s.start) - 1
        if k < 0:
            return None
        sentence = self.sentences[k]
        named = self.table.names_within(Span(sentence.start, max(colon, sentence.start + 1)))
        first = next(iter(named), None)
        opens = first is not None and self._line(sentence).before(first[0]) == "opens"
        return first[1] if first is not None and opens and fits(first[1]) else None

    def _before_semicolon(self, at: int, fits: Fitness) -> Cluster | None:
        """Who opens the sentence in "The envoy said two were killed; he did not say by whom"."""
        k = bisect_right(self.sentences, at, key=lambda s: s.start) - 1
        if k < 0 or not _BEHIND_SEMICOLON.search(self.text, max(self.sentences[k].start, at - _WINDOW), at):
            return None
        sentence = self.sentences[k]
        spoke = self.table.spoken_of_at(Span(sentence.start, sentence.start + 1))
        if spoke is not None and fits(spoke):
            return spoke
        first = next(iter(self.table.names_within(Span(sentence.start, at))), None)
        opens = first is not None and self._line(sentence).before(first[0]) == "opens"
        return first[1] if first is not None and opens and fits(first[1]) else None

    def _document_before(self, at: int) -> Phrase | None:
        """The unnamed document that opens the sentence before: "The lawsuit was filed in Tarn. It says"."""
        k = bisect_right(self.sentences, at, key=lambda s: s.start) - 1
        if k < 1 or self._paragraph(self.sentences[k - 1].start) != self._paragraph(at):
            return None
        before, own = self.sentences[k - 1], self._line(self.sentences[k])
        if own.before(Span(at, at + 1)) != "opens":
            return None
        found = self._line(before).document_that_opens()
        return take_apart(self.text, found, self.names) if found is not None else None

    def person(self, part: int, at: int, fits: Fitness, pronoun: str) -> Cluster | None:
        """Whoever of those that spoke or were named before is likeliest meant; "one" is man or woman."""
        every = self.candidates(part, at, fits, OPEN, pronoun)
        found = choose([c for c in every if isinstance(c.meant, Cluster)])
        return found.meant if found is not None and found.sure and isinstance(found.meant, Cluster) else None

    def candidates(self, part: int, at: int, fits: Fitness, frame: Frame, pronoun: str) -> list[Candidate]:
        """Everybody near before ``at`` who fits, those who spoke first, then by how near they were named."""
        number: Number = "they" if pronoun in THEY else "he" if pronoun in HE | SHE | {"one"} else "it"
        sex: Sex | None = "men" if pronoun in HE else "women" if pronoun in SHE else None
        asked = Asked(number, self._position(at))
        own = self.own[part]
        spoken = self.spoken.before(own, at, fits, within=frame.quoted)
        heard = {c: n for n, c in enumerate(spoken)}
        last = max(spoken.values(), default=-1)
        places = self._places(part, at, fits, number, sex, frame)
        opened = {c: p.start for c, p in places.items() if p.before == "opens" and p.after == "verb"}
        outer = frame.outer.clusters if frame.outer is not None else ()
        every = [
            c
            for c in dict.fromkeys((*heard, *places))
            if (c in heard or _is_named(places[c])) and not _is_in_front(places.get(c))
        ]
        if pronoun in TWO:
            every = [c for c in every if isinstance(c, Cluster) or is_two(c.core.of(self.text))]
        counts = {c: bisect_left(c.starts, at) for c in every if isinstance(c, Cluster)}
        most = max(counts.values(), default=0)
        return [
            Candidate(
                asked,
                c,
                heard=heard.get(c) if isinstance(c, Cluster) else None,
                place=places.get(c),
                nearest=c is next(iter(places), None),
                outer=c in outer,
                count=counts.get(c, 0) if isinstance(c, Cluster) else 0,
                main=isinstance(c, Cluster) and counts[c] == most,
                full=isinstance(c, Cluster) and bool(c.fulls) and c.fulls[0] < at,
                sexed=sex is not None and isinstance(c, Cluster) and sex_of(c) == sex,
                own=c is own,
                takes_over=c not in heard and opened.get(c, -1) > last >= 0,
                overtaken=isinstance(c, Cluster)
                and c in spoken
                and any(start > spoken[c] for o, start in opened.items() if o is not c),
            )
            for c in every
        ]

    def _told_of(self, at: int, frame: Frame) -> set[Cluster]:
        """Whoever is named in what a pronoun says, in its own sentence or quoted.

        Beyond that a content is not surely its own.
        """
        k = bisect_right(self.sentences, at, key=lambda s: s.start) - 1
        own = self.sentences[k] if k >= 0 else Span(at, at + 1)
        named = ((m, c) for said in frame.said for m, c in self.table.names_within(said))
        return {c for m, c in named if own.contains(m) or self.is_quoted(m)}

    def _places(
        self, part: int, at: int, fits: Fitness, number: Number, sex: Sex | None, frame: Frame
    ) -> dict[Cluster | Phrase, Place]:
        """Where everybody who fits was last named before ``at``, the nearest first.

        Names in what the pronoun itself says do not count.
        """
        found: dict[Cluster | Phrase, Place] = {}
        back, paragraph = 0, self._paragraph(at)
        alike = HE if sex == "men" else SHE if sex == "women" else THEY if number == "they" else frozenset()
        for sentence in self._sentences_before(part, at):
            line = self._line(sentence)
            here: list[tuple[Span, Cluster | Phrase]] = [
                (m, c)
                for m, c in self.table.names_within(Span(sentence.start, min(sentence.end, at)))
                if fits(c) and not any(said.contains(m) for said in frame.said)
            ]
            if number != "it" and at - sentence.start < SPEAKER_WINDOW:
                here = sorted(
                    [*here, *self._unnamed(line, at, fits, sex, plural=number == "they")],
                    key=lambda e: e[0],
                )
            first = here[0][1] if here else None
            for mention, who in reversed(here):
                if who not in found:
                    found[who] = Place(
                        mention.start,
                        back,
                        paragraph - self._paragraph(mention.start),
                        who is first,
                        line.before(mention),
                        line.after(mention),
                        not frame.quoted and self.is_quoted(mention),
                        at < sentence.end and line.in_front(mention, at),
                        at < sentence.end and line.behind(mention, alike),
                    )
            back += frame.quoted or not self._is_all_quoted(sentence)
        return found

    def _unnamed(
        self, line: Line, at: int, fits: Fitness, sex: Sex | None, *, plural: bool
    ) -> Iterator[tuple[Span, Cluster | Phrase]]:
        """The unnamed persons of a sentence before ``at``: entities, or words for who is none yet."""
        for span, several in line.unnamed:
            if span.end > at or several != plural:
                continue
            known = self.table.spoken_of_at(span)
            if known is None:
                phrase = take_apart(self.text, span, self.names)
                if phrase is not None and not phrase.named and not phrase.breaks_off:
                    of_noun = sex_of_noun(phrase.head)
                    if sex is None or of_noun is None or of_noun == sex:
                        yield span, phrase
            elif known.head and fits(known):
                yield span, known

    def _line(self, sentence: Span) -> Line:
        if sentence not in self._lines:
            self._lines[sentence] = Line(self.text, sentence)
        return self._lines[sentence]

    def _paragraph(self, at: int) -> int:
        return bisect_right(self._paragraphs, at)

    def _position(self, at: int) -> Position:
        before = self.text[max(0, at - 3) : at].rstrip()[-1:]
        if before in _QUOTE_ENDS and before:
            return "closes"
        k = bisect_right(self.sentences, at, key=lambda s: s.start) - 1
        opens = k >= 0 and self._line(self.sentences[k]).before(Span(at, at + 1)) == "opens"
        return "opens" if opens else "within"

    def _is_all_quoted(self, sentence: Span) -> bool:
        quotes = quotes_at(self.quotes, sentence.start, sentence.end)
        return any(q.span.start <= sentence.start and sentence.end <= q.span.end for q in quotes)

    def means_outer(self, phrase: Phrase, frame: Frame) -> bool:
        """Whether "he" of "Lorn said he feared" is Lorn: it fits, and no other who fits was named since."""
        if frame.outer is None or not frame.outer.clusters or phrase.low in RELATIVE:
            return False
        if frame.quoted and not frame.beside:
            return False
        fits = fitness(phrase.low)
        several = phrase.low in THEY and len(frame.outer.clusters) > 1
        if not several and not all(map(fits, frame.outer.clusters)):
            return False
        since = self.table.names_within(Span(frame.content, phrase.core.end))
        return not any(fits(c) and c not in frame.outer.clusters for _, c in since)

    def _sentences_before(self, part: int, at: int) -> Iterator[Span]:
        """The sentences that begin before ``at``, nearest first, as far as the same voice has them."""
        k = bisect_left(self.sentences, at, key=lambda s: s.start)
        for sentence in (self.sentences[i] for i in range(k - 1, -1, -1)):
            if at - sentence.start > 2 * SPEAKER_WINDOW:
                break
            if self.own[self.part_at(sentence.start)] is self.own[part]:
                yield sentence
                if at - sentence.start > SPEAKER_WINDOW:
                    break

    def part_at(self, at: int) -> int:
        """The index of the part at a place."""
        return max(0, bisect_right(self._starts, at) - 1)

    def is_quoted(self, span: Span) -> bool:
        """Whether a place lies in a quotation."""
        return bool(quotes_at(self.quotes, span.start, span.end))


def _but(fits: Fitness, clusters: Collection[Cluster]) -> Fitness:
    """The same without some."""
    return lambda c: c not in clusters and fits(c)


def _is_named(place: Place) -> bool:
    """Whether a mention names somebody: whoever is only quoted, or only his death told, is nobody's "he"."""
    return not place.quoted and place.after != "death"


def _is_far_body(found: Candidate) -> bool:
    """Whether it is a body with a name that was named sentences ago and has said nothing: not "they"."""
    far = found.place is not None and found.place.back > 1
    return found.heard is None and found.sort == "named organisation" and far


def _is_in_front(place: Place | None) -> bool:
    """Whether the clause before "he" has him: "singling out Ada Roe by name, he said"."""
    return place is not None and place.in_front
