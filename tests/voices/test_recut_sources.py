"""Sources that were cut in the wrong place, and whom that makes the voice."""

from __future__ import annotations

import pytest

from said import said_in

WHO = [
    (
        "Roe said the northern command “determined the launch did not pose a threat to Dorn.”",
        {("Roe",), ("Roe", "the northern command")},
    ),
    (
        "Reports said Dorn had launched three missiles in the last round. It was later determined that "
        "only one projectile was launched and that it broke up into three parts.",
        {("Reports",), ()},
    ),
    (
        "Ana Torvald is a prosecutor. Torvald, for her part has described Marn as a “deranged” man.",
        {("Ana Torvald",)},
    ),
    (
        "Marn has been accused by dozens of women of sexual misconduct.",
        {("dozens of women",)},
    ),
    (
        "“It will hold,” Ada Lorn said, as quoted by the Harbour Times on Monday.",
        {("Harbour Times", "Ada Lorn"), ("Harbour Times",)},
    ),
    (
        "The dam is safe, Ada Lorn said as reported by TASS.",
        {("TASS", "Ada Lorn"), ("TASS",)},
    ),
    (
        "A group of ex-Facebook, Google, and Apple employees have announced a campaign, the Dawn reports.",
        {("Dawn",), ("Dawn", "A group of ex-Facebook, Google, and Apple employees")},
    ),
    (
        "Countries including South Korea, Russia and the United States said the launch was a failure.",
        {("Countries including South Korea, Russia and the United States",)},
    ),
    (
        "Television stations in Japan and South Korea said the rocket flew by.",
        {("Television stations in Japan and South Korea",)},
    ),
    (
        "Some drivers, including Lewis Hamilton, said conditions were fine.",
        {("Some drivers",)},
    ),
    (
        "The ambassador to the United Nations Nikki Haley said the launch was “absolutely unacceptable”.",
        {("Nikki Haley",)},
    ),
    (
        "The plant shut as Ada Roe dismissed the offer of talks.",
        {("Ada Roe",)},
    ),
]


@pytest.mark.parametrize(("text", "chains"), WHO)
def test_the_voice_is_the_whole_phrase_that_speaks(text: str, chains: set[tuple[str, ...]]) -> None:
    assert {s.chain for s in said_in(text)} == chains


def test_as_tells_when_where_no_comma_stands_before() -> None:
    (one,) = said_in("The plant shut as Ada Roe dismissed the offer of talks.")
    assert one.content == "the offer of talks"


def test_a_coalition_without_a_name_is_no_firm_named_before() -> None:
    said = said_in(
        "Apple sells phones.\n\nIn May a coalition of unions went on strike.\n\n"
        "The coalition said it would go on for a week."
    )
    assert [s.chain for s in said] == [("The coalition",)]


def test_a_coalition_is_whose_apposition_says_so() -> None:
    said = said_in(
        "Ana Torvald founded the Center for Humane Technology, a coalition of engineers. Apple sells phones."
        "\n\nThe coalition said it would go on for a week."
    )
    assert said[-1].chain == ("Center for Humane Technology",)


def test_which_is_no_person() -> None:
    said = said_in(
        "A bill was brought in by Robert Marn, a state senator, which would ban the robots, Ada Roe said."
    )
    assert all("Robert Marn" not in s.chain for s in said)


def test_a_name_that_a_line_of_capitals_ran_into() -> None:
    said = said_in("WHAT TO KNOW ABOUT ELON MUSK Elon Musk said on Monday that the rocket would fly.")
    assert said[-1].chain == ("Elon Musk",)


def test_a_source_does_not_begin_in_the_sentence_before() -> None:
    text = (
        "Albert Ho told a news conference on Monday: “He was kidnapped.” Chinese law makes no such claim, "
        "according to Mr Ho. The Global Times, a tabloid run by the People's Daily, said in an editorial "
        "that the bookshop “survives on stirring up troubles”."
    )
    assert all(". " not in s.source for s in said_in(text))
    assert said_in(text)[-1].chain == ("Global Times",)


