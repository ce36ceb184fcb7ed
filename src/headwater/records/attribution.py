"""Who says what, and on whose word."""

from __future__ import annotations

from dataclasses import dataclass

from headwater.records.checks import require_disjoint, require_member
from headwater.records.made import Made
from headwater.records.spans import Spans
from headwater.records.vocabulary import (
    AttributionForm,
    AttributionSort,
    Certainty,
    LinkKind,
    Polarity,
    SourceKind,
)


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One voice of a chain."""

    label: str
    entity: str | None
    kind: LinkKind

    def __post_init__(self) -> None:
        require_member("ChainLink", "kind", self.kind, LinkKind)
        if not self.label:
            raise ValueError("a link of a chain needs a label")


@dataclass(frozen=True, slots=True)
class Attribution:
    """A statement or attitude with its holder: source, cue and content.

    The terms are those of PARC and PolNeAR (Newell et al., LREC 2018).
    ``content``, ``cue`` and ``source`` are lists of spans, since each may be
    broken; ``cue`` is empty for a bare ``Name: "..."``, ``source`` where the
    text names none.

    Attributes:
        speakers: ids of the entities that speak, after following pronouns.
        parent: id of the innermost attribution whose content holds this cue.
        part: index of the part it stands in.
        chain: the page's voice first, then the carried outlet or commenter,
            then each speaker inward.

    Raises:
        ValueError: where a field is outside its vocabulary, the content is
            empty, spans overlap, or the chain does not begin with the page.
    """

    id: str
    content: Spans
    cue: Spans
    source: Spans
    form: AttributionForm
    sort: AttributionSort
    source_kind: SourceKind
    speakers: tuple[str, ...]
    polarity: Polarity
    content_negated: bool
    certainty: Certainty
    parent: str | None
    part: int
    chain: tuple[ChainLink, ...]
    made: Made | None = None

    def __post_init__(self) -> None:
        for name, vocabulary in _VOCABULARIES.items():
            require_member("Attribution", name, getattr(self, name), vocabulary)
        for name in ("content", "cue", "source"):
            require_disjoint("Attribution", name, getattr(self, name))
        if not self.content:
            raise ValueError(f"attribution {self.id} has no content")
        if not self.chain or self.chain[0].kind != "page":
            raise ValueError(f"the chain of attribution {self.id} must begin with the page's voice")


_VOCABULARIES = {
    "form": AttributionForm,
    "sort": AttributionSort,
    "source_kind": SourceKind,
    "polarity": Polarity,
    "certainty": Certainty,
}
