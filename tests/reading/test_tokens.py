from __future__ import annotations

import pytest
from hypothesis import given

import strategies
from headwater.reading.tokens import tokenize


def texts_of(text: str) -> list[str]:
    return [t.text for t in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("U.S. officials met", ["U.S.", "officials", "met"]),
        ("it’s Torvald's ship", ["it’s", "Torvald's", "ship"]),
        ("the sailors' home", ["the", "sailors", "'", "home"]),
        ("1,200.50 tons, 5% at 10:30am", ["1,200.50", "tons", ",", "5%", "at", "10:30am"]),
        ("state-of-the-art -- or not…", ["state-of-the-art", "--", "or", "not", "…"]),
        ("wait... “no”!", ["wait", "...", "“", "no", "”", "!"]),
        ("a\u00a0b\u2028c", ["a", "b", "c"]),
        ("", []),
    ],
)
def test_words_and_marks(text: str, tokens: list[str]) -> None:
    assert texts_of(text) == tokens


def test_a_stretch_keeps_the_offsets_of_the_text() -> None:
    found = tokenize("One two three.", 4, 13)
    assert [(t.start, t.end, t.text) for t in found] == [(4, 7, "two"), (8, 13, "three")]


def test_what_a_token_knows_of_itself() -> None:
    name, ship, mark = tokenize("Torvald’s ship.")[:3]
    assert (name.low, name.stem, name.is_capital, name.is_possessive) == ("torvald's", "torvald", True, True)
    assert (ship.is_word, ship.is_capital, ship.is_possessive) == (True, False, False)
    assert not mark.is_word


@given(strategies.texts)
def test_tokens_hold_everything_but_space(text: str) -> None:
    found = tokenize(text)
    assert all(text[t.start : t.end] == t.text for t in found)
    assert "".join(t.text for t in found) == "".join(text.split())
