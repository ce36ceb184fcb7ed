"""Records as rows of a casefile, and back, without loss.

Rows come from the codec: what it flattens stands in columns, the rest in JSON
columns. Words under a span are stored with it and checked when they are read
back, so that a text or a span that was tampered with is found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Table

from headwater.casefile import tables
from headwater.records import (
    Attribution,
    CasefileError,
    ChainLink,
    Document,
    Entity,
    Evidence,
    Figure,
    Forecast,
    Mention,
    Part,
    Problem,
    Reading,
    Span,
    Stance,
    Time,
    from_json,
    to_json,
)

Row = Mapping[str, Any]
Rows = dict[Table, list[dict[str, Any]]]

LISTS: dict[Table, tuple[str, type]] = {
    tables.parts: ("parts", Part),
    tables.entities: ("entities", Entity),
    tables.mentions: ("mentions", Mention),
    tables.times: ("times", Time),
    tables.figures: ("figures", Figure),
    tables.forecasts: ("forecasts", Forecast),
    tables.problems: ("problems", Problem),
}
"""Tables that hold one list of a reading each, one record a row."""

TABLES: tuple[Table, ...] = (
    *LISTS,
    tables.stances,
    tables.attributions,
    tables.attribution_spans,
    tables.chain_links,
)
"""Every table of a reading, those that others point to first."""

ROLES = {"content": "content", "cue": "cue", "source": "source", "basis": "basis_spans"}
"""The roles of an attribution's spans, each with the field that holds them."""
OCCASION = "occasion"
"""The role of the spans that an attribution's occasion holds."""


def rows_of(reading: Reading) -> Rows:
    """All rows that ``reading`` makes, but the document's own, by table in order of insertion."""
    rows: Rows = {}
    for table, (name, _) in LISTS.items():
        records = getattr(reading, name)
        rows[table] = [_row(table, reading.document, n, record) for n, record in enumerate(records)]
    rows[tables.stances] = [{"document": reading.document.id, **to_json(reading.stance)}]
    numbered = list(enumerate(reading.attributions))
    rows[tables.attributions] = [_row(tables.attributions, reading.document, n, a) for n, a in numbered]
    rows[tables.attribution_spans] = [row for n, a in numbered for row in _spans(reading.document, n, a)]
    rows[tables.chain_links] = [row for n, a in numbered for row in _links(reading.document, n, a)]
    return rows


def _row(table: Table, document: Document, number: int, record: object) -> dict[str, Any]:
    values = to_json(record)
    names = _columns(table)
    row = {name: values.get(name) for name in names if name in values or name == "made"}
    row |= {"document": document.id, "number": number}
    span = getattr(record, "span", None)
    if "quote" in names:
        row["quote"] = Evidence.cite(document, span).quote if span else None
    return row


@cache
def _columns(table: Table) -> tuple[str, ...]:
    return tuple(column.name for column in table.columns)


def _spans(document: Document, number: int, attribution: Attribution) -> Iterator[dict[str, Any]]:
    spans = {role: getattr(attribution, name) for role, name in ROLES.items()}
    spans[OCCASION] = attribution.occasion.spans if attribution.occasion else ()
    for role, found in spans.items():
        for place, span in enumerate(found):
            yield {
                "document": document.id,
                "attribution": number,
                "role": role,
                "number": place,
                "start": span.start,
                "end": span.end,
                "quote": Evidence.cite(document, span).quote,
            }


def _links(document: Document, number: int, attribution: Attribution) -> Iterator[dict[str, Any]]:
    for place, link in enumerate(attribution.chain):
        yield {"document": document.id, "attribution": number, "number": place, **to_json(link)}


def reading_from(document: Document, found: Mapping[Table, Sequence[Row]]) -> Reading:
    """The reading whose rows are ``found``, each list in order of ``number``.

    Raises:
        CasefileError: where a quote no longer stands at its span, or the rows
            do not make a valid reading.
    """
    try:
        lists: dict[str, Any] = {
            name: tuple(_record(kind, document, row) for row in found[table])
            for table, (name, kind) in LISTS.items()
        }
        told = tuple(_attributions(document, found))
        return Reading(document, attributions=told, stance=_stance(found[tables.stances]), **lists)
    except (TypeError, ValueError) as error:
        raise CasefileError(
            f"the casefile holds records that do not fit document {document.id}: {error}. "
            "It was changed by hand or is damaged: go back to a copy, or read the source again."
        ) from error


def _stance(found: Sequence[Row]) -> Stance:
    """The stance of a document's row; casefiles of earlier schemas have none."""
    return from_json(Stance, dict(found[0])) if found else Stance()


def _record(kind: type, document: Document, row: Row) -> object:
    record: object = from_json(kind, dict(row))
    span = getattr(record, "span", None)
    if span is not None:
        Evidence(document.id, span, row["quote"]).check(document)
    return record


def _attributions(document: Document, found: Mapping[Table, Sequence[Row]]) -> Iterator[Attribution]:
    spans: dict[tuple[int, str], list[list[int]]] = defaultdict(list)
    for row in found[tables.attribution_spans]:
        Evidence(document.id, Span(row["start"], row["end"]), row["quote"]).check(document)
        spans[row["attribution"], row["role"]].append([row["start"], row["end"]])
    chains: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in found[tables.chain_links]:
        chains[row["attribution"]].append(to_json(from_json(ChainLink, dict(row))))
    for row in found[tables.attributions]:
        broken = {name: spans[row["number"], role] for role, name in ROLES.items()}
        occasion = row.get(OCCASION) and {**row[OCCASION], "spans": spans[row["number"], OCCASION]}
        values = {**row, **broken, OCCASION: occasion, "chain": chains[row["number"]]}
        values["modality"] = row.get("modality") or "actual"
        yield from_json(Attribution, values)


def document_row(document: Document) -> dict[str, Any]:
    """The document's own columns."""
    return dict(to_json(document))


def document_from(row: Row) -> Document:
    """The document of a row of ``documents``."""
    return from_json(Document, dict(row))


def grouped(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Rows by their document."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row["document"]].append(row)
    return groups
