"""Whom a pronoun, "we", "who" or "the newspaper" means."""

from __future__ import annotations

import pytest

from said import said_in, speakers


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("Harbour spokesman Piet Marn gave Jon Vell a map. “It is old,” he said.", "Piet Marn"),
        (
            "Ana Torvald came late. The police chief met voters. He said the port was shut.",
            "The police chief",
        ),
        ("Senior aides met at the Harbour Board. They said that the pier was shut.", "Senior aides"),
    ],
)
def test_a_pronoun_looks_at_how_others_stand(text: str, second: str) -> None:
    assert speakers(text)[-1] == (second,)


@pytest.mark.parametrize(
    "source",
    [
        "Harbour Board spokeswoman Ana Torvald",
        "Ana Torvald, a spokeswoman for the Harbour Board",
    ],
)
def test_we_is_the_body_that_somebody_speaks_for(source: str) -> None:
    found = speakers(f"“We believe that the pier is shut,” said {source}.")
    assert ("Harbour Board",) in found


def test_we_of_a_person_without_a_post_is_left_open() -> None:
    text = "“We believe that the pier is shut,” Ana Torvald said at the Harbour Board."
    assert {s.chain for s in said_in(text)} == {("Ana Torvald",), ("Ana Torvald", "we")}


def test_who_in_brackets_may_say_two_things() -> None:
    text = "Mayor Ada Roe (who claims that the pier is safe, and claims that the town is poor) resigned."
    assert [s.chain for s in said_in(text)] == [("Ada Roe",), ("Ada Roe",)]


def test_i_of_a_quotation_that_is_not_closed_is_its_speaker() -> None:
    text = "'The board has done nothing, I'm disappointed that the pier was shut,\" Ana Torvald said."
    assert {s.chain[-1] for s in said_in(text)} == {"Ana Torvald"}


def test_we_scientists_keep_their_words() -> None:
    text = "“We scientists believe that the pier is shut,” Ana Torvald said."
    assert ("Ana Torvald", "We scientists") in {s.chain for s in said_in(text)}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“Marn was wrong,” he said.", "Karl Lorn"),
        ("Marn was wrong, he said.", "Karl Lorn"),
        ("He said that Marn was wrong.", "Karl Lorn"),
        ("He said that the pier was wrong.", "Piet Marn"),
    ],
)
def test_whoever_is_named_in_what_is_said_did_not_say_it(text: str, who: str) -> None:
    before = "Karl Lorn said that the harbour was closed. Piet Marn said that it was open. "
    assert speakers(before + text)[-1] == (who,)


def test_who_is_heard_in_a_quotation_is_not_who_goes_on() -> None:
    text = "“Piet Marn believes that the pier is shut,” Karl Lorn said. “He is wrong,” he said."
    assert speakers(text)[-1] == ("Karl Lorn",)


@pytest.mark.parametrize("place", [" of London", ", of London"])
def test_who_behind_a_place_is_the_person(place: str) -> None:
    text = f"Ana Torvald{place}, who said that the harbour was closed, left for London."
    assert speakers(text)[0] == ("Ana Torvald",)


def test_who_behind_two_persons_is_the_nearer() -> None:
    text = (
        "The speech was aimed at Piet Marn, who left, and Ana Torvald, who said that the harbour was closed."
    )
    assert speakers(text) == [("Ana Torvald",)]


def test_the_newspaper_is_no_other_body() -> None:
    text = "The Harbour Board met in May. The newspaper reported that the harbour was closed."
    assert speakers(text) == [("The newspaper",)]
    text = "The Lodrin Herald came late. " + text
    assert speakers(text) == [("Lodrin Herald",)]


def test_the_president_is_not_one_whom_the_quotation_names() -> None:
    text = "President Karl Brenn met voters. “We owe much to President Piet Marn,” the president said."
    assert speakers(text)[-1] == ("Karl Brenn",)


def test_a_short_first_name_tells_the_sex_of_its_long_form() -> None:
    text = "Jake Marn asked Hillary Torvald about the harbour. She said it was closed."
    assert speakers(text)[-1] == ("Hillary Torvald",)


def test_documents_are_no_they() -> None:
    text = "Officials met at the pier. The reports said that it was shut. They later said it was open."
    assert speakers(text)[-1] == ("Officials",)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Torvald arrived. Dorn bombed what it called a camp inside Velmora.", "Dorn"),
        ("Eva Marn left. Ana Torvald attacked what she described as a weak plan.", "Ana Torvald"),
    ],
)
def test_what_it_calls_a_camp_is_called_so_by_who_bombs_it(text: str, who: str) -> None:
    (found,) = [s for s in said_in(text) if s.cue in ("called", "described as", "described")]
    assert found.chain == (who,)


def test_who_behind_a_quotation_is_its_last_noun() -> None:
    text = "CNN was there. Roe “paid a former clerk” who said on Monday that she was hurt."
    assert [s.chain for s in said_in(text)] == [("a former clerk",)]


def test_who_is_left_open_stays_so_until_somebody_is_named() -> None:
    text = (
        "The dam broke when Greg Lorn met Piet Marn with Karl Oll and Jon Vell. He said that it was gone. "
        "It broke at night. He said that it was late."
    )
    first, second = said_in(text)
    assert first.chain == second.chain == ("He",)
    assert first.record.speakers == second.record.speakers
    *_, third = said_in(f"{text} Karl Oll said that nobody slept. He said that it rained.")
    assert third.chain == ("Karl Oll",)


def test_whoever_opens_a_sentence_since_makes_he_unsure() -> None:
    text = (
        "Greg Lorn and Piet Marn met in Dorn. He said that the dam was gone. He said that it was late. "
        "Piet Marn left. He said no."
    )
    assert [s.chain for s in said_in(text)] == [("Greg Lorn",), ("Greg Lorn",), ("He",)]


