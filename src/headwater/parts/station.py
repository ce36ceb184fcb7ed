"""From marks and hints to parts.

Rules run one after another, each deciding what no earlier one has decided:
the page's mark-up, comments, the front, the end, carried passages, headings;
what is left is body.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from urllib.parse import urlsplit

from headwater.parts import lines
from headwater.parts.block import Block
from headwater.parts.carried import carried_length
from headwater.parts.introducers import introducer, voice_in_lead
from headwater.reading.sentences import sentences
from headwater.records import Document, Made, Marks, Part, Span, Voice
from headwater.records.spans import trim
from headwater.records.vocabulary import PartKind

VERSION = "1"
UNKNOWN_VOICE = "another source"
_BY_HINT: dict[str, PartKind] = {
    "headline": "headline",
    "heading": "headline",
    "dek": "dek",
    "byline": "byline",
    "dateline": "dateline",
    "caption": "caption",
    "bio": "bio",
    "furniture": "furniture",
    "comment_author": "furniture",
}
# Front matter stands in the first few lines of a page.
FRONT_LINES = 6
DEK_WORDS = 30
# A pasted page can have a long menu above its headline.
HEADER_LINES = 40
TITLE_WORDS = 24


def find_parts(document: Document, marks: Marks) -> tuple[Part, ...]:
    """The parts of ``document``, covering every non-space character once, in order."""
    blocks = list(_blocks(document, marks))
    for rule in (_marked, _comments, _front, _end, _introduced, _headings):
        blocks = rule(blocks, document)
    blocks = [b if b.kind else b.settle("body", "the page's own text") for b in blocks]
    return tuple(_merged(document.text, blocks))


def _blocks(document: Document, marks: Marks) -> Iterator[Block]:
    hints = iter(document.hints)
    hint = next(hints, None)
    for span in marks.paragraphs:
        while hint is not None and hint.span.end <= span.start:
            hint = next(hints, None)
        over = hint if hint is not None and hint.span.overlaps(span) else None
        text = span.of(document.text)
        cut = lines.dateline_end(text) if over is None or over.kind == "paragraph" else 0
        kind, label = (over.kind, over.label) if over else (None, None)
        if cut and (rest := trim(document.text, span.start + cut, span.end)) is not None:
            head = Span(span.start, span.start + cut)
            yield Block(head, text[:cut], kind).settle("dateline", "place and agency open the paragraph")
            span, text = rest, rest.of(document.text)
        yield Block(span, text, kind, label)


def _marked(blocks: list[Block], _: Document) -> list[Block]:
    """Kinds that the page's own mark-up settles."""
    out: list[Block] = []
    for block in blocks:
        kind = _BY_HINT.get(block.hint or "")
        if not block.is_open or block.hint is None:
            out.append(block)
        elif kind is not None:
            out.append(block.settle(kind, f"marked as {block.hint} in the page"))
        elif block.hint == "comment":
            out.append(block.settle("comment", "marked as a comment in the page", voice=block.label or "a commenter", reply_to=lines.answered(block.text)))
        elif block.hint == "blockquote":
            voice, why = _voice_of_quotation(block, out)
            out.append(block.settle("quoted", why, voice=voice))
        else:
            out.append(block)
    return out


def _voice_of_quotation(block: Block, before: Sequence[Block]) -> tuple[str, str]:
    last = before[-1] if before else None
    if last is not None and last.kind == "quoted" and last.hint == "blockquote":
        return last.voice or UNKNOWN_VOICE, last.why
    lead = next((b for b in reversed(before) if b.kind not in ("caption", "furniture")), None)
    if lead is not None and lead.kind is None:
        found = introducer(lead.text)
        name = (found.voice if found else None) or _voice_in_last_sentence(lead.text)
        if name is not None:
            return name, "a block quotation; the paragraph before it names the source"
    earlier = next((b.voice for b in reversed(before) if b.kind == "quoted"), None)
    if last is not None and (resumed := introducer(last.text)) is not None and resumed.voice is None and earlier:
        return earlier, "a block quotation that goes on with the one before"
    if block.label:
        return _site(block.label), "a block quotation with its source in the page's mark-up"
    return UNKNOWN_VOICE, "a block quotation whose source the page does not name"


