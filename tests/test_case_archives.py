"""Files of many articles in a case: each article has its own versions, and nothing is read twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

import headwater as hw
from benchmarks.exports import FACTIVA, NEXIS, SENTENCES
from benchmarks.kinds import page, rss, samples, warc_record, zip_of
from headwater.casefile import Casefile
from headwater.cli import app
from headwater.intake import Columns

OTHER = b"Police said on Wednesday that the bridge at Lowhaven had been closed."


def export(path: Path, out: Path) -> dict[str, bytes]:
    with hw.open(path, readonly=True) as case:
        case.export(out)
    return {p.name: p.read_bytes() for p in sorted(out.iterdir())}


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "pile"
    folder.mkdir()
    for name, data in samples().items():
        (folder / name).write_bytes(data)
    return folder


def test_reading_again_changes_nothing(pile: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    with hw.open(path) as case:
        first = case.read(pile)
    before = export(path, tmp_path / "one")
    with hw.open(path) as case:
        second = case.read(pile)
        assert first.new + first.changed > 20
        assert (second.new, second.changed, second.again) == (0, 0, 0)
    assert export(path, tmp_path / "two") == before


def test_workers_and_order_change_no_byte(pile: Path, tmp_path: Path) -> None:
    names = sorted(pile.iterdir())
    with hw.open(tmp_path / "a.case") as case:
        case.read(names)
    with hw.open(tmp_path / "b.case") as case:
        case.read(names[::-1], workers=2)
    assert export(tmp_path / "a.case", tmp_path / "one") == export(tmp_path / "b.case", tmp_path / "two")


def test_a_changed_member_is_a_version_of_its_own(tmp_path: Path) -> None:
    archive = tmp_path / "p.zip"
    with hw.open(tmp_path / "a.case") as case:
        archive.write_bytes(zip_of({"a.txt": SENTENCES[0].encode(), "b.html": page()}))
        assert case.read(archive).new == 2
        archive.write_bytes(zip_of({"a.txt": OTHER, "b.html": page()}))
        report = case.read(archive)
        assert (report.changed, report.unchanged, report.new) == (1, 1, 0)
        assert OTHER.decode() in [row["text"] for row in case.documents()]
        assert len(case.documents()) == 2
    with Casefile(tmp_path / "a.case", readonly=True) as casefile:
        versions = {d.text: d for d in casefile.documents(every_version=True)}
        assert versions[OTHER.decode()].replaces == versions[SENTENCES[0]].id


@pytest.mark.parametrize(("name", "text"), [("n.txt", NEXIS), ("f.txt", FACTIVA), ("f.rss", rss().decode())])
def test_an_article_that_changed_in_a_file_of_many(name: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(text)
    with hw.open(tmp_path / "a.case") as case:
        assert case.read(path).new == 2
        path.write_text(text.replace("The ferry ran again", "The ferry stood still again"))
        report = case.read(path)
        assert (report.changed, report.unchanged, report.new) == (1, 1, 0)


def test_exports_that_overlap_hold_an_article_once(tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(FACTIVA)
    with hw.open(tmp_path / "a.case") as case:
        case.read([tmp_path / "one.txt", tmp_path / "two.txt"])
        assert len(case.documents()) == 2


def test_two_captures_of_a_page_are_both_kept(tmp_path: Path) -> None:
    records = [warc_record("https://post.example/a", page(title)) for title in ("First words", "Later words")]
    (tmp_path / "p.warc").write_bytes(b"".join(records))
    with hw.open(tmp_path / "a.case") as case:
        case.read(tmp_path / "p.warc")
        assert [row["url"] for row in case.documents()] == ["https://post.example/a"] * 2


def test_a_problem_of_a_member_goes_when_it_is_mended(tmp_path: Path) -> None:
    archive = tmp_path / "p.zip"
    with hw.open(tmp_path / "a.case") as case:
        archive.write_bytes(zip_of({"a.txt": b"", "b.txt": OTHER}))
        case.read(archive)
        assert [(name, p.code) for name, p in case.source_problems()] == [
            (f"{archive.as_posix()}:a.txt", "source_empty")
        ]
        archive.write_bytes(zip_of({"a.txt": SENTENCES[0].encode(), "b.txt": OTHER}))
        case.read(archive)
        assert case.source_problems() == []


def test_columns_of_a_table(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(f'Wording,Day\n"{SENTENCES[0]}",2024-12-17\n')
    with hw.open(tmp_path / "a.case") as case:
        assert case.read(tmp_path / "t.csv").problems[0][1].code == "table_unreadable"
        case.read(tmp_path / "t.csv", columns=Columns(text="Wording", published="Day"))
        assert [row["published"] for row in case.documents()] == ["2024-12-17"]
        assert case.source_problems() == []


def test_columns_on_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(f'Wording,Day\n"{SENTENCES[0]}",2024-12-17\n')
    named = ["read", str(tmp_path / "t.csv"), "--case", str(tmp_path / "a.case"), "--columns"]
    assert CliRunner().invoke(app, [*named, "text=Wording,published=Day"]).exit_code == 0
    with hw.open(tmp_path / "a.case") as case:
        assert len(case.documents()) == 1
