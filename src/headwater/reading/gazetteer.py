"""Names that are known beforehand: countries, seats of power, outlets, first names.

Tables of facts in ``reading/data``, read once a process and never changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from headwater.records.vocabulary import EntityType


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a name: its full form, type, ISO 3166 country and CAMEO sector."""

    name: str
    type: EntityType
    country: str | None = None
    sector: str | None = None
    outlet: bool = False


def _rows(table: str) -> Iterator[list[str]]:
    text = (files("headwater.reading") / "data" / table).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _names(cell: str) -> list[str]:
    return [name for name in cell.split(";") if name]


@cache
def known_names() -> dict[str, Known]:
    """Every known name, in exact case without a leading article, and what it stands for."""
    found: dict[str, Known] = {}
    for row in _rows("places.txt"):
        for name in _names(row[0]):
            found[name] = Known(name, "location")
    for code, name, others, peoples, capital in _padded("countries.tsv", 5):
        for people in _names(peoples):
            found[people] = Known(people, "nationality", code)
        for city in _names(capital):
            found[city] = Known(city, "location", code)
        for other in (name, *_names(others)):
            found[_bare(other)] = Known(name, "location", code)
    for name, country, sector in _padded("bodies.tsv", 3):
        found[name] = Known(name, "organisation", country or None, sector or None)
    for name, others in _padded("outlets.tsv", 2):
        for other in (name, *_names(others)):
            found[_bare(other)] = Known(name, "organisation", None, "MED", outlet=True)
    return found


def _padded(table: str, width: int) -> Iterator[list[str]]:
    for row in _rows(table):
        yield row + [""] * (width - len(row))


def _bare(name: str) -> str:
    return name.removeprefix("The ").removeprefix("the ")


@cache
def first_names() -> frozenset[str]:
    """Common first names."""
    return frozenset(_bearers())


def mostly_borne_by(first_name: str) -> Literal["women", "men"] | None:
    """Who bears a first name, ``None`` where both do or nothing is known."""
    match _bearers().get(first_name):
        case "women":
            return "women"
        case "men":
            return "men"
    return None


def leader_of(surname: str) -> Literal["women", "men"] | None:
    """Whether the head of state or government known by a surname alone is a woman or a man."""
    return _leaders().get(surname)


@cache
def _leaders() -> dict[str, Literal["women", "men"]]:
    rows = {row[0]: row[1].split() for row in _rows("leaders.txt")}
    women: dict[str, Literal["women", "men"]] = dict.fromkeys(rows["women"], "women")
    return women | dict.fromkeys(rows["men"], "men")


@cache
def _bearers() -> dict[str, str]:
    """Each first name with "women", "men" or "either"."""
    return {name: row[0] for row in _rows("first_names.txt") for name in row[1].split()}


@cache
def longest_known() -> int:
    """How many words the longest known name has."""
    return max(name.count(" ") + 1 for name in known_names())


@cache
def long_names() -> re.Pattern[str]:
    """The known names that readers of capitals break: of three words or more, or small letters first."""
    names = [n for n in known_names() if n.count(" ") > 1 or n[0].islower()]
    ways = "|".join(re.escape(n) for n in sorted(names, key=lambda n: (-len(n), n)))
    return re.compile(rf"(?<![\w-])(?:{ways})(?![\w-])")


def look_up(name: str) -> Known | None:
    """What is known of ``name`` (a leading article does not matter)."""
    return known_names().get(_bare(name))


def outlet_of(name: str) -> str | None:
    """The full name of the outlet that ``name`` stands for, or ``None``."""
    known = look_up(name)
    return known.name if known is not None and known.outlet else None
