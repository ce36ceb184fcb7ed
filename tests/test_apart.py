from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import headwater as hw
import pool_jobs as jobs
from headwater import work
from headwater.intake import Source
from headwater.pool import Apart, Limits, TooLarge, TooLong, WorkerDied
from headwater.records import Reading

HERE = Path(__file__).resolve().parent
WIDE = Limits(30, 1_500_000_000)


@pytest.fixture(scope="module")
def apart() -> Iterator[Apart]:
    apart = Apart()
    yield apart
    apart.close()


def test_items_are_worked_on_by_one_process_that_is_not_this_one(apart: Apart) -> None:
    first, second = (apart.ask(jobs.who, "", WIDE) for _ in range(2))
    assert first == second != os.getpid()


def test_what_a_function_prints_or_raises_does_not_come_between(apart: Apart) -> None:
    assert apart.ask(jobs.print_it, 7, WIDE) == 7
    with pytest.raises(ValueError, match="three"):
        apart.ask(jobs.fail_at_three, 3, WIDE)
    assert apart.ask(jobs.double, 4, WIDE) == 8


def test_a_crash_costs_its_item_alone(apart: Apart) -> None:
    assert [apart.ask(jobs.crash_at_three, n, WIDE) for n in (2, 3, 4)] == [4, WorkerDied(), 8]


def test_what_is_left_of_other_items_costs_none(apart: Apart) -> None:
    apart.ask(jobs.hoard, 0, WIDE)
    assert apart.ask(jobs.crash_if_hoarded, 5, WIDE) == 5


def test_a_sleeper_is_ended_by_the_clock(apart: Apart) -> None:
    begin = time.monotonic()
    assert apart.ask(jobs.sleep_long, "", Limits(0.1, WIDE.memory)) == TooLong()
    assert time.monotonic() - begin < 10
    assert apart.ask(jobs.double, 4, WIDE) == 8


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no computing")
def test_computing_is_counted_for_each_item_anew(apart: Apart) -> None:
    one = Limits(1, WIDE.memory)
    assert [apart.ask(jobs.compute, 0.6, one) for _ in range(4)] == [0.6] * 4
    assert apart.ask(jobs.compute, 60, one) == TooLong()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not limit what a process holds")
def test_memory_is_limited(apart: Apart) -> None:
    assert apart.ask(jobs.fill, 100, WIDE) == 100
    assert apart.ask(jobs.fill, 2000, WIDE) == TooLarge()
    assert apart.ask(jobs.fill, 100, WIDE) == 100


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX's")
def test_it_ends_with_a_parent_that_was_killed_while_it_is_busy(tmp_path: Path) -> None:
    script = "import sys, pool_jobs; pool_jobs.one_sleeps_apart(sys.argv[1])"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(HERE), os.environ.get("PYTHONPATH", "")])}
    with subprocess.Popen([sys.executable, "-c", script, str(tmp_path)], env=env) as parent:
        end = time.monotonic() + 20
        while not (names := [path.name for path in tmp_path.iterdir()]) and time.monotonic() < end:
            time.sleep(0.05)
        parent.kill()
    while jobs.lives(int(names[0])) and time.monotonic() < end:
        time.sleep(0.05)
    assert not jobs.lives(int(names[0]))


def test_a_script_needs_no_guard(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(page("The mayor said that the bridge was safe."))
    script = tmp_path / "script.py"
    script.write_text(
        "import headwater as hw\nwith hw.open('a.case') as case:\n    print(case.read('page.html').new)\n"
    )
    (tmp_path / "lxml.py").write_text("raise SystemExit('a file beside the pages must not be loaded')\n")
    (tmp_path / "lib").mkdir()
    script = script.rename(tmp_path / "lib" / "script.py")
    command = [sys.executable, "-W", "error", str(script)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=tmp_path)
    assert (done.stdout, done.stderr) == ("1\n", "")


def page(*paragraphs: str) -> str:
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return f"<html><head><title>The bridge</title></head><body><article>{body}</article></body></html>"


TAGS = page(*(f"Item {n} of the list stands here." for n in range(100_000)))


def test_a_page_of_100000_paragraphs_does_not_hold_up_the_pile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "pile"
    folder.mkdir()
    for number in range(4):
        text = f"Mayor Ada Oke said on Tuesday that {number} boats were lost."
        (folder / f"page-{number}.html").write_text(page(text, text + " It was dark."))
    (folder / "page-1b.html").write_text(TAGS)
    monkeypatch.setattr(work, "PAGE", Limits(2, work.MEMORY))
    with hw.open(tmp_path / "a.case") as case:
        report = case.read(folder)
    lost = [(name, p.code) for name, p in report.problems if p.code.startswith("extraction_too")]
    assert lost == [((folder / "page-1b.html").as_posix(), "extraction_too_long")]
    assert report.new == 4


@pytest.mark.parametrize(
    ("lost", "code"),
    [
        (TooLong(), "extraction_too_long"),
        (TooLarge(), "extraction_too_large"),
        (WorkerDied(), "worker_died"),
    ],
)
def test_what_befell_a_source_is_told(monkeypatch: pytest.MonkeyPatch, lost: object, code: str) -> None:
    monkeypatch.setattr(Apart, "ask", lambda *_: lost)
    found = work.read_through(Source("a", "a.html", b"<p>Said</p>", "html"))
    assert found.failed
    assert [p.code for p in found.problems] == [code]


def test_plain_text_and_records_are_read_where_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Apart, "ask", lambda *_: WorkerDied())
    text = Source("a.txt", "a.txt", b"The mayor said so.", "text")
    (reading,) = work.read_through(text).readings
    assert isinstance(reading, Reading)