def _voice_in_last_sentence(text: str) -> str | None:
    """The source that the sentence right above a block quotation names."""
    last = sentences(text, (Span(0, len(text)),))[-1]
    return voice_in_lead(last.of(text))


def _site(label: str) -> str:
    """The host of an address, without ``www.``; other labels as they are."""
    host = urlsplit(label).hostname
    return host.removeprefix("www.") if host else label


def _comments(blocks: list[Block], _: Document) -> list[Block]:
    """Numbered or headed comment threads in plain text, to the end of the page."""
    start = _thread_start(blocks)
    if start is None:
        return blocks
    out, who, reply, ended = blocks[:start], None, None, False
    for block in blocks[start:]:
        head = lines.commenter(block.text, in_thread=True)
        ended = ended or lines.ends_comments(block.text)
        if not block.is_open:
            out.append(block)
        elif head is not None:
            who, reply = head, None
            out.append(block.settle("furniture", "head line of a comment"))
        elif who is None or ended or lines.is_furniture(block.text) or lines.is_stamp(block.text):
            out.append(block.settle("furniture", "buttons and counters of the comment thread"))
        else:
            reply = reply or lines.answered(block.text)
            out.append(block.settle("comment", "stands below a comment's head line", voice=who, reply_to=reply))
    return out


def _thread_start(blocks: Sequence[Block]) -> int | None:
    for i, block in enumerate(blocks):
        if block.is_open and lines.is_comments_heading(block.text):
            ahead = blocks[i + 1 : i + 5]
            if any(lines.commenter(b.text, in_thread=True) for b in ahead):
                return i
        if block.is_open and lines.commenter(block.text, in_thread=False):
            return i
    return None


def _front(blocks: list[Block], document: Document) -> list[Block]:
    """Headline, dek, byline and picture lines at the head of a page without mark-up."""
    if any(b.kind == "headline" and b.hint == "headline" for b in blocks):
        return _front_lines(blocks, headline_seen=True)
    blocks = _site_header(blocks)
    return _front_lines(_headline(blocks, document), headline_seen=False)


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
    first = next((i for i, b in enumerate(blocks[:HEADER_LINES]) if b.is_open and not lines.is_furniture(b.text)), None)
    if first is None or len(blocks) < 2:
        return blocks
    block = blocks[first]
    named = document.title is not None and _bare(block.text) == _bare(document.title)
    if named or (lines.looks_like_title(block.text) and introducer(block.text) is None and not lines.is_byline(block.text)):
        blocks[first] = block.settle("headline", "the first line, and no sentence" if not named else "it is the title")
    return blocks


def _bare(line: str) -> str:
    return "".join(c for c in line.lower() if c.isalnum())


def _front_lines(blocks: list[Block], *, headline_seen: bool) -> list[Block]:
    top = next((i for i, b in enumerate(blocks) if b.kind != "furniture"), 0)
    headline_seen = headline_seen or any(b.kind == "headline" for b in blocks[top : top + FRONT_LINES])
    for i, block in list(enumerate(blocks))[top : top + FRONT_LINES + 2]:
        if not block.is_open:
            continue
        if lines.is_byline(block.text):
            blocks[i] = block.settle("byline", "a line that begins with By")
        elif lines.is_credit(block.text):
            blocks[i] = block.settle("caption", "a line that credits a picture")
            _caption_above(blocks, i)
        elif headline_seen and i and blocks[i - 1].kind == "headline" and block.hint is None:
            blocks[i] = _dek(blocks, i)
    return blocks


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
    return lines.is_byline(text) or lines.is_credit(text) or introducer(text) is not None or (
        lines.looks_like_title(text) and lines.is_title_case(text)
    )


