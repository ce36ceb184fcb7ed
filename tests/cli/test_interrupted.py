from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

import headwater as hw

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")

DOCUMENTS = 30
NAMES = ["Ada", "Bo", "Cy", "Di", "Eli"]


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "pile"
    folder.mkdir()
    chance = random.Random(3)
    for n in range(DOCUMENTS):
        said = [
            f"Mayor {chance.choice(NAMES)} Oke said on Tuesday that {k + n} were hurt." for k in range(20)
        ]
        (folder / f"{n:02}.txt").write_text("\n\n".join(said))
    return folder


def start(pile: Path, case: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "headwater", "read", str(pile), "--case", str(case), "--workers", "2"]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True)


def wait_for(case: Path, documents: int, process: subprocess.Popen[str]) -> None:
    """Return once so many documents are stored, or the process has ended."""
    while process.poll() is None:
        if case.exists() and stored(case) >= documents:
            return
        time.sleep(0.005)


def stored(case: Path) -> int:
    connection = sqlite3.connect(f"file:{case}?mode=ro", uri=True)
    try:
        return int(connection.execute("SELECT count(*) FROM documents").fetchone()[0])
    except sqlite3.OperationalError:  # no table yet
        return 0
    finally:
        connection.close()


def export(case: Path, out: Path) -> dict[str, bytes]:
    with hw.open(case, readonly=True) as opened:
        opened.export(out)
    return {p.name: p.read_bytes() for p in out.iterdir()}


def test_killed_again_and_again_the_result_is_the_same(pile: Path, tmp_path: Path) -> None:
    with hw.open(tmp_path / "straight.case") as case:
        case.read(pile)
    killed, met = tmp_path / "killed.case", []
    for documents in (0, 1, DOCUMENTS // 2):
        with start(pile, killed) as process:
            wait_for(killed, documents, process)
            time.sleep(random.random() * 0.05)
            process.kill()
        met.append(stored(killed) if killed.exists() else 0)
    assert met == sorted(met), "what was stored stays"
    assert met[-1] >= DOCUMENTS // 2
    with hw.open(killed) as case:
        report = case.read(pile)
        assert report.new == DOCUMENTS - met[-1]
        assert report.unchanged == met[-1]
    assert export(killed, tmp_path / "one") == export(tmp_path / "straight.case", tmp_path / "two")


@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_ends_annotate_while_it_waits_for_a_line(workers: str) -> None:
    command = [sys.executable, "-m", "headwater", "annotate", "--workers", workers, "--stations", "reading"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write('{"id": "1", "text": "Police said so."}\n')
        process.stdin.flush()
        assert '"id": "1"' in process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
        assert process.stderr.read() == ""


def test_ctrl_c_leaves_a_good_casefile_and_says_how_to_go_on(pile: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.case"
    with start(pile, path) as process:
        wait_for(path, 1, process)
        process.send_signal(signal.SIGINT)
        assert process.stderr is not None
        said = process.stderr.read()
        assert process.wait(30) == 130
    assert "the same command goes on from there" in said
    assert "Traceback" not in said
    assert not Path(f"{path}-wal").exists()
    assert 1 <= stored(path) < DOCUMENTS
