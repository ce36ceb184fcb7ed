"""Side, status and window of figures, and the fates that a list or a part takes over."""

from __future__ import annotations

import pytest

from headwater.reading.dates import find_times
from headwater.reading.figures import find_figures
from headwater.reading.sentences import paragraphs, sentences
from headwater.records import Figure


def figures_of(text: str) -> tuple[Figure, ...]:
    split = sentences(text, paragraphs(text))
    times, _ = find_times(text, split, published=None)
    return find_figures(text, split, times)


@pytest.mark.parametrize(
    ("text", "of", "status"),
    [
        ("The raids killed 470 people, including more than 100 civilians.", "killed", "civilian"),
        ("He said 139 people had been killed, more than 70 of them civilians.", "killed", "civilian"),
        ("They saw dozens of dead protesters in Dorn.", "killed", "civilian"),
        ("A clinic took in two wounded students.", "injured", "civilian"),
        ("A storm killed 31 concertgoers.", "killed", "civilian"),
        ("The blast wounded 12 fifth-graders.", "injured", "civilian"),
        ("The crash killed seven educators.", "killed", "civilian"),
        ("The mine collapse killed 12 adults.", "killed", None),
        ("The ambush killed three security personnel.", "killed", "combatant"),
    ],
)
def test_status_is_that_of_the_noun(text: str, of: str, status: str | None) -> None:
    last = figures_of(text)[-1]
    assert (last.of, last.status) == (of, status)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("The clash left 18 Irellian soldiers dead and 80 wounded.", ["Irellian", "Irellian"]),
        ("Some 130 Irellians died in floods. More than 40 died in fires.", ["Irellians", "Irellians"]),
        ("A storm killed 12 Irellians and hurt 20 people.", ["Irellians", None]),
        ("A child died, raising the Irellian death toll to at least 138.", [None, "Irellian"]),
        ("Dorn police said at least seven officers were wounded.", ["police"]),
        ("The raid struck Taliban targets, killing at least 77 militants.", ["Taliban"]),
        ("Rebels forced about 200 families out of Dorn.", ["Dorn"]),
        ("Of the Irellian refugees 12,000 were admitted, out of millions fleeing.", ["Irellian", "Irellian"]),
        ("It helps refugees from Irelle and Lorne and will take in 12,000 people.", ["Irelle and Lorne"]),
        ("They built the Irellian refugee camp. Some 40,000 people fled.", [None]),
        ("An attack on an Irellian army checkpoint killed 12 soldiers.", ["Irellian"]),
        ("Irellian jets hit a bridge and killed 12 soldiers.", [None]),
        ("Irellian protesters marched. Guards killed 12 protesters.", ["Irellian"]),
        ("Irellian soldiers met Lornian soldiers. A bomb killed 12 soldiers.", [None]),
        ("One on-duty officer was hurt. Two off-duty police officers died.", ["police", "police"]),
        ("Irelle has lost 67 soldiers in the war.", ["Irelle"]),
        ("Irelle raised its death toll to 97.", ["Irelle"]),
        ("More than 30,000 people are killed each year in France.", ["France"]),
        ("Hurricane Ada killed 1,800 around New Dorn.", [None]),
        ("Two rain-related deaths and two Ebola-related deaths were counted.", [None, None]),
        ("Guards killed 12 Irellians while hundreds of others were injured.", ["Irellians", "Irellians"]),
        ("An Irellian soldier was killed and 16 were wounded.", ["Irellian", "Irellian"]),
        ("An Irellian gunman was killed and 16 were wounded.", ["Irellian", None]),
        ("The death toll in Irelle rose to 16.", ["Irelle"]),
        ("Airstrikes on France have killed thousands.", ["France"]),
        ("A bomb killed 12 people in France.", [None]),
        ("More than 2,000 people have been killed in France since the war.", ["France"]),
        ("Some 20,000 people were killed in France.", ["France"]),
        ("Some 20,000 people died in the worst flood in France history.", [None]),
        ("Some 20,000 deaths later, the talks go on in France.", [None]),
        ("Irellian health officials said 12 people were killed.", ["Irellian"]),
        ("Nine people died, health officials in Virell said.", ["Virell"]),
        ("Guards killed 12 Lornians and hurt 80, Irellian medical sources said.", ["Lornians", "Lornians"]),
        ("The vote sent hundreds fleeing from Dorn.", ["Dorn"]),
        ("He spoke of the thousands fleeing the besieged town.", ["besieged town"]),
        ("Thousands have fled the country.", [None]),
        ("Some 300 people fled into the city.", [None]),
        ("Some 300 people fled through the mountain region.", [None]),
        ("Some 300 people fled Dorn’s outskirts.", ["Dorn"]),
        ("Some 300 people fled when riots forced President Roe to resign.", [None]),
        ("Some 300 people moved and 200 people fled Dorn.", [None, "Dorn"]),
        ("Airstrikes on France’s coast have killed thousands.", ["France"]),
        ("Health officials in December said 12 people were killed.", [None]),
        ("Nine people were killed, health workers in Virell’s north said.", ["Virell"]),
        ("Nine people died on the Monday side of the border.", [None]),
        ("Six Mariupol guards were killed.", ["Mariupol"]),
        ("Two soldiers died. French soldiers left.", [None]),
        ("Two soldiers died as French soldiers left and Irellian soldiers came.", [None]),
        ("Some 200,000 people in Dorn were ordered to evacuate.", ["Dorn"]),
        ("Some 200,000 people were evacuated to shelters in Dorn.", [None]),
        ("Dorn police said at least seven other officers were wounded.", ["police"]),
        ("A bomb killed 12 soldiers, the Irellian army said.", ["Irellian"]),
        ("A bomb killed three service members of the Irellian military.", ["Irellian"]),
        ("Irelle says 64 of its soldiers have died.", ["Irelle"]),
        ("The Irellian council said nine of its soldiers have died.", ["Irellian"]),
        ("Five civilians died on the Lornian side.", ["Lornian"]),
        ("A raid killed nine black churchgoers.", ["black"]),
        ("A shell killed seven members of the 2nd Dorn Regiment.", ["Dorn Regiment"]),
    ],
)
def test_side_may_be_told_elsewhere(text: str, sides: list[str | None]) -> None:
    assert [f.side and f.side.of(text) for f in figures_of(text)] == sides


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("In June rebels attacked the airport, killing 44 people.", None),
        ("Floods killed 44 people last month.", None),
        ("Opioids killed 44 people in 2016.", "in 2016"),
        ("Opioids killed 44 people this week alone.", "this week alone"),
        ("Guards arrested nearly 133,000 people last month.", "last month"),
        ("Nobody mourned the nine deaths last month.", "last month"),
        ("There were 22 mass shootings this year.", "this year"),
        ("There were 22 mass shootings in 2014.", None),
        ("It admits 40,000 refugees this fiscal year.", "this fiscal year"),
        ("Guards killed six people in Dorn in 2006-09.", "in 2006-09"),
        ("Attacks killed 200 people in 2015 and 2016.", "in 2015 and 2016"),
        (
            "A report tells of 40 patients who died while in Dorn between May 2013 and May 2014.",
            "between May 2013 and May 2014",
        ),
        ("The nine casualties came over six hours after the raid.", None),
        ("More than 1,000 people died since a revolt broke out in May.", "since a revolt broke out"),
        ("In 2016 an attacker stormed a club and killed 44 people.", None),
        ("Militias killed 400 people over a 100-day period.", "over a 100-day period"),
        ("Forty people have been jailed since Oll's fall.", "since Oll's fall"),
        ("Every single year some 300 people drown.", "Every single year"),
        ("The plague killed 759 people in December alone.", "in December alone"),
        ("About 900 people were killed during the war.", "during the war"),
        ("They lost 5,000 people during the height of the war.", None),
        (
            "Nearly five years of clashes have left more than 25,000 people dead.",
            "Nearly five years of clashes",
        ),
        ("They admitted 85,000 refugees in his final year in office.", "in his final year in office"),
        ("It will admit 10,000 refugees next year.", "next year"),
        ("It set a cap of 10,000 refugees for fiscal year 2016.", "for fiscal year 2016"),
    ],
)
def test_a_window_is_no_date_of_one_event(text: str, window: str | None) -> None:
    (figure,) = figures_of(text)
    assert (figure.window and figure.window.of(text)) == window


