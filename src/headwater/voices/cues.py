"""Cues of one sentence: the verb groups and phrases that attribute."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from headwater.voices.clause import Sentence
from headwater.voices.context import next_class, previous_class
from headwater.voices.lexicon import HEARSAY, NO_WORDS_FOR, REFUSALS, cue_rate, form_rates, takes_next
from headwater.voices.words import (
    AUXILIARIES,
    BE,
    CONTRACTED,
    DO,
    NEGATED_AUX,
    NEGATIONS,
    PRONOUNS,
    is_adverb,
)

# Swept on PolNeAR train (benchmarks/polnear.py --split train): below it precision falls faster
# than recall rises.
THRESHOLD = 0.45


@dataclass(frozen=True, slots=True)
class Cue:
    """Tokens ``first`` to ``last`` of a sentence; ``head`` is the word that carries the meaning.

    ``kind`` is ``verb``, ``participle`` ("adding that"), ``passive`` ("is expected"),
    ``phrase`` ("according to"), ``unknowing`` ("whether he did, I don't know")
    or ``adverb`` ("reportedly").
    """

    first: int
    last: int
    head: int
    word: str
    kind: str
    rate: float


# Attributed in PolNeAR, but no statement or attitude of anybody that a reader would look for: the
# writer's own hedges, names and titles of things, orders given.
_LEFT_OUT = frozenset(
    "seem seems seemed seemingly appear appears appeared known titled dubbed order orders ordered "
    "ordering nominated nominating nominate lists listing listed ignored ignores footage celebrated "
    "demonstrate demonstrates demonstrated seen defender defenders attack attacks attacked attacking".split()
)
# Verbs that are as often nouns: a verb right behind them shows the noun ("the suspect says").
_NOUNISH = frozenset(
    "suspect suspects doubt fear fears claim claims report reports plan plans hope hopes estimate "
    "estimates support view views concern concerns need aim aims call calls demand demands promise "
    "promises pledge pledges offer offers attack attacks criticism concerns poll polls study request "
    "requests".split()
)
# Predicates of feeling and knowing after "is": the subject holds them, nobody else says so.
_PREDICATES = frozenset(
    "confident aware sceptical skeptical worried concerned convinced determined willing eager reluctant "
    "ready opposed optimistic hopeful pleased angry upset sure certain proud interested supportive "
    "committed frustrated disappointed surprised prepared unwilling glad happy afraid worrying sick tired "
    "grateful critical excited unified".split()
)
_PARTICIPLES = frozenset(
    "told said known thought shown given sent heard found put read made seen held felt written understood".split()
)
_CATENATIVES = frozenset(
    "used want wants wanted continue continues continued try tries tried struggle struggles struggled "
    "need needs needed going began begin begins came on like likes love loves has have had".split()
)
SPEAKERLESS = frozenset(
    "expected believed accused reported thought considered said deemed identified rumored rumoured "
    "criticized criticised regarded suspected alleged understood estimated charged blamed feared "
    "announced confirmed".split()
)
"""Passives that attribute without saying to whom: "is believed", "was accused"."""


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
        if sentence.quoted[i] or not token.is_word or _is_noun(sentence, i):
            continue
        if token.low in HEARSAY:
            yield Cue(i, i, i, token.low, "adverb", 0.55)
        elif token.low == "according" and sentence.low(i + 1) == "to":
            yield Cue(i, i + 1, i, "according", "phrase", 0.95)
        elif _does_not_know(sentence, i):
            cue = _verb(sentence, i, 0.7)
            yield Cue(cue.first, cue.last, cue.head, cue.word, "unknowing", cue.rate)
        elif _declines(sentence, i):
            yield _verb(sentence, i, 0.8)
        elif (light := _light_verb(sentence, i)) is not None:
            yield light
        elif not _is_name(sentence, i) and token.low not in _LEFT_OUT:
            rate = cue_rate(token.low, previous_class(row, i), next_class(row, i))
            if rate >= threshold:
                yield _verb(sentence, i, rate)


_LIGHT = frozenset(
    f"{verb}"
    for verb in "send sends sent sending give gives gave given giving express expresses expressed expressing make makes "
    "made making issue issues issued issuing voice voices voiced voicing deliver delivers delivered raise raises "
    "raised reiterate reiterates reiterated repeat repeats repeated serve serves served share shared".split()
)
_SPOKEN_NOUNS = frozenset(
    "message messages indication indications signal signals warning warnings hope hopes concern concerns "
    "desire confidence fear fears view views statement statements assurance assurances doubt doubts claim "
    "claims clear promise promises threat threats belief opinion regret willingness readiness support "
    "opposition".split()
)


def _light_verb(sentence: Sentence, i: int) -> Cue | None:
    """``has sent the message that``, ``expressed a desire to``: an empty verb and a noun of saying."""
    if sentence.low(i) not in _LIGHT:
        return None
    for k in range(i + 1, min(i + 5, len(sentence.tokens))):
        if sentence.quoted[k] or not sentence.tokens[k].is_word or sentence.low(k) in ("that", "to"):
            return None
        if sentence.low(k) in _SPOKEN_NOUNS and sentence.low(k + 1) in (
            "that",
            "to",
            "about",
            "over",
            ":",
            "of",
        ):
            return Cue(_group_start(sentence, i), k, i, sentence.low(k), "verb", 0.7)
    return None


def _is_name(sentence: Sentence, i: int) -> bool:
    """A capital inside a sentence ("Post", "Claims Court") is no cue."""
    return sentence.tokens[i].is_capital and i > 0 and sentence.tokens[i - 1].is_word


_ASKING = frozenset("how why what when where who whether if which exactly".split())


def _does_not_know(sentence: Sentence, i: int) -> bool:
    """``Whether he ordered it, I don't know``: the question stands first."""
    asked = sentence.low(0) in ("whether", "who", "what", "why", "how", "where", "when", "if")
    return sentence.low(i) == "know" and sentence.low(i - 1) in NEGATED_AUX | {"not"} and asked


