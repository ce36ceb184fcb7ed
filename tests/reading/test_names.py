from __future__ import annotations

import pytest
from hypothesis import given, settings

import strategies
from headwater.reading.names import find_names, mentions_of
from headwater.reading.sentences import paragraphs, sentences


def named(text: str) -> list[tuple[str, str, str]]:
    """Mention, bare name and type of each name."""
    split = sentences(text, paragraphs(text))
    return [(n.span.of(text), n.core.of(text), n.type) for n in find_names(text, split)]


def mentions(text: str) -> list[str]:
    return [span for span, _, _ in named(text)]


def test_titles_belong_to_the_mention_and_not_to_the_name() -> None:
    text = "Yesterday they met Defence Minister Ana Torvald and later the retired Gen. Piet Marn at home."
    assert ("Defence Minister Ana Torvald", "Ana Torvald", "person") in named(text)
    assert "Piet Marn" in [core for _, core, _ in named(text)]


def test_a_possessive_ending_is_no_part_of_a_name() -> None:
    assert mentions("It was Ana Torvald’s ship that the people of the town saw.") == ["Ana Torvald"]
    assert mentions("It was the CSS's ship that the people of the town saw.") == ["the CSS"]


def test_acronyms_are_organisations() -> None:
    assert named("It said the CSS and the U.N. were of one mind.") == [
        ("the CSS", "CSS", "organisation"),
        ("the U.N.", "U.N.", "organisation"),
    ]


def test_a_determiner_belongs_to_the_name_only_where_the_name_is_the_noun() -> None:
    assert mentions("It was said that the Pentagon agreed.") == ["the Pentagon"]
    assert mentions("It was said that a Pentagon official agreed.") == ["Pentagon"]
    assert mentions("It was said that the Pentagon official agreed.") == ["Pentagon"]


def test_nationalities_inside_a_name_follow_it() -> None:
    found = named("They saw the Russian Army and a few Ukrainian soldiers near the old bridge.")
    assert found == [
        ("the Russian Army", "Russian Army", "organisation"),
        ("Russian", "Russian", "nationality"),
        ("Ukrainian", "Ukrainian", "nationality"),
    ]


def test_a_surname_takes_the_type_of_the_full_name() -> None:
    found = named("They met Piet Marn at the harbour. Much later they saw Marn leave.")
    assert [(core, kind) for _, core, kind in found] == [("Piet Marn", "person"), ("Marn", "person")]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They are in Kharkiv now.", "Kharkiv", "location"),
        ("They came to the old Halyard Harbor again.", "Halyard Harbor", "location"),
        ("They belong to the Tide Brigade of old.", "the Tide Brigade", "organisation"),
        ("They asked the Ministry of Defence for help.", "the Ministry of Defence", "organisation"),
        ("They asked Jo van der Berg for help.", "Jo van der Berg", "person"),
        ("They asked Secretary of State John Kerry for help.", "Secretary of State John Kerry", "person"),
        ("They read the New York Times every day.", "the New York Times", "organisation"),
    ],
)
def test_types(text: str, name: str, kind: str) -> None:
    assert (name, kind) in [(span, found) for span, _, found in named(text)]


def test_words_that_only_open_a_sentence_are_no_names() -> None:
    text = "On Monday the minister left. However, nobody saw it. In December they came back. I did not."
    assert mentions(text) == []


def test_a_title_case_headline_gives_known_names_only() -> None:
    headline = "Blast In Harbour Kills Three Ukrainian Sailors, Pentagon Says"
    assert [(span, kind) for span, _, kind in named(headline)] == [
        ("Ukrainian", "nationality"),
        ("Pentagon", "organisation"),
    ]


def test_mentions_name_no_entity_yet() -> None:
    text = "They asked Jo van der Berg for help."
    (mention,) = mentions_of(find_names(text, sentences(text, paragraphs(text))))
    assert (mention.span.of(text), mention.entity, mention.form) == ("Jo van der Berg", None, "name")


@settings(max_examples=50)
@given(strategies.texts)
def test_names_stand_in_order_inside_their_sentence(text: str) -> None:
    split = sentences(text, paragraphs(text))
    found = find_names(text, split)
    assert [n.span.start for n in found] == sorted(n.span.start for n in found)
    assert all(n.span.contains(n.core) for n in found)
    assert all(any(s.contains(n.span) for s in split) for n in found)
