"""Introducing lines with the text that they carry, and section headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from headwater.parts import lines
from headwater.parts.agency import same_outlet
from headwater.parts.block import TITLE_WORDS, Block
from headwater.parts.carried import Passage
from headwater.parts.introducers import Introducer, introducer, lead_in
from headwater.parts.marked import UNKNOWN_VOICE
from headwater.records import Document
from headwater.records.vocabulary import PartKind

_HEADING_WORDS = 8
_PARAGRAPH_WORDS = 12
_OWN = ("headline", "dek", "introducer")
# Paragraphs above a passage from which the page's topic and manner are read.
_REMEMBERED = 100
# What may stand between an introducing line and what it carries.
_BETWEEN = ("dateline", "furniture")


def introduced(blocks: list[Block], document: Document) -> list[Block]:
    """Introducing lines, and the carried text below those of a page without mark-up."""
    out, i, voice = list(blocks), 0, None
    while i < len(out):
        found = _introducer(out, i) if out[i].is_open else None
        if found is None or not _hands_over(out, i, found, voice, document.outlet):
            i += 1
            continue
        voice = found.voice or voice
        if found.start:
            out[i : i + 1] = out[i].cut(found.start)
            i += 1
        out[i] = out[i].settle("introducer", found.why)
        i = _carry(out, i + 1, replace(found, voice=voice or UNKNOWN_VOICE))
    return out


def _introducer(blocks: Sequence[Block], i: int) -> Introducer | None:
    """How block ``i`` hands over; above a quotation that the page marks, any named source will do."""
    found = introducer(blocks[i].text)
    below = blocks[i + 1] if i + 1 < len(blocks) else None
    marked = below is not None and below.kind == "quoted" and below.hint == "blockquote"
    return lead_in(blocks[i].text) if found is None and marked else found


def _hands_over(
    blocks: Sequence[Block], i: int, found: Introducer, last: str | None, outlet: str | None
) -> bool:
    """Whether a line hands over to another than the page's own outlet, or resumes whom it carried last."""
    if found.voice is None and last is None:
        return False
    own = found.voice is not None and outlet is not None and same_outlet(found.voice, outlet)
    return not own and _leads(blocks, i)


def _leads(blocks: Sequence[Block], i: int) -> bool:
    """Whether something that can be carried follows block ``i``."""
    following = next((b for b in blocks[i + 1 :] if b.kind not in _BETWEEN), None)
    return following is not None and (following.is_open or following.kind == "quoted")


def _carry(blocks: list[Block], start: int, lead: Introducer) -> int:
    """Mark the open paragraphs from ``start`` as carried; the index after them."""
    if any(b.hint == "blockquote" for b in blocks):
        return start  # the page marks its quotations itself
    while start < len(blocks) and blocks[start].kind == "furniture":
        start += 1
    end = start
    while end < len(blocks) and (blocks[end].kind == "dateline" or _may_be_carried(blocks[end])):
        end += 1
    running = [i for i in range(start, end) if blocks[i].kind != "dateline"]
    last = [blocks[k] for k in range(max(0, start - _REMEMBERED), start)]
    above = [b.text for b in last if b.is_open or b.kind in _OWN]
    before = [b.text for b in last if b.kind == "quoted"]
    length = Passage(lead, above, before, [blocks[i].text for i in running]).length() if running else 0
    cut = running[length] if length < len(running) else end
    why = f"carried from {lead.voice}, which a line above introduces"
    for i in range(start, cut):
        kind: PartKind = "dateline" if blocks[i].kind == "dateline" else "quoted"
        blocks[i] = blocks[i].settle(kind, why, voice=lead.voice)
    return cut


def _may_be_carried(block: Block) -> bool:
    return block.is_open and introducer(block.text) is None


def headings(blocks: list[Block], _: Document) -> list[Block]:
    """Section headings within a text without mark-up."""
    for i, block in enumerate(blocks):
        if block.is_open and block.hint is None and _is_heading(blocks, i):
            blocks[i] = block.settle(
                "headline", "a short line without a stop above a paragraph: a section heading"
            )
    return blocks


def _is_heading(blocks: Sequence[Block], i: int) -> bool:
    """Whether a line without a stop stands above a paragraph, set as a heading or between two of them."""
    block = blocks[i]
    title = lines.looks_like_title(block.text)
    following = blocks[i + 1] if i + 1 < len(blocks) else None
    if following is None or not (title or lines.is_words_in_marks(block.text)):
        return False
    if _stands_in_running_text(blocks, i):
        return True
    set_as_one = title and (
        lines.is_title_case(block.text) or block.words == 1 or _below_paragraph(blocks, i)
    )
    return set_as_one and following.words > max(_PARAGRAPH_WORDS, 2 * block.words)


def _below_paragraph(blocks: Sequence[Block], i: int) -> bool:
    above = _text_above(blocks, i)
    return blocks[i].words <= _HEADING_WORDS and above is not None and above.words > TITLE_WORDS


def _stands_in_running_text(blocks: Sequence[Block], i: int) -> bool:
    """Whether a few words stand between two whole sentences: a heading, however they are set."""
    block, above, following = blocks[i], _text_above(blocks, i), blocks[i + 1]
    if above is None or not block.words < min(_HEADING_WORDS + 1, following.words):
        return False
    return all(lines.ends_sentence(b.text) and not lines.looks_like_title(b.text) for b in (above, following))


def _text_above(blocks: Sequence[Block], i: int) -> Block | None:
    """The paragraph above block ``i``, boxes and links aside; ``None`` where it is no text of the page's."""
    above = next((blocks[k] for k in range(i - 1, -1, -1) if blocks[k].kind != "furniture"), None)
    return above if above is not None and above.is_open else None
