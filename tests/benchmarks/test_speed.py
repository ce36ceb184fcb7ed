from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.speed import main


def test_every_figure_is_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HEADWATER_GOLD", str(tmp_path))
    assert main(["--articles", "2"]) == 0
    printed = capsys.readouterr().out
    rows = dict(re.findall(r"^(.{29}) +([\d.]+) ", printed, re.MULTILINE))
    assert {name.strip() for name in rows} == {
        "read pile.jsonl",
        "read pages",
        "memory of a worker",
        "intake of a page",
        "reading",
        "parts",
        "voices",
        "all stations",
        "trafilatura alone",
        "cold start of annotate",
    }
    assert all(float(value) > 0 for value in rows.values())
