"""Passages that bound themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.parts.bounds import bounded_length, leaves_open, unquoted

OWN = "The harbour master was not there."


@pytest.mark.parametrize(
    ("texts", "length"),
    [
        (("“The crane fell at noon.”", OWN), 1),
        (('"The crane fell at noon," the paper says.', OWN), 1),
        (('"The crane fell. "\'It was loud,\' the master said."', OWN), 1),
        (("“The crane fell.", "“It was loud.", "“Then it was quiet.”", OWN), 3),
        (("“The crane fell.", "It was loud.”", OWN), 2),
        (("“The crane fell.", OWN), 1),
        (('"The "old" crane fell." "It was loud."', OWN), 1),
        (("• the crane", "• the berth", OWN), 2),
        (("1. The crane fell.", "2. The berth is shut.", OWN), 2),
        (("> The crane fell.", "> It was loud.", OWN), 2),
        (("The crane fell.", "It was loud.", "(emphasis added) So it was known.", OWN), 2),
    ],
)
def test_marks_around_bullets_and_notes(texts: tuple[str, ...], length: int) -> None:
    assert bounded_length(texts) == length


@pytest.mark.parametrize(
    "texts",
    [
        ("The crane fell.", OWN),
        ("“We heard it fall,” said Nils Overgard, who had been at the berth since the morning.", OWN),
        ("The crane fell.", "Emphasis on safety came late.", OWN),
        (),
    ],
)
def test_nothing_bounds_them(texts: tuple[str, ...]) -> None:
    assert bounded_length(texts) is None


def test_what_stands_outside_of_quotation_marks() -> None:
    assert unquoted("He said “no” and left.").split() == ["He", "said", "and", "left."]
    assert unquoted("He said: “I doubt it.").split() == ["He", "said:"]
    assert leaves_open("He said: “I doubt it.")
    assert not leaves_open("He said: “I doubt it.”")
    assert not leaves_open("(“Crane Falls“)")


@given(st.lists(st.text(alphabet='“”" a.', min_size=1), min_size=1, max_size=6))
def test_no_more_is_bounded_than_there_is(texts: list[str]) -> None:
    assert (bounded_length(texts) or 1) in range(1, len(texts) + 1)
