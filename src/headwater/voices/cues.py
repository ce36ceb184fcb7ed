"""Cues of one sentence: the verb groups and phrases that attribute."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from headwater.reading.figures.cardinals import number_value
from headwater.voices.clause import Sentence
from headwater.voices.context import next_class, previous_class
from headwater.voices.lexicon import (
    CALLED,
    CATENATIVES,
    FINDING_OUT,
    HEARSAY,
    INTENTIONS,
    LEFT_OUT,
    LIGHT_VERBS,
    NO_WORDS_FOR,
    NOUNISH,
    PARTICIPLES,
    PREDICATES,
    PUTTING,
    REFUSALS,
    SPEAKERLESS,
    SPOKEN_NOUNS,
)
from headwater.voices.rates import cue_rate, form_rates, takes_next
from headwater.voices.words import (
    AUXILIARIES,
    BE,
    CONTRACTED,
    DO,
    NEGATED_AUX,
    NEGATED_BE,
    NEGATIONS,
    PRONOUNS,
    QUESTION_WORDS,
    is_adverb,
)

# Swept on PolNeAR train (benchmarks/polnear.py --split train): below it precision falls faster
# than recall rises.
THRESHOLD = 0.45
# Rates of those cues that are known by their form alone, set by hand.
_HEARSAY_RATE = 0.55
_ACCORDING_RATE = 0.95
_UNKNOWING_RATE = 0.7
_DECLINING_RATE = 0.8
_INTENTION_RATE = 0.5
_LIGHT_RATE = 0.7
# "did not say how": what was asked and not told.
_ASKING = QUESTION_WORDS | {"which", "exactly"}
# What a count is put on: "put the toll at", "put it at".
_COUNTED = frozenset(
    "toll tolls number numbers dead death deaths injured wounded killed missing losses loss cost costs "
    "damage count figure figures it them total casualties displaced victims".split()
)
# What can only be found out by asking: "could not establish a base" is none.
_ASKED_FOR = frozenset(("establish", "determine", "ascertain"))
_SPEAKING = frozenset("speak speaks spoke speaking".split())
# "what the ministry in Brask had called": words from "what" to the verb.
_CALL_REACH = 8
_CANNOT = frozenset("cannot couldn't can't".split())
# "put the number of people killed in the raids at": words from the verb to "at".
_PUT_REACH = 10
# What may stand behind the noun of a light verb: "sent the message that".
_NOUN_TAILS = frozenset("that to about over : of".split())
# Classes of what stands behind a cue's head (see ``context``) that are no small word of its own.
_NOT_TAKEN = frozenset(("q", "np", "p", "w", ",", ":", "that"))

CueKind = Literal["verb", "participle", "passive", "phrase", "unknowing", "adverb"]


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
    kind: CueKind
    rate: float


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
    for i, token in enumerate(sentence.tokens):
        if not sentence.quoted[i] and token.is_word and not _is_noun(sentence, i):
            cue = _known_form(sentence, i) or _frequent(sentence, i, threshold)
            if cue is not None:
                yield cue


def _known_form(sentence: Sentence, i: int) -> Cue | None:
    """A cue that its form alone gives away."""
    word = sentence.low(i)
    if word in HEARSAY:
        return Cue(i, i, i, word, "adverb", _HEARSAY_RATE)
    if word == "according" and sentence.low(i + 1) == "to":
        return Cue(i, i + 1, i, word, "phrase", _ACCORDING_RATE)
    if _does_not_know(sentence, i):
        return replace(_verb(sentence, i, _UNKNOWING_RATE), kind="unknowing")
    if _declines(sentence, i) or _puts_at(sentence, i):
        return _verb(sentence, i, _DECLINING_RATE)
    if _cannot_find_out(sentence, i) or _speaks_of(sentence, i) or _calls_so(sentence, i):
        return _verb(sentence, i, _UNKNOWING_RATE)
    return _light_verb(sentence, i)


def _frequent(sentence: Sentence, i: int, threshold: float) -> Cue | None:
    """A word that is a cue often enough where it stands so."""
    word, row = sentence.low(i), sentence.tokens
    if word in LEFT_OUT or _is_name(sentence, i) or _calls_together(sentence, i):
        return None
    rate = cue_rate(word, previous_class(row, i), next_class(row, i))
    if word in INTENTIONS and sentence.low(i + 1) == "to":
        rate = max(rate, _INTENTION_RATE)
    return _verb(sentence, i, rate) if rate >= threshold else None


def _light_verb(sentence: Sentence, i: int) -> Cue | None:
    """``has sent the message that``, ``expressed a desire to``: an empty verb and a noun of saying."""
    if sentence.low(i) not in LIGHT_VERBS:
        return None
    for k in range(i + 1, min(i + 5, len(sentence.tokens))):
        if sentence.quoted[k] or not sentence.tokens[k].is_word or sentence.low(k) in ("that", "to"):
            return None
        if sentence.low(k) in SPOKEN_NOUNS and sentence.low(k + 1) in _NOUN_TAILS:
            return Cue(_group_start(sentence, i), k, i, sentence.low(k), "verb", _LIGHT_RATE)
    return None


def _is_name(sentence: Sentence, i: int) -> bool:
    """A capital inside a sentence ("Post", "Claims Court") is no cue."""
    return sentence.tokens[i].is_capital and i > 0 and sentence.tokens[i - 1].is_word


def _calls_together(sentence: Sentence, i: int) -> bool:
    """``called a strike``, ``called an ambulance``: a call that names nothing."""
    reach = range(i + 1, min(i + 4, len(sentence.tokens)))
    return sentence.low(i).startswith(("call", "recall")) and any(sentence.low(k) in CALLED for k in reach)


def _does_not_know(sentence: Sentence, i: int) -> bool:
    """``Whether he did, I don't know``, ``Who it was he was unable to say``: the question stands first."""
    before = sentence.low(i - 1)
    denied = sentence.low(i) in ("know", "say") and (before in NEGATED_AUX or before == "not")
    unable = sentence.low(i) == "say" and before == "to" and sentence.low(i - 2) == "unable"
    return (denied or unable) and sentence.low(0) in QUESTION_WORDS


