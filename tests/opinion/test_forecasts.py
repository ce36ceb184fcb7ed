from __future__ import annotations

import time

import pytest
from hypothesis import given

from headwater.opinion import find_forecasts
from headwater.opinion.forecasts import is_question
from headwater.records import (
    Attribution,
    ChainLink,
    Document,
    Forecast,
    Part,
    Reading,
    Span,
    Stance,
    StanceReason,
    Voice,
)
from headwater.records.vocabulary import SourceKind
from opinion_pages import COLUMN, document, marks, parts
from strategies import documents

OPINION = Stance("opinion", 4, (StanceReason("section", 4, "Column"),))


def forecasts(text: str, *told: Attribution) -> list[tuple[str, str]]:
    """The forecasts of one paragraph of opinion, each with its modality."""
    body = (Part(Span(0, len(text)), "body"),)
    found = find_forecasts(text, marks(text), body, OPINION, told)
    return [(f.span.of(text), f.modality) for f in found]


def told(text: str, words: str, kind: SourceKind, source: str) -> Attribution:
    """Somebody's statement with ``words`` as its content."""
    at, by = text.index(words), text.index(source)
    page = ChainLink("this page", None, "page")
    return Attribution(
        "a1", (Span(at, at + len(words)),), (), (Span(by, by + len(source)),), "indirect", "attitude",
        kind, (), "asserts", False, "probable", None, 0, (page,),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "clause", "modality"),
    [
        ("The bridge will fall within a year.", "The bridge will fall within a year", "will"),
        ("But the board won’t mend it.", "the board won’t mend it", "will"),
        ("They’ll come for the ferry next.", "They’ll come for the ferry next", "will"),
        ("If the rain goes on, the dam will burst.", "the dam will burst", "will"),
        ("It is clear that the dam will burst.", "the dam will burst", "will"),
        ("The town may lose its ferry.", "The town may lose its ferry", "may"),
        ("A strike might close the port.", "A strike might close the port", "might"),
        ("The result could be a ruin.", "The result could be a ruin", "could"),
        ("Closing it would ruin the town.", "Closing it would ruin the town", "would"),
        ("The mayor is going to lose.", "The mayor is going to lose", "going_to"),
        ("The mayor is likely to lose.", "The mayor is likely to lose", "likely"),
        ("A new bridge is unlikely.", "A new bridge is unlikely", "unlikely"),
    ],
)
def test_a_plain_forecast_is_read(text: str, clause: str, modality: str) -> None:
    assert forecasts(text) == [(clause, modality)]


@pytest.mark.parametrize(
    "text",
    [
        "Will the bridge fall?",
        "The bridge must be mended, and the board should resign.",
        "The bridge would have fallen.",
        "She may have known of it.",
        "It was the will of the people.",
        "The board met in May and again in June.",
        "You could argue that the plan is sound.",
        "I would love a new bridge.",
        "We want someone who will mend it.",
        "She could see the ferry from her house.",
        "The crew was going to Lowhaven, and the board is going to the ferry.",
        "Crews of old ferries are more likely to strike.",
        "He stopped the car so he would hear it.",
        'A "bridge that will last" was built.',
        "Take a look at the map and you’ll see it.",
        "The bridge is closed.",
        "Even though the plan may fail, they go on.",
    ],
)
def test_what_forecasts_nothing_gives_none(text: str) -> None:
    assert forecasts(text) == []


def test_two_clauses_are_two_forecasts() -> None:
    found = forecasts("The bridge will fall, and the town will pay for it.")
    assert found == [("The bridge will fall", "will"), ("the town will pay for it", "will")]


def test_what_others_forecast_is_theirs_and_what_the_author_thinks_is_the_authors() -> None:
    text = "Critics say the bridge will fall."
    assert forecasts(text, told(text, "the bridge will fall", "unnamed_group", "Critics")) == []
    own = "I think the bridge will fall."
    assert forecasts(own, told(own, "the bridge will fall", "author", "I"))


def test_a_report_and_a_page_of_unknown_kind_have_none() -> None:
    text = "The bridge will fall."
    body = (Part(Span(0, len(text)), "body"),)
    report = Stance("report", -2, (StanceReason("dateline", -2, "a dateline"),))
    assert find_forecasts(text, marks(text), body, report, ()) == ()
    assert find_forecasts(text, marks(text), body, Stance(), ()) == ()


@pytest.mark.parametrize(
    "part", [Part(Span(0, 21), "quoted", Voice("ORA")), Part(Span(0, 21), "comment", Voice("Oll"))]
)
def test_carried_text_and_comments_are_not_the_authors(part: Part) -> None:
    text = "The bridge will fall."
    assert find_forecasts(text, marks(text), (part,), OPINION, ()) == ()


def test_a_question_ends_with_its_mark_within_quotation_marks_too() -> None:
    text = "Is it “safe?”"
    assert is_question(text, Span(0, len(text)))
    assert not is_question("It is safe.", Span(0, 11))


@given(documents())
def test_forecasts_of_any_text_make_a_reading(of: Document) -> None:
    whole = parts(of)
    found = find_forecasts(of.text, marks(of.text), whole, OPINION, ())
    assert Reading(of, parts=whole, stance=OPINION, forecasts=found).forecasts == found


def test_long_texts_take_their_share_of_time() -> None:
    def seconds(times: int) -> float:
        of = document(f"{COLUMN}\n\n" * times)
        found, whole = marks(of.text), parts(of)
        start = time.perf_counter()
        find_forecasts(of.text, found, whole, OPINION, ())
        return time.perf_counter() - start

    assert min(seconds(800) for _ in range(3)) < 40 * min(seconds(100) for _ in range(3)) + 0.05


@pytest.mark.parametrize("line", ["will, " * 4000, "- " * 8000, "that " * 6000, ", and would be " * 2000])
def test_odd_lines_take_little_time(line: str) -> None:
    start = time.perf_counter()
    forecasts(line)
    assert time.perf_counter() - start < 2


def test_a_reading_refuses_forecasts_where_they_cannot_be() -> None:
    of = document("The bridge will fall.")
    body = (Part(Span(0, 21), "body"),)
    one = Forecast(Span(0, 20), Span(11, 15), "will", 0)
    assert Reading(of, parts=body, stance=OPINION, forecasts=(one,)).forecasts == (one,)
    with pytest.raises(ValueError, match="not opinion"):
        Reading(of, parts=body, forecasts=(one,))
    with pytest.raises(ValueError, match="outside of part"):
        Reading(of, stance=OPINION, forecasts=(one,))
    with pytest.raises(ValueError, match="outside of it"):
        Forecast(Span(0, 5), Span(11, 15), "will", 0)


def test_a_stance_refuses_a_score_or_kind_that_its_reasons_do_not_give() -> None:
    why = (StanceReason("we", 1, "we"),)
    with pytest.raises(ValueError, match="sum of its reasons"):
        Stance("opinion", 2, why)
    with pytest.raises(ValueError, match="cannot stand"):
        Stance("report", 1, why)
    with pytest.raises(ValueError, match="counts for nothing"):
        StanceReason("we", 0, "we")
