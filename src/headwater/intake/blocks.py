"""A page's visible text as a row of blocks, each with what its surroundings say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from headwater.intake import marks
from headwater.intake.marks import BLOCK_TAGS, HEADINGS, SKIPPED_TAGS, Role

_BLANKS = re.compile(r"[^\S\n]+")
_BREAKS = re.compile(r" ?\n ?(?:\n ?)*")
# Signs that only guide the setting of a line; they would split words in two.
_SETTING = re.compile("[\u00ad\u200b\u2060\ufeff]")
_RUNNING = HEADINGS | {"p", "li", "blockquote", "figcaption", "dd", "td", "pre"}
_INLINE_ROLES: frozenset[Role] = frozenset({"comment_author", "comment_note"})
# A mark that holds more than this share of the page's words stands for the page, not for furniture.
_MOST = 0.4
_CELL = 120  # code points; a longer cell is a passage
_ENOUGH = 100  # words in <p> from which on the paragraphs alone measure a page


@dataclass(slots=True)
class Block:
    """One paragraph, heading, list item or the like.

    Attributes:
        text: its words; blanks joined to one, a forced line break stays one.
        tag: the nearest block element's tag.
        role: what the surroundings say it is.
        parent: number of the element that holds it, the same for neighbours.
        quote: number of the block quote it stands in, else 0.
        comment: number of the comment it stands in, else 0.
        linked: how many code points of it are link text.
        links: addresses of its links, in order.
        buttons: how many links stand in it, also those that lead nowhere.
        article: whether it stands in ``article`` or ``main``.
    """

    text: str
    tag: str
    role: Role | None
    parent: int
    quote: int = 0
    comment: int = 0
    linked: int = 0
    links: tuple[str, ...] = ()
    buttons: int = 0
    article: bool = False

    @property
    def link_share(self) -> float:
        """Share of the text that is link text, 0 to 1."""
        return self.linked / max(1, len(self.text))


@dataclass(frozen=True, slots=True)
class Frame:
    """What holds for everything inside the element that is being walked."""

    number: int = 0
    tag: str = "body"
    role: Role | None = None
    quote: int = 0
    comment: int = 0
    region: bool = False
    figure: bool = False
    article: bool = False


@dataclass(frozen=True, slots=True)
class Blocks:
    """The blocks of a page, and the address that each block quote cites."""

    rows: tuple[Block, ...]
    cites: dict[int, str]


@dataclass(slots=True)
class _Walk:
    """The state of one walk; no recursion, so that depth does not matter."""

    words: int
    paragraphs: bool = True
    rows: list[Block] = field(default_factory=list)
    cites: dict[int, str] = field(default_factory=dict)
    frames: list[Frame] = field(default_factory=lambda: [Frame()])
    buffer: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    linked: int = 0
    buttons: int = 0
    in_link: int = 0
    count: int = 0
    authored: set[int] = field(default_factory=set)

    def add(self, text: str | None) -> None:
        if not text:
            return
        keep = text if self.frames[-1].tag == "pre" else text.replace("\n", " ").replace("\r", " ")
        self.buffer.append(keep)
        if self.in_link:
            self.linked += len(keep.strip())

    def flush(self) -> None:
        if self.buffer:
            text = tidy("".join(self.buffer))
            if text:
                self._keep(text)
            self.buffer, self.links, self.linked, self.buttons = [], [], 0, 0

    def _keep(self, text: str) -> None:
        frame = self.frames[-1]
        self.rows.append(
            Block(
                text,
                frame.tag,
                frame.role,
                self.frames[-2].number if len(self.frames) > 1 else 0,
                frame.quote,
                frame.comment,
                self.linked,
                tuple(self.links),
                self.buttons,
                frame.article,
            )
        )


def tidy(text: str) -> str:
    """``text`` with blanks joined and setting signs taken out; line breaks stay."""
    text = _SETTING.sub("", text)
    return _BREAKS.sub("\n", _BLANKS.sub(" ", text)).strip()


def blocks_of(root: HtmlElement) -> Blocks:
    """The blocks of a page, in order."""
    body = root.find("body")
    body = root if body is None else body
    walk = _measure(body)
    events = iterwalk(body, events=("start", "end"))
    for event, element in events:
        if event == "end":
            _leave(walk, element)
        elif not isinstance(element.tag, str) or element.tag in SKIPPED_TAGS or marks.is_hidden(element):
            events.skip_subtree()
            # The walk still reports the end of what it skips; a frame keeps the two in step.
            walk.frames.append(replace(walk.frames[-1], tag="(skipped)"))
        else:
            _enter(walk, element)
    walk.flush()
    return Blocks(tuple(walk.rows), walk.cites)


def _measure(body: HtmlElement) -> _Walk:
    words = sum(len(t.split()) for p in body.iter("p") for t in p.itertext())
    if words >= _ENOUGH:
        return _Walk(words)
    return _Walk(sum(len(t.split()) for t in body.itertext()), paragraphs=False)


def _enter(walk: _Walk, element: HtmlElement) -> None:
    walk.count += 1
    tag = str(element.tag)
    outer = walk.frames[-1]
    frame = _frame(walk, element, outer)
    breaks = (
        tag in BLOCK_TAGS
        or _is_layout_cell(element)
        or (frame.role != outer.role and _breaks_inline(frame, outer))
    )
    if breaks:
        walk.flush()
    elif tag == "br":
        _break(walk, outer)
    elif tag in ("td", "th") and walk.buffer:
        walk.buffer.append(" | ")
    if not breaks:
        # An inline element keeps the block that it stands in.
        frame = replace(frame, number=outer.number, tag=outer.tag, role=outer.role)
    walk.frames.append(frame)
    if tag == "a":
        walk.in_link += 1
        walk.buttons += 1
        walk.links.extend(_addresses(element))
    walk.add(element.text)


def _break(walk: _Walk, outer: Frame) -> None:
    """A line break; two in a row part paragraphs, as old pages without ``p`` do."""
    told = "".join(walk.buffer[-3:]).rstrip(" \t\xa0")
    if told.endswith("\n") and outer.tag != "pre":
        walk.flush()
    else:
        walk.buffer.append("\n")


def _is_layout_cell(element: HtmlElement) -> bool:
    """Whether a table cell holds a part of the page rather than a value."""
    if element.tag not in ("td", "th"):
        return False
    breaks = any(e.tag == "br" or e.tag in BLOCK_TAGS for e in element.iterdescendants())
    return breaks or len(element.text_content()) > _CELL


def _breaks_inline(frame: Frame, outer: Frame) -> bool:
    """Whether an inline element with a role of its own ("span.author") is a block of its own.

    In running text it is not: a linked word is no furniture for the name of its link.
    """
    return frame.role in _INLINE_ROLES or outer.tag not in _RUNNING


def _leave(walk: _Walk, element: HtmlElement) -> None:
    frame = walk.frames[-1]
    if frame.tag != "(skipped)":
        if element.tag == "a":
            walk.in_link -= 1
        outer = walk.frames[-2]
        if element.tag in BLOCK_TAGS or frame.number != outer.number:
            walk.flush()
    walk.frames.pop()
    if element.tag != "body" or len(walk.frames) > 1:
        walk.add(element.tail)


def _addresses(element: HtmlElement) -> Iterator[str]:
    href = (element.get("href") or "").strip()
    if href.lower().startswith(("http://", "https://", "//", "/")):
        yield href


def _frame(walk: _Walk, element: HtmlElement, outer: Frame) -> Frame:
    tag = str(element.tag)
    frame = replace(
        outer,
        number=walk.count,
        tag=tag if tag not in ("ul", "ol", "dl") else outer.tag,
        figure=outer.figure or _is_picture(element),
        article=outer.article or tag in ("article", "main"),
    )
    if (
        outer.role == "furniture"
        or _is_page_footer(tag, outer)
        or (marks.is_furniture(element) and not _is_most(walk, element))
    ):
        return replace(frame, role="furniture")
    if tag == "blockquote":
        walk.cites[walk.count] = _cite(element)
        frame = replace(frame, quote=outer.quote or walk.count)
    return _comment_frame(walk, element, frame, outer) or _article_frame(walk, element, frame)


def _is_picture(element: HtmlElement) -> bool:
    """Whether a ``figure`` shows a picture; it may also frame a table or a quotation."""
    holds = (element.find(f".//{tag}") is not None for tag in ("table", "blockquote", "h2", "pre"))
    return element.tag == "figure" and not any(holds)


def _is_page_footer(tag: str, outer: Frame) -> bool:
    # In an article or a quote, a footer holds the author's note or the quote's origin.
    return tag == "footer" and not (outer.article or outer.quote)


def _is_most(walk: _Walk, element: HtmlElement) -> bool:
    if element.tag in ("body", "html"):
        return True
    holders = element.iter("p") if walk.paragraphs else (element,)
    return sum(len(t.split()) for h in holders for t in h.itertext()) > _MOST * max(1, walk.words)


def _cite(quote: HtmlElement) -> str:
    """The address that a block quote states as its origin, or nothing."""
    stated = (quote.get("cite") or "").strip()
    if stated:
        return stated
    links = [*quote.xpath(".//cite//a/@href | .//footer//a/@href"), *reversed(quote.xpath(".//a/@href"))]
    return next((str(a) for a in links if str(a).startswith(("http://", "https://", "//"))), "")


def _comment_frame(walk: _Walk, element: HtmlElement, frame: Frame, outer: Frame) -> Frame | None:
    """The frame inside a comment, or ``None`` outside the readers' comments."""
    if not frame.region:
        if not (marks.is_comment_region(element) or marks.is_comment(element)) or _holds_headline(element):
            return None
        frame = replace(frame, region=True, role="comments")
    if marks.is_comment(element) or (element.tag in ("li", "article") and marks.may_be_comment(element)):
        return replace(frame, comment=walk.count, role="comment")
    if frame.role in _INLINE_ROLES:
        return frame
    if frame.comment and not frame.quote and _names_commenter(walk, element, outer):
        walk.authored.add(frame.comment)
        return replace(frame, role="comment_author")
    if marks.is_comment_note(element) and not marks.has_commenter(element):
        return replace(frame, role="comment_note")
    return frame


def _holds_headline(element: HtmlElement) -> bool:
    # A long thread can be most of a page, so the share of words cannot tell it from the article.
    return element.tag in ("body", "main") or element.find(".//h1") is not None


def _names_commenter(walk: _Walk, element: HtmlElement, outer: Frame) -> bool:
    """Whether the element names the commenter: by its class, or as the first bold words above the text."""
    if marks.names_commenter(element):
        return True
    bold = element.tag in ("b", "strong", "h3", "h4", "h5", "h6")
    return bold and outer.tag != "p" and outer.comment not in walk.authored


def _article_frame(walk: _Walk, element: HtmlElement, frame: Frame) -> Frame:
    role = marks.article_role(element)
    if role is None and frame.figure and marks.is_photo_credit(element):
        role = "caption"
    if role is None and frame.figure and element.tag in ("div", "p"):
        role = "caption"
    if role is None or frame.role in ("bio", "caption") or (element.tag in HEADINGS and role != "dek"):
        return frame
    if role != "bio" and _is_most(walk, element):
        return frame
    return replace(frame, role=role)
