"""Senses of expressions that are counted from the day of the text or from a date named before."""

from __future__ import annotations

import re
from datetime import date

from headwater.reading.dates import calendar, lexicon
from headwater.reading.dates.lengths import count_of, duration, iso_length, precision_of, unit_of
from headwater.reading.dates.plain import mod_of
from headwater.reading.dates.sense import Sense, Setting, anchored, on_day, unanchored
from headwater.reading.figures.cardinals import word_set
from headwater.records.vocabulary import TimeMod, TimePrecision

Match = re.Match[str]

_BACK = frozenset({"last", "past", "previous"})
_ON = frozenset({"next", "coming", "following"})
_DEICTIC = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}
_DAY_VALUE = re.compile(r"[1-8]\d{3}-\d{2}-\d{2}")
_NO_OBJECT = frozenset({"and", "but", "when", "in", "at", "that", "that.", "that,", "–", "—", "-"})
_SUNDAY = 6
"""The first day of a week in American news, and the last of the one before in ISO 8601."""


def weekday(match: Match, setting: Setting) -> Sense | None:
    """“Tuesday”, “last Friday”, “early on Monday”: by the tense, the past where nothing is said."""
    number = lexicon.WEEKDAYS[match["weekday"].lower()]
    near = (match["near"] or "").lower().split()[-1:]
    if not near and _is_title(setting):
        return None
    if near in (["every"], ["each"]):
        return Sense(f"XXXX-WXX-{number + 1}", "day", "set").with_mod(mod_of(match))
    anchor = setting.anchor.day
    if anchor is None:
        return unanchored().with_mod(mod_of(match))
    week = (match["week"] or "").lower()
    if week:
        day = calendar.weekday_in_week(anchor, number, {"last": -1, "this": 0, "next": 1}[week])
    else:
        day = _weekday(anchor, number, near[0] if near else "", setting)
    return on_day(setting, day).with_mod(mod_of(match))


def _weekday(anchor: date, number: int, near: str, setting: Setting) -> date:
    if near in _BACK:
        return calendar.weekday_near(date.fromordinal(anchor.toordinal() - 1), number, future=False)
    if near in _ON:
        return calendar.weekday_near(date.fromordinal(anchor.toordinal() + 1), number, future=True)
    ahead = setting.ahead or setting.tense == "future"
    if setting.text[setting.span.end - 2 : setting.span.end] in ("'s", "’s"):
        ahead = setting.ahead or (ahead and bool(_TO_COME.match(setting.text, setting.span.end)))
    return calendar.weekday_near(anchor, number, future=ahead)


_TO_COME = re.compile(
    r"\s(?:[a-z]{2,14}\s){0,3}(?:summit|vote|elections?|debate|hearing|meeting|deadline|primary|primaries|talks)\b"
)
"""What a day to come has: "could derail Sunday's formal summit"."""
_TITLE = re.compile(r"\s(?:Times|Mirror|Mail|Express|Telegraph|Herald|Football|Live|Lights)\b")


def _is_title(setting: Setting) -> bool:
    """“Fox News Sunday”, “the Sunday Times”, “Saturday Night Live”, “Bloody Sunday”."""
    after = _TITLE.match(setting.text, setting.span.end)
    lead = setting.text[max(0, setting.span.start - 10) : setting.span.start]
    return bool(after) or lead.endswith(("“Fox News ", '"Fox News ', "Bloody "))


def weekday_after(match: Match, setting: Setting) -> Sense:
    """“the following Friday”, “the next Wednesday”: counted from the day named last."""
    number, base = lexicon.WEEKDAYS[match["weekday"].lower()], context_day(setting)
    if base is None:
        return unanchored().with_mod(mod_of(match))
    day = calendar.weekday_near(date.fromordinal(base.toordinal() + 1), number, future=True).isoformat()
    if _yet_to_come(day, setting):
        return unanchored().with_mod(mod_of(match))
    return Sense(day, "day", basis="context", anchor=base.isoformat()).with_mod(mod_of(match))


