from __future__ import annotations

import sys

import pytest

from benchmarks.kills import run


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and process groups are POSIX's")
def test_a_killed_read_leaves_a_whole_casefile_and_ends_the_same_when_read_again() -> None:
    straight, outcome = run(times=6, seed=6, minutes=5, lines=5)
    assert straight.documents > 20
    assert outcome.kills == 6
    assert outcome.failures == []
