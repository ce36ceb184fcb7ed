from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from headwater.models.pieces import Pieces, pieces_of
from headwater.models.windows import CLS, SEP, layout, portions, windows
from headwater.models.wordpiece import WordPiece
from headwater.records import Span

VOCABULARY = WordPiece({word: i for i, word in enumerate(["[UNK]", "a", "##a", "“", "”", "."])})


def made(lengths: list[int], *, word: int = 3) -> Pieces:
    """Paragraphs of so many pieces, each word of three pieces."""
    total = sum(lengths)
    breaks = np.zeros(total, dtype=bool)
    breaks[np.cumsum([0, *lengths])[:-1]] = True
    opens = breaks.copy()
    opens[::word] = True
    at = np.arange(total)
    none = np.zeros(total, dtype=np.int64)
    return Pieces(np.ones(total, dtype=np.int64), at, at + 1, opens, breaks, none, none)


@given(st.lists(st.integers(1, 120), max_size=12), st.integers(20, 90), st.integers(0, 15))
def test_each_piece_is_owned_once_and_windows_keep_the_limit(
    lengths: list[int], limit: int, context: int
) -> None:
    pieces = made(lengths)
    found = windows(pieces, limit=limit, context=context)
    owned = [i for w in found for i in range(w.own, w.stop)]
    assert owned == list(range(len(pieces)))
    for w in found:
        assert w.start <= w.own < w.stop
        assert w.stop - w.start <= limit


@given(st.lists(st.integers(1, 120), min_size=1, max_size=12), st.integers(20, 90), st.data())
def test_a_part_that_opens_within_a_paragraph_keeps_the_limit(
    lengths: list[int], limit: int, data: st.DataObject
) -> None:
    pieces = made(lengths)
    start = data.draw(st.integers(0, len(pieces) - 1))
    found = windows(pieces.part(start, len(pieces)), limit=limit, context=10)
    assert [i for w in found for i in range(w.own, w.stop)] == list(range(len(pieces) - start))
    assert all(w.stop - w.start <= limit for w in found)


def test_paragraphs_that_fit_stay_whole() -> None:
    found = windows(made([30, 30, 30]), limit=64, context=10)
    assert [(w.own, w.stop) for w in found] == [(0, 60), (60, 90)]


def test_windows_overlap_inside_a_paragraph_alone() -> None:
    found = windows(made([30, 9, 90]), limit=40, context=10)
    shared = [w.own - w.start for w in found]
    assert shared[:2] == [0, 0]
    assert len(shared) > 2
    assert all(10 <= n < 13 for n in shared[2:])


def test_layout_marks_the_paragraphs() -> None:
    pieces = made([2, 1])
    ids, kinds, places = layout(pieces, windows(pieces, limit=9, context=0)[0])
    assert ids.tolist() == [CLS, 1, 1, SEP, 1, SEP]
    assert places.tolist() == [1, 2, 4]
    assert kinds.tolist() == [0] * len(ids)


def test_pieces_know_their_paragraph_and_quotation() -> None:
    text = "a “aa”\na"
    pieces = pieces_of(VOCABULARY, text, [Span(0, 6), Span(7, 8)], [Span(2, 6)])
    assert [text[a:b] for a, b in zip(pieces.starts, pieces.ends, strict=True)] == [
        "a",
        "“",
        "a",
        "a",
        "”",
        "a",
    ]
    assert pieces.opens.tolist() == [True, True, True, False, True, True]
    assert pieces.breaks.tolist() == [True, False, False, False, False, True]
    assert pieces.quoted.tolist() == [0, 1, 1, 1, 1, 0]


def test_an_empty_text_has_no_windows() -> None:
    assert windows(pieces_of(VOCABULARY, "", [], []), limit=9, context=0) == []


def test_kinds_tell_the_shape_of_a_word_and_its_quotation() -> None:
    vocabulary = WordPiece(
        {word: i for i, word in enumerate(["[UNK]", "nato", "na", "##to", "said", "“", "”"])}
    )
    text = "NATO Said “nato”"
    pieces = pieces_of(vocabulary, text, [Span(0, 16)], [Span(10, 16)])
    assert pieces.shapes.tolist() == [2, 1, 0, 0, 0]
    kinds = layout(pieces, windows(pieces, limit=9, context=0)[0])[1]
    assert kinds.tolist() == [0, 4, 2, 1, 1, 1, 0]


@given(st.lists(st.integers(1, 60), max_size=12), st.integers(1, 100))
def test_portions_hold_every_window_once_and_are_not_too_large(lengths: list[int], size: int) -> None:
    pieces = made(lengths)
    every = windows(pieces, limit=20, context=3)
    found = list(portions(pieces, every, size))
    assert [w for portion in found for w in portion] == every
    assert all(p[-1].stop - p[0].own < 2 * size + 20 for p in found)


def test_a_portion_ends_at_a_paragraph_where_one_is_near() -> None:
    pieces = made([10, 10, 10, 10])
    found = list(portions(pieces, windows(pieces, limit=6, context=0), 12))
    assert [p[-1].stop for p in found] == [20, 40]


def test_a_part_of_the_pieces_has_a_part_of_every_array() -> None:
    part = made([3, 3]).part(3, 6)
    assert len(part) == 3
    assert part.starts.tolist() == [3, 4, 5]
    assert part.breaks.tolist() == [True, False, False]