@pytest.mark.parametrize(
    ("text", "windows"),
    [
        ("Some 300 were killed in the war, compared with 12 in 2014.", [None, "in 2014"]),
        ("More than 40,000 died in the war, with 200 more killed each week.", [None, "each week"]),
        ("Roughly 15 of the 30 Irellians killed each day are clerks.", ["each day", "each day"]),
        ("Nine people were killed over two days, and dozens were hurt.", ["over two days", "over two days"]),
    ],
)
def test_a_window_is_of_the_counts_it_can_reach(text: str, windows: list[str | None]) -> None:
    assert [f.window and f.window.of(text) for f in figures_of(text)] == windows


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("The toll may reach 9,000 by the end of the year.", "by the end of the year"),
        ("By the time the last guards left, more than 58,000 were dead.", "By the time the last guards left"),
        ("They counted 30 dead, up from eight a day earlier.", "a day earlier"),
    ],
)
def test_the_moment_at_which_a_count_stood(text: str, moment: str) -> None:
    told = figures_of(text)[-1].as_of
    assert told is not None
    assert told.of(text) == moment


def test_each_count_has_its_own_moment() -> None:
    def moments(text: str) -> list[str]:
        return [f.as_of.of(text) for f in figures_of(text) if f.as_of is not None]

    text = "Some 30 deaths were counted through Tuesday, up from eight a day earlier."
    assert moments(text) == ["through Tuesday", "a day earlier"]
    assert moments("By Monday 12 people had died, by Tuesday 30.") == ["By Monday", "by Tuesday"]
    assert moments("By Monday 12 people had died, and 30 by Tuesday.") == ["By Monday", "by Tuesday"]


