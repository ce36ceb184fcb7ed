"""Where something was said, and the key by which the reports of one occasion are known as one."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.records import Occasion
from headwater.voices.cluster import Cluster
from headwater.voices.occasions import plain, speaker_key
from said import one, said_in, words

DAY = "2024-12-17"  # a Tuesday


def told(
    text: str, cue: str, outlet: str | None = "The Harbour Post", day: str | None = DAY
) -> Occasion | None:
    """The occasion of the statement with this cue."""
    return one(said_in(text, outlet=outlet, published=day), cue).record.occasion


@pytest.mark.parametrize(
    ("text", "cue", "key"),
    [
        ("Ana Torvald told reporters that the pier was shut.", "told", "ana torvald|reporters|2024-12-17"),
        (
            "“The pier is shut,” Ana Torvald told reporters on Monday.",
            "told", "ana torvald|reporters|2024-12-16",
        ),
        (
            "“The pier is shut,” Ana Torvald told a news conference on Monday.",
            "told", "ana torvald|news_conference|2024-12-16",
        ),
        (
            "Ana Torvald said at a news conference in Lodrin on Monday that the pier was shut.",
            "said", "ana torvald|news_conference|2024-12-16",
        ),
        (
            "In a statement on Monday, Ana Torvald said the pier was shut.",
            "said", "ana torvald|statement|2024-12-16",
        ),
        (
            "The pier was shut, a port official said in a statement.",
            "said", "port official|statement|2024-12-17|harbour post",
        ),
        (
            "The pier was shut, the ministry said in a statement.",
            "said", "ministry|statement|2024-12-17|harbour post",
        ),
        (
            "In an interview with the BBC, Ana Torvald said the pier was shut.",
            "said", "ana torvald|interview|2024-12-17|bbc",
        ),
        (
            "“The pier is shut,” Ana Torvald told the Lodrin Gazette.",
            "told", "ana torvald|interview|2024-12-17|lodrin gazette",
        ),
        (
            "“The pier is shut,” Ana Torvald said in an interview.",
            "said", "ana torvald|interview|2024-12-17|harbour post",
        ),
        ("Ana Torvald tweeted that the pier was shut.", "tweeted", "ana torvald|post|2024-12-17"),
        ("“The pier is shut,” Ana Torvald told the court.", "told", "ana torvald|testimony|2024-12-17"),
        (
            "Ana Torvald told reporters that the pier was shut, adding that it was old.",
            "adding", "ana torvald|reporters|2024-12-17",
        ),
    ],
)  # fmt: skip
def test_the_key_holds_speaker_kind_and_day(text: str, cue: str, key: str) -> None:
    found = told(text, cue)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize(
    "text",
    [
        "Ana Torvald has told reporters that the pier was shut.",
        "Last week Ana Torvald told reporters that the pier was shut.",
        "In May 2012 the pier fell. Ana Torvald told reporters that it was old.",
        "A month later, Ana Torvald told reporters that the pier was shut.",
    ],
)
def test_another_day_that_is_not_told_is_no_day(text: str) -> None:
    found = told(text, "has told" if "has told" in text else "told")
    assert found is not None
    assert (found.key, found.day) == (None, None)


def test_without_a_day_there_is_no_key() -> None:
    found = told("Ana Torvald told reporters that the pier was shut.", "told", day=None)
    assert found is not None
    assert (found.key, found.day) == (None, None)


def test_the_day_of_something_else_is_not_that_of_the_occasion() -> None:
    found = told("“The pier is shut,” Ana Torvald told reporters ahead of Thursday’s vote.", "told")
    assert found is not None
    assert found.day == DAY


def test_five_reports_of_one_news_conference_have_one_key() -> None:
    reports = [
        ("“The pier is shut,” Ana Torvald told a news conference on Monday.", "told"),
        ("At a press conference on Monday, Ana Torvald said the pier was shut.", "said"),
        ("The pier was shut, Ana Torvald said at a news briefing on Monday.", "said"),
    ]
    keys = {found.key for n, (t, c) in enumerate(reports) if (found := told(t, c, outlet=f"Paper {n}"))}
    assert keys == {"ana torvald|news_conference|2024-12-16"}


def test_unnamed_speakers_of_two_outlets_are_never_one() -> None:
    text = "A port official told reporters that the pier was shut."
    left, right = (told(text, "told", outlet=o) for o in ("The Harbour Post", "The Lodrin Gazette"))
    assert left is not None
    assert right is not None
    assert left.key != right.key
    nowhere = told(text, "told", outlet=None)
    assert nowhere is not None
    assert nowhere.key is None


@pytest.mark.parametrize(
    "text",
    [
        "Ana Torvald said the pier was shut.",
        "Ana Torvald told her brother that the pier was shut.",
        "After a news conference, Ana Torvald said the pier was shut.",
        "Ana Torvald told investigators in an interview with police that the pier was shut.",
        "Ana Torvald will tell reporters that the pier is shut.",
    ],
)
def test_nothing_is_made_of_other_words(text: str) -> None:
    assert all(s.record.occasion is None for s in said_in(text, published=DAY))


def test_the_words_of_an_occasion_are_those_of_the_text() -> None:
    text = "“The pier is shut,” Ana Torvald told reporters in Lodrin on Monday."
    found = told(text, "told")
    assert found is not None
    assert words(text, found.spans) == "reporters … Monday"


@pytest.mark.parametrize(
    ("cluster", "key"),
    [
        (Cluster("Ana Torvald", "person"), ("ana torvald", True)),
        (Cluster("Torvald", "person"), ("torvald", False)),
        (Cluster("a port official", "person", head="official"), ("port official", False)),
        (Cluster("she", "person", head="she"), None),
        (Cluster("The U.S. Navy", "organisation"), ("us navy", True)),
        (Cluster("…", "person"), None),
    ],
)
def test_who_is_not_named_is_not_known_elsewhere(cluster: Cluster, key: tuple[str, bool] | None) -> None:
    assert speaker_key([cluster]) == key


def test_nobody_has_no_key() -> None:
    assert speaker_key([]) is None


@given(st.text())
def test_plain_words_stay_as_they_are(text: str) -> None:
    once = plain(text)
    assert "|" not in once
    assert plain(f"the {once}") in (once, "the", plain(once)) or not once


@pytest.mark.parametrize(
    "piece", ["Ana Torvald told reporters in a post ", "in an interview with The Post of "]
)
def test_long_sentences_cost_in_proportion_to_their_length(piece: str) -> None:
    def seconds(times: int) -> float:
        start = time.perf_counter()
        said_in(f"{piece * times}that the pier was shut.", published=DAY)
        return time.perf_counter() - start

    seconds(10)
    assert seconds(800) < 60 * max(seconds(100), 0.05)
