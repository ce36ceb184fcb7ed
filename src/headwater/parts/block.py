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
