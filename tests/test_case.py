from __future__ import annotations

import io
import json
import random
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import headwater as hw
from headwater import case as case_module
from headwater.pipeline import VERSIONS


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "pile"
    folder.mkdir()
    for n in range(4):
        (folder / f"{n}.txt").write_text(f"The mayor of Lowhaven said on Tuesday that {n + 2} were hurt.\n")
    rows = [
        {"id": str(n), "text": f"Police said {n} cars burned.", "published": f"2024-12-1{n}"}
        for n in range(4)
    ]
    (folder / "lines.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows) + "{\n")
    (folder / "empty.txt").touch()
    return folder


def export(path: Path, out: Path) -> dict[str, bytes]:
    with hw.open(path, readonly=True) as case:
        case.export(out)
    return {p.name: p.read_bytes() for p in sorted(out.iterdir())}


def test_reading_again_changes_nothing(pile: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    with hw.open(path) as case:
        first = case.read(pile)
    before = export(path, tmp_path / "one")
    with hw.open(path) as case:
        second = case.read([pile])
    assert (first.new, first.unchanged) == (8, 0)
    assert (second.new, second.changed, second.again, second.unchanged) == (0, 0, 0, 8)
    assert export(path, tmp_path / "two") == before


def test_workers_and_order_change_no_byte(pile: Path, tmp_path: Path) -> None:
    names = sorted(pile.iterdir())
    with hw.open(tmp_path / "a.case") as case:
        case.read(names)
    random.Random(7).shuffle(names)
    with hw.open(tmp_path / "b.case") as case:
        case.read(names, workers=2)
    assert export(tmp_path / "a.case", tmp_path / "one") == export(tmp_path / "b.case", tmp_path / "two")


def test_a_changed_file_becomes_a_version(pile: Path, tmp_path: Path) -> None:
    with hw.open(tmp_path / "a.case") as case:
        case.read(pile)
        (pile / "0.txt").write_text("The mayor of Lowhaven said on Wednesday that nobody was hurt.\n")
        report = case.read(pile)
        assert (report.changed, report.unchanged) == (1, 7)
        assert len(case.documents()) == 8


@pytest.mark.parametrize("named", [["a.jsonl", "b.jsonl"], ["b.jsonl", "a.jsonl"]])
def test_files_that_share_ids_lose_no_document(tmp_path: Path, named: list[str]) -> None:
    for name in named:
        (tmp_path / name).write_text(
            json.dumps({"id": "1", "text": f"Police said that {name} burned."}) + "\n"
        )
    with hw.open(tmp_path / "a.case") as case:
        assert case.read([tmp_path / name for name in named]).counts()["unchanged"] == 0
        assert len(case.documents()) == 2
        assert case.read([tmp_path / name for name in named]).unchanged == 2


def test_a_better_station_reads_again(pile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with hw.open(tmp_path / "a.case") as case:
        case.read(pile)
        monkeypatch.setattr(case_module, "VERSIONS", {**VERSIONS, "voices": "next"})
        assert case.read(pile).again == 8
        assert case.read(pile).unchanged == 8


def test_facts_that_a_person_gives_read_again(pile: Path, tmp_path: Path) -> None:
    with hw.open(tmp_path / "a.case") as case:
        case.read(pile)
        report = case.read(pile / "0.txt", given=hw.Given(outlet="The Post"))
        assert [row["outlet"] for row in case.documents()].count("The Post") == report.again + report.new


def test_problems_tell_where_what_and_what_to_do(pile: Path, tmp_path: Path) -> None:
    with hw.open(tmp_path / "a.case") as case:
        report = case.read([pile, tmp_path / "gone.html"])
        codes = {Path(name).name: problem.code for name, problem in report.problems if problem.span is None}
        assert codes["empty.txt"] == "source_empty"
        assert codes["lines.jsonl:5"] == "line_unreadable"
        assert codes["gone.html"] == "source_missing"
        assert report.missing == 1
        stored = [row for row in case.problems() if row["document"] is None]
        assert {row["code"] for row in stored} == {"source_empty", "line_unreadable", "source_missing"}
        assert all(row["todo"] for row in stored)


def test_a_problem_that_was_mended_goes(pile: Path, tmp_path: Path) -> None:
    with hw.open(tmp_path / "a.case") as case:
        case.read(pile)
        (pile / "empty.txt").write_text("Police said that nobody was hurt.")
        (pile / "lines.jsonl").write_text('{"id": "1", "text": "Police said so."}\n')
        case.read(pile)
        assert case.source_problems() == []


def test_a_line_of_standard_input_that_was_mended_goes(tmp_path: Path) -> None:
    with hw.open(tmp_path / "a.case") as case:
        case.read("-", stdin=io.BytesIO(b'{"id": "1"}\n{"id": "2", "text": "Police said so."}\n'))
        assert len(case.source_problems()) == 1
        case.read("-", stdin=io.BytesIO(b'{"id": "2", "text": "Police said so."}\n'))
        assert case.source_problems() == []


def test_progress_tells_of_every_source(pile: Path, tmp_path: Path) -> None:
    told: list[tuple[str, int]] = []
    with hw.open(tmp_path / "a.case") as case:
        case.read(pile, progress=lambda name, report: told.append((Path(name).name, report.new)))
    assert len(told) == 10
    assert max(n for _, n in told) == 8


def test_rows_and_tables_are_those_of_the_export(pile: Path, tmp_path: Path) -> None:
    with hw.open(tmp_path / "a.case") as case:
        case.read(pile)
        assert list(case.table("documents")["id"]) == [row["id"] for row in case.documents()]
        assert case.table("events").empty
        assert case.rows("attributions") == case.attributions()
        assert sum(len(r.attributions) for r in case.readings()) == len(case.attributions())


@pytest.mark.parametrize(
    ("use", "said"),
    [
        (lambda case: case.rows("sports"), "no table 'sports'.*documents"),
        (lambda case: case.export("out", format="xml"), "no format 'xml'.*jsonl, csv"),
        (lambda case: case.read([]), "No source is named"),
    ],
)
def test_misuse_says_what_there_is(use: Callable[[hw.Case], object], said: str, tmp_path: Path) -> None:
    with hw.open(tmp_path / "a.case") as case, pytest.raises(hw.InputError, match=said):
        use(case)


def test_tables_without_pandas_name_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with hw.open(tmp_path / "a.case") as case, pytest.raises(hw.InputError, match=r"headwater\[tables\]"):
        case.table("documents")


def test_a_notebook_shows_titles_as_text(tmp_path: Path) -> None:
    row = {"id": "1", "text": "Police said so.", "title": "<script>alert(1)</script>"}
    (tmp_path / "a.jsonl").write_text(json.dumps(row))
    with hw.open(tmp_path / "a.case") as case:
        case.read(tmp_path / "a.jsonl")
        shown = case._repr_html_()
    assert "&lt;script&gt;" in shown
    assert "<script>" not in shown
    assert "1 document<" in shown


def test_a_case_that_is_missing_is_not_made_unless_asked(tmp_path: Path) -> None:
    with pytest.raises(hw.CasefileError, match="no casefile"):
        hw.open(tmp_path / "a.case", create=False)
    assert list(tmp_path.iterdir()) == []
