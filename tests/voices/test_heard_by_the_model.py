"""Statements that the rules miss and the reader model hears; skipped where its weights are absent."""

from __future__ import annotations

import pytest

from headwater.models import absence
from said import said_in

pytestmark = pytest.mark.skipif(absence() is not None, reason="the reader model's weights are absent")


def test_known_as_after_the_speaker() -> None:
    found = said_in(
        "The Coast Security Service of Korvessa, known as the CSS, said it had no ships left at all."
    )
    assert [s.cue for s in found] == ["said"]
    assert found[0].chain == ("Coast Security Service of Korvessa",)


def test_is_believed_to_be() -> None:
    (found,) = said_in("The harbour is believed to be closed.")
    assert (found.content, found.record.certainty) == ("The harbour … to be closed", "probable")


def test_we_believe() -> None:
    (found,) = said_in("We believe that the harbour is safe.")
    assert found.record.source_kind == "author"


def test_a_lone_surname_that_opens_the_text() -> None:
    (found,) = said_in("Torvald wants to close the harbour.")
    assert (found.source, found.record.sort) == ("Torvald", "attitude")


def test_citing_concerns_before_the_content() -> None:
    found = said_in("The report said, citing concerns over safety, that the harbour was closed.")
    assert [s.chain for s in found] == [("The report",)]


def test_told_reporters_in_the_middle() -> None:
    (found,) = said_in("The old harbour of Lodrin, Ana Torvald told reporters, will stay shut.")
    assert (found.source, found.content) == ("Ana Torvald", "The old harbour of Lodrin … will stay shut")


def test_she_believed_inside_she_said() -> None:
    outer, inner = said_in("Ana Torvald said she believed the harbour was closed.")
    assert inner.record.parent == outer.record.id


def test_the_group_is_the_brigade() -> None:
    first, second = said_in(
        "The Tide Brigade said it had struck the harbour. The group said it would strike again."
    )
    assert first.record.speakers == second.record.speakers


def test_he_is_not_who_was_she() -> None:
    text = "Ana Torvald came on Monday. She said the harbour was closed. He said it was open."
    first, second = said_in(text)
    assert first.record.speakers != second.record.speakers


def test_whoever_was_told_is_not_who_tells() -> None:
    found = said_in("Ana Torvald had been told that the harbour was closed.")
    assert all("Ana Torvald" not in s.chain for s in found)


def test_an_order_given_is_a_deed_unless_words_are_told() -> None:
    found = said_in("Ana Torvald said that Piet Marn had ordered the attack herself.")
    assert [s.chain for s in found] == [("Ana Torvald",)]


def test_a_plain_sentence_before_is_not_said_with_the_next() -> None:
    text = (
        "The blast at 6:42 a.m. brought down part of the roof. "
        "Crews had the blaze under control shortly after 9:30 a.m., the harbour service said."
    )
    (found,) = said_in(text)
    assert found.content == "Crews had the blaze under control shortly after 9:30 a.m."


def test_a_quotation_at_the_end_of_a_content_is_closed() -> None:
    found = said_in("Straub stressed that Orvany condemns violence “by whomever it is committed”.")
    assert found
    assert all(s.content.count("“") == s.content.count("”") for s in found)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("She spoke of “the Tide Command” and named nobody else.", "“the Tide Command”"),
        ("She speaks of “the Tide Command” and names nobody.", "“the Tide Command”"),
        ("He called for “an open harbour” and closes the talks on Monday.", "“an open harbour”"),
        (
            "Roe described “a bleak place” and ships from the north.",
            "“a bleak place” and ships from the north",
        ),
    ],
)
def test_a_deed_behind_a_quotation_is_not_said(text: str, content: str) -> None:
    assert said_in(text)[0].content == content