@pytest.mark.parametrize(
    "text",
    [
        "The Dorn Foundation estimates there are 20 million more who decided not to sign up.",
        "“There is suddenly a lot of captains out there who believe in the law,” Jon Vell said.",
    ],
)
def test_who_that_means_nobody_known_is_not_the_outer_voice(text: str) -> None:
    for said in said_in(text):
        assert said.cue in ("estimates", "said") or said.chain[-1] == "who"


def test_he_is_nobody_of_the_clause_in_front() -> None:
    text = "Piet Marn spoke on Friday. Singling out President Jon Vell by name, he accused Tarn of theft."
    assert {s.chain for s in said_in(text)} == {("Piet Marn",)}


def test_he_is_whoever_the_clause_in_front_is_about() -> None:
    text = "Leading senator Piet Marn said he was ill, but he hoped that the port would open."
    assert ("Piet Marn",) in speakers(text)


def test_he_of_a_sentence_that_has_him_before() -> None:
    text = "Piet Marn met men who wanted to replace Jon Vell, but in Tarn he explained his decision to stay."
    assert speakers(text)[-1] == ("Piet Marn",)


def test_he_believes_within_a_quotation_is_whoever_said_so() -> None:
    said = "Senator Piet Marn, the chairman, said he believes it will fail,"
    text = f'Jon Vell opposed it. "{said}" the Post reported.'
    assert any(s.chain[-2:] == ("Piet Marn", "Piet Marn") for s in said_in(text))


def test_he_within_what_i_think_is_not_me() -> None:
    text = "“I think he is angry,” Piet Marn said of Jon Vell. “I think he decided to stay.”"
    assert all(s.chain.count("Piet Marn") <= 2 for s in said_in(text))


def test_they_of_a_quotation_is_not_its_we() -> None:
    text = "“We will sue them. They are on video saying that they would burn it,” Piet Marn said."
    assert ("Piet Marn", "They") in {s.chain for s in said_in(text)}


def test_that_behind_a_comma_takes_up_nobody() -> None:
    text = "Should he run from an office in Dorn, that would send a signal that he is serious."
    assert all("Dorn" not in chain for chain in speakers(text))


def test_somebody_left_open_and_then_forgotten_is_not_meant_later() -> None:
    text = (
        "The speech was long, Barack Obama's aides thought. Mitt Romney was in Ohio, and Paul Ryan in Iowa. "
        "Joe Biden spoke, too.\n\nHe again talked about hope. He essentially urged voters to “stay the "
        "course,” even as a large majority of voters believe our current course is badly awry. He served up "
        "a series of promises, even as scores of issued ones lie unfulfilled. We were told he'd discuss "
        "reform with some specificity. He did not. He took a few shots at Republicans, but most of "
        "those seemed dialed back."
    )
    assert all(label != "he'd" for s in said_in(text) for label in s.chain)


def test_who_was_called_he_is_not_she() -> None:
    said = said_in(
        "Kelo Marn played the captain. Marn said he liked it. “We shot many pages a day,” he said. “It was "
        "late,” Marn said.\n\nAshan Torv felt the pressure. “They were intense scenes,” she said."
    )
    assert said[-1].chain == ("Ashan Torv",)


def test_a_firefighter_can_be_he() -> None:
    said = said_in(
        "Prime Minister Edi Rama told reporters that the next hours were “crucial”. A firefighter said he "
        "had heard a child's voice. “I called and she answered me,” he told Top Channel television."
    )
    assert said[-1].chain[0] == "A firefighter"


def test_a_leader_who_is_known_by_surname_is_not_she() -> None:
    said = said_in(
        "President Obama promised to track them down.\n\nFor Ada Lorn, whose son was killed in the attack, "
        "it has been fruitless.\n\n“I am not important enough,” she told a reporter."
    )
    assert said[-1].chain == ("Ada Lorn",)


def test_it_can_be_the_document_that_opens_the_sentence_before() -> None:
    said = said_in(
        "The lawsuit was filed by Ada Lorn at the Dorn County Courthouse on Monday. It says the officer "
        "“unjustifiably shot” her son."
    )
    assert said[-1].chain == ("The lawsuit",)


def test_the_authors_can_be_they() -> None:
    said = said_in(
        "The study was read widely. The authors reached that figure by counting death-row inmates. They "
        "accused Piet Marn of miscalculating."
    )
    assert said[-1].chain == ("The authors",)


def test_in_a_transcript_he_is_not_whoever_speaks() -> None:
    said = said_in(
        "MARN: And Jon Vell has been out there too.\n\nTORV: He is. He says it is not unfair.\n\n"
        "JON VELL: He went around and a lot of us have said it was wrong. I think it is late."
    )
    assert all(s.chain[-1:] != ("TORV",) for s in said if s.source == "He")
    assert all({label.title() for label in s.chain} == {"Jon Vell"} for s in said if s.source == "I")


def test_nobody_speaks_of_himself_by_name() -> None:
    said = said_in(
        "Marn warned that he would strike, leading the leader of Dorn to up the ante by calling Marn “mad”."
    )
    assert all(s.chain != ("Marn",) for s in said if s.cue == "calling")


def test_a_quotation_below_goes_to_whoever_spoke_and_not_to_whoever_surmised() -> None:
    said = said_in(
        "“They might not have known,” said Ada Lorn, counsel for the project. Officers don't always dig "
        "through records to surmise a bidder's past.\n\n“They should be aware, but mostly they are not.”"
    )
    assert said[-1].chain == ("Ada Lorn",)
