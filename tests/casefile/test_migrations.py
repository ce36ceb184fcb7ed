from __future__ import annotations

import gzip
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection

from headwater.casefile import Casefile, sqlite
from headwater.casefile.migrations import STEPS, prepare
from headwater.records import CasefileError, Reading, Stance
from readings import reading

BEFORE_THIRD = ("schema-1.case.gz", "schema-2.case.gz")
BEFORE_FOURTH = (*BEFORE_THIRD, "schema-3.case.gz")

HERE = Path(__file__).resolve().parent
SAMPLES = sorted(HERE.glob("schema-*.case.gz"))


def stored(sample: Path) -> Reading:
    """What a sample holds.

    With the third schema came what circumstances a figure has, bases and occasions, stances and forecasts;
    with the fourth whether a statement is told as said.
    """
    whole = reading()
    if sample.name in BEFORE_FOURTH:
        told = tuple(replace(a, modality="actual") for a in whole.attributions)
        whole = replace(whole, attributions=told)
    if sample.name not in BEFORE_THIRD:
        return whole
    figures = tuple(replace(f, side=None, status=None, window=None, as_of=None) for f in whole.figures)
    told = tuple(replace(a, basis=None, basis_spans=(), occasion=None) for a in whole.attributions)
    return replace(whole, figures=figures, attributions=told, stance=Stance(), forecasts=())


def schema(path: Path) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    try:
        found = connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
        # A column that is added stands on the line of the one before it.
        return sorted(((kind, name, " ".join((sql or "").split())) for kind, name, sql in found), key=repr)
    finally:
        connection.close()


def test_every_schema_has_its_sample() -> None:
    assert [p.name for p in SAMPLES] == [f"schema-{n}.case.gz" for n in range(1, 2 + len(STEPS))]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda p: p.name)
def test_a_casefile_of_an_earlier_release_opens_and_is_whole(sample: Path, tmp_path: Path) -> None:
    path, fresh = tmp_path / "old.case", tmp_path / "fresh.case"
    path.write_bytes(gzip.decompress(sample.read_bytes()))
    with Casefile(path) as casefile:
        assert list(casefile.readings()) == [stored(sample)]
        assert [name for name, _ in casefile.source_problems()] == ["gone.html"]
    Casefile(fresh).close()
    assert schema(path) == schema(fresh)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda p: p.name)
def test_a_casefile_of_an_earlier_release_is_shown_without_being_changed(
    sample: Path, tmp_path: Path
) -> None:
    path = tmp_path / "old.case"
    path.write_bytes(gzip.decompress(sample.read_bytes()))
    before = path.read_bytes()
    with Casefile(path, readonly=True) as casefile:
        assert list(casefile.readings()) == [stored(sample)]
    assert path.read_bytes() == before


def add_column(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE runs ADD COLUMN weather TEXT")


def fail(connection: Connection) -> None:
    add_column(connection)
    raise ValueError("a step that fails")


def migrate(path: Path, step: Callable[[Connection], None], *, readonly: bool = False) -> None:
    engine = sqlite.connect(path, timeout=1, readonly=readonly)
    try:
        prepare(engine, path, readonly=readonly, steps=(*STEPS, step))
    finally:
        engine.dispose()


def test_a_step_is_taken_once(tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    Casefile(path).close()
    migrate(path, add_column)
    migrate(path, add_column)
    assert "weather" in repr(schema(path))


def test_a_step_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    Casefile(path).close()
    before = schema(path)
    with pytest.raises(ValueError, match="a step that fails"):
        migrate(path, fail)
    assert schema(path) == before


def test_an_older_casefile_that_may_not_be_changed_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    Casefile(path).close()
    with pytest.raises(CasefileError, match="Copy it"):
        migrate(path, add_column, readonly=True)
