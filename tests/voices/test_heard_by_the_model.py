"""Statements that the rules miss and the reader model hears; skipped where its weights are absent."""

from __future__ import annotations

import pytest

from headwater.models import absence
from said import said_in

pytestmark = pytest.mark.skipif(absence() is not None, reason="the reader model's weights are absent")


def test_a_passive_with_its_agent() -> None:
    (found,) = said_in("The attack was condemned by Piet Marn.")
    assert (found.source, found.content, found.chain) == ("Piet Marn", "The attack", ("Piet Marn",))


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
