from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import fulldisk
from benchmarks.fulldisk import CANNOT_RUN, CannotMountError, Outcome


def test_a_pile_needs_more_room_than_there_is_and_is_the_same_again(tmp_path: Path) -> None:
    one, two = (fulldisk.make_pile(tmp_path / name, 3) for name in "ab")
    files = sorted(p.relative_to(one) for p in one.rglob("*") if p.is_file())
    assert [p.name for p in files if p.name.startswith(("saved", "reports"))] == [
        "reports.jsonl",
        "saved-000.html",
    ]
    assert all((one / p).read_bytes() == (two / p).read_bytes() for p in files)
    lines = (one / "reports.jsonl").read_text(encoding="utf-8").splitlines()
    assert sum(len(json.loads(line)["picture"]) * 3 // 4 for line in lines) == 2 * fulldisk.PICTURE


def test_where_nothing_can_be_mounted_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    with pytest.raises(CannotMountError):
        fulldisk.mount(tmp_path, "size=1")
    assert fulldisk.main(["--megabytes", "1"]) == CANNOT_RUN
    assert capsys.readouterr().err.startswith("not run: ")


@pytest.mark.parametrize(
    ("status", "said", "clear"),
    [
        (2, "headwater: a.case: the disk is full. Make room, then ...", True),
        (0, "headwater: a.case: the disk is full. Make room, then ...", False),
        (2, "headwater: it cannot be opened.", False),
        (2, "Traceback\n[Errno 28] No space left on device", False),
    ],
)
def test_what_counts_as_a_clear_message(status: int, said: str, clear: bool) -> None:
    outcome = Outcome()
    outcome.told("read", (status, said))
    assert bool(outcome.failures) != clear
    assert outcome.lines[0].startswith("ok " if clear else "NOT OK ")
