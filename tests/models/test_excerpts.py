from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.models.excerpts import Excerpt, bare, excerpt
from headwater.records import Span

TEXT = "“We won,” Lorn said. Kell said that the mayor told him “so”."
WON, SO = Span(0, 9), Span(31, 59)


def test_contents_are_lines_of_their_own_without_their_marks() -> None:
    place = excerpt(TEXT, [SO, WON])
    assert place.text(TEXT) == "We won,\nthat the mayor told him “so"
    assert [TEXT[s.start : s.end] for s in place.spans] == ["We won,", "that the mayor told him “so"]


def test_a_content_within_another_is_read_with_it() -> None:
    assert excerpt(TEXT, [SO, Span(36, 45)]).spans == excerpt(TEXT, [SO]).spans


def test_a_place_goes_into_the_excerpt_and_back() -> None:
    place = excerpt(TEXT, [WON, SO])
    (mayor,) = place.into([Span(36, 45)])
    assert mayor.of(place.text(TEXT)) == "the mayor"
    assert place.back(mayor) == Span(36, 45)


def test_nothing_but_marks_is_no_content() -> None:
    assert bare("“ ”", Span(0, 3)) is None


@given(st.text(alphabet="ab “”\n", max_size=40), st.data())
def test_every_line_is_a_stretch_of_the_text(text: str, data: st.DataObject) -> None:
    ends = st.integers(0, len(text))
    pairs = data.draw(st.lists(st.tuples(ends, ends), max_size=4))
    place = excerpt(text, [Span(a, b) for a, b in pairs if a < b])
    words = place.text(text)
    for own, line in zip(place.spans, place.paragraphs, strict=True):
        assert line.of(words) == own.of(text).replace("\n", " ")
        assert place.back(line) == own
        assert place.into([own]) == (line,)


def test_a_paragraph_holds_no_more_than_its_own_stretch() -> None:
    place = excerpt(TEXT, [WON, SO])
    first, second = place.paragraphs
    assert place.paragraph(Span(second.start, second.start + 4)) == second
    assert place.paragraph(Span(first.start, second.start + 4)) is None


def test_paragraphs_of_many_contents_are_placed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "“It went well,” he said. " * 500
    place = excerpt(text, [Span(25 * k, 25 * k + 15) for k in range(500)])
    looks = Counter[str]()

    def counted(span: Span) -> int:
        looks["length"] += 1
        return span.end - span.start

    monkeypatch.setattr(Span, "__len__", counted)
    assert [place.back(p) for p in place.paragraphs] == list(place.spans)
    assert [place.paragraph(p) for p in place.paragraphs] == list(place.paragraphs)
    assert looks["length"] <= 4 * 500


def test_an_empty_excerpt_has_no_text() -> None:
    assert Excerpt(()).text("anything") == ""
