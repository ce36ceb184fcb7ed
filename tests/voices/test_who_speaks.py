"""Names, short forms, pronouns, and the unnamed."""

from __future__ import annotations

import pytest

from headwater.records import Span
from headwater.voices.sources import Names, take_apart
from said import entities, one, reading_of, said_in, speakers, statements


@pytest.mark.parametrize("pronoun", ["She", "The minister", "Torvald", "Ms Torvald", "Minister Torvald"])
def test_a_named_person_comes_back(pronoun: str) -> None:
    text = f"Minister Ana Torvald said the harbour was closed. {pronoun} said that the ships were gone."
    assert speakers(text) == [("Ana Torvald",), ("Ana Torvald",)]


def test_he_after_an_unnamed_official() -> None:
    text = "A senior official in the ministry said the harbour was closed. He said it would stay closed."
    assert speakers(text) == [("A senior official in the ministry",)] * 2


def test_a_group_is_they() -> None:
    text = "The Tide Brigade said it had struck the harbour. They said that they would strike again."
    assert speakers(text) == [("Tide Brigade",), ("Tide Brigade",)]


def test_pronouns_do_not_reach_into_another_voice() -> None:
    text = (
        "Another long week, I fear.\nWSJ (“Harbour Shut“):\nAna Torvald said the harbour was closed.\n"
        "The Guardian (“Ships Gone“):\nShe said the ships were gone."
    )
    found = [s.chain for s in said_in(text) if s.cue == "said"]
    assert found[0] == ("WSJ", "Ana Torvald")
    assert found[1][0] == "The Guardian"
    assert "Ana Torvald" not in found[1]


def test_an_acronym_in_brackets_is_the_same_body() -> None:
    text = (
        "The Coast Security Service (CSS) said it had ships. The CSS said it was ready. The service said no."
    )
    reading = reading_of(text)
    (body,) = {a.speakers for a in reading.attributions}
    entity = entities(reading)[body[0]]
    assert (entity.name, "CSS" in entity.aliases) == ("Coast Security Service", True)
    assert statements(reading)[1].chain == ("Coast Security Service",)


def test_an_acronym_known_as_is_the_same_body() -> None:
    text = (
        "They all had once worked for the Coast Security Service of Korvessa, known as the CSS, at home. "
        "The CSS said it was ready. The service added that it was armed."
    )
    assert speakers(text) == [("Coast Security Service of Korvessa",)] * 2


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("The White House and Pentagon", ("White House", "Pentagon")),
        ("Ana Torvald and Piet Marn", ("Ana Torvald", "Piet Marn")),
    ],
)
def test_two_speakers_with_one_cue(source: str, names: tuple[str, ...]) -> None:
    text = f"{source} said the harbour was closed."
    assert speakers(text) == [names]
    (found,) = said_in(text)
    assert found.source == source


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Ana Torvald", "named_person"),
        ("The Coast Security Service", "named_organisation"),
        ("The Pentagon", "named_organisation"),
        ("A senior official", "unnamed_person"),
        ("An aide to Ana Torvald", "unnamed_person"),
        ("Residents", "unnamed_group"),
        ("Two Korvessan officials", "unnamed_group"),
        ("The report", "document"),
        ("A tweet", "social_post"),
        ("71 % of voters", "unnamed_group"),
        ("Six in ten", "unnamed_group"),
        ("The left", "unnamed_group"),
        ("The plea agreement", "document"),
        ("The Lowhaven Herald", "outlet"),
    ],
)
def test_kinds_of_source(source: str, kind: str) -> None:
    (found,) = said_in(f"{source} said that the harbour was closed.")
    assert (found.source, found.record.source_kind) == (source, kind)


def test_a_withheld_name_is_anonymous() -> None:
    text = "The harbour is closed, said a senior official, who spoke on condition of anonymity."
    assert one(said_in(text), "said").record.source_kind == "anonymous"


