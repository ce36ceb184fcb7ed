"""The encoder's word pieces: BERT's uncased tokenizer, with the place of each piece in the text.

Written here and not taken from the package ``tokenizers``, since that one needs a
client of a model hub, 30 MB and the network, which this tool never uses. A test
compares the two where that package is installed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

UNKNOWN = "[UNK]"
# A longer word is unknown as a whole, as in BERT.
_LONGEST = 100
_KEPT = 32768
"""Words, and chunks of them with their marks, whose pieces are kept: about 15 MB each."""
_CHUNK = re.compile(r"\S+")
_ASCII = re.compile(r"[A-Za-z0-9]+|[!-/:-@\[-`{-~]")
_IDEOGRAPHS = (
    (0x4E00, 0x9FFF),
    (0x3400, 0x4DBF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F),
    (0x2B820, 0x2CEAF),
    (0xF900, 0xFAFF),
    (0x2F800, 0x2FA1F),
)

Word = list[tuple[str, int, int]]
"""Characters as the vocabulary has them, each with the code points of the text that it stands for."""


class WordPiece:
    """Longest-match word pieces over a vocabulary (Wu et al. 2016, as in BERT)."""

    def __init__(self, vocabulary: dict[str, int]) -> None:
        """``vocabulary`` maps pieces to their numbers; inner pieces begin with ``##``."""
        self._numbers = vocabulary
        self._unknown = vocabulary[UNKNOWN]
        self._cut = lru_cache(maxsize=_KEPT)(self._cut_word)
        self._cut_chunk = lru_cache(maxsize=_KEPT)(self._cut_ascii)

    @classmethod
    def load(cls, path: Path) -> WordPiece:
        """The vocabulary of a file with one piece a line."""
        lines = path.read_text(encoding="utf-8").split("\n")
        return cls({piece: i for i, piece in enumerate(lines) if piece})

    def pieces(self, text: str) -> Iterator[tuple[int, int, int, bool]]:
        """Each piece's number, its code points ``[start, end)``, and whether it opens a word."""
        for chunk in _CHUNK.finditer(text):
            at = chunk.start()
            if chunk[0].isascii() and chunk[0].isprintable():
                cut = self._cut_chunk if len(chunk[0]) <= _LONGEST else self._cut_ascii
                for number, start, end, opens in cut(chunk[0]):
                    yield number, at + start, at + end, opens
            else:
                for word in _words(text, at, chunk.end()):
                    yield from self._of_word(word)

    def _cut_ascii(self, chunk: str) -> tuple[tuple[int, int, int, bool], ...]:
        """The pieces of plain characters without white space, by their places among them."""
        found: list[tuple[int, int, int, bool]] = []
        for part in _ASCII.finditer(chunk):
            at, opens = part.start(), True
            for number, length in self._cut(part[0].lower()):
                found.append((number, at, at + length, opens))
                at, opens = at + length, False
        return tuple(found)

    def _of_word(self, word: Word) -> Iterator[tuple[int, int, int, bool]]:
        at = 0
        for number, length in self._cut("".join(char for char, _, _ in word)):
            yield number, word[at][1], word[at + length - 1][2], at == 0
            at += length

    def _cut_word(self, word: str) -> tuple[tuple[int, int], ...]:
        """The numbers and lengths of the pieces of a lower-case word."""
        if len(word) > _LONGEST:
            return ((self._unknown, len(word)),)
        found: list[tuple[int, int]] = []
        at = 0
        while at < len(word):
            stop = len(word)
            mark = "##" if at else ""
            while stop > at and mark + word[at:stop] not in self._numbers:
                stop -= 1
            if stop == at:
                return ((self._unknown, len(word)),)
            found.append((self._numbers[mark + word[at:stop]], stop - at))
            at = stop
        return tuple(found)


def _words(text: str, start: int, end: int) -> Iterator[Word]:
    """The words of a chunk without white space: letters that run on, or one mark."""
    word: Word = []
    for i in range(start, end):
        char = text[i]
        if _is_alone(char):
            if word:
                yield word
            yield [(char, i, i + 1)]
            word = []
        else:
            word += _letters(char, i)
    if word:
        yield word


def _letters(char: str, at: int) -> Iterator[tuple[str, int, int]]:
    """A character in lower case without accents; none for one that is not seen."""
    if unicodedata.category(char) in ("Cc", "Cf", "Co") or char == "\ufffd":
        return
    for part in unicodedata.normalize("NFD", char):
        if unicodedata.category(part) != "Mn":
            for low in part.lower():
                yield low, at, at + 1


def _is_alone(char: str) -> bool:
    """Whether a character is a word by itself: a punctuation mark or an ideograph."""
    code = ord(char)
    if code < 128:
        return not char.isalnum() and 33 <= code <= 126
    return unicodedata.category(char).startswith("P") or any(a <= code <= b for a, b in _IDEOGRAPHS)
