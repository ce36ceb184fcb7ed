"""What the reader model gives for one attribution."""

from __future__ import annotations

from dataclasses import dataclass

from headwater.records import Spans


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
