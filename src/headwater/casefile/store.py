"""A casefile: what is stored of a case, and how it is read back.

Versions: a source key (a page's address, a given id, a path) may be met again
with another text. Then the new text is a document of its own that points to
the one before (``replaces``), and both stay. *Current* are the versions which
the latest run that met the source key has met; lists and exports show these.
Two captures of one page that are read in the same run are both current, since
nothing tells which is the later.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Table, and_, delete, insert, select, update

from headwater.casefile import given_up, rows, sqlite, tables
from headwater.casefile.given_up import GivenUp
from headwater.casefile.migrations import READABLE, STEPS, prepare
from headwater.records import CasefileError, Document, Problem, Reading, from_json, to_json

Outcome = Literal["new", "changed", "again", "unchanged"]
"""What storing a document did: a text not seen before, under a new source key
or a known one; the same text read again; nothing."""

BATCH = 50
"""Documents that are read from the file at once: enough to spare queries, little in memory."""

TIMEOUT = 30.0
"""Seconds to wait for another writer; a transaction holds one document and takes well under one."""


@dataclass(frozen=True, slots=True)
class StoredSource:
    """One source as it was read: its bytes, and what was stated about it.

    ``versions`` are those of the stations that read it, empty where reading failed.
    """

    key: str
    name: str
    kind: str
    given: Mapping[str, Any]
    sha256: str
    data: bytes
    versions: Mapping[str, str]


class Casefile:
    """One casefile, opened. Use it in a ``with`` block, or call :meth:`close`.

    Args:
        path: the file; made where it is missing, unless ``readonly``.
        readonly: whether only to read. The file is then never changed.
        timeout: seconds to wait for another writer.

    Raises:
        CasefileError: where the file is missing, no casefile, from a newer
            Headwater, locked, or cannot be written.
    """

    def __init__(self, path: Path, *, readonly: bool = False, timeout: float = TIMEOUT) -> None:
        self.path = path
        self.readonly = readonly
        _require_casefile(path, readonly=readonly)
        self._engine = sqlite.connect(path, timeout=timeout, readonly=readonly)
        if path.exists():
            sqlite.require_whole(self._engine, path)
        prepare(self._engine, path, readonly=readonly, steps=STEPS, readable=READABLE)
        if not readonly:
            sqlite.start_wal(self._engine, path)

    def __enter__(self) -> Casefile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Bring everything into the one file and let go of it.

        Raises:
            CasefileError: where the disk is too full for that. Then the rest
                stays beside the file, and nothing is lost.
        """
        try:
            if not self.readonly and self.path.exists():
                sqlite.fold_wal(self._engine, self.path)
        finally:
            self._engine.dispose()

    # Runs

    def start_run(self, headwater: str, versions: Mapping[str, str]) -> int:
        """Note in the run log that reading starts; the number of the run."""
        values = {"started": _now(), "headwater": headwater, "versions": dict(versions)}
        with sqlite.writing(self._engine, self.path) as connection:
            added = insert(tables.runs).values(values).returning(tables.runs.c.number)
            return int(connection.execute(added).scalar_one())

    def end_run(self, run: int, counts: Mapping[str, int], read: Sequence[str]) -> None:
        """Note that a run is through, and drop problems of sources that it no longer met.

        Args:
            run: its number.
            counts: what it did, for the run log.
            read: names of the files and folders that it went through.
        """
        t = tables.problems
        older = select(t.c.row, t.c.source).where(t.c.document.is_(None), t.c.run < run)
        with sqlite.writing(self._engine, self.path) as connection:
            stale = [row for row, name in connection.execute(older) if any(_under(name, top) for top in read)]
            for row in stale:
                connection.execute(delete(t).where(t.c.row == row))
            ended = update(tables.runs).where(tables.runs.c.number == run)
            connection.execute(ended.values(ended=_now(), counts=dict(counts)))

    # Writing

    def met_unchanged(self, run: int, source: StoredSource) -> int:
        """How many documents of ``source`` are stored and up to date; 0 where it must be read.

        They count as met by ``run``.
        """
        t = tables.sources
        found = select(t.c.kind, t.c.given, t.c.versions, t.c.documents).where(_is(source))
        with sqlite.writing(self._engine, self.path) as connection:
            row = connection.execute(found).first()
            if row is None or tuple(row)[:3] != (source.kind, dict(source.given), dict(source.versions)):
                return 0
            _meet(connection, run, row.documents)
            return len(row.documents)

    def store(self, run: int, source: StoredSource, readings: Sequence[Reading]) -> list[Outcome]:
        """Store a source with all that was read from it, in one transaction.

        Raises:
            CasefileError: where the file cannot be written; then nothing of it is stored.
        """
        with sqlite.writing(self._engine, self.path) as connection:
            _store_source(connection, source, [r.document.id for r in readings])
            _forget_source_problems(connection, source.name)
            given_up.forget(connection, source.key, source.sha256)
            return [_store_reading(connection, run, source, reading) for reading in readings]

    def store_problems(self, run: int, name: str, problems: Iterable[Problem]) -> None:
        """Store what kept the source ``name`` from being read, in place of what was known of it before."""
        with sqlite.writing(self._engine, self.path) as connection:
            before = select(tables.problems.c.row).where(
                tables.problems.c.source == name, tables.problems.c.run == run
            )
            if connection.execute(before).first() is None:
                _forget_source_problems(connection, name)
            values = [_source_problem(run, name, n, p) for n, p in enumerate(problems)]
            if values:
                connection.execute(insert(tables.problems), values)

    def give_up(self, one: GivenUp) -> None:
        """Remember that a source was given up, until it is stored."""
        with sqlite.writing(self._engine, self.path) as connection:
            given_up.keep(connection, one)

    def forget_given_up(self, key: str) -> None:
        """Forget that the source of this key was given up, since now it was not."""
        with sqlite.writing(self._engine, self.path) as connection:
            given_up.forget(connection, key)

    # Reading

    def given_up(self) -> list[GivenUp]:
        """The sources that were given up, by key and digest."""
        with sqlite.seeing(self._engine, self.path) as connection:
            return given_up.every(connection)

    def documents(self, *, every_version: bool = False) -> list[Document]:
        """The current documents (or all versions), sorted by publication and id."""
        query = select(tables.documents)
        if not every_version:
            query = query.where(tables.documents.c.current)
        with sqlite.seeing(self._engine, self.path) as connection:
            found = [rows.document_from(dict(row._mapping)) for row in connection.execute(query)]
        return sorted(found, key=order)

    def readings(self, *, by_id: bool = False) -> Iterator[Reading]:
        """The current documents with their records, sorted by publication and id, or by id alone.

        Raises:
            CasefileError: where a quote no longer stands at its span.
        """
        t = tables.documents
        with sqlite.seeing(self._engine, self.path) as connection:
            found = connection.execute(select(t.c.id, t.c.published).where(t.c.current)).all()
        ids = iter(sorted(row.id for row in found) if by_id else _ordered_ids(found))
        while batch := list(islice(ids, BATCH)):
            yield from self._batch(batch)

    def _batch(self, ids: Sequence[str]) -> list[Reading]:
        with sqlite.seeing(self._engine, self.path) as connection:
            query = select(tables.documents).where(tables.documents.c.id.in_(ids))
            documents = {row.id: rows.document_from(dict(row._mapping)) for row in connection.execute(query)}
            here = sqlite.tables_of(connection)
            groups = {t: rows.grouped(_of(connection, t, ids) if t.name in here else ()) for t in rows.TABLES}
        return [
            rows.reading_from(documents[i], {table: groups[table].get(i, []) for table in rows.TABLES})
            for i in ids
        ]

    def source_problems(self) -> list[tuple[str, Problem]]:
        """Problems of sources that gave no document, with the source's name, sorted by it."""
        t = tables.problems
        query = select(t).where(t.c.document.is_(None))
        with sqlite.seeing(self._engine, self.path) as connection:
            found = [
                (row.source, from_json(Problem, dict(row._mapping))) for row in connection.execute(query)
            ]
        return sorted(found, key=lambda pair: (pair[0], pair[1].code, pair[1].what))

    def judgements(self) -> list[dict[str, Any]]:
        """What people have decided about records, sorted by id."""
        with sqlite.seeing(self._engine, self.path) as connection:
            found = [dict(row._mapping) for row in connection.execute(select(tables.judgements))]
        return sorted(found, key=lambda row: str(row["id"]))

    def original(self, sha256: str) -> bytes:
        """The bytes of a source as they were read.

        Raises:
            CasefileError: where the casefile holds none of this digest.
        """
        query = select(tables.sources.c.bytes).where(tables.sources.c.sha256 == sha256).limit(1)
        with sqlite.seeing(self._engine, self.path) as connection:
            data = connection.execute(query).scalar()
        if data is None:
            raise CasefileError(
                f"{self.path} holds no source of SHA-256 {sha256}. `show documents` lists those it has."
            )
        return zlib.decompress(data)


