"""Marks that reading leaves in a text: no opinion yet about who says what."""

from __future__ import annotations

from dataclasses import dataclass

from headwater.records.checks import require_member
from headwater.records.spans import Span
from headwater.records.vocabulary import (
    EntityType,
    FigureOf,
    Hedge,
    MentionForm,
    TimeBasis,
    TimeMod,
    TimePrecision,
    TimeType,
    VictimStatus,
)


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch between quotation marks.

    ``span`` holds the marks, ``inner`` what stands between them. A quotation
    that runs over paragraphs is one ``Quote`` a paragraph; ``continues`` says
    that the next paragraph's quote goes on with it.
    """

    span: Span
    inner: Span
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that the text speaks of: the union of its mentions."""

    id: str
    name: str
    type: EntityType
    aliases: tuple[str, ...] = ()
    country: str | None = None
    sector: str | None = None

    def __post_init__(self) -> None:
        require_member("Entity", "type", self.type, EntityType)
        if not self.name:
            raise ValueError(f"entity {self.id} has no name")


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that refer to an entity; ``entity`` is ``None`` while that is not known."""

    span: Span
    type: EntityType
    entity: str | None
    form: MentionForm

    def __post_init__(self) -> None:
        require_member("Mention", "type", self.type, EntityType)
        require_member("Mention", "form", self.form, MentionForm)


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression and what it means.

    Attributes:
        value: ISO 8601, never more precise than the text (``2024-12`` is a month);
            ``XXXX-01-20`` where the year is not known; ``None`` if unresolved.
        precision: the finest unit that ``value`` states.
        mod: "early", "mid", "late", "about", which never enter ``value``.
        basis: what ``value`` was worked out from.
        anchor: the ISO date it was counted from, where one was needed.
    """

    span: Span
    type: TimeType
    value: str | None
    precision: TimePrecision | None
    mod: TimeMod | None
    basis: TimeBasis
    anchor: str | None = None

    def __post_init__(self) -> None:
        require_member("Time", "type", self.type, TimeType)
        require_member("Time", "basis", self.basis, TimeBasis)
        if self.mod is not None:
            require_member("Time", "mod", self.mod, TimeMod)
        if self.precision is not None:
            require_member("Time", "precision", self.precision, TimePrecision)
        if self.basis == "unanchored" and self.value is not None:
            raise ValueError(f"an unanchored time has no value, not {self.value!r}")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and what it counts.

    Attributes:
        low, high: the interval that the words allow; ``None`` is an open end.
        hedge: how the words hold the number ("some 30" is ``about``).
        unit: what one is: person, USD, kg, km, percent ...
        of: what is counted, as in the contract.
        part_of, same_as: index of the figure that this one is a part or a repetition of.
        side: the words for those that the people counted belong to: a nation, party, force or place.
        status: whether they bear arms, where the words say so.
        window: the words for the time over which the figure was reached ("since 2011", "so far").
        as_of: the words for the moment at which it stood ("as of Monday").
    """

    span: Span
    low: float | None
    high: float | None
    hedge: Hedge
    unit: str | None
    of: FigureOf
    part_of: int | None = None
    same_as: int | None = None
    side: Span | None = None
    status: VictimStatus | None = None
    window: Span | None = None
    as_of: Span | None = None

    def __post_init__(self) -> None:
        require_member("Figure", "hedge", self.hedge, Hedge)
        require_member("Figure", "of", self.of, FigureOf)
        if self.status is not None:
            require_member("Figure", "status", self.status, VictimStatus)
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"a figure needs low <= high, not {self.low} and {self.high}")


@dataclass(frozen=True, slots=True)
class Marks:
    """All that reading found in one document.

    ``paragraphs`` and ``sentences`` stand in order of the text and cover
    every non-space character. ``mentions`` are names only, without entities.
    """

    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    quotes: tuple[Quote, ...]
    names: tuple[Mention, ...]
    times: tuple[Time, ...]
    figures: tuple[Figure, ...]
