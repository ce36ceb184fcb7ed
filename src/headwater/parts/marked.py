"""What the page's own mark-up settles."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from headwater.parts import lines
from headwater.parts.block import Block
from headwater.parts.introducers import introducer, voice_in_lead
from headwater.reading.sentences import sentences
from headwater.records import Document, Span
from headwater.records.vocabulary import PartKind

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


def marked(blocks: list[Block], _: Document) -> list[Block]:
    """Kinds that the page's own mark-up settles."""
    out: list[Block] = []
    for block in blocks:
        kind = _BY_HINT.get(block.hint or "")
        if not block.is_open or block.hint is None:
            out.append(block)
        elif kind is not None:
            out.append(block.settle(kind, f"marked as {block.hint} in the page"))
        elif block.hint == "comment":
            out.append(
                block.settle(
                    "comment",
                    "marked as a comment in the page",
                    voice=block.label or "a commenter",
                    reply_to=lines.answered(block.text),
                )
            )
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
    lead = next((b for b in reversed(before) if b.kind not in ("caption", "dateline", "furniture")), None)
    if lead is not None and lead.kind is None:
        found = introducer(lead.text)
        name = (found.voice if found else None) or _voice_in_last_sentence(lead.text)
        if name is not None:
            return name, "a block quotation; the paragraph before it names the source"
    earlier = next((b.voice for b in reversed(before) if b.kind == "quoted"), None)
    if (
        last is not None
        and (resumed := introducer(last.text)) is not None
        and resumed.voice is None
        and earlier
    ):
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
    try:
        host = urlsplit(label).hostname
    except ValueError:  # a broken address in the mark-up
        host = None
    return host.removeprefix("www.") if host else label
