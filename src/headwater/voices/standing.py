"""How somebody stands in a sentence: before a verb, behind a preposition, beside a noun."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from headwater.reading.tokens import Token, tokenize
from headwater.records import Span
from headwater.voices.nounkinds import BODIES, DOCUMENTS, OTHER_PERSONS, OUTLETS, SOCIAL, can_speak, is_plural
from headwater.voices.rates import form_rates
from headwater.voices.words import (
    AUXILIARIES,
    CONTRACTED,
    COORDINATORS,
    DETERMINERS,
    LEADING_ADVERBS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    is_adverb,
)

Before = Literal["opens", "clause", "oblique", "object"]
After = Literal["verb", "mark", "noun", "possessor", "death", "other"]

# Words of a role before a name: "former senior aide Jane Roe".
_ROLE_WORDS = frozenset("former then senior late acting the a an top chief deputy".split())
_DEATHS = frozenset("death killing murder body remains funeral burial suicide assassination".split())
_LONGEST_ROLE = 8
_OPENERS = SUBORDINATORS | COORDINATORS
_STOPS = _OPENERS | PREPOSITIONS | AUXILIARIES | CONTRACTED | PRONOUNS
# A form that is a cue this often is a verb.
_VERBISH = 0.3
# Words between a comma and the subject behind it: "later".
_BEFORE_SUBJECT = 1
# Words between a determiner and its noun.
_BETWEEN = 4
# Words before a noun without a determiner: "Democratic aides".
_BARE = 2
# Words that stand for persons and are no nouns of their own.
_NO_NOUNS = PRONOUNS | frozenset(
    "some many most few those all both half two three four five six seven eight nine ten left right base "
    "number percent majority public section nobody everyone everybody anyone someone somebody nation world "
    "class portion handful crowd opposition industry establishment minority elite electorate rest "
    "staff provisions amendments clauses".split()
)

_NO_PERSONS = BODIES | DOCUMENTS | OUTLETS | SOCIAL | _NO_NOUNS | DETERMINERS


@dataclass(frozen=True)
class Line:
    """One sentence, its words and the unnamed persons in it."""

    text: str
    span: Span

    @cached_property
    def tokens(self) -> Sequence[Token]:
        """Its words and marks."""
        return tokenize(self.text, self.span.start, self.span.end)

    @cached_property
    def unnamed(self) -> Sequence[tuple[Span, bool]]:
        """The unnamed persons in it, and whether each is several: "the police chief", "prosecutors"."""
        return [found for i in range(len(self.tokens)) if (found := self._unnamed_at(i)) is not None]

    def before(self, mention: Span) -> Before:
        """What stands before a mention and the role that belongs to it."""
        i = self._index(mention.start)
        lowest = max(0, i - _LONGEST_ROLE)
        while i > lowest and self._is_role(i - 1):
            i -= 1
        while i and not self.tokens[i - 1].is_word and self.tokens[i - 1].text != ",":
            i -= 1
        word = self.tokens[i - 1].low if i else ""
        if not word or (i == 1 and (word in LEADING_ADVERBS or is_adverb(word))):
            return "opens"
        if word in PREPOSITIONS:
            return "oblique"
        return "clause" if word == "," or word in _OPENERS or word in LEADING_ADVERBS else "object"

    def after(self, mention: Span) -> After:
        """What stands behind a mention."""
        k = self._index(mention.end)
        if self.text[mention.end : mention.end + 2] in ("’s", "'s"):
            return "death" if k < len(self.tokens) and self.tokens[k].low in _DEATHS else "possessor"
        if k >= len(self.tokens) or not self.tokens[k].is_word:
            return "mark"
        if self._is_verb(k):
            return "verb"
        word = self.tokens[k]
        stops = word.is_capital or word.low in _STOPS or word.low in DETERMINERS or is_adverb(word.low)
        return "other" if stops else "noun"

    def in_front(self, mention: Span, at: int) -> bool:
        """Whether a mention stands in the participle clause that opens the sentence of a subject at ``at``.

        "Singling out Ada Roe by name, he": not Roe.
        """
        first = self.tokens[0] if self.tokens else None
        if first is None or not first.low.endswith(("ing", "ed")) or mention.start <= first.start:
            return False
        if self.after(mention) == "verb":  # "Sponsoring senator Ada Roe said he"
            return False
        comma = self.text.rfind(",", self.span.start, at)
        return mention.end <= comma and len(self.text[comma + 1 : at].split()) <= _BEFORE_SUBJECT

    def behind(self, mention: Span, pronouns: frozenset[str]) -> bool:
        """Whether one of some pronouns stands before a mention: "he met Roe, and in Tarn he said"."""
        return any(t.low in pronouns for t in self.tokens[: self._index(mention.start)])

    def document_that_opens(self) -> Span | None:
        """The document without a name that the sentence opens with and tells of: "The lawsuit was filed"."""
        if not self.tokens or self.tokens[0].low not in DETERMINERS:
            return None
        for token in self.tokens[1 : 2 + _BETWEEN]:
            if not token.is_word or token.is_capital or token.low in _STOPS or token.is_possessive:
                return None
            if token.low in DOCUMENTS:
                found = Span(self.tokens[0].start, token.end)
                return found if not is_plural(token.low) and self.after(found) == "verb" else None
        return None

    def _index(self, at: int) -> int:
        return bisect_left(self.tokens, at, key=lambda t: t.start)

    def _is_role(self, i: int) -> bool:
        """Whether a word belongs to the role before a name: "Boehner spokesman", "Former Arkansas Rep."."""
        token = self.tokens[i]
        if token.text == ".":
            return i > 0 and self.tokens[i - 1].end == token.start and self.tokens[i - 1].is_capital
        if token.low in _STOPS or is_adverb(token.low):
            return False
        return token.is_word and (token.is_capital or token.low in _ROLE_WORDS or can_speak(token.stem))

    def _is_verb(self, i: int) -> bool:
        token = self.tokens[i]
        if token.low in AUXILIARIES or token.low in CONTRACTED:
            return True
        often = form_rates().get(token.low, 0.0) >= _VERBISH or token.low.endswith("ed")
        return often and not token.is_capital

    def _unnamed_at(self, i: int) -> tuple[Span, bool] | None:
        """The unnamed person whose noun is a token; none where the noun goes on ("police officials")."""
        token = self.tokens[i]
        if not is_person_noun(token.low) or (token.is_capital and i):
            return None
        if i + 1 < len(self.tokens) and self.tokens[i + 1].is_word:
            after = self.tokens[i + 1]
            if (after.is_capital and not is_plural(token.low)) or is_person_noun(after.low):
                return None
        first, pointed = self._left_edge(i)
        plural = is_plural(token.low)
        if not pointed and not plural:
            return None
        return Span(self.tokens[first].start, token.end), plural

    def _left_edge(self, i: int) -> tuple[int, bool]:
        """The first token of the phrase that ends in a noun, and whether a determiner opens it."""
        for k in range(i - 1, max(-1, i - 2 - _BETWEEN), -1):
            token = self.tokens[k]
            if token.low in DETERMINERS or token.is_possessive:
                return k, True
            if not token.is_word or token.low in _STOPS or self._is_verb(k):
                return max(k + 1, i - _BARE), False
        return max(0, i - _BARE), False


def is_person_noun(noun: str) -> bool:
    """Whether a common noun is for somebody whom "he" or "they" can mean."""
    return noun not in _NO_PERSONS and noun.removesuffix("s") not in OTHER_PERSONS and can_speak(noun)
