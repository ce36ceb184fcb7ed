from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.reading.dates import find_times
from headwater.reading.figures import Toll, find_toll
from headwater.reading.sentences import paragraphs, sentences
from headwater.records import Figure


def toll(text: str) -> Toll:
    split = sentences(text, paragraphs(text))
    times, _ = find_times(text, split, published="2024-12-18")
    return find_toll(text, split, times)


def told(text: str) -> list[tuple[str, str]]:
    return [(f.span.of(text), f.of) for f in toll(text).figures]


def one(text: str) -> Figure:
    (figure,) = toll(text).figures
    return figure


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Six troopers of the 159 battalion were reportedly killed.", [("Six", "killed"), ("159", "other")]),
        ("The bomb killed 12 people and 30 were injured.", [("12", "killed"), ("30", "injured")]),
        ("The attack left 12 dead and over 40 wounded.", [("12", "killed"), ("over 40", "injured")]),
        ("Rebels killed two guards and left a clerk and four others injured.",
            [("two", "killed"), ("a clerk", "injured"), ("four", "injured")]),
        ("Five villagers, including three women, were killed.", [("Five", "killed"), ("three", "killed")]),
        ("Two dockers, who had been missing since May, were found dead.", [("Two", "killed")]),
        ("They held a service for the five officers who died.", [("five", "killed")]),
        ("Twelve have died in Dorn and 34 in Irelle.", [("Twelve", "killed"), ("34", "killed")]),
        ("One guard was killed while another sustained serious injuries.",
            [("One", "killed"), ("another", "injured")]),
        ("They abducted a clerk and killed him.", [("a clerk", "killed")]),
        ("The dead included a clerk and two dockers.", [("a clerk", "killed"), ("two", "killed")]),
        ("The war forced 5,000 people from their homes.", [("5,000", "displaced")]),
        ("The death toll from the fire in the town of Dorn rose to 16.", [("16", "killed")]),
        ("Three suspects are in custody.", [("Three", "arrested")]),
        ("No injuries were reported, and no one was killed.", [("No", "injured"), ("no one", "killed")]),
        ("Two-thirds of the houses burned.", [("Two-thirds", "percent")]),
    ],
)  # fmt: skip
def test_the_build_of_the_sentence_says_what_became_of_whom(text: str, wanted: list[tuple[str, str]]) -> None:
    assert told(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Jan Oll was killed.",
        "He was killed.",
        "The deal was killed by the committee.",
        "The head of the guard, Jan Oll, was killed.",
        "Oll is the most senior commander to be killed.",
        "The guards arrested nobody and the police left.",
    ],
)
def test_people_with_a_name_and_things_are_no_figures(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "side", "status", "window", "as_of"),
    [
        ("Two Irelian soldiers were killed.", "Irelian", "combatant", None, None),
        ("Three villagers were wounded over the weekend.", None, "civilian", "over the weekend", None),
        ("Since 2011, more than 400,000 people have been killed.", None, None, "Since 2011", None),
        ("At least 12 police officers died.", "police", "combatant", None, None),
        ("Nine members of the Dorn Guard were killed.", "Dorn Guard", "combatant", None, None),
        ("As of Monday, 31 people had been arrested.", None, None, None, "As of Monday"),
        ("Nine people were killed in an attack last year.", None, None, None, None),
        ("Some 5,000 refugees came.", None, "civilian", None, None),
        ("Some 5,000 people fled.", None, None, None, None),
        ("A gunman killed 27 people in 2012.", None, None, None, None),
        ("It was the worst flood since 1990 and killed 40 people.", None, None, None, None),
        ("Police killed 990 people in 2015.", None, None, "in 2015", None),
        ("In Dorn, 762 people were shot and killed in 2016.", None, None, "in 2016", None),
        ("Nine ISIS victims were killed.", "ISIS", None, None, None),
        ("Two law enforcement officers died.", "law enforcement", "combatant", None, None),
        ("Through Tuesday, 30 people had died.", None, None, None, "Through Tuesday"),
    ],
)
def test_whom_over_what_time_and_as_of_when(
    text: str, side: str | None, status: str | None, window: str | None, as_of: str | None
) -> None:
    figure = one(text)
    words = [s and s.of(text) for s in (figure.side, figure.window, figure.as_of)]
    assert (words, figure.status) == ([side, window, as_of], status)