def _is_noun(sentence: Sentence, i: int) -> bool:
    """``the suspect says``, ``a claim that``: a noun that only looks like a verb of saying."""
    if sentence.low(i) not in _NOUNISH:
        return False
    if sentence.low(i).startswith("suspect") and sentence.low(i + 1) != "that":
        return sentence.low(i - 1) not in PRONOUNS
    following = sentence.low(i + 1)
    verb_follows = following in AUXILIARIES or form_rates().get(following, 0.0) > 0.6
    return verb_follows or previous_class(sentence.tokens, i) == "det"


def _declines(sentence: Sentence, i: int) -> bool:
    """``did not specify``, ``would not comment``."""
    word = sentence.low(i)
    if word in REFUSALS and sentence.low(i + 1) == "to":
        return True
    if word not in NO_WORDS_FOR:
        return False
    k = i - 1
    negated = sentence.low(k) in NEGATIONS or sentence.low(k) in NEGATED_AUX
    if word in ("say", "said") and sentence.low(i + 1) not in _ASKING:
        return False
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
        if (
            word in AUXILIARIES
            or word in NEGATIONS
            or (word == "to" and k == head and sentence.low(k - 2) in _CATENATIVES)
        ):
            first = k = k - 1
        elif (
            word in _CATENATIVES
            and sentence.low(k) == "to"
            and not (word == "on" and sentence.low(k - 2) != "went")
        ):
            first = k = k - (2 if word == "on" else 1)
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
    if sentence.low(head - 1) == "be" or (
        first > 0 and sentence.low(first - 1) in CONTRACTED and word in SPEAKERLESS
    ):
        be = True
    if word.endswith("ing") and not be:
        return "participle"
    participle = word.endswith("ed") or word in _PARTICIPLES
    if be and participle and word not in _PREDICATES and not group & DO:
        return "passive"
    return "verb"
