"""Posts that a page shows under the name of whoever wrote them.

"… — Ada Roe (@adaroe) May 2, 2018" signs what stands before it, "Ada Roe (@adaroe) We open!" what follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from headwater.parts.block import Block
from headwater.records import Document, Part
from headwater.records.vocabulary import HintKind

_WHY = "a post that"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_SIGNED = re.compile(
    r"(?:—|–|--)\s?(?P<name>[^—–\n(@]{2,60}?) \(@\w{1,20}\),? "
    rf"(?:{_MONTH} \d{{1,2}}, \d{{4}}|\d{{1,2}} {_MONTH},? \d{{4}})"
)
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
        if (head := _HEADED.match(block.text)) is not None and _SIGNED.search(block.text) is None:
            line, post = block.cut(head.end())
            why = f"{_WHY} {head['name']} wrote"
            out += [line.settle("introducer", why), post.settle("quoted", why, voice=head["name"])]
            continue
        for piece, voice in _signed(block):
            if voice is None:
                out.append(piece)
                continue
            why = f"{_WHY} {voice} signs"
            if _SIGNED.match(piece.text) is None:
                out.append(piece.settle("quoted", why, voice=voice))
                continue
            _sign_above(out, block.hint, voice, why)
            out.append(piece.settle("introducer", why))
    return out


def is_post(part: Part) -> bool:
    """Whether a part is a post under the name of whoever wrote it."""
    return part.kind == "quoted" and part.made is not None and part.made.why.startswith(_WHY)


def _sign_above(out: list[Block], hint: HintKind | None, voice: str, why: str) -> None:
    """The paragraph above a signature, or all of a block quotation, is the signer's if it is nobody's yet."""
    for k in range(len(out) - 1, -1, -1):
        if not out[k].is_open or out[k].hint != hint or (hint != "blockquote" and k < len(out) - 1):
            return
        out[k] = out[k].settle("quoted", why, voice=voice)


def _signed(block: Block) -> Iterator[tuple[Block, str | None]]:
    """The posts and signatures of a block with their signer, and what stands behind the last, with none."""
    rest: Block | None = block
    while rest is not None and (found := _SIGNED.search(rest.text)) is not None:
        voice = found["name"].strip()
        if rest.text[: found.start()].strip():
            post, rest = rest.cut(found.start())
            yield post, voice
            found = _SIGNED.match(rest.text)
            if found is None:  # never so: the rest begins with the signature
                break
        if not rest.text[found.end() :].strip():
            yield rest, voice
            return
        signature, rest = rest.cut(found.end())
        yield signature, voice
    if rest is not None:
        yield rest, None
