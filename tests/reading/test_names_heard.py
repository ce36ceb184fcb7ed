"""Names of the model and the rules together; what the model hears is given by hand."""

from __future__ import annotations

from headwater.reading.heard import with_heard
from headwater.reading.names import find_names
from headwater.reading.sentences import paragraphs, sentences
from headwater.records import Span
from headwater.records.vocabulary import EntityType


def named(text: str, *heard: tuple[str, EntityType]) -> list[tuple[str, str]]:
    """The names of ``text`` and their types, where the model hears each given one at its first place."""
    split = sentences(text, paragraphs(text))
    spans = sorted((Span(at, at + len(w)), kind) for w, kind in heard if (at := text.index(w)) >= 0)
    found = with_heard(text, find_names(text, split), spans, split)
    return [(n.span.of(text), n.type) for n in found]


def test_the_model_says_where_and_the_gazetteer_what() -> None:
    assert named("They left Aleppo for good.", ("Aleppo", "person")) == [("Aleppo", "location")]


def test_a_name_that_the_rules_alone_guess_is_left_out() -> None:
    assert named("They met Brask Holdover there.") == []


def test_a_known_name_that_the_model_misses_stays() -> None:
    assert named("They went to Aleppo.") == [("Aleppo", "location")]


def test_titles_belong_to_the_mention() -> None:
    assert named("They met Gen. Odo Brask.", ("Odo Brask", "person")) == [("Gen. Odo Brask", "person")]


def test_a_person_is_named_to_the_end_and_without_the_town() -> None:
    assert named("They met Odo Brask of Lodrin.", ("Odo", "person")) == [("Odo Brask", "person")]
    text = "They met Odo Brask of Lodrin."
    assert named(text, ("Odo Brask of Lodrin", "person")) == [("Odo Brask", "person")]


def test_words_in_small_letters_are_no_part_of_a_name() -> None:
    assert named("They joined Tavric nations.", ("Tavric nations", "organisation")) == [
        ("Tavric", "organisation")
    ]


def test_what_is_named_once_is_a_name_wherever_it_stands() -> None:
    text = "They met Odo Brask. Later Brask left with Odo Brask."
    assert named(text, ("Odo Brask", "person")) == [
        ("Odo Brask", "person"),
        ("Brask", "person"),
        ("Odo Brask", "person"),
    ]


def test_names_written_alike_have_one_type() -> None:
    text = "Tavrik fell. They left Tavrik. Near Tavrik it rained."
    places = [Span(a, a + 6) for a in (0, 23, 36)]
    split = sentences(text, paragraphs(text))
    kinds: list[EntityType] = ["person", "location", "location"]
    found = with_heard(text, (), list(zip(places, kinds, strict=True)), split)
    assert {n.type for n in found} == {"location"}


def test_a_long_body_is_named_whole() -> None:
    text = "They met the Security Service of Tavria."
    assert named(text, ("Security Service", "organisation"), ("Tavria", "location")) == [
        ("the Security Service of Tavria", "organisation")
    ]


def test_a_title_alone_is_no_name() -> None:
    assert named("They met the General there.", ("General", "person")) == []


def test_in_a_headline_only_what_stands_elsewhere_is_a_name() -> None:
    text = "Brask Leaves Harbour In Great Haste\nThey saw Odo Brask go."
    assert named(text, ("Brask", "person"), ("Great Haste", "person"), ("Odo Brask", "person")) == [
        ("Brask", "person"),
        ("Odo Brask", "person"),
    ]


def test_a_known_name_is_not_broken_off() -> None:
    assert named("They left the United States.", ("United", "organisation")) == [
        ("the United States", "location")
    ]
