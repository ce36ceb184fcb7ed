from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.reading.dates import find_times
from headwater.records import InputError, Span, Time

DAY = "2024-12-18"


def times_of(text: str, published: str | None = DAY, *, given: bool = False) -> tuple[Time, ...]:
    return find_times(text, [Span(0, len(text))], published=published, given=given)[0]


def read(text: str, published: str | None = DAY) -> list[tuple[str, str | None]]:
    return [(t.span.of(text), t.value) for t in times_of(text, published)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It was signed on 17 December 2024.", "17 December 2024", "2024-12-17"),
        ("It was signed on Dec. 17, 2024.", "Dec. 17, 2024", "2024-12-17"),
        ("It was signed in December 2024.", "December 2024", "2024-12"),
        ("It was signed in 2014.", "2014", "2014"),
        ("It was signed on 2024-12-17.", "2024-12-17", "2024-12-17"),
        ("It was signed on Tuesday.", "Tuesday", "2024-12-17"),
        ("They met last Friday.", "last Friday", "2024-12-13"),
        ("They met yesterday.", "yesterday", "2024-12-17"),
        ("They will meet on Friday.", "Friday", "2024-12-20"),
        ("They fought over the weekend.", "the weekend", "2024-12-14/2024-12-15"),
        ("They met last week.", "last week", "2024-W50"),
        ("They met last month.", "last month", "2024-11"),
        ("They met two years ago.", "two years ago", "2022"),
        ("They will meet in two weeks.", "two weeks", "2025-W01"),
        ("The mayor, who is set to resign in about a month, wept.", "about a month", "2025-01"),
        ("The lift is due to open in ten days.", "ten days", "2024-12-28"),
        ("It was mended in ten days.", "ten days", "P10D"),
        ("They will be gone. It was mended in ten days.", "ten days", "P10D"),
        ("She will formally leave office in ten days.", "ten days", "2024-12-28"),
        ("It will take ten days.", "ten days", "P10D"),
        ("They will win four games in ten days.", "ten days", "P10D"),
        ("It will be the biggest loss in ten years.", "ten years", "P10Y"),
        ("It was banned in the 1990s.", "the 1990s", "199X"),
        ("They met last summer.", "last summer", "2024-22"),
        ("Sales fell in the third quarter of 2014.", "the third quarter of 2014", "2014-35"),
        ("It opened at 9 a.m. EDT Tuesday.", "9 a.m. EDT Tuesday", "2024-12-17T09:00"),
        ("It opened on Monday, Dec. 16.", "Monday, Dec. 16", "2024-12-16"),
        ("It must end before Jan. 20, when he leaves.", "Jan. 20", "2025-01-20"),
        ("It lasted three years.", "three years", "P3Y"),
        ("It lasted about 5 1/2 hours.", "about 5 1/2 hours", "PT5H30M"),
        ("They meet every Monday.", "every Monday", "XXXX-WXX-1"),
        ("It is printed daily.", "daily", "P1D"),
        ("They fought from 1914-18.", "1914-18", "1914/1918"),
        ("They met on Thanksgiving Day.", "Thanksgiving Day", "2024-11-28"),
        ("They met on Christmas 2023.", "Christmas 2023", "2023-12-25"),
        ("They met on Good Friday.", "Good Friday", "2024-03-29"),
        ("They met on Black Friday.", "Black Friday", "2024-11-29"),
        ("They met on Tuesday, Nov. 1.", "Tuesday, Nov. 1", "2022-11-01"),
        ("They met on May 17 of last year.", "May 17 of last year", "2023-05-17"),
        ("They met in October this year.", "October this year", "2024-10"),
        ("They met on Jan. 20th of 2017.", "Jan. 20th of 2017", "2017-01-20"),
        ("They meet the week of March 6, 2023.", "the week of March 6, 2023", "2023-W10"),
        ("They met two and a half years ago.", "two and a half years ago", "2022"),
        ("It lasted a year and a half.", "a year and a half", "P1Y6M"),
        ("It takes four to five hours.", "four to five hours", None),
        ("The March accession failed.", "March", "2024-03"),
        ("Congress funds it past December 11.", "December 11", "2024-12-11"),
    ],
)
def test_reads_the_expression_and_its_value(text: str, words: str, value: str | None) -> None:
    assert read(text) == [(words, value)]