def _is_noun(sentence: Sentence, i: int) -> bool:
    """``the suspect says``, ``a claim that``: a noun that only looks like a verb of saying."""
    if sentence.low(i) not in NOUNISH:
        return False
    if sentence.low(i).startswith("suspect") and sentence.low(i + 1) != "that":
        return sentence.low(i - 1) not in PRONOUNS
    following = sentence.low(i + 1)
    verb_follows = following in AUXILIARIES or form_rates().get(following, 0.0) > 0.6
    return verb_follows or previous_class(sentence.tokens, i) == "det"


def _declines(sentence: Sentence, i: int) -> bool:
    """``did not specify``, ``would not comment``, ``declined to``."""
    word, after = sentence.low(i), sentence.low(i + 1)
    if word in REFUSALS and after == "to":
        return True
    if word not in NO_WORDS_FOR:
        return False
    if word in ("say", "said") and after not in _ASKING:
        return False
    negation = sentence.low(i - 1)
    return negation in NEGATED_AUX or (negation in NEGATIONS and sentence.low(i - 2) in AUXILIARIES)


def _speaks_of(sentence: Sentence, i: int) -> bool:
    """``was still speaking of nine dead``."""
    if sentence.low(i) not in _SPEAKING or sentence.low(i + 1) != "of" or i + 2 >= len(sentence.tokens):
        return False
    after = sentence.low(i + 2)
    ends = after in AUXILIARIES or after == "which" or is_adverb(after)
    return not ends and (sentence.tokens[i + 2].is_word or sentence.quote_starting_at(i + 2) is not None)


