from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.names_texts import NamedSpan
from training.names_words import features, rows, shape, spans_of, tags, words

TEXT = "Seaton's ISIL-held pier and al-Qaida's U.S. rival."


def cut(text: str) -> list[str]:
    return [word for _, _, word in words(text, 0, len(text))]


def test_words_part_from_endings_and_compounds() -> None:
    assert cut(TEXT) == [
        *("Seaton", "'s", "ISIL", "-", "held", "pier", "and", "al-Qaida", "'s", "U.S.", "rival", ".")
    ]
    assert cut("counter-ISIL") == ["counter", "-", "ISIL"]
    assert cut("O'Neill didn't") == ["O'Neill", "didn't"]


def test_rows_are_sentences() -> None:
    assert [len(row) for row in rows("Ada left. Bo stayed there.\n\nThen rain.")] == [3, 4, 3]


def test_tags_go_there_and_back() -> None:
    row = words(TEXT, 0, len(TEXT))
    spans = (NamedSpan(0, 6, "location", "name"), NamedSpan(9, 13, "organisation", "name"))
    marks = tags(row, spans)
    assert marks[:4] == ["B-location", "O", "B-organisation", "O"]
    assert tuple(spans_of(row, marks)) == spans


def test_of_nested_names_the_longest_is_tagged() -> None:
    row = words("Iraqi Army", 0, 10)
    spans = (NamedSpan(0, 5, "nationality", "name"), NamedSpan(0, 10, "organisation", "name"))
    assert tags(row, spans) == ["B-organisation", "I-organisation"]


def test_a_broken_row_of_tags_still_spells_names() -> None:
    row = words("Ada Bo Cy", 0, 9)
    assert [(s.start, s.type) for s in spans_of(row, ["I-person", "I-location", "I-location"])] == [
        (0, "person"),
        (4, "location"),
    ]
    with pytest.raises(StopIteration):
        next(spans_of(row, ["O", "O", "O"]))


def test_shapes() -> None:
    assert [shape(w) for w in ("Seaton", "F-16", "2,500", "ISIL")] == ["Xxx", "X-dd", "d,dd", "XX"]


def test_features_know_the_neighbours_and_the_edges() -> None:
    row = words("Ada left", 0, 8)
    assert {"w=Ada", "title", "-1low=^", "1low=left", "1pair=ada|left"} <= set(features(row, 0))
    assert {"-1low=ada", "-1title=True", "1low=$"} <= set(features(row, 1))


@given(st.text(alphabet="aB1-'’s. U\n", max_size=40))
def test_words_cover_all_but_space(text: str) -> None:
    found = words(text, 0, len(text))
    assert all(text[start:end] == word for start, end, word in found)
    assert "".join(word for _, _, word in found) == "".join(text.split())