@pytest.mark.parametrize(
    "text",
    [
        "He may march in a second.",
        "The sun is up and they march on.",
        "The 45-year-old, aged 12 years, is 67 years old.",
        "He bought the Daily Mail.",
        "They won 3:20 and sent 2000 people home.",
        "Theresa May spoke and critics of May agreed.",
        "Thus far the March on Rome stood still.",
        "See https://example.org/2018/11/07/election-day and www.example.org/may/1.",
        "The council passed Resolution 1973.",
        "It was high noon for Jill June, they said.",
        "He told “Fox News Sunday” and the Sunday Times.",
    ],
)
def test_words_that_only_look_like_times_are_left(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He will leave as soon as Monday, the minister said.", "2024-12-23"),
        ("On Monday, the minister said that he would leave.", "2024-12-16"),
        ("The minister said Monday that he will leave.", "2024-12-16"),
        ("The minister on Monday agreed to leave.", "2024-12-16"),
        ("The minister agreed to leave Monday.", "2024-12-23"),
        ("He urged people to vote on Monday.", "2024-12-23"),
        ("He spoke on Monday; she will speak later.", "2024-12-16"),
        ("By Monday, thirty had died.", "2024-12-16"),
        ("The session begins Monday.", "2024-12-23"),
        ("It may have happened on Feb. 14.", "2024-02-14"),
        ("He warned of the Feb. 1 caucuses.", "2025-02-01"),
    ],
)
def test_the_verb_that_a_day_belongs_to_decides(text: str, value: str) -> None:
    assert read(text)[0][1] == value


def test_a_week_begins_on_sunday() -> None:
    sunday = "2024-12-22"
    assert read("They will meet this week.", sunday) == [("this week", "2024-W52")]
    assert read("They met last week.", sunday) == [("last week", "2024-W51")]
    assert read("They met this week.", sunday) == [("this week", "2024-W51")]


def test_neighbours_share_a_year() -> None:
    assert [v for _, v in read("It rained in August and early September 2018.")] == ["2018-08", "2018-09"]
    assert [v for _, v in read("It rained from October to March.", "2018-02-16")] == ["2017-10", "2018-03"]


def test_a_passage_keeps_the_year_that_it_tells_of() -> None:
    text = "In July 2011 he led. In March he fell. By April that year he was gone."
    assert [v for _, v in read(text)][:3] == ["2011-07", "2011-03", "2011-04"]
    assert read("In July 2011 he led. In November he fell.")[1][1] == "2024-11"  # last month


def test_an_offset_is_counted_from_what_is_fine_enough() -> None:
    assert read("Sales rose in July from 12 months earlier.", "2013-08-02")[1][1] == "2012-07"
    assert read("He won in 2008. Eight years later he lost.")[1][1] == "2016"
    assert read("In 2016 he ran. Nine years later he lost.")[1] == ("Nine years later", None)  # not yet come
    assert read("He came in January 1998. Later that month he left.")[1][1] == "1998-01"


def test_a_day_after_the_day_named_last() -> None:
    text = "It began on 3 May 2014. The next Wednesday it ended."
    assert read(text)[1] == ("The next Wednesday", "2014-05-07")
    assert read("The next Wednesday it ended.") == [("The next Wednesday", None)]


def test_a_day_with_a_name_of_its_own_is_not_guessed() -> None:
    assert read("They voted on Super Tuesday.") == [("Super Tuesday", None)]


def test_a_day_before_in_apposition_names_the_same_day() -> None:
    text = "On Monday, a day before his killing, they named him."
    assert read(text) == [("Monday", "2024-12-16"), ("a day before", "2024-12-16")]
    assert [t.basis for t in times_of(text)] == ["published", "context"]


def test_an_offset_is_counted_from_the_date_beside_it() -> None:
    assert read("It began on 3 May 2014. Two days later it ended.")[1] == ("Two days later", "2014-05-05")
    assert read("It came a day after Monday's attack.")[0] == ("a day after", "2024-12-17")


def test_the_day_of_publication_never_passes_a_time_zone() -> None:
    assert read("It fell today.", "2024-12-18T01:30:00+03:00") == [("today", "2024-12-18")]


