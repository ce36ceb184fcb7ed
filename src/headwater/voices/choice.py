"""Which of several that fit a pronoun means: weights learned from labelled passages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, log1p
from typing import Literal

from headwater.voices.cluster import Cluster
from headwater.voices.sources import Phrase
from headwater.voices.standing import After, Before

# Sentences and paragraphs back from the pronoun's own, beyond which all are equally far.
FAR = 4
FAR_PARAGRAPHS = 2
# Whoever was named this often is not likelier for being named more.
OFTEN = 2

Number = Literal["he", "they", "it"]
LEAST: Mapping[Number, float] = {"he": 0.55, "they": 0.6, "it": 0.0}
"""A pronoun whose likeliest meaning has less than this share of what speaks for all is left open: a wrong
voice costs more than one left open. Of 17 of "he" and "she" in judged chains between 0.45 and 0.7 ten were
wrong; of 21 of "they" in the training passages 6 would have been right; "it" was never so unsure there."""

Position = Literal["opens", "closes", "within"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A pronoun.

    Attributes:
        number: one person, several, or a thing.
        position: whether it opens its sentence, stands behind a quotation, or neither.
    """

    number: Number
    position: Position


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody was last named before a pronoun.

    Attributes:
        start: where.
        back: sentences from the pronoun's own back to that one; those that are all quoted do not count.
        paragraphs: the same in paragraphs.
        first: whether it is the first there that fits.
        before: what stands before it.
        after: what stands behind it.
        quoted: whether it stands in a quotation where the pronoun does not.
        in_front: whether it stands in the participle clause that opens the pronoun's sentence.
        behind_like: whether a pronoun of the same kind stands before it in the pronoun's sentence.
    """

    start: int
    back: int
    paragraphs: int
    first: bool
    before: Before
    after: After
    quoted: bool
    in_front: bool = False
    behind_like: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody whom a pronoun can mean, with what speaks for it.

    Attributes:
        asked: the pronoun.
        meant: an entity, or the words for somebody who is none yet.
        heard: how many have spoken since it last did (0: the last to speak); ``None`` if it did not.
        place: where it was last named; ``None`` if it was not.
        nearest: whether it is the one of all that was named last.
        outer: whether it says what the pronoun stands in.
        count: how often it was named before.
        main: whether nobody else was named as often.
        full: whether it was named in more than one word.
        sexed: whether a title or first name says that the pronoun's sex is its own.
        own: whether it is the voice of the page or part itself.
        takes_over: whether a sentence since the last statement opens with it, which has not spoken yet.
        overtaken: whether a sentence since it last spoke opens with another.
    """

    asked: Asked
    meant: Cluster | Phrase
    heard: int | None
    place: Place | None
    nearest: bool
    outer: bool
    count: int
    main: bool
    full: bool
    sexed: bool
    own: bool
    takes_over: bool = False
    overtaken: bool = False

    @property
    def sort(self) -> str:
        """What it is: named, unnamed, or unnamed and not yet heard."""
        if isinstance(self.meant, Phrase):
            return "unheard"
        several = "several" if self.meant.plural else "one"
        return f"unnamed {several}" if self.meant.head else f"named {self.meant.type}"

    def features(self) -> dict[str, float]:
        """What the weights are for."""
        heard = "never" if self.heard is None else str(min(self.heard, 2))
        told = {
            "count": log1p(min(self.count, OFTEN)),
            "main": float(self.main),
            "nearest": float(self.nearest),
            "outer": float(self.outer),
            "full": float(self.full),
            "sexed": float(self.sexed),
            "own": float(self.own),
            "takes over": float(self.takes_over),
            "overtaken": float(self.overtaken),
            f"{self.asked.number}, {self.sort}": 1.0,
            f"heard {heard}": 1.0,
            f"{self.asked.position}, heard {heard}": 1.0,
        }
        if self.place is None:
            told["back never"] = 1.0
        else:
            told |= self._of_place(self.place, heard)
        return told

    def _of_place(self, place: Place, heard: str) -> dict[str, float]:
        back = min(place.back, FAR)
        near = min(place.back, 2)
        told = {
            "first": float(place.first),
            "quoted": float(place.quoted),
            "behind like": float(place.behind_like),
            f"back {back}": 1.0,
            f"{self.asked.position}, back {near}": 1.0,
            f"heard {heard}, back {near}": 1.0,
            f"paragraphs {min(place.paragraphs, FAR_PARAGRAPHS)}": 1.0,
            f"before {place.before}": 1.0,
            f"after {place.after}": 1.0,
        }
        if near < 2:
            told[f"{place.before}, back {near}"] = 1.0
        return told


