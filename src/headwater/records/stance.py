"""Whether a page gives opinion or reports, and what its author expects to happen."""

from __future__ import annotations

from dataclasses import dataclass

from headwater.records.checks import require_disjoint, require_member
from headwater.records.made import Made
from headwater.records.spans import Span, Spans
from headwater.records.vocabulary import ForecastModality, StanceKind, StanceSign


@dataclass(frozen=True, slots=True)
class StanceReason:
    """One sign that a page gives opinion (``points`` above 0) or reports (below).

    ``spans`` are the first places of the text that show it; none where the
    address, title or outlet does. ``what`` says it in words.
    """

    sign: StanceSign
    points: int
    what: str
    spans: Spans = ()

    def __post_init__(self) -> None:
        require_member("StanceReason", "sign", self.sign, StanceSign)
        require_disjoint("StanceReason", "spans", self.spans)
        if not self.points:
            raise ValueError(f"the sign {self.sign} counts for nothing")
        if not self.what:
            raise ValueError(f"the sign {self.sign} says nothing")


@dataclass(frozen=True, slots=True)
class Stance:
    """What a page's own words are: opinion, reporting, or not known (``kind`` is ``None``).

    ``score`` is the sum of the points of ``why``.

    Raises:
        ValueError: where the score is another, or a kind stands on no reason or against the score.
    """

    kind: StanceKind | None = None
    score: int = 0
    why: tuple[StanceReason, ...] = ()

    def __post_init__(self) -> None:
        if self.kind is not None:
            require_member("Stance", "kind", self.kind, StanceKind)
        total = sum(reason.points for reason in self.why)
        if self.score != total:
            raise ValueError(
                f"the score of a stance is the sum of its reasons' points, {total}, not {self.score}"
            )
        if (self.kind == "opinion" and total <= 0) or (self.kind == "report" and total >= 0):
            raise ValueError(f"a stance of {self.kind} cannot stand on a score of {total}")


UNKNOWN_STANCE = Stance()
"""What a page has whose stance was not read, or of which nothing shows it."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """A plain assertion of the page's author about what will, would or may happen.

    ``span`` is the clause with its verb, ``modal`` the words in it that make
    it a forecast, ``modality`` which of them these are, ``part`` the index of
    the part it stands in.
    """

    span: Span
    modal: Span
    modality: ForecastModality
    part: int
    made: Made | None = None

    def __post_init__(self) -> None:
        require_member("Forecast", "modality", self.modality, ForecastModality)
        if not self.span.contains(self.modal):
            raise ValueError(f"the words {self.modal} of a forecast stand outside of it, {self.span}")
