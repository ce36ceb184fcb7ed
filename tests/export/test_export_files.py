from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.casefile import Casefile
from headwater.export import KINDS, write_csv, write_jsonl
from headwater.export.csv import COLUMNS, cell
from headwater.records import InputError, Problem, document_id
from readings import TEXT, VERSIONS, document, reading, source
from strategies import texts

CONTRACT = "documents attributions events stories copies claims disagreements judgements problems".split()
ID = document_id("lowhaven.txt", TEXT)


@pytest.fixture
def casefile(tmp_path: Path) -> Iterator[Casefile]:
    with Casefile(tmp_path / "a.case") as casefile:
        run = casefile.start_run("0", VERSIONS)
        casefile.store(run, source(), [reading()])
        casefile.store(run, source("b", b"b"), [reading(document(TEXT + "\u2028\ud83d 'end'", "b"))])
        casefile.store_problems(
            run, "gone.html", [Problem("source_missing", "there is no such file", "look")]
        )
        yield casefile


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_bytes().split(b"\n") if line]


def test_every_file_of_the_contract_is_there(casefile: Casefile, tmp_path: Path) -> None:
    write_jsonl(casefile, tmp_path / "out")
    names = {p.name for p in (tmp_path / "out").iterdir()}
    assert names == {f"{kind}.jsonl" for kind in KINDS}
    assert names >= {f"{kind}.jsonl" for kind in CONTRACT}


def test_rows_are_sorted_by_ids_that_are_unique(casefile: Casefile, tmp_path: Path) -> None:
    write_jsonl(casefile, tmp_path / "out")
    for kind in KINDS:
        ids = [row["id"] for row in lines(tmp_path / "out" / f"{kind}.jsonl")]
        assert ids == sorted(set(ids)), kind


def test_a_document_has_the_contracts_fields(casefile: Casefile, tmp_path: Path) -> None:
    write_jsonl(casefile, tmp_path / "out")
    row = next(r for r in lines(tmp_path / "out" / "documents.jsonl") if r["id"] == ID)
    assert {"id", "source", "outlet", "title", "published", "url", "text", "sha256"} <= set(row)
    assert (row["source"], row["text"]) == ("lowhaven.txt", TEXT)
    assert not {"first_read", "last_read", "replaces", "run"} & set(row)


def test_an_attribution_names_its_document_entities_and_words(casefile: Casefile, tmp_path: Path) -> None:
    write_jsonl(casefile, tmp_path / "out")
    rows = {row["id"]: row for row in lines(tmp_path / "out" / "attributions.jsonl")}
    row = rows[f"{ID}-a2"]
    assert (row["document"], row["parent"]) == (ID, f"{ID}-a1")
    assert row["speakers"] == [f"{ID}-e1"] == [row["chain"][-1]["entity"]]
    said = {"content": ["=We", "looked"], "cue": ["told"], "source": ["she"]}
    assert row["quotes"] == said | {"basis": [], "occasion": []}
    assert [TEXT[a:b] for a, b in row["content"]] == row["quotes"]["content"]


def test_a_text_that_utf8_cannot_hold_comes_back(casefile: Casefile, tmp_path: Path) -> None:
    write_jsonl(casefile, tmp_path / "out")
    assert any(
        row["text"].endswith("\u2028\ud83d 'end'") for row in lines(tmp_path / "out" / "documents.jsonl")
    )


def test_problems_of_sources_stand_beside_those_of_documents(casefile: Casefile, tmp_path: Path) -> None:
    write_jsonl(casefile, tmp_path / "out")
    rows = lines(tmp_path / "out" / "problems.jsonl")
    assert [row["source"] for row in rows if row["document"] is None] == ["gone.html"]
    assert len(rows) == 5


def test_an_earlier_export_is_replaced(casefile: Casefile, tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_csv(casefile, out)
    write_jsonl(casefile, out)
    before = (out / "documents.jsonl").read_bytes()
    (out / "documents.jsonl").write_text("stale")
    write_jsonl(casefile, out)
    assert (out / "documents.jsonl").read_bytes() == before


def test_a_folder_that_holds_other_things_is_left_alone(casefile: Casefile, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(InputError, match=r"notes.txt|a.case"):
        write_jsonl(casefile, tmp_path)
    assert sorted(tmp_path.iterdir()) == before


def test_a_file_is_no_folder(casefile: Casefile, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a file"):
        write_jsonl(casefile, casefile.path)
    (tmp_path / "plain").write_text("x")
    with pytest.raises(InputError, match="cannot be written"):
        write_jsonl(casefile, tmp_path / "plain" / "out")


def test_an_export_that_breaks_off_leaves_the_earlier_one(
    casefile: Casefile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    write_jsonl(casefile, out)
    before = {p.name: p.read_bytes() for p in out.iterdir()}

    def broken(_: Casefile) -> Iterator[tuple[str, dict[str, Any]]]:
        yield "documents", {"id": "half"}
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("headwater.export.jsonl.every_row", broken)
    with pytest.raises(InputError, match="No space left"):
        write_jsonl(casefile, out)
    assert {p.name: p.read_bytes() for p in out.iterdir()} == before


def table(path: Path) -> list[dict[str, str]]:
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_csv_has_a_file_and_head_for_every_kind(casefile: Casefile, tmp_path: Path) -> None:
    write_csv(casefile, tmp_path / "out")
    for kind in KINDS:
        data = (tmp_path / "out" / f"{kind}.csv").read_bytes()
        assert data.startswith(b"\xef\xbb\xbf"), "Excel needs the mark"
        assert data.decode("utf-8-sig").split("\r\n")[0] == ",".join(COLUMNS[kind])


def test_csv_has_every_field_of_the_rows(casefile: Casefile, tmp_path: Path) -> None:
    write_jsonl(casefile, tmp_path / "out")
    for kind in KINDS:
        named = {name for row in lines(tmp_path / "out" / f"{kind}.jsonl") for name in row}
        assert named - {"quotes"} <= set(COLUMNS[kind]), kind


def test_csv_tells_a_statement_in_words(casefile: Casefile, tmp_path: Path) -> None:
    write_csv(casefile, tmp_path / "out")
    row = next(r for r in table(tmp_path / "out" / "attributions.csv") if r["id"] == f"{ID}-a2")
    assert row["voices"] == "The Post <- the mayor of Lowhaven"
    assert row["content_words"] == "'=We … looked"
    assert row["speakers"] == f"{ID}-e1"


@pytest.mark.parametrize("start", list("=+-@\t\r"))
def test_a_cell_that_would_run_is_defused(start: str) -> None:
    assert cell(f"{start}cmd") == f"'{start}cmd"


def test_numbers_of_our_own_are_left_as_they_are() -> None:
    assert [cell(-3), cell(-0.5), cell(None), cell(True), cell(["a", "b"])] == [-3, -0.5, "", "true", "a; b"]


@given(st.none() | texts | st.lists(texts) | st.dictionaries(texts, texts))
def test_no_cell_of_text_begins_like_a_formula(value: object) -> None:
    assert not str(cell(value)).startswith(("=", "+", "-", "@", "\t", "\r"))
