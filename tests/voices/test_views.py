"""Asides that say whose a clause is, and forms that the readers give otherwise."""

from __future__ import annotations

import pytest

from said import one, said_in, speakers


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Ana Torvald left. The plan was, in her opinion, a question of time.",
            "The plan was … a question of time",
        ),
        ("Ana Torvald left. In her view, the plan was late.", "the plan was late"),
        ("Ana Torvald left. The plan was late, by her own account.", "The plan was late"),
        ("The clerk said that, in Ana Torvald's opinion, the plan was late.", "the plan was late"),
    ],
)
def test_in_her_opinion(text: str, content: str) -> None:
    found = [s for s in said_in(text) if s.chain[-1:] == ("Ana Torvald",)]
    assert [s.content for s in found] == [content]


def test_if_somebody_is_to_be_believed() -> None:
    found = one(
        said_in("Two boats sank, if Ana Torvald is to be believed; the rest came home."), "is to be believed"
    )
    assert (found.content, found.chain) == ("Two boats sank", ("Ana Torvald",))
    found = one(said_in("If Ana Torvald is to be believed, two boats sank."), "is to be believed")
    assert found.content == "two boats sank"


def test_what_somebody_has_learned() -> None:
    found = one(
        said_in("The plan was changed on Monday, the Herald has learned from two clerks in Marn."),
        "has learned",
    )
    assert (found.source, found.content) == ("two clerks in Marn", "The plan was changed on Monday")


def test_an_opinion_of_someone_on_something_is_no_aside() -> None:
    assert not [s for s in said_in("Ana Torvald changed in his view of the harbour.") if "view" in s.cue]


def test_which_it_denies_is_what_it_was_accused_of() -> None:
    text = "The town has long accused the board of hiding the rats, which the board denies."
    assert one(said_in(text), "denies").content == "the board of hiding the rats, which"


def test_a_line_with_a_colon_says_who_speaks_next() -> None:
    text = (
        "The mayor of Marn, Ana Torvald, stated:\n\n“The pier is shut. I think it will stay shut for years.”"
    )
    found = [s for s in said_in(text) if s.cue == "stated"]
    assert [(s.content[:9], s.chain) for s in found] == [("“The pier", ("Ana Torvald",))]


def test_a_paragraph_of_quotation_with_a_belief_in_it_goes_on() -> None:
    text = (
        "“The pier is shut,” said Ana Torvald. “Boats lie idle and nobody comes.\n\n"
        "“I think that it will stay shut for years. It is late.”"
    )
    found = [s for s in said_in(text) if s.cue == "said"]
    assert any("stay shut" in s.content for s in found)


def test_neither_of_two() -> None:
    text = "Two officials met the press on Monday. They said it was late. Neither believes that it is safe."
    found = one(said_in(text), "believes")
    assert (found.chain, found.record.content_negated) == (("Two officials",), True)


def test_the_judge_asks() -> None:
    found = said_in("Asked by the judge who had given the order, Piet Marn replied: “Nobody did.”")
    assert [s.chain for s in found if s.cue == "Asked"] in ([], [("the judge",)])


def test_whoever_is_told_does_not_speak() -> None:
    assert ("the writer",) not in speakers("Five people were involved, we're told.")


def test_who_is_said_to_be_does_not_say_it() -> None:
    text = "Doctors fear the worst, with six patients said to be very ill."
    assert not [s for s in said_in(text) if s.source == "six patients"]


def test_what_a_voice_calls_something_in_its_own_words_is_not_told_twice() -> None:
    text = "The Gull Brigade said that it had hit the pier, which it called a fair target."
    assert [s.chain for s in said_in(text)] == [("Gull Brigade",)] * 2
