"""Whose "I" stands behind a line that hands over."""

from __future__ import annotations

import pytest

from said import said_in

HANDED = "Here he was on Monday, near the end of his speech:"


@pytest.mark.parametrize(
    ("lines", "voice"),
    [
        ([HANDED, "I think the harbour will open."], "I"),
        ([HANDED, "We had luck, I guess.", "I think the harbour will open."], "I"),
        ([HANDED, "The crane fell.", "I think the harbour will open."], "Ada Lorn"),
        (["Here is what I know of his speech:", "I think the harbour will open."], "Ada Lorn"),
        (
            ["Interview Highlights", "On the harbour", "The crane fell.", "I think the harbour will open."],
            "I",
        ),
        (["It was late on Monday:", "I think the harbour will open."], "Ada Lorn"),
    ],
)
def test_who_is_i_behind_a_line_that_hands_over(lines: list[str], voice: str) -> None:
    found = said_in("It rained on Monday in the town.\n\n" + "\n\n".join(lines), byline="Ada Lorn")
    assert [s.chain for s in found if s.cue == "think"] == [(voice,)]


def test_an_email_message_hands_over() -> None:
    said = said_in(
        "The senator accompanied the video with this email message to supporters:\n\n"
        "The problem starts in Dorn. You know it. And we know that it is time to fight back."
    )
    assert all(s.record.source_kind != "author" for s in said)
