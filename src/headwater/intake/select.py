"""Which blocks of a page are the article.

trafilatura judges which text belongs to the article; the blocks come from the
page itself, so that quotes, captions, headings and comments keep their marks.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from headwater.intake.blocks import Block, Blocks
from headwater.intake.dates import is_stamp
from headwater.intake.furniture import LONG, is_link_list, letters, says_furniture
from headwater.intake.marks import HEADINGS
from headwater.intake.metadata import visible_byline
from headwater.records import Problem

# The smallest share of the page's visible paragraphs that an extraction must hold to be believed.
# A page of news is mostly its article; with less than two fifths, the reader took a sidebar for it.
_MIN_SHARE = 0.4
_PARAGRAPH = 80  # code points from which on a block counts as a paragraph of running text
_ABOVE = 2  # blocks above the headline whose date is believed where none stands below it
_SHINGLE = 24  # letters by which a repeated passage is looked up
_MAX_HOLDERS = 50  # blocks compared for one passage; a page that repeats it more often is a list
_OPENING = 15  # blocks looked at above the first paragraph for the headline
_POSTS = 3  # posts from which on a page of several articles is a live page
_SIGNED = re.compile(r"/(?:staff|authors?|people|profiles?|contributors?|columnists?|journalists?|by)/")
_COMMENTS = frozenset({"comments", "comment", "comment_author", "comment_note"})
_OUTSIDE = _COMMENTS | {"furniture"}


@dataclass(frozen=True, slots=True)
class Selection:
    """The article's blocks in order, its readers' comments, and what was left out.

    ``stamps`` are the lines above the article that are read for its date and byline.
    """

    article: tuple[Block, ...]
    stamps: tuple[str, ...]
    comments: tuple[Block, ...]
    dropped: tuple[str, ...]
    doubled: tuple[str, ...]
    problem: Problem | None = None


def select(root: HtmlElement, blocks: Blocks) -> Selection:
    """Choose the article among a page's blocks. ``root`` is not changed."""
    rows = list(blocks.rows)
    wanted, problem = _wanted(rows, _article_letters(root))
    wanted |= _live(root, rows, wanted)
    wanted, doubled = _without_doubles(rows, wanted)
    first, last = min(wanted, default=0), max(wanted, default=-1)
    head = _headline_at(rows, first)
    rows[head:first] = [_signed(b) for b in rows[head:first]]
    article, dropped = _kept(rows, range(head, last + 1), _homes(rows, wanted), first)
    above = rows[max(0, head - _ABOVE) : head]
    opening = [*rows[head:first], *(b for b in above if b.role not in _OUTSIDE)]
    comments, notes = _comments(rows)
    stamps = tuple(b.text for b in opening)
    return Selection(tuple(article), stamps, tuple(comments), (*dropped, *notes), tuple(doubled), problem)


def _kept(rows: list[Block], inside: range, homes: set[int], first: int) -> tuple[list[Block], list[str]]:
    """The article's blocks, and what was left out between its headline and its last paragraph."""
    kept: list[Block] = []
    dropped: list[str] = []
    for at, block in enumerate(rows):
        if _is_page(rows, at) or (at < first and _is_label(block)):
            if at in inside and block.text and block.role not in _COMMENTS:
                dropped.append(block.text)
        elif (
            at in inside
            or block.role == "bio"
            or (block.parent in homes and _may_lie_outside(block, at, inside, first))
        ):
            kept.append(block)
    return kept, dropped


def _is_page(rows: list[Block], at: int) -> bool:
    """Whether the block is the page's own, or a reader's."""
    block = rows[at]
    return (
        block.role in _OUTSIDE or says_furniture(block) or (is_link_list(rows, at) and block.role != "byline")
    )


def _is_label(block: Block) -> bool:
    """Whether a block above the article is a bare date, or a row of a list of facts ("Published: ...")."""
    if block.tag in ("dt", "dd"):
        return True
    return is_stamp(block.text) or (block.role == "stamp" and visible_byline(block.text) is None)


def _may_lie_outside(block: Block, at: int, inside: range, first: int) -> bool:
    """Short lines beside the article's paragraphs belong to it, but no links and none above its headline."""
    if block.link_share > 0.5:
        return False
    return at >= inside.stop or inside.start == first


def _headline_at(rows: list[Block], first: int) -> int:
    """Where the article opens: the last main heading before its first paragraph, else that paragraph."""
    before = range(first - 1, max(-1, first - _OPENING), -1)
    for tag in ("h1", "h2"):
        found = next((i for i in before if rows[i].tag == tag and _is_headline(rows, i)), None)
        if found is not None:
            return found
    return first


def _is_headline(rows: list[Block], at: int) -> bool:
    # A heading that is all link is the site's name, or the headline of another article.
    return rows[at].role is None and rows[at].link_share < 0.5


def _article_letters(root: HtmlElement) -> str:
    """The letters of what trafilatura takes for the article; nothing where it finds none."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - half a second that a pile of text need not pay

    found = bare_extraction(root, include_comments=False, include_tables=True, fast=True)
    text = getattr(found, "text", None)
    return letters(text) if isinstance(text, str) else ""


def _wanted(rows: list[Block], article: str) -> tuple[set[int], Problem | None]:
    """The blocks that are surely the article's, and a problem where trafilatura did not find them."""
    running = [i for i, b in enumerate(rows) if _is_running(b)]
    wanted = _standing_in(rows, running, article)
    visible = sum(len(rows[i].text) for i in running)
    if sum(len(rows[i].text) for i in wanted) >= _MIN_SHARE * visible and wanted:
        return wanted, None
    own = {i for i in running if rows[i].article} or set(running) or _any_text(rows)
    if not running and any(b.role == "comment" for b in rows):
        return set(), None  # a page of readers' comments alone
    if not own:
        return set(), None
    what = "the article could not be told from the page; every paragraph that is no page furniture was taken"
    todo = "compare the text with the page; if it holds too much, add the article as plain text"
    return own, Problem("extraction_fallback", what, todo)


