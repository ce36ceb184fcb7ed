"""Comment threads of pages without mark-up."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.parts import lines
from headwater.parts.block import Block
from headwater.records import Document


def comments(blocks: list[Block], _: Document) -> list[Block]:
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
            out.append(
                block.settle("comment", "stands below a comment's head line", voice=who, reply_to=reply)
            )
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
