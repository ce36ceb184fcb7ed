"""Fathers and sons of one name."""

from __future__ import annotations

import pytest

from said import said_in


def speakers(text: str) -> list[tuple[str, ...]]:
    """The chain of each statement of ``text``, in order."""
    return [s.chain for s in said_in(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor’s son, Jon Vell Jr., said the harbour was closed. Vell said that the ships were gone.",
        "Vell came early. Jon Vell Jr. said the harbour was closed. Vell said that the ships were gone.",
        "Jon Vell Jr. said the harbour was closed. Jon Vell came. Vell said that the ships were gone.",
        "Jon Vell Jr. said the harbour was closed. President Vell said that the ships were gone.",
        "Jon Vell Jr. said the harbour was closed. Vell said that the Vell administration had lost.",
    ],
)
def test_a_father_is_not_his_son(text: str) -> None:
    assert len(set(speakers(text))) == 2


@pytest.mark.parametrize("suffix", ["Jr.", "Jr", "Sr."])
def test_a_junior_without_a_father_goes_by_his_surname(suffix: str) -> None:
    first = f"Jon Vell {suffix} said the harbour was closed."
    assert len(set(speakers(f"{first} Vell said that the ships were gone. “Yes,” Vell Jr. said."))) == 1


def test_donald_and_donald_junior_are_two() -> None:
    text = (
        "Jon Vell said the harbour was closed. His son, Jon Vell Jr., said that the ships were gone. "
        "Vell said it was late. Vell Jr. said it was early."
    )
    told = [name.rstrip(".") for (name,) in speakers(text)]
    assert told == ["Jon Vell", "Jon Vell Jr", "Jon Vell", "Jon Vell Jr"]
