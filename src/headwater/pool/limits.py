"""What work may cost, and what stands in place of a result that cost more."""

from __future__ import annotations

import math
import sys
from dataclasses import dataclass

if sys.platform != "win32":
    import resource


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
"""What stands in the place of a result that :class:`~headwater.pool.Apart` could not bring."""


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

    @property
    def patience(self) -> float:
        """Seconds on the clock after which a watchdog ends the process."""
        return _WATCH * self.seconds

    def impose(self) -> None:
        """Hold this process to these limits, counted from now."""
        if sys.platform == "win32":
            return
        used = resource.getrusage(resource.RUSAGE_SELF)
        # The system counts what a process has computed since it began, in whole seconds.
        _lower(resource.RLIMIT_CPU, math.ceil(used.ru_utime + used.ru_stime + self.seconds))
        _lower(resource.RLIMIT_CORE, 0)
        if sys.platform == "linux":  # elsewhere it does not count what is held
            _lower(resource.RLIMIT_DATA, self.memory)


_WATCH = 3.0 if sys.platform == "win32" else 10.0
"""Seconds on the clock for each second of computing, since a busy machine shares its cores; more where
the system limits the computing itself, and the clock only ends what waits for ever."""


def _lower(kind: int, limit: int) -> None:
    """Set a soft limit, no higher than the hard one."""
    _, hard = resource.getrlimit(kind)
    resource.setrlimit(kind, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))
