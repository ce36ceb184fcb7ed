from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.reading.dates import find_times
from headwater.reading.figures import find_figures
from headwater.records import Figure, Span


def figures_of(text: str) -> tuple[Figure, ...]:
    sentences = [Span(0, len(text))]
    times, _ = find_times(text, sentences, published=None)
    return find_figures(text, sentences, times)


@pytest.mark.parametrize(
    ("text", "words", "interval", "hedge", "unit", "of"),
    [
        ("They killed or wounded some 30 soldiers.", "some 30", (30, 30), "about", "person", "casualties"),
        (
            "It cost a quarter of a million dollars.",
            "a quarter of a million",
            (250_000, 250_000),
            "about",
            "USD",
            "money",
        ),
        ("A couple hundred troops were killed.", "A couple hundred", (200, 200), "about", "person", "killed"),
        (
            "It left tens of thousands dead.",
            "tens of thousands",
            (20_000, 99_999),
            "range",
            "person",
            "killed",
        ),
        ("It injured dozens.", "dozens", (24, 99), "range", "person", "injured"),
        ("They saw a half-dozen tanks.", "a half-dozen", (6, 6), "exact", "tank", "vehicles"),
        (
            "It caused nearly a half-million deaths.",
            "nearly a half-million",
            (500_000, 500_000),
            "about",
            "person",
            "killed",
        ),
        ("Two handguns were found.", "Two", (2, 2), "exact", "handgun", "weapons"),
        ("He was paid 5,000 crowns.", "5,000", (5000, 5000), "exact", "crowns", "money"),
        (
            "They sent 10,000 to 12,000 troops.",
            "10,000 to 12,000",
            (10_000, 12_000),
            "range",
            "person",
            "troops",
        ),
        ("There were more than 4,800 cases.", "more than 4,800", (4800, None), "more_than", "case", "other"),
        ("They held as many as 40 hostages.", "as many as 40", (None, 40), "at_most", "person", "abducted"),
        ("At least 12 people died.", "At least 12", (12, None), "at_least", "person", "killed"),
        (
            "They killed a 100,000 or so there.",
            "a 100,000 or so",
            (100_000, 100_000),
            "about",
            "person",
            "killed",
        ),
        ("It cost $5.6 billion.", "$5.6 billion", (5.6e9, 5.6e9), "exact", "USD", "money"),
        ("It cost 5 million rubles.", "5 million", (5e6, 5e6), "exact", "RUB", "money"),
        ("It held 1kg of metal.", "1kg", (1, 1), "exact", "kg", "weight"),
        ("It is 20 miles off.", "20", (20, 20), "exact", "mi", "distance"),
        ("It fell by 5 percent.", "5", (5, 5), "exact", "percent", "percent"),
        ("Three Ruritanians were missing.", "Three", (3, 3), "exact", "person", "missing"),
        ("They fired twelve missiles.", "twelve", (12, 12), "exact", "missile", "weapons"),
        ("They burned two tanks.", "two", (2, 2), "exact", "tank", "vehicles"),
        ("Police arrested five men.", "five", (5, 5), "exact", "person", "arrested"),
        ("They freed 40 hostages.", "40", (40, 40), "exact", "person", "freed"),
        ("They built between 5 and 7 houses.", "between 5 and 7", (5, 7), "range", "house", "other"),
        ("A civilian was killed.", "A civilian", (1, 1), "exact", "person", "killed"),
        ("He was killed along with his assistant.", "his assistant", (1, 1), "exact", "person", "killed"),
    ],
)
def test_reads_a_figure(
    text: str, words: str, interval: tuple[float | None, float | None], hedge: str, unit: str, of: str
) -> None:
    (figure,) = figures_of(text)
    assert figure.span.of(text) == words
    assert (figure.low, figure.high) == interval
    assert (figure.hedge, figure.unit, figure.of) == (hedge, unit, of)


@pytest.mark.parametrize("scale", ["dozen", "hundred", "thousand", "million", "billion", "trillion"])
@pytest.mark.parametrize("words", ["a few {}", "several {}s", "{}s of"])
def test_every_word_for_many_has_its_interval(scale: str, words: str) -> None:
    told = words.format(scale)
    (figure,) = figures_of(f"It killed {told} people.")[:1]
    assert figure.low is not None
    assert figure.high is not None
    assert 0 < figure.low <= figure.high


