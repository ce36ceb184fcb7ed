"""Which of several that fit a pronoun means: weights learned from labelled passages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log1p

from headwater.voices.entities import Cluster

# Sentences back from the pronoun's own, beyond which all are equally far.
FAR = 4


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody was last named before a pronoun.

    Attributes:
        back: sentences from the pronoun's own back to that one.
        first: whether it is the first there that fits.
        subject: whether it opens that sentence.
    """

    back: int
    first: bool
    subject: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody whom a pronoun can mean, with what speaks for it.

    Attributes:
        heard: how many have spoken since it last did (0: the last to speak); ``None`` if it did not.
        place: where it was last named; ``None`` if it was not.
        outer: whether it says what the pronoun stands in.
        count: how often it was named before.
        full: whether it was named in more than one word.
        sexed: whether a title or first name says that the pronoun's sex is its own.
    """

    cluster: Cluster
    heard: int | None
    place: Place | None
    outer: bool
    count: int
    full: bool
    sexed: bool

    def features(self) -> dict[str, float]:
        """What the weights are for."""
        back = None if self.place is None else self.place.back
        told = {
            "count": log1p(self.count),
            "first": float(self.place is not None and self.place.first),
            "subject": float(self.place is not None and self.place.subject),
            "outer": float(self.outer),
            "full": float(self.full),
            "sexed": float(self.sexed),
            f"back {'never' if back is None else min(back, FAR)}": 1.0,
            f"heard {'never' if self.heard is None else min(self.heard, 2)}": 1.0,
        }
        if self.heard == 0 and back is not None:
            told[f"last speaker, back {min(back, 2)}"] = 1.0
        return told


WEIGHTS: Mapping[str, float] = {
    "back 0": 1.63,
    "back 1": 0.8,
    "back 2": -0.25,
    "back 3": -0.79,
    "back 4": -1.55,
    "back never": 0.16,
    "count": 0.43,
    "first": 1.1,
    "full": 0.3,
    "heard 0": 1.35,
    "heard 1": -0.01,
    "heard 2": -0.94,
    "heard never": -0.4,
    "last speaker, back 0": -0.11,
    "last speaker, back 1": 0.07,
    "last speaker, back 2": -0.26,
    "outer": -0.58,
    "sexed": 0.72,
    "subject": 0.25,
}


def choose(candidates: Sequence[Candidate], weights: Mapping[str, float] = WEIGHTS) -> Cluster | None:
    """The likeliest; of equals the first."""
    best = max(candidates, key=lambda c: score(c, weights), default=None)
    return None if best is None else best.cluster


def score(candidate: Candidate, weights: Mapping[str, float]) -> float:
    """How much speaks for a candidate."""
    return sum(weights.get(name, 0.0) * value for name, value in candidate.features().items())
