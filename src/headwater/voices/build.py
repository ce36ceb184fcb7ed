"""Drafts and their speakers become attributions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from headwater.records import Attribution, ChainLink, Made, Occasion, Part, Quote, Spans
from headwater.records.vocabulary import AttributionModality, Basis, LinkKind
from headwater.voices.chains import ancestry
from headwater.voices.cluster import Cluster
from headwater.voices.draft import Draft
from headwater.voices.heard import RULE
from headwater.voices.modality import modalities
from headwater.voices.resolved import Resolved
from headwater.voices.traits import certainty_of, form_of, is_denied, is_negated, polarity_of, sort_of

VERSION = "11"


@dataclass(frozen=True, slots=True)
class Statement:
    """A draft, the index of the part that it stands in, and who speaks."""

    part: int
    draft: Draft
    who: Resolved


@dataclass(frozen=True, slots=True)
class Grounds:
    """How the speaker of a statement knows, with the words that show it, and where it was said."""

    basis: Basis | None = None
    spans: Spans = ()
    occasion: Occasion | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """What all attributions of a document share.

    Attributes:
        quotes: the quotations that stand in no other, in order.
        page: the voice of the page itself.
        carried: by index of the part the voice that it carries.
        ids: the id of each entity.
    """

    text: str
    parts: Sequence[Part]
    quotes: Sequence[Quote]
    page: Cluster
    carried: dict[int, Cluster]
    ids: dict[Cluster, str]

    def link(self, cluster: Cluster, kind: LinkKind) -> ChainLink:
        """One voice of a chain."""
        return ChainLink(cluster.name, self.ids.get(cluster), kind)

    def outer_links(self, part: int) -> tuple[ChainLink, ...]:
        """The page's voice, and that which the part carries."""
        page = self.link(self.page, "page")
        if part not in self.carried:
            return (page,)
        kind: LinkKind = "commenter" if self.parts[part].kind == "comment" else "carried"
        return (page, self.link(self.carried[part], kind))

    def speaker_links(self, who: Resolved) -> tuple[ChainLink, ...]:
        """One link a source: several speakers who speak together are one voice."""
        if who.label is not None:
            return (ChainLink(who.label, None, "speaker"),)
        return tuple(self.link(c, "speaker") for c in who.clusters)


def attributions(
    scene: Scene,
    statements: Sequence[Statement],
    grounds: Sequence[Grounds],
    parent_of: Sequence[int | None],
    sure: Sequence[float],
) -> tuple[Attribution, ...]:
    """The attributions of one document, numbered in order of the text.

    ``grounds``, ``parent_of`` (see ``chains.parents``) and ``sure`` (see ``sureness``) have one entry a
    statement.
    """
    own = [scene.speaker_links(s.who) for s in statements]
    held = modalities(
        scene.text,
        [s.draft for s in statements],
        parent_of,
        lambda i, j: statements[i].who.clusters == statements[j].who.clusters,
    )
    return tuple(
        _attribution(
            scene,
            s,
            grounds[i],
            _Standing(
                number=i,
                parent=parent_of[i],
                chain=(
                    *scene.outer_links(s.part),
                    *(n for j in (*ancestry(parent_of, i), i) for n in own[j]),
                ),
                modality=held[i],
                sure=sure[i],
            ),
        )
        for i, s in enumerate(statements)
    )


@dataclass(frozen=True, slots=True)
class _Standing:
    """What a statement has from those around it."""

    number: int
    parent: int | None
    chain: tuple[ChainLink, ...]
    modality: AttributionModality
    sure: float


def _attribution(scene: Scene, statement: Statement, grounds: Grounds, standing: _Standing) -> Attribution:
    draft = statement.draft
    polarity = polarity_of(scene.text, draft)
    return Attribution(
        id=_id(standing.number),
        content=draft.content,
        cue=draft.cue,
        source=draft.source,
        form=form_of(draft.content, scene.quotes),
        sort=sort_of(draft),
        source_kind=statement.who.kind,
        speakers=tuple(scene.ids[c] for c in statement.who.clusters),
        polarity=polarity,
        content_negated=is_negated(scene.text, draft.content)
        or is_denied(scene.text, draft, polarity)
        or _of_neither(scene.text, draft),
        certainty=certainty_of(scene.text, draft, polarity),
        parent=None if standing.parent is None else _id(standing.parent),
        part=statement.part,
        chain=standing.chain,
        modality=standing.modality,
        basis=grounds.basis,
        basis_spans=grounds.spans,
        occasion=grounds.occasion,
        made=Made("model" if draft.rule == RULE else "rule", VERSION, standing.sure, draft.rule),
    )


def _of_neither(text: str, draft: Draft) -> bool:
    """``Neither believes it``, ``Neither A nor B``: what none of two holds."""
    return any(s.of(text).lower().split()[0] == "neither" for s in draft.source)


def _id(number: int) -> str:
    return f"a{number + 1}"
