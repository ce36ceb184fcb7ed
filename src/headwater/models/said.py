"""What the reader model gives for one attribution."""

from __future__ import annotations

from dataclasses import dataclass

from headwater.records import Spans


@dataclass(frozen=True, slots=True)
class Fit:
    """How sure the model is of the roles of one attribution, each in [0, 1].

    Attributes:
        source, content: the mean share that the role's tags have among all, over its words; 0 without words.
        link: by how much the source fits the cue better than the next best, or none, of ``FARTHEST``.
    """

    source: float
    content: float
    link: float


FARTHEST = 8.0
"""Scores that lie so far apart, or farther, are as sure as can be."""


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution as the model reads it.

    Attributes:
        score: how sure the model is of the cue, in [0, 1].
        attitude: how likely it tells an attitude and not words said, in [0, 1].
    """

    source: Spans
    cue: Spans
    content: Spans
    score: float
    attitude: float
    fit: Fit | None = None
