"""The rows of an export: one kind of record each, with ids that are unique in the case.

``a1`` of a document is ``<document id>-a1`` here, wherever it is referred to.
Indices (``part`` of an attribution, ``part_of`` of a figure) stay what they
are: places in the lists of the same document, given as ``number``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from headwater.records import Attribution, Problem, Reading, to_json

Row = dict[str, Any]

DOCUMENT_KEYS = (
    "id",
    "source",
    "outlet",
    "title",
    "published",
    "url",
    "text",
    "sha256",
    "byline",
    "language",
)


def _document(reading: Reading) -> list[Row]:
    values = to_json(reading.document)
    more = {"given": values["given"], "stance": to_json(reading.stance)}
    return [{name: values[name] for name in DOCUMENT_KEYS} | more]


def _attributions(reading: Reading) -> list[Row]:
    return [_attribution(reading, attribution) for attribution in reading.attributions]


def _attribution(reading: Reading, attribution: Attribution) -> Row:
    of = reading.document
    row = to_json(attribution)
    chain = [{**link, "entity": _within(of.id, link["entity"])} for link in row["chain"]]
    roles = {name: getattr(attribution, name) for name in ("content", "cue", "source")}
    roles["basis"] = attribution.basis_spans
    roles["occasion"] = attribution.occasion.spans if attribution.occasion else ()
    quotes = {name: [span.of(of.text) for span in spans] for name, spans in roles.items()}
    head = {"id": _within(of.id, attribution.id), "document": of.id}
    refs = {"speakers": [_within(of.id, s) for s in row["speakers"]], "parent": _within(of.id, row["parent"])}
    return {**head, **row, **head, **refs, "chain": chain, "quotes": quotes}


def _parts(reading: Reading) -> list[Row]:
    out = []
    for row in _numbered(reading, reading.parts, "p"):
        voice = row["voice"]
        if voice is not None:
            row["voice"] = {**voice, "entity": _within(row["document"], voice["entity"])}
        out.append(row)
    return out


def _entities(reading: Reading) -> list[Row]:
    of = reading.document.id
    return [{"id": _within(of, e.id), "document": of, **_but_id(to_json(e))} for e in reading.entities]


def _mentions(reading: Reading) -> list[Row]:
    found = _numbered(reading, reading.mentions, "m")
    return [{**row, "entity": _within(row["document"], row["entity"])} for row in found]


def _times(reading: Reading) -> list[Row]:
    return list(_numbered(reading, reading.times, "t"))


def _figures(reading: Reading) -> list[Row]:
    return list(_numbered(reading, reading.figures, "f"))


def _forecasts(reading: Reading) -> list[Row]:
    return list(_numbered(reading, reading.forecasts, "c"))


def _numbered(reading: Reading, records: Iterable[Any], letter: str) -> Iterator[Row]:
    of = reading.document
    for number, record in enumerate(records):
        head = {"id": f"{of.id}-{letter}{number}", "document": of.id, "number": number}
        yield {**head, **to_json(record), "quote": record.span.of(of.text)}


def _problems(reading: Reading) -> list[Row]:
    of = reading.document
    where = {"document": of.id, "source": of.source}
    return [{"id": f"{of.id}-x{n}", **where, **to_json(p)} for n, p in enumerate(reading.problems)]


def _but_id(row: Row) -> Row:
    return {name: value for name, value in row.items() if name != "id"}


def _within(document: str, name: str | None) -> str | None:
    return None if name is None else f"{document}-{name}"


def source_problem_row(source: str, problem: Problem) -> Row:
    """The row of a problem of a source that gave no document."""
    digest = hashlib.sha256(repr((source, problem)).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return {"id": digest, "document": None, "source": source, **to_json(problem)}


_NONE: Callable[[Reading], list[Row]] = lambda _: []  # noqa: E731 - one name for "no station reads this yet"

KINDS: Mapping[str, Callable[[Reading], list[Row]]] = {
    "documents": _document,
    "parts": _parts,
    "entities": _entities,
    "mentions": _mentions,
    "times": _times,
    "figures": _figures,
    "attributions": _attributions,
    "forecasts": _forecasts,
    "events": _NONE,
    "stories": _NONE,
    "copies": _NONE,
    "claims": _NONE,
    "disagreements": _NONE,
    "judgements": _NONE,
    "problems": _problems,
}
"""Each kind of record with what makes its rows out of one reading."""


def rows_of(kind: str, reading: Reading) -> list[Row]:
    """The rows of one kind that ``reading`` gives, sorted by id.

    Raises:
        KeyError: for a kind that is not in :data:`KINDS`.
    """
    return sorted(KINDS[kind](reading), key=by_id)


def by_id(row: Row) -> str:
    """What rows are sorted by."""
    return str(row["id"])