def test_a_part_has_its_wholes_side_where_it_has_none() -> None:
    text = "Twelve Irelian soldiers, including two officers, were killed."
    assert [f.side and f.side.of(text) for f in toll(text).figures] == ["Irelian", "Irelian"]


def test_a_count_without_a_noun_is_of_the_same_people() -> None:
    text = "Since May rebels have killed 50 Irelian worshippers and wounded dozens more."
    told_of = [
        (f.side and f.side.of(text), f.status, f.window and f.window.of(text)) for f in toll(text).figures
    ]
    assert told_of == [("Irelian", "civilian", "Since May")] * 2


def test_a_count_of_others_by_others_is_not_of_the_same_people() -> None:
    text = "Rebels killed three soldiers and police arrested 12."
    assert [(f.of, f.status) for f in toll(text).figures] == [("killed", "combatant"), ("arrested", None)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "They were 25 Yazidis, six Zoroastrians and 14 refugees.",
            [("25", "displaced"), ("six", "displaced"), ("14", "displaced")],
        ),
        ("The town will take in 12,000 people, the minister for refugees said.", [("12,000", "displaced")]),
        ("The court upheld 16 death sentences.", [("16", "other")]),
        ("Five men aged 23, 26, 27, 28 and 58 were arrested.", [("Five", "arrested")]),
        ("A 24-year-old clerk was killed.", [("A 24-year-old clerk", "killed")]),
        ("Oll was shot in the shoulder. Two men were shot in the leg.", [("Two", "injured")]),
        ("The rebels are holding captive 48 people.", [("48", "abducted")]),
    ],
)
def test_what_is_counted(text: str, wanted: list[tuple[str, str]]) -> None:
    assert told(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The blast left four people dead, including the driver and a clerk.",
            [("four", "killed"), ("the driver", "killed"), ("a clerk", "killed")],
        ),
        ("Many of the dead were Irellian, including 10 clerks.", [("10", "killed")]),
        ("Up to 60 children are among those who have died.", [("Up to 60", "killed")]),
        (
            "Some 200 guards died, along with 45 clerks from Lorne.",
            [("Some 200", "killed"), ("45", "killed")],
        ),
        ("Officials estimated casualties of at least 29 people.", [("at least 29", "casualties")]),
        ("One protester who was shot died at the hospital.", [("One", "killed")]),
        ("Two men were beaten in a cell and later died.", [("Two", "killed")]),
        ("The five Irellians sought shelter and were released.", [("five", "freed")]),
        ("The talks failed as five Irellians were shot and killed in Dorn.", [("five", "killed")]),
        ("He published a list of 130 people reported missing.", [("130", "missing")]),
        ("A raid killed hundreds last week in Dorn.", [("hundreds", "killed")]),
        ("The rebels threatened to kill two hostages.", [("two", "abducted")]),
        ("Dozens of wounded soldiers came to Dorn.", [("Dozens", "injured")]),
        (
            "More than 50 died and thousands more were injured.",
            [("More than 50", "killed"), ("thousands", "injured")],
        ),
        (
            "With 500 dead and thousands injured this week, Dorn is in shock.",
            [("500", "killed"), ("thousands", "injured")],
        ),
        ("The war left scores dead.", [("scores", "killed")]),
        ("The shooter, who killed himself, was a clerk.", [("The shooter", "killed")]),
        ("He wounded four guards before taking his own life.", [("four", "injured")]),
        ("Four bombers blew themselves up.", [("Four", "killed")]),
        ("Two crewmen died. The city of 130,000 was warned.", [("Two", "killed"), ("130,000", "other")]),
        ("Irellians had their lives cut short by guns.", []),
        ("Nine people had their lives cut short by guns.", [("Nine", "killed")]),
        ("One clerk is said to be in critical condition.", [("One", "injured")]),
        ("Police released a list of names.", []),
        ("Six people from one family died in the flood.", [("Six", "killed"), ("one", "other")]),
        (
            "Nine clerks died, three of them in one house, including two women.",
            [("Nine", "killed"), ("three", "killed"), ("two", "killed")],
        ),
        ("It put injured at 41 and dead at 11.", [("41", "injured"), ("11", "killed")]),
        (
            "There were 729 deaths, and the number of cases has reached 1,323.",
            [("729", "killed"), ("1,323", "other")],
        ),
        (
            "Nearly 42,000 of the total 480,000 deaths are from smoke.",
            [("Nearly 42,000", "killed"), ("480,000", "killed")],
        ),
        ("Two of the clerks are among the 30 Irellians killed.", [("Two", "killed"), ("30", "killed")]),
        (
            "The raid on the IS camp killed 12. At least 20 IS fighters died.",
            [("12", "killed"), ("At least 20", "killed")],
        ),
    ],
)
def test_who_met_with_what_in_other_builds(text: str, wanted: list[tuple[str, str]]) -> None:
    assert told(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Both attackers were killed.", [2]),
        ("The couple was later killed.", [2]),
        ("Both the guard and the driver were killed.", [1, 1]),
        ("Ada Lorn and Jan Oll, both clerks, were killed.", []),
    ],
)
def test_both_are_two(text: str, wanted: list[int]) -> None:
    assert [f.low for f in toll(text).figures if f.of == "killed"] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Lorne told of refugees. It took in 40,000 and Irelle 20,000.", ["displaced", "displaced"]),
        ("Refugees hope for a visa. Some 12,500 Irellians have been admitted.", ["displaced"]),
        ("The 50,000 cap on refugees was hit.", ["displaced"]),
        ("They raised to 10,000 the number of Irellian refugees.", ["displaced"]),
        ("It cut the number of Irellian refugees from 110,000 to 50,000.", ["displaced", "displaced"]),
        ("The number of people who have fled is above 2 million.", ["displaced"]),
        ("Some 140,000 residents have taken refuge in schools.", ["displaced"]),
        ("Some 500,000 people were told to evacuate the coast.", ["displaced"]),
        ("Officials urged 2 million people to evacuate.", ["displaced"]),
        ("They ordered the evacuation of tens of thousands of residents.", ["displaced"]),
        ("Thousands slept in a shelter.", ["displaced"]),
        ("War drove hundreds of thousands from their homes.", ["displaced"]),
        ("Tens of thousands of displaced Irellians came home.", ["displaced"]),
        ("Some 68 million people forcibly displaced are counted.", ["displaced"]),
        ("The church will take 300 photos.", ["other"]),
        ("Irelle took in 40,000 refugees. Lorne took 12,000.", ["displaced", "displaced"]),
        ("Irelle took in 40,000 refugees. It has 12.", ["displaced", "other"]),
    ],
)
def test_the_displaced(text: str, wanted: list[str]) -> None:
    assert [f.of for f in toll(text).figures] == wanted


PIECES = (
    "killed|12|people|dozens|,|including|two|of them|2014|😀|é|$5|-|to|Jan "
    "Oll|a|soldier|was|were|and|the|\n|since|"
    "last year|identified as|who|(50)|no one|died|of the|bodies|as of Monday|in Dorn|his "
    "son|half|half of|.|--|:|"
    "them|killed him|said|Turkish|injured|in custody|death toll|more than|another"
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES.split("|")), max_size=24))
def test_any_words_give_figures_with_true_spans_and_sound_values(pieces: list[str]) -> None:
    text = " ".join(pieces)
    read = toll(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(read.figures))
    for index, figure in enumerate(read.figures):
        told = [s for s in (figure.span, figure.side, figure.window, figure.as_of) if s is not None]
        assert all(0 <= s.start < s.end <= len(text) and s.of(text).strip() for s in told)
        assert figure.low is None or figure.low >= 0
        assert all(tie is None or 0 <= tie < index for tie in (figure.part_of, figure.same_as))
    assert toll(text) == read