def test_unnamed_officials_stay_unnamed() -> None:
    for name in speakers(
        "An aide to Ana Torvald said the harbour was closed. Torvald’s aide said it would stay so."
    ):
        assert name != ("Ana Torvald",)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("A Korvessan official", "An Istham official"),
        ("A senior official", "Another official"),
        ("A senior official", "A second official"),
        ("Two officials", "A senior official"),
        ("An army spokesman", "A ministry spokesman"),
        ("A senior official", "An official"),
    ],
)
def test_different_officials_never_merge(first: str, second: str) -> None:
    one_, other = speakers(f"{first} said the harbour was closed. {second} said it was open.")
    assert one_ != other


def test_the_same_official_is_recognised() -> None:
    text = "A Korvessan official said the harbour was closed. The official said it would stay closed."
    assert speakers(text) == [("A Korvessan official",)] * 2


def test_the_label_is_the_fullest_name() -> None:
    text = (
        "Torvald: harbour closed\n"
        "The harbour was closed on Monday, and the ships were sent away to the north.\n"
        "Ana Torvald said that it was time."
    )
    assert one(said_in(text), "said").chain == ("Ana Torvald",)


@pytest.mark.parametrize(
    ("given", "voice"),
    [
        ({"byline": "Jon Vell", "outlet": "Lodrin Courant"}, "Jon Vell"),
        ({"outlet": "Lodrin Courant"}, "Lodrin Courant"),
        ({}, "this page"),
    ],
)
def test_i_is_the_pages_author(given: dict[str, str], voice: str) -> None:
    reading = reading_of("I said the harbour was closed.", **given)
    (a,) = reading.attributions
    assert a.source_kind == "author"
    assert [(link.kind, link.label) for link in a.chain] == [("page", voice), ("speaker", voice)]
    assert [entities(reading)[e].name for e in a.speakers] == [voice]


def test_i_in_carried_text_is_the_carried_outlet() -> None:
    text = (
        "Another long week, I fear.\nThe Guardian (“Harbour Shut“):\n"
        "The minister met us. We said that the harbour was closed, she told us."
    )
    found = one(said_in(text, byline="Jon Vell"), "said")
    assert found.chain[0] == "The Guardian"
    assert "Jon Vell" not in found.chain
    assert ("The Guardian",) in speakers(text)


def test_i_in_a_comment_is_the_commenter() -> None:
    text = (
        "The harbour of Lodrin is closed until further notice.\nComments\n"
        "1. Rob1 says:\nI said that the harbour was closed.\n2. Mara K says:\nI said that it was not."
    )
    reading = reading_of(text, byline="Jon Vell")
    found = [a for a in reading.attributions if a.source_kind == "author"]
    assert [entities(reading)[a.speakers[0]].name for a in found] == ["Rob1", "Mara K"]
    assert [a.chain[1].kind for a in found] == ["commenter", "commenter"]


def test_everybody_who_speaks_has_a_mention() -> None:
    reading = reading_of(
        "A senior official said it was closed. She said it was late. Ana Torvald said no more than that."
    )
    mentioned = {m.entity: m.form for m in reading.mentions}
    assert {e for a in reading.attributions for e in a.speakers} <= set(mentioned)
    assert {"pronoun", "nominal", "name"} <= {m.form for m in reading.mentions}


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("Ana Torvald and many others", ("Ana Torvald", "many others")),
        ("the minister and her aides", ("the minister", "her aides")),
        ("Both Ana Torvald and Piet Marn", ("Ana Torvald", "Piet Marn")),
        ("state and local officials", ("state and local officials",)),
        ("current and former officials", ("current and former officials",)),
    ],
)
def test_a_name_and_others_are_two_voices(source: str, names: tuple[str, ...]) -> None:
    opened = source[0].upper() + source[1:]
    found = speakers(f"{opened} said that the harbour was closed.")
    assert [tuple(n.lower() for n in one) for one in found] == [tuple(n.lower() for n in names)]


