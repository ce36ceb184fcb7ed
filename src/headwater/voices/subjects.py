"""Which noun phrase beside a cue is its source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from headwater.voices.clause import Sentence
from headwater.voices.cues import Cue
from headwater.voices.lexicon import HEARSAY, INVERTING
from headwater.voices.nounkinds import DOCUMENTS
from headwater.voices.nouns import Range, is_verb, phrase_after, subject_before
from headwater.voices.words import COORDINATORS, PREPOSITIONS, RELATIVES, SUBORDINATORS

# What content ends with before "said the minister".
_LEFT_MARKS = frozenset(",—–-”\"»’'?!…")
# Words behind a verb of saying that open no speaker, beside the subordinators.
_NO_SPEAKER = frozenset("that to in on at during it there".split())


_WRITES = frozenset("wrote writes published issued released posted".split())
# The longest relative clause between a subject and its verb, in words.
RELATIVE_REACH = 25


class Found(NamedTuple):
    """First and last token of a source, and whether it follows its cue."""

    first: int
    last: int
    follows: bool


def sources_of(sentence: Sentence, cues: Sequence[Cue]) -> list[Found | None]:
    """The source of each cue; the same one for cues that share it."""
    found: list[Found | None] = []
    nearest: Found | None = None
    for cue in cues:
        own = _source(sentence, cue, nearest)
        found.append(own)
        nearest = own or nearest
    return found


def _source(sentence: Sentence, cue: Cue, nearest: Found | None) -> Found | None:
    """The source of one cue, ``nearest`` being that of the cue before it."""
    if cue.kind == "adverb":
        return None
    if cue.kind == "phrase":
        return _right(sentence, cue.last + 1, closed=cue.first == 0)
    if cue.kind == "passive":
        return _agent(sentence, cue)
    return _inverted(sentence, cue) or _left(sentence, cue, nearest)


def _left(sentence: Sentence, cue: Cue, nearest: Found | None) -> Found | None:
    """The subject before a verb, or the one that it shares with an earlier verb."""
    before = sentence.low(cue.first - 1)
    if cue.kind == "participle" and before in HEARSAY:
        return None
    shares = cue.kind == "participle" and before not in RELATIVES
    if shares or before in COORDINATORS or before == "then":
        return nearest or _first_subject(sentence, cue)
    edge = cue.first
    while edge > 0 and sentence.low(edge - 1) in HEARSAY:
        edge -= 1
    return _before(subject_before(sentence, edge))


def _before(found: Range | None) -> Found | None:
    return Found(*found, follows=False) if found is not None else None


def _right(sentence: Sentence, i: int, *, closed: bool = False) -> Found | None:
    found = phrase_after(sentence, i, closed=closed)
    return Found(*found, follows=True) if found is not None else None


def _agent(sentence: Sentence, cue: Cue) -> Found | None:
    """The ``by`` phrase of a passive, close behind it."""
    for k in range(cue.last, min(cue.last + 3, len(sentence.tokens))):
        if sentence.low(k) == "by":
            return _right(sentence, k + 1)
    return None


def _inverted(sentence: Sentence, cue: Cue) -> Found | None:
    """The speaker of ``..., said the minister``, unless another verb follows that is his."""
    after = _right(sentence, cue.last + 1) if _may_invert(sentence, cue) else None
    if after is None:
        return None
    alone = not any(sentence.low(k) in PREPOSITIONS for k in range(after.first, after.last))
    if cue.word in _WRITES and alone and sentence.tokens[after.last].stem in DOCUMENTS:
        return None  # "Roe, the mayor, wrote a letter"
    verb_follows = after.last + 1 < len(sentence.tokens) and is_verb(sentence, after.last + 1)
    return None if verb_follows else after


def _may_invert(sentence: Sentence, cue: Cue) -> bool:
    """Whether content and a mark stand on the left, and on the right what can open a noun phrase."""
    if cue.word not in INVERTING or cue.first == 0 or cue.first != cue.head:
        return False
    if _closes_relative(sentence, cue.first - 1):
        return False
    left, right = sentence.tokens[cue.first - 1], cue.last + 1
    if left.text not in _LEFT_MARKS or right >= len(sentence.tokens) or not sentence.tokens[right].is_word:
        return False
    return sentence.low(right) not in _NO_SPEAKER | SUBORDINATORS


def _closes_relative(sentence: Sentence, comma: int) -> bool:
    """Whether the comma closes ``, who did not want to be named,``: then the subject stands before it."""
    if sentence.low(comma) != ",":
        return False
    for k in range(comma - 1, max(0, comma - RELATIVE_REACH), -1):
        if sentence.quoted[k]:
            return False
        if sentence.low(k) == ",":
            return sentence.low(k + 1) in RELATIVES and k > 0 and sentence.tokens[k - 1].is_word
    return False


def _first_subject(sentence: Sentence, cue: Cue) -> Found | None:
    """The subject of the sentence's first clause, before its first sure verb."""
    verbs = (i for i in range(1, cue.first) if not sentence.quoted[i] and is_verb(sentence, i))
    first = next(verbs, None)
    return _before(subject_before(sentence, first)) if first is not None else None
