"""Work in other processes: several at once, and one apart for what may run away."""

from headwater.pool.apart import APART, Apart
from headwater.pool.limits import Limits, Lost, TooLarge, TooLong, WorkerDied
from headwater.pool.workers import Pool

__all__ = ["APART", "Apart", "Limits", "Lost", "Pool", "TooLarge", "TooLong", "WorkerDied"]
