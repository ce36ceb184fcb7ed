from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import headwater as hw

FULL = "the disk is full. Make room, then run the same command again; it goes on where it stopped."

Disk = Callable[[str], Path]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """A file system of its own in memory; called with a size, it is made, or made larger."""
    folder = tmp_path / "disk"
    folder.mkdir()

    def sized(size: str) -> Path:
        if sys.platform != "linux" or os.geteuid() != 0:
            pytest.skip("mounting a small disk needs root on Linux")
        how = f"remount,size={size}" if folder.is_mount() else f"size={size}"
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", how, "tmpfs", str(folder)],
            check=False,
            capture_output=True,
            text=True,
        )
        if done.returncode:
            pytest.skip(f"a small disk cannot be mounted here: {done.stderr.strip()}")
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
    connection = sqlite3.connect(path)
    try:
        return [row[0] for row in connection.execute("PRAGMA integrity_check")]
    finally:
        connection.close()


@pytest.mark.parametrize(("size", "least"), [("64k", 0), ("1m", 1)])
def test_a_full_disk_costs_only_what_was_not_yet_read(
    disk: Disk, size: str, least: int, story: Path, straight: dict[str, bytes]
) -> None:
    path = disk(size) / "a.case"
    failed = read(story, path)
    assert (failed.returncode, failed.stderr) == (2, f"headwater: {path}: {FULL}\n")
    assert check(path) == ["ok"]
    if least:
        with hw.open(path, readonly=True) as case:
            assert len(case.documents()) >= least
        with pytest.raises(hw.CasefileError, match="the disk is full"), hw.open(path) as case:
            case.read(story / "02-tta-korvessa-explosion.html")
    disk("50m")
    again = read(story, path)
    assert (again.returncode, again.stderr) == (0, "")
    assert not Path(f"{path}-wal").exists()
    assert export(path) == straight


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
    script = (
        "import resource, sys; from headwater.cli import main;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000)); sys.argv[0] = 'headwater'; main()"
    )
    path = tmp_path / "a.case"
    command = [sys.executable, "-c", script, "read", str(story), "--case", str(path), "--workers", "1"]
    done = subprocess.run([*command, "--quiet"], check=False, capture_output=True, text=True)
    assert done.returncode == 2
    assert "the disk does not take what is written. See whether a quota is used up" in done.stderr
    assert "Traceback" not in done.stderr
    assert check(path) == ["ok"]
