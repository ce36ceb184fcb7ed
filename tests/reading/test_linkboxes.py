"""Boxes of links inside sentences."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.reading import blanked, link_boxes
from headwater.records import Span
from headwater.records.spans import cut
from said import document_of, reading_of, said_in

BOX = " Ada (Addy) Lou RoeHarbour shut for a week Roe wins the vote MORE"
TEXT = f"Harbour chief Ada Roe{BOX} (Dorn) said that the pier was closed."


def test_a_box_is_blank_and_all_else_keeps_its_place() -> None:
    document = document_of(TEXT)
    shown = blanked(document, link_boxes(TEXT)).text
    assert shown == TEXT.replace(BOX, " " * len(BOX))


@pytest.mark.parametrize(
    "text",
    [
        "Ada Roe said MORE boats would come.",
        "Ada Roe Ada RoeHarbour shut for a week.",
        "Ada Roe Ada RoeHarbour shut\nMORE (Dorn) said.",
        "Ada Roe Ada Roe said MORE.",
        "Ada Roe Ada RoeHarbour shut in BALTIMORE, MOREHOUSE said.",
        f"Ada Roe Ada RoeHarbour {'shut ' * 200}MORE",
    ],
)
def test_what_is_no_box(text: str) -> None:
    document = document_of(text)
    assert link_boxes(text) == ()
    assert blanked(document, ()) is document


@given(st.lists(st.sampled_from(["Roe", " ", "Ada", "RoeHarbour", "(Addy)", "MORE", "\n", "said", "x"])))
def test_the_length_never_changes(pieces: list[str]) -> None:
    text = "".join(pieces)
    shown = blanked(document_of(text), link_boxes(text)).text
    assert len(shown) == len(text)
    assert all(new in (old, " ") for new, old in zip(shown, text, strict=True))


@settings(max_examples=50, deadline=None)
@given(
    st.lists(
        st.sampled_from([f" Ada Roe{BOX}", "\n\n", "\n\nWho runs it\n\n", " (Dorn) said the pier shut."])
    )
)
def test_parts_cover_what_stands_in_a_box(pieces: list[str]) -> None:
    reading_of("The pier shut." + "".join(pieces))


def test_a_box_that_ends_a_paragraph_belongs_to_it() -> None:
    text = (
        f"The mayor chose Ada Roe{BOX}\n\nWho runs the town\n\nThe pier was closed for a week, people said."
    )
    headed = next(part for part in reading_of(text).parts if part.span.end > len("The mayor"))
    assert headed.span.end >= text.index("MORE") + 4


def test_nobody_says_what_a_box_links_to() -> None:
    reading = reading_of(TEXT)
    assert reading.document.text == TEXT
    (said,) = said_in(TEXT)
    assert (said.chain, said.content) == (("Ada Roe",), "that the pier was closed")
    assert said.source == "Harbour chief Ada Roe … (Dorn)"


def test_a_content_goes_on_behind_a_box() -> None:
    text = f"Ana Torvald said that the mayor Ada Roe{BOX} had closed the pier."
    (said,) = [s for s in said_in(text) if s.source == "Ana Torvald"]
    assert said.content == "that the mayor Ada Roe … had closed the pier"


def test_the_form_is_that_of_the_words_read() -> None:
    text = f"“The mayor Ada Roe{BOX} is wrong,” Ana Torvald said."
    (said,) = [s for s in said_in(text) if s.source == "Ana Torvald"]
    assert (said.content, said.record.form) == ("“The mayor Ada Roe … is wrong,”", "direct")


def test_a_pages_own_spaces_break_nothing() -> None:
    text = f"Ana Torvald said that the pier{' ' * 20}was closed."
    (said,) = said_in(text)
    assert said.content == f"that the pier{' ' * 20}was closed"


@given(st.text(" a", max_size=12), st.sets(st.integers(0, 12)), st.integers(0, 11), st.integers(1, 12))
def test_what_is_cut_out_is_gone_and_nothing_else(text: str, ends: set[int], start: int, length: int) -> None:
    bounds = sorted(ends)
    out = [Span(a, b) for a, b in zip(bounds[::2], bounds[1::2], strict=False)]
    span = Span(start, start + length)
    left = list(cut(text.ljust(24, "a"), span, out))
    kept = {n for s in left for n in range(s.start, s.end)}
    gone = {n for s in out for n in range(s.start, s.end)}
    wanted = set(range(span.start, span.end)) - gone
    assert kept <= wanted
    assert all(text.ljust(24, "a")[n] == " " for n in wanted - kept)


def test_a_label_that_runs_into_words_is_no_voice() -> None:
    text = (
        "Story highlights Ada Roe gave lawmakers a blunt assessment of the crisis\n\nThe pier shut on Monday."
    )
    assert link_boxes(text) == (Span(0, len("Story highlights")),)
    assert all("Story" not in s.chain for s in said_in(text))


def test_a_box_of_videos_is_furniture() -> None:
    box = "JUST WATCHED Roe asked, accused Replay More Videos ... MUST WATCH Roe asked, accused 03:20"
    found = reading_of(
        f"The pier shut on Monday, the mayor said.\n\n{box}\n\nThe mayor will speak on Tuesday."
    )
    assert [p.kind for p in found.parts if p.span.of(found.document.text).startswith("JUST")] == ["furniture"]
    assert len(found.attributions) == 1
