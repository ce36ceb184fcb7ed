"""Pairs of quotation marks, within and across paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from headwater.reading.ordered import quotes_at
from headwater.records import Quote, Span
from headwater.records.spans import trim

# “x” and "x" and ``x'' and «x»; a closing “ as in (“Headline“) occurs on real pages.
_DOUBLE = re.compile(r"``|''|[“”„\"«»]")
_SINGLE_OPEN = re.compile(r"(?<![\w’'])[‘'](?=[^\W\d_]|\$|\d{1,3}(?!\d|s\b))")
# A closing single mark: after a word or stop, before a space, a stop or the end.
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…%])[’'](?=[\s,.;:?!)\]”\"—–-]|$)")
# One beside a stop is no apostrophe.
_FIRM_CLOSE = re.compile(r"(?<=[.,!?…])[’'](?=[\s,.;:?!)\]”\"—–-]|$)|(?<=[\w.,!?…%])[’'](?=[,.;:?!])")
# Longest quotation in single marks worth believing: beyond it two apostrophes met by chance.
_SINGLE_LIMIT = 600
# Paragraphs that a quotation runs over at most without a mark at the head of each.
_MOST_PARAGRAPHS = 4


def quotes(text: str, blocks: tuple[Span, ...], *, running: bool = True) -> tuple[Quote, ...]:
    """Every quotation in ``text``, in order, innermost ones included.

    A mark left open at the end of a paragraph is a quotation to the paragraph's
    end if the next paragraph opens with a mark again (the custom of the press), or if
    the next mark in the text, few paragraphs on, closes one (not where ``blocks`` are no
    ``running`` text); other odd marks are left unpaired.
    """
    found: list[Quote] = []
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        doubles = list(_doubles(text, block, following))
        found += doubles
        found += _singles(text, block, doubles)
        if running:
            found += _over_paragraphs(text, blocks[index : index + 1 + _MOST_PARAGRAPHS], doubles)
    return tuple(sorted(found, key=lambda q: (q.span.start, -q.span.end)))


def _over_paragraphs(text: str, blocks: Sequence[Span], doubles: Sequence[Quote]) -> Iterator[Quote]:
    """A quotation from the last mark of the first of ``blocks`` to the next mark, each paragraph apart."""
    marks = list(_DOUBLE.finditer(text, blocks[0].start, blocks[0].end))
    if not marks or not _opens(text, marks[-1], blocks[0]):
        return
    if doubles and doubles[-1].span.end > marks[-1].start():
        return
    for k, block in enumerate(blocks[1:], start=1):
        closing = _DOUBLE.search(text, block.start, block.end)
        if closing is None:
            continue
        if not _opens(text, closing, block) and _closes(text, closing, block):
            yield from _pieces(text, marks[-1], blocks[: k + 1], closing)
        return


def _pieces(
    text: str, opening: re.Match[str], blocks: Sequence[Span], closing: re.Match[str]
) -> Iterator[Quote]:
    """What stands between two marks, one quotation for each paragraph."""
    for block in blocks:
        start = opening.start() if block is blocks[0] else block.start
        inner = opening.end() if block is blocks[0] else block.start
        close, end = closing.span() if block is blocks[-1] else (block.end, block.end)
        quote = _quote(text, start, inner, close, end, continues=block is not blocks[-1])
        if quote is not None:
            yield quote


def _doubles(text: str, block: Span, following: Span | None) -> Iterator[Quote]:
    opened: re.Match[str] | None = None
    for mark in _DOUBLE.finditer(text, block.start, block.end):
        if opened is None:
            if _opens(text, mark, block):
                opened = mark
        elif _closes(text, mark, block):
            quote = _quote(text, opened.start(), opened.end(), mark.start(), mark.end())
            if quote is not None:
                yield quote
            opened = None
    if opened is not None and following is not None and text[following.start] in '“"„«':
        quote = _quote(text, opened.start(), opened.end(), block.end, block.end, continues=True)
        if quote is not None:
            yield quote


def _opens(text: str, mark: re.Match[str], block: Span) -> bool:
    if mark[0] in ("``", "“", "„", "«"):
        return True
    if mark[0] == '"':
        before = text[mark.start() - 1] if mark.start() > block.start else " "
        after = text[mark.end()] if mark.end() < block.end else " "
        return not after.isspace() and (before.isspace() or before in "([{—–-‘'/")
    return False


def _closes(text: str, mark: re.Match[str], block: Span) -> bool:
    if mark[0] in ("”", "''", "»"):
        return True
    before = text[mark.start() - 1] if mark.start() > block.start else " "
    after = text[mark.end()] if mark.end() < block.end else " "
    if mark[0] == '"' and before.isspace() and after.isspace():  # a slip: "on the day " was
        return True
    return not before.isspace() and not after.isalnum()


def _singles(text: str, block: Span, doubles: list[Quote]) -> Iterator[Quote]:
    at = block.start
    while (opening := _SINGLE_OPEN.search(text, at, block.end)) is not None:
        at = opening.end()
        limit = min(block.end, opening.end() + _SINGLE_LIMIT)
        for around in quotes_at(doubles, opening.start(), opening.end()):
            if around.inner.start <= opening.start() < around.inner.end:
                limit = min(limit, around.inner.end)
        closing = _single_close(text, opening.end(), limit)
        if closing is None:
            continue
        quote = _quote(text, opening.start(), opening.end(), closing, closing + 1)
        if quote is None:
            continue
        beside = quotes_at(doubles, quote.span.start, quote.span.end)
        if not any(_crosses(quote.span, d.span) for d in beside):
            yield quote
            at = closing + 1


def _single_close(text: str, start: int, limit: int) -> int | None:
    found = _FIRM_CLOSE.search(text, start, limit) or _SINGLE_CLOSE.search(text, start, limit)
    return found.start() if found else None


def _crosses(left: Span, right: Span) -> bool:
    return left.overlaps(right) and not left.contains(right) and not right.contains(left)


def _quote(
    text: str, start: int, inner: int, close: int, end: int, *, continues: bool = False
) -> Quote | None:
    inside = trim(text, inner, close)
    return Quote(Span(start, end), inside, continues) if inside is not None else None


def outer_quotes(quotes: Sequence[Quote]) -> list[Quote]:
    """Those quotations that stand inside no other, in order."""
    outer: list[Quote] = []
    for quote in quotes:
        if not outer or quote.span.start >= outer[-1].span.end:
            outer.append(quote)
    return outer
