"""From marks and hints to parts.

Rules run one after another, each deciding what no earlier one has decided:
signed posts, the page's mark-up, comments, the front, the foot, lists of links, carried passages, headings,
agency copy; what is left is body.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from headwater.parts import lines
from headwater.parts.agency import agency_copy
from headwater.parts.block import Block
from headwater.parts.foot import foot
from headwater.parts.front import front
from headwater.parts.links import listed
from headwater.parts.marked import marked
from headwater.parts.passages import headings, introduced
from headwater.parts.posts import posts
from headwater.parts.threads import comments
from headwater.records import Document, Hint, Made, Marks, Part, Span, Spans, Voice

VERSION = "6"
_RULES = (posts, marked, comments, front, foot, listed, introduced, headings, agency_copy)


def find_parts(document: Document, marks: Marks, unread: Spans = ()) -> tuple[Part, ...]:
    """The parts of ``document``, covering every non-space character once, in order.

    Args:
        document: as the stations read it.
        marks: its paragraphs.
        unread: what is blank there but not in the page, in order; each belongs to the part it opens or ends.
    """
    blocks = list(_blocks(document, marks))
    for rule in _RULES:
        blocks = rule(blocks, document)
    blocks = [b if b.kind else b.settle("body", "the page's own text") for b in blocks]
    return tuple(_stretched(document.text, tuple(_merged(blocks)), unread))


def _blocks(document: Document, marks: Marks) -> Iterator[Block]:
    """The paragraphs as blocks with their hints; datelines and names of sites become blocks of their own."""
    for number, (span, hint) in enumerate(_with_hints(document.hints, marks.paragraphs)):
        kind, label = (hint.kind, hint.label) if hint else (None, None)
        block = Block(span, span.of(document.text), kind, label)
        is_title = kind == "headline" or (number == 0 and not document.hints)
        if is_title and (at := lines.site_after(block.text)):
            headline, site = block.cut(at)
            yield headline
            yield site.settle("furniture", "the site's name behind the headline")
        elif kind in (None, "paragraph", "blockquote") and (at := lines.dateline_end(block.text)):
            dateline, paragraph = block.cut(at)
            yield replace(dateline, label=None).settle("dateline", "place and agency open the paragraph")
            yield paragraph
        else:
            yield block


def _with_hints(hints: Sequence[Hint], paragraphs: Sequence[Span]) -> Iterator[tuple[Span, Hint | None]]:
    """Each paragraph with the first hint that touches it; both stand in order of the text."""
    following = iter(hints)
    hint = next(following, None)
    for span in paragraphs:
        while hint is not None and hint.span.end <= span.start:
            hint = next(following, None)
        yield span, hint if hint is not None and hint.span.overlaps(span) else None


def _merged(blocks: Sequence[Block]) -> Iterator[Part]:
    """Neighbouring blocks of one kind and voice become one part."""
    for _, group in groupby(_numbered(blocks), key=lambda pair: pair[0]):
        members = [block for _, block in group]
        first = members[0]
        span = Span(first.span.start, members[-1].span.end)
        voice = Voice(first.voice) if first.voice else None
        yield Part(span, first.kind or "body", voice, first.reply_to, Made("rule", VERSION, None, first.why))


def _stretched(text: str, parts: Sequence[Part], unread: Spans) -> Iterator[Part]:
    """The parts, each from what is unread in its first line to what is unread behind its last paragraph."""
    starts = [part.span.start for part in parts]
    opens: dict[int, int] = {}
    ends: dict[int, int] = {}
    for box in unread:
        k = bisect_right(starts, box.start)
        if (
            k < len(parts)
            and "\n" not in text[box.end : starts[k]]
            and (not k or parts[k - 1].span.end <= box.start)
        ):
            opens.setdefault(k, box.start)
        else:
            ends[k - 1] = box.end
    for i, part in enumerate(parts):
        start = opens.get(i, part.span.start)
        yield replace(part, span=Span(start, max(part.span.end, ends.get(i, 0))))


def _numbered(blocks: Sequence[Block]) -> Iterator[tuple[int, Block]]:
    """Each block with the number of the part it belongs to; a headline is a part of its own."""
    number = 0
    for i, block in enumerate(blocks):
        last = blocks[i - 1] if i else block
        if i and ((block.kind, block.voice) != (last.kind, last.voice) or block.kind == "headline"):
            number += 1
        yield number, block
