"""Texts as rows of words with features and tags, for taggers that work on words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import get_args

from headwater.reading.sentences import paragraphs, sentences
from headwater.records.vocabulary import EntityType
from training.names_texts import NamedSpan, flat

Word = tuple[int, int, str]
"""Start and end in code points, and the word."""

# "U.S."; a word up to its possessive ending; the ending; any other mark by itself. Hyphens stay
# inside ("al-Qaida") unless a capital meets a small word across one ("ISIL-held", "counter-ISIL").
_WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}"
    r"|\d+(?:[.,:]\d+)*[A-Za-z]*"
    r"|[’']s\b"
    r"|[^\W_]+(?:[’'](?!s\b)[^\W_]+)*"
    r"|\S"
)
_COMPOUND_ENDS = frozenset(
    "held led based born backed owned run era style made controlled occupied wide level funded".split()
)
_COMPOUND_STARTS = frozenset("counter anti pro non ex post pre mid former then vice".split())


def words(text: str, start: int, end: int) -> list[Word]:
    """The words and marks of ``text[start:end]``, in order."""
    row = [(m.start(), m.end(), m[0]) for m in _WORD.finditer(text, start, end)]
    return list(_rejoined(text, row))


def _rejoined(text: str, row: Sequence[Word]) -> Iterator[Word]:
    """Hyphenated words made whole again, but for compounds with a name in them."""
    i = 0
    while i < len(row):
        last = i
        while last + 2 < len(row) and _hyphened(row, last):
            last += 2
        yield (row[i][0], row[last][1], text[row[i][0] : row[last][1]])
        i = last + 1


def _hyphened(row: Sequence[Word], i: int) -> bool:
    left, mark, right = row[i], row[i + 1], row[i + 2]
    touch = left[1] == mark[0] and mark[1] == right[0] and mark[2] == "-"
    if not touch or not (left[2][0].isalnum() and right[2][0].isalnum()):
        return False
    return right[2].lower() not in _COMPOUND_ENDS and left[2].lower() not in _COMPOUND_STARTS


def rows(text: str) -> list[list[Word]]:
    """The words of each sentence."""
    found = (words(text, s.start, s.end) for s in sentences(text, paragraphs(text)))
    return [row for row in found if row]


def tags(row: Sequence[Word], spans: Iterable[NamedSpan]) -> list[str]:
    """BIO tags of a sentence's words; of spans that meet, the longest is kept."""
    marks = ["O"] * len(row)
    for span in flat(spans):
        inside = [i for i, (start, end, _) in enumerate(row) if start < span.end and span.start < end]
        for i in inside:
            marks[i] = ("B-" if i == inside[0] else "I-") + span.type
    return marks


def spans_of(row: Sequence[Word], marks: Sequence[str]) -> Iterator[NamedSpan]:
    """The names that tags spell; an I- that follows nothing of its type begins one."""
    first: int | None = None
    for i, mark in enumerate([*marks, "O"]):
        if first is not None and (mark[:2] != "I-" or mark[2:] != marks[first][2:]):
            yield NamedSpan(row[first][0], row[i - 1][1], _type(marks[first][2:]), "name")
            first = None
        if mark != "O" and first is None:
            first = i


def _type(name: str) -> EntityType:
    return next(kind for kind in get_args(EntityType) if kind == name)


def shape(word: str) -> str:
    """The word with its letters as X, x, and digits as d, runs of more than two cut short."""
    raw = "".join("X" if c.isupper() else "x" if c.islower() else "d" if c.isdigit() else c for c in word)
    return re.sub(r"(.)\1{2,}", r"\1\1", raw)


def features(row: Sequence[Word], i: int) -> list[str]:
    """What a word looks like and stands between: the usual recipe for CoNLL 2003.

    Word, its lower case, affixes up to four letters, shape, kinds of characters;
    words and shapes two to either side, pairs of neighbours; ends of the sentence.
    """
    word = row[i][2]
    found = ["bias", f"w={word}", f"low={word.lower()}", f"shape={shape(word)}"]
    found += [f"suf{n}={word.lower()[-n:]}" for n in range(1, 5) if len(word) >= n]
    found += [f"pre{n}={word.lower()[:n]}" for n in range(1, 5) if len(word) >= n]
    found += [name for name, true in _kinds(word) if true]
    for step in (-2, -1, 1, 2):
        near = row[i + step][2] if 0 <= i + step < len(row) else "^" if step < 0 else "$"
        found += [f"{step}low={near.lower()}", f"{step}shape={shape(near)}"]
        if abs(step) == 1:
            found += [f"{step}title={near[:1].isupper()}", f"{step}pair={word.lower()}|{near.lower()}"]
    return found


def _kinds(word: str) -> Iterator[tuple[str, bool]]:
    yield "title", word.istitle()
    yield "upper", word.isupper()
    yield "digit", word.isdigit()
    yield "hyphen", "-" in word
    yield "inner capital", any(c.isupper() for c in word[1:]) and not word.isupper()
