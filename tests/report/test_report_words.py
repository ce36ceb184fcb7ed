from __future__ import annotations

from dataclasses import replace

import pytest

from headwater.records import Figure, Made, Occasion, Span, Time
from headwater.records.attribution import LEAST_SURE
from headwater.report.words import (
    around_figure,
    basis_of_time,
    day,
    manner,
    meaning_of_figure,
    meaning_of_time,
    tie_of_figure,
)
from report import report_story as tale


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2031-03-04T06:10:00+01:00", "4 March 2031"),
        ("2031-03", "March 2031"),
        ("2031", "2031"),
        ("2031-99-01", "2031"),
        ("soon", "soon"),
        (None, "no date"),
    ],
)
def test_days_are_no_finer_than_the_value(value: str | None, words: str) -> None:
    assert day(value) == words


@pytest.mark.parametrize(
    ("low", "high", "hedge", "words"),
    [
        (8, 8, "exact", "killed: 8"),
        (30, 30, "about", "killed: about 30"),
        (4800, None, "more_than", "killed: more than 4,800"),
        (None, 7, "at_most", "killed: at most 7"),
        (0, 7, "less_than", "killed: less than 7"),
        (24, 99, "range", "killed: 24 to 99"),
        (1.5, 1.5, "exact", "killed: 1.5"),
    ],
)
def test_figures_keep_their_hedge(low: float | None, high: float | None, hedge: str, words: str) -> None:
    assert meaning_of_figure(Figure(Span(0, 1), low, high, hedge, "person", "killed")) == words  # type: ignore[arg-type]


def test_a_figure_names_the_one_it_is_part_of() -> None:
    reading = tale.courier()
    assert tie_of_figure(reading.figures[1], reading) == "part of “12”"
    assert tie_of_figure(reading.figures[0], reading) == ""


def test_times_say_what_they_rest_on() -> None:
    reading = tale.courier()
    assert meaning_of_time(reading.times[0]) == "early 2031-03-04"
    assert basis_of_time(reading.times[0]) == "counted from the page’s date, 2031-03-04"
    loose = Time(Span(0, 3), "date", None, None, None, "unanchored")
    assert (meaning_of_time(loose), basis_of_time(loose)) == (
        "not resolved",
        "not resolved: no date to count from",
    )


def test_manner_says_denials_doubts_and_attitudes_but_no_certainty_that_is_plain() -> None:
    by_id = {a.id: manner(a) for a in tale.courier().attributions}
    assert by_id["a2"] == ("word for word",)
    assert by_id["a3"] == ("indirect speech", "denies this")
    assert by_id["a6"] == ("word for word", "held to be probable", "unnamed group")
    assert by_id["a8"][0] == "an attitude, not a statement"


def test_manner_says_first_what_is_read_unsurely_and_what_is_not_told_as_said() -> None:
    plain = next(a for a in tale.courier().attributions if a.id == "a2")
    doubted = replace(plain, made=Made("model", "8", LEAST_SURE - 0.01), modality="hypothetical")
    assert manner(doubted)[:2] == ("read unsurely: check the words", "not told as said: only supposed")
    assert manner(replace(plain, made=Made("model", "8", LEAST_SURE))) == manner(plain)


def test_manner_says_how_the_speaker_knows_and_where_it_was_said() -> None:
    plain = next(a for a in tale.courier().attributions if a.id == "a2")
    where = Occasion(None, "reporters", "2016-05-04", plain.cue or plain.content)
    saw = replace(plain, basis="witness", basis_spans=plain.content, occasion=where)
    assert manner(saw)[-2:] == ("saw or heard it", "told reporters, 4 May 2016")
    paper = replace(plain, basis="document", basis_spans=plain.content)
    assert manner(paper)[-1] == "rests on a document"
    told = replace(plain, basis="briefing", basis_spans=plain.content, occasion=replace(where, day=None))
    assert manner(told) == (*manner(plain), "told reporters")


def test_around_a_figure_stands_whom_how_long_and_as_of_when() -> None:
    text = "As of Monday, 12 Irelian soldiers had died since May."
    at = {
        w: Span(text.index(w), text.index(w) + len(w)) for w in ("12", "Irelian", "since May", "As of Monday")
    }
    figure = Figure(
        at["12"], 12, 12, "exact", "person", "killed",
        side=at["Irelian"], status="combatant", window=at["since May"], as_of=at["As of Monday"],
    )  # fmt: skip
    assert around_figure(figure, text) == "Irelian, combatants · since May · As of Monday"


@pytest.mark.parametrize(
    ("low", "high", "unit", "of", "words"),
    [
        (20, 20, "mi", "distance", "32.2 km"),
        (10, 30, "ft", "distance", "3.05 to 9.14 m"),
        (None, 5, "lb", "weight", "2.27 kg"),
        (2, 2, "t", "weight", "2,000 kg"),
        (3280, 3280, "ft", "distance", "1,000 m"),
        (5, 5, "cm", "distance", ""),
        (3, 3, "km", "distance", ""),
        (5, 5, "USD", "money", ""),
        (5, 5, "person", "killed", ""),
    ],
)
def test_other_measures_are_told_in_metres_and_kilograms(
    low: float | None, high: float | None, unit: str, of: str, words: str
) -> None:
    figure = Figure(Span(0, 1), low, high, "exact" if low == high else "range", unit, of)  # type: ignore[arg-type]
    assert around_figure(figure, "x") == words
