"""How a casefile gets its schema, and how an older one comes up to date.

A new casefile is made from ``tables.py``. One written by an earlier release
goes through the steps it has not seen yet, in one transaction. A step is a
function that changes the schema by one version; steps are never edited once
released, only added. ``tests/casefile`` keeps a file of each version.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from sqlalchemy import Connection, Engine

from headwater.casefile import sqlite
from headwater.casefile.tables import metadata
from headwater.records import CasefileError


def _add_given_up(connection: Connection) -> None:
    connection.exec_driver_sql(
        'CREATE TABLE given_up (\n\t"key" TEXT NOT NULL, \n\tsha256 TEXT NOT NULL, \n\tkind TEXT NOT NULL, '
        '\n\tfacts TEXT NOT NULL, \n\tintake TEXT NOT NULL, \n\t"after" INTEGER NOT NULL, '
        "\n\tcode TEXT NOT NULL, \n\twhat TEXT NOT NULL, \n\ttodo TEXT NOT NULL, "
        '\n\tPRIMARY KEY ("key", sha256)\n)'
    )


def _add_circumstances(connection: Connection) -> None:
    # SQLite adds columns only behind the last one; the table is made anew, as a new file has it.
    connection.exec_driver_sql("ALTER TABLE figures RENAME TO figures_2")
    connection.exec_driver_sql(
        "CREATE TABLE figures (\n\tdocument TEXT NOT NULL, \n\tnumber INTEGER NOT NULL, \n\tlow NUMERIC, "
        '\n\thigh NUMERIC, \n\thedge TEXT NOT NULL, \n\tunit TEXT, \n\t"of" TEXT NOT NULL, '
        "\n\tpart_of INTEGER, \n\tsame_as INTEGER, \n\tside TEXT, \n\tstatus TEXT, \n\twindow TEXT, "
        '\n\tas_of TEXT, \n\tstart INTEGER NOT NULL, \n\t"end" INTEGER NOT NULL, \n\tquote TEXT NOT NULL, '
        "\n\tPRIMARY KEY (document, number), "
        "\n\tFOREIGN KEY(document) REFERENCES documents (id) ON DELETE CASCADE\n)"
    )
    kept = 'document, number, low, high, hedge, unit, "of", part_of, same_as, start, "end", quote'
    connection.exec_driver_sql(f"INSERT INTO figures ({kept}) SELECT {kept} FROM figures_2")  # noqa: S608
    connection.exec_driver_sql("DROP TABLE figures_2")


def _add_basis(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE attributions ADD COLUMN basis TEXT")
    connection.exec_driver_sql("ALTER TABLE attributions ADD COLUMN occasion TEXT")


def _add_stances_and_forecasts(connection: Connection) -> None:
    below = "FOREIGN KEY(document) REFERENCES documents (id) ON DELETE CASCADE\n)"
    connection.exec_driver_sql(
        "CREATE TABLE stances (\n\tdocument TEXT NOT NULL, \n\tkind TEXT, \n\tscore INTEGER NOT NULL, "
        f"\n\twhy TEXT NOT NULL, \n\tPRIMARY KEY (document), \n\t{below}"
    )
    connection.exec_driver_sql(
        "CREATE TABLE forecasts (\n\tdocument TEXT NOT NULL, \n\tnumber INTEGER NOT NULL, "
        "\n\tmodality TEXT NOT NULL, \n\tmodal TEXT NOT NULL, \n\tpart INTEGER NOT NULL, \n\tmade TEXT, "
        '\n\tstart INTEGER NOT NULL, \n\t"end" INTEGER NOT NULL, \n\tquote TEXT NOT NULL, '
        f"\n\tPRIMARY KEY (document, number), \n\t{below}"
    )


def _to_third(connection: Connection) -> None:
    _add_circumstances(connection)
    _add_basis(connection)
    _add_stances_and_forecasts(connection)


def _add_modality(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE attributions ADD COLUMN modality TEXT")
    sqlite.renew_views(connection)


STEPS: tuple[Callable[[Connection], None], ...] = (_add_given_up, _to_third, _add_modality)
"""``STEPS[n]`` brings a casefile of version ``n + 1`` to version ``n + 2``."""

READABLE = 1
"""The oldest version that can be shown and exported as it is: what was added since
serves reading sources alone, or is a column or table that is read as empty where it is missing."""


def prepare(
    engine: Engine,
    path: Path,
    *,
    readonly: bool,
    steps: Sequence[Callable[[Connection], None]],
    readable: int | None = None,
) -> None:
    """Make the schema in an empty file, or bring an older casefile up to date.

    Args:
        engine: on the file.
        path: the file.
        readonly: whether it may not be changed.
        steps: from each version to the next.
        readable: the oldest version that need not be changed to be read; by default the latest.

    Raises:
        CasefileError: where the file belongs to another program or a newer
            Headwater, or is too old to be read without changing it.
    """
    latest = 1 + len(steps)
    with sqlite.seeing(engine, path) as connection:
        found = _version(connection, path, latest)
    if found == latest or (readonly and readable is not None and found >= readable):
        return
    if readonly:
        raise CasefileError(_too_old(path, found))
    with sqlite.writing(engine, path) as connection:
        _upgrade(connection, _version(connection, path, latest), steps)


def _version(connection: Connection, path: Path, latest: int) -> int:
    if sqlite.is_empty(connection):
        return 0
    if sqlite.application_of(connection) != sqlite.APPLICATION_ID:
        raise CasefileError(
            f"{path} is the SQLite file of another program, not a casefile. Name another file."
        )
    found = sqlite.version_of(connection)
    if found > latest:
        raise CasefileError(
            f"{path} was written by a newer Headwater (schema {found}, this one knows {latest}). "
            "Update with `pip install --upgrade headwater`."
        )
    return found


def _upgrade(connection: Connection, found: int, steps: Sequence[Callable[[Connection], None]]) -> None:
    if found == 0:
        metadata.create_all(connection)
        sqlite.add_search_and_views(connection)
    else:
        for step in steps[found - 1 :]:
            step(connection)
    sqlite.stamp(connection, 1 + len(steps))


def _too_old(path: Path, found: int) -> str:
    if found == 0:
        return f"{path} is empty. `headwater read SOURCES --case {path}` fills it."
    return (
        f"{path} was written by an older Headwater (schema {found}) and cannot be changed where it is. "
        "Copy it to a folder of your own and open the copy."
    )
