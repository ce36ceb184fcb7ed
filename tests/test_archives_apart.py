"""Archives are unpacked in a process apart: a hostile one costs itself, and what is beside it stays."""

from __future__ import annotations

import io
import os
import sys
import zipfile
from pathlib import Path

import pytest

import headwater as hw
from benchmarks.kinds import page, samples, warc, zip_of
from headwater import work
from headwater.intake import Given, Source, SourceProblem, find_sources
from headwater.intake.expand import Archive, Named, open_archive
from headwater.pool import Apart, Limits, WorkerDied
from headwater.work import MEMORY, archive_problem, unpack_apart
from hostile import filling_zip, spinning_zip

TEXT = "Police said on Tuesday that the bridge at Lowhaven had been closed."
SOON = Limits(0.5, MEMORY)
"""A tenth of what the spinning archive takes, and a hundred times what the other members do."""


def archive(path: Path) -> Archive:
    return Archive(Named(path.name, path.name, path.name), "zip", Given(), path=path)


def given_up(report: hw.ReadReport) -> list[tuple[str, str]]:
    lost = [(Path(name).name, p.code) for name, p in report.problems if p.code.startswith("extraction_too")]
    assert all("unpack it yourself" in p.todo for _, p in report.problems if p.code.startswith("extraction"))
    return lost


def names(case: hw.Case) -> list[str]:
    return sorted(Path(str(row["source"])).name for row in case.documents())


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "pile"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT)
    (folder / "z.zip").write_bytes(zip_of({"in.txt": TEXT.encode()}))
    return folder


def test_an_archive_that_never_ends_costs_itself_with_any_number_of_workers(
    pile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spinning_zip(pile / "m.zip", {"one.txt": TEXT}, {"two.txt": TEXT})
    monkeypatch.setattr(work, "ARCHIVE", SOON)
    exports = []
    for workers in (1, 2):
        with hw.open(tmp_path / f"{workers}.case") as case:
            report = case.read(pile, workers=workers)
            assert given_up(report) == [("m.zip", "extraction_too_long")]
            assert names(case) == ["a.txt", "m.zip:one.txt", "z.zip:in.txt"]
            case.export(tmp_path / f"{workers}")
            exports.append({p.name: p.read_bytes() for p in (tmp_path / f"{workers}").iterdir()})
    assert exports[0] == exports[1]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not limit what a process holds")
def test_an_archive_that_eats_memory_costs_itself(
    pile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filling_zip(pile / "m.zip", 1_000_000)
    # Too little for the directory itself: Python out of memory to the last byte may spin, which costs time.
    monkeypatch.setattr(work, "ARCHIVE", Limits(60, 60_000_000))
    with hw.open(tmp_path / "a.case") as case:
        report = case.read(pile)
    assert given_up(report) == [("m.zip", "extraction_too_large")]
    assert report.new == 2


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not limit what a process holds")
def test_an_archive_is_never_held_whole(tmp_path: Path) -> None:
    path, member = tmp_path / "p.zip", b"%PDF-1.4\n" + bytes(range(256)) * 40_000
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as file:
        for number in range(20):
            file.writestr(f"{number}.pdf", member)
    with Apart() as apart:
        limits = Limits(60, 150_000_000)  # less than its 200 MB
        results = apart.stream(open_archive, archive(path), limits)
        sizes = [len(found.data) if isinstance(found, Source) else found for found in results]
    assert sizes == [len(member)] * 20


def test_the_same_comes_out_as_without_a_process_apart(tmp_path: Path) -> None:
    for name, data in samples().items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "unnamed").write_bytes(warc())
    (tmp_path / "gone.zip").write_bytes(b"PK\3\4 broken")
    here = list(find_sources([tmp_path]))
    with Apart() as apart:

        def opener(archive: Archive) -> list[Source | SourceProblem]:
            unpacked = list(unpack_apart(apart, archive))
            assert not any(isinstance(found, WorkerDied) for found in unpacked)
            return [found for found in unpacked if isinstance(found, Source | SourceProblem)]

        assert list(find_sources([tmp_path], opener=opener)) == here


def test_no_archive_is_opened_in_the_process_that_reads(
    pile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (pile / "unnamed").write_bytes(warc())
    opened: list[str] = []
    monkeypatch.setattr("headwater.intake.expand.Expansion.of_stream", lambda *_: opened.append("here"))
    with hw.open(tmp_path / "a.case") as case:
        assert case.read(pile).new == 3
        assert case.read("-", stdin=io.BytesIO(zip_of({"p.html": page()}))).new == 1
    assert opened == []


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_where_reading_ends_early_nothing_is_unpacked_any_further(pile: Path, tmp_path: Path) -> None:
    spinning_zip(pile / "m.zip", {"one.txt": TEXT}, {})

    def stop(name: str, _: hw.ReadReport) -> None:
        if name.endswith("one.txt"):
            raise KeyboardInterrupt

    with hw.open(tmp_path / "a.case") as case, pytest.raises(KeyboardInterrupt) as stopped:
        case.read(pile, progress=stop)
    assert stopped.traceback  # which would hold on to what is left open
    children = Path(f"/proc/self/task/{os.getpid()}/children")
    busy = [pid for pid in children.read_text().split() if "serving" in command(pid)]
    assert busy == []


def command(pid: str) -> str:
    return Path(f"/proc/{pid}/cmdline").read_text()


def test_an_archive_that_is_gone_is_named(tmp_path: Path) -> None:
    (found,) = open_archive(archive(tmp_path / "gone.zip"))
    assert isinstance(found, SourceProblem)
    assert found.problem.code == "archive_unreadable"
    assert "FileNotFoundError" in found.problem.what


def test_a_process_that_died_is_told() -> None:
    assert archive_problem(WorkerDied()).code == "worker_died"