@pytest.mark.parametrize(
    "text",
    [
        "John Smith, 67, and a 45-year-old aged 12 met.",
        "  1. Rob says:",
        "\n5\n",
        "It met on 17 December 2024 and in 2014.",
        "A Boeing 737 and an F-16 of the G7 came.",
        "They won 3-2 on the 10th day.",
        "See https://example.org/12/people-34 and ask @user99.",
        "No one knew one another.",
        "Call 555-123-4567, page 12, No. 5.",
        "Call 1-800-555-1234 or watch 60 Minutes with the Gang of Eight.",
        "He was 87, and they ranged in age from 54 to 97.",
        "They released a shoulder holster and killed his project.",
        "It runs 24/7 at 1426 N. Quincy St. and in Room 12.",
    ],
)
def test_numbers_that_count_nothing_are_left(text: str) -> None:
    assert figures_of(text) == ()


def test_each_number_has_its_own_fate() -> None:
    assert [f.of for f in figures_of("Five people were killed and 12 injured.")] == ["killed", "injured"]
    assert [f.of for f in figures_of("Two bombs went off, killing three and wounding five.")] == [
        "weapons",
        "killed",
        "injured",
    ]
    assert [f.of for f in figures_of("Seven villagers and two rebels were killed.")] == ["killed", "killed"]


def test_a_part_names_its_whole() -> None:
    whole, part = figures_of("It killed 12 people, including two children.")
    assert (whole.part_of, part.part_of, part.of) == (None, 0, "killed")


def test_a_repetition_names_the_first() -> None:
    text = "It killed 12 people. Later they said that 12 people were killed. It killed two men and two boys."
    sentences = [Span(0, 21), Span(22, 64), Span(65, len(text))]
    figures = find_figures(text, sentences, ())
    assert [f.same_as for f in figures] == [None, 0, None, None]


def test_two_people_in_one_phrase_share_their_fate() -> None:
    text = "A guard and a villager were killed."
    assert [(f.span.of(text), f.of) for f in figures_of(text)] == [
        ("A guard", "killed"),
        ("a villager", "killed"),
    ]


def test_victims_are_dead_where_as_many_died() -> None:
    first, second = figures_of("The storm killed nine people; a clerk named the nine victims.")
    assert (first.of, second.of) == ("killed", "killed")
    (alone,) = figures_of("A clerk named the nine victims.")
    assert alone.of == "other"


