"""Work in several processes at once, with losses kept to the item in hand.

Workers are spawned, never forked: each starts clean, so a result cannot
depend on what the parent had loaded. They end when the parent ends, however
it ends, and leave Ctrl-C to it.

What may run away (taking a stranger's page apart) goes one step further off:
:class:`Apart` is a process of its own under limits, one for each process that
reads.
"""

from __future__ import annotations

import atexit
import math
import multiprocessing
import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing.connection import wait as wait_for
from types import TracebackType
from typing import Any, BinaryIO, Generic, TypeVar

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
        seconds: of computing; three times as many on the clock, which is what
            counts where the system limits no computing (Windows).
        memory: bytes that the process may hold, where the system limits them (Linux).
    """

    seconds: float
    memory: int


@dataclass(frozen=True, slots=True)
class _Raised:
    """What a function raised in :class:`Apart`."""

    error: Exception


@dataclass(frozen=True, slots=True)
class _Job(Generic[Item, Result]):
    function: Callable[[Item], Result]
    item: Item
    future: Future[Result]


_END = object()
"""Closes the queue of :meth:`Pool.stream`."""


class Pool:
    """A pool of worker processes; with one worker, the calling process itself.

    Functions and items must be picklable. An exception that a function raises
    reaches the caller; a worker that dies costs its item alone, which is found
    by giving everything that was in hand to a worker of its own.

    Args:
        workers: how many processes; by default one a core.

    Raises:
        ValueError: for fewer than one worker.
    """

    def __init__(self, workers: int | None = None) -> None:
        if workers is not None and workers < 1:
            raise ValueError(f"a pool needs at least one worker, not {workers}")
        self.workers = workers or os.cpu_count() or 1
        self._executor: ProcessPoolExecutor | None = None
        self._alone: ProcessPoolExecutor | None = None
        self._lock = threading.Lock()

    def __enter__(self) -> Pool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the workers; what they have in hand is lost."""
        if self.workers == 1:
            APART.close()
        for executor in (self._executor, self._alone):
            if executor is not None:
                executor.shutdown(wait=True, cancel_futures=True)
        self._executor = self._alone = None

    def map(
        self, function: Callable[[Item], Result], items: Iterable[Item]
    ) -> Iterator[tuple[Item, Result | WorkerDied]]:
        """Each item with its result, as results come; few items are taken ahead.

        With several workers the order is that in which they finish.
        """
        if self.workers == 1:
            yield from ((item, function(item)) for item in items)
            return
        pending: dict[Future[Result], _Job[Item, Result]] = {}
        for item in items:
            job = self._submit(function, item)
            pending[job.future] = job
            if len(pending) >= 2 * self.workers:
                yield from self._finished(pending)
        while pending:
            yield from self._finished(pending)

    def _finished(
        self, pending: dict[Future[Result], _Job[Item, Result]]
    ) -> Iterator[tuple[Item, Result | WorkerDied]]:
        done, _ = wait(pending, return_when=FIRST_COMPLETED)
        for future in done:
            job = pending.pop(future)
            result = self._settle(job)
            yield job.item, result

    def stream(
        self, function: Callable[[Item], Result], items: Iterable[Item]
    ) -> Iterator[tuple[Item, Result | WorkerDied]]:
        """Each item with its result, in the order of ``items``, as soon as it is there.

        ``items`` are taken in a thread of their own, so that a slow giver (a
        pipe that somebody types into) never holds back a result that is ready.
        """
        if self.workers == 1:
            yield from ((item, function(item)) for item in items)
            return
        jobs: queue.Queue[Any] = queue.Queue(maxsize=2 * self.workers)
        stopped = threading.Event()
        feeder = threading.Thread(target=self._feed, args=(function, items, jobs, stopped), daemon=True)
        feeder.start()
        try:
            while (job := jobs.get()) is not _END:
                if isinstance(job, BaseException):
                    raise job
                yield job.item, self._settle(job)
        finally:
            stopped.set()

    def _feed(
        self,
        function: Callable[[Item], Result],
        items: Iterable[Item],
        jobs: queue.Queue[Any],
        stopped: threading.Event,
    ) -> None:
        try:
            for item in items:
                if not _offer(jobs, self._submit(function, item), stopped):
                    return
        except BaseException as error:  # raised again in the thread that reads the queue
            _offer(jobs, error, stopped)
        else:
            _offer(jobs, _END, stopped)

    def _submit(self, function: Callable[[Item], Result], item: Item) -> _Job[Item, Result]:
        with self._lock:
            if self._executor is None:
                self._executor = _executor(self.workers)
            try:
                future = self._executor.submit(function, item)
            except BrokenProcessPool:
                self._executor = _executor(self.workers)
                future = self._executor.submit(function, item)
        return _Job(function, item, future)

    def _settle(self, job: _Job[Item, Result]) -> Result | WorkerDied:
        try:
            return job.future.result()
        except BrokenProcessPool:
            return self._retry(job)

    def _retry(self, job: _Job[Item, Result]) -> Result | WorkerDied:
        if self._alone is None:
            self._alone = _executor(1)
        try:
            return self._alone.submit(job.function, job.item).result()
        except BrokenProcessPool:
            self._alone.shutdown(wait=True)
            self._alone = None
            return WorkerDied()


def _offer(jobs: queue.Queue[Any], job: object, stopped: threading.Event) -> bool:
    """Queue ``job``, unless nobody reads the queue any more."""
    while not stopped.is_set():
        try:
            jobs.put(job, timeout=0.1)
        except queue.Full:
            continue
        return True
    return False


def _executor(workers: int) -> ProcessPoolExecutor:
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_begin_worker)


def _begin_worker() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this process as soon as its parent has ended, be it by SIGKILL."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait_for([parent.sentinel])
        os._exit(1)


_WATCH = 3.0
"""Seconds on the clock for each second of computing: a busy machine shares its cores."""

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
            assert process.stdin is not None
            assert process.stdout is not None
            pickle.dump((function, item, limits), process.stdin)
            process.stdin.flush()
            answer: Result | TooLarge | _Raised = pickle.load(process.stdout)  # noqa: S301 - our own process
            return answer
        except (EOFError, OSError, pickle.UnpicklingError):
            status = process.wait()
        finally:
            watchdog.cancel()
        return TooLong() if late.is_set() or _spent(status) else WorkerDied()

    def _begun(self) -> subprocess.Popen[bytes]:
        if not self._runs():
            self._end()
            self._process = _begin_apart()
        assert self._process is not None
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            try:
                assert pipe is not None
                pipe.close()
            except BrokenPipeError:  # a part of an item that it no longer took
                continue


APART = Apart()
"""The process apart of this process. What it gives depends on the item alone."""

atexit.register(APART.close)


def _begin_apart() -> subprocess.Popen[bytes]:
    here = [path or os.getcwd() for path in sys.path]
    code = f"{_START}; from headwater.pool import serve; serve()"
    # More threads would each take memory for nothing: an item is worked on by one.
    alone = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    return subprocess.Popen(  # noqa: S603 - our own code
        [sys.executable, "-P", "-c", code, *here],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, **alone},
    )


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
