"""Arithmetic on the calendar. Pure functions of dates; never through a time zone."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, date, timedelta


def safe_day(year: int, month: int, day: int) -> date | None:
    """The day, or ``None`` where the calendar has none (30 February)."""
    if not (1 <= year <= MAXYEAR and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def plus_days(day: date, count: int) -> date | None:
    """``day`` moved by ``count`` days, ``None`` past the ends of the calendar."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def plus_months(day: date, count: int) -> tuple[int, int]:
    """Year and month ``count`` months after ``day``."""
    months = day.year * 12 + day.month - 1 + count
    return months // 12, months % 12 + 1


def weekday_near(anchor: date, weekday: int, *, future: bool) -> date:
    """That weekday on or before ``anchor``; on or after it with ``future``."""
    step = (weekday - anchor.weekday()) % 7
    return anchor + timedelta(days=step if future or step == 0 else step - 7)


def weekday_in_week(anchor: date, weekday: int, weeks: int) -> date:
    """That weekday in the calendar week ``weeks`` after the one of ``anchor``."""
    return anchor + timedelta(days=weekday - anchor.weekday() + 7 * weeks)


def weekend_near(anchor: date, *, future: bool) -> tuple[date, date]:
    """Saturday and Sunday of the weekend that ``anchor`` is in, or else the last or next one."""
    if anchor.weekday() >= 5:
        saturday = anchor - timedelta(days=anchor.weekday() - 5)
    else:
        saturday = weekday_near(anchor, 5, future=future)
    return saturday, saturday + timedelta(days=1)


def iso_week(day: date) -> str:
    """The calendar week of ``day``, as ``2024-W51``."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def thanksgiving(year: int) -> date:
    """The fourth Thursday of November (the United States)."""
    first = date(year, 11, 1)
    return first + timedelta(days=(3 - first.weekday()) % 7 + 21)


def election_day(year: int) -> date:
    """The Tuesday after the first Monday of November (the United States)."""
    first = date(year, 11, 1)
    return first + timedelta(days=(0 - first.weekday()) % 7 + 1)


def easter(year: int) -> date:
    """Easter Sunday by the Gregorian rule (Butcher's method, as in Meeus, Astronomical Algorithms, ch. 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)