@pytest.mark.parametrize(
    ("text", "words", "of"),
    [
        ("Radio Nar quoted a clerk as saying 29 people had been killed.", "29", "killed"),
        (
            "Its founder was killed in a blast in Dorn, Irelle, in May along with five other members.",
            "five",
            "killed",
        ),
        ("In the end 40 students held hostage were rescued.", "40", "freed"),
        ("They have 300 military advisers in the north.", "300", "troops"),
        ("They sent 200 special operations forces.", "200", "troops"),
        ("The bishop raised a force of 900 men.", "900", "troops"),
        ("Some 70 Irellians are believed to be fighting for the rebels.", "Some 70", "troops"),
        ("There were two police stations.", "two", "other"),
        ("They attacked 40 asylum seekers.", "40", "displaced"),
        ("It lowers the ceiling to 5,000 for refugees.", "5,000", "displaced"),
        ("Some 5,000 people remained under evacuation orders.", "Some 5,000", "displaced"),
        ("Storms left 30 deaths, up from eight a day earlier.", "eight", "killed"),
        ("Casualties dropped from 900 in May to 61 in June.", "900", "casualties"),
        ("The number of lives lost rose from 23 in May.", "23", "killed"),
        ("The number of migrants who die at sea is rising — 3,700 so far.", "3,700", "killed"),
        ("Fines have put 2,000 others behind bars.", "2,000", "arrested"),
        ("Among those killed was one Irellian.", "one", "killed"),
        (
            "139 men had been killed, more than 70 of them civilians, and 900 were hurt.",
            "more than 70",
            "killed",
        ),
        (
            "They take in 9,000 refugees, as many as 5,000 of those refugees from Dorn.",
            "as many as 5,000",
            "displaced",
        ),
        ("They would resettle 9,000 migrants.", "9,000", "other"),
        ("Thousands continue to evacuate their homes near Dorn.", "Thousands", "displaced"),
        ("Some 50,000 people were expected to have evacuated by noon.", "Some 50,000", "displaced"),
        ("585 shelters were housing some 2,000 people.", "some 2,000", "displaced"),
        ("The army lost 40 soldiers there.", "40", "killed"),
        ("He saw the slaughter of some 8,000 men.", "some 8,000", "killed"),
        ("It tells of the deaths Wednesday of at least 32 people.", "at least 32", "killed"),
        ("A clerk died. The other victims included three pastors.", "three", "killed"),
        ("He was jailed. The other victims included three pastors.", "three", "other"),
        ("A bomb killed 12. Eight reporters were among the victims.", "Eight", "killed"),
        ("He abused pupils. Eight reporters were among the victims.", "Eight", "other"),
        ("A bomb killed 12. Eight pupils were among the abuse victims.", "Eight", "other"),
        ("Officials on Monday said 12 people were killed.", "12", "killed"),
        ("Police in December said 12 people were hurt.", "12", "injured"),
        ("The dead were identified as 12 Irellians.", "12", "killed"),
        ("He shot two people to death.", "two", "killed"),
        ("It cost the lives of 12 workers.", "12", "killed"),
        ("They mourned the loss of 3,000 people.", "3,000", "killed"),
        ("More than 30,000 people a year die from guns.", "More than 30,000", "killed"),
        ("The families of two fallen soldiers came.", "two", "killed"),
        ("Seven other people had minor injuries.", "Seven", "injured"),
        ("Some 29 people required hospitalization.", "Some 29", "injured"),
        ("More than 100 people were at area hospitals.", "More than 100", "injured"),
        ("Refugees kept coming. More than 6,000 people arrived in Dorn.", "More than 6,000", "displaced"),
        ("More than 6,000 people arrived in Dorn.", "More than 6,000", "other"),
        ("The war displaced 9,000 people by fighting in the north.", "9,000", "displaced"),
        ("They granted asylum to 9,000 foreigners.", "9,000", "displaced"),
        ("Mandatory evacuations were ordered for 180,000 residents.", "180,000", "displaced"),
        ("The quake left 100,000 people without homes.", "100,000", "displaced"),
        ("About 3,000 people are in emergency shelters.", "About 3,000", "displaced"),
        ("About 3,000 people spent the night in shelters.", "About 3,000", "displaced"),
        ("The war has driven 200,000 people from the city.", "200,000", "displaced"),
        ("The number of homeless children rose to 3,795.", "3,795", "displaced"),
        ("Some 300 families were relocated.", "Some 300", "displaced"),
    ],
)
def test_who_is_told_of_in_other_words(text: str, words: str, of: str) -> None:
    assert [f.of for f in figures_of(text) if f.span.of(text) == words] == [of]


def test_the_head_of_the_phrase_says_what_is_counted() -> None:
    assert figures_of("Four fighter jets flew.")[0].of == "vehicles"
    assert figures_of("It made dozens of ballistic missile tests.")[0].unit == "test"


def test_a_change_is_two_figures_and_no_range() -> None:
    assert [f.low for f in figures_of("It rose from 5 to 10 houses.")] == [5, 10]


def test_whole_numbers_are_written_without_a_point() -> None:
    assert isinstance(figures_of("It killed eight people.")[0].low, int)


@pytest.mark.parametrize(
    "words",
    [
        *("1 a b c d e f g h ", "dozens of ", "killed ", "twenty-", "12 people ", "$", "1,", "a civilian x "),
        *(
            "a man, who ",
            "Oll, ",
            "identified as ",
            "of the army ",
            "12, ",
            "since the ",
            "no one ",
            "was by ",
        ),
    ],
)
def test_a_line_of_100_kb_is_counted_in_time(words: str) -> None:
    text = (words * 100_000)[:100_000]
    start = time.perf_counter()
    figures_of(text)
    assert time.perf_counter() - start < 40  # linear patterns need a few seconds; a bad one, hours


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "killed",
                "12",
                "people",
                "dozens",
                ",",
                "including",
                "two",
                "of them",
                "2014",
                "😀",
                "é",
                "$5",
                "-",
                "to",
                "1,000",
                "million",
                "a",
                "soldier",
                "was",
                "\n",
                "more than",
                "or so",
                "99999999999999",
                "half a",
            ]
        ),
        max_size=14,
    )
)
def test_any_text_gives_ordered_figures_off_the_times(pieces: list[str]) -> None:
    text = " ".join(pieces)
    sentences = [Span(0, len(text))] if text else []
    times, _ = find_times(text, sentences, published="2024-12-18")
    figures = find_figures(text, sentences, times)
    assert all(a.span.end <= b.span.start for a, b in pairwise(figures))
    assert not any(f.span.overlaps(t.span) for f in figures for t in times)
    assert all(f.part_of is None or f.part_of < i for i, f in enumerate(figures))
    assert find_figures(text, sentences, times) == figures
