from __future__ import annotations

import re

import pytest

from headwater.reading.names import Name
from headwater.reading.written import with_arms, with_whole_people
from headwater.records import Span


def found(text: str) -> list[tuple[str, str]]:
    return [(n.span.of(text), n.type) for n in with_arms(text, ())]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Two VBIEDs and an RPG-7 were seized.", [("VBIEDs", "weapon"), ("RPG-7", "weapon")]),
        ("An F-16 and three T-72s burned.", [("F-16", "military_platform"), ("T-72s", "military_platform")]),
        ("The USS Carl Vinson sailed.", [("USS Carl Vinson", "military_platform")]),
        ("He was hit by a Hellfire missile.", [("Hellfire", "weapon")]),
        ("She drove a Ford F-150 to the G-20.", []),
        ("The Apache people met; Apache helicopters flew.", [("Apache", "military_platform")]),
    ],
)
def test_arms_and_craft_are_found_by_name_and_designation(text: str, wanted: list[tuple[str, str]]) -> None:
    assert found(text) == wanted


def test_what_the_rules_took_for_a_body_is_an_arm() -> None:
    text = "They found an AK-47 in Mosul."
    names = [Name(Span(14, 19), Span(14, 19), "organisation"), Name(Span(23, 28), Span(23, 28), "location")]
    assert [(n.span.of(text), n.type) for n in with_arms(text, names)] == [
        ("AK-47", "weapon"),
        ("Mosul", "location"),
    ]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("John “Jack” Roe left.", "John “Jack” Roe"),
        ("Jane Roe IV left.", "Jane Roe IV"),
        ("Jane Roe left.", "Jane Roe"),
    ],
)
def test_a_persons_name_is_whole(text: str, whole: str) -> None:
    pieces = [m.span() for m in re.finditer(r"John|Jane Roe|(?<=” )Roe", text)]
    names = [Name(Span(*p), Span(*p), "person") for p in pieces]
    (found,) = with_whole_people(text, names)
    assert found.core.of(text) == whole
