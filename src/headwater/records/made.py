"""How a derived record came to be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Made:
    """The rule or model that made a record, its score and its reason.

    ``score`` is in [0, 1], kept to 4 places, or ``None`` where a rule gives none.
    """

    by: str
    version: str
    score: float | None = None
    why: str = ""

    def __post_init__(self) -> None:
        if self.score is not None:
            if not 0 <= self.score <= 1:
                raise ValueError(f"Made.score is {self.score}; it must lie in [0, 1]")
            object.__setattr__(self, "score", round(self.score, 4))
