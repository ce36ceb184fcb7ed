"""What is SQLite's own: pragmas, locks, full-text search, and its error messages.

No other module of Headwater knows which database a casefile is.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from headwater.records import CasefileError

APPLICATION_ID = 0x48445752
"""``HDWR`` in ASCII: marks the file as a casefile for ``file(1)`` and for us."""

MAGIC = b"SQLite format 3\0"

ROOM = 128 * 2**20
"""Free bytes on the disk below which nothing is written to a log beside the file.

What stands in the log needs room for a second time when it is brought into the
file. Where that is lacking, the file is not whole without its log, and
somebody who moves the file to a larger disk may leave the log behind. The
largest source has 50 MB (``archives.limits.MEMBER``): twice that, and some.
"""

NEARLY_FULL = 2**20
"""Free bytes below which SQLite's vaguer errors, too, come from the lack of room."""

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
        a.modality, json_extract(a.made, '$.score') AS sure,
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
        # No temporary files: the disk that they lie on may be full, and texts would be left on it.
        connection.execute("PRAGMA temp_store = MEMORY")
        if readonly:
            connection.execute("PRAGMA query_only = ON")
        return connection

    engine = create_engine("sqlite://", creator=opened, poolclass=QueuePool)
    event.listen(engine, "begin", partial(_begin, path=path, timeout=timeout))
    return engine


def _mode(path: Path, readonly: bool) -> str:
    """Options of the address: a WAL file in a folder that cannot be written opens only as immutable."""
    if not readonly:
        return "?mode=rwc"
    writable = os.access(path.parent, os.W_OK)
    if writable and _beside(path, "journal").exists():
        return "?mode=rw"  # a write was killed half-way, and only who may write can undo it
    return "?mode=ro" if writable or _beside(path, "wal").exists() else "?mode=ro&immutable=1"


def _beside(path: Path, kind: str) -> Path:
    return path.with_name(f"{path.name}-{kind}")


def _begin(connection: Connection, *, path: Path, timeout: float) -> None:
    writes = connection.get_execution_options().get("writes", False)
    if writes and free_bytes(path) < ROOM:
        _leave_wal(connection, timeout)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def free_bytes(path: Path) -> int:
    """What the user may still write to the disk of ``path``; quotas are not counted by every system."""
    return shutil.disk_usage(path.parent).free


def _leave_wal(connection: Connection, timeout: float) -> None:
    """From here on write into the file itself, which stays whole by itself however full the disk gets.

    Nothing to do where that is so already. Where another program has the file
    open, the log stays for now.
    """
    connection.exec_driver_sql("PRAGMA busy_timeout = 0")
    try:
        connection.exec_driver_sql("PRAGMA journal_mode = DELETE").fetchall()
        connection.exec_driver_sql("PRAGMA synchronous = FULL")  # what a power cut asks of this mode
    except DBAPIError as error:
        if getattr(error.orig, "sqlite_errorcode", None) not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise
    finally:
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {int(1000 * timeout)}")


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
    "malformed": "it is damaged. If a file of its name that ends in -wal or -journal lay beside it, put that "
    "back; else go back to a copy, or read the sources again into a new casefile.",
    "not a database": "it is not a casefile. Name another file.",
    "disk i/o": "the disk does not take what is written. See whether a quota is used up, or the disk broken; "
    "then run the same command again.",
    "no such module: fts5": "this Python's SQLite has no full-text search. Use one that has FTS5.",
}


_VAGUE = ("disk i/o", "unable to open")


def _is_nearly_full(path: Path) -> bool:
    with suppress(OSError):  # no such folder: the vaguer error is about that
        return free_bytes(path) < NEARLY_FULL
    return False


def _explanation(path: Path, error: Exception) -> str:
    said = str(getattr(error, "orig", None) or error)
    for sign, todo in _TODO.items():
        if sign in said.lower():
            return f"{path}: {_TODO['full'] if sign in _VAGUE and _is_nearly_full(path) else todo}"
    return f"{path}: SQLite says: {said}. Check the file with `sqlite3 {path} 'PRAGMA integrity_check'`."


def start_wal(engine: Engine, path: Path) -> None:
    """Switch the file to write-ahead logging, which survives a kill at any moment.

    Where the disk has little room it stays as it is, which survives one too, but is slower.

    Raises:
        CasefileError: where another program holds the file for too long.
    """
    if free_bytes(path) >= ROOM:
        with explained(path):
            _pragmas(engine, "PRAGMA journal_mode = WAL")


def require_whole(engine: Engine, path: Path) -> None:
    """Look through a file that had a log and came without it, as after a move.

    Raises:
        CasefileError: where the log is missed.
    """
    with path.open("rb") as file:
        logged = file.read(20)[18:] == b"\2\2"  # SQLite's file format, "File format version numbers"
    if logged and not _beside(path, "wal").exists():
        with explained(path):
            found = _pragmas(engine, "PRAGMA integrity_check(1)")
        if found != [("ok",)]:
            raise CasefileError(f"{path}: {_TODO['malformed']}")


def fold_wal(engine: Engine, path: Path) -> None:
    """Bring all that was written into the one file, so that it can be sent as it is.

    It leaves write-ahead logging too, since even a reader of such a file
    leaves files beside it. Where another program has the file open, the rest
    stays beside it until that program closes; nothing is lost.

    Raises:
        CasefileError: where the disk does not take it; then, too, the rest stays beside it.
    """
    try:
        _pragmas(engine, "PRAGMA busy_timeout = 0", "PRAGMA journal_mode = DELETE")
    except sqlite3.Error:
        try:
            _pragmas(engine, "PRAGMA wal_checkpoint(TRUNCATE)")
        except sqlite3.Error as error:
            log = _beside(path, "wal")
            kept = f" {log} holds the last documents: if you move the casefile, move both." * log.exists()
            raise CasefileError(_explanation(path, error) + kept) from error


def _pragmas(engine: Engine, *pragmas: str) -> list[tuple[object, ...]]:
    """What the last of them gives."""
    found: list[tuple[object, ...]] = []
    connection = engine.raw_connection()
    try:
        for pragma in pragmas:
            found = connection.cursor().execute(pragma).fetchall()
    finally:
        connection.close()
    return found


def version_of(connection: Connection) -> int:
    """The schema version that the file was written with; 0 for an empty file."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def columns_of(connection: Connection, table: str) -> frozenset[str]:
    """The columns that a table of the file has: fewer in one of an earlier release that stays as it is."""
    rows = connection.exec_driver_sql(f"PRAGMA table_info({table})")
    return frozenset(str(row[1]) for row in rows)


def application_of(connection: Connection) -> int:
    """The number by which a file says which program it belongs to."""
    return int(connection.exec_driver_sql("PRAGMA application_id").scalar_one())


def is_empty(connection: Connection) -> bool:
    """Whether the file has no tables yet."""
    return connection.exec_driver_sql("SELECT 1 FROM sqlite_master LIMIT 1").first() is None


def tables_of(connection: Connection) -> frozenset[str]:
    """The names of its tables."""
    found = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
    return frozenset(found.scalars())


def stamp(connection: Connection, version: int) -> None:
    """Mark the file as a casefile of schema ``version``."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {version}")


def add_search_and_views(connection: Connection) -> None:
    """Make the full-text index over documents, and the view that lists statements with their voices."""
    for statement in (*_SEARCH, _STATEMENTS):
        connection.exec_driver_sql(statement)


def renew_views(connection: Connection) -> None:
    """Make the views anew, as a new file has them."""
    connection.exec_driver_sql("DROP VIEW statements")
    connection.exec_driver_sql(_STATEMENTS)
