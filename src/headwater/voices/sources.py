"""The words of a source taken apart: its head, the names in it, what they are to it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from headwater.reading.gazetteer import look_up
from headwater.reading.titles import PERSON_TITLES
from headwater.reading.tokens import Token, tokenize
from headwater.records import Mention, Span
from headwater.records.vocabulary import EntityType
from headwater.voices.bearers import GERUNDS, speakers_among
from headwater.voices.clausal import is_clausal
from headwater.voices.nounkinds import DOCUMENTS, EPITHETS, PERSONS, PRESS, can_speak
from headwater.voices.seats import PARTIES, STATES
from headwater.voices.words import (
    AUXILIARIES,
    DETERMINERS,
    POSTNOMINAL,
    PREPOSITIONS,
    RELATIVES,
    TIME_WORDS,
    WEEKDAYS,
)

# "State and local officials": one group, with a capital where a sentence opens.
_SHARED = frozenset("state federal local national city county foreign former current senior top".split())
_HE_OR_SHE = frozenset(("he", "she"))
# "The brigade itself": the noun is the brigade.
_INTENSIVE = frozenset("himself herself itself themselves myself ourselves".split())
# "The Press Democrat" is a paper.
_OF_PAPERS = frozenset("press news daily sun times morning evening".split())
_JOINS = frozenset(("and", "or"))
_WHEN = frozenset("today yesterday tonight tomorrow once".split())
# "The firm announced plans to": whose plans they are.
_ANNOUNCED = frozenset("announced unveiled outlined revealed disclosed scrapped".split())
# Words that a phrase has at least before a participle that goes on with it: "a poll" released.
_SHORTEST = 2
# "Julia Roe when the office": the source ends before it.
_CLAUSES = frozenset("when while because if although though after before until whereas".split())
_TELLS_MORE = (PREPOSITIONS | TIME_WORDS) - {"by"}
# What a phrase may end with that is no part of its name: "a poll published".
_MADE_KNOWN = frozenset(
    "released published issued posted obtained leaked unveiled filed conducted aired".split()
)
# "Those who fled": nobody without the clause.
_NEEDS_CLAUSE = frozenset("those one anyone anybody everyone everybody someone somebody".split())
_LONGEST_NAME = 4
_ARTICLES = frozenset(("the", "a", "an"))
# Adjectives that never stand for whom they tell of: "three key" before "questions".
_ADJECTIVES = frozenset(
    "key new serious growing bipartisan recent pervasive explosive renewed widespread numerous broader "
    "unrealistic similar various certain ongoing potential possible".split()
)
_SUBJECTS = frozenset("he she it they we i you".split())
_BRACKETS = ("(", "[", "—", "–")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source phrase.

    Attributes:
        core: its first segment, before a comma, bracket or relative clause.
        words: tokens of the core.
        head: the core's head noun in lower case.
        named: names that can be the speaker itself: not possessive, not behind a
            preposition; those of the core first, then those of appositions.
        inside: whether any name or nationality stands in the core.
    """

    core: Span
    words: tuple[Token, ...]
    head: str
    named: tuple[Mention, ...]
    inside: bool

    @property
    def low(self) -> str:
        """The first word in lower case."""
        return self.words[0].low

    @property
    def definite(self) -> bool:
        """Whether it begins as something already spoken of."""
        return self.low in ("the", "this", "that", "these", "those")

    def shortened(self, most: int = 12) -> Phrase:
        """The same with at most so many words in its core: it was cut out of running text."""
        return replace(self, core=Span(self.core.start, self.words[:most][-1].end))

    @property
    def epithet(self) -> bool:
        """Whether it is what news calls somebody that it has named: "the Kentucky Republican"."""
        return (
            self.definite
            and len(self.words) < 5
            and not any(w.low in _OF_PAPERS for w in self.words[1:-1])
            and (self.words[-1].low in EPITHETS or self.words[-1].low.endswith("-year-old"))
        )

    @property
    def state(self) -> str:
        """The state of an epithet, in lower case: "the Kentucky Republican"; empty without one."""
        words = " ".join(w.low for w in self.words[1:-1])
        return words if self.epithet and words in STATES else ""

    @property
    def party(self) -> set[str]:
        """The party that its words name, in lower case: "the Democratic front-runner"; empty without one."""
        words = {"democrat" if w.low == "democratic" else w.low for w in self.words}
        return words & PARTIES

    @property
    def breaks_off(self) -> bool:
        """Whether it is no noun phrase: "a mirror of the rush to", "their anger at the", "leaked by"."""
        if is_clausal(self.words):
            return True
        last = self.words[-1].low
        ends = last in PREPOSITIONS | AUXILIARIES | _ARTICLES | _ADJECTIVES
        return len(self.words) > 1 and not self.named and ends and not self.words[-1].is_capital

    @property
    def bare_pronoun(self) -> bool:
        """Whether it is one word."""
        return len(self.words) == 1


