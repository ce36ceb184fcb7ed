"""The day that relative dates are counted from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from headwater.records import InputError
from headwater.records.vocabulary import TimeBasis

_YEARS = range(1000, 9000)
"""Years that a text can be from. A date outside them, such as 0001-01-01, is a filler and anchors nothing."""

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2}))?$")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A day, or only a year, that the text was written on, and how it is known."""

    day: date | None
    year: int | None
    basis: TimeBasis

    @property
    def iso(self) -> str | None:
        """The anchor as ISO 8601, as fine as it is known."""
        if self.day is not None:
            return self.day.isoformat()
        return None if self.year is None else f"{self.year:04d}"


NO_ANCHOR = Anchor(None, None, "unanchored")


def read_anchor(published: str | None, *, given: bool) -> Anchor:
    """The day that ``published`` names in its own words, whatever its zone.

    Raises:
        InputError: where ``published`` is no ISO 8601 date or date-time.
    """
    if published is None or not published.strip():
        return NO_ANCHOR
    basis: TimeBasis = "given" if given else "published"
    words = re.split(r"[T ]", published.strip(), maxsplit=1)[0]
    partial = _PARTIAL.match(words)
    if partial:
        return Anchor(None, int(partial[1]), basis) if int(partial[1]) in _YEARS else NO_ANCHOR
    try:
        day = date.fromisoformat(words)
    except ValueError as error:
        raise InputError(
            f"the publication date {published!r} is no ISO 8601 date; write it like 2024-12-17"
        ) from error
    return Anchor(day, day.year, basis) if day.year in _YEARS else NO_ANCHOR
