from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from headwater.records import Span, Spans
from headwater.records.spans import hull, jaccard, shared_points, span_or_none, trim
from strategies import span_lists, spans, texts


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 2)])
def test_a_span_holds_at_least_one_code_point(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="0 <= start < end"):
        Span(start, end)


def test_offsets_count_code_points_not_bytes_or_units() -> None:
    text = "\U0001f692 e\u0301 said"
    assert Span(5, 9).of(text) == "said"


def test_spans_that_only_touch_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 4).overlaps(Span(3, 5))


@given(spans(30), spans(30))
def test_overlap_and_containment_are_those_of_sets(left: Span, right: Span) -> None:
    a, b = set(range(left.start, left.end)), set(range(right.start, right.end))
    assert left.overlaps(right) == bool(a & b)
    assert left.contains(right) == (b <= a)
    assert len(left) == len(a)


@given(span_lists(30), span_lists(30))
def test_shared_points_and_jaccard_are_those_of_sets(left: Spans, right: Spans) -> None:
    a = {p for s in left for p in range(s.start, s.end)}
    b = {p for s in right for p in range(s.start, s.end)}
    assert shared_points(left, right) == len(a & b)
    assert jaccard(left, right) == (len(a & b) / len(a | b) if a | b else 0.0)


@given(texts)
def test_trim_cuts_white_space_and_nothing_else(text: str) -> None:
    span = trim(text, 0, len(text))
    assert (span.of(text) if span else "") == text.strip()


def test_trim_stays_within_its_limits() -> None:
    assert trim("a  b ", 1, 5) == Span(3, 4)
    assert trim("a  b", 1, 3) is None


def test_nothing_between_two_offsets_is_no_span() -> None:
    assert span_or_none(2, 2) is None
    assert span_or_none(2, 3) == Span(2, 3)


@given(span_lists(least=1))
def test_the_hull_reaches_from_the_first_to_the_last(some: Spans) -> None:
    whole = hull(reversed(some))
    assert whole == Span(some[0].start, some[-1].end)
    assert all(whole.contains(s) for s in some)
    assert all(a.end <= b.start for a, b in pairwise(some))


def test_nothing_has_no_hull() -> None:
    with pytest.raises(ValueError, match="empty"):
        hull([])
