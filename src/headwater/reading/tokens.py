"""Words and marks of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from headwater.records import Span

# A word keeps inner apostrophes, hyphens and the dots of "U.S." and "1,200.50";
# every other non-space character is a token of its own. "..." and "--" are one each.
_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}"
    r"|\d+(?:[.,:]\d+)*(?:[A-Za-z%]+)?"
    r"|[^\W_]+(?:[’'\-‑][^\W_]+)*"
    r"|\.{2,}|…|-{2,}|[–—]"
    r"|\S"
)


# Behind "WHO": words in small letters, so that it is the World Health Organization and no line of capitals.
_AMONG_SMALL = re.compile(r"(?:[’']s)?[^\w\n]{0,3}[a-z]")
_LONG = 2000
"""Code points of a sentence whose tokens are not kept: they would take memory, and prose has none."""


class Token(NamedTuple):
    """A word or mark with its place; ``low`` is the word in lower case with straight apostrophes.

    "WHO" in running text stays as it is: it is the World Health Organization, no pronoun.
    """

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


@lru_cache(maxsize=256)
def _row(text: str, start: int, end: int) -> tuple[Token, ...]:
    return tuple(each_token(text, start, end))


def sentence_tokens(text: str, span: Span) -> tuple[Token, ...]:
    """The tokens of one sentence; kept for the stations behind, which ask for the same again."""
    if len(span) > _LONG:
        return tuple(each_token(text, span.start, span.end))
    return _row(text, span.start, span.end)


def each_token(text: str, start: int, end: int) -> Iterator[Token]:
    """The tokens of ``text[start:end]`` one by one, for whoever needs the first few."""
    for found in _TOKEN.finditer(text, start, end):
        word = found[0]
        low = word if word == "WHO" and _AMONG_SMALL.match(text, found.end()) else word.lower()
        yield Token(*found.span(), word, low.replace("’", "'"))


def lowered(text: str) -> str:
    """``text`` in lower case, each code point in its place.

    A pattern finds words in it in a third of the time that it needs where it has to ignore case.
    """
    low = text.lower()
    return low if len(low) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)
