"""Sources that are pieces of clauses."""

from __future__ import annotations

import pytest

from headwater.reading.tokens import tokenize
from headwater.voices.clausal import is_clausal
from said import said_in


@pytest.mark.parametrize(
    "words",
    [
        "Images and videos have flooded the town",
        "leaked by a former contractor",
        "given the history of the port",
        "facing",
        "Others protested Roe’s efforts",
        "the chairman dialed back earlier comments",
        "they are not from Dorn",
        "delaying the vote",
    ],
)
def test_pieces_of_clauses(words: str) -> None:
    assert is_clausal(tokenize(words))


@pytest.mark.parametrize(
    "words",
    [
        "Interim Chief Executive Paulino do Rego Barros Jr.",
        "Will Roe",
        "people who have fled the town",
        "officials who’ve been briefed on the attack",
        "a document put out by the office",
        "the leader of a group called the Front",
        "leading Democrats",
        "a poll taken last spring",
        "retired officers",
        "seven in 10 voters",
        "the official",
        "Ada Roe",
    ],
)
def test_noun_phrases(words: str) -> None:
    assert not is_clausal(tokenize(words))


def test_a_clause_is_nobody() -> None:
    (said,) = said_in("The firm closed the pier accused the mayor of lying.")
    assert said.chain == ()
