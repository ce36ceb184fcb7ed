"""Unnamed speakers whom the text names further on."""

from __future__ import annotations

import pytest

from said import said_in, speakers

HEAD = "Ferry pier shut after storm, {} says\n\nThe pier of Marn was shut on Monday.\n\n{}"


def chains(text: str) -> list[tuple[str, ...]]:
    """The chains of a text with a headline."""
    return [s.chain for s in said_in(text, title=text.partition("\n")[0])]


@pytest.mark.parametrize("role", ["mayor", "Mayor"])
def test_a_role_in_a_headline_is_the_one_who_has_it_below(role: str) -> None:
    text = HEAD.format(role, "Mayor Ana Torvald said the pier would stay shut.")
    assert chains(text) == [("Ana Torvald",)] * 2


def test_of_two_with_the_role_neither_is_taken() -> None:
    below = "Mayor Ana Torvald said it was late. Mayor Piet Marn said it was early."
    assert chains(HEAD.format("mayor", below))[0] == ("mayor",)


def test_another_minister_is_not_the_one_of_the_headline() -> None:
    below = "Interior Minister Ana Torvald said it would stay shut."
    assert chains(HEAD.format("foreign minister", below))[0] == ("foreign minister",)


def test_an_unnamed_one_of_a_headline_is_the_only_one_below() -> None:
    below = "A senior port official, who asked not to be named, said it would stay shut."
    assert chains(HEAD.format("official", below))[0] == ("A senior port official",)


@pytest.mark.parametrize(
    "later",
    [
        "Ana Torvald, the lawyer appointed for Marn, told reporters that he was ill.",
        "Defence lawyer Ana Torvald said that he was ill.",
    ],
)
def test_his_lawyer_is_the_one_lawyer_named_later(later: str) -> None:
    text = f"Piet Marn was held on Monday. His lawyer said he had done nothing.\n\n{later}"
    assert speakers(text)[0] == ("Ana Torvald",)


def test_a_president_is_not_the_one_of_some_body_further_on() -> None:
    text = (
        "The president said the pier was shut.\n\n"
        "Ana Torvald, the president of the Harbour Club, said it was late."
    )
    assert speakers(text)[0] == ("The president",)


def test_a_president_of_a_headline_is_not_one_of_some_club() -> None:
    below = "Ana Torvald, the president of the Harbour Club, said it was late."
    assert chains(HEAD.format("president", below))[0] == ("president",)


def test_the_man_whom_somebody_names() -> None:
    text = (
        "A 26-year-old man held over the fire has said he lit a match.\n\n"
        "The harbour board named the man as Piet Marn and showed a film."
    )
    assert speakers(text)[0] == ("Piet Marn",)


def test_the_first_paragraph_sums_up_who_is_told_more_fully_below() -> None:
    text = (
        "The pier was shut on Monday, a senior official said.\n\nBoats lay idle.\n\n"
        "It would stay shut, said a senior port security official, who asked not to be named."
    )
    assert speakers(text)[:2] == [("a senior port security official",)] * 2


def test_two_officials_stay_two() -> None:
    text = (
        "The pier was shut on Monday, a senior official said.\n\nBoats lay idle.\n\n"
        "It would stay shut, a senior port official said. It was late, a senior town official said."
    )
    assert len(set(speakers(text))) == 3


def test_a_headline_and_the_text_mean_the_same_lawyer() -> None:
    below = (
        "His lawyer said he had done nothing.\n\nAna Torvald, the lawyer appointed for Marn, said he was ill."
    )
    assert set(chains(HEAD.format("lawyer", below))) == {("Ana Torvald",)}
