"""What a text says became of people: its figures, and those with a name.

A named person is no figure, but one of the dead all the same: "Ada Lorn and
two others were killed" tells of three. Who adds up counts needs them.
"""

from __future__ import annotations

from dataclasses import dataclass

from headwater.records import Figure, Span
from headwater.records.vocabulary import FigureOf


@dataclass(frozen=True, slots=True)
class Named:
    """A person with a name and what became of them; ``told`` where a figure counts them already."""

    span: Span
    of: FigureOf
    told: bool


@dataclass(frozen=True, slots=True)
class Toll:
    """The figures of a text, and the people with names that it says met with something."""

    figures: tuple[Figure, ...]
    named: tuple[Named, ...]
    sentences: tuple[Span, ...]
