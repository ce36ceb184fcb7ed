"""Functions that the tests of the pool hand to workers."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from pathlib import Path


def double(number: int) -> int:
    """Twice ``number``; the smaller it is, the longer it takes."""
    time.sleep(max(0, 3 - number) * 0.05)
    return 2 * number


def die_at_three(number: int) -> int:
    """Twice ``number``, but three ends the process as a crash would."""
    if number == 3 and multiprocessing.parent_process() is not None:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def fail_at_three(number: int) -> int:
    """Twice ``number``, but three raises."""
    if number == 3:
        raise ValueError("three")
    return 2 * number


def tell_and_sleep(folder: str) -> None:
    """Leave the id of this process in ``folder``, then take for ever."""
    Path(folder, str(os.getpid())).touch()
    time.sleep(600)


def both_sleep(folder: str) -> None:
    """Start a pool whose two workers take for ever."""
    from headwater.pool import Pool  # noqa: PLC0415 - only the parent under test needs it

    with Pool(2) as pool:
        list(pool.map(tell_and_sleep, [folder, folder]))
