"""What is not read yet; each test asserts what would be right."""

from __future__ import annotations

import pytest

from said import reading_of


def gap(reason: str) -> pytest.MarkDecorator:
    """A known gap: the test must fail, and tells so when it no longer does."""
    return pytest.mark.xfail(strict=True, reason=reason)


@gap("an outlet that nobody knows looks like a person")
def test_an_unknown_outlet_that_was_told_something() -> None:
    reading = reading_of("“It is closed,” Ana Torvald told the Lodrin Courant.")
    assert {e.type for e in reading.entities if e.name == "Lodrin Courant"} == {"organisation"}
