from __future__ import annotations

import pytest

from headwater.records import Forecast, Part, Reading, Span, Stance, StanceReason
from headwater.records.vocabulary import StanceKind
from headwater.report import render_report
from headwater.report.articles import article
from report.report_builder import document

TEXT = "The bridge will fall. It was built in 1970."
FORECAST = Forecast(Span(0, 20), Span(11, 15), "will", 0)
FOR = StanceReason("first_person", 3, "the writer says I (5 times)", (Span(0, 3),))
AGAINST = StanceReason("dateline", -2, "a dateline opens the text", (Span(0, 3),))


def page(kind: StanceKind | None, *why: StanceReason, forecasts: tuple[Forecast, ...] = ()) -> Reading:
    stance = Stance(kind, sum(r.points for r in why), why)
    body = (Part(Span(0, len(TEXT)), "body"),)
    return Reading(document(TEXT), parts=body, stance=stance, forecasts=forecasts)


def rendered(reading: Reading) -> str:
    return render_report([reading], [], title="Bridge")


def test_an_opinion_page_is_labelled_with_what_speaks_for_it() -> None:
    shown = article(1, page("opinion", FOR, AGAINST)).standing
    assert shown is not None
    assert (shown.kind, shown.why) == ("opinion", ("the writer says I (5 times)",))
    html = rendered(page("opinion", FOR, AGAINST))
    assert 'class="src standing opinion"' in html
    assert "the writer says I (5 times)" in html
    assert '<span class="hand">opinion</span>' in html


def test_a_report_is_labelled_and_the_unknown_is_not() -> None:
    html = rendered(page("report", AGAINST))
    assert 'class="src standing report"' in html
    assert '<span class="hand">opinion</span>' not in html
    assert 'class="src standing' not in rendered(page(None, FOR, AGAINST))


@pytest.mark.parametrize(("forecasts", "marked"), [((FORECAST,), True), ((), False)])
def test_a_forecast_is_marked_as_the_authors_own(forecasts: tuple[Forecast, ...], marked: bool) -> None:
    html = rendered(page("opinion", FOR, forecasts=forecasts))
    words = '<span class="f" title="the author’s own forecast (will)">The bridge will fall</span>'
    assert (words in html) is marked
    assert ("The author’s own forecasts: 1" in html) is marked
