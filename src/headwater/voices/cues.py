"""Cues of one sentence: the verb groups and phrases that attribute."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from headwater.voices.clause import Sentence
from headwater.voices.context import next_class, previous_class
from headwater.voices.lexicon import HEARSAY, NO_WORDS_FOR, REFUSALS, cue_rate, takes_next
from headwater.voices.words import AUXILIARIES, BE, CONTRACTED, DO, NEGATED_AUX, NEGATIONS, is_adverb

# Swept on PolNeAR train (benchmarks/polnear.py --split train): below it precision falls faster
# than recall rises.
THRESHOLD = 0.40


@dataclass(frozen=True, slots=True)
class Cue:
    """Tokens ``first`` to ``last`` of a sentence; ``head`` is the word that carries the meaning.

    ``kind`` is ``verb``, ``participle`` ("adding that"), ``passive`` ("is expected"),
    ``copular`` ("appeared"), ``phrase`` ("according to") or ``adverb`` ("reportedly").
    """

    first: int
    last: int
    head: int
    word: str
    kind: str
    rate: float


_COPULAR = frozenset("seem seems seemed appear appears appeared".split())
_PASSIVE = frozenset(
    "expected known believed accused reported thought considered asked described said deemed named identified "
    "rumored rumoured criticized criticised quoted regarded seen suspected alleged understood estimated "
    "scheduled told charged".split()
)


def find_cues(sentence: Sentence, threshold: float = THRESHOLD) -> list[Cue]:
    """All cues outside quotations, from left to right, that do not overlap."""
    found: list[Cue] = []
    for cue in _candidates(sentence, threshold):
        if not found or cue.first > found[-1].last:
            found.append(cue)
        elif cue.rate > found[-1].rate:
            found[-1] = cue
    return found


def _candidates(sentence: Sentence, threshold: float) -> Iterator[Cue]:
    row = sentence.tokens
    for i, token in enumerate(row):
        if sentence.quoted[i] or not token.is_word:
            continue
        if token.low in HEARSAY:
            yield Cue(i, i, i, token.low, "adverb", 0.55)
        elif token.low == "according" and sentence.low(i + 1) == "to":
            yield Cue(i, i + 1, i, "according", "phrase", 0.95)
        elif _declines(sentence, i):
            yield _verb(sentence, i, 0.8)
        elif not _is_name(sentence, i):
            rate = cue_rate(token.low, previous_class(row, i), next_class(row, i))
            if rate >= threshold:
                yield _verb(sentence, i, rate)


def _is_name(sentence: Sentence, i: int) -> bool:
    """A capital inside a sentence ("Post", "Claims Court") is no cue."""
    return sentence.tokens[i].is_capital and i > 0 and sentence.tokens[i - 1].is_word


def _declines(sentence: Sentence, i: int) -> bool:
    """``did not specify``, ``would not comment``."""
    word = sentence.low(i)
    if word in REFUSALS and sentence.low(i + 1) == "to":
        return True
    if word not in NO_WORDS_FOR:
        return False
    k = i - 1
    negated = sentence.low(k) in NEGATIONS or sentence.low(k) in NEGATED_AUX
    return negated and (sentence.low(k) in NEGATED_AUX or sentence.low(k - 1) in AUXILIARIES)


def _verb(sentence: Sentence, head: int, rate: float) -> Cue:
    row = sentence.tokens
    first = _group_start(sentence, head)
    last = head
    before, after = previous_class(row, head), next_class(row, head)
    if after not in ("q", "np", "p", "w", ",", ":", "that") and takes_next(row[head].low, before, after):
        last += 1
    if sentence.low(head) in ("details",) and sentence.low(head + 1) == "on":
        last = head + 1
    return Cue(first, last, head, row[head].low, _kind(sentence, first, head), rate)


def _group_start(sentence: Sentence, head: int) -> int:
    """The first auxiliary, adverb or negation of the verb group that ends in ``head``."""
    first = k = head
    while k > 0 and not sentence.quoted[k - 1]:
        word = sentence.low(k - 1)
        if word in AUXILIARIES or word in NEGATIONS or (word == "to" and k == head and sentence.low(k - 2) == "used"):
            first = k = k - 1
        elif is_adverb(word) and word not in HEARSAY:
            k -= 1
            if word not in ("only", "even", "just", "once") or sentence.low(k - 1) in AUXILIARIES:
                first = k
        else:
            break
    while first < head and is_adverb(sentence.low(first)) and first == 0:
        first += 1
    return first


def _kind(sentence: Sentence, first: int, head: int) -> str:
    word = sentence.low(head)
    group = {sentence.low(k) for k in range(first, head)}
    be = bool(group & BE) or any(g in NEGATED_AUX and g[:2] in ("is", "ar", "wa", "we") for g in group)
    if not be and first > 0 and sentence.low(first - 1) in CONTRACTED and word in _PASSIVE:
        be = True
    if word.endswith("ing") and not be:
        return "participle"
    if word in _COPULAR:
        return "copular"
    if word in _PASSIVE and be and not group & DO:
        return "passive"
    return "verb"
