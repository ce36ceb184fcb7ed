"""Work that may run away, such as taking a stranger's page apart, in a process of its own under limits.

There is one such process for each process that reads, so that a page that
hangs, or a library that crashes, costs that page alone.
"""

from __future__ import annotations

import atexit
import math
import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, Any, BinaryIO, TypeVar

if sys.platform != "win32":
    import resource

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class WorkerDied:
    """Stands in a result's place where the process that worked on the item ended."""


@dataclass(frozen=True, slots=True)
class TooLong:
    """Stands in a result's place where work took more time than it was given."""


@dataclass(frozen=True, slots=True)
class TooLarge:
    """Stands in a result's place where work needed more memory than it was given."""


Lost = WorkerDied | TooLong | TooLarge
"""What stands in the place of a result that :class:`Apart` could not bring."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one item may cost.

    Attributes:
        seconds: of computing. Where the system does not limit that (Windows), a
            watchdog ends the process after three times as many on the clock;
            elsewhere after ten times as many.
        memory: bytes that the process may hold, where the system limits them (Linux).
    """

    seconds: float
    memory: int


@dataclass(frozen=True, slots=True)
class _Raised:
    """What a function raised in :class:`Apart`."""

    error: Exception


_WATCH = 3.0 if sys.platform == "win32" else 10.0
"""Seconds on the clock for each second of computing, since a busy machine shares its cores; more where
the system limits the computing itself, and the clock only ends what waits for ever."""

_START = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN); import sys; sys.path[:] = sys.argv[1:]"


class Apart:
    """One process apart that works on one item at a time, under limits; begun on first use.

    It ends when the calling process ends, however that ends. Unlike a
    worker, it does not load the calling script anew, so that no script needs
    a guard for it.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def ask(
        self, function: Callable[[Item], Result], item: Item, limits: Limits
    ) -> Result | WorkerDied | TooLong | TooLarge:
        """What ``function`` gives for ``item``, or what befell the process.

        A process that worked before may have ended for what was left in it
        of other items: then a new one tries again, so that only the culprit
        is lost. An exception that the function raises is raised here.
        """
        with self._lock:
            fresh = not self._runs()
            answer = self._ask(function, item, limits)
            if isinstance(answer, WorkerDied | TooLarge) and not fresh:
                self._end()
                answer = self._ask(function, item, limits)
            if isinstance(answer, Lost):
                self._end()
        if isinstance(answer, _Raised):
            raise answer.error
        return answer

    def close(self) -> None:
        """End the process; the next item begins another."""
        with self._lock:
            self._end()

    def _runs(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def _ask(
        self, function: Callable[[Item], Result], item: Item, limits: Limits
    ) -> Result | WorkerDied | TooLong | TooLarge | _Raised:
        process = self._begun()
        late = threading.Event()
        watchdog = threading.Timer(_WATCH * limits.seconds, _stop, (process, late))
        watchdog.daemon = True
        watchdog.start()
        try:
            to, back = _pipes(process)
            pickle.dump((function, item, limits), to)
            to.flush()
            answer: Result | TooLarge | _Raised = pickle.load(back)  # noqa: S301 - our own process
            return answer
        except (EOFError, OSError, pickle.UnpicklingError):
            status = process.wait()
        finally:
            watchdog.cancel()
        return TooLong() if late.is_set() or _spent(status) else WorkerDied()

    def _begun(self) -> subprocess.Popen[bytes]:
        if self._process is None or not self._runs():
            self._end()
            self._process = _begin_apart()
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in _pipes(process):
            with suppress(BrokenPipeError):  # a part of an item that it no longer took
                pipe.close()


APART = Apart()
"""The process apart of this process. What it gives depends on the item alone."""

atexit.register(APART.close)


def _begin_apart() -> subprocess.Popen[bytes]:
    here = [path or os.getcwd() for path in sys.path]
    code = f"{_START}; from headwater.pool.apart import serve; serve()"
    # More threads would each take memory for nothing: an item is worked on by one.
    alone = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    return subprocess.Popen(  # noqa: S603 - our own code
        [sys.executable, "-P", "-c", code, *here],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, **alone},
    )


def _pipes(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    if process.stdin is None or process.stdout is None:
        raise ValueError("the process was begun without pipes")
    return process.stdin, process.stdout


def _stop(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    process.kill()


def _spent(status: int) -> bool:
    """Whether the system ended a process because it had computed for too long."""
    return sys.platform != "win32" and status == -signal.SIGXCPU


def serve() -> None:
    """Work on the items that come in on standard input until it ends: what :class:`Apart` runs."""
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # nothing that a library prints may come between the replies
    jobs: queue.SimpleQueue[Any] = queue.SimpleQueue()
    threading.Thread(target=_take, args=(sys.stdin.buffer, jobs), daemon=True).start()
    while True:
        replies.write(_answer(*jobs.get()))
        replies.flush()


def _take(stream: BinaryIO, jobs: queue.SimpleQueue[Any]) -> None:
    """Hand on what comes in; end this process, busy or not, once its parent has ended."""
    try:
        while True:
            jobs.put(pickle.load(stream))  # noqa: S301 - from our own parent
    finally:
        os._exit(0)


def _answer(function: Callable[[Any], object], item: object, limits: Limits) -> bytes:
    _limit(limits)
    try:
        return pickle.dumps(function(item))
    except MemoryError:
        return pickle.dumps(TooLarge())
    except Exception as error:
        return pickle.dumps(_Raised(error))


def _limit(limits: Limits) -> None:
    """Hold this process to ``limits``, counted from now."""
    if sys.platform == "win32":
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    # The system counts what a process has computed since it began, in whole seconds.
    _lower(resource.RLIMIT_CPU, math.ceil(used.ru_utime + used.ru_stime + limits.seconds))
    _lower(resource.RLIMIT_CORE, 0)
    if sys.platform == "linux":  # elsewhere it does not count what is held
        _lower(resource.RLIMIT_DATA, limits.memory)


def _lower(kind: int, limit: int) -> None:
    """Set a soft limit, no higher than the hard one."""
    _, hard = resource.getrlimit(kind)
    resource.setrlimit(kind, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))
