from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from headwater.models.pieces import Pieces, pieces_of
from headwater.models.windows import CLS, SEP, layout, windows
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
    return Pieces(np.ones(total, dtype=np.int64), at, at + 1, opens, breaks, np.zeros(total, dtype=np.int64))


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


def test_paragraphs_that_fit_stay_whole() -> None:
    found = windows(made([30, 30, 30]), limit=64, context=10)
    assert [(w.own, w.stop) for w in found] == [(0, 60), (60, 90)]


def test_a_window_begins_with_the_paragraph_before_where_it_fits() -> None:
    found = windows(made([30, 9, 30]), limit=40, context=10)
    assert [(w.start, w.own, w.stop) for w in found] == [(0, 0, 39), (30, 39, 69)]


def test_layout_marks_the_paragraphs() -> None:
    pieces = made([2, 1])
    ids, quoted, places = layout(pieces, windows(pieces)[0])
    assert ids.tolist() == [CLS, 1, 1, SEP, 1, SEP]
    assert places.tolist() == [1, 2, 4]
    assert len(quoted) == len(ids)


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
    assert windows(pieces_of(VOCABULARY, "", [], [])) == []
