"""Who said what: statements gathered by the one whose word they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from headwater.records import Attribution, Reading
from headwater.report.statements import in_order
from headwater.report.view import Article, Speaker, Statement

_NAMED = frozenset({"named_person", "named_organisation", "outlet"})
_SORTS = ("named", "unnamed", "page", "commenter")

Key = tuple[str, ...]


@dataclass(slots=True)
class _Gathered:
    name: str
    sort: str
    statements: list[Statement] = field(default_factory=list)


def speakers(articles: Sequence[Article], readings: Sequence[Reading]) -> tuple[Speaker, ...]:
    """Everybody whose word a statement rests on, those with most statements first.

    Two documents' speakers are one here only where both name a person or body
    with exactly the same full name. Unnamed speakers are never joined across
    documents. A statement of two speakers stands under both.
    """
    found: dict[Key, _Gathered] = {}
    for article, reading in zip(articles, readings, strict=True):
        for attribution, statement in zip(in_order(reading), article.statements, strict=True):
            for key, name, sort in _voices(article, reading, attribution):
                found.setdefault(key, _Gathered(name, sort)).statements.append(statement)
    every = [_speaker(gathered) for gathered in found.values()]
    return tuple(sorted(every, key=_rank))


def _speaker(gathered: _Gathered) -> Speaker:
    numbers = tuple(dict.fromkeys(s.article for s in gathered.statements))
    return Speaker(gathered.name, gathered.sort, numbers, tuple(gathered.statements))


def _rank(speaker: Speaker) -> tuple[int, int, str, tuple[int, ...]]:
    return _SORTS.index(speaker.sort), -len(speaker.statements), speaker.name, speaker.articles


def _voices(article: Article, reading: Reading, attribution: Attribution) -> Iterator[tuple[Key, str, str]]:
    """Key, name and sort of each own speaker; the voice of the passage where there is none."""
    names = {e.id: e.name for e in reading.entities}
    for entity in dict.fromkeys(attribution.speakers):
        named = attribution.source_kind in _NAMED and _is_full_name(entity, reading)
        sort = "named" if attribution.source_kind in _NAMED else "unnamed"
        key = ("named", names[entity]) if named else (str(article.number), sort, entity)
        yield key, names[entity], sort
    if not attribution.speakers:
        last = attribution.chain[-1]
        sort = {"commenter": "commenter", "speaker": "unnamed"}.get(last.kind, "page")
        name = f"No source named, told by {last.label}" if sort == "unnamed" else last.label
        yield (str(article.number), sort, last.kind, last.label), name, sort


def _is_full_name(entity_id: str, reading: Reading) -> bool:
    """Whether the text names this entity, a person by more than one word."""
    entity = next(e for e in reading.entities if e.id == entity_id)
    named = any(m.entity == entity_id and m.form == "name" for m in reading.mentions)
    return named and (entity.type != "person" or len(entity.name.split()) > 1)


def count(every: Sequence[Speaker]) -> Mapping[str, int]:
    """How many speakers there are of each sort."""
    return {sort: sum(speaker.sort == sort for speaker in every) for sort in _SORTS}
