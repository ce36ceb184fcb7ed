"""Work that may run away, such as taking a stranger's page apart, in a process of its own under limits.

There is one such process for each process that reads, so that a page that
hangs, or a library that crashes, costs that page alone.
"""

from __future__ import annotations

import atexit
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from types import TracebackType
from typing import IO, Any, TypeVar

from headwater.pool.limits import Limits, Lost, TooLarge, TooLong, WorkerDied
from headwater.pool.serving import Done, Given, Job, Raised, Reply

Item = TypeVar("Item")
Result = TypeVar("Result")

_START = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN); import sys; sys.path[:] = sys.argv[1:]"


class Apart:
    """A process apart that works on one item at a time, under limits; begun on first use.

    It ends when the calling process ends, however that ends. Unlike a
    worker, it does not load the calling script anew, so that no script needs
    a guard for it. Use it in a ``with`` block, or call :meth:`close`.
    """

    def __init__(self) -> None:
        self._idle: _Process | None = None
        self._lock = threading.Lock()

    def __enter__(self) -> Apart:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def ask(self, function: Callable[[Item], Result], item: Item, limits: Limits) -> Result | Lost:
        """What ``function`` gives for ``item``, or what befell the process.

        A process that worked before may have ended for what was left in it
        of other items: then a new one tries again, so that only the culprit
        is lost. An exception that the function raises is raised here.
        """
        result: Result | Lost
        result, *_ = self._results(Job(function, item, limits, many=False))
        return result

    def stream(
        self, function: Callable[[Item], Iterable[Result]], item: Item, limits: Limits
    ) -> Generator[Result | Lost, None, None]:
        """Each result that ``function`` gives for ``item``, as it comes, then what befell the process, if so.

        The limits are for all of them together. The process works ahead by
        no more than a pipe holds, so that little is in memory. As
        :meth:`ask` does, a new process may try again; what was given before
        is then passed over, so the function must give the same each time.
        Closed before its end, it ends the process.
        """
        return self._results(Job(function, item, limits, many=True))

    def _results(self, job: Job) -> Generator[Any, None, None]:
        had, fresh = 0, False
        ended: Reply | None = None
        while ended is None or (isinstance(ended, WorkerDied | TooLarge) and not fresh):
            process, fresh = self._taken()
            ended = WorkerDied()
            try:
                for number, reply in enumerate(process.replies(job)):
                    if not isinstance(reply, Given):
                        ended = reply
                    elif number >= had:
                        had += 1
                        yield reply.value
            finally:
                self._put_back(process, whole=not isinstance(ended, Lost))
        if isinstance(ended, Raised):
            raise ended.error
        if isinstance(ended, Lost):
            yield ended

    def close(self) -> None:
        """End the process; the next item begins another."""
        with self._lock:
            process, self._idle = self._idle, None
        if process is not None:
            process.end()

    def _taken(self) -> tuple[_Process, bool]:
        """The process, for one job alone, and whether it is a new one."""
        with self._lock:
            process, self._idle = self._idle, None
        if process is not None and process.runs():
            return process, False
        if process is not None:
            process.end()
        return _Process(), True

    def _put_back(self, process: _Process, *, whole: bool) -> None:
        """Keep a process for the next job; one that has not done its last to the end is of no more use."""
        with self._lock:
            if whole and self._idle is None:
                self._idle = process
                return
        process.end()


APART = Apart()
"""The process apart of this process. What it gives depends on the item alone."""

atexit.register(APART.close)


class _Process:
    """One process apart, from its beginning."""

    def __init__(self) -> None:
        self._process = _begin_apart()

    def runs(self) -> bool:
        return self._process.poll() is None

    def replies(self, job: Job) -> Iterator[Reply]:
        """What comes back for ``job``: its results, last what ended it."""
        to, back = _pipes(self._process)
        with suppress(BrokenPipeError):  # it has ended, as its reply will show
            pickle.dump(job, to)
            to.flush()
        left, reply = job.limits.patience, None
        while reply is None or (job.many and isinstance(reply, Given)):
            began = time.monotonic()
            reply = self._reply(back, left)
            left -= time.monotonic() - began  # what the caller does with it does not count
            yield reply
        if isinstance(reply, Given):
            yield Done()

    def _reply(self, back: IO[bytes], patience: float) -> Reply:
        late = threading.Event()
        watchdog = threading.Timer(max(patience, 0), self._stop, (late,))
        watchdog.daemon = True
        watchdog.start()
        try:
            reply: Reply = pickle.load(back)  # noqa: S301 - our own process
            return reply
        except (EOFError, OSError, pickle.UnpicklingError):
            status = self._process.wait()
        finally:
            watchdog.cancel()
        return TooLong() if late.is_set() or _spent(status) else WorkerDied()

    def _stop(self, late: threading.Event) -> None:
        late.set()
        self._process.kill()

    def end(self) -> None:
        """End it, whatever it does."""
        self._process.kill()
        self._process.wait()
        for pipe in _pipes(self._process):
            with suppress(BrokenPipeError):  # a part of an item that it no longer took
                pipe.close()


def _begin_apart() -> subprocess.Popen[bytes]:
    here = [path or os.getcwd() for path in sys.path]
    code = f"{_START}; from headwater.pool.serving import serve; serve()"
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


def _spent(status: int) -> bool:
    """Whether the system ended a process because it had computed for too long."""
    return sys.platform != "win32" and status == -signal.SIGXCPU