def _calls_so(sentence: Sentence, i: int) -> bool:
    """``bombed what it called a training camp``: somebody's word for a thing."""
    if sentence.low(i) not in ("called", "calls"):
        return False
    reach = range(i - 2, max(-1, i - _CALL_REACH), -1)
    what = next((k for k in reach if sentence.low(k) == "what"), None)
    return what is not None and all(sentence.tokens[k].is_word for k in range(what, i))


def _puts_at(sentence: Sentence, i: int) -> bool:
    """``had put the toll at nine``, ``put it at a dozen``: a count that somebody gives."""
    if sentence.low(i) not in PUTTING:
        return False
    reach = range(i + 1, min(i + _PUT_REACH, len(sentence.tokens) - 1))
    at = next((k for k in reach if sentence.low(k) == "at"), None)
    counted = at is not None and any(sentence.low(k) in _COUNTED for k in range(i + 1, at))
    return (
        at is not None
        and counted
        and any(_is_count(sentence.low(k)) for k in range(at + 1, min(at + 4, len(sentence.tokens))))
    )


def _is_count(word: str) -> bool:
    return word[:1].isdigit() or number_value(word) is not None


def _cannot_find_out(sentence: Sentence, i: int) -> bool:
    """``could not independently verify``: what was asked and not found."""
    if sentence.low(i) not in FINDING_OUT:
        return False
    if sentence.low(i) in _ASKED_FOR and sentence.low(i + 1) not in _ASKING | {"that", "the", "if"}:
        return False
    k, denied = i - 1, False
    while k > 0 and (is_adverb(sentence.low(k)) or sentence.low(k) == "not"):
        denied = denied or sentence.low(k) == "not"
        k -= 1
    return sentence.low(k) in _CANNOT or (denied and sentence.low(k) in ("can", "could"))


def _verb(sentence: Sentence, head: int, rate: float) -> Cue:
    """The cue with the verb group that ends in ``head`` and a small word that belongs to it."""
    word, after = sentence.low(head), next_class(sentence.tokens, head)
    first, last = _group_start(sentence, head), head
    if (after not in _NOT_TAKEN and takes_next(word, after)) or (
        word == "details" and sentence.low(head + 1) == "on"
    ):
        last += 1
    return Cue(first, last, head, word, kind_of_group(sentence, first, head), rate)


def _group_start(sentence: Sentence, head: int) -> int:
    """The first auxiliary, adverb or negation of the verb group that ends in ``head``."""
    first = k = head
    while k > 0 and not sentence.quoted[k - 1]:
        word = sentence.low(k - 1)
        if step := _group_step(sentence, k, head):
            first = k = k - step
        elif is_adverb(word) and word not in HEARSAY:
            k -= 1
            if word not in ("only", "even", "just", "once") or sentence.low(k - 1) in AUXILIARIES:
                first = k
        else:
            break
    while first < head and is_adverb(sentence.low(first)) and first == 0:
        first += 1
    return first


def _group_step(sentence: Sentence, k: int, head: int) -> int:
    """How many words before ``k`` surely belong to the verb group that ends in ``head``."""
    word, before = sentence.low(k - 1), sentence.low(k - 2)
    to = word == "to" and k == head and (before in CATENATIVES or before == "unable")
    if word in AUXILIARIES or word in NEGATIONS or to:
        return 1
    if word == "unable" and sentence.low(k) == "to":
        return 1
    if word not in CATENATIVES or sentence.low(k) != "to":
        return 0
    if word == "on":
        return 2 if before == "went" else 0
    return 1


def kind_of_group(sentence: Sentence, first: int, head: int) -> CueKind:
    """Whether a verb group is a participle, a passive or neither."""
    word = sentence.low(head)
    group = {sentence.low(k) for k in range(first, head)}
    contracted = first > 0 and sentence.low(first - 1) in CONTRACTED and word in SPEAKERLESS
    be = contracted or sentence.low(head - 1) == "be" or bool(group & (BE | NEGATED_BE))
    if word.endswith("ing") and not be:
        return "participle"
    past = word.endswith("ed") or word in PARTICIPLES
    return "passive" if be and past and word not in PREDICATES and not group & DO else "verb"