def test_a_link_of_two_has_their_full_names() -> None:
    text = (
        "Minister Ana Torvald met Governor Piet Marn on Monday. Torvald and Marn said the harbour was closed."
    )
    assert [s.chain for s in said_in(text)] == [("Ana Torvald and Piet Marn",)]


def test_a_name_in_a_relative_clause_is_no_apposition() -> None:
    text = "The other pilot that Ana Torvald had called said the light was out."
    assert all("Ana Torvald" not in s.chain for s in said_in(text) if s.cue == "said")


@pytest.mark.parametrize("told", ["an aide at the Harbour Board", "D-Lowhaven"])
def test_who_behind_an_apposition_is_the_person(told: str) -> None:
    text = f"Ana Torvald, {told}, who said the harbour was closed, left on Monday."
    assert [s.chain for s in said_in(text) if s.cue == "said"] == [("Ana Torvald",)]


def test_nobody_asks_when_asked() -> None:
    text = "Ana Torvald spoke on Monday. When asked if the harbour was closed, she said that it was open."
    assert {s.chain[-1] for s in said_in(text) if s.chain} == {"Ana Torvald"}


def test_the_source_ends_before_a_participle() -> None:
    text = "A new poll released in May by the board"
    phrase = take_apart(text, Span(0, len(text)), Names(()))
    assert phrase is not None
    assert phrase.core.of(text) == "A new poll"


def test_a_quotation_does_not_go_on_with_whom_it_quotes() -> None:
    text = (
        "“HOST: I have got to ask you, because as the Daily Courier wrote, people fear that it is closed.”"
        "\n\n“GUEST: Well, the question should be why nobody looks at the ships that lie there.”"
    )
    told = [s for s in said_in(text) if "the ships" in s.content]
    assert all("Daily Courier" not in s.chain for s in told)


def test_the_man_is_the_one_who_was_brought_in() -> None:
    text = "Police held a Korvessan man on Monday. The man said that he had seen the ships."
    assert {s.chain for s in said_in(text) if s.cue == "said"} == {("a Korvessan man",)}


def test_an_alleged_role_is_alleged_by_nobody_named() -> None:
    text = "Ana Torvald left on Monday. Her alleged role in the fire was not discussed."
    assert all(s.chain == () for s in said_in(text) if s.cue == "alleged")


@pytest.mark.parametrize(
    "text",
    [
        "“Piet Marn stole the money,” he said.",
        "The mayor came late. “Piet Marn is a fool,” he said.",
        "Piet Marn’s death shocked the town. He said that it was closed.",
    ],
)
def test_whoever_is_only_spoken_of_does_not_speak(text: str) -> None:
    assert all("Piet Marn" not in s.chain for s in said_in(text) if s.cue == "said")


@pytest.mark.parametrize(
    "source",
    [
        "The president and chief executive Ana Torvald",
        "The producer and director Piet Marn",
    ],
)
def test_two_roles_of_one_person_are_one_voice(source: str) -> None:
    (names,) = speakers(f"{source} said the harbour was closed.")
    assert len(names) == 1


def test_a_noun_in_ing_is_no_clause() -> None:
    (found,) = said_in("The court filing in the Marn case said that the harbour was closed.")
    assert found.chain[-1].lower().startswith("the court filing")


def test_who_behind_an_apposition_without_a_comma_is_the_person() -> None:
    text = "The prize went to Ana Torvald, the aide who said the harbour was closed."
    assert speakers(text) == [("Ana Torvald",)]


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Ana Brask Torvald", "Brask Torvald"),
        ("Ana Torvald III", "Torvald"),
        ("Robert Marn", "Bob Marn"),
        ("the Lodrin Research Center", "Lodrin"),
    ],
)
def test_a_shorter_name_is_the_same(full: str, short: str) -> None:
    first, second = speakers(f"{full} said the harbour was closed. {short} said that the ships were gone.")
    assert first == second