def test_without_an_anchor_nothing_is_guessed() -> None:
    text = "It fell on Tuesday, before Jan. 20."
    times, problems = find_times(text, [Span(0, len(text))], published=None)
    assert [(t.value, t.basis) for t in times] == [(None, "unanchored"), ("XXXX-01-20", "explicit")]
    assert [(p.code, p.span) for p in problems] == [("date_without_anchor", times[0].span)]
    assert problems[0].todo


def test_a_dateline_anchors_a_text_without_publication() -> None:
    text = "KYIV, Dec. 17, 2024 (AP) - It fell on Monday."
    assert [(t.value, t.basis) for t in times_of(text, None)][1] == ("2024-12-16", "dateline")


def test_parts_of_the_day_stand_in_mod_only() -> None:
    (early,) = times_of("It fell early Tuesday.")
    (late,) = times_of("It fell in late October.")
    assert (early.value, early.mod) == ("2024-12-17", "start")
    assert (late.value, late.mod) == ("2024-10", "end")


def test_a_time_of_day_is_of_the_day_named_last_where_something_happened() -> None:
    text = "The ship sank on Monday. The first call came shortly after 6:42 a.m. Trains leave at 8 a.m."
    split = [Span(0, 24), Span(25, 72), Span(73, len(text))]
    _, call, trains = find_times(text, split, published=DAY)[0]
    assert (call.value, call.mod, call.basis) == ("2024-12-16T06:42", "approx", "context")
    assert trains.value == "T08:00"
    assert read("They met on Monday. He left at four in the morning.")[1][1] == "2024-12-16T04:00"
    text = "They will meet on Christmas Day. He left at 5 p.m."  # a day still to come
    assert find_times(text, [Span(0, 32), Span(33, len(text))], published=DAY)[0][1].value == "T17:00"


def test_a_byline_anchors_a_text_without_publication() -> None:
    text = "A quiet day\nJO DOE · FRIDAY, OCTOBER 17, 2025 · 9 COMMENTS\nIt fell on Monday."
    assert [(t.value, t.basis) for t in times_of(text, None)] == [
        ("2025-10-17", "explicit"), ("2025-10-13", "published")]  # fmt: skip
    assert times_of("On May 5, 2024, it began. It fell on Monday.", None)[1].value is None


def test_a_given_date_is_called_given() -> None:
    assert times_of("It fell today.", given=True)[0].basis == "given"


def test_a_war_has_a_length_where_a_child_has_an_age() -> None:
    (war,) = times_of("the nearly three-year-old war")
    assert (war.value, war.mod, war.type) == ("P3Y", "approx", "duration")
    assert times_of("a three-year-old girl") == ()


def test_an_order_of_day_and_month_that_is_not_plain_leaves_the_year() -> None:
    text = "It fell on 3/4/2024."
    times, problems = find_times(text, [Span(0, len(text))], published=DAY)
    assert times[0].value == "2024"
    assert problems[0].code == "date_ambiguous"
    assert read("It fell on 12/17/2024.") == [("12/17/2024", "2024-12-17")]


def test_a_publication_date_that_is_none_is_an_error() -> None:
    with pytest.raises(InputError, match="soon"):
        times_of("today", "soon")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Monday",
                "a day before",
                "Jan. 20",
                "30 February",
                "in",
                "2014",
                ",",
                "\n",
                "😀",
                "last week",
                "é",
                "9 a.m.",
                "two days later",
                "the",
                "may",
                "99",
                "12/12/12",
                "in 5000 years",
                "every",
                "9999 years ago",
            ]
        ),
        max_size=12,
    ),
    st.sampled_from([None, "2024", "2024-12-18", "0001-01-01", "9999-12-31"]),
)
def test_any_text_gives_ordered_spans_inside_it(pieces: list[str], published: str | None) -> None:
    text = " ".join(pieces)
    sentences = [Span(0, len(text))] if text else []
    times, problems = find_times(text, sentences, published=published)
    assert all(a.span.end <= b.span.start for a, b in pairwise(times))
    assert all(t.span.end <= len(text) for t in times)
    assert {p.span for p in problems} >= {t.span for t in times if t.basis == "unanchored"}
    assert find_times(text, sentences, published=published) == (times, problems)
