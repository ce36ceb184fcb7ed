"""Who says what in one document: attributions with their speakers and chains."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from headwater.models import Said
from headwater.parts import UNKNOWN_PAGE, author_line, page_voice
from headwater.reading.gazetteer import outlet_of
from headwater.reading.quotes import outer_quotes
from headwater.records import Attribution, Document, Entity, Marks, Mention, Part, Quote, Spans, Voice
from headwater.records.vocabulary import EntityType
from headwater.voices.build import VERSION, Scene, Statement, attributions
from headwater.voices.chains import parents, without_own_asides
from headwater.voices.cluster import Cluster
from headwater.voices.credit import credited
from headwater.voices.document import draft_document
from headwater.voices.entities import EntityTable
from headwater.voices.frames import statements
from headwater.voices.grounded import grounds_of
from headwater.voices.inside import with_inner
from headwater.voices.mended import mended
from headwater.voices.named_later import NamedLater, with_names
from headwater.voices.speakers import Speakers
from headwater.voices.sureness import sureness

__all__ = ["VERSION", "Voices", "find_voices"]


@dataclass(frozen=True, slots=True)
class Voices:
    """What this station gives: parts with the entities of their voices, entities, mentions, attributions."""

    parts: tuple[Part, ...]
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What a document tells, before it is weighed.

    Attributes:
        page: the voice of the page itself.
        carried: by index of the part the voice that it carries.
        outer: the quotations that stand in no other, in order.
    """

    table: EntityTable
    page: Cluster
    carried: dict[int, Cluster]
    outer: Sequence[Quote]
    statements: list[Statement]


def find_voices(
    document: Document,
    marks: Marks,
    parts: Sequence[Part],
    said: Sequence[Said] = (),
    *,
    attribute: bool = True,
    unread: Spans = (),
) -> Voices:
    """Attributions, speakers and chains of one document.

    ``said`` is what the reader model found; without it the rules stand alone.
    With ``attribute`` false only the entities of names and of the parts' voices.
    ``unread`` are stretches that stand blank in the text: no statement takes them in.
    """
    told = tell(document, marks, parts, said, attribute=attribute, unread=unread)
    return voices_of(
        document, marks, parts, replace(told, statements=credited(document.text, told.statements))
    )


def tell(
    document: Document,
    marks: Marks,
    parts: Sequence[Part],
    said: Sequence[Said] = (),
    *,
    attribute: bool = True,
    unread: Spans = (),
) -> Told:
    """All statements that the rules and the model see, with their speakers."""
    datelines = [p.span for p in parts if p.kind == "dateline"]
    marks = replace(marks, names=tuple(mended(document.text, marks.names, marks.sentences)))
    table = EntityTable(document.text, datelines)
    table.add_names(marks.names)
    page = table.named(page_voice(document, parts), _page_type(document, parts))
    carried = {i: _voice_cluster(table, parts, i) for i, p in enumerate(parts) if p.voice is not None}
    own = {i: carried.get(i, page) for i in range(len(parts))}
    speakers = Speakers(document.text, marks, table, parts, own)
    heard = with_inner(document.text, said) if attribute else ()
    outer = outer_quotes(marks.quotes)
    drafts = draft_document(document.text, marks, parts, heard) if attribute else []
    if unread:
        drafts = [(part, d.without(document.text, unread)) for part, d in drafts]
    told = statements(speakers, drafts, outer)
    voices = [(s.part, c) for s in told for c in s.who.clusters]
    later = NamedLater(document.text, table, speakers.names, parts, voices).found()
    return Told(table, page, carried, outer, with_names(later, table, told))


def voices_of(document: Document, marks: Marks, parts: Sequence[Part], told: Told) -> Voices:
    """The records of what a document tells."""
    table, page = told.table, told.page
    if page.name == UNKNOWN_PAGE and not any(page in s.who.clusters for s in told.statements):
        table.clusters.remove(page)  # nobody is known, and nobody says "I"
    entities, mentions, ids = table.finish()
    scene = Scene(document.text, parts, told.outer, page, told.carried, ids)
    drafts = [s.draft for s in told.statements]
    parent_of = without_own_asides(
        document.text,
        drafts,
        lambda i, j: told.statements[i].who.clusters == told.statements[j].who.clusters,
        parents(drafts),
    )
    grounds = grounds_of(scene, document, marks, told.statements, parent_of)
    peoples = [m for m in marks.names if m.type == "nationality"]
    every = tuple(sorted((*mentions, *peoples), key=lambda m: (m.span, m.entity or "")))
    sure = sureness(document.text, told.statements, parent_of)
    found = attributions(scene, told.statements, grounds, parent_of, sure)
    return Voices(_voiced(scene), entities, every, found)


def _voiced(scene: Scene) -> tuple[Part, ...]:
    """The parts with the entities of their voices."""
    return tuple(
        replace(p, voice=Voice(voice.name, scene.ids[voice])) if (voice := scene.carried.get(i)) else p
        for i, p in enumerate(scene.parts)
    )


def _page_type(document: Document, parts: Sequence[Part]) -> EntityType:
    label = page_voice(document, parts)
    if label == document.outlet and label != document.byline:
        return "organisation"
    return "person" if document.byline or any(p.kind in ("bio", "byline") for p in parts) else "other"


def _voice_cluster(table: EntityTable, parts: Sequence[Part], i: int) -> Cluster:
    """Whoever speaks in part number ``i``: for a post the entity that its line names."""
    part = parts[i]
    label = part.voice.label if part.voice else ""
    line = author_line(table.text, parts, i)
    if line is not None:
        named = (c for m, c in table.names_within(line) if m.of(table.text) in label)
        author = next((c for c in named if c.type in ("person", "organisation")), None)
        if author is not None:
            return author
    person = (part.kind == "comment" or line is not None) and not outlet_of(label)
    return table.named(label, "person" if person else "organisation")