def order(document: Document) -> tuple[str, str]:
    """The order in which documents are listed: by publication, those without a date first, then by id."""
    return (document.published or "", document.id)


def _ordered_ids(found: Iterable[Any]) -> list[str]:
    return [row.id for row in sorted(found, key=lambda row: (row.published or "", row.id))]


def _require_casefile(path: Path, *, readonly: bool) -> None:
    """Raise unless ``path`` is an SQLite file, or free for a new one."""
    try:
        with path.open("rb") as file:
            head = file.read(len(sqlite.MAGIC))
    except FileNotFoundError:
        if readonly:
            raise CasefileError(
                f"There is no casefile {path}. `headwater read SOURCES --case {path}` makes one."
            ) from None
        return
    except OSError as error:
        raise CasefileError(
            f"{path} cannot be opened: {error.strerror}. Name a file that you may read."
        ) from error
    if head and head != sqlite.MAGIC:
        raise CasefileError(f"{path} is not a casefile. Name another file; this one is left as it is.")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _under(name: str, top: str) -> bool:
    """Whether ``name`` is ``top``, a file below it or a line in it."""
    return top in (".", name) or name.startswith((f"{top}/", f"{top}:"))


def _meet(connection: Connection, run: int, ids: Sequence[str]) -> None:
    """Note that ``run`` met these documents, and with that which versions are current."""
    t = tables.documents
    connection.execute(update(t).where(t.c.id.in_(ids)).values(run=run))
    keys = select(t.c.source_key).where(t.c.id.in_(ids)).distinct()
    for key in connection.execute(keys).scalars().all():
        same = t.c.source_key == key
        connection.execute(
            update(t).where(same, t.c.current != (t.c.run == run)).values(current=t.c.run == run)
        )


