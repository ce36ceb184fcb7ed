"""Which of several that fit a pronoun means."""

from __future__ import annotations

from dataclasses import replace

import pytest

from headwater.voices.choice import WEIGHTS, Candidate, Place, choose, score
from headwater.voices.entities import Cluster

FAR_AWAY = Candidate(
    Cluster("Ana Torvald", "person"),
    heard=None,
    place=Place(back=4, first=False, subject=False),
    outer=False,
    count=1,
    full=True,
    sexed=False,
)


def test_nobody_is_chosen_of_none() -> None:
    assert choose([]) is None


def test_of_equals_the_first_is_chosen() -> None:
    other = replace(FAR_AWAY, cluster=Cluster("Piet Marn", "person"))
    assert choose([FAR_AWAY, other]) is FAR_AWAY.cluster
    assert choose([other, FAR_AWAY]) is other.cluster


@pytest.mark.parametrize(
    "better",
    [
        replace(FAR_AWAY, heard=0),
        replace(FAR_AWAY, place=Place(back=0, first=False, subject=False)),
        replace(FAR_AWAY, place=Place(back=4, first=True, subject=False)),
        replace(FAR_AWAY, place=Place(back=4, first=False, subject=True)),
        replace(FAR_AWAY, sexed=True),
        replace(FAR_AWAY, count=5),
    ],
)
def test_what_speaks_for_a_candidate(better: Candidate) -> None:
    assert score(better, WEIGHTS) > score(FAR_AWAY, WEIGHTS)