@pytest.mark.parametrize("title", ["Gov. Jon Vell met voters", "Jon Vell, the governor, met voters"])
def test_a_title_beside_a_name_is_taken_up(title: str) -> None:
    assert speakers(f"{title}. The governor said the harbour was closed.") == [("Jon Vell",)]


def test_the_vice_president_is_not_the_president() -> None:
    text = "President Jon Vell met Vice President Piet Marn. The president said the harbour was closed."
    assert speakers(text) == [("Jon Vell",)]


def test_a_ruler_without_a_name_is_nobody_named_nearby() -> None:
    text = "John Roe was arrested after a shooting. The governor said he would not rest."
    assert speakers(text)[-1] == ("The governor",)


def test_an_aide_is_not_whom_the_text_is_about() -> None:
    text = "Jon Vell met voters in Lowhaven. Vell shook hands. The aide said the harbour was closed."
    assert speakers(text) == [("The aide",)]


def test_those_who_agree_with_me_are_not_me() -> None:
    found = said_in("Those who disagree with me will say that the harbour was closed.", byline="Ada Lorn")
    assert [s.chain for s in found if s.cue == "will say"] == [("Those who disagree with me",)]


def test_who_speaks_in_anothers_words_is_not_the_next_she() -> None:
    text = (
        "Ana Torvald of the port spoke on Monday. Torvald said Tarn Lines denied the fault. "
        "She said the harbour was closed."
    )
    assert said_in(text)[-1].chain == ("Ana Torvald",)


@pytest.mark.parametrize(
    ("source", "voice"),
    [
        ("A new listing", "A new listing"),
        ("A legal proceeding", "A legal proceeding"),
        ("Those who lived in Dorn", "Those who lived in Dorn"),
        ("Those who voted for Roe", "Those who voted for Roe"),
        ("A survey released in May", "A survey"),
        ("A survey published", "A survey"),
    ],
)
def test_where_a_source_ends(source: str, voice: str) -> None:
    assert speakers(f"{source} said the harbour was closed.") == [(voice,)]


def test_a_source_that_breaks_off_is_nobody() -> None:
    assert speakers("The mirror of the said the harbour is closed.") == [()]


def test_neither_of_two() -> None:
    text = "Neither Ana Torvald nor Piet Marn planned to close the harbour."
    (found,) = said_in(text)
    assert speakers(text) == [("Ana Torvald", "Piet Marn")]
    assert found.record.content_negated


def test_who_speaks_around_a_colon() -> None:
    text = "“It is safe,” Piet Lorn said. Karl Summer, the mayor of Dorn, was calm: “It will hold,” he said."
    assert speakers(text)[-1] == ("Karl Summer",)


def test_the_sides_of_a_case_are_nobody() -> None:
    text = (
        "Ana Torvald said: “I want a judge who does not believe in Roe v. Wade, who does not believe a woman "
        "has a right to leave.”"
    )
    assert not any("Wade" in link for s in said_in(text) for link in s.chain)


def test_the_network_is_the_broadcaster_named_last() -> None:
    text = "The American Radio Network was there. CNN sued on Monday. The network called the ban “severe.”"
    assert speakers(text) == [("CNN",)]


def test_a_title_is_not_of_the_relative_named_beside_it() -> None:
    text = (
        "Ada Roe, daughter of President Roe, came on Monday. Karl Roe had said no. "
        "The president said that the harbour was closed."
    )
    assert speakers(text)[-1] == ("Karl Roe",)


@pytest.mark.parametrize(
    ("words", "breaks_off"),
    [("their anger at the", True), ("the main point is", True), ("the way to", True), ("the mayor", False)],
)
def test_what_is_no_noun_phrase(words: str, breaks_off: bool) -> None:
    phrase = take_apart(words, Span(0, len(words)), Names([]))
    assert phrase is not None
    assert phrase.breaks_off is breaks_off
