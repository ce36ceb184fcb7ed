"""A piece of a page that is an article and nothing else, as feeds carry it."""

from __future__ import annotations

from lxml import etree

from headwater.intake.blocks import blocks_of
from headwater.intake.compose import Piece, pieces_of
from headwater.intake.furniture import dropped_problem, says_furniture
from headwater.intake.marks import SKIPPED_TAGS
from headwater.intake.select import Selection
from headwater.intake.tree import parse
from headwater.records import Problem


def fragment_pieces(
    text: str, title: str | None, byline: str | None
) -> tuple[list[Piece], list[Problem | None]]:
    """The pieces of an article's HTML under its headline, and what was noted of it.

    Every block is taken, save those that say of themselves that they are the page's.
    """
    page = parse(f"<body>{text}")
    if page is None:
        return ([Piece(title, "headline")] if title else []), []
    etree.strip_elements(page.root, *SKIPPED_TAGS, with_tail=False)
    blocks = blocks_of(page.root)
    article = tuple(b for b in blocks.rows if b.role != "furniture" and not says_furniture(b))
    kept = set(map(id, article))
    dropped = [b.text for b in blocks.rows if id(b) not in kept]
    selection = Selection(article, (), (), (), ())
    return pieces_of(selection, blocks.cites, title, byline), [page.problem, dropped_problem(dropped)]
