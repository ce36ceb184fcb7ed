"""What is SQLite's own: pragmas, locks, full-text search, and its error messages.

No other module of Headwater knows which database a casefile is.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from headwater.records import CasefileError

APPLICATION_ID = 0x48445752
"""``HDWR`` in ASCII: marks the file as a casefile for ``file(1)`` and for us."""

MAGIC = b"SQLite format 3\0"

_SEARCH = (
    """CREATE VIRTUAL TABLE documents_fts
    USING fts5(title, text, content='documents', content_rowid='number')""",
    """CREATE TRIGGER documents_fts_insert AFTER INSERT ON documents BEGIN
    INSERT INTO documents_fts (rowid, title, text) VALUES (new.number, new.title, new.text); END""",
    """CREATE TRIGGER documents_fts_delete AFTER DELETE ON documents BEGIN
    INSERT INTO documents_fts (documents_fts, rowid, title, text)
    VALUES ('delete', old.number, old.title, old.text); END""",
    """CREATE TRIGGER documents_fts_update AFTER UPDATE OF title, text ON documents BEGIN
    INSERT INTO documents_fts (documents_fts, rowid, title, text)
    VALUES ('delete', old.number, old.title, old.text);
    INSERT INTO documents_fts (rowid, title, text) VALUES (new.number, new.title, new.text); END""",
)

_STATEMENTS = """CREATE VIEW statements AS
    SELECT d.outlet, d.published, d.title, a.document, a.id AS attribution, a.sort, a.form, a.polarity,
        (SELECT group_concat(label, ' <- ') FROM (SELECT label FROM chain_links c
            WHERE c.document = a.document AND c.attribution = a.number ORDER BY number)) AS voices,
        (SELECT group_concat(quote, ' … ') FROM (SELECT quote FROM attribution_spans s
            WHERE s.document = a.document AND s.attribution = a.number AND s.role = 'cue'
            ORDER BY number)) AS cue,
        (SELECT group_concat(quote, ' … ') FROM (SELECT quote FROM attribution_spans s
            WHERE s.document = a.document AND s.attribution = a.number AND s.role = 'content'
            ORDER BY number)) AS content
    FROM attributions a JOIN documents d ON d.id = a.document WHERE d.current"""


def connect(path: Path, *, timeout: float, readonly: bool) -> Engine:
    """An engine on the file at ``path``.

    Args:
        path: the file; it is made where it is missing, unless ``readonly``.
        timeout: seconds to wait for another writer.
        readonly: whether nothing may be written, not even beside the file.
    """
    uri = f"file:{quote(os.fspath(path.absolute()), errors='surrogateescape')}{_mode(path, readonly)}"

    def opened() -> sqlite3.Connection:
        # Transactions are ours (see `_begin`), not the driver's.
        connection = sqlite3.connect(
            uri, uri=True, timeout=timeout, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA foreign_keys = ON")
        # In WAL mode this keeps the file whole through a power cut; only the last documents may be lost.
        connection.execute("PRAGMA synchronous = NORMAL")
        return connection

    engine = create_engine("sqlite://", creator=opened, poolclass=QueuePool)
    event.listen(engine, "begin", _begin)
    return engine


def _mode(path: Path, readonly: bool) -> str:
    """Options of the address: a WAL file in a folder that cannot be written opens only as immutable."""
    if not readonly:
        return "?mode=rwc"
    alone = not path.with_name(path.name + "-wal").exists()
    return "?mode=ro&immutable=1" if alone and not os.access(path.parent, os.W_OK) else "?mode=ro"


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def writing(engine: Engine, path: Path) -> Iterator[Connection]:
    """One transaction that writes: all of it or nothing.

    Raises:
        CasefileError: where the file is locked for too long, full, or cannot be written.
    """
    with explained(path), engine.connect().execution_options(writes=True) as connection, connection.begin():
        yield connection


@contextmanager
def seeing(engine: Engine, path: Path) -> Iterator[Connection]:
    """One transaction that reads, and sees one state of the file throughout."""
    with explained(path), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite raises into a :class:`CasefileError` that says what to do."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        raise CasefileError(_explanation(path, error)) from error


_TODO = {
    "locked": "another program is writing to it. Wait until that has ended, then run the same command again.",
    "full": "the disk is full. Make room, then run the same command again; it goes on where it stopped.",
    "readonly": "it cannot be written. Copy it to a folder of your own, or change its permissions.",
    "unable to open": "it cannot be opened. Check that the folder exists and that you may write to it.",
    "malformed": "it is damaged. Go back to a copy, or read the sources again into a new casefile.",
    "not a database": "it is not a casefile. Name another file.",
    "disk i/o": "the disk does not take what is written. See whether a quota is used up, or the disk broken; "
    "then run the same command again.",
    "no such module: fts5": "this Python's SQLite has no full-text search. Use one that has FTS5.",
}


def _explanation(path: Path, error: Exception) -> str:
    said = str(getattr(error, "orig", None) or error)
    for sign, todo in _TODO.items():
        if sign in said.lower():
            return f"{path}: {todo}"
    return f"{path}: SQLite says: {said}. Check the file with `sqlite3 {path} 'PRAGMA integrity_check'`."


def start_wal(engine: Engine, path: Path) -> None:
    """Switch the file to write-ahead logging, which survives a kill at any moment.

    Raises:
        CasefileError: where another program holds the file for too long.
    """
    with explained(path):
        _pragmas(engine, "PRAGMA journal_mode = WAL")


def fold_wal(engine: Engine, path: Path) -> None:
    """Bring all that was written into the one file, so that it can be sent as it is.

    It leaves write-ahead logging too, since even a reader of such a file
    leaves files beside it. Where another program has the file open, the rest
    stays beside it until that program closes; nothing is lost.
    """
    with explained(path):
        try:
            _pragmas(engine, "PRAGMA busy_timeout = 0", "PRAGMA journal_mode = DELETE")
        except sqlite3.OperationalError:
            _pragmas(engine, "PRAGMA wal_checkpoint(TRUNCATE)")


def _pragmas(engine: Engine, *pragmas: str) -> None:
    connection = engine.raw_connection()
    try:
        for pragma in pragmas:
            connection.cursor().execute(pragma).fetchall()
    finally:
        connection.close()


def version_of(connection: Connection) -> int:
    """The schema version that the file was written with; 0 for an empty file."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def application_of(connection: Connection) -> int:
    """The number by which a file says which program it belongs to."""
    return int(connection.exec_driver_sql("PRAGMA application_id").scalar_one())


def is_empty(connection: Connection) -> bool:
    """Whether the file has no tables yet."""
    return connection.exec_driver_sql("SELECT 1 FROM sqlite_master LIMIT 1").first() is None


def stamp(connection: Connection, version: int) -> None:
    """Mark the file as a casefile of schema ``version``."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {version}")


def add_search_and_views(connection: Connection) -> None:
    """Make the full-text index over documents, and the view that lists statements with their voices."""
    for statement in (*_SEARCH, _STATEMENTS):
        connection.exec_driver_sql(statement)
