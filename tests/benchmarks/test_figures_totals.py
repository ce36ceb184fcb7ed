"""Totals of killed and injured as the benchmark on incident reports adds them up."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.figures import toll
from benchmarks.totals import least, total


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Jan Oll was shot dead.", 1),
        ("A clerk, identified as Jan Oll, and his cousin, Ada Lorn, were killed.", 2),
        ("Rebels killed Jan Oll (30), a guard of Dorn, and his mother.", 2),
        ("Rebels shot dead two men, Jan Oll and Piet Oll of Dorn.", 2),
        ("A clerk was killed. The clerk, Jan Oll, was shot dead near Dorn, they said.", 1),
        ("Two men were killed in Dorn. Jan Oll was shot dead at home. Piet Oll died there.", 2),
        ("Three rebels were killed. The bodies of two rebels were found.", 3),
        ("Oll was wanted for a blast in which 11 guards were killed.", 0),
        ("Two men were shot dead. The toll since May rose to nine.", 9),
        ("Eight rebels were shot dead. Seven rebels were killed in Dorn. Another rebel died in Irelle.", 8),
        ("Rebels killed former council member Ada Lorn.", 1),
        ("Two rebels were killed in Dorn. A guard was also killed in Irelle.", 3),
        ("Five rebels were killed. A civilian also died.", 6),
        ("Ten men were killed. Seven were killed in the blast while three were shot dead later.", 10),
        ("A man was arrested in Dorn. He was one of those who killed two guards.", 0),
        ("A clerk was shot dead in Dorn. Piet Oll was shot dead at home, they said.", 1),
        ("The secretary of the guard, Jan Oll alias Piet, was killed.", 1),
        ("Two men, belonging to the Dorn League, Irelle branch, were killed.", 2),
        ("One person, identified as Jan Oll, reportedly a clerk, was shot dead.", 1),
        ("Nine troopers of the guard including Captain Jan Oll were killed.", 9),
        ("A rebel, involved in several attacks, was killed in Dorn.", 1),
        ("A clerk carrying a reward of Rs 5,000 on his head was killed.", 1),
        ("Jan Oll, a left wing rebel of the Dorn League, was killed.", 1),
        ("Ada Lorn was abducted from her home in Dorn and was later killed.", 1),
        ("Ada Lorn was dragged from her home and killed by rebels.", 1),
        ("Rebels abducted a clerk from his home in Dorn and then killed.", 1),
        ("Rebels killed a clerk, identified as Jan Oll, (25), in Dorn.", 1),
        ("Two clerks were assaulted and later killed in Dorn.", 2),
        ("Rebels shot dead Jan Oll, the head of the Dorn League, a rebel group, at home.", 1),
        ("During a search, a trooper was killed in Dorn.", 1),
        ("Two men are suspected of having been killed in Dorn.", 2),
        ("Rebels dragged Ada Lorn out of her house and slit her throat.", 1),
        ("Two rebels, including the branch secretary Jan Oll, were killed.", 2),
        ("According to the doctors, a clerk was killed.", 1),
        ("Hurricane Ada killed 1800 people.", 1800),
        ("Among children under the age of 5, 120 died.", 120),
        ("Two men died in a raid that lasted over five hours.", 2),
        ("Rebels killed two men in separate incidents.", 2),
        ("Two civilians die and nine others sustain injuries in the blast.", 2),
    ],
)
def test_a_total_counts_everybody_once(text: str, killed: int) -> None:
    assert total(toll(text), text, "killed") == killed


@pytest.mark.parametrize(
    ("text", "injured"),
    [
        ("Rebels assaulted two teachers in Dorn.", 2),
        ("A man sexually assaulted two guests.", 0),
        ("Jan Oll was shot at and critically injured by rebels.", 1),
        ("Four guards were killed and seven other injured in the blast.", 7),
        ("Seven troopers, engaged in a search, sustained injuries.", 7),
        ("Eleven workers engaged by a firm in Dorn were assaulted.", 11),
        ("Rebels brutally beat up two clerks with sticks.", 2),
    ],
)
def test_the_injured_are_counted_alike(text: str, injured: int) -> None:
    assert total(toll(text), text, "injured") == injured


PIECES = "killed|12|people|and|,|including|two|of them|Jan Oll|a soldier|was|were|last year|died|bodies|toll"


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PIECES.split("|")), max_size=20))
def test_a_total_is_never_more_than_what_is_mentioned(pieces: list[str]) -> None:
    text = " ".join(pieces)
    read = toll(text)
    most = sum(least(f) for f in read.figures if f.of == "killed") + len(read.named)
    assert total(read, text, "killed") <= most
