"""Headlines of other articles between the paragraphs of a pasted page."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.parts import lines
from headwater.parts.block import TITLE_WORDS, Block
from headwater.parts.introducers import introducer
from headwater.records import Document

_HEADLINE_WORDS = 5


def listed(blocks: list[Block], _: Document) -> list[Block]:
    """Headlines of other articles: two and more in a row, or what stands below "Related".

    A list of what happened is text, so the lines of five words or more must all be set as headlines, or
    half of them set or worded as such; and what stands below an unfinished sentence goes on with it.
    """
    if any(b.hint for b in blocks):
        return blocks
    start = next((i for i, b in enumerate(blocks) if b.words > TITLE_WORDS), len(blocks))
    while start < len(blocks):
        end = start
        while end < len(blocks) and _may_be_link(blocks[end]):
            end += 1
        if _are_links(blocks, start, end):
            for i in range(start, end):
                blocks[i] = blocks[i].settle("furniture", "one of several headlines in a row")
        start = max(end, start + 1)
    return blocks


def _may_be_link(block: Block) -> bool:
    return block.is_open and lines.looks_like_title(block.text) and introducer(block.text) is None


def _are_links(blocks: Sequence[Block], start: int, end: int) -> bool:
    above = blocks[start - 1] if start else None
    longer = [b.text for b in blocks[start:end] if b.words >= _HEADLINE_WORDS]
    if above is not None and above.kind == "furniture" and lines.is_related_label(above.text):
        return bool(longer)
    if len(longer) < 2:
        return False
    if all(lines.is_title_case(text) for text in longer):
        return True
    goes_on = above is not None and above.is_open and not lines.ends_sentence(above.text)
    likely = sum(lines.is_title_case(text) or lines.is_worded_as_headline(text) for text in longer)
    return not goes_on and 2 * likely >= len(longer)
