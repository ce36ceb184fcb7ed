"""Whom a noun or "they" means, where several could be meant."""

from __future__ import annotations

import pytest

from said import said_in

LAST = [
    (
        "Ana Torvald spoke with Piet Marn by phone. Torvald said world leaders should act.\n\n"
        "The two leaders said the launch was a threat.",
        "The two leaders",
    ),
    (
        "North Korean leader Kim Jong Un said the button was on his desk. António Guterres is abroad.\n\n"
        "The UN leader said he would discuss the launch.",
        "The UN leader",
    ),
    (
        "Once more at the beginning of the Obama administration there was a crisis. It passed.\n\n"
        "It was launched near the airport, according to the South Korean military. They said they were "
        "still trying to determine what it was.",
        "the South Korean military",
    ),
    (
        "The Syrian Observatory for Human Rights, a Britain-based war monitor, said four were killed. "
        "The monitor said the dead were fighters.",
        "Syrian Observatory for Human Rights",
    ),
    (
        "The insurer Equifax Inc. said it was sorry. The bank or phone company says who you are.\n\n"
        "The company says its lock will be free.",
        "Equifax Inc",
    ),
    (
        "Ana Torvald said the lake was low. Brittany Marn, a visitor at the zoo, saw it. "
        "The zoo said the child was four years old.",
        "The zoo",
    ),
    (
        "In an editorial the Global Times, a newspaper with close links to the party, implied that the leaks "
        "were part of a campaign.",
        "Global Times",
    ),
]


@pytest.mark.parametrize(("text", "voice"), LAST)
def test_the_last_voice_is(text: str, voice: str) -> None:
    assert said_in(text)[-1].chain[-1] == voice


def test_a_body_named_long_ago_is_not_they() -> None:
    said = said_in(
        "The Chicago Cubs won. The night was long. It rained for an hour.\n\n"
        "Craig and April Likhite drove to the city with their son because they wanted to see history made."
    )
    assert all("Chicago Cubs" not in s.chain for s in said)


def test_what_they_believe_is_not_whom_a_list_ends_with() -> None:
    said = said_in(
        "A group of experts who used to work at companies like Facebook and Google have founded a body to "
        "raise awareness about what they believe are the bad effects of their work."
    )
    assert all("Google" not in s.chain for s in said)


def test_a_pictures_credit_is_no_part_of_a_name() -> None:
    said = said_in(
        "Equifax was hacked in May.\n\nReuters Equifax claimed that it had no knowledge of an intrusion.\n\n"
        "Equifax said few were hit."
    )
    assert {s.chain for s in said} == {("Equifax",)}


def test_who_wrote_a_letter_is_not_the_letter() -> None:
    (one,) = said_in("Paulino Barros, the chief executive of Equifax, wrote an op-ed.")
    assert one.chain == ("Paulino Barros",)


def test_who_opens_the_sentence_goes_on_behind_a_semicolon() -> None:
    said = said_in(
        "A spokesman for the army, Philip Aguer, told Reuters that Bor had fallen. India's U.N. ambassador "
        "said that two peacekeepers were killed; he did not say by whom."
    )
    assert said[-1].chain == ("India's U.N. ambassador",)


def test_a_daily_with_a_name_that_was_not_seen_as_one() -> None:
    (one,) = said_in("Turkey's pro-government daily Sabah said the 15 men had arrived on two jets.")
    assert one.chain == ("Sabah",)


def test_what_is_said_to_be_says_nothing() -> None:
    said = said_in("Police found a text message said to be from a girl on board.")
    assert all("message" not in label for s in said for label in s.chain)


def test_a_title_shows_a_name() -> None:
    said = said_in(
        "In her first interview since the trial, Ms Brown said she forgave her attacker. She told the Times "
        "that she had written to him in prison."
    )
    assert [s.chain for s in said] == [("Brown",), ("Brown",)]


def test_said_can_be_a_surname() -> None:
    said = said_in(
        "The embassy said it had never heard of him. “We deny this,” its spokesman, Karim Said, told the BBC."
    )
    assert said[-1].chain[0] == "Karim Said"


def test_a_quotation_behind_another_verb_is_not_what_was_dismissed() -> None:
    first, second = said_in(
        "Kabila's chief adviser, Barnabe Kikaya, dismissed the bishops' findings and told Reuters by phone: "
        "“They are not the election commission.”"
    )
    assert (first.content, first.record.polarity) == ("the bishops' findings", "denies")
    assert second.content == "“They are not the election commission.”"
