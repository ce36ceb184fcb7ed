"""Sources that say nothing."""

from __future__ import annotations

import pytest

from said import said_in


@pytest.mark.parametrize(
    "text",
    [
        "Every captain needs to understand that the harbour was closed.",
        "The mayor should say that the harbour was closed.",
        "The mayor is going to have to admit that the harbour was closed.",
    ],
)
def test_what_somebody_ought_to_say_is_not_said(text: str) -> None:
    assert said_in(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ana Torvald had to admit that the harbour was closed.",
        "Ana Torvald must have known that the harbour was closed.",
        "Ana Torvald said that the mayor should close the harbour.",
    ],
)
def test_what_somebody_had_to_say_is_said(text: str) -> None:
    assert [s.chain for s in said_in(text)] == [("Ana Torvald",)]


def test_the_writer_must_admit() -> None:
    (found,) = said_in("I must admit that the harbour was closed.")
    assert found.record.source_kind == "author"


def test_what_somebody_meets_with_is_said_by_others() -> None:
    for text in (
        "The Harbour Board faced criticism that the pier was shut.",
        "The Harbour Board has drawn sharp criticism that the pier was shut.",
    ):
        assert ("Harbour Board",) not in {s.chain for s in said_in(text)}
    assert ("Harbour Board",) in {
        s.chain for s in said_in("The Harbour Board repeated its claim that the pier was shut.")
    }


def test_a_source_ends_before_a_clause() -> None:
    text = "Editor Ana Torvald when Lorn left said that the harbour was closed."
    assert {s.chain for s in said_in(text)} <= {("Ana Torvald",)}


def test_who_spoke_before_is_no_agent_of_a_passive() -> None:
    text = "Heavy losses have been reported since the ministry confirmed that the harbour was closed."
    assert {s.chain for s in said_in(text) if s.cue != "confirmed"} <= {()}


def test_what_the_reader_is_thought_to_think_is_not_said() -> None:
    assert said_in("You may think that the harbour was closed.") == []
    assert [s.cue for s in said_in("You said that the harbour was closed.")] == ["said"]


@pytest.mark.parametrize(
    "text",
    [
        "Told that the harbour was closed, Ana Torvald left.",
        "Captains accused of closing the harbour left.",
        "The port is expected to say nothing by late June.",
    ],
)
def test_whoever_is_told_or_accused_says_nothing(text: str) -> None:
    assert all(s.chain == () for s in said_in(text))


def test_he_is_not_his_wife() -> None:
    text = "Karl Lorn came with his wife. “The harbour was closed,” he said."
    assert said_in(text)[-1].chain == ("Karl Lorn",)
    text = "Karl Lorn was on the quay with his wife when it fell, he said."
    assert said_in(text)[-1].chain == ("he",)  # nobody else is named


def test_by_whom_somebody_is_asked_is_told() -> None:
    text = "Asked by the judge whether the harbour was closed, Karl Lorn left."
    assert ("the judge",) in {s.chain for s in said_in(text)}
