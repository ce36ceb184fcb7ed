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
        source_score: how sure the model is of where the source begins and ends, in [0, 1]; 0 without one.
        link_score: by how much the source fits the cue better than any other, or than none.
        content_score: as ``source_score``, of the least sure piece of the content.
    """

    source: Spans
    cue: Spans
    content: Spans
    score: float
    attitude: float
    source_score: float = 0.0
    link_score: float = 0.0
    content_score: float = 0.0
