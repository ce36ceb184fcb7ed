"""Work in several processes at once, with losses kept to the item in hand.

Workers are spawned, never forked: each starts clean, so a result cannot
depend on what the parent had loaded. They end when the parent ends, however
it ends, and leave Ctrl-C to it.
"""

from __future__ import annotations

import multiprocessing
import os
import queue
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing.connection import wait as wait_for
from types import TracebackType
from typing import Any, Generic, TypeVar

from headwater.pool.apart import APART
from headwater.pool.limits import WorkerDied

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class _Job(Generic[Item, Result]):
    """An item on its way; without a future it is left to the process that asks for the result."""

    function: Callable[[Item], Result]
    item: Item
    future: Future[Result] | None


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
            future = self._submit(function, item)
            pending[future] = _Job(function, item, future)
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
        self,
        function: Callable[[Item], Result],
        items: Iterable[Item],
        is_light: Callable[[Item], bool] = lambda _: False,
    ) -> Iterator[tuple[Item, Result | WorkerDied]]:
        """Each item with its result, in the order of ``items``, as soon as it is there.

        ``items`` are taken in a thread of their own, so that a slow giver (a
        pipe that somebody types into) never holds back a result that is ready.
        If the first one ``is_light`` the calling process does it itself: a single
        text need not wait for a process to start. A crash on it ends the caller.
        """
        if self.workers == 1:
            yield from ((item, function(item)) for item in items)
            return
        jobs: queue.Queue[Any] = queue.Queue(maxsize=2 * self.workers)
        stopped = threading.Event()
        given = (function, items, is_light, jobs, stopped)
        feeder = threading.Thread(target=self._feed, args=given, daemon=True)
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
        is_light: Callable[[Item], bool],
        jobs: queue.Queue[Any],
        stopped: threading.Event,
    ) -> None:
        try:
            for number, item in enumerate(items):
                here = number == 0 and is_light(item)
                job = _Job(function, item, None if here else self._submit(function, item))
                if not _offer(jobs, job, stopped):
                    return
        except BaseException as error:  # raised again in the thread that reads the queue
            _offer(jobs, error, stopped)
        else:
            _offer(jobs, _END, stopped)

    def _submit(self, function: Callable[[Item], Result], item: Item) -> Future[Result]:
        with self._lock:
            if self._executor is None:
                self._executor = _executor(self.workers)
            try:
                return self._executor.submit(function, item)
            except BrokenProcessPool:
                self._executor = _executor(self.workers)
                return self._executor.submit(function, item)

    def _settle(self, job: _Job[Item, Result]) -> Result | WorkerDied:
        if job.future is None:
            return job.function(job.item)
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