class Names:
    """The names of a document, found by place."""

    def __init__(self, names: Sequence[Mention]) -> None:
        """``names`` in order of the text, a nested one right behind the name around it."""
        self._names = names
        self._starts = [n.span.start for n in names]

    def inside(self, span: Span) -> list[Mention]:
        """The names that end in ``span``: one may begin before it, with a title that a source leaves out."""
        first = max(0, bisect_left(self._starts, span.start) - 2)  # a name and one nested in it
        last = bisect_left(self._starts, span.end)
        return [n for n in self._names[first:last] if span.start < n.span.end <= span.end]


def take_apart(text: str, span: Span, names: Names) -> Phrase | None:
    """Analyse the source at ``span``; ``None`` if it holds no word."""
    tokens = tokenize(text, span.start, span.end)
    inner = names.inside(span)
    end = _core_end(tokens, inner)
    words = tuple(tokens[:end])
    while words and (not words[-1].is_word or (len(words) > 1 and _is_trailing(words, inner))):
        words = words[: -2 if _is_dated(words) else -1]
    if not words:
        return None
    core = Span(words[0].start, words[-1].end)
    head = words[0].stem if _needs_clause(words) else _head(words)
    named = tuple(speakers_among(text, inner, tokens, words, head))
    return Phrase(core, words, head, named, bool([n for n in inner if n.span.overlaps(core)]))


def _is_trailing(words: Sequence[Token], names: Sequence[Mention]) -> bool:
    """Whether the last word is none of the phrase: "the minister himself", "Roe's aide today"."""
    last = words[-1]
    when = (
        (last.low in _WHEN and not last.is_capital)
        or (last.low in WEEKDAYS and words[-2].is_capital)
        or _is_dated(words)
    )
    never = _INTENSIVE | _ANNOUNCED | _JOINS
    return last.low in never or (when and not any(n.span.end >= last.end for n in names))


def _is_dated(words: Sequence[Token]) -> bool:
    """Whether a phrase ends in a weekday: "sites on Tuesday"."""
    return len(words) > _SHORTEST and words[-1].low in WEEKDAYS and words[-2].low == "on"


def whole_phrase(text: str, span: Span, names: Names) -> Phrase:
    """A source that is one phrase with its commas: "White House, Treasury and Pentagon officials"."""
    words = tuple(tokenize(text, span.start, span.end))
    return Phrase(Span(words[0].start, words[-1].end), words, _head(words), (), bool(names.inside(span)))


def name_behind_role(phrase: Phrase, names: Names) -> tuple[Span, EntityType] | None:
    """A name that was not seen as one, behind a role: "Deputy police chief Piet Marn", "daily Dawn"."""
    words = phrase.words
    k = len(words)
    while k and words[k - 1].is_capital and not words[k - 1].is_possessive:
        k -= 1
    if not 0 < k < len(words) <= k + _LONGEST_NAME:
        return None
    tail, before = Span(words[k].start, words[-1].end), words[k - 1]
    if before.is_capital or names.inside(tail) or look_up(words[-1].text) is not None:
        return None
    if before.low in PRESS:
        return tail, "organisation"
    person = before.low in PERSON_TITLES | PERSONS and len(words) - k >= _SHORTEST
    return (tail, "person") if person else None


