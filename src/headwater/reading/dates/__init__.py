"""Time expressions in a text and what they mean."""

from headwater.reading.dates.carried import with_carried_days
from headwater.reading.dates.find import find_times

__all__ = ["find_times", "with_carried_days"]
