"""Introducing lines with the text that they carry, and section headings."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.parts import lines
from headwater.parts.block import Block
from headwater.parts.carried import carried_length
from headwater.parts.introducers import introducer
from headwater.parts.marked import UNKNOWN_VOICE
from headwater.records import Document
from headwater.records.vocabulary import PartKind


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


def headings(blocks: list[Block], _: Document) -> list[Block]:
    """Section headings within a text without mark-up."""
    for i, block in enumerate(blocks):
        following = blocks[i + 1] if i + 1 < len(blocks) else None
        if not block.is_open or block.hint is not None or following is None:
            continue
        title = lines.looks_like_title(block.text) and (lines.is_title_case(block.text) or block.words == 1)
        if title and following.words > 2 * block.words and following.words > 12:
            blocks[i] = block.settle(
                "headline", "a short line without a stop above a paragraph: a section heading"
            )
    return blocks
