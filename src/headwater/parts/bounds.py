"""Marks by which a text bounds what it carries: quotation marks around it, bullets, a note on emphasis."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MARK = re.compile(r"``|''|[“”„\"«»]")
_BULLET = re.compile(r"^(?:(?P<sign>[•●▪◦‣⦁*·]|[–—-]{1,2}(?=\s)|>)\s*|(?P<number>\d{1,2}[.)])\s)")
_EMPHASIS = re.compile(
    r"^[(\[]?(?:(?:bold|my|original|all) )?(?:emphas[ie]s|italics|bold(?:face)?) "
    r"(?:added|mine|ours|in (?:the )?original)\b",
    re.IGNORECASE,
)
_STOPPED = re.compile(r"[.?!”\"’']\s*$")
# ", the story says." may stand between or behind the marks of a passage that is set in them.
_MOST_OUTSIDE = 3
_NOTED_WITHIN = 6  # paragraphs in which a note such as "(emphasis added)" still speaks of the passage


def unquoted(text: str) -> str:
    """What of a paragraph stands outside double quotation marks; a mark left open takes the rest."""
    return _scanned(text)[0]


def leaves_open(text: str) -> bool:
    """Whether a paragraph ends within a quotation, as the press sets a speech of several paragraphs."""
    return _scanned(text)[1]


def opens_quotation(text: str) -> bool:
    """Whether a paragraph begins with a quotation mark."""
    return _MARK.match(text) is not None


def bounded_length(texts: Sequence[str]) -> int | None:
    """How many of the paragraphs a passage takes that bounds itself; ``None`` where nothing bounds it."""
    if not texts:
        return None
    return _in_marks(texts) or _as_list(texts) or _noted(texts)


def _scanned(text: str) -> tuple[str, bool]:
    """What stands outside of quotation marks, and whether one is left open.

    An opening mark behind a full stop, within a quotation, only opens its next paragraph.
    """
    outside: list[str] = []
    depth, at = 0, 0
    for mark in _MARK.finditer(text):
        if not _opens(text, mark):
            depth, at = max(0, depth - 1), mark.end() if depth == 1 else at
        elif not depth or not _STOPPED.search(text[max(0, mark.start() - 4) : mark.start()]):
            outside += [] if depth else [text[at : mark.start()]]
            depth += 1
    return " ".join(outside if depth else [*outside, text[at:]]), depth > 0


def _opens(text: str, mark: re.Match[str]) -> bool:
    before = text[mark.start() - 1] if mark.start() else " "
    if mark[0] in ("”", "''", "»") and mark.start():
        return False
    return bool(text[mark.end() : mark.end() + 1].strip()) and (before.isspace() or before in "([{—–-'‘")


def _is_set_in_marks(text: str) -> bool:
    return opens_quotation(text) and len(re.findall(r"[^\W\d_]+", unquoted(text))) <= _MOST_OUTSIDE


def _in_marks(texts: Sequence[str]) -> int | None:
    """A passage in quotation marks: each paragraph opens with one, and the last closes it."""
    if not _is_set_in_marks(texts[0]):
        return None
    length = 1
    while leaves_open(texts[length - 1]) and length < len(texts) and _is_set_in_marks(texts[length]):
        length += 1
    if leaves_open(texts[length - 1]) and length < len(texts) and _closes(texts[length]):
        length += 1
    return length


def _closes(text: str) -> bool:
    """Whether a paragraph without an opening mark ends the quotation that the one before left open."""
    return _is_set_in_marks(f"“{text}") and not leaves_open(f"“{text}")


def _as_list(texts: Sequence[str]) -> int | None:
    """A list: every item behind the same sign, or numbered."""
    first = _BULLET.match(texts[0])
    if first is None:
        return None
    length = 1
    while length < len(texts) and (item := _BULLET.match(texts[length])) and item["sign"] == first["sign"]:
        length += 1
    return length


def _noted(texts: Sequence[str]) -> int | None:
    """The paragraphs above a note on the emphasis in them."""
    return next((i for i, t in enumerate(texts[:_NOTED_WITHIN]) if i and _EMPHASIS.match(t)), None)
