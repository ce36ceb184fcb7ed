"""Each statement of a document with its basis and its occasion."""

from __future__ import annotations

import re
from collections.abc import Sequence

from headwater.records import Document, Marks, Occasion, Part
from headwater.voices.around import Around
from headwater.voices.basis import Told, basis_of, passes_on
from headwater.voices.build import Grounds, Scene, Statement
from headwater.voices.draft import Draft
from headwater.voices.grounds import TOLD_OF
from headwater.voices.lexicon import DENIALS
from headwater.voices.occasions import PRONOUNS, Occasions, Scope
from headwater.voices.traits import sort_of

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def grounds_of(
    scene: Scene,
    document: Document,
    marks: Marks,
    statements: Sequence[Statement],
    parent_of: Sequence[int | None],
) -> list[Grounds]:
    """For each statement how its speaker knows and where it was said; attitudes have neither.

    ``parent_of`` is what ``chains.parents`` gives for the statements.
    """
    around = Around(scene.text, marks.sentences, [s.draft for s in statements])
    occasions = Occasions(scene.text, around, marks, scope_of(document, scene.parts))
    relays = _relays(statements, parent_of)
    out: list[Grounds] = []
    for i, one in enumerate(statements):
        if sort_of(one.draft) == "attitude":
            out.append(Grounds())
            continue
        occasion = occasions.of(one.part, one.draft, one.who.clusters) or _gone_on(statements, out, i)
        outer = _outer(statements, i, parent_of)
        passed = [(statements[j].draft, statements[j].who) for j in relays[i]]
        told = Told(one.draft, one.who, around.of(one.draft), occasion, passed, outer)
        basis, spans = basis_of(scene.text, told, scene.quotes) or (None, ())
        out.append(Grounds(basis, spans, occasion))
    return out


def scope_of(document: Document, parts: Sequence[Part]) -> Scope:
    """The day and the outlet of each part.

    Text that a page carries among its own, and comments, are of another day than the page.
    """
    found = _DAY.match(document.published or "")
    day = found[0] if found else None
    whole = not any(p.kind == "body" and p.voice is None for p in parts)
    days = [day if p.voice is None or (whole and p.kind != "comment") else None for p in parts]
    outlets = [p.voice.label if p.voice and p.kind != "comment" else document.outlet for p in parts]
    return Scope(days, outlets)


def _relays(statements: Sequence[Statement], parent_of: Sequence[int | None]) -> list[list[int]]:
    """For each statement those that it passes on whole."""
    out: list[list[int]] = [[] for _ in statements]
    for j, i in enumerate(parent_of):
        if i is not None and passes_on(statements[i].draft, statements[j].draft):
            out[i].append(j)
    return out


def _gone_on(statements: Sequence[Statement], before: Sequence[Grounds], i: int) -> Occasion | None:
    """``told reporters ..., adding that``: the occasion of the cue that this one goes on with."""
    draft = statements[i].draft
    if not draft.source or not (draft.inherited or draft.kind == "participle"):
        return None
    last = statements[i - 1].draft if i else None
    return before[i - 1].occasion if last is not None and last.source == draft.source else None


def _outer(statements: Sequence[Statement], i: int, parent_of: Sequence[int | None]) -> Draft | None:
    """The statement that holds this one, where surely another speaks there."""
    at = parent_of[i]
    if at is None:
        return None
    drafts, (inner, outer) = (
        (statements[i].draft, statements[at].draft),
        (statements[i].who, statements[at].who),
    )
    if not all(d.word in TOLD_OF for d in drafts) or drafts[1].word in DENIALS:
        return None
    unclear = not inner.clusters or not outer.clusters
    unclear = unclear or any(c.head in PRONOUNS for c in (*inner.clusters, *outer.clusters))
    same = any(c in outer.clusters for c in inner.clusters)
    return None if unclear or same else drafts[1]
