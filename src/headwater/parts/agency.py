"""Agency copy: a page whose dateline, byline or last line credits another outlet's text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from headwater.parts.block import TITLE_WORDS, Block, bare
from headwater.reading.gazetteer import outlet_of
from headwater.records import Document

# "(Reuters)", "/TTA/"; in "SEOUL/TOKYO/HANOI (Reuters)" no city.
_IN_DATELINE = re.compile(r"(?:\(|(?<!\S)/)(?P<name>[A-Z][\w .’'-]{1,30}?)[)/]")
_LAST_LINE = re.compile(r"^[—–-]{1,2}\s*(?P<name>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3})\.?$")
_LAST_WORDS = re.compile(r"[.!?”\"]\s+[—–]\s*(?P<name>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3})\.?$")
# A credit stands in the last few lines of a page's text.
LAST_LINES = 3


def agency_copy(blocks: list[Block], document: Document) -> list[Block]:
    """The page's own text becomes carried text where the page credits all of it to an agency.

    Only where the page's outlet is known, and is another: the agency's own
    page has the same dateline.
    """
    agency, why = _credited(blocks, document)
    if agency is None or document.outlet is None or same_outlet(agency, document.outlet):
        return blocks
    out = [_credit_line(b) for b in blocks]
    for i, block in enumerate(out):
        if block.is_open or (block.kind == "dateline" and block.voice is None):
            out[i] = block.settle(block.kind or "quoted", why, voice=agency)
    return out


def _credited(blocks: Sequence[Block], document: Document) -> tuple[str | None, str]:
    for block in blocks:
        if block.is_open and block.words > TITLE_WORDS:
            break  # a dateline opens the text; below its first paragraph it is that of what the page quotes
        if block.kind == "dateline" and _is_own(block) and (found := _IN_DATELINE.search(block.text)):
            return found["name"], f"the dateline credits {found['name']}"
    lines = [b for b in blocks if b.is_open][-LAST_LINES:]
    for block in lines:
        if found := _LAST_LINE.match(block.text) or _LAST_WORDS.search(block.text):
            return found["name"], f"the last line credits {found['name']}"
    if document.byline and outlet_of(document.byline):
        return document.byline, f"the byline is that of {document.byline}"
    return None, ""


def _is_own(block: Block) -> bool:
    """Whether a dateline is that of the page's own text, not of a passage that it quotes."""
    return block.voice is None and block.hint != "blockquote"


def _credit_line(block: Block) -> Block:
    if block.is_open and _LAST_LINE.match(block.text):
        return block.settle("byline", "a line that credits another outlet")
    return block


def same_outlet(name: str, other: str) -> bool:
    """Whether two names mean one outlet: "AP" and "The Associated Press", "Halyard" and "Halyard News"."""
    known, known_other = outlet_of(name), outlet_of(other)
    if known is not None and known == known_other:
        return True
    return bare(name) in bare(other) or bare(other) in bare(name)
