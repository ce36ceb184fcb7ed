"""The words that a source goes by in a chain."""

from __future__ import annotations

import pytest

from said import said_in


@pytest.mark.parametrize(
    ("source", "label"),
    [
        ("A survey conducted by the Dorn Institute", "A survey conducted by the Dorn Institute"),
        ("A survey released in May", "A survey"),
        ("A police officer involved in the inquiry", "A police officer involved in the inquiry"),
        ("An official briefed on the talks", "An official briefed on the talks"),
        ("Two officials who had seen the papers", "Two officials"),
        ("Two lawyers representing Ana Torvald", "Two lawyers representing Ana Torvald"),
        ("A Democrat challenging the Dorn Council", "A Democrat challenging the Dorn Council"),
        ("Lawyers representing Ana Torvald and Jon Vell", "Lawyers representing Ana Torvald and Jon Vell"),
        ("Sources inside the Dorn Council", "Sources"),
        ("The acting director Ana Torvald", "Ana Torvald"),
        ("Dorn Rangers running back Jon Vell", "Jon Vell"),
        ("One who knows the region", "One who knows the region"),
        ("Those who fled the town", "Those who fled the town"),
        ("Those", "Those"),
    ],
)
def test_the_label_of_a_source(source: str, label: str) -> None:
    found = said_in(f"{source} said that the harbour was closed.")
    assert {s.chain for s in found if s.cue == "said"} == {(label,)}


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Ana Torvald is a captain who said that the harbour was closed.", ("Ana Torvald",)),
        ("Ana Torvald was also the captain who said that the harbour was closed.", ("Ana Torvald",)),
        ("Ana Torvald met a captain who said that the harbour was closed.", ("a captain",)),
    ],
)
def test_whoever_is_said_to_be_one_who_says_it_says_it(text: str, chain: tuple[str, ...]) -> None:
    (found,) = [s for s in said_in(text) if s.cue == "said"]
    assert found.chain == chain
