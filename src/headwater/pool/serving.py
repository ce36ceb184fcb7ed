"""What runs in a process apart: jobs come in on standard input, replies go out where output went."""

from __future__ import annotations

import os
import pickle
import queue
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from headwater.pool.limits import Limits, Lost, TooLarge


@dataclass(frozen=True, slots=True)
class Job:
    """A function to call, with its item and limits; ``many`` where it gives one result after the other."""

    function: Callable[[Any], Any]
    item: object
    limits: Limits
    many: bool


@dataclass(frozen=True, slots=True)
class Given:
    """One result."""

    value: Any


@dataclass(frozen=True, slots=True)
class Done:
    """Says that there are no more results; where there is one only, nobody has to say so."""


@dataclass(frozen=True, slots=True)
class Raised:
    """What the function raised."""

    error: Exception


Reply = Given | Done | Raised | Lost
"""What comes back for a job: its results, each by itself, then what ended it."""


def serve() -> None:
    """Work on the jobs that come in until there is nobody left to send them."""
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # nothing that a library prints may come between the replies
    jobs: queue.SimpleQueue[Job] = queue.SimpleQueue()
    threading.Thread(target=_take, args=(sys.stdin.buffer, jobs), daemon=True).start()
    try:
        while True:
            for reply in _replies(jobs.get()):
                replies.write(reply)
                replies.flush()
    finally:
        os._exit(1)  # whoever waits is told that the process ended; its other thread would not let go


def _take(stream: BinaryIO, jobs: queue.SimpleQueue[Job]) -> None:
    """Hand on what comes in; end this process, busy or not, once its parent has ended."""
    try:
        while True:
            jobs.put(pickle.load(stream))  # noqa: S301 - from our own parent
    finally:
        os._exit(0)


def _replies(job: Job) -> Iterator[bytes]:
    """Each result as soon as it is there; the reader's pace is that of the pipe, which holds little."""
    job.limits.impose()
    ended: Reply = Done()
    try:
        if not job.many:
            yield pickle.dumps(Given(job.function(job.item)))
            return
        for value in job.function(job.item):
            yield pickle.dumps(Given(value))
    except MemoryError:
        ended = TooLarge()
    except Exception as error:
        ended = Raised(error)
    yield pickle.dumps(ended)  # only here is let go of what the function held, so that there is room for this
