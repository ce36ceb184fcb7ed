"""Who objects behind a comma to what was just said."""

from __future__ import annotations

import pytest

from said import said_in


@pytest.mark.parametrize(
    ("text", "voice", "content"),
    [
        (
            "Daniel Eyre said the military had known of the attack, an allegation the army rejects.",
            "the army",
            "the military had known of the attack, an allegation",
        ),
        (
            "Two officials said that the drones were launched from Iraq, something Baghdad denies.",
            "Baghdad",
            "that the drones were launched from Iraq, something",
        ),
        (
            "Police say Ada Roe started the fire, a charge that her lawyer has denied.",
            "her lawyer",
            "Ada Roe started the fire, a charge",
        ),
        (
            "Syria says the rebels used gas, a claim dismissed by the opposition.",
            "the opposition",
            "the rebels used gas, a claim",
        ),
        (
            "Iran seized the ship after it broke the rules, a version of events disputed by its owner.",
            "its owner",
            "Iran seized the ship after it broke the rules, a version of events",
        ),
    ],
)
def test_what_is_denied_stands_before(text: str, voice: str, content: str) -> None:
    denial = next(s for s in said_in(text) if s.record.polarity == "denies")
    assert denial.chain == (voice,)
    assert denial.content == content


def test_the_statement_ends_before_the_objection_to_it() -> None:
    first, *_ = said_in(
        "Daniel Eyre said the military had known of the attack, an allegation the army rejects."
    )
    assert first.content == "the military had known of the attack"


def test_a_report_that_somebody_rejected_is_no_objection_to_a_list() -> None:
    said = said_in("The board has a plan, the report says. The mayor rejected it on Monday.")
    assert all(s.record.made is None or "objection" not in s.record.made.why for s in said)