def conjuncts(text: str, phrase: Phrase, names: Names) -> tuple[Phrase, ...]:
    """The two of "the mayor and her aides", "neither A nor B"; none of one ("state and local police").

    Each must be able to speak, and one be a name or pronoun, or both have a determiner of their own.
    """
    joint = "nor" if phrase.low == "neither" else "and"
    joints = [w for w in phrase.words[1:-1] if w.low == joint]
    if (
        len(joints) != 1
        or phrase.low in _SHARED
        or any(n.span.contains(Span(joints[0].start, joints[0].end)) for n in phrase.named)
    ):
        return ()
    first = 1 if phrase.low in ("both", "neither") else 0
    sides = (
        Span(phrase.words[first].start, joints[0].start),
        Span(joints[0].end, phrase.core.end),
    )
    found = tuple(p for s in sides if s.start < s.end and (p := take_apart(text, s, names)) is not None)
    if len(found) < 2 or not all(p.named or can_speak(p.head) for p in found):
        return ()
    left, right = found
    whose = any(w.low in PREPOSITIONS for w in left.words)
    if whose and right.named and right.named[0].span.start <= right.core.start:
        return ()  # "officials from Ukraine and Russia"
    if not left.named and left.low not in _HE_OR_SHE and right.named and not _opens_anew(right):
        return ()  # "the president and chief executive Ana Torvald"
    apart = all(p.low in DETERMINERS for p in found)
    return found if apart or any(p.named or p.low in _HE_OR_SHE for p in found) else ()


def _opens_anew(phrase: Phrase) -> bool:
    """Whether a phrase begins with its name or a determiner, not with a role that goes on with another."""
    return phrase.low in DETERMINERS or phrase.named[0].span.start <= phrase.core.start


def _needs_clause(words: Sequence[Token]) -> bool:
    """Whether a phrase is a pronoun with the clause that tells whom it means: "those who fled"."""
    return len(words) > _SHORTEST and words[0].low in _NEEDS_CLAUSE and words[1].low in RELATIVES


def _core_end(tokens: Sequence[Token], names: Sequence[Mention]) -> int:
    needs_clause = _needs_clause(tokens)
    first = _SHORTEST if needs_clause else 1
    for i, token in enumerate(tokens):
        inside = any(n.span.start < token.start and token.end < n.span.end for n in names)
        ends = token.text == "," or token.text in _BRACKETS or token.low in RELATIVES | _CLAUSES
        opens = _opens_contact(tokens, i) or _opens_clause(tokens, i)
        if i >= first and not inside and (ends or (not needs_clause and opens)):
            return i
    return len(tokens)


def _opens_contact(tokens: Sequence[Token], i: int) -> bool:
    """Whether a clause without "that" opens behind a thing told: "figures" she compiled."""
    clause = i > 0 and tokens[i].low in _SUBJECTS and i + 1 < len(tokens)
    return clause and tokens[i - 1].stem in DOCUMENTS and not tokens[i].is_capital


def _opens_clause(tokens: Sequence[Token], i: int) -> bool:
    """Whether a participle behind its noun tells when or where: "a poll released in May"; not by whom."""
    if i and tokens[i].low == "speaking":  # "an official speaking on condition of anonymity"
        return i + 1 < len(tokens) and tokens[i + 1].low in ("on", "under", "anonymously")
    if not _is_participle(tokens, i) or tokens[i].low in POSTNOMINAL:
        return False
    ends = i + 1 == len(tokens) or tokens[i + 1].low in _CLAUSES
    return tokens[i].low in _MADE_KNOWN if ends else tokens[i + 1].low in _TELLS_MORE


def _is_participle(tokens: Sequence[Token], i: int) -> bool:
    """Whether a participle goes on with the noun before it: "a poll" released."""
    if i < _SHORTEST or not tokens[i - 1].is_word or tokens[i].is_capital:
        return False
    word = tokens[i].low
    participle = word.endswith(("ed", "ing")) and word not in GERUNDS
    return participle and tokens[i - 1].low not in PREPOSITIONS | DETERMINERS


def _is_agents(words: Sequence[Token], last: int) -> bool:
    """Whether the word before ``last`` is what an agent did: "a survey made by Roe"."""
    return last < len(words) and words[last].low == "by" and _is_participle(words, last - 1)


def _head(words: Sequence[Token]) -> str:
    """The last noun before a preposition: "official" of "a senior official in the ministry"."""
    last = next(
        (i for i, w in enumerate(words) if i and w.low in PREPOSITIONS and words[i - 1].is_word), len(words)
    )
    while last > 1 and (words[last - 1].low in POSTNOMINAL or _is_agents(words, last)):
        last -= 1
    return words[last - 1].stem
