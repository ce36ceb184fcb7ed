from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.measures import (
    Counts,
    Triple,
    instances,
    interval,
    match,
    overlap,
    relations,
    same_source,
    strict,
    total,
)
from headwater.records import Span, Spans
from strategies import span_lists


def at(*pairs: tuple[int, int]) -> Spans:
    return tuple(Span(*pair) for pair in pairs)


def triple(source: Spans, content: Spans, cue: Spans = ()) -> Triple:
    return Triple(source, cue, content)


some_triples = st.lists(
    st.builds(Triple, span_lists(60), span_lists(60), span_lists(60, least=1)), max_size=6
)


def test_a_source_shared_by_two_cues_counts_once() -> None:
    both = [Triple(at((0, 3)), at((4, 8)), at((9, 20))), Triple(at((0, 3)), at((30, 34)), at((35, 50)))]
    assert instances(both, "source") == {at((0, 3))}
    assert len(instances(both, "cue")) == 2


def test_an_absent_source_is_no_instance() -> None:
    assert instances([triple((), at((0, 5)))], "source") == frozenset()


def test_strict_needs_every_span_of_a_broken_content() -> None:
    gold = frozenset({at((0, 5), (9, 12)), at((20, 25))})
    predicted = frozenset({at((0, 5)), at((20, 25)), at((30, 31))})
    assert strict(predicted, gold) == Counts(1, 3, 1, 2)


def test_overlap_counts_each_side_on_its_own() -> None:
    gold = frozenset({at((0, 10))})
    predicted = frozenset({at((0, 3)), at((5, 8)), at((10, 12))})
    assert overlap(predicted, gold) == Counts(2, 3, 1, 1)


def test_f1_is_the_harmonic_mean() -> None:
    counts = Counts(1, 2, 1, 4)
    assert (counts.precision, counts.recall) == (0.5, 0.25)
    assert counts.f1 == pytest.approx(1 / 3)


def test_nothing_found_in_nothing_scores_nought() -> None:
    assert (Counts().precision, Counts().recall, Counts().f1) == (0, 0, 0)


def test_half_of_the_content_is_enough_for_a_relation() -> None:
    gold = [triple(at((0, 3)), at((10, 20)))]
    assert relations([triple(at((2, 5)), at((10, 15)))], gold).right_gold == 1
    assert relations([triple(at((2, 5)), at((10, 14)))], gold).right_gold == 0


def test_a_relation_needs_the_source() -> None:
    content = at((10, 20))
    assert relations([triple((), content)], [triple(at((0, 3)), content)]).right_gold == 0
    assert relations([triple((), content)], [triple((), content)]).right_gold == 1
    assert not same_source(at((0, 3)), at((3, 5)))


def test_each_attribution_is_used_once() -> None:
    twice = [triple((), at((10, 20))), triple((), at((10, 19)))]
    assert match(twice, twice[:1], with_source=True) == {0: 0}
    assert relations(twice, twice[:1]) == Counts(1, 2, 1, 1)


def test_the_closest_content_goes_first() -> None:
    gold = [triple((), at((10, 20)))]
    assert match([triple((), at((10, 16))), triple((), at((10, 19)))], gold, with_source=True) == {0: 1}


def test_of_equal_contents_the_one_with_the_source_goes_first() -> None:
    gold = [triple(at((0, 3)), at((10, 20)))]
    predicted = [triple(at((5, 7)), at((10, 20))), triple(at((0, 3)), at((10, 20)))]
    assert match(predicted, gold, with_source=False) == {0: 1}


@given(some_triples)
def test_what_equals_the_gold_is_all_right(triples: list[Triple]) -> None:
    counts = relations(triples, triples)
    assert counts.right_gold == len(triples)
    for role in ("source", "cue", "content"):
        found = instances(triples, role)
        assert strict(found, found) == overlap(found, found) == Counts(*[len(found)] * 4)


@given(some_triples, some_triples)
def test_what_is_strictly_right_overlaps(predicted: list[Triple], gold: list[Triple]) -> None:
    for role in ("source", "cue", "content"):
        left, right = instances(predicted, role), instances(gold, role)
        assert strict(left, right).right_predicted <= overlap(left, right).right_predicted


def test_the_interval_holds_the_score_and_is_the_same_each_time() -> None:
    articles = [Counts(k, 10, k, 10) for k in range(3, 9)]
    low, high = interval(articles)
    assert low < total(articles).f1 < high
    assert (low, high) == interval(articles)
    assert interval([Counts(5, 10, 5, 10)] * 4) == (0.5, 0.5)
