"""Dates in carried text count from the carried outlet's day."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest

import headwater as hw
from headwater.reading.dates.carried import with_carried_days
from headwater.reading.dates.find import find_times
from headwater.reading.sentences import paragraphs, sentences
from headwater.records import Part, Span, Voice

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


def test_many_carried_passages_are_read_in_one_go(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each counts from its own day; no passage costs a look at the dates of all others."""

    def looks(count: int) -> int:
        texts, parts, at = list[str](), list[Part](), 0
        for k in range(count):
            day = date(2024, 3, 1) + timedelta(days=k)
            lead = f"The Lowhaven Echo reported on {day:%B} {day.day}, {day.year}:"
            for kind, words in (("introducer", lead), ("quoted", "The ferry sank on Tuesday off the pier.")):
                voice = Voice("Lowhaven Echo") if kind == "quoted" else None
                parts.append(Part(Span(at, at + len(words)), kind, voice=voice))  # type: ignore[arg-type]
                texts.append(words)
                at += len(words) + 2
        text = "\n\n".join(texts)
        split = sentences(text, paragraphs(text))
        times, problems = find_times(text, split, published=None, given=False)
        seen = Counter[str]()

        def counted(span: Span, other: Span) -> bool:
            seen["held"] += 1
            return span.start <= other.start and other.end <= span.end

        with monkeypatch.context() as patch:
            patch.setattr(Span, "contains", counted)
            times, problems = with_carried_days(text, split, parts, times, problems)
        tuesdays = [t.value for t in times if t.span.of(text) == "Tuesday"]
        assert tuesdays == [_tuesday_before(date(2024, 3, 1) + timedelta(days=k)) for k in range(count)]
        assert not problems
        return seen["held"]

    assert looks(60) < 3 * looks(30)


def _tuesday_before(day: date) -> str:
    """The last Tuesday up to a day."""
    return (day - timedelta(days=(day.weekday() - 1) % 7)).isoformat()
