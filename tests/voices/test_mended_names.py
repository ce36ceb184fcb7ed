"""Names as the whole document shows them, and bodies by a word of their name."""

from __future__ import annotations

import pytest

from headwater.records import Mention, Span
from headwater.records.vocabulary import EntityType
from headwater.voices.mended import mended
from said import said_in, speakers


def named(text: str, *names: tuple[str, EntityType]) -> list[tuple[str, str]]:
    """The names of ``text`` after mending; each of ``names`` is marked wherever it stands."""
    marks = [
        Mention(Span(at, at + len(words)), kind, None, "name")
        for at in range(len(text))
        for words, kind in names
        if text.startswith(words, at)
    ]
    ends = [i + 1 for i, c in enumerate(text) if c == "."]
    starts = [0, *(e + 1 for e in ends[:-1])]
    sentences = [Span(a, b) for a, b in zip(starts, ends, strict=True)]
    return [(m.span.of(text), m.type) for m in mended(text, marks, sentences)]


def test_a_noun_with_a_capital_at_the_head_of_a_sentence_is_no_name() -> None:
    text = "Crates were lost. The crates fell on Marn."
    assert named(text, ("Crates", "person"), ("Marn", "location")) == [("Marn", "location")]


def test_a_name_stays_that_stands_inside_a_sentence_too() -> None:
    text = "Cotton fell. The cotton of Cotton was dear."
    assert len(named(text, ("Cotton", "person"))) == 2


def test_half_of_a_name_known_in_full() -> None:
    text = "Gull Front says no. The Gull Front was ready."
    marks = [Mention(Span(0, 4), "other", None, "name"), Mention(Span(24, 34), "organisation", None, "name")]
    assert mended(text, marks, [Span(0, 19), Span(20, 45)])[0].span.of(text) == "Gull Front"


def test_a_town_that_was_taken_for_a_person() -> None:
    text = "Osk was calm. The mayor was in Osk on Monday."
    assert named(text, ("Osk", "person")) == [("Osk", "location")] * 2


def test_a_person_with_a_full_name_is_no_town() -> None:
    text = "Ada Osk was calm. He believed in Osk."
    assert ("Osk", "person") in named(text, ("Osk", "person"), ("Ada Osk", "person"))


def test_a_firm_with_the_word_that_makes_it_one() -> None:
    assert named("The head of Tarn Airways left.", ("Tarn", "location")) == [("Tarn Airways", "organisation")]


def test_a_paper_by_the_last_word_of_its_name() -> None:
    text = "The Marn Herald reported that the pier was shut. The Herald said it would stay shut."
    assert speakers(text) == [("Marn Herald",)] * 2


def test_a_body_itself() -> None:
    text = "The Gull Brigade denied it. The Gull Brigade itself said it had no boats."
    assert set(speakers(text)) == {("Gull Brigade",)}


def test_the_agency_before_its_initials() -> None:
    assert speakers("The town agency DRZ reported that the pier was shut.") == [("DRZ",)]


def test_an_outlet_that_is_the_body_gives_its_short_name_in_full() -> None:
    text = "The Ministry said that the pier was shut."
    assert said_in(text, outlet="Ministry of the Harbour")[0].chain == ("Ministry of the Harbour",)


def test_the_firm_behind_what_it_is_called() -> None:
    text = "The operator, Tarn Lines, said it would pay. The company, Marn Steel Group, said it was late."
    assert speakers(text) == [("Tarn Lines",), ("Marn Steel Group",)]


def test_the_people_of_a_body() -> None:
    text = (
        "Boats of the Straits Monitoring Mission (SMM), which observes the truce, counted five ships. "
        "The monitors said that the pier was shut."
    )
    assert speakers(text)[-1] == ("Straits Monitoring Mission",)


@pytest.mark.parametrize("dateline", ["MARN, Oct. 16 (Halyard) - ", "OSK/MARN, Oct. 16 (Reuters) - "])
def test_nobody_in_a_dateline_is_it(dateline: str) -> None:
    text = f"{dateline}The Harbour Board shut what it called a nest of rats on Monday.\n\nBoats lay idle."
    assert [s.chain[-1] for s in said_in(text) if s.cue == "called"] == ["Harbour Board"]


def test_the_sides_of_a_case_are_nobody() -> None:
    said = said_in("In King v. Burwell, challengers said no. Marn liked that case, but he says it was late.")
    assert all("Burwell" not in label for s in said for label in s.chain)


def test_the_place_of_an_office_is_no_part_of_a_name() -> None:
    said = said_in("Mayor of Chicago Rahm Emanuel said on Monday that the result was more than a game.")
    assert said[-1].chain[-1] == "Rahm Emanuel"
