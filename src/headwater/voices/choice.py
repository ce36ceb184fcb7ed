"""Which of several that fit a pronoun means: weights learned from labelled passages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log1p

from headwater.voices.entities import Cluster

# Sentences back from the pronoun's own, beyond which all are equally far.
FAR = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody whom a pronoun can mean, with what speaks for it.

    Attributes:
        heard: how many have spoken since it last did (0: the last to speak); ``None`` if it did not.
        back: sentences from the pronoun's own back to where it was last named; ``None`` if it was not.
        first: whether it is the first in that sentence that fits.
        subject: whether it opens that sentence.
        possesses: whether it stands there as a possessor ("Gray's").
        quoted: whether it stands there in a quotation, and the pronoun in none.
        outer: whether it says what the pronoun stands in.
        count: how often it was named before.
        full: whether it was named in more than one word.
        sexed: whether a title or first name says that the pronoun's sex is its own.
    """

    cluster: Cluster
    heard: int | None
    back: int | None
    first: bool
    subject: bool
    possesses: bool
    quoted: bool
    outer: bool
    count: int
    full: bool
    sexed: bool

    def features(self) -> dict[str, float]:
        """What the weights are for."""
        told = {
            "count": log1p(self.count),
            "first": float(self.first),
            "subject": float(self.subject),
            "possesses": float(self.possesses),
            "quoted": float(self.quoted),
            "outer": float(self.outer),
            "full": float(self.full),
            "sexed": float(self.sexed),
            f"back {'never' if self.back is None else min(self.back, FAR)}": 1.0,
            f"heard {'never' if self.heard is None else min(self.heard, 2)}": 1.0,
        }
        if self.heard == 0 and self.back is not None:
            told[f"last speaker, back {min(self.back, 2)}"] = 1.0
        return told


WEIGHTS: Mapping[str, float] = {
    "back 0": 1.64,
    "back 1": 1.03,
    "back 2": -0.23,
    "back 3": -0.82,
    "back 4": -1.76,
    "back never": 0.14,
    "count": 0.24,
    "first": 1.12,
    "full": 0.42,
    "heard 0": 1.43,
    "heard 1": 0.06,
    "heard 2": -0.99,
    "heard never": -0.5,
    "last speaker, back 0": -0.14,
    "last speaker, back 1": -0.15,
    "last speaker, back 2": -0.04,
    "outer": -0.6,
    "possesses": -0.2,
    "quoted": -1.68,
    "sexed": 0.6,
    "subject": 0.09,
}


def choose(candidates: Sequence[Candidate], weights: Mapping[str, float] = WEIGHTS) -> Cluster | None:
    """The likeliest; of equals the first."""
    best = max(candidates, key=lambda c: score(c, weights), default=None)
    return None if best is None else best.cluster


def score(candidate: Candidate, weights: Mapping[str, float]) -> float:
    """How much speaks for a candidate."""
    return sum(weights.get(name, 0.0) * value for name, value in candidate.features().items())
