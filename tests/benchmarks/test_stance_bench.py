from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.own.articles import STREAM
from benchmarks.stance import chosen, main, set_of
from opinion_pages import COLUMN, REPORT

LONG = "word " * 100


def row(name: str, url: str, text: str = LONG, title: str = "Bridge") -> dict[str, Any]:
    stated = {"title": title, "outlet": "The Post", "author": "", "published": None}
    return {"id": name, "url": url, "text": text, **stated}


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://post.example/opinion/bridge", "opinion"),
        ("https://www.reuters.com/article/bridge", "wire"),
        ("https://post.example/news/bridge", "other news"),
        ("https://post.example/news/analysis/bridge", None),
        ("https://post.example/sports/bridge", None),
    ],
)
def test_sets_are_told_by_the_address(url: str, name: str | None) -> None:
    assert set_of(row("a", url)) == name


def test_teasers_and_titles_of_opinion_are_left_out() -> None:
    assert set_of(row("a", "https://post.example/opinion/bridge", "word")) is None
    assert set_of(row("a", "https://post.example/news/bridge", title="Opinion: Bridge")) is None


def test_the_choice_does_not_hang_on_the_order() -> None:
    rows = [row(str(n), "https://post.example/opinion/bridge") for n in range(9)]
    assert chosen(rows, 4) == chosen(rows[::-1], 4)
    assert len(chosen(rows, 4)["opinion"]) == 4


def test_the_table_counts_right_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path.joinpath(*STREAM)
    path.parent.mkdir(parents=True)
    rows = [
        row("1", "https://post.example/opinion/bridge", COLUMN),
        row("2", "https://www.reuters.com/article/bridge", REPORT + LONG),
        row("3", "https://post.example/news/bridge", COLUMN),
    ]
    path.write_bytes(gzip.compress("".join(json.dumps(r) + "\n" for r in rows).encode()))
    monkeypatch.setenv("HEADWATER_GOLD", str(tmp_path))
    assert main(["--misses"]) == 0
    out = capsys.readouterr().out
    lines = [line.split() for line in out.splitlines() if "text alone" in line]
    assert [line[-4:] for line in lines] == [
        ["1", "0", "0", "1"],
        ["1", "0", "0", "1"],
        ["0", "0", "1", "1"],
    ]
    assert "3 opinion" in out
