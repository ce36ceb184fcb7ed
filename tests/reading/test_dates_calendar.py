from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from headwater.reading.dates import calendar

DATES = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@given(DATES, st.integers(0, 6))
def test_a_weekday_near_a_day_is_less_than_a_week_off(day: date, weekday: int) -> None:
    past = calendar.weekday_near(day, weekday, future=False)
    future = calendar.weekday_near(day, weekday, future=True)
    assert past.weekday() == future.weekday() == weekday
    assert 0 <= (day - past).days < 7
    assert 0 <= (future - day).days < 7


@given(DATES, st.booleans())
def test_a_weekend_is_saturday_and_sunday(day: date, future: bool) -> None:
    first, last = calendar.weekend_near(day, future=future)
    assert (first.weekday(), last.weekday()) == (5, 6)


def test_feasts_that_move() -> None:
    assert calendar.easter(2000) == date(2000, 4, 23)
    assert calendar.easter(2024) == date(2024, 3, 31)
    assert calendar.thanksgiving(1999) == date(1999, 11, 25)
    assert calendar.election_day(1998) == date(1998, 11, 3)


def test_days_that_the_calendar_has_not() -> None:
    assert calendar.safe_day(2023, 2, 29) is None
    assert calendar.plus_days(date(9999, 12, 31), 1) is None
    assert calendar.plus_months(date(2024, 1, 31), -2) == (2023, 11)
