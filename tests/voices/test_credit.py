"""Which statements inside others are trusted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from headwater.records import Span
from headwater.voices.build import Statement
from headwater.voices.chains import parents
from headwater.voices.cluster import Cluster
from headwater.voices.credit import LEAST, credited, signs, trust
from headwater.voices.draft import Draft
from headwater.voices.heard import RULE
from headwater.voices.resolved import Resolved

TEXT = "The mayor said the captain warned crews that the quay was unsafe. You might think of rest."


def at(words: str) -> tuple[Span, ...]:
    start = TEXT.index(words)
    return (Span(start, start + len(words)),)


def told(source: str, cue: str, content: str, rate: float = 0.9) -> Statement:
    draft = Draft(at(content), at(cue), at(source), cue, "verb", RULE, rate, attitude=0.1)
    who = Cluster(source, "person")
    return Statement(0, draft, Resolved((who,), "unnamed_person"))


OUTER = told("The mayor", "said", "the captain warned crews that the quay was unsafe")
INNER = told("the captain", "warned", "that the quay was unsafe")


def seen(*every: Statement) -> list[dict[str, float]]:
    return signs(TEXT, every, parents([s.draft for s in every]))


def test_signs_tell_what_stands_in_what() -> None:
    outer, inner = seen(OUTER, INNER)
    assert "nested" not in outer
    assert (inner["nested"], inner["nested, another's"], inner["voices around"]) == (1, 1, 1)
    same = replace(INNER, who=OUTER.who)
    assert seen(OUTER, same)[1]["nested, its speaker's own"] == 1


def test_signs_of_the_source_and_the_cue() -> None:
    (found,) = seen(told("You", "might think", "of rest", rate=0.2))
    assert found["source: you"] == found["cue with a modal"] == found["source with a capital"] == 1
    assert found["rate"] == 0.2
    assert "cue with a not" not in found


def test_a_named_cue_is_trusted_more_than_a_supposed_one() -> None:
    sure, supposed = seen(OUTER)[0], seen(told("You", "might think", "of rest", rate=0.2))[0]
    assert trust(sure) > LEAST
    assert trust(sure) > trust(supposed)


def test_what_is_not_trusted_inside_another_is_left_out() -> None:
    hollow = told("captain", "warned crews", "that the quay", rate=0.01)
    doubtful = replace(
        hollow,
        draft=replace(
            hollow.draft, source=at("the quay"), content=at("unsafe"), rule="a rule", attitude=None
        ),
        who=Resolved((Cluster("quay", "other"),), "named_organisation"),
    )
    assert trust(seen(OUTER, doubtful)[1]) < LEAST
    assert credited(TEXT, [OUTER, doubtful]) == [OUTER]
    assert credited(TEXT, [OUTER, INNER]) == [OUTER, INNER]


def test_a_statement_that_stands_in_no_other_always_stays() -> None:
    supposed = told("You", "might think", "of rest", rate=0.0)
    assert credited(TEXT, [supposed]) == [supposed]


@pytest.mark.parametrize(("weight", "wanted"), [(0.0, 0.5), (1e6, 1.0), (-1e6, 0.0)])
def test_trust_goes_from_none_to_all(weight: float, wanted: float) -> None:
    assert trust({"rate": 1.0}, {"rate": weight}) == pytest.approx(wanted)