def _is(source: StoredSource) -> ColumnElement[bool]:
    t = tables.sources
    return and_(t.c.key == source.key, t.c.sha256 == source.sha256)


def _store_source(connection: Connection, source: StoredSource, ids: list[str]) -> None:
    t, now = tables.sources, _now()
    values = {
        "name": source.name,
        "kind": source.kind,
        "given": dict(source.given),
        "documents": ids,
        "versions": dict(source.versions),
        "last_read": now,
    }
    if connection.execute(update(t).where(_is(source)).values(values)).rowcount == 0:
        content = {"sha256": source.sha256, "size": len(source.data), "bytes": zlib.compress(source.data)}
        connection.execute(insert(t).values(**values, **content, key=source.key, first_read=now))


def _store_reading(connection: Connection, run: int, source: StoredSource, reading: Reading) -> Outcome:
    t, document = tables.documents, reading.document
    stored = connection.execute(select(t).where(t.c.id == document.id)).first()
    if stored is None:
        outcome = _insert(connection, run, source, document)
    elif stored.run == run and not _comes_first(document, rows.document_from(dict(stored._mapping))):
        return "unchanged"
    else:
        _renew(connection, source, document)
        outcome = "again"
    for table, found in rows.rows_of(reading).items():
        if found:
            connection.execute(insert(table), found)
    _meet(connection, run, [document.id])
    return outcome


def _comes_first(one: Document, other: Document) -> bool:
    """Which of two captures of one text in one run is kept: a choice that no order of reading changes."""
    return repr({**to_json(one), "replaces": None}) < repr({**to_json(other), "replaces": None})


def _insert(connection: Connection, run: int, source: StoredSource, document: Document) -> Outcome:
    t, now = tables.documents, _now()
    query = select(t.c.id).where(t.c.source_key == document.source_key)
    before = connection.execute(query.order_by(t.c.run.desc(), t.c.number.desc())).scalars().first()
    values = rows.document_row(document) | {"replaces": before, "current": True, "run": run}
    values |= {"versions": dict(source.versions), "first_read": now, "last_read": now}
    connection.execute(insert(t).values(values))
    return "new" if before is None else "changed"


def _renew(connection: Connection, source: StoredSource, document: Document) -> None:
    t = tables.documents
    values = rows.document_row(document) | {"versions": dict(source.versions), "last_read": _now()}
    del values["replaces"]
    connection.execute(update(t).where(t.c.id == document.id).values(values))
    for table in reversed(rows.TABLES):
        connection.execute(delete(table).where(table.c.document == document.id))


def _forget_source_problems(connection: Connection, name: str) -> None:
    t = tables.problems
    connection.execute(delete(t).where(t.c.source == name, t.c.document.is_(None)))


def _source_problem(run: int, name: str, number: int, problem: Problem) -> dict[str, Any]:
    return {**to_json(problem), "source": name, "run": run, "number": number, "start": None, "end": None}


def _of(connection: Connection, table: Table, ids: Sequence[str]) -> list[Mapping[str, Any]]:
    there = sqlite.columns_of(connection, table.name)  # an older file that may not be changed lacks some
    columns = [column for column in table.columns if column.name in there]
    order = table.c.get("number", table.c.document)
    query = select(*columns).where(table.c.document.in_(ids)).order_by(order)
    return [dict(row._mapping) for row in connection.execute(query)]
