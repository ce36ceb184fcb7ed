"""Headline, dek, byline and picture lines at the head of a page without mark-up."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.parts import lines
from headwater.parts.block import TITLE_WORDS, Block, bare
from headwater.parts.introducers import introducer
from headwater.records import Document

# Front matter stands in the first few lines of a page.
FRONT_LINES = 6
DEK_WORDS = 30
# A pasted page can have a long menu above its headline.
HEADER_LINES = 40


def front(blocks: list[Block], document: Document) -> list[Block]:
    """Headline, dek, byline and picture lines at the head of a page without mark-up."""
    if any(b.kind == "headline" and b.hint == "headline" for b in blocks):
        return _front_lines(blocks, document, headline_seen=True)
    blocks = _site_header(blocks)
    return _front_lines(_headline(blocks, document), document, headline_seen=False)


def _site_header(blocks: list[Block]) -> list[Block]:
    """The site's name and menu above the headline, where a dated byline shows which line the headline is."""
    top = next((i for i, b in enumerate(blocks) if b.words > TITLE_WORDS or introducer(b.text)), 0)
    dated = next((i for i in range(top) if lines.dated_byline(blocks[i].text)), None)
    if dated is None:
        return blocks
    above = dated - 1
    if above > 0 and not lines.looks_like_title(blocks[above].text):
        above -= 1  # a dek stands between
    for i in range(max(above, 0)):
        if blocks[i].is_open:
            blocks[i] = blocks[i].settle("furniture", "the site's name and menu above the headline")
    return blocks


def _headline(blocks: list[Block], document: Document) -> list[Block]:
    first = next(
        (i for i, b in enumerate(blocks[:HEADER_LINES]) if b.is_open and not lines.is_furniture(b.text)), None
    )
    if first is not None and lines.is_section(blocks[first].text) and len(blocks) > first + 2:
        blocks[first] = blocks[first].settle("furniture", "the section's name above the headline")
        first += 1
    if first is None or len(blocks) < 2:
        return blocks
    block = blocks[first]
    named = document.title is not None and bare(block.text) == bare(document.title)
    if named or (
        lines.looks_like_title(block.text)
        and introducer(block.text) is None
        and not lines.is_byline(block.text)
    ):
        blocks[first] = block.settle(
            "headline", "the first line, and no sentence" if not named else "it is the title"
        )
    return blocks


def _front_lines(blocks: list[Block], document: Document, *, headline_seen: bool) -> list[Block]:
    top = next((i for i, b in enumerate(blocks) if b.kind != "furniture"), 0)
    headline_seen = headline_seen or any(b.kind == "headline" for b in blocks[top : top + FRONT_LINES])
    for i, block in list(enumerate(blocks))[top : top + FRONT_LINES + 2]:
        if not block.is_open:
            continue
        if i and lines.is_stamp(block.text):
            blocks[i] = block.settle("furniture", "a date alone on a line")
            _name_above(blocks, i)
        elif i and document.outlet and bare(block.text) == bare(document.outlet):
            blocks[i] = block.settle("byline", "the outlet's name alone on a line")
        elif lines.is_byline(block.text):
            blocks[i] = block.settle("byline", "a line that begins with By")
        elif lines.is_credit(block.text):
            blocks[i] = block.settle("caption", "a line that credits a picture")
            _caption_above(blocks, i)
        elif headline_seen and i and blocks[i - 1].kind == "headline" and block.hint is None:
            blocks[i] = _dek(blocks, i)
    return blocks


def _name_above(blocks: list[Block], i: int) -> None:
    """A bare name between the headline and the date is the author's."""
    above = blocks[i - 1]
    if above.is_open and i > 1 and lines.is_name(above.text):
        blocks[i - 1] = above.settle("byline", "a name above the date")


def _caption_above(blocks: list[Block], i: int) -> None:
    above = blocks[i - 1] if i else None
    if above is not None and above.is_open and lines.looks_like_title(above.text):
        blocks[i - 1] = above.settle("caption", "a line without a verb above a picture's credit")


def _dek(blocks: Sequence[Block], i: int) -> Block:
    """A short line between the headline and what is not yet the body."""
    block = blocks[i]
    following = blocks[i + 1] if i + 1 < len(blocks) else None
    short = block.words <= DEK_WORDS and introducer(block.text) is None
    if short and following is not None and _not_body(following):
        return block.settle("dek", "a short line under the headline, above a byline, picture or introducer")
    return block


def _not_body(block: Block) -> bool:
    if block.kind in ("byline", "caption", "dateline"):
        return True
    text = block.text
    return (
        lines.is_byline(text)
        or lines.is_credit(text)
        or ((found := introducer(text)) is not None and not found.start)
        or (lines.looks_like_title(text) and lines.is_title_case(text))
    )
