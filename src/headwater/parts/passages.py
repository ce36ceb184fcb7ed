"""Introducing lines with the text that they carry, and section headings."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.parts import lines
from headwater.parts.block import TITLE_WORDS, Block
from headwater.parts.carried import carried_length
from headwater.parts.introducers import introducer
from headwater.parts.marked import UNKNOWN_VOICE
from headwater.records import Document
from headwater.records.vocabulary import PartKind

_HEADLINE_WORDS = 5
_HEADING_WORDS = 8


def introduced(blocks: list[Block], _: Document) -> list[Block]:
    """Introducing lines, and the carried text below those of a page without mark-up."""
    out, i, voice = list(blocks), 0, None
    while i < len(out):
        found = introducer(out[i].text) if out[i].is_open else None
        if found is None or (found.voice is None and voice is None) or not _leads(out, i):
            i += 1
            continue
        voice = found.voice or voice
        out[i] = out[i].settle("introducer", found.why)
        i = _carry(out, i + 1, voice or UNKNOWN_VOICE)
    return out


def _leads(blocks: Sequence[Block], i: int) -> bool:
    """Whether something that can be carried follows block ``i``."""
    following = next((b for b in blocks[i + 1 :] if b.kind != "dateline"), None)
    return following is not None and (following.is_open or following.kind == "quoted")


def _carry(blocks: list[Block], start: int, voice: str) -> int:
    """Mark the open paragraphs from ``start`` as carried; the index after them."""
    end = start
    while end < len(blocks) and (blocks[end].kind == "dateline" or _may_be_carried(blocks[end])):
        end += 1
    if any(b.hint == "blockquote" for b in blocks):
        return start  # the page marks its quotations itself
    cut = start + carried_length(blocks[start:end])
    why = f"carried from {voice}, which a line above introduces"
    for i in range(start, cut):
        kind: PartKind = "dateline" if blocks[i].kind == "dateline" else "quoted"
        blocks[i] = blocks[i].settle(kind, why, voice=voice)
    return cut


def _may_be_carried(block: Block) -> bool:
    return block.is_open and introducer(block.text) is None


def listed(blocks: list[Block], _: Document) -> list[Block]:
    """Headlines of other articles between the paragraphs of a pasted page: two and more in a row.

    Each line of five words or more must be set as a headline is, since a list of what happened is text.
    """
    if any(b.hint for b in blocks):
        return blocks
    begun = next((i for i, b in enumerate(blocks) if b.words > TITLE_WORDS), len(blocks))
    start = begun
    while start < len(blocks):
        end = start
        while end < len(blocks) and _may_be_link(blocks[end]):
            end += 1
        longer = [b for b in blocks[start:end] if b.words >= _HEADLINE_WORDS]
        if len(longer) > 1 and all(lines.is_title_case(b.text) for b in longer):
            for i in range(start, end):
                blocks[i] = blocks[i].settle("furniture", "one of several headlines in a row")
        start = max(end, start + 1)
    return blocks


def _may_be_link(block: Block) -> bool:
    return block.is_open and lines.looks_like_title(block.text) and introducer(block.text) is None


def _stands_between(blocks: Sequence[Block], i: int) -> bool:
    """Whether a short line stands between two passages of running text: a heading, however it is set."""
    above = blocks[i - 1] if i else blocks[i]
    return blocks[i].words <= _HEADING_WORDS and above.is_open and above.words > TITLE_WORDS


def headings(blocks: list[Block], _: Document) -> list[Block]:
    """Section headings within a text without mark-up."""
    for i, block in enumerate(blocks):
        following = blocks[i + 1] if i + 1 < len(blocks) else None
        if not block.is_open or block.hint is not None or following is None:
            continue
        title = lines.looks_like_title(block.text) and (
            lines.is_title_case(block.text) or block.words == 1 or _stands_between(blocks, i)
        )
        if title and following.words > 2 * block.words and following.words > 12:
            blocks[i] = block.settle(
                "headline", "a short line without a stop above a paragraph: a section heading"
            )
    return blocks
