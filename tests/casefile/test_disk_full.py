from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

import headwater as hw
from benchmarks import fulldisk
from headwater.casefile import Casefile, sqlite
from headwater.cli import app

FULL = "the disk is full. Make room, then run the same command again; it goes on where it stopped."

Disk = Callable[[str], Path]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """A file system of its own in memory; called with a size, it is made, or made larger."""
    folder = tmp_path / "disk"
    folder.mkdir()

    def sized(size: str) -> Path:
        try:
            fulldisk.mount(folder, f"remount,size={size}" if folder.is_mount() else f"size={size}")
        except fulldisk.CannotMountError as error:
            pytest.skip(f"a small disk cannot be had: {error}")
        return folder

    yield sized
    if folder.is_mount():
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.fixture(scope="module")
def straight(story: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The export of the example story, read where there is room."""
    path = tmp_path_factory.mktemp("straight") / "a.case"
    with hw.open(path) as case:
        case.read(story)
    return export(path)


@pytest.fixture
def texts(tmp_path: Path) -> list[Path]:
    """Three short articles."""
    paths = [tmp_path / f"{name}.txt" for name in "abc"]
    for path in paths:
        path.write_text(f"The mayor of Lowhaven said that bridge {path.stem} was safe.", encoding="utf-8")
    return paths


def export(path: Path) -> dict[str, bytes]:
    out = path.with_suffix(".out")
    with hw.open(path, readonly=True) as case:
        case.export(out)
    return {file.name: file.read_bytes() for file in out.iterdir()}


def read(story: Path, path: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "headwater", "read", str(story), "--case", str(path), "--workers", "1"]
    return subprocess.run(
        [*command, "--quiet"], check=False, capture_output=True, text=True, cwd=story.parents[1]
    )


def check(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute("PRAGMA integrity_check")]


def mode(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("PRAGMA journal_mode").fetchone()[0])


@pytest.mark.parametrize(("size", "least"), [("64k", 0), ("1m", 1)])
def test_a_full_disk_costs_only_what_was_not_yet_read(
    disk: Disk, size: str, least: int, story: Path, straight: dict[str, bytes], tmp_path: Path
) -> None:
    path = disk(size) / "a.case"
    failed = read(story, path)
    assert (failed.returncode, failed.stderr) == (2, f"headwater: {path}: {FULL}\n")
    assert [file.name for file in path.parent.iterdir()] == ["a.case"]
    assert check(path) == ["ok"]
    moved = tmp_path / "moved.case"
    shutil.copy(path, moved)
    if least:
        with hw.open(path, readonly=True) as case:
            assert len(case.documents()) >= least
        with pytest.raises(hw.CasefileError, match="the disk is full"), hw.open(path) as case:
            case.read(story)
    disk("50m")
    for place in (path, moved) if least else (path,):
        again = read(story, place)
        assert (again.returncode, again.stderr) == (0, "")
        assert not Path(f"{place}-wal").exists()
        assert export(place) == straight


def test_a_disk_of_50_mb(tmp_path: Path) -> None:
    try:
        outcome = fulldisk.run(tmp_path, 50, workers=1, pile_there=True)
    except fulldisk.CannotMountError as error:
        pytest.skip(f"a small disk cannot be had: {error}")
    assert outcome.failures == []
    assert len(outcome.lines) == 12


def test_little_room_is_written_to_without_a_log(
    tmp_path: Path, texts: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.case"
    with hw.open(path) as case:
        case.read(texts[0])
        assert Path(f"{path}-wal").stat().st_size
        monkeypatch.setattr(sqlite, "free_bytes", lambda _: sqlite.ROOM - 1)
        case.read(texts[1])
        assert not Path(f"{path}-wal").exists()
        assert mode(path) == "delete"
        assert len(case.documents()) == 2
    with hw.open(path) as case:
        case.read(texts[2])
        assert mode(path) == "delete"
    assert check(path) == ["ok"]


def test_a_reader_of_the_log_keeps_it(
    tmp_path: Path, texts: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.case"
    with hw.open(path, timeout=1) as case:
        with closing(sqlite3.connect(path)) as other:
            other.execute("SELECT count(*) FROM documents").fetchall()
            monkeypatch.setattr(sqlite, "free_bytes", lambda _: 0)
            case.read(texts[0])
            assert Path(f"{path}-wal").exists()
        case.read(texts[1])
        assert not Path(f"{path}-wal").exists()
    assert check(path) == ["ok"]


def test_a_file_that_may_not_grow_is_told_as_a_full_disk(
    tmp_path: Path, story: Path, straight: dict[str, bytes]
) -> None:
    path = tmp_path / "a.case"
    with hw.open(path) as case:
        connection = case._casefile._engine.raw_connection()
        connection.cursor().execute("PRAGMA max_page_count = 120")
        connection.close()
        with pytest.raises(hw.CasefileError) as raised:
            case.read(story)
    assert str(raised.value) == f"{path}: {FULL}"
    assert check(path) == ["ok"]
    with hw.open(path) as case:
        stored = len(case.documents())
        assert stored >= 1
        report = case.read(story)
        assert report.unchanged >= stored
    assert export(path) == straight


@pytest.mark.skipif(sys.platform == "win32", reason="limits on the size of files are POSIX's")
def test_a_quota_that_is_used_up_is_named(tmp_path: Path, story: Path) -> None:
    """The log cannot be brought into the file: whoever moves the file is told to take both."""
    script = (
        "import resource, sys; from headwater.cli import main;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000)); sys.argv[0] = 'headwater'; main()"
    )
    path = tmp_path / "a.case"
    command = [sys.executable, "-c", script, "read", str(story), "--case", str(path), "--workers", "1"]
    done = subprocess.run([*command, "--quiet"], check=False, capture_output=True, text=True)
    assert done.returncode == 2
    assert "the disk does not take what is written. See whether a quota is used up" in done.stderr
    assert Path(f"{path}-wal").exists() == (f"{path}-wal holds the last documents" in done.stderr)
    assert "Traceback" not in done.stderr
    assert check(path) == ["ok"]


def test_a_file_that_lost_its_log_is_not_taken_for_whole(tmp_path: Path) -> None:
    """What a copy may hold that was made while a log was being brought into the file."""
    path, moved = tmp_path / "a.case", tmp_path / "moved.case"
    where = "SELECT rootpage, (SELECT page_size FROM pragma_page_size) FROM sqlite_master WHERE name = 'runs'"
    with Casefile(path), closing(sqlite3.connect(path)) as connection:
        root, page = connection.execute(where).fetchone()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        data = path.read_bytes()
    moved.write_bytes(data)
    assert mode(moved) == "wal"
    with Casefile(moved):
        pass
    moved.write_bytes(data[: page * (root - 1)] + bytes(page) + data[page * root :])
    with pytest.raises(hw.CasefileError, match="-wal or -journal lay beside it, put that back"):
        Casefile(moved)


def test_a_write_that_was_killed_is_undone_by_who_only_reads(tmp_path: Path, texts: list[Path]) -> None:
    path = tmp_path / "a.case"
    with hw.open(path) as case:
        case.read(texts[0])
    killed = (
        "import os, sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "c.execute('PRAGMA cache_size = 1'); c.execute('BEGIN IMMEDIATE');"
        "c.execute('UPDATE documents SET title = text || text');"
        "c.execute('DELETE FROM mentions');"
        "c.execute('CREATE TABLE filler AS SELECT randomblob(100000)'); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", killed, str(path)], check=True)
    assert Path(f"{path}-journal").stat().st_size
    with hw.open(path, readonly=True) as case:
        assert [row["title"] for row in case.documents()] == [None]
    assert check(path) == ["ok"]


def test_vague_errors_of_a_full_disk_are_told_as_such(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.case"
    for said in ("disk I/O error", "unable to open database file"):
        with pytest.raises(hw.CasefileError) as raised, sqlite.explained(path):
            raise sqlite3.OperationalError(said)
        assert FULL not in str(raised.value)
        monkeypatch.setattr(sqlite, "free_bytes", lambda _: 4096)
        with pytest.raises(hw.CasefileError) as raised, sqlite.explained(path):
            raise sqlite3.OperationalError(said)
        assert str(raised.value) == f"{path}: {FULL}"
        monkeypatch.undo()


def test_no_temporary_files_are_made(tmp_path: Path) -> None:
    with Casefile(tmp_path / "a.case") as casefile:
        connection = casefile._engine.raw_connection()
        assert connection.cursor().execute("PRAGMA temp_store").fetchone() == (2,)
        connection.close()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a device that is always full is Linux's")
@pytest.mark.parametrize("command", [["--help"], ["schema"], ["show", "A", "voices", "--json"]])
def test_output_that_finds_no_room(command: list[str], tmp_path: Path, texts: list[Path]) -> None:
    path = tmp_path / "a.case"
    with hw.open(path) as case:
        case.read(texts[0])
    named = [str(path) if word == "A" else word for word in command]
    status, said = fulldisk.headwater(*named, cwd=tmp_path, output=Path("/dev/full"))
    assert (status, said.count("\n")) == (2, 1)
    assert "No space left on device. A file that the output goes to is cut off" in said


def test_what_the_disk_takes_no_more_leaves_the_older(
    tmp_path: Path, texts: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some file systems find out only when they are asked to keep what was written."""
    path, page, out = tmp_path / "a.case", tmp_path / "a.html", tmp_path / "out"
    with hw.open(path) as case:
        case.read(texts[0])
    commands = [["report", str(path), "-o", str(page)], ["export", str(path), "-o", str(out)]]
    assert [CliRunner().invoke(app, command).exit_code for command in commands] == [0, 0]
    before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    for command in (*commands, ["export", str(path), "-o", str(tmp_path / "new")]):
        done = CliRunner().invoke(app, command)
        assert done.exit_code == 2
        assert "cannot be written: No space left on device." in done.stderr
        assert "room on" in done.stderr
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == before
    assert not (tmp_path / "new").exists()
