"""What is not read yet; each test asserts what would be right."""

from __future__ import annotations

import pytest

from said import reading_of, said_in


def gap(reason: str) -> pytest.MarkDecorator:
    """A known gap: the test must fail, and tells so when it no longer does."""
    return pytest.mark.xfail(strict=True, reason=reason)


CLOSED = "the harbour was closed"


@gap("a verb with an addressee in the middle of its content")
def test_told_reporters_in_the_middle() -> None:
    (found,) = said_in("The old harbour of Lodrin, Ana Torvald told reporters, will stay shut.")
    assert (found.source, found.content) == ("Ana Torvald", "The old harbour of Lodrin … will stay shut")


@gap("the agent of a passive is taken for nobody")
@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Ana Torvald was accused by Piet Marn of closing the harbour.",
            "Ana Torvald … of closing the harbour",
        ),
    ],
)
def test_a_passive_with_its_agent(text: str, content: str) -> None:
    (found,) = said_in(text)
    assert (found.source, found.content, found.chain) == ("Piet Marn", content, ("Piet Marn",))


@gap("citing between a subject and its verb")
def test_citing_before_the_verb() -> None:
    found = said_in("The state news agency, citing the ministry, said the harbour was closed.")
    assert [s.chain for s in found] == [
        ("The state news agency",),
        ("The state news agency", "the ministry"),
    ]


@gap("citing between a verb and its content")
def test_citing_before_the_content() -> None:
    found = said_in("The Herald reported Monday, citing two officials, that the harbour was closed.")
    assert {s.content for s in found} == {f"that {CLOSED}"}


@gap("an attitude inside a statement")
def test_she_believed_inside_she_said() -> None:
    outer, inner = said_in("Ana Torvald said she believed the harbour was closed.")
    assert inner.record.parent == outer.record.id


@gap("a body's name and the noun of its kind")
def test_the_group_is_the_brigade() -> None:
    first, second = said_in(
        "The Tide Brigade said it had struck the harbour. The group said it would strike again."
    )
    assert first.record.speakers == second.record.speakers


@gap("nothing is remembered of which pronoun meant whom")
def test_he_is_not_who_was_she() -> None:
    text = "Ana Torvald came on Monday. She said the harbour was closed. He said it was open."
    first, second = said_in(text)
    assert first.record.speakers != second.record.speakers


@gap("an outlet that nobody knows looks like a person")
def test_an_unknown_outlet_that_was_told_something() -> None:
    reading = reading_of("“It is closed,” Ana Torvald told the Lodrin Courant.")
    assert {e.type for e in reading.entities if e.name == "Lodrin Courant"} == {"organisation"}
