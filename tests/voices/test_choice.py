"""Which of several that fit a pronoun means."""

from __future__ import annotations

from dataclasses import replace

import pytest

from headwater.voices.choice import LEAST, WEIGHTS, Asked, Candidate, Choice, Number, Place, choose, score
from headwater.voices.cluster import Cluster

FAR_PLACE = Place(0, back=4, paragraphs=2, first=False, before="oblique", after="mark", quoted=False)
FAR_AWAY = Candidate(
    Asked("he", "opens"),
    Cluster("Ana Torvald", "person"),
    heard=None,
    place=FAR_PLACE,
    nearest=False,
    outer=False,
    count=1,
    main=False,
    full=True,
    sexed=False,
    own=False,
)


def test_nobody_is_chosen_of_none() -> None:
    assert choose([]) is None


def test_of_equals_the_first_is_chosen() -> None:
    other = replace(FAR_AWAY, meant=Cluster("Piet Marn", "person"))
    assert choose([FAR_AWAY, other]) == Choice(FAR_AWAY.meant, sure=False)
    assert choose([other, FAR_AWAY]) == Choice(other.meant, sure=False)


@pytest.mark.parametrize("number", LEAST)
def test_of_many_alike_none_is_chosen_where_that_is_too_unsure(number: Number) -> None:
    asked = Asked(number, "opens")
    alike = [replace(FAR_AWAY, asked=asked, meant=Cluster(name, "person")) for name in "ABCDEFGH"]
    chosen = choose(alike)
    assert chosen is not None
    assert chosen.sure == (1 / len(alike) >= LEAST[number])
    assert choose(alike[:1]) == Choice(alike[0].meant, sure=True)


@pytest.mark.parametrize(
    "better",
    [
        replace(FAR_AWAY, heard=0),
        replace(FAR_AWAY, place=replace(FAR_PLACE, back=0)),
        replace(FAR_AWAY, place=replace(FAR_PLACE, first=True)),
        replace(FAR_AWAY, place=replace(FAR_PLACE, before="opens")),
        replace(FAR_AWAY, place=replace(FAR_PLACE, after="verb")),
        replace(FAR_AWAY, place=replace(FAR_PLACE, paragraphs=0)),
        replace(FAR_AWAY, sexed=True),
        replace(FAR_AWAY, count=5),
    ],
)
def test_what_speaks_for_a_candidate(better: Candidate) -> None:
    assert score(better, WEIGHTS) > score(FAR_AWAY, WEIGHTS)


@pytest.mark.parametrize(
    "worse",
    [replace(FAR_AWAY, place=replace(FAR_PLACE, quoted=True)), replace(FAR_AWAY, own=True)],
)
def test_what_speaks_against_a_candidate(worse: Candidate) -> None:
    assert score(worse, WEIGHTS) < score(FAR_AWAY, WEIGHTS)