def _is_running(block: Block) -> bool:
    if (
        block.role is not None
        or len(block.text) < _PARAGRAPH
        or block.tag in HEADINGS
        or says_furniture(block)
    ):
        return False
    is_byline = len(block.text) < 2 * _PARAGRAPH and visible_byline(block.text) is not None
    return block.link_share < 0.5 and not is_byline


def _live(root: HtmlElement, rows: list[Block], wanted: set[int]) -> set[int]:
    """The other posts of a live page, of which an extraction often holds the first alone.

    A post is an ``article`` with a time of its own, below the page's one main heading, whose own
    heading is no link: those of related stories are.
    """
    posts = root.xpath(
        "//article[.//time][not(.//h1)][not(ancestor::article)]"
        "[not(.//h2//a[not(starts-with(@href, '#'))] | .//h3//a[not(starts-with(@href, '#'))])]"
    )
    if len(posts) < _POSTS or len(root.xpath("//h1")) > 1:
        return set()
    running = [i for i, b in enumerate(rows) if _is_running(b) and b.article]
    held = _standing_in(rows, running, letters(" ".join(post.text_content() for post in posts)))
    return held if held & wanted else set()


def _signed(block: Block) -> Block:
    """A line above the article that is nothing but links to its authors' pages is the byline."""
    signs = block.role is None and block.link_share > 0.8 and len(block.text) < _PARAGRAPH
    if signs and block.links and all(_SIGNED.search(link) for link in block.links):
        return replace(block, role="byline")
    return block


def _any_text(rows: list[Block]) -> set[int]:
    plain = (i for i, b in enumerate(rows) if b.role is None and b.link_share < 0.5 and not says_furniture(b))
    return {i for i in plain if rows[i].tag not in ("h1", "h2", "h3")}


def _standing_in(rows: list[Block], running: list[int], article: str) -> set[int]:
    """Those of the blocks ``running`` whose words stand in ``article``.

    The first letters are enough: the extraction may cut a long block at a line break. Blocks come
    mostly in the article's order, so each is looked for behind the last one first.
    """
    found, after = set(), 0
    for i in running:
        key = letters(rows[i].text)[:LONG]
        at = article.find(key, after)
        at = at if at >= 0 else article.find(key)
        if at >= 0:
            found.add(i)
            after = at
    return found


def _homes(rows: list[Block], wanted: set[int]) -> set[int]:
    """Elements that hold at least two paragraphs of the article: their short neighbours belong to it too."""
    held = [rows[i].parent for i in wanted if not rows[i].quote]
    return {parent for parent, count in Counter(held).items() if count > 1}


def _without_doubles(rows: list[Block], wanted: set[int]) -> tuple[set[int], list[str]]:
    """Empty the later repetitions of an article's paragraphs; block quotes and comments may repeat them.

    A pull quote repeats sentences of one paragraph; a block all of whose sentences stand in another is one.
    """
    keys = {i: letters(b.text) for i, b in enumerate(rows) if _may_be_doubled(b)}
    keys = {i: key for i, key in keys.items() if len(key) >= LONG}
    holders = _holders(keys)
    doubled = []
    for at, key in keys.items():
        others = (i for i in holders.get(_opening_of(key), ()) if _is_original(i, at, keys))
        if any(_repeats(rows[at].text, keys[i]) for i in others):
            doubled.append(rows[at].text)
            rows[at] = replace(rows[at], role="furniture", text="")
    return wanted - {i for i in wanted if not rows[i].text}, doubled


def _opening_of(key: str) -> str:
    return key[:_SHINGLE]


def _holders(keys: dict[int, str]) -> dict[str, list[int]]:
    """For each block's opening letters, the blocks in which they stand; one pass over the text."""
    openings = {_opening_of(key) for key in keys.values()}
    holders: dict[str, list[int]] = {}
    for at, key in keys.items():
        found = {key[i : i + _SHINGLE] for i in range(len(key) - _SHINGLE + 1)} & openings
        for opening in found:
            holders.setdefault(opening, []).append(at)
    return {opening: at[:_MAX_HOLDERS] for opening, at in holders.items()}


def _is_original(other: int, at: int, keys: dict[int, str]) -> bool:
    """Whether block ``other`` is the one to keep if it holds block ``at``: the longer, else the first."""
    return len(keys[other]) > len(keys[at]) or (keys[other] == keys[at] and other < at)


def _may_be_doubled(block: Block) -> bool:
    return block.role in (None, "stamp") and block.tag not in HEADINGS and not block.quote


def _repeats(text: str, other: str) -> bool:
    """Whether each sentence of ``text`` stands in the letters ``other``."""
    sentences = [letters(s) for s in re.split(r"(?<=[.?!])[”\"’]?\s+", text)]
    return all(s in other for s in sentences)


def _is_note(block: Block) -> bool:
    return says_furniture(block) or is_stamp(block.text) or not letters(block.text)


def _comments(rows: list[Block]) -> tuple[list[Block], list[str]]:
    """The readers' comments with their authors, and the lines around them that were left out."""
    kept: list[Block] = []
    notes: list[str] = []
    for block in rows:
        if block.role == "comment_author" or (block.role == "comment" and not _is_note(block)):
            kept.append(block)
        elif block.role == "comments" and len(block.text) >= _PARAGRAPH and not says_furniture(block):
            kept.append(replace(block, role="comment"))
        elif block.role in ("comment", "comments", "comment_note"):
            notes.append(block.text)
    return kept, notes
