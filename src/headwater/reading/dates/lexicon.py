"""The words of time, as data."""

from __future__ import annotations

from headwater.records.vocabulary import TimeMod

MONTHS: dict[str, int] = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12,
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9, "oct": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip
"""Every spelling of a month; a stop may follow the short ones."""

WEEKDAYS: dict[str, int] = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
    "mon": 0, "tues": 1, "tue": 1, "wed": 2, "weds": 2, "thurs": 3, "thur": 3, "thu": 3, "fri": 4,
}  # fmt: skip
"""Weekdays as ``date.weekday()`` counts them. "Sat" and "Sun" are words of their own and left out."""

UNIT_CODES: dict[str, str] = {
 (
        "second"
    ): "S", "minute": "M", "hour": "H", "day": "D", "night": "D", "week": "W", "month": "M", "year": "Y",
    "decade": "Y", "century": "Y", "fortnight": "W", "weekend": "D",
}  # fmt: skip
"""ISO 8601 designators; hours, minutes and seconds stand after a "T"."""

CLOCK_UNITS = frozenset({"second", "minute", "hour"})
UNIT_FACTOR: dict[str, int] = {"decade": 10, "century": 100, "fortnight": 2, "weekend": 2}
"""How many of its ISO unit a word is worth; 1 where it is not listed."""

MODS: dict[str, TimeMod] = {
    "early": "start", "the beginning of": "start", "the start of": "start", "beginning of": "start",
    "start of": "start", "mid": "mid", "the middle of": "mid", "middle of": "mid", "late": "end",
    "the end of": "end", "end of": "end",
}  # fmt: skip
DAY_PARTS: dict[str, TimeMod] = {
    "morning": "start", "dawn": "start", "daybreak": "start", "sunrise": "start", "afternoon": "mid",
    "evening": "end", "night": "end", "dusk": "end", "sunset": "end", "nightfall": "end",
}  # fmt: skip
"""The part of the day in ``Time.mod``'s terms."""

SEASONS: dict[str, int] = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""Season codes of ISO 8601-2 (EDTF level 1)."""

HOLIDAYS: dict[str, tuple[int, int]] = {
    "new year's day": (1, 1), "new year's eve": (12, 31),
        "valentine's day": (2, 14), "christmas eve": (12, 24),
    "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26), "halloween": (10, 31),
    "independence day": (7, 4), "july fourth": (7, 4), "fourth of july": (7, 4), "bastille day": (7, 14),
}  # fmt: skip
"""Feasts that fall on one day (month, day) each year."""

SETS: dict[str, str] = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W",
        "fortnightly": "P2W", "monthly": "P1M",
    "quarterly": "P3M", "yearly": "P1Y", "annually": "P1Y",
}  # fmt: skip
ORDINALS: dict[str, int] = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "1st": 1, "2nd": 2}

FROM_EASTER: dict[str, int] = {
    "ash wednesday": -46, "fat tuesday": -47, "palm sunday": -7, "maundy thursday": -3, "good friday": -2,
    "easter sunday": 0, "easter monday": 1, "easter": 0,
}  # fmt: skip
"""Days that are counted from Easter Sunday."""
FROM_THANKSGIVING: dict[str, int] = {
    "thanksgiving day": 0, "thanksgiving": 0, "black friday": 1, "cyber monday": 4,
}  # fmt: skip
UNSETTLED = frozenset({"super tuesday"})
"""Days with a name of their own for which no rule gives the day."""
FEASTS = (*HOLIDAYS, *FROM_EASTER, *FROM_THANKSGIVING, *UNSETTLED, "election day")

THINGS_WITH_AGES = (
    "war|conflict|civil war|siege|insurgency|ceasefire|truce|crisis|invasion|occupation|campaign|"
    "offensive|rebellion|uprising|blockade|ban|embargo|feud|dispute|standoff|peace process"
)
"""What is not a person: "the nearly three-year-old war" is a length of time, "a three-year-old" is not."""
