"""Results that come one after the other out of a process apart."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

import pool_jobs as jobs
from headwater.pool import Apart, Limits, TooLarge, TooLong, WorkerDied

WIDE = Limits(30, 1_500_000_000)


@pytest.fixture(scope="module")
def apart() -> Iterator[Apart]:
    with Apart() as apart:
        yield apart


def test_results_come_in_order_whatever_is_printed(apart: Apart) -> None:
    assert list(apart.stream(jobs.count_up, 300, WIDE)) == list(range(300))
    assert list(apart.stream(jobs.count_up, 0, WIDE)) == []
    assert apart.ask(jobs.double, 4, WIDE) == 8


def test_the_first_result_does_not_wait_for_the_last(apart: Apart) -> None:
    results = apart.stream(jobs.count_and_sleep, 3, WIDE)
    assert list(islice(results, 3)) == [0, 1, 2]
    results.close()
    assert list(apart.stream(jobs.count_up, 2, WIDE)) == [0, 1]


def test_what_was_closed_early_ends_its_process(apart: Apart, tmp_path: Path) -> None:
    results = apart.stream(jobs.ids_and_bytes, str(tmp_path), WIDE)
    assert len(list(islice(results, 2))) == 2
    time.sleep(0.2)
    begun = [path.name.split() for path in tmp_path.iterdir()]
    assert len(begun) <= 4, "no more is made than a pipe holds"
    results.close()
    assert not jobs.lives(int(begun[0][1]))


def test_several_streams_and_questions_do_not_mix(apart: Apart) -> None:
    one, other = (apart.stream(jobs.count_up, 5, WIDE) for _ in range(2))
    for number, pair in enumerate(zip(one, other, strict=True)):
        assert pair == (number, number)
        assert apart.ask(jobs.double, number, WIDE) == 2 * number


def test_an_error_comes_after_what_was_given(apart: Apart) -> None:
    results = apart.stream(jobs.count_and_fail, 2, WIDE)
    assert list(islice(results, 2)) == [0, 1]
    with pytest.raises(ValueError, match="no more"):
        next(results)
    assert apart.ask(jobs.double, 4, WIDE) == 8


def test_a_sleeper_is_ended_by_the_clock_and_keeps_what_it_gave(apart: Apart) -> None:
    assert list(apart.stream(jobs.count_and_sleep, 2, Limits(0.4, WIDE.memory))) == [0, 1, TooLong()]


def test_the_clock_stands_still_while_the_caller_works(apart: Apart, tmp_path: Path) -> None:
    limits = Limits(0.3, WIDE.memory)
    results = apart.stream(jobs.ids_and_bytes, str(tmp_path), limits)
    for _ in range(3):
        next(results)
        time.sleep(0.4 * limits.patience)
    assert len(list(results)) == 17


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no computing")
def test_computing_is_limited_for_all_results_together(apart: Apart) -> None:
    assert list(apart.stream(jobs.count_and_compute, 2, Limits(1, WIDE.memory))) == [0, 1, TooLong()]
    assert list(apart.stream(jobs.count_up, 2, WIDE)) == [0, 1]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not limit what a process holds")
def test_memory_is_limited_too(apart: Apart) -> None:
    assert list(apart.stream(jobs.count_and_fill, 2, WIDE)) == [0, 1, TooLarge()]


def test_what_is_left_of_other_items_loses_and_doubles_nothing(apart: Apart) -> None:
    apart.ask(jobs.hoard, 0, WIDE)
    assert list(apart.stream(jobs.count_and_crash, 3, WIDE)) == list(range(6))


def test_a_crash_is_told_last(apart: Apart) -> None:
    apart.close()
    assert list(apart.stream(jobs.hoard_and_crash, 3, WIDE)) == [0, 1, 2, WorkerDied()]
    assert apart.ask(jobs.double, 4, WIDE) == 8
