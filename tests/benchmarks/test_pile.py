from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.gold import digest, gold_file
from benchmarks.pile import WORDS, articles, cut, page_of, write_text


def test_texts_are_joined_and_cut_at_a_paragraph() -> None:
    short = "\n".join(["one two three"] * 100)
    first, second = list(cut([short] * 5))[:2]
    assert len(first.split()) == WORDS
    assert set(first.split("\n\n")) == set(second.split("\n\n")) == {"one two three"}


def test_without_gold_the_example_story_serves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEADWATER_GOLD", str(tmp_path))
    texts = articles(3)
    assert len(texts) == 3
    assert all(WORDS <= len(t.split()) < WORDS + 300 for t in texts)
    assert "<p" not in "".join(texts)


def test_a_page_holds_every_paragraph_escaped() -> None:
    page = page_of("A & B said so.\n\n<No> was the answer.")
    assert "<p>A &amp; B said so.</p><p>&lt;No&gt; was the answer.</p>" in page


def test_a_pile_is_json_lines(tmp_path: Path) -> None:
    write_text(["one\u2028two", "three"], tmp_path / "pile.jsonl")
    lines = (tmp_path / "pile.jsonl").read_bytes().split(b"\n")
    assert [json.loads(line)["text"] for line in lines if line] == ["one\u2028two", "three"]


def test_absent_gold_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HEADWATER_GOLD", str(tmp_path))
    assert gold_file("voices", "none.jsonl.gz") is None
    assert "Skipped" in capsys.readouterr().out


def test_a_digest_depends_on_content_and_order(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("1", encoding="utf-8")
    two.write_text("2", encoding="utf-8")
    before = digest([one, two])
    assert before != digest([two, one])
    one.write_text("3", encoding="utf-8")
    assert digest([one, two]) != before
