from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.reading.figures.cardinals import number_value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("twelve", 12),
        ("twenty-five thousand", 25_000),
        ("two hundred and fifty", 250),
        ("1.5 million", 1_500_000),
        ("three million two hundred thousand", 3_200_000),
        ("10,000", 10_000),
        ("40 lakh", 4_000_000),
    ],
)
def test_reads_numbers_in_words_and_digits(words: str, value: float) -> None:
    assert number_value(words) == value


def test_what_is_no_number_has_no_value() -> None:
    assert number_value("houses") is None
    assert number_value("") is None


@given(st.integers(0, 10**11))
def test_grouped_digits_are_worth_what_they_say(number: int) -> None:
    assert number_value(f"{number:,}") == number
