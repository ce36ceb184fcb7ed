from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from benchmarks.measures import Counts, Triple, total
from benchmarks.polnear import Article, article_or_error, gold_triples, line, main, table
from headwater.pool import WorkerDied
from headwater.records import Span

TEXT = "The mayor said the pier was shut. Nobody was hurt."
ROW = {
    "id": "one",
    "outlet": "The Example Post",
    "published": "2024-12-17",
    "title": "Pier",
    "author": "A. Example",
    "text": TEXT,
    "attributions": [{"source": [[0, 9]], "cue": [[10, 14]], "content": [[15, 32]]}],
}


@pytest.fixture
def gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HEADWATER_GOLD", str(tmp_path))
    (tmp_path / "voices").mkdir()
    with gzip.open(tmp_path / "voices" / "polnear-dev.jsonl.gz", "wt", encoding="utf-8") as out:
        out.writelines(json.dumps({**ROW, "id": f"a{n}"}) + "\n" for n in range(3))
    return tmp_path


def test_a_missing_role_is_empty_and_spans_stand_in_order() -> None:
    (triple,) = gold_triples({"attributions": [{"cue": [[1, 2]], "content": [[9, 12], [3, 4]]}]})
    assert triple == Triple((), (Span(1, 2),), (Span(3, 4), Span(9, 12)))


def test_the_table_pools_roles_over_articles() -> None:
    (right,) = gold_triples(ROW)
    wrong = Triple((), (Span(40, 43),), (Span(44, 48),))
    rows = table([Article("a", TEXT, (right, wrong), (right,)), Article("b", TEXT, (), (right,))])
    assert total(rows["strict all"]) == Counts(3, 5, 3, 6)
    assert total(rows["strict source"]) == Counts(1, 1, 1, 2)
    assert total(rows["relation"]) == Counts(1, 2, 1, 2)
    assert "[" in line("strict all", rows["strict all"])
    assert "[" not in line("strict cue", rows["strict cue"])


def test_a_dead_process_is_no_lower_score() -> None:
    with pytest.raises(RuntimeError, match="the process that read one ended"):
        article_or_error(ROW, WorkerDied())


def test_a_split_is_read_and_scored(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--limit", "2", "--errors", str(gold / "errors.txt")]) == 0
    printed = capsys.readouterr().out
    assert "PolNeAR dev: 2 articles" in printed
    assert [row.split()[:2] for row in printed.splitlines() if row.startswith("strict")] == [
        ["strict", "source"],
        ["strict", "cue"],
        ["strict", "content"],
        ["strict", "all"],
        ["strict", "all,"],
    ]
    assert (gold / "errors.txt").exists()


def test_without_gold_nothing_is_scored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HEADWATER_GOLD", str(tmp_path))
    assert main([]) == 0
    assert "Skipped" in capsys.readouterr().out
