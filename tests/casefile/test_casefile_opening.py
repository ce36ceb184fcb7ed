from __future__ import annotations

import sqlite3
import time
from pathlib import Path

import pytest

from headwater.casefile import Casefile, sqlite
from headwater.records import CasefileError
from readings import VERSIONS, document, reading, source


def test_a_missing_casefile_is_not_made_for_reading(tmp_path: Path) -> None:
    with pytest.raises(CasefileError, match=r"no casefile.*headwater read"):
        Casefile(tmp_path / "no.case", readonly=True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("readonly", [True, False])
@pytest.mark.parametrize("content", [b"just some words\n" * 20, b"\x00" * 4096])
def test_a_file_of_another_kind_is_left_alone(tmp_path: Path, content: bytes, readonly: bool) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(CasefileError, match=r"not a casefile.*left as it is"):
        Casefile(path, readonly=readonly)
    assert path.read_bytes() == content


def test_a_broken_sqlite_file_says_so(tmp_path: Path) -> None:
    path = tmp_path / "broken.case"
    path.write_bytes(sqlite.MAGIC + b"\x07" * 5000)
    with pytest.raises(CasefileError, match="not a casefile"):
        Casefile(path)


def test_the_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "photos.db"
    _sql(path, "CREATE TABLE photos (name)")
    before = path.read_bytes()
    with pytest.raises(CasefileError, match="another program"):
        Casefile(path)
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_casefile(tmp_path: Path) -> None:
    path = tmp_path / "new.case"
    path.touch()
    Casefile(path).close()
    assert path.read_bytes().startswith(sqlite.MAGIC)


def test_an_empty_file_is_not_filled_for_reading(tmp_path: Path) -> None:
    path = tmp_path / "new.case"
    path.touch()
    with pytest.raises(CasefileError, match="is empty"):
        Casefile(path, readonly=True)


def test_a_casefile_of_a_newer_headwater_says_to_update(tmp_path: Path) -> None:
    path = tmp_path / "newer.case"
    Casefile(path).close()
    _sql(path, "PRAGMA user_version = 99")
    with pytest.raises(CasefileError, match=r"newer Headwater \(schema 99.*pip install"):
        Casefile(path)


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(CasefileError, match="folder exists"):
        Casefile(tmp_path / "no" / "a.case")


def test_a_folder_is_no_casefile(tmp_path: Path) -> None:
    with pytest.raises(CasefileError, match="cannot be opened"):
        Casefile(tmp_path)


def test_a_second_writer_waits_and_then_says_why(tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    with Casefile(path, timeout=0.3) as casefile:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        begun = time.monotonic()
        with pytest.raises(CasefileError, match="another program is writing"):
            casefile.start_run("0", VERSIONS)
        assert time.monotonic() - begun >= 0.25
        other.close()
        assert casefile.start_run("0", VERSIONS) == 1


def test_reading_goes_on_beside_a_writer(tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    with Casefile(path) as writer:
        writer.store(writer.start_run("0", VERSIONS), source(), [reading()])
        with Casefile(path, readonly=True) as reader:
            writer.start_run("0", VERSIONS)
            assert len(list(reader.readings())) == 1


def test_the_last_writer_folds_what_a_reader_kept_open(tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    with Casefile(path, timeout=1) as writer:
        writer.store(writer.start_run("0", VERSIONS), source(), [reading()])
        reader = Casefile(path, readonly=True)
        found = reader.readings()
        next(found)
    reader.close()
    Casefile(path).close()
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_nothing_is_written_through_a_casefile_opened_for_reading(tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    Casefile(path).close()
    with Casefile(path, readonly=True) as casefile, pytest.raises(CasefileError, match="cannot be written"):
        casefile.start_run("0", VERSIONS)


def test_a_full_disk_is_told_and_what_was_stored_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    with Casefile(path) as casefile:
        run = casefile.start_run("0", VERSIONS)
        casefile.store(run, source(), [reading()])
        with casefile._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1")  # no page more than there are now
        long = reading(document(reading().document.text + " and so on" * 40_000, key="long"))
        with pytest.raises(CasefileError, match="disk is full"):
            casefile.store(run, source("long", b"long"), [long])
    with Casefile(path, readonly=True) as casefile:
        assert list(casefile.readings()) == [reading()]


def _sql(path: Path, sql: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(sql)
    connection.close()