def today(match: Match, setting: Setting) -> Sense | None:
    """“yesterday”, “tonight”, “the day before yesterday”."""
    word = " ".join(match["deictic"].lower().split())
    if setting.word_before() == "usa":  # the newspaper
        return None
    day = setting.anchor.day
    sense = on_day(setting, None if day is None else calendar.plus_days(day, _DEICTIC[word]))
    return sense.with_mod("end" if word == "tonight" else mod_of(match))


def this_part(match: Match, setting: Setting) -> Sense | None:
    """The day of “this morning” or “last night”; not “CBS This Morning”."""
    if match["part"][0].isupper() and match["near"][0].isupper():
        return None
    if match["near"].lower() == "last" and match["part"].lower() not in ("night", "evening"):
        return None
    day = setting.anchor.day
    back = -1 if match["near"].lower() == "last" else 0
    return on_day(setting, None if day is None else calendar.plus_days(day, back)).with_mod(mod_of(match))


def that_part(match: Match, setting: Setting) -> Sense:
    """“the next morning”, “that night”: counted from the day named last."""
    base = context_day(setting)
    if base is None:
        return unanchored()
    words = match[0].lower()
    step = 1 if re.search(r"next|following", words) else -1 if "previous" in words else 0
    return _from_context(base, base.toordinal() + step).with_mod(mod_of(match))


def near_unit(match: Match, setting: Setting) -> Sense | None:
    """“last week” (``2024-W50``), “this year”, “next month”, “that day”, “the following year”."""
    near, unit = match["near"].lower(), match["unit"]
    if near in ("that", "same", "following", "previous") or unit == "day":
        return _near_context(near, unit, setting)
    if _is_span(match, near, unit, setting):
        return Sense(iso_length(1, unit), precision_of(unit), "duration")
    step = -1 if near in _BACK else 1 if near in _ON else 0
    return _near_anchor(step, unit, setting).with_mod(mod_of(match))


_SPANNED = word_set("over for during within throughout")


def _is_span(match: Match, near: str, unit: str, setting: Setting) -> bool:
    """“The past year”, “over the last year”, “the next decade”: lengths that end or begin now."""
    if unit == "quarter" or near not in ("past", "last", "next", "coming"):
        return False
    led = match[0].lower().startswith("the ") and setting.word_before() in _SPANNED
    return near == "past" or unit in ("decade", "century") or led


def _near_anchor(step: int, unit: str, setting: Setting) -> Sense:
    day, year = setting.anchor.day, setting.anchor.year
    if unit == "year" and year is not None:
        return anchored(setting, f"{year + step:04d}", "year")
    if unit == "decade" and year is not None:
        return Sense(f"{year // 10 + step:03d}X", None, basis=setting.anchor.basis, anchor=setting.anchor.iso)
    if unit == "century" and year is not None:
        return Sense(
            f"{year // 100 + step:02d}XX", None, basis=setting.anchor.basis, anchor=setting.anchor.iso
        )
    if day is None or unit in ("decade", "century", "year"):
        return unanchored()
    if unit == "week" and day.weekday() == _SUNDAY and (step or setting.tense != "past"):
        day = calendar.plus_days(day, 1) or day
    if unit == "quarter":
        year_, month = calendar.plus_months(day, 3 * step)
        return anchored(setting, f"{year_:04d}-{32 + (month + 2) // 3}", "quarter")
    return _moved(setting, day, step, unit, None)


def _near_context(near: str, unit: str, setting: Setting) -> Sense | None:
    if unit == "day" and near in ("this", "past", "last", "current", "coming"):
        return None
    step = 1 if near in _ON else -1 if near in _BACK else 0
    if unit in ("decade", "century", "quarter"):
        return None
    value = next((s.value for _, s in reversed(setting.before) if s.value and s.value[:4].isdigit()), None)
    if unit == "year" and value is not None:
        return Sense(f"{int(value[:4]) + step:04d}", "year", basis="context", anchor=value[:10])
    return _from_named(setting, step, unit)


