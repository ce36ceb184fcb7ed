"""Functions that the tests of the pool hand to workers."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Iterator
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


def who(_: str) -> int:
    """The id of the process that works."""
    return os.getpid()


def print_it(number: int) -> int:
    """``number``, with noise on standard output."""
    print("noise", flush=True)
    return number


def crash_at_three(number: int) -> int:
    """Twice ``number``, but three ends the process."""
    if number == 3:
        os._exit(3)
    return 2 * number


_hoard: list[int] = []


def hoard(number: int) -> int:
    """Leave something behind in the process."""
    _hoard.append(number)
    return number


def crash_if_hoarded(number: int) -> int:
    """``number``, but a process in which something was left ends."""
    if _hoard:
        os._exit(3)
    return number


def sleep_long(_: str) -> None:
    """Wait without computing."""
    time.sleep(600)


def compute(seconds: float) -> float:
    """Compute for so many seconds."""
    end = time.process_time() + seconds
    while time.process_time() < end:
        sum(range(1000))
    return seconds


def fill(mebibytes: int) -> int:
    """Hold so much memory for a moment."""
    return len(bytearray(mebibytes * 2**20)) // 2**20


def one_sleeps_apart(folder: str) -> None:
    """Give the process apart something that takes for ever."""
    from headwater.pool import APART, Limits  # noqa: PLC0415 - only the parent under test needs it

    APART.ask(tell_and_sleep, folder, Limits(600, 2**31))


def lives(process: int) -> bool:
    """Whether a process runs; a zombie that nobody waits for does not."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not (state.exists() and state.read_text().rsplit(")", 1)[1].split()[0] == "Z")


def count_up(number: int) -> Iterator[int]:
    """The numbers below ``number``, with noise on standard output."""
    for one in range(number):
        print("noise", flush=True)
        yield one


def count_and_sleep(number: int) -> Iterator[int]:
    """The numbers below ``number``, then nothing for ever."""
    yield from range(number)
    time.sleep(600)


def count_and_compute(number: int) -> Iterator[int]:
    """The numbers below ``number``, then computing for ever."""
    yield from range(number)
    compute(600)


def count_and_fail(number: int) -> Iterator[int]:
    """The numbers below ``number``, then an error."""
    yield from range(number)
    raise ValueError("no more")


def count_and_crash(number: int) -> Iterator[int]:
    """The numbers below ``number``, then a crash; twice as many in a process where something was left."""
    yield from range(number)
    if _hoard:
        os._exit(3)
    yield from range(number, 2 * number)


def count_and_fill(number: int) -> Iterator[int]:
    """The numbers below ``number``, then more memory than there is."""
    yield from range(number)
    yield fill(4000)


def ids_and_bytes(folder: str) -> Iterator[bytes]:
    """A million bytes, again and again; a file in ``folder`` for each time."""
    for number in range(20):
        Path(folder, f"{number} {os.getpid()}").touch()
        yield bytes(1_000_000)


def hoard_and_crash(number: int) -> Iterator[int]:
    """The numbers below ``number``, then a crash in any process."""
    hoard(number)
    yield from count_and_crash(number)
