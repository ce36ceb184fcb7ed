"""Who says what, and on whose word."""

from __future__ import annotations

from dataclasses import dataclass

from headwater.records.checks import require_disjoint, require_member
from headwater.records.made import Made
from headwater.records.occasion import Occasion
from headwater.records.spans import Spans
from headwater.records.vocabulary import (
    AttributionForm,
    AttributionModality,
    AttributionSort,
    Basis,
    Certainty,
    LinkKind,
    Polarity,
    SourceKind,
)

LEAST_SURE = 0.8
"""Below this score a reading wants a second look: in folds of 2,094 judged chains 31 of 100 lie below,
and 36 of 100 of them are not right; of those above 8 (`python -m training.sureness`)."""


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
        modality: whether it is told as said (``actual``), or as yet to come, supposed, or not said.
        basis: how the speaker knows, as far as words show it; ``None`` where none do.
        basis_spans: the words that show it.
        occasion: where it was said, as far as words show it.

    Raises:
        ValueError: where a field is outside its vocabulary, the content is
            empty, spans overlap, the chain does not begin with the page, or
            a basis has no words.
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
    modality: AttributionModality = "actual"
    basis: Basis | None = None
    basis_spans: Spans = ()
    occasion: Occasion | None = None
    made: Made | None = None

    def __post_init__(self) -> None:
        for name, vocabulary in _VOCABULARIES.items():
            require_member("Attribution", name, getattr(self, name), vocabulary)
        for name in ("content", "cue", "source", "basis_spans"):
            require_disjoint("Attribution", name, getattr(self, name))
        if not self.content:
            raise ValueError(f"attribution {self.id} has no content")
        if not self.chain or self.chain[0].kind != "page":
            raise ValueError(f"the chain of attribution {self.id} must begin with the page's voice")
        if self.basis is not None:
            require_member("Attribution", "basis", self.basis, Basis)
        if (self.basis is None) != (not self.basis_spans):
            raise ValueError(f"the basis of attribution {self.id} and the words that show it go together")

    @property
    def unsure(self) -> bool:
        """Whether the reading itself is unsure, whatever the speaker is."""
        return self.made is not None and self.made.score is not None and self.made.score < LEAST_SURE


_VOCABULARIES = {
    "form": AttributionForm,
    "sort": AttributionSort,
    "source_kind": SourceKind,
    "polarity": Polarity,
    "certainty": Certainty,
    "modality": AttributionModality,
}
