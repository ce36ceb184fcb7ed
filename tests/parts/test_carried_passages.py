"""Where a quotation without marks ends on a pasted page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.parts import find_parts
from headwater.parts.carried import Passage
from headwater.parts.introducers import Introducer
from said import document_of, marks_of

HERALD = Introducer("The Tesmar Herald", "for the test")
TITLED = Introducer("Tesmar Herald", "for the test", titled=True)
FERRY = (
    "The ferry to Korvessa was cancelled on Monday after a crane fell across the berth, and the company said "
    "that nobody could tell when the berth would be clear again, since the crane weighs four hundred tonnes "
    "and there is no other one on the coast that could lift it out of the water."
)
SHORT = "The crane fell at noon, the harbour master told the paper."
PLAIN = (
    "The berth is the only one that takes the large ships, and the next one is nine miles up the coast, "
    "where the road has been closed since the winter and the shops have little to sell but fish and rope."
)
OWN = (
    "Harbour Shut Again",
    "The crane in Tesmar harbour has fallen, and the ferry to Korvessa does not sail.",
)


def length(*texts: str, lead: Introducer = HERALD, above: tuple[str, ...] = OWN) -> int:
    return Passage(lead, above, (), texts).length()


def test_below_an_outlets_name_a_few_sentences_are_carried() -> None:
    assert length(FERRY, PLAIN, PLAIN) == 1
    assert length(SHORT, PLAIN, PLAIN, PLAIN) == 2


def test_below_a_headline_an_excerpt_goes_on_until_the_page_speaks() -> None:
    assert length(FERRY, PLAIN, PLAIN, lead=TITLED) == 3
    assert length(FERRY, PLAIN, "I doubt that it will be a week.", PLAIN, lead=TITLED) == 2


@pytest.mark.parametrize(
    "text",
    [
        "In other words, the company had no plan for this.",
        "That said, the crane was an old one.",
        "So this was the plan all along.",
        "The Herald does not say who had checked the crane.",
        "I doubt that it will be a week.",
        "Is that all?",
        "The article leaves out the crew.",
    ],
)
def test_how_a_writer_takes_the_word_again(text: str) -> None:
    assert length(SHORT, text, PLAIN) == 1
    assert length(SHORT, PLAIN, PLAIN) == 2


@pytest.mark.parametrize(
    "text", ["“It may take a week,” she told the Herald.", "So far nobody has been found below the crane."]
)
def test_what_carried_text_says_too(text: str) -> None:
    assert length(SHORT, text, FERRY) >= 2


def test_the_writer_who_was_named_is_no_longer_speaking() -> None:
    lead = Introducer("Ambrel Voice", "for the test", titled=True, people=("Reyle",))
    column = "My neighbour lost a boat to that crane, and I have said for years that it would fall."
    assert length(column, "I went to look at it.", PLAIN, lead=lead) == 3
    assert (
        length(
            column,
            "I went to look at it.",
            "He is half right. Where I part with Reyle is the ferry.",
            lead=lead,
        )
        == 2
    )


def test_a_passage_on_something_else_ends_where_the_page_comes_back_to_its_own_topic() -> None:
    bakery = "The bakers of Istham went back to their ovens on Sunday after eleven days without bread."
    flour = "Their union had asked for new ovens and cheaper flour."
    back = (
        "The ferry company will try to lift the crane in Tesmar harbour before the weekend, its office said."
    )
    promise = (
        "They had been promised both in the spring, and had got neither of them when the next autumn came."
    )
    bread = f"{bakery} {flour} {promise}"
    assert length(bread, flour, flour, back, PLAIN) == 3
    assert length(bread, flour, flour, flour, flour) == 1


def test_a_heading_ends_a_passage() -> None:
    assert length(SHORT, PLAIN, "What comes next", PLAIN, lead=TITLED) == 2


def test_a_speech_that_the_page_left_open_goes_on_behind_the_passage() -> None:
    above = (*OWN, "Nils Overgard, 61, said: “We heard it fall.")
    assert length(SHORT, "“Then it was quiet.”", lead=TITLED) == 2
    assert length(SHORT, "“Then it was quiet.”", lead=TITLED, above=above) == 1


@given(st.lists(st.text(min_size=1).map(str.strip).filter(bool), min_size=1, max_size=8), st.booleans())
def test_a_passage_has_at_least_its_first_paragraph_and_no_more_than_there_are(
    texts: list[str], titled: bool
) -> None:
    assert 1 <= length(*texts, lead=TITLED if titled else HERALD) <= len(texts)


def parts_of(*paragraphs: str, outlet: str | None = None) -> list[tuple[str, str | None, str]]:
    text = "\n\n".join(paragraphs)
    found = find_parts(document_of(text, outlet=outlet), marks_of(text))
    return [(p.kind, p.voice.label if p.voice else None, p.span.of(text)) for p in found]


def test_only_the_sentence_that_hands_over_is_the_introducer() -> None:
    found = parts_of(*OWN, "It has been a long week. The Tesmar Herald reports:", FERRY, PLAIN)
    assert [(kind, text) for kind, _, text in found[1:3]] == [
        ("body", f"{OWN[1]}\n\nIt has been a long week."),
        ("introducer", "The Tesmar Herald reports:"),
    ]
    assert [(kind, voice) for kind, voice, _ in found[3:]] == [
        ("quoted", "The Tesmar Herald"),
        ("body", None),
    ]


def test_the_pages_own_outlet_does_not_hand_over() -> None:
    rows = (*OWN, "The Tesmar Herald reports:", FERRY, PLAIN)
    assert "quoted" in {kind for kind, _, _ in parts_of(*rows)}
    assert "quoted" not in {kind for kind, _, _ in parts_of(*rows, outlet="Tesmar Herald")}


def test_an_advertisement_between_does_not_keep_them_apart() -> None:
    found = parts_of(*OWN, "The Tesmar Herald reports:", "Advertisement", FERRY, PLAIN)
    assert ("quoted", "The Tesmar Herald", FERRY) in found
