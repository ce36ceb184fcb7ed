"""A paragraph on its way to becoming part of a part."""

from __future__ import annotations

from dataclasses import dataclass, replace

from headwater.records import Span
from headwater.records.vocabulary import HintKind, PartKind

# A line of more words is no title.
TITLE_WORDS = 24


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph with what is known of it so far.

    ``kind`` is ``None`` while no rule has spoken; ``hint`` and ``label`` are
    what the page's mark-up said; ``voice`` is the label of whoever speaks, if
    not the page; ``why`` is the reason shown to the user.
    """

    span: Span
    text: str
    hint: HintKind | None = None
    label: str | None = None
    kind: PartKind | None = None
    voice: str | None = None
    reply_to: str | None = None
    why: str = ""

    def settle(
        self, kind: PartKind, why: str, *, voice: str | None = None, reply_to: str | None = None
    ) -> Block:
        """The block with its kind and voice decided."""
        return replace(self, kind=kind, why=why, voice=voice, reply_to=reply_to)

    def cut(self, at: int) -> tuple[Block, Block]:
        """The two halves of the block, cut before character ``at`` of its text, without space at the edges.

        Raises:
            ValueError: where one of them would be empty.
        """
        head, tail = self.text[:at].rstrip(), self.text[at:].lstrip()
        if not head or not tail:
            raise ValueError("a block is cut within its text")
        first = replace(self, span=Span(self.span.start, self.span.start + len(head)), text=head)
        return first, replace(self, span=Span(self.span.end - len(tail), self.span.end), text=tail)

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @property
    def is_open(self) -> bool:
        """Whether no rule has decided its kind yet."""
        return self.kind is None


def bare(line: str) -> str:
    """The letters and digits of a line in lower case, to compare titles and names."""
    return "".join(c for c in line.lower() if c.isalnum())
