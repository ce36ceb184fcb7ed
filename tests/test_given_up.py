"""What took too long or too much memory is remembered: the same bytes are not tried again for nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

import headwater as hw
from benchmarks.kinds import page, rss, zip_of
from headwater import case as case_module
from headwater import work
from headwater.casefile import Casefile
from headwater.cli import app
from headwater.pipeline import VERSIONS
from headwater.pool import Apart, Limits, WorkerDied
from headwater.work import MEMORY
from hostile import spinning_zip

AT_ONCE = Limits(0.001, MEMORY)
"""Less than any page takes."""

TEXT = "Police said on Tuesday that the bridge at Lowhaven had been closed."
OTHER = page(title="Bridge open again at Lowhaven")
Read = Callable[..., hw.ReadReport]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_bytes(page())
    return path


@pytest.fixture
def case(tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch) -> hw.Case:
    """A case in which ``source`` was given up, in days when no page was read."""
    with monkeypatch.context() as patch, hw.open(tmp_path / "a.case") as case:
        patch.setattr(work, "PAGE", AT_ONCE)
        assert codes(case.read(source)) == ["extraction_too_long"]
    return hw.open(tmp_path / "a.case")


def codes(report: hw.ReadReport) -> list[str]:
    return [p.code for _, p in report.problems if p.code.startswith(("extraction_too", "worker"))]


def export(case: hw.Case, out: Path) -> dict[str, bytes]:
    case.export(out)
    return {path.name: path.read_bytes() for path in sorted(out.iterdir())}


def test_the_same_bytes_are_not_tried_again(case: hw.Case, source: Path, tmp_path: Path) -> None:
    with case:
        before = export(case, tmp_path / "one")
        report = case.read(source, workers=2)
        assert (report.new, codes(report)) == (0, ["extraction_too_long"])
        assert "--retry" in report.problems[0][1].todo
        assert [(name, p.code) for name, p in case.source_problems()] == [
            (source.as_posix(), "extraction_too_long")
        ]
        assert export(case, tmp_path / "two") == before


def test_they_are_tried_again_where_that_is_asked_for(case: hw.Case, source: Path) -> None:
    with case:
        assert case.read(source, retry=True).new == 1
        assert case.source_problems() == []
        report = case.read(source)
        assert (report.unchanged, codes(report)) == (1, [])


def test_on_the_command_line(case: hw.Case, source: Path) -> None:
    command = ["read", str(source), "--case", str(case.path), "--workers", "1"]
    case.close()
    said = CliRunner().invoke(app, command)
    assert "0 new" in said.output
    assert "--retry" in said.output
    assert "1 new" in CliRunner().invoke(app, [*command, "--retry"]).output


def test_a_newer_intake_tries_again(case: hw.Case, source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with case:
        monkeypatch.setattr(case_module, "VERSIONS", {**VERSIONS, "voices": "next"})
        assert case.read(source).new == 0
        monkeypatch.setattr(case_module, "VERSIONS", {**VERSIONS, "intake": "next"})
        assert case.read(source).new == 1


def test_other_bytes_are_tried_and_the_first_are_still_known(case: hw.Case, source: Path) -> None:
    with case:
        source.write_bytes(OTHER)
        assert case.read(source).new == 1
        source.write_bytes(page())
        assert codes(case.read(source)) == ["extraction_too_long"]


def test_facts_that_are_given_make_no_page_shorter(case: hw.Case, source: Path) -> None:
    with case:
        assert case.read(source, given=hw.Given(outlet="The Post")).new == 0


def test_what_is_given_up_again_stays_so(
    case: hw.Case, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with case:
        with monkeypatch.context() as patch:
            patch.setattr(work, "PAGE", AT_ONCE)
            assert codes(case.read(source, retry=True)) == ["extraction_too_long"]
        assert codes(case.read(source)) == ["extraction_too_long"]


def test_a_process_that_died_is_no_reason(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with hw.open(tmp_path / "b.case") as case:
        with monkeypatch.context() as patch:
            patch.setattr(Apart, "ask", lambda *_: WorkerDied())
            assert codes(case.read(source)) == ["worker_died"]
        assert case.read(source).new == 1


def test_a_file_of_many_articles_is_remembered_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "f.rss"
    path.write_bytes(rss())
    with hw.open(tmp_path / "b.case") as case:
        with monkeypatch.context() as patch:
            patch.setattr(work, "VOLUME", AT_ONCE)
            assert codes(case.read(path)) == ["extraction_too_long"]
        assert codes(case.read(path)) == ["extraction_too_long"]
        assert case.read(path, retry=True).new == 2


def test_an_archive_gives_again_what_came_out_of_it_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "p.zip"
    spinning_zip(path, {"one.txt": TEXT, "empty.txt": ""}, {"two.txt": TEXT})
    with hw.open(tmp_path / "b.case") as case:
        with monkeypatch.context() as patch:
            patch.setattr(work, "ARCHIVE", Limits(0.5, MEMORY))
            assert case.read(path).new == 1
        before = export(case, tmp_path / "one")
        report = case.read(path)
        assert (report.new, report.unchanged, codes(report)) == (0, 1, ["extraction_too_long"])
        assert export(case, tmp_path / "two") == before
        path.write_bytes(zip_of({"one.txt": TEXT.encode(), "two.txt": TEXT.encode()}))
        report = case.read(path)
        assert (report.new, report.unchanged, codes(report)) == (1, 1, [])


def test_an_archive_that_is_read_to_its_end_is_given_up_no_longer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "p.zip"
    path.write_bytes(zip_of({"one.txt": TEXT.encode()}))
    with hw.open(tmp_path / "b.case") as case:
        with monkeypatch.context() as patch:
            patch.setattr(work, "ARCHIVE", AT_ONCE)
            assert (case.read(path).new, case.read(path).new) == (0, 0)
        assert (case.read(path).new, case.read(path, retry=True).new) == (0, 1)
        report = case.read(path)
        assert (report.unchanged, codes(report)) == (1, [])
    with Casefile(tmp_path / "b.case", readonly=True) as casefile:
        assert casefile.given_up() == []
