"""What a resolver is given and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from headwater.reading.dates.anchor import Anchor
from headwater.reading.dates.tense import Tense, Verbs, looks_ahead
from headwater.records import Span
from headwater.records.vocabulary import TimeBasis, TimeMod, TimePrecision, TimeType


@dataclass(frozen=True, slots=True)
class Sense:
    """A time without its place in the text."""

    value: str | None
    precision: TimePrecision | None
    type: TimeType = "date"
    mod: TimeMod | None = None
    basis: TimeBasis = "explicit"
    anchor: str | None = None

    def with_mod(self, mod: TimeMod | None) -> Sense:
        """The same sense with ``mod``, if there is one."""
        return self if mod is None else replace(self, mod=mod)


@dataclass(frozen=True, slots=True)
class Told:
    """The last date of a past year that was stated in full: where it ends, its year, its value.

    ``alone`` is set where it was a year alone, which only "that year" refers to.
    """

    end: int
    year: int
    value: str
    alone: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """Where an expression stands: its text, sentence and span, the anchor of the text, the times beside it.

    ``verbs`` are those of its sentence.
    ``year`` is the year that a neighbour states for both ("in October and November
    2016"), ``told`` the one that the passage tells of.
    ``before`` holds the senses of earlier times that name a date, nearest last,
    each with its span; ``after`` is the next one. Both are empty until the second pass.
    """

    text: str
    sentence: Span
    span: Span
    anchor: Anchor
    verbs: Verbs
    year: int | None = None
    told: Told | None = None
    before: tuple[tuple[Span, Sense], ...] = ()
    after: tuple[Span, Sense] | None = None

    @property
    def tense(self) -> Tense:
        """The tense of the verb nearest to the expression."""
        return self.verbs.tense_at(self.span)

    @property
    def ahead(self) -> bool:
        """Whether a preposition such as "until" points ahead."""
        return looks_ahead(self.text, self.span, self.tense)

    def first_word(self) -> str:
        """The first word of the expression, in lower case, without a stop or comma."""
        return self.span.of(self.text).split(maxsplit=1)[0].strip(".,").lower()

    def word_before(self) -> str:
        """The word right before the expression, in lower case; empty at a sentence's start."""
        words = self.text[max(self.sentence.start, self.span.start - 30) : self.span.start].split()
        return words[-1].strip("(,;:\"'“”‘’").lower() if words else ""

    def word_after(self) -> str:
        """The word right after the expression, as it is written; empty at a stop or an end."""
        rest = self.text[self.span.end : min(self.sentence.end, self.span.end + 30)]
        words = rest.split()
        return words[0] if words and rest[0].isspace() else ""


def anchored(
    setting: Setting, value: str | None, precision: TimePrecision, type_: TimeType = ("date")
) -> Sense:
    """A sense counted from the text's anchor; unanchored where ``value`` could not be worked out."""
    if value is None:
        return unanchored(type_)
    return Sense(value, precision, type_, basis=setting.anchor.basis, anchor=setting.anchor.iso)


def unanchored(type_: TimeType = "date") -> Sense:
    """A sense that nothing in the text settles."""
    return Sense(None, None, type_, basis="unanchored")


def on_day(setting: Setting, day: date | None) -> Sense:
    """That day, counted from the text's anchor."""
    return anchored(setting, None if day is None else day.isoformat(), "day")
