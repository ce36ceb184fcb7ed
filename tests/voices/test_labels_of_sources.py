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


@pytest.mark.parametrize(
    ("source", "labels"),
    [
        ("Dorn Health and Human Services director Ana Torvald", {"Ana Torvald"}),
        ("Customs and Border Protection Commissioner Ana Torvald", {"Ana Torvald"}),
        ("Secretary Gates and Secretary Panetta", {"Gates and Panetta"}),
        ("The Tree of Life rabbi Jeffrey Myers", {"Jeffrey Myers"}),
        ("House Speaker Ana Torvald following the vote", {"Ana Torvald"}),
        ("The Anti-Defamation League based in Washington", {"Anti-Defamation League"}),
    ],
)
def test_a_name_in_a_source_is_its_label(source: str, labels: set[str]) -> None:
    found = said_in(f"{source} said that the harbour was closed.")
    assert {s.chain[-1] for s in found if s.cue == "said"} == labels


def test_a_label_ends_before_a_clause_without_that() -> None:
    (one,) = said_in("Some 40 tons were sprayed, according to data she compiled from the Dorn Service.")
    assert one.chain == ("data",)


def test_who_is_not_an_apposition() -> None:
    said = said_in(
        "The bill was brought in by Ada Lorn, the top U.S. Democrat, who recently said in an interview that "
        "it was late."
    )
    assert all("Democrat" not in label for s in said for label in s.chain)
