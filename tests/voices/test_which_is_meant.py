"""Several of one noun: nations, offices, the second official."""

from __future__ import annotations

import pytest

from said import said_in


def voices(text: str) -> list[str]:
    """Who says each of what is said in ``text``, in order."""
    return [s.chain[-1] for s in said_in(text)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The Russian military", "The Ukrainian military"),
        ("The Israeli army", "The Syrian army"),
        ("Russia's foreign ministry", "The defense ministry"),
        ("A Russian official", "The Ukrainian official"),
        ("Russian officials", "The Ukrainian officials"),
        ("A police official", "The military official"),
        ("The first official", "The second official"),
        ("The first witness", "The other witness"),
        ("The city council", "The county council"),
        ("The ruling party", "The opposition party"),
        ("A federal judge", "The state judge"),
        ("The victim's mother", "The suspect's mother"),
        ("A U.N. spokesman", "The army spokesman"),
        ("The government of Syria", "The government of Iraq"),
        ("A spokeswoman for Vell", "The spokeswoman for Marn"),
    ],
)
def test_two_of_one_noun_are_two(first: str, second: str) -> None:
    assert voices(f"{first} said it was late. {second} said it was early.") == [first, second]


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("Russia's foreign ministry", "The Russian foreign ministry"),
        ("Russia's foreign ministry", "The ministry"),
        ("Israel's military", "The Israeli military"),
        ("A Russian official", "The official"),
        ("A senior police official", "The police official"),
        ("The government of Syria", "The Syrian government"),
        ("Syria’s defence ministry", "The Syrian defense ministry"),
    ],
)
def test_what_is_told_again_is_the_same(first: str, again: str) -> None:
    between = "The harbour was shut."
    assert voices(f"{first} said it was late. {between} {again} said it was early.") == [first, first]


@pytest.mark.parametrize(
    ("told", "noun", "who"),
    [
        ("French President Ana Torvald met President Piet Marn.", "The French president", "Ana Torvald"),
        ("President Piet Marn met Ana Torvald, the French president.", "The French president", "Ana Torvald"),
        ("President Piet Marn met France’s president, Ana Torvald.", "The French president", "Ana Torvald"),
        ("President Piet Marn came to Paris.", "The French president", "The French president"),
        ("Russian Foreign Minister Piet Marn was there.", "The Ukrainian foreign minister", None),
        (
            "Deputy Prime Minister Ana Torvald met Prime Minister Piet Marn.",
            "The prime minister",
            "Piet Marn",
        ),
        ("Deputy Attorney General Ana Torvald came.", "The attorney general", None),
        ("Lt. Gov. Ana Torvald met Gov. Piet Marn.", "The governor", "Piet Marn"),
        ("Lt. Gov. Ana Torvald met Gov. Piet Marn.", "The lieutenant governor", "Ana Torvald"),
        ("Prime Minister Ana Torvald met Foreign Minister Piet Marn.", "The prime minister", "Ana Torvald"),
        ("Lt. Gen. Ana Torvald came.", "The general", "Ana Torvald"),
        ("Iraqi military spokesman Piet Marn met Ana Torvald.", "The Iraqi spokesman", "Piet Marn"),
    ],
)
def test_whose_office_it_is(told: str, noun: str, who: str | None) -> None:
    assert voices(f"{told} {noun} said it was late.") == [who or noun]


def test_both_are_not_three_people() -> None:
    assert voices("Ana Torvald said three people had been hurt. Both said that help was near.")[-1] == "Both"
    assert voices("Two men said it was late. Both said that help was near.")[-1] == "Two men"


def test_a_broadcaster_goes_by_all_its_words() -> None:
    assert voices("Syrian state TV, quoting a military source, said the port was shut.") == [
        "a military source",
        "Syrian state TV",
    ]


def test_a_nation_before_a_title_is_no_part_of_a_name() -> None:
    assert voices("U.S. Secretary of State Ana Torvald said it was late.") == ["Ana Torvald"]
    assert voices("Former Russian president Piet Marn said it was late.") == ["Piet Marn"]


def test_the_nation_of_a_president_is_what_stands_beside_him() -> None:
    told = (
        "The envoys met South Korean President Piet Marn, and asked to meet the United States, Marn's office "
        "said. Ada Lorn, U.S. President Jon Vell's daughter, was there."
    )
    assert voices(f"{told}\n\nThe U.S. president warned of a “phase two”.")[-1] == "Jon Vell"


def test_of_two_parties_each_has_its_own_front_runner() -> None:
    told = (
        "Piet Marn spoke in Dorn. The presumptive Republican nominee said it was late. Ada Lorn then bashed "
        "Marn over that claim."
    )
    assert voices(f"{told} “He was for it,” the Democratic front-runner said.")[-1] == "Ada Lorn"


def test_a_senator_by_state_is_the_one_who_is_told_of() -> None:
    told = "In the party of Sen. John Marn, Jon Vell has been a dove. Vell has foes."
    later = "The Kentucky senator said it was late. Clearly, the senator said no."
    assert voices(f"{told}\n\n{later}")[-2:] == ["Jon Vell", "Jon Vell"]


def test_the_president_is_whoever_has_the_title_before_the_name() -> None:
    told = "President Jon Vell spoke on Monday. “It holds,” said Ada Lorn, president of the Dorn Institute."
    assert voices(f"{told} The president said no.")[-1] == "Jon Vell"


def test_the_administration_is_no_agency() -> None:
    told = "The Obama administration revealed it. The Federal Transit Administration has another program."
    assert voices(f"{told} The administration said it was late.")[-1] != "Federal Transit Administration"
