"""Who stands unnamed in a sentence, and how."""

from __future__ import annotations

import pytest

from headwater.records import Span
from headwater.voices.standing import Line, is_person_noun


def line(text: str) -> Line:
    return Line(text, Span(0, len(text)))


@pytest.mark.parametrize(
    ("text", "unnamed"),
    [
        ("The police chief spoke to senior aides.", [("The police chief", False), ("senior aides", True)]),
        ("The school lost its youngest alto.", []),
        ("The switchboard recorded a call.", []),
    ],
)
def test_unnamed_persons(text: str, unnamed: list[tuple[str, bool]]) -> None:
    assert [(s.of(text), several) for s, several in line(text).unnamed] == unnamed


@pytest.mark.parametrize(("noun", "is_one"), [("clerk", True), ("its", False), ("ministry", False)])
def test_nouns_for_persons(noun: str, is_one: bool) -> None:
    assert is_person_noun(noun) is is_one


@pytest.mark.parametrize(
    ("text", "before"),
    [("Marn left.", "opens"), ("They went to Marn.", "oblique"), ("They left, and Marn stayed.", "clause")],
)
def test_what_stands_before_a_name(text: str, before: str) -> None:
    at = text.index("Marn")
    assert line(text).before(Span(at, at + 4)) == before