def test_the_world_health_organization_is_no_pronoun() -> None:
    said = said_in(
        "The World Health Organization said it was told of 44 patients. The WHO says that the email did not "
        "mention human transmission."
    )
    assert {s.chain for s in said} == {("World Health Organization",)}


def test_a_speaker_with_a_clause_is_no_part_of_what_is_said() -> None:
    said = said_in(
        "In it, the company said it had caught 29 leakers last year. An employee who was fired told The "
        "Verge she had only talked to a friend."
    )
    assert said[-1].source == "An employee who was fired"
    assert said[-1].content == "she had only talked to a friend"


def test_a_clause_between_a_subject_and_its_verb_is_not_the_speaker() -> None:
    said = said_in(
        "The authors wrote that seas could rise. Earlier work by the same team, which the journal Nature "
        "rejected, had predicted half that."
    )
    assert all("rejected" not in label for s in said for label in s.chain)


def test_members_of_parliament_have_told_a_paper() -> None:
    said = said_in(
        "Prime Minister Theresa May's chief whip broke a pact on purpose, Conservative MPs have told the "
        "Guardian, contradicting her claim that it was an honest mistake."
    )
    told = next(s for s in said if s.cue == "have told")
    assert told.chain == ("Conservative MPs",)
    assert told.content.endswith("on purpose")


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        (
            "KCNA quoted a statement from the Committee for the Peaceful Reunification of Korea which said "
            "that punishment would follow.",
            "a statement from the Committee for the Peaceful Reunification of Korea",
        ),
        (
            "“He has never been this blunt,” said Ana Silva of Nomura, who sees a rise in May.",
            "Ana Silva",
        ),
        ("Rescue workers, who have complained of a lack of equipment, left.", "Rescue workers"),
        (
            "The ministry's spokesman, General Abu Bakr Abdel Karim, rejected that as a “rumour”. He told "
            "state TV that all three were in good health.",
            "Abu Bakr Abdel Karim",
        ),
    ],
)
def test_the_last_voice_goes_by_its_whole_name(text: str, voice: str) -> None:
    assert said_in(text)[-1].chain[-1] == voice


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        (
            "The Santa Rosa Press Democrat is a paper. Sheriff Rob Giordano said no. The Press Democrat "
            "reported that Gonzalez was walking out of the creek area.",
            "Press Democrat",
        ),
        ("Conservative media sites on Tuesday said a man had been arrested.", "Conservative media sites"),
        ("A Pew poll conducted after the 2011 attempt found that few were for it.", "A Pew poll"),
    ],
)
def test_labels_end_where_the_phrase_does(text: str, voice: str) -> None:
    assert said_in(text)[-1].chain[-1] == voice


def test_lawmakers_say_what_a_report_that_they_tell_of_does() -> None:
    said = said_in(
        "The budget report that lawmakers said cleared the way for them also warned that the bill would cut "
        "arrivals by only 25 percent."
    )
    assert (said[0].cue, said[0].chain) == ("said", ("lawmakers",))


def test_a_clause_without_whom_has_its_own_subject() -> None:
    said = said_in(
        "The army said that Oron Marn, an Israeli soldier Hamas claimed to be holding, was killed in battle."
    )
    assert {s.chain for s in said} == {("The army",), ("The army", "Hamas")}


def test_a_month_before_the_speaker_is_none() -> None:
    said = said_in("Last June, the president's favorite target, CNN, reported that Ada Lorn would resign.")
    assert all("June" not in label for s in said for label in s.chain)


def test_a_name_with_its_role_before_said_is_the_speaker() -> None:
    said = said_in(
        "Haley, a star of the party with possible ambitions, said Trump, who spoke there two years ago, "
        "called to offer her some advice."
    )
    assert said[0].chain == ("Haley",)


def test_office_vows_nothing() -> None:
    said = said_in("Mr. Marn broke a promise. He came to office vowing to shutter the prison.")
    assert all("office" not in s.chain for s in said)
