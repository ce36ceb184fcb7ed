"""Dates in carried text count from the carried outlet's day."""

from __future__ import annotations

import pytest

import headwater as hw

PAGE = "\n\n".join(
    (
        "A long week on the river",
        "I have written about the ferry before, and I will again.",
        "{lead}",
        "The ferry sank on Tuesday off Lowhaven, the coast guard said. Three are missing since Monday.",
        "I suspect that nobody checked the hull. I crossed on Sunday myself, and it leaked.",
    )
)


def days(lead: str, published: str | None = "2024-12-27") -> dict[str, tuple[str | None, str, str | None]]:
    reading = hw.annotate(PAGE.format(lead=lead), published=published)
    return {t.span.of(reading.document.text): (t.value, t.basis, t.anchor) for t in reading.times}


@pytest.mark.parametrize(
    "lead",
    [
        "AP (Dec. 18, “Ferry sinks off Lowhaven”):",
        "The Associated Press reported on December 18:",
    ],
)
def test_the_introducing_line_names_the_day(lead: str) -> None:
    found = days(lead)
    assert found["Tuesday"] == ("2024-12-17", "context", "2024-12-18")
    assert found["Monday"] == ("2024-12-16", "context", "2024-12-18")
    assert found["Sunday"] == ("2024-12-22", "published", "2024-12-27")


def test_a_full_date_serves_a_page_without_one() -> None:
    found = days("AP (Dec. 18, 2024, “Ferry sinks off Lowhaven”):", published=None)
    assert found["Tuesday"] == ("2024-12-17", "context", "2024-12-18")
    assert found["Sunday"] == (None, "unanchored", None)


@pytest.mark.parametrize("lead", ["AP (“Ferry sinks off Lowhaven”):", "AP (“Ferry of May 3 sinks”):"])
def test_without_a_day_the_page_counts(lead: str) -> None:
    assert days(lead)["Tuesday"] == ("2024-12-24", "published", "2024-12-27")


def test_what_is_settled_is_no_problem_any_more() -> None:
    lead = "AP (Dec. 18, 2024, “Ferry sinks off Lowhaven”):"
    text = PAGE.format(lead=lead)
    problems = [p for p in hw.annotate(text).problems if p.code == "date_without_anchor" and p.span]
    assert [p.span.of(text) for p in problems if p.span] == ["Sunday"]


def test_occasions_in_carried_text_are_of_the_carried_day() -> None:
    text = PAGE.format(lead="AP (Dec. 18, “Ferry sinks off Lowhaven”):").replace(
        "the coast guard said.", "Ada Finch told reporters on Tuesday."
    )
    reading = hw.annotate(text, published="2024-12-27")
    days = [a.occasion.day for a in reading.attributions if a.occasion is not None and a.occasion.day]
    assert days == ["2024-12-17"]
