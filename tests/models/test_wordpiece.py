from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.models.files import WEIGHTS
from headwater.models.wordpiece import WordPiece

WORDS = "[UNK] the minister said ##s un ##said cafe 5 , . ’ £ ##5 你".split()
SMALL = WordPiece({word: i for i, word in enumerate(WORDS)})


def shown(text: str) -> list[tuple[str, str, bool]]:
    return [(WORDS[i], text[a:b], opens) for i, a, b, opens in SMALL.pieces(text)]


def test_longest_pieces_with_their_places() -> None:
    assert shown("Ministers unsaid, the") == [
        ("minister", "Minister", True),
        ("##s", "s", False),
        ("un", "un", True),
        ("##said", "said", False),
        (",", ",", True),
        ("the", "the", True),
    ]


def test_accents_go_and_offsets_stay() -> None:
    assert shown("Cafés, cafe\u0301") == [
        ("cafe", "Café", True),
        ("##s", "s", False),
        (",", ",", True),
        ("cafe", "cafe", True),
    ]


def test_marks_and_ideographs_stand_alone_but_currency_does_not() -> None:
    assert shown("£5 你你’") == [
        ("£", "£", True),
        ("##5", "5", False),
        ("你", "你", True),
        ("你", "你", True),
        ("’", "’", True),
    ]


def test_an_unknown_word_is_one_piece() -> None:
    assert shown("said xyzzy") == [("said", "said", True), ("[UNK]", "xyzzy", True)]
    assert shown("a" * 5000)[0][0] == "[UNK]"


@given(st.text())
def test_pieces_stand_in_order_within_the_text(text: str) -> None:
    last = 0
    for _, start, end, _ in SMALL.pieces(text):
        assert last <= start < end <= len(text)
        last = end if end > start else last


@pytest.mark.skipif(not (WEIGHTS / "vocab.txt").exists(), reason="the weights are absent")
@given(st.text(max_size=200))
def test_the_same_as_the_package_tokenizers(text: str) -> None:
    tokenizers = pytest.importorskip("tokenizers")
    theirs = tokenizers.BertWordPieceTokenizer(str(WEIGHTS / "vocab.txt"), lowercase=True)
    found = theirs.encode(text, add_special_tokens=False)
    ours = [(i, a, b) for i, a, b, _ in WordPiece.load(WEIGHTS / "vocab.txt").pieces(text)]
    assert ours == [(i, a, b) for i, (a, b) in zip(found.ids, found.offsets, strict=True)]