WEIGHTS: Mapping[str, float] = {
    "after mark": -0.2,
    "after noun": -0.11,
    "after other": 0.06,
    "after possessor": -0.32,
    "after verb": 0.37,
    "back 0": 0.67,
    "back 1": 0.29,
    "back 2": 0.06,
    "back 3": -0.65,
    "back 4": -0.58,
    "back never": 0.21,
    "behind like": -0.39,
    "before clause": 0.06,
    "before object": 0.19,
    "before oblique": -0.58,
    "before opens": 0.13,
    "clause, back 0": 0.36,
    "clause, back 1": 0.35,
    "closes, back 0": -0.17,
    "closes, back 1": 0.25,
    "closes, back 2": -0.52,
    "closes, heard 0": 0.64,
    "closes, heard 1": -0.08,
    "closes, heard 2": -0.21,
    "closes, heard never": -0.34,
    "count": 0.59,
    "first": 0.68,
    "full": 0.22,
    "he, named person": 1.13,
    "he, unheard": -0.58,
    "he, unnamed one": -0.55,
    "heard 0": 0.85,
    "heard 0, back 0": 0.49,
    "heard 0, back 1": 0.29,
    "heard 0, back 2": -0.16,
    "heard 1": -0.24,
    "heard 1, back 0": -0.15,
    "heard 1, back 1": -0.06,
    "heard 1, back 2": -0.15,
    "heard 2": -0.35,
    "heard 2, back 1": 0.11,
    "heard 2, back 2": -0.33,
    "heard never": -0.26,
    "heard never, back 0": 0.33,
    "heard never, back 1": -0.05,
    "heard never, back 2": -0.54,
    "it, named location": -0.24,
    "it, named organisation": -0.31,
    "it, named other": -0.0,
    "it, unnamed one": 0.55,
    "main": 0.41,
    "nearest": 0.12,
    "object, back 0": -0.62,
    "object, back 1": -0.18,
    "oblique, back 0": 0.43,
    "oblique, back 1": -0.01,
    "opens, back 0": 0.22,
    "opens, back 1": 0.25,
    "opens, back 2": -0.46,
    "opens, heard 0": 0.22,
    "opens, heard 1": -0.13,
    "opens, heard 2": 0.06,
    "opens, heard never": -0.14,
    "outer": -0.54,
    "overtaken": -0.46,
    "own": -0.92,
    "paragraphs 0": 0.75,
    "paragraphs 1": -0.38,
    "paragraphs 2": -0.59,
    "quoted": -0.13,
    "sexed": 0.74,
    "takes over": 0.14,
    "they, named organisation": -0.81,
    "they, unheard": 0.26,
    "they, unnamed several": 0.56,
    "within, back 0": 0.4,
    "within, back 1": -0.29,
    "within, back 2": -0.19,
    "within, heard 0": -0.01,
    "within, heard 1": -0.02,
    "within, heard 2": -0.19,
    "within, heard never": 0.23,
}


@dataclass(frozen=True, slots=True)
class Choice:
    """Whom a pronoun means most likely, and whether that is likely enough to say so.

    ``share`` is how likely, in [0, 1]; 1 where the form of the sentence tells.
    """

    meant: Cluster | Phrase
    sure: bool
    share: float = field(default=1.0, compare=False)


def choose(candidates: Sequence[Candidate], weights: Mapping[str, float] = WEIGHTS) -> Choice | None:
    """The likeliest, the first of equals; ``None`` where there is nobody."""
    scores = [score(c, weights) for c in candidates]
    if not scores:
        return None
    most = max(scores)
    likely = 1 / sum(exp(s - most) for s in scores)
    best = candidates[scores.index(most)]
    return Choice(best.meant, likely >= LEAST[best.asked.number], likely)


def score(candidate: Candidate, weights: Mapping[str, float]) -> float:
    """How much speaks for a candidate."""
    return sum(weights.get(name, 0.0) * value for name, value in candidate.features().items())
