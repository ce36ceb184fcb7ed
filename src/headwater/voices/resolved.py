"""Who speaks, and what stands around the words that say so."""

from __future__ import annotations

from dataclasses import dataclass

from headwater.records import Spans
from headwater.records.vocabulary import SourceKind
from headwater.voices.cluster import Cluster
from headwater.voices.nounkinds import THINGS, can_speak

_NOBODY = frozenset("who which that nobody none noone no-one neither nothing".split())


@dataclass(frozen=True, slots=True)
class Resolved:
    """The speakers of a source and its kind.

    Attributes:
        label: names them as one link of a chain.
        likely: who a pronoun that is left open may mean: what follows takes that one up first.
        share: how likely a pronoun means them, in [0, 1]; 1 for other words.
    """

    clusters: tuple[Cluster, ...]
    kind: SourceKind
    label: str | None = None
    likely: Cluster | None = None
    share: float = 1.0

    @property
    def speaks(self) -> bool:
        """Whether nobody is named or somebody who can speak: "the location demonstrates" is no statement."""
        if any(c.head in _NOBODY for c in self.clusters):
            return False
        return all(not c.head or c.type == "organisation" or can_speak(c.head) for c in self.clusters)

    @property
    def might_speak(self) -> bool:
        """Whether nothing speaks against a source that the reader model hears: "the family", "voters"."""
        heads = {c.head for c in self.clusters}
        return not heads & (_NOBODY | THINGS) and not {h.removesuffix("s") for h in heads} & THINGS


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around one source.

    Attributes:
        outer: who says the statement that holds it; ``None`` where none does.
        content: where the content of that statement that holds it begins.
        quoted: whether it stands in a quotation.
        quoting: who speaks that quotation, where that is known.
        said: what the source itself says.
        beside: whether whoever says what holds it is named in the same quotation.
    """

    outer: Resolved | None = None
    content: int = 0
    quoted: bool = False
    quoting: Resolved | None = None
    said: Spans = ()
    beside: bool = False


OPEN = Frame()
"""Around a source that stands in no other's words."""
