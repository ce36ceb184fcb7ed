"""What is not read yet; each test asserts what would be right."""

from __future__ import annotations

import pytest

from said import reading_of, said_in


def gap(reason: str) -> pytest.MarkDecorator:
    """A known gap: the test must fail, and tells so when it no longer does."""
    return pytest.mark.xfail(strict=True, reason=reason)


CLOSED = "the harbour was closed"


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


@gap("an outlet that nobody knows looks like a person")
def test_an_unknown_outlet_that_was_told_something() -> None:
    reading = reading_of("“It is closed,” Ana Torvald told the Lodrin Courant.")
    assert {e.type for e in reading.entities if e.name == "Lodrin Courant"} == {"organisation"}
