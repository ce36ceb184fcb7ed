"""Who reports, behind it, what somebody said."""

from __future__ import annotations

import pytest

from said import said_in


@pytest.mark.parametrize(
    "text",
    [
        "Ana Torvald told lawmakers that the law “should not be passed now,” the palace said in a statement.",
        "Ana Torvald told Piet Marn by phone that the council was to blame, the palace said in a statement.",
        "Ana Torvald told Piet Marn that the deal was near, the palace said.",
    ],
)
def test_who_reports_behind_it_is_the_outer_voice(text: str) -> None:
    found = {s.chain: s for s in said_in(text)}
    assert set(found) == {("the palace", "Ana Torvald"), ("the palace",)}
    inner, outer = found[("the palace", "Ana Torvald")], found[("the palace",)]
    assert "palace" not in inner.content
    assert outer.content.startswith("Ana Torvald told")


def test_a_list_of_speakers_stays_as_it_is() -> None:
    first, second = said_in("Vell said it was late, and the palace said in a statement that it was early.")
    assert (first.chain, second.chain) == (("Vell",), ("the palace",))


def test_according_to_is_whoever_stands_behind_it() -> None:
    text = (
        "Former president Ana Torvald said the strike would be answered, state news agency TASS reported, "
        "according to the Wall Street Journal."
    )
    assert {s.chain for s in said_in(text)} == {
        ("Wall Street Journal",),
        ("Wall Street Journal", "TASS"),
        ("Wall Street Journal", "TASS", "Ana Torvald"),
    }
