"""What the user states about a source by hand."""

from __future__ import annotations

from dataclasses import dataclass, fields

from headwater.intake.moments import iso_moment
from headwater.records import InputError


@dataclass(frozen=True, slots=True)
class Given:
    """Facts about a source that a person gives; they win over what the source says.

    Attributes:
        outlet: who published it, such as ``The Harbour Post``.
        author: who wrote it.
        published: ISO 8601 date or date-time, with or without zone.
        title: its headline.
        url: its address.

    Raises:
        InputError: if ``published`` is no ISO 8601 date or date-time.
    """

    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    title: str | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        if self.published is None:
            return
        moment = iso_moment(self.published)
        if moment is None:
            raise InputError(not_a_date(self.published))
        object.__setattr__(self, "published", moment)

    def over(self, other: Given) -> Given:
        """These facts, and those of ``other`` where this one is silent."""
        return Given(**{name: _first(getattr(self, name), getattr(other, name)) for name in GIVEN_NAMES})

    def names(self) -> tuple[str, ...]:
        """The fields of a document that are given here, ``byline`` for ``author``."""
        stated = (name for name in GIVEN_NAMES if getattr(self, name) is not None)
        return tuple("byline" if name == "author" else name for name in stated)


GIVEN_NAMES: tuple[str, ...] = tuple(f.name for f in fields(Given))


def not_a_date(value: str) -> str:
    """What to tell a person whose date cannot be read."""
    return (
        f"published is {value!r}, which is no ISO 8601 date; "
        "write it as 2024-12-17, 2024-12-17T09:30 or 2024-12-17T09:30+03:00"
    )


def _first(left: str | None, right: str | None) -> str | None:
    return right if left is None else left
