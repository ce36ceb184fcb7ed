"""Whom "the company", "the group" and "the agency" take up."""

from __future__ import annotations

import pytest

from said import said_in


def last_speaker(text: str) -> str:
    """Whoever says the last of what is said in ``text``."""
    return said_in(text)[-1].chain[-1]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Tarn Watch, a civil rights group, questioned the order. The State Department had "
            "issued the rules on Monday. “They are troubling,” the group said.",
            "Tarn Watch",
        ),
        (
            "The activist group Tarn Watch put up a sign. “It must be shut,” the group said.",
            "Tarn Watch",
        ),
        (
            "Saratov Airlines owns the plane. The Kremlin sent a word. The company said it would help.",
            "Saratov Airlines",
        ),
    ],
)
def test_a_ministry_is_no_company_and_no_group(text: str, who: str) -> None:
    assert last_speaker(text) == who


@pytest.mark.parametrize(
    "text",
    [
        "The Energy Department shut the port. The company said it had 500 workers.",
        "The Supreme Court met on Monday. The group said it was late.",
        "The Washington Post told of a fire. The organization said it was late.",
        "The ACLU urged a change. The panel argued that it was late.",
    ],
)
def test_who_cannot_be_meant_is_not_named(text: str) -> None:
    noun = text.rpartition(". ")[2].split()[1]
    assert last_speaker(text).lower() == f"the {noun}"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The IRS met on Monday. The agency said it was late.", "IRS"),
        ("Saratov Airlines met lawmakers. The company said it was late.", "Saratov Airlines"),
        ("The Club for Growth met on Monday. The group said it was late.", "Club for Growth"),
        ("Reuters told of a fire. The agency said it was out.", "Reuters"),
    ],
)
def test_who_can_be_meant_is_taken_up(text: str, who: str) -> None:
    assert last_speaker(text) == who
