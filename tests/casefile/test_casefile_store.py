from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from headwater.casefile import Casefile
from headwater.records import CasefileError, Problem, Reading
from readings import TEXT, VERSIONS, any_readings, document, reading, source


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "story.case"


def kept(path: Path) -> list[Reading]:
    with Casefile(path, readonly=True) as casefile:
        return list(casefile.readings())


def query(path: Path, sql: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def change(path: Path, sql: str) -> None:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(sql)
    connection.close()


@pytest.fixture
def stored(path: Path) -> Path:
    with Casefile(path) as casefile:
        casefile.store(casefile.start_run("0", VERSIONS), source(), [reading()])
    return path


def test_a_reading_comes_back_as_it_was(stored: Path) -> None:
    assert kept(stored) == [reading()]


@settings(max_examples=40)
@given(one=any_readings())
def test_any_reading_comes_back_as_it_was(one: Reading, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("case") / "any.case"
    with Casefile(path) as casefile:
        casefile.store(casefile.start_run("0", VERSIONS), source(), [one])
        assert list(casefile.readings()) == [one]
        casefile.store(casefile.start_run("0", VERSIONS), source(), [one])
    change(path, "INSERT INTO documents_fts (documents_fts) VALUES ('integrity-check')")


def test_a_closed_casefile_is_one_file_also_after_it_was_read(stored: Path) -> None:
    kept(stored)
    assert [p.name for p in stored.parent.iterdir()] == [stored.name]


def test_it_reads_well_as_it_is(stored: Path) -> None:
    rows = query(stored, "SELECT voices, cue, content FROM statements ORDER BY attribution")
    assert rows[0] == ("The Post <- the mayor of Lowhaven", "said", "that 8 were hurt")
    assert rows[1][2] == "=We … looked"


@pytest.mark.parametrize(("words", "found"), [("mayor", 1), ("lighthouse", 0)])
def test_texts_are_searched(stored: Path, words: str, found: int) -> None:
    assert len(query(stored, f"SELECT rowid FROM documents_fts WHERE documents_fts MATCH '{words}'")) == found  # noqa: S608


def test_the_search_index_follows_a_text_that_is_read_again(stored: Path) -> None:
    with Casefile(stored) as casefile:
        casefile.store(casefile.start_run("0", VERSIONS), source(), [reading(document(title="Lighthouse"))])
    assert len(query(stored, "SELECT rowid FROM documents_fts WHERE documents_fts MATCH 'lighthouse'")) == 1
    change(stored, "INSERT INTO documents_fts (documents_fts) VALUES ('integrity-check')")


def test_the_bytes_of_a_source_are_kept(path: Path) -> None:
    one = source(data=b"\x00\xff page")
    with Casefile(path) as casefile:
        casefile.store(casefile.start_run("0", VERSIONS), one, [reading()])
        assert casefile.original(one.sha256) == b"\x00\xff page"
        with pytest.raises(CasefileError, match="holds no source"):
            casefile.original("0")


def test_a_source_is_up_to_date_until_its_bytes_versions_or_facts_change(stored: Path) -> None:
    with Casefile(stored) as casefile:
        run = casefile.start_run("0", VERSIONS)
        assert casefile.met_unchanged(run, source()) == 1
        assert casefile.met_unchanged(run, source(data=b"other")) == 0
        assert casefile.met_unchanged(run, source(versions={**VERSIONS, "voices": "2"})) == 0
        assert casefile.met_unchanged(run, source(given={"outlet": "Gazette"})) == 0


def test_a_changed_page_becomes_a_version_that_points_to_the_one_before(stored: Path) -> None:
    changed = reading(document(TEXT + " Corrected."))
    with Casefile(stored) as casefile:
        run = casefile.start_run("0", VERSIONS)
        assert casefile.store(run, source(data=b"changed"), [changed]) == ["changed"]
        assert [d.id for d in casefile.documents()] == [changed.document.id]
        assert casefile.documents()[0].replaces == reading().document.id
        assert len(casefile.documents(every_version=True)) == 2


def test_a_page_that_goes_back_is_current_again(stored: Path) -> None:
    with Casefile(stored) as casefile:
        changed = reading(document(TEXT + " Corrected."))
        casefile.store(casefile.start_run("0", VERSIONS), source(data=b"changed"), [changed])
        assert casefile.met_unchanged(casefile.start_run("0", VERSIONS), source()) == 1
        assert [d.id for d in casefile.documents()] == [reading().document.id]


@pytest.mark.parametrize("turned", [False, True])
def test_two_captures_of_a_page_in_one_run_are_both_current(path: Path, turned: bool) -> None:
    pair = [(source("a"), reading()), (source("b", b"b"), reading(document(TEXT + " Corrected.")))]
    with Casefile(path) as casefile:
        run = casefile.start_run("0", VERSIONS)
        for one, found in reversed(pair) if turned else pair:
            casefile.store(run, one, [found])
        assert len(casefile.documents()) == 2


@pytest.mark.parametrize("turned", [False, True])
def test_of_two_captures_of_one_text_the_same_is_kept_whatever_the_order(path: Path, turned: bool) -> None:
    pair = [(source("a"), reading(document(sha256="a"))), (source("b", b"b"), reading(document(sha256="b")))]
    with Casefile(path) as casefile:
        run = casefile.start_run("0", VERSIONS)
        for one, found in reversed(pair) if turned else pair:
            casefile.store(run, one, [found])
    assert [r.document.sha256 for r in kept(path)] == ["a"]


def test_reading_again_replaces_the_records(stored: Path) -> None:
    poorer = replace(reading(), attributions=(), problems=())
    with Casefile(stored) as casefile:
        assert casefile.store(casefile.start_run("0", VERSIONS), source(), [poorer]) == ["again"]
    assert kept(stored) == [poorer]


def test_documents_come_by_publication_and_id(path: Path) -> None:
    days = ["2024-12-18", None, "2024-12-17"]
    with Casefile(path) as casefile:
        run = casefile.start_run("0", VERSIONS)
        for n, day in enumerate(days):
            casefile.store(run, source(str(n)), [reading(document(key=str(n), published=day))])
        assert [d.published for d in casefile.documents()] == [None, "2024-12-17", "2024-12-18"]
        assert [r.document.published for r in casefile.readings()] == [None, "2024-12-17", "2024-12-18"]


def test_problems_of_a_source_go_when_it_is_read(path: Path) -> None:
    with Casefile(path) as casefile:
        run = casefile.start_run("0", VERSIONS)
        casefile.store_problems(
            run, "lowhaven.txt", [Problem("empty", "the file is empty"), Problem("b", "b")]
        )
        assert [p.code for _, p in casefile.source_problems()] == ["b", "empty"]
        casefile.store(casefile.start_run("0", VERSIONS), source(), [reading()])
        assert casefile.source_problems() == []


def test_problems_that_a_later_run_no_longer_meets_go_with_its_end(path: Path) -> None:
    with Casefile(path) as casefile:
        first = casefile.start_run("0", VERSIONS)
        for name in ("pile/a.txt", "pile.jsonl:3", "elsewhere.txt"):
            casefile.store_problems(first, name, [Problem("odd", "odd")])
        second = casefile.start_run("0", VERSIONS)
        casefile.end_run(second, {}, ["pile", "pile.jsonl"])
        assert [name for name, _ in casefile.source_problems()] == ["elsewhere.txt"]


def test_a_quote_that_no_longer_stands_in_the_text_is_found(stored: Path) -> None:
    change(stored, "UPDATE attribution_spans SET quote = 'denied' WHERE quote = 'said'")
    with pytest.raises(CasefileError, match="do not fit document"):
        kept(stored)


def test_a_record_that_is_no_record_is_found(stored: Path) -> None:
    change(stored, "UPDATE attributions SET polarity = 'shouts'")
    with pytest.raises(CasefileError, match="polarity"):
        kept(stored)


def test_the_run_log_tells_what_was_done(path: Path) -> None:
    with Casefile(path) as casefile:
        run = casefile.start_run("0.1", VERSIONS)
        assert query(path, "SELECT ended FROM runs") == [(None,)]
        casefile.end_run(run, {"new": 3}, [])
    assert query(path, "SELECT headwater, counts FROM runs") == [("0.1", '{"new": 3}')]