def weekend(match: Match, setting: Setting) -> Sense:
    """“over the weekend”: Saturday and Sunday as an interval."""
    near = match["near"].lower().split()[-1]
    anchor = setting.anchor.day
    if anchor is None:
        return unanchored()
    if near == "last" and anchor.weekday() >= 5:
        anchor = date.fromordinal(anchor.toordinal() - 2)
    ahead = near in ("next", "coming") or (near == "this" and setting.tense != "past")
    ahead = ahead or (near == "the" and (setting.ahead or setting.tense == "future"))
    first, last = calendar.weekend_near(anchor, future=ahead)
    return anchored(setting, f"{first.isoformat()}/{last.isoformat()}", "day").with_mod(mod_of(match))


def ago(match: Match, setting: Setting) -> Sense:
    """“three years ago”: as fine as its unit, and about where hedged."""
    unit, count = unit_of(match), count_of(match)
    anchor = setting.anchor.day
    if count is None or anchor is None or unit in lexicon.CLOCK_UNITS:
        return unanchored()
    sense = _moved(setting, anchor, -count, unit, None)
    return sense.with_mod("approx" if match["hedge"] or unit in ("decade", "century") else None)


def from_now(match: Match, setting: Setting) -> Sense | None:
    """“will take office in about a month”: as fine as its unit, and about where hedged."""
    unit, count = unit_of(match), count_of(match)
    if unit in lexicon.CLOCK_UNITS or match["count"].lower() == "the":
        return duration(match, setting)
    about: TimeMod | None = "approx" if match["hedge"] or unit in ("decade", "century") else None
    if count is None or setting.anchor.day is None:
        return Sense(None, precision_of(unit), basis="unanchored").with_mod(about)
    return _moved(setting, setting.anchor.day, count, unit, None).with_mod(about)


def offset(match: Match, setting: Setting) -> Sense | None:
    """“two days later”, “a day before his killing”: counted from a date beside it.

    In apposition ("On Monday, a day before his killing") it names the same day
    as that date. With a date behind it ("a day after Monday's attack") it is
    counted from that. Without an object ("two days later") it is counted from
    the date named last. Else nothing settles it.
    """
    unit, count, way = unit_of(match), count_of(match), match["way"].lower()
    if match["count"].lower() == "the":
        if re.search(rf"{unit}s\b", match[0]):  # "the weeks before" the shooting: no number, so no value
            return Sense(None, precision_of(unit), "duration")
        count = 1
    if unit in lexicon.CLOCK_UNITS:
        return (
            Sense(None, None, "duration", basis="unanchored")
            if count is None
            else length_only(match, count, unit)
        )
    step = -1 if way in ("before", "earlier", "beforehand", "previously", "prior") else 1
    if way in ("before", "after", "prior") and _has_object(setting):
        return _with_object(setting, count, unit, step)
    if count is None:
        return unanchored()
    sense = _from_named(setting, step * count, unit)
    return sense.with_mod("approx" if match["hedge"] and sense.value else None)


_ENOUGH = {
    "D": _DAY_VALUE, "W": _DAY_VALUE,
    "M": re.compile(r"[1-8]\d{3}-(?:0[1-9]|1[0-2])(?![^-T/])"), "Y": re.compile(r"[1-8]\d{3}(?!\d)(?!X)"),
}  # fmt: skip
"""What a value has to name for a unit to be counted from it: months from a month, years from a year."""


def _from_named(setting: Setting, count: float, unit: str) -> Sense:
    """Counted from the date named last that is fine enough for the unit."""
    code = lexicon.UNIT_CODES[unit]
    for _, sense in reversed(setting.before):
        if sense.value is not None and _ENOUGH[code].match(sense.value):
            base = sense.value.split("/")[0].split("T")[0]
            value, precision = _counted(_first_day(base), count, unit)
            if value is not None and not _yet_to_come(value, setting):
                return Sense(value, precision, basis="context", anchor=base)
    return unanchored()


