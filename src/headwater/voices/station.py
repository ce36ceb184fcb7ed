"""Who says what in one document: attributions with their speakers and chains."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from headwater.parts import page_voice
from headwater.reading.gazetteer import outlet_of
from headwater.records import Attribution, ChainLink, Document, Entity, Made, Marks, Mention, Part, Voice
from headwater.records.vocabulary import EntityType, LinkKind
from headwater.voices.chains import ancestry, parents
from headwater.voices.clause import outer_quotes
from headwater.voices.document import draft_document
from headwater.voices.draft import Draft
from headwater.voices.entities import Cluster, EntityTable
from headwater.voices.speakers import Resolved, Speakers
from headwater.voices.traits import certainty_of, form_of, is_negated, polarity_of, sort_of

VERSION = "1"


@dataclass(frozen=True, slots=True)
class Voices:
    """What this station gives: parts with the entities of their voices, entities, mentions, attributions."""

    parts: tuple[Part, ...]
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]


def find_voices(document: Document, marks: Marks, parts: Sequence[Part], *, attribute: bool = True) -> Voices:
    """Attributions, speakers and chains of one document.

    With ``attribute`` false only the entities of names and of the parts' voices.
    """
    text = document.text
    table = EntityTable(text)
    table.add_names(marks.names)
    page = table.named(page_voice(document, parts), _page_type(document, parts))
    carried = {i: _voice_cluster(table, p) for i, p in enumerate(parts) if p.voice is not None}
    drafts = draft_document(text, marks, parts) if attribute else []
    own = {i: carried.get(i, page) for i in range(len(parts))}
    speakers = Speakers(text, marks, table, parts, own)
    found = [(part, draft, speakers.resolve(part, draft)) for part, draft in drafts]
    kept = [(part, draft, who) for part, draft, who in found if who is not None]
    drafts, resolved = [(part, draft) for part, draft, _ in kept], [who for _, _, who in kept]
    entities, mentions, ids = table.finish()
    build = _Builder(document, marks, parts, drafts, resolved, ids, page, carried)
    voiced = tuple(
        replace(p, voice=Voice(carried[i].name, ids[id(carried[i])])) if i in carried else p
        for i, p in enumerate(parts)
    )
    return Voices(voiced, entities, mentions, build.attributions())


def _page_type(document: Document, parts: Sequence[Part]) -> EntityType:
    label = page_voice(document, parts)
    if label == document.outlet and label != document.byline:
        return "organisation"
    return "person" if document.byline or any(p.kind in ("bio", "byline") for p in parts) else "other"


def _voice_cluster(table: EntityTable, part: Part) -> Cluster:
    label = part.voice.label if part.voice else ""
    return table.named(label, "person" if part.kind == "comment" and not outlet_of(label) else "organisation")


class _Builder:
    """Turns drafts and their speakers into attributions."""

    def __init__(
        self,
        document: Document,
        marks: Marks,
        parts: Sequence[Part],
        drafts: Sequence[tuple[int, Draft]],
        resolved: Sequence[Resolved],
        ids: dict[int, str],
        page: Cluster,
        carried: dict[int, Cluster],
    ) -> None:
        self.text, self.parts, self.ids = document.text, parts, ids
        self.quotes = outer_quotes(marks.quotes)
        self.drafts, self.resolved = drafts, resolved
        self.page, self.carried = page, carried
        self.parent_of = parents([d for _, d in drafts])

    def attributions(self) -> tuple[Attribution, ...]:
        """All attributions in order of the text."""
        return tuple(self._one(i) for i in range(len(self.drafts)))

    def _one(self, i: int) -> Attribution:
        part, draft = self.drafts[i]
        polarity = polarity_of(self.text, draft)
        parent = self.parent_of[i]
        return Attribution(
            id=f"a{i + 1}",
            content=draft.content,
            cue=draft.cue,
            source=draft.source,
            form=form_of(draft.content, self.quotes),
            sort=sort_of(draft),
            source_kind=self.resolved[i].kind,
            speakers=tuple(self.ids[id(c)] for c in self.resolved[i].clusters),
            polarity=polarity,
            content_negated=is_negated(self.text, draft.content),
            certainty=certainty_of(self.text, draft, polarity),
            parent=None if parent is None else f"a{parent + 1}",
            part=part,
            chain=self._chain(i),
            made=Made("rule", VERSION, draft.rate, draft.rule),
        )

    def _chain(self, i: int) -> tuple[ChainLink, ...]:
        links = [self._link(self.page, "page")]
        part = self.drafts[i][0]
        if part in self.carried:
            kind: LinkKind = "commenter" if self.parts[part].kind == "comment" else "carried"
            links.append(self._link(self.carried[part], kind))
        for j in (*ancestry(self.parent_of, i), i):
            links += self._speaker_links(self.resolved[j])
        return tuple(links)

    def _speaker_links(self, resolved: Resolved) -> list[ChainLink]:
        """One link a source: several speakers who speak together are one voice."""
        if resolved.label is not None:
            return [ChainLink(resolved.label, None, "speaker")]
        return [self._link(c, "speaker") for c in resolved.clusters]

    def _link(self, cluster: Cluster, kind: LinkKind) -> ChainLink:
        return ChainLink(cluster.name, self.ids[id(cluster)], kind)
