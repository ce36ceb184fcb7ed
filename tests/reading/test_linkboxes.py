"""Boxes of links inside sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.reading import without_link_boxes
from said import document_of, reading_of, said_in

BOX = " Ada (Addy) Lou RoeHarbour shut for a week Roe wins the vote MORE"
TEXT = f"Harbour chief Ada Roe{BOX} (Dorn) said that the pier was closed."


def test_a_box_is_blank_and_all_else_keeps_its_place() -> None:
    shown = without_link_boxes(document_of(TEXT)).text
    assert shown == TEXT.replace(BOX, " " * len(BOX))


@pytest.mark.parametrize(
    "text",
    [
        "Ada Roe said MORE boats would come.",
        "Ada Roe Ada RoeHarbour shut for a week.",
        "Ada Roe Ada RoeHarbour shut\nMORE (Dorn) said.",
        "Ada Roe Ada Roe said MORE.",
        f"Ada Roe Ada RoeHarbour {'shut ' * 200}MORE",
    ],
)
def test_what_is_no_box(text: str) -> None:
    document = document_of(text)
    assert without_link_boxes(document) is document


@given(st.lists(st.sampled_from(["Roe", " ", "Ada", "RoeHarbour", "(Addy)", "MORE", "\n", "said", "x"])))
def test_the_length_never_changes(pieces: list[str]) -> None:
    text = "".join(pieces)
    shown = without_link_boxes(document_of(text)).text
    assert len(shown) == len(text)
    assert all(new in (old, " ") for new, old in zip(shown, text, strict=True))


def test_nobody_says_what_a_box_links_to() -> None:
    reading = reading_of(TEXT)
    assert reading.document.text == TEXT
    (said,) = said_in(TEXT)
    assert (said.chain, said.content) == (("Ada Roe",), "that the pier was closed")


def test_a_content_goes_on_behind_a_box() -> None:
    text = f"Ana Torvald said that the mayor Ada Roe{BOX} had closed the pier."
    (said,) = [s for s in said_in(text) if s.source == "Ana Torvald"]
    assert said.content == "that the mayor Ada Roe … had closed the pier"