def _yet_to_come(value: str, setting: Setting) -> bool:
    """Whether a date lies after the text although no verb looks ahead: it was counted from a wrong one."""
    if setting.anchor.day is None or setting.tense == "future":
        return False
    size = 4 if "W" in value else len(value)
    return value[:size] > setting.anchor.day.isoformat()[:size]


def _first_day(value: str) -> date:
    """The first day of a year, a month or a day; of a year where the value goes on otherwise (a season)."""
    if _DAY_VALUE.match(value):
        return date.fromisoformat(value[:10])
    month = int(value[5:7]) if _ENOUGH["M"].match(value) else 1
    return date(int(value[:4]), month, 1)


def length_only(match: Match, count: float, unit: str) -> Sense:
    """“two hours later”: the hours are kept as a length, as no date is that fine."""
    number = int(count) if count == int(count) else count
    precision: TimePrecision = "hour" if unit == "hour" else "minute"
    return Sense(f"PT{number:g}{lexicon.UNIT_CODES[unit]}", precision, "duration")


def _with_object(setting: Setting, count: float | None, unit: str, step: int) -> Sense:
    if setting.after is not None and count is not None:
        span, sense = setting.after
        between = setting.text[setting.span.end : span.start]
        day = _day_of(sense)
        if day is not None and re.fullmatch(r"\s+(?:the\s+|on\s+)?", between):
            return _moved(setting, day, step * count, unit, "context")
    if setting.before:
        span, sense = setting.before[-1]
        between = setting.text[span.end : setting.span.start]
        if sense.value is not None and re.fullmatch(r",?\s*(?:just\s+|only\s+)?", between):
            return Sense(sense.value, sense.precision, basis="context", anchor=sense.value)
    return unanchored()


def _has_object(setting: Setting) -> bool:
    after = setting.word_after()
    return bool(after.rstrip(",.;:")) and after not in _NO_OBJECT


def _moved(setting: Setting, base: date, count: float, unit: str, basis: str | None) -> Sense:
    """The day, week, month or year ``count`` units from ``base``; no finer than the unit."""
    value, precision = _counted(base, count, unit)
    if value is None:
        return unanchored()
    if basis == "context":
        return Sense(value, precision, basis="context", anchor=base.isoformat())
    return anchored(setting, value, precision)


def _counted(base: date, count: float, unit: str) -> tuple[str | None, TimePrecision]:
    """What lies ``count`` units from ``base``; half a year is six months, and the year that they lead to."""
    number = count * lexicon.UNIT_FACTOR.get(unit, 1)
    if lexicon.UNIT_CODES[unit] == "Y" and number % 1:
        year, _ = calendar.plus_months(base, round(12 * number))
        return (f"{year:04d}" if 1 <= year <= 9999 else None), "year"
    return _step(base, round(number), lexicon.UNIT_CODES[unit])


def _step(base: date, steps: int, code: str) -> tuple[str | None, TimePrecision]:
    if code == "D":
        day = calendar.plus_days(base, steps)
        return (None if day is None else day.isoformat()), "day"
    if code == "W":
        day = calendar.plus_days(base, 7 * steps)
        return (None if day is None else calendar.iso_week(day)), "week"
    if code == "M":
        year, month = calendar.plus_months(base, steps)
        return (f"{year:04d}-{month:02d}" if 1 <= year <= 9999 else None), "month"
    year = base.year + steps
    return (f"{year:04d}" if 1 <= year <= 9999 else None), "year"


def _from_context(base: date, ordinal: int) -> Sense:
    return Sense(date.fromordinal(ordinal).isoformat(), "day", basis="context", anchor=base.isoformat())


def context_day(setting: Setting) -> date | None:
    """The day named last before the expression."""
    for _, sense in reversed(setting.before):
        day = _day_of(sense)
        if day is not None:
            return day
    return None


def _day_of(sense: Sense) -> date | None:
    if sense.value is None or not _DAY_VALUE.match(sense.value):
        return None
    return date.fromisoformat(sense.value[:10])