@pytest.mark.parametrize(
    ("text", "fates"),
    [
        ("Six out of the 12 Irellians killed have been identified.", ["killed", "killed"]),
        ("Two of those killed were women.", ["killed"]),
        ("Twelve people were killed. Four of them were young.", ["killed", "killed"]),
        ("Twelve people were killed. Nine were children.", ["killed", "killed"]),
        ("Twelve people were killed. Nine were mentioned.", ["killed", "other"]),
        ("Six women died at the scene, as did two men.", ["killed", "killed"]),
        ("They found three people dead — two students and a clerk.", ["killed", "killed"]),
        ("The raid left 27 people dead -- 20 of them students.", ["killed", "killed"]),
        ("Of 300 deaths, 40 percent, or 120, were murders.", ["killed", "percent", "killed"]),
        ("There were 762 homicides in Dorn, up from 485 the year before.", ["killed", "killed"]),
        ("The toll went from 52 in 2014 to 61 in 2015.", ["killed", "killed"]),
        ("About 150 of 160,000 refugees had been moved.", ["displaced", "displaced"]),
        ("Lorne hosts 2 million refugees, Virell 1.1 million and Dorn 600,000.", ["displaced"] * 3),
        ("Of 4 million refugees, 2 million are in Lorne and 600,000 in Dorn.", ["displaced"] * 3),
        ("The wounded include two Irellians, three French and two Swiss.", ["injured"] * 3),
        ("A storm killed 12 people. A clerk named nine other victims.", ["killed", "killed"]),
        ("A storm killed 12 people. Surgeons treated nine other victims.", ["killed", "other"]),
        ("A storm killed 12 people. A fund helps 40 rape victims.", ["killed", "other"]),
        ("A storm killed 12 people. A fund helps 40 surviving victims.", ["killed", "other"]),
        (f"A storm killed 12 people.{' It rained.' * 80} A clerk named 40 victims.", ["killed", "other"]),
        ("Three officers were targeted and killed by a gunman.", ["killed"]),
        ("The attack killed 50 people and saw 406 taken to hospital.", ["killed", "injured"]),
        ("The man wounded four others before being fatally shot.", ["injured"]),
        ("About 1,100 Irellians — most of them civilians — perished.", ["killed"]),
        ("More than 40,000 people have died, with hundreds more killed each week.", ["killed", "killed"]),
        ("Nine people who were detained have been released.", ["freed"]),
        ("He lived with two roommates who had been detained.", ["arrested"]),
        ("The navy captured five islands.", ["other"]),
        ("Troops had to rescue hundreds of people.", ["freed"]),
        ("Some 280,000 people had evacuated by then.", ["displaced"]),
        ("It cut the number of refugees from 110,000 to 50,000.", ["displaced", "displaced"]),
        ("The war caused close to 2,600 deaths with one million people displaced.", ["killed", "displaced"]),
        ("The toll rose to 305 from an attack by dozens of militants.", ["killed", "troops"]),
        ("In the end rebels took hundreds of children hostage.", ["abducted"]),
        ("He met 20 people held hostage in Dorn.", ["abducted"]),
        ("Roughly 100 service members stay.", ["troops"]),
        ("The younger brother fled.", []),
    ],
)
def test_fates_by_their_phrases(text: str, fates: list[str]) -> None:
    assert [f.of for f in figures_of(text)] == fates


@pytest.mark.parametrize(
    ("text", "words", "hedge"),
    [
        ("They lost something like 48,000 men.", "something like 48,000", "about"),
        ("At least another 12 people were wounded.", "At least another 12", "at_least"),
        ("A dozen people died.", "A dozen", "exact"),
        ("There were never more than 100 executions.", "never more than 100", "at_most"),
    ],
)
def test_hedges(text: str, words: str, hedge: str) -> None:
    (figure,) = figures_of(text)
    assert (figure.span.of(text), figure.hedge) == (words, hedge)


@pytest.mark.parametrize(
    "text",
    [
        "Four Irellian soldiers were killed on Sunday; 30 were killed in Gaza.",
        "The Irellian toll rose to 130 while 40 were killed in Brussels.",
        "Eleven civilians were killed in Orla. In Dorn, 14 were killed in clashes.",
        "Police said three bank officers were killed.",
    ],
)
def test_a_count_beside_another_is_not_of_its_people(text: str) -> None:
    last = [f for f in figures_of(text) if f.of == "killed"][-1]
    assert last.side is None


def test_a_count_behind_a_weekday_is_no_name() -> None:
    text = "On Sunday 3 were killed."
    found = figures_of(text)
    assert [(f.low, f.of) for f in found] == [(3, "killed")]
