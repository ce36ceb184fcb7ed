"""Who turns down what others claim, and what is held not to be so."""

from __future__ import annotations

import pytest

from headwater.voices.traits import is_negated
from said import said_in, span_of


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Ana Torvald pushed back on the notion that the bridge is unsafe.", "denies"),
        ("Ana Torvald disputed the claim that the bridge is unsafe.", "denies"),
        ("Ana Torvald challenged the idea that the bridge is unsafe.", "denies"),
        ("Ana Torvald knocked down reports that she would resign.", "denies"),
        ("Ana Torvald repeated the claim that the bridge is unsafe.", "asserts"),
        ("Ana Torvald challenged the mayor to a debate.", "asserts"),
    ],
)
def test_who_turns_down_a_claim_denies_it(text: str, polarity: str) -> None:
    assert {s.record.polarity for s in said_in(text) if s.chain and s.source} <= {polarity}


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Ana Torvald does not believe that the bridge was shut.", True),
        ("The council has no plans to shut the bridge.", True),
        ("Police do not suspect foul play.", True),
        ("Ana Torvald not only argued that the bridge was shut but that it burned.", False),
        ("Ana Torvald has no doubt that the bridge was shut.", False),
        ("Ana Torvald did not rule out shutting the bridge.", False),
        ("Ana Torvald did not say whether the bridge was shut.", False),
        ("Ana Torvald has never hesitated to say that the bridge was shut.", False),
        ("Ana Torvald is not sure whether the bridge was shut.", False),
    ],
)
def test_a_negated_cue_negates_what_is_held(text: str, negated: bool) -> None:
    (found,) = said_in(text)
    assert (found.record.content_negated, found.record.modality) == (negated, "actual")


def test_negation_in_a_relative_clause() -> None:
    text = "the man who was not there had ordered it"
    assert not is_negated(text, (span_of(text, text),))


@pytest.mark.parametrize(
    "text",
    [
        "Israel has never confirmed or denied having nuclear weapons.",
        "The Pentagon would neither confirm nor deny that the ship had sunk.",
        "The army neither confirmed nor denied the strike.",
        "Officials declined to confirm or deny the report.",
        "Moscow has not confirmed or denied that it struck the port.",
        "The company did not deny that the ship had sunk.",
        "Ana Torvald would not confirm that the ship had sunk.",
    ],
)
def test_who_neither_confirms_nor_denies_keeps_back(text: str) -> None:
    assert [s.record.polarity for s in said_in(text)] == ["declines"]


@pytest.mark.parametrize(
    "text", ["Ana Torvald confirmed the strike.", "Ana Torvald has not confirmed any plans."]
)
def test_who_confirms_asserts(text: str) -> None:
    assert [s.record.polarity for s in said_in(text)] == ["asserts"]


def test_a_denial_ends_before_the_next_subject() -> None:
    said = said_in("Tarn denied the allegation and the army declined to comment.")
    assert (said[0].source, said[0].content) == ("Tarn", "the allegation")
    assert all(s.chain[0] != "Tarn" for s in said[1:])


def test_a_denial_of_two_things_is_one() -> None:
    (one,) = said_in("Tarn denied the allegation and the charges.")
    assert one.content == "the allegation and the charges"
