"""Words and marks of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# A word keeps inner apostrophes, hyphens and the dots of "U.S." and "1,200.50";
# every other non-space character is a token of its own. "..." and "--" are one each.
_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}"
    r"|\d+(?:[.,:]\d+)*(?:[A-Za-z%]+)?"
    r"|[^\W_]+(?:[’'\-‑][^\W_]+)*"
    r"|\.{2,}|…|-{2,}|[–—]"
    r"|\S"
)


class Token(NamedTuple):
    """A word or mark with its place; ``low`` is the word in lower case with straight apostrophes."""

    start: int
    end: int
    text: str
    low: str

    @property
    def is_word(self) -> bool:
        """Whether it begins with a letter or digit."""
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def is_possessive(self) -> bool:
        """Whether it ends in 's."""
        return self.low.endswith("'s")

    @property
    def stem(self) -> str:
        """The word in lower case without a possessive ending."""
        return self.low.removesuffix("'s")


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of ``text[start:end]``, with offsets into ``text``."""
    return list(each_token(text, start, len(text) if end is None else end))


def each_token(text: str, start: int, end: int) -> Iterator[Token]:
    """The tokens of ``text[start:end]`` one by one, for whoever needs the first few."""
    for found in _TOKEN.finditer(text, start, end):
        word = found[0]
        yield Token(found.start(), found.end(), word, word.lower().replace("’", "'"))
