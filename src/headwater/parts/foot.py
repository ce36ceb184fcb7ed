"""Furniture anywhere, and the author's note and menus at the foot of a page."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.parts import lines
from headwater.parts.block import TITLE_WORDS, Block, bare
from headwater.records import Document


def foot(blocks: list[Block], _: Document) -> list[Block]:
    """Furniture anywhere; the author's note at the foot of the page and the menus around it."""
    for i, block in enumerate(blocks):
        if block.is_open and lines.is_furniture(block.text):
            blocks[i] = block.settle("furniture", "buttons, labels and lists of the page")
        elif block.is_open and lines.is_promotion(block.text):
            blocks[i] = block.settle("furniture", "a box that offers newsletters or subscriptions")
    start = _foot_start(blocks)
    for i in range(start, len(blocks)):
        block = blocks[i]
        if not block.is_open:
            continue
        if lines.is_worked_on(block.text):
            blocks[i] = block.settle("byline", "tells who reported and edited")
        elif _is_about_author(blocks, i):
            blocks[i] = block.settle("bio", "says who the author is")
        elif start and _is_label(block) and _is_end(blocks[start - 1]):
            blocks[i] = block.settle("furniture", "a short line below the end of the text")
    return blocks


def _is_label(block: Block) -> bool:
    """A short line; on a page with mark-up, where paragraphs are known, one that is no sentence."""
    return block.words <= TITLE_WORDS and (block.hint is None or lines.looks_like_title(block.text))


def _is_end(block: Block) -> bool:
    """Whether a block is a label that stands below the end of the text."""
    return block.kind == "furniture" and lines.is_end_label(block.text)


def _foot_start(blocks: Sequence[Block]) -> int:
    """Where the foot begins: after the labels below the text, else at the last few open paragraphs."""
    half = sum(b.words for b in blocks) / 2
    done = 0
    for i, block in enumerate(blocks):
        done += block.words
        if done > half and _is_end(block):
            return i + 1
    read = [i for i, b in enumerate(blocks) if b.is_open]
    return read[-3] if len(read) > 6 else len(blocks)


def _is_about_author(blocks: Sequence[Block], i: int) -> bool:
    text = blocks[i].text
    if lines.about_name(text) is not None or lines.is_bio(text):
        return True
    above = blocks[i - 1] if i else None
    named = lines.about_name(above.text) if above is not None and above.kind == "bio" else None
    return bool(named and text.startswith(named)) or _name_above(blocks, i)


def _name_above(blocks: Sequence[Block], i: int) -> bool:
    """Whether block ``i`` is the bare name that the note below it is about."""
    below = blocks[i + 1] if i + 1 < len(blocks) else None
    if below is None:
        return False
    about = lines.about_name(below.text) or (lines.bio_name(below.text) if lines.is_bio(below.text) else None)
    return about is not None and bare(about) == bare(blocks[i].text)
