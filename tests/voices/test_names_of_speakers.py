"""Which names are one person or body, and who is no voice."""

from __future__ import annotations

import pytest

from headwater.records import Mention, Span
from headwater.records.vocabulary import EntityType
from headwater.voices.entities import EntityTable
from headwater.voices.naming import unglued
from said import said_in, speakers


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Marn Piet Jan MarnHarbour", "Piet Jan Marn"),
        ("Marn Piet MarnHarbour shut for days", "Piet Marn"),
        ("Piet McMarn", "Piet McMarn"),
        ("Marn Piet Marn", "Marn Piet Marn"),
    ],
)
def test_a_surname_with_a_link_run_into_it_is_the_person(name: str, person: str) -> None:
    assert unglued(name) == person


def test_of_whom_something_is_said_does_not_say_it() -> None:
    for said in said_in("Six patients are said to be in a critical state."):
        assert said.chain == ()


def test_a_thing_that_recorded_something_is_not_he() -> None:
    text = "The switchboard had recorded a call at dawn. He said it lasted a minute."
    assert [s.chain for s in said_in(text) if s.cue == "said"] == [("He",)]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        (
            "Jane Roe Jane Ann RoePolls show a close race MORE met voters. Roe said that it was late.",
            "Jane Roe",
        ),
        ("Polling director Keith Holland counted them. Holland said that it was late.", "Keith Holland"),
        ("Christopher Hill was an envoy. Hill said that it was late.", "Christopher Hill"),
    ],
)
def test_a_surname_finds_the_full_name(told: str, name: str) -> None:
    assert speakers(told)[-1] == (name,)


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Peter Vell spoke. His wife, Emma Vell, was there. Mr. Vell said that it was late.", "Peter Vell"),
        ("Peter Vell spoke. His wife, Emma Vell, was there. Ms. Vell said that it was late.", "Emma Vell"),
        ("Peter Vell spoke. His wife Emma Vell listened. Vell said that it was late.", "Peter Vell"),
        ("Peter Vell spoke. Ms. Vell said that it was late.", "Vell"),
    ],
)
def test_a_surname_that_two_bear(told: str, name: str) -> None:
    assert speakers(told)[-1] == (name,)


def test_a_country_without_a_namesake_stays_a_country() -> None:
    assert speakers("Keith Vell met voters. Holland said that it was late.") == [("Holland",)]


def test_a_junior_is_called_so_again() -> None:
    text = "Jon Vell Jr. said the harbour was closed. Vell Jr. said that the ships were gone."
    assert len(set(speakers(text))) == 1


def table_of(text: str, *names: tuple[str, EntityType]) -> EntityTable:
    """The entities of names, each where it first stands in a text."""
    table = EntityTable(text)
    table.add_names(
        [Mention(Span(at := text.index(n), at + len(n)), kind, None, "name") for n, kind in names]
    )
    return table


def test_a_first_name_that_was_not_read_belongs_to_the_surname() -> None:
    table = table_of("Harbour economist Kevin Vell met voters.", ("Vell", "person"))
    assert [c.name for c in table.clusters] == ["Kevin Vell"]


def test_a_word_that_is_no_first_name_does_not() -> None:
    assert [c.name for c in table_of("But Vell met voters.", ("Vell", "person")).clusters] == ["Vell"]


def test_whatever_is_called_a_brigade_is_a_body() -> None:
    text = "A bomb was laid by the Tide Brigade, it is said. The Brigade met."
    table = table_of(text, ("Tide Brigade", "other"), ("The Brigade", "organisation"))
    assert [(c.name, c.type) for c in table.clusters] == [("Tide Brigade", "organisation")]


def test_a_shared_surname_is_whom_the_text_is_about() -> None:
    text = (
        "Ana Vell said the harbour was closed. Ana Vell met voters. Her husband is Jon Vell. "
        "Vell said that it was late."
    )
    assert speakers(text)[-1] == ("Ana Vell",)


def test_the_house_is_not_the_white_house() -> None:
    text = "The White House said no. The House said it was late. The White House spoke again."
    first, second = said_in(text)
    assert (first.chain, second.source) == (("White House",), "The House")
    assert first.record.speakers != second.record.speakers


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Former Secretary of State Ada Roe spoke. “It is late,” she added.", "Ada Roe"),
        ("Tarn Motors CEO Piet Marn said it was late. “It is early,” Tarn Motors said.", "Tarn Motors"),
        ("House Speaker John A. Boehner spoke. The Ohio Republican said it was late.", "John A. Boehner"),
    ],
)
def test_no_office_is_part_of_a_name(text: str, who: str) -> None:
    assert said_in(text)[-1].chain == (who,)


def test_a_surname_alone_is_whoever_holds_office() -> None:
    text = "President Piet Marn spoke. Ada Marn was there. Marn said that it was late."
    assert said_in(text)[-1].chain == ("Piet Marn",)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Secretary of State John F. Kerry said it was late. Kerry said no.", ("John F. Kerry",)),
        ("One plan is by Rep. Ada Roe, R-Dorn, who said that it was late.", ("Ada Roe",)),
        ("The Democratic nominee is near. The group said that it was late.", ("The group",)),
        ("Ada Roe/AFP/Getty Images The town was calm. She wants to leave.", ("She",)),
        ("The Supreme Court was silent. The appeals court said that it was late.", ("The appeals court",)),
        ("Drugstore chain Tarn Lines announced plans to close its stores.", ("Tarn Lines", "Tarn Lines")),
        ("There was First lady Ada Roe. President Roe said that it was late.", ("Roe",)),
        ("ROE: It is late.\n\nMARN: To be fair, I think we can win it.\n\nROE: No.", ("MARN", "MARN")),
    ],
)
def test_who_is_nobody_and_who_is_somebody_else(text: str, who: tuple[str, ...]) -> None:
    assert who in {s.chain for s in said_in(text)}
