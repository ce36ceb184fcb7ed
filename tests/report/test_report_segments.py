from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from headwater.records import Span
from headwater.report.segments import Segment, segments

spans = st.tuples(st.integers(0, 60), st.integers(1, 60)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


def test_overlapping_spans_are_cut_at_every_border() -> None:
    found = segments(10, [(Span(0, 6), "outer"), (Span(4, 8), "crossing")])
    assert found == [
        Segment(0, 4, ("outer",)),
        Segment(4, 6, ("outer", "crossing")),
        Segment(6, 8, ("crossing",)),
        Segment(8, 10, ()),
    ]


def test_a_break_cuts_without_a_layer() -> None:
    assert segments(4, [(Span(0, 4), 1)], [2]) == [Segment(0, 2, (1,)), Segment(2, 4, (1,))]


def test_an_empty_text_has_no_segments() -> None:
    assert segments(0, [], [0]) == []


def test_touching_spans_do_not_mix() -> None:
    assert [s.layers for s in segments(4, [(Span(0, 2), "a"), (Span(2, 4), "b")])] == [("a",), ("b",)]


@given(st.text(max_size=50), st.lists(spans, max_size=12), st.lists(st.integers(0, 70), max_size=5))
def test_segments_cover_any_text_once_under_the_right_spans(
    text: str, marks: list[Span], breaks: list[int]
) -> None:
    found = segments(len(text), list(zip(marks, range(len(marks)), strict=True)), breaks)
    assert "".join(text[s.start : s.end] for s in found) == text
    for segment in found:
        for point in range(segment.start, segment.end):
            over = tuple(n for n, span in enumerate(marks) if span.start <= point < span.end)
            assert segment.layers == over