def _end(blocks: list[Block], _: Document) -> list[Block]:
    """Furniture anywhere; the author's note at the foot of the page and the menus around it."""
    for i, block in enumerate(blocks):
        if block.is_open and lines.is_furniture(block.text):
            blocks[i] = block.settle("furniture", "buttons, labels and lists of the page")
    foot = _foot(blocks)
    for i in range(foot, len(blocks)):
        block = blocks[i]
        if not block.is_open:
            continue
        if _is_about_author(blocks, i):
            blocks[i] = block.settle("bio", "says who the author is")
        elif foot and block.words <= TITLE_WORDS and blocks[foot - 1].kind == "furniture":
            blocks[i] = block.settle("furniture", "a short line below the end of the text")
    return blocks


def _foot(blocks: Sequence[Block]) -> int:
    """Where the foot of the page begins: after the labels below the text, else its last few open paragraphs."""
    half = sum(b.words for b in blocks) / 2
    done = 0
    for i, block in enumerate(blocks):
        done += block.words
        if done > half and block.kind == "furniture" and lines.is_end_label(block.text):
            return i + 1
    read = [i for i, b in enumerate(blocks) if b.is_open]
    return read[-3] if len(read) > 6 else len(blocks)


def _is_about_author(blocks: Sequence[Block], i: int) -> bool:
    text = blocks[i].text
    if lines.about_name(text) is not None or lines.is_bio(text):
        return True
    above = blocks[i - 1] if i else None
    named = lines.about_name(above.text) if above is not None and above.kind == "bio" else None
    return bool(named and text.startswith(named)) or _name_above(blocks, i)


def _name_above(blocks: Sequence[Block], i: int) -> bool:
    """Whether block ``i`` is the bare name that the note below it is about."""
    below = blocks[i + 1] if i + 1 < len(blocks) else None
    if below is None:
        return False
    about = lines.about_name(below.text) or (lines.bio_name(below.text) if lines.is_bio(below.text) else None)
    return about is not None and _bare(about) == _bare(blocks[i].text)


def _introduced(blocks: list[Block], _: Document) -> list[Block]:
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
    return i + 1 < len(blocks) and (blocks[i + 1].is_open or blocks[i + 1].kind == "quoted")


def _carry(blocks: list[Block], start: int, voice: str) -> int:
    """Mark the open paragraphs from ``start`` as carried; the index after them."""
    end = start
    while end < len(blocks) and blocks[end].is_open and introducer(blocks[end].text) is None:
        end += 1
    if any(b.hint == "blockquote" for b in blocks):
        return start  # the page marks its quotations itself
    cut = start + carried_length(blocks[start:end])
    for i in range(start, cut):
        blocks[i] = blocks[i].settle("quoted", f"carried from {voice}, which a line above introduces", voice=voice)
    return cut


def _headings(blocks: list[Block], _: Document) -> list[Block]:
    """Section headings within a text without mark-up."""
    for i, block in enumerate(blocks):
        following = blocks[i + 1] if i + 1 < len(blocks) else None
        if not block.is_open or block.hint is not None or following is None:
            continue
        title = lines.looks_like_title(block.text) and (lines.is_title_case(block.text) or block.words == 1)
        if title and following.words > 2 * block.words and following.words > 12:
            blocks[i] = block.settle("headline", "a short line without a stop above a paragraph: a section heading")
    return blocks


def _merged(text: str, blocks: Sequence[Block]) -> Iterator[Part]:
    """Neighbouring blocks of one kind and voice become one part."""
    kept = [replace(b, voice=b.voice if b.kind in ("quoted", "comment") else None) for b in blocks]
    for _, group in groupby(_numbered(kept), key=lambda pair: pair[0]):
        members = [block for _, block in group]
        first = members[0]
        kind = first.kind or "body"
        span = Span(first.span.start, members[-1].span.end)
        voice = Voice(first.voice) if first.voice else None
        yield Part(span, kind, voice, first.reply_to, Made("rule", VERSION, None, first.why))


def _numbered(blocks: Sequence[Block]) -> Iterator[tuple[int, Block]]:
    """Each block with the number of the part it belongs to."""
    number = 0
    for i, block in enumerate(blocks):
        last = blocks[i - 1] if i else block
        same = (block.kind, block.voice) == (last.kind, last.voice)
        if i and (not same or (block.kind == "headline")):
            number += 1
        yield number, block
