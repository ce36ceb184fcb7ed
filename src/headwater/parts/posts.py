"""Posts that a page shows under the name of whoever wrote them.

"… — Ada Roe (@adaroe) May 2, 2018" signs what stands before it, "Ada Roe (@adaroe) We open!" what follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from headwater.parts.block import Block
from headwater.reading.signatures import SIGNATURE
from headwater.records import Document, Part, Span
from headwater.records.vocabulary import HintKind

_HANDLE = re.compile(r".* \(@\w{1,20}\)")
# Not the note on an author: "Ada Roe (@adaroe) is a reporter".
_HEADED = re.compile(
    r"(?P<name>[A-Z][\w’'-]{0,20}\.?"
    r"(?: (?:[A-Z][\w’'-]{0,20}\.?|[^\w\s(@.,;:]{1,3}|of|for|the|and|de|van|von|al)){0,6})"
    r" \(@\w{1,20}\) (?=[A-Z.“\"‘'#@])(?!Follow\b)(?=\S+ \S+ \S)"
)


def posts(blocks: list[Block], _: Document) -> list[Block]:
    """Each post becomes carried text in the voice of whoever wrote it, the line with the name an introducer.

    A signature alone on its line signs the paragraph above it.
    """
    out: list[Block] = []
    for block in blocks:
        if not block.is_open or block.hint not in (None, "paragraph", "blockquote"):
            out.append(block)
            continue
        if (head := _HEADED.match(block.text)) is not None and SIGNATURE.search(block.text) is None:
            line, post = block.cut(head.end())
            why = f"a post that {head['name']} wrote"
            out += [line.settle("introducer", why), post.settle("quoted", why, voice=head["name"])]
            continue
        for piece, voice in _signed(block):
            if voice is None:
                out.append(piece)
                continue
            why = f"a post that {voice} signs"
            if SIGNATURE.match(piece.text) is None:
                out.append(piece.settle("quoted", why, voice=voice))
                continue
            _sign_above(out, block.hint, voice, why)
            out.append(piece.settle("introducer", why))
    return out


def author_line(text: str, parts: Sequence[Part], i: int) -> Span | None:
    """The line above or below part number ``i`` that names whose post it is; ``None`` if it is none."""
    if parts[i].kind != "quoted":
        return None
    above, below = (
        parts[k].span if 0 <= k < len(parts) and parts[k].kind == "introducer" else None
        for k in (i - 1, i + 1)
    )
    if below is not None and SIGNATURE.fullmatch(text, below.start, below.end):
        return below
    return above if above is not None and _HANDLE.fullmatch(text, above.start, above.end) else None


def _sign_above(out: list[Block], hint: HintKind | None, voice: str, why: str) -> None:
    """The paragraph above a signature, or all of a block quotation, is the signer's if it is nobody's yet."""
    for k in range(len(out) - 1, -1, -1):
        if not out[k].is_open or out[k].hint != hint or (hint != "blockquote" and k < len(out) - 1):
            return
        out[k] = out[k].settle("quoted", why, voice=voice)


def _signed(block: Block) -> Iterator[tuple[Block, str | None]]:
    """The posts and signatures of a block with their signer, and what stands behind the last, with none."""
    rest = block
    while (found := SIGNATURE.search(rest.text)) is not None:
        voice, length = found["name"].strip(), len(found[0])
        if found.start():
            post, rest = rest.cut(found.start())
            yield post, voice
        if len(rest.text) == length:
            yield rest, voice
            return
        signature, rest = rest.cut(length)
        yield signature, voice
    yield rest, None
