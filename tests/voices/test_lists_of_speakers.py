"""Several who say the same, in a list."""

from __future__ import annotations

import pytest

from said import said_in


def voices(source: str) -> str:
    (found,) = said_in(f"{source} said that the harbour was closed.")
    return found.record.chain[-1].label


@pytest.mark.parametrize(
    ("source", "label"),
    [
        ("Germany, France and Britain", "Germany, France and Britain"),
        ("Germany, France, and Britain", "Germany, France and Britain"),
        ("Mayor Ana Torvald, Governor Karl Brenn and the police", "Ana Torvald, Karl Brenn and the police"),
        ("Officials, doctors and aid workers", "Officials, doctors and aid workers"),
        ("Sen. Ana Torvald, a Democrat, and Rep. Karl Brenn", "Ana Torvald and Karl Brenn"),
        (
            "Ada Lorn, Iowa Republican, and Karl Brenn, South Carolina Republican,",
            "Ada Lorn and Karl Brenn",
        ),
        ("Two other members, Ada Lorn and Karl Brenn,", "Ada Lorn and Karl Brenn"),
        (
            "White House, State Department and Pentagon officials",
            "White House, State Department and Pentagon officials",
        ),
    ],
)
def test_each_of_a_list_speaks(source: str, label: str) -> None:
    assert voices(source) == label


@pytest.mark.parametrize(
    "source",
    [
        "Ada Lorn, a professor and director of the board,",
        "Ada Lorn, head of the Council for Safety, Ports and Ships,",
        "Ada Lorn, author of “Ships, Ports and Quays”,",
        "Ada Lorn, an Iowa Republican and member of the board,",
        "Ada Lorn, an aide who left the ministry, the board and the press,",
    ],
)
def test_what_only_says_who_somebody_is_speaks_not(source: str) -> None:
    assert voices(source) == "Ada Lorn"


def test_countries_behind_officials_speak_not() -> None:
    assert voices("Officials from Ukraine, Russia and Belarus") == "Officials"


def test_of_several_the_first_is_taken_up() -> None:
    text = "Karl Lorn, Piet Marn and Paul Brenn said that the harbour was closed. He said that it was late."
    assert said_in(text)[-1].chain == ("Karl Lorn",)
