"""Blocks become the text of a document with its hints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from headwater.intake.blocks import Block
from headwater.intake.furniture import letters
from headwater.intake.marks import HEADINGS
from headwater.intake.metadata import visible_byline
from headwater.intake.select import Selection
from headwater.records import Hint, Span
from headwater.records.vocabulary import HintKind

GAP = "\n\n"
_ROLE_KINDS: dict[str, HintKind] = {
    "bio": "bio",
    "caption": "caption",
    "dek": "dek",
    "byline": "byline",
    "comment": "comment",
    "comment_author": "comment_author",
}
_SAYS = (" says:", " says", " said:", " wrote:", ":")
_BYLINE_LONG = 200  # code points; a longer "byline" is a note on the author


@dataclass(frozen=True, slots=True)
class Piece:
    """A block with its kind; neighbours of one ``group`` (not 0) share a hint."""

    text: str
    kind: HintKind
    label: str | None = None
    group: int = 0


def compose(pieces: list[Piece]) -> tuple[str, tuple[Hint, ...]]:
    """The text, blocks joined by a blank line, and one hint a block or group, in order and disjoint."""
    hints: list[Hint] = []
    at, group = 0, 0
    for piece in pieces:
        span = Span(at, at + len(piece.text))
        if piece.group and piece.group == group and hints[-1].kind == piece.kind:
            span = Span(hints.pop().span.start, span.end)
        hints.append(Hint(span, piece.kind, piece.label))
        at, group = at + len(piece.text) + len(GAP), piece.group
    return GAP.join(p.text for p in pieces), tuple(hints)


def pieces_of(
    selection: Selection, cites: dict[int, str], title: str | None, byline: str | None = None
) -> list[Piece]:
    """The headline, then the article's blocks in order, then the readers' comments."""
    article = list(selection.article)
    head, article = _headline(article, title)
    pieces = [Piece(head, "headline")] if head else []
    body = _first_running(article)
    signed = next(
        (i for i, b in enumerate(article[:body]) if b.role == "byline" or visible_byline(b.text)), 0
    )
    opening = (_opening_piece(b, cites, byline, above=i < signed) for i, b in enumerate(article[:body]))
    pieces += [*opening, *(_piece(block, cites, before_body=False) for block in article[body:])]
    names = _commenters(selection.comments)
    pieces.extend(_comment_piece(block, names) for block in selection.comments)
    return pieces


def _headline(article: list[Block], title: str | None) -> tuple[str | None, list[Block]]:
    """The headline as the page shows it, else the title; and the blocks without its repetitions."""
    head = shown_headline(article, title)
    text = head.text if head is not None else title
    repeats = {letters(text or ""), letters(title or "")}
    early = set(map(id, article[:6]))
    rest = [b for b in article if b is not head and not (id(b) in early and letters(b.text) in repeats)]
    return text, rest


def shown_headline(article: Sequence[Block], title: str | None) -> Block | None:
    """The heading at the article's start that is the title or part of it, else its ``h1``."""
    wanted = letters(title or "")
    early = [b for b in article[:6] if b.tag in ("h1", "h2") and not b.role]
    same = (
        b
        for b in early
        if letters(b.text) and (letters(b.text) in wanted or (wanted and wanted in letters(b.text)))
    )
    return next(same, None) or next((b for b in early if b.tag == "h1"), None)


def _first_running(article: list[Block]) -> int:
    """Where the body begins: only before it a mark of standfirst is believed."""
    return next((i for i, b in enumerate(article) if _opens_body(b)), len(article))


def _opens_body(block: Block) -> bool:
    return block.role is None and block.tag not in HEADINGS and len(block.text) > _BYLINE_LONG // 2


def _opening_piece(block: Block, cites: dict[int, str], byline: str | None, *, above: bool) -> Piece:
    """A block above the body: an unmarked line may be the byline, a list ``above`` it is the standfirst."""
    piece = _piece(block, cites, before_body=True)
    if piece.kind == "list_item" and above:
        return Piece(block.text, "dek")
    first = (byline or "").split(",")[0]
    named = bool(first) and block.text.startswith(first)
    if piece.kind == "paragraph" and (named or visible_byline(block.text)):
        return Piece(block.text, "byline")
    return piece


def _piece(block: Block, cites: dict[int, str], before_body: bool) -> Piece:
    if block.quote:
        return Piece(block.text, "blockquote", cites.get(block.quote) or None, block.quote)
    if block.role in ("dek", "byline") and not _believed(block, before_body):
        return Piece(block.text, "paragraph")
    if block.role in _ROLE_KINDS:
        return Piece(block.text, _ROLE_KINDS[block.role])
    if block.tag in HEADINGS:
        return Piece(block.text, "heading", block.tag)
    return Piece(block.text, "list_item" if block.tag in ("li", "dd", "dt") else "paragraph")


def _believed(block: Block, before_body: bool) -> bool:
    if block.role == "byline":
        return len(block.text) <= _BYLINE_LONG
    return before_body


def _commenters(comments: tuple[Block, ...]) -> dict[int, str]:
    """The name of who wrote each comment: the first that stands in it."""
    names: dict[int, str] = {}
    for block in comments:
        if block.role == "comment_author" and block.comment:
            names.setdefault(block.comment, _name(block.text))
    return names


def _name(text: str) -> str:
    for ending in _SAYS:
        text = text.removesuffix(ending)
    return text.strip()


def _comment_piece(block: Block, names: dict[int, str]) -> Piece:
    kind: HintKind = "comment_author" if block.role == "comment_author" else "comment"
    return Piece(block.text, kind, names.get(block.comment), block.comment if kind == "comment" else 0)
