from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from headwater.pool import Pool, WorkerDied
from pool_jobs import die_at_three, double, fail_at_three, who

HERE = Path(__file__).resolve().parent


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with Pool(2) as pool:
        yield pool


def test_a_stream_keeps_the_order(pool: Pool) -> None:
    assert list(pool.stream(double, range(8))) == [(n, 2 * n) for n in range(8)]


def test_a_map_gives_every_result(pool: Pool) -> None:
    assert sorted(pool.map(double, range(8))) == [(n, 2 * n) for n in range(8)]


@pytest.mark.parametrize("way", [Pool.map, Pool.stream])
def test_one_worker_works_here(way: Callable[..., Iterator[tuple[str, int]]]) -> None:
    with Pool(1) as pool:
        assert list(way(pool, lambda text: os.getpid(), "ab")) == [("a", os.getpid()), ("b", os.getpid())]


def test_a_light_first_item_is_done_here_and_no_other(pool: Pool) -> None:
    here = os.getpid()
    assert [p == here for _, p in pool.stream(who, "abc", lambda _: True)] == [True, False, False]
    assert [p == here for _, p in pool.stream(who, "abc", lambda name: name > "a")] == [False] * 3


@pytest.mark.parametrize("way", [Pool.map, Pool.stream])
def test_few_items_are_taken_ahead(pool: Pool, way: Callable[..., Iterator[tuple[int, int]]]) -> None:
    taken = []

    def items() -> Iterator[int]:
        for n in range(1000):
            taken.append(n)
            yield n

    results = way(pool, double, items())
    next(results)
    time.sleep(0.3)
    assert len(taken) <= 10
    results.close()  # type: ignore[attr-defined]


def test_a_result_never_waits_for_the_next_item(pool: Pool) -> None:
    given: queue.Queue[int | None] = queue.Queue()
    results = pool.stream(double, iter(given.get, None))
    for n in (5, 6):
        given.put(n)
        assert next(results) == (n, 2 * n)
    given.put(None)
    assert list(results) == []


@pytest.mark.parametrize("way", [Pool.map, Pool.stream])
def test_a_worker_that_dies_costs_its_item_alone(
    pool: Pool, way: Callable[..., Iterator[tuple[int, int | WorkerDied]]]
) -> None:
    results = dict(way(pool, die_at_three, range(8)))
    assert results == {n: WorkerDied() if n == 3 else 2 * n for n in range(8)}
    assert dict(way(pool, double, [9])) == {9: 18}


@pytest.mark.parametrize("way", [Pool.map, Pool.stream])
def test_what_a_function_raises_reaches_the_caller(
    pool: Pool, way: Callable[..., Iterator[tuple[int, int | WorkerDied]]]
) -> None:
    with pytest.raises(ValueError, match="three"):
        list(way(pool, fail_at_three, range(8)))


def test_what_the_giver_of_items_raises_reaches_the_caller(pool: Pool) -> None:
    def items() -> Iterator[int]:
        yield 1
        raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        list(pool.stream(double, items()))


def test_no_workers_is_no_pool() -> None:
    with pytest.raises(ValueError, match="at least one worker"):
        Pool(0)


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX's")
def test_workers_end_with_a_parent_that_was_killed(tmp_path: Path) -> None:
    script = "import sys, pool_jobs; pool_jobs.both_sleep(sys.argv[1])"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(HERE), os.environ.get("PYTHONPATH", "")])}
    with subprocess.Popen([sys.executable, "-c", script, str(tmp_path)], env=env) as parent:
        workers = _wait(
            lambda: found if len(found := [int(p.name) for p in tmp_path.iterdir()]) == 2 else None
        )
        parent.send_signal(signal.SIGKILL)
    _wait(lambda: None if any(map(_lives, workers)) else [0])


def _wait(look: Callable[[], list[int] | None], seconds: float = 20) -> list[int]:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if (found := look()) is not None:
            return found
        time.sleep(0.05)
    pytest.fail(f"nothing came within {seconds} s")


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    # An orphan that has ended stays as a zombie where nobody waits for it.
    state = Path(f"/proc/{process}/stat")
    return not (state.exists() and state.read_text().rsplit(")", 1)[1].split()[0] == "Z")
