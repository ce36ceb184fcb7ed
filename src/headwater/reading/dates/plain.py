"""Senses of expressions that name a date themselves, whole or but for the year."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from headwater.reading.dates import calendar, lexicon
from headwater.reading.dates.sense import Sense, Setting, anchored, unanchored
from headwater.reading.dates.years import told_year, year_of, year_of_day, years_off
from headwater.reading.figures.cardinals import word_set
from headwater.records.vocabulary import TimeMod

Match = re.Match[str]

_NEEDS_PREPOSITION = frozenset({"may", "march", "mar", "jan", "dec", "jun", "apr"})
_NAMES_TOO = frozenset({"april", "june", "august", "may", "jan"})
_FIRST_NAME = re.compile(r"\b[A-Z][a-z]{2,14}\s$")
_PREPOSITIONS = word_set(
    "in since until till by of from to through throughout during before after between and late early mid "
    "around"
)
_YEAR_LEADS = _PREPOSITIONS | word_set(
    "the a an for this its his her their on at about year circa our fall spring summer winter"
)
_NUMBERED = word_set(
    "no no. number page flight boeing room resolution resolutions unscr section title rule bill hb sb hr "
    "proposition article chapter highway route channel nearly some over than least"
)
"""Words before a number of four digits that is no year."""
_COUNTED = word_set(
    "people troops soldiers men women children dead civilians times points miles km pounds dollars"
)


_ONE_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_STYLES = word_set("mr mrs ms dr mr. mrs. ms. dr.")
_TO_PERSONS = word_set("by to of from and after")
_ARTICLES = word_set("the a an its his her their this our last")
_BEHIND_MONTH = word_set("on for to of in against was is and or with by had has will")


def mod_of(match: Match) -> TimeMod | None:
    """The ``mod`` that "early", "mid", "late" or a part of the day gives."""
    groups = match.groupdict()
    part = groups.get("part")
    words = groups.get("mod")
    if words:
        return lexicon.MODS.get(" ".join(words.lower().split()))
    return lexicon.DAY_PARTS.get(part.lower()) if part else None


def iso(match: Match, setting: Setting) -> Sense | None:
    """“2024-12-17”, with a time of day or without."""
    try:
        day = date.fromisoformat(match["iso"])
    except ValueError:
        return None
    if match["clock"]:
        return Sense(f"{day.isoformat()}T{match['clock']}", "minute", "time")
    return Sense(day.isoformat(), "day")


def numeric(match: Match, setting: Setting) -> Sense | None:
    """“17/12/2024”: a day only where just one order of day and month is possible, else the year alone."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
    if len(match["year"]) == 2:
        year += 2000 if year < 70 else 1900
    days = {d for d in (calendar.safe_day(year, b, a), calendar.safe_day(year, a, b)) if d}
    if match["sep"] == ".":
        days = {d for d in (calendar.safe_day(year, b, a),) if d}
    if not days:
        return None
    return Sense(days.pop().isoformat(), "day") if len(days) == 1 else Sense(f"{year:04d}", "year")


def nine_eleven(match: Match, setting: Setting) -> Sense:
    """“9/11”, which in news is one day only."""
    return Sense("2001-09-11", "day")


def month_and_day(match: Match, setting: Setting) -> Sense | None:
    """“17 December 2024”, “Dec. 17”, “Jan. 5-7”, “the week of Jan. 5”."""
    sense = _month_and_day(match, setting)
    if sense is None or not match.groupdict().get("week") or not _ONE_DAY.fullmatch(sense.value or ""):
        return sense
    return replace(sense, value=calendar.iso_week(date.fromisoformat(sense.value or "")), precision="week")


def _month_and_day(match: Match, setting: Setting) -> Sense | None:
    month, day = _month(match), int(match["day"])
    last = int(match["day2"]) if match["day2"] else None
    if match["year"]:
        return _day_or_days(int(match["year"]), month, day, last)
    if calendar.safe_day(2024, month, day) is None:  # a leap year: 29 February has to pass
        return None
    stated = setting.year or year_of(match, setting)
    if stated:
        sense = _day_or_days(stated, month, day, last)
        return sense and _counted(sense, match, setting)
    near = (match.groupdict().get("near") or "").lower()
    if not near and (told := told_year(setting, month)):
        sense = _day_or_days(told.year, month, day, last)
        return sense and replace(sense, basis="context", anchor=told.value).with_mod(mod_of(match))
    year = year_of_day(setting, month, day, near)
    if year is None:
        end = f"/XXXX-{month:02d}-{last:02d}" if last else ""
        return Sense(f"XXXX-{month:02d}-{day:02d}{end}", "day").with_mod(mod_of(match))
    sense = _day_or_days(year, month, day, last)
    return None if sense is None else anchored(setting, sense.value, "day").with_mod(mod_of(match))


def _counted(sense: Sense, match: Match, setting: Setting) -> Sense:
    """The sense with its ``mod``, counted from the anchor where the words are “of last year”."""
    if match["rel"]:
        sense = anchored(setting, sense.value, sense.precision or "day")
    return sense.with_mod(mod_of(match))


def _day_or_days(year: int, month: int, day: int, last: int | None) -> Sense | None:
    first = calendar.safe_day(year, month, day)
    if first is None:
        return None
    until = calendar.safe_day(year, month, last) if last else None
    if until is None or until <= first:
        return Sense(first.isoformat(), "day")
    return Sense(f"{first.isoformat()}/{until.isoformat()}", "day")


def month_year(match: Match, setting: Setting) -> Sense:
    """“December 2024”."""
    return Sense(f"{int(match['year']):04d}-{_month(match):02d}", "month").with_mod(mod_of(match))


def month(match: Match, setting: Setting) -> Sense | None:
    """“October”, “last May”: the month nearest in the direction of the tense."""
    near, number = _near(match), _month(match)
    if not _is_month(match, setting, near):
        return None
    if near in ("every", "each"):
        return Sense(f"XXXX-{number:02d}", "month", "set")
    stated = setting.year or year_of(match, setting)
    if stated:
        return _counted(Sense(f"{stated:04d}-{number:02d}", "month"), match, setting)
    if not near and (told := told_year(setting, number)):
        value = f"{told.year:04d}-{number:02d}"
        return Sense(value, "month", basis="context", anchor=told.value).with_mod(mod_of(match))
    anchor = setting.anchor.day
    if anchor is None:
        return Sense(f"XXXX-{number:02d}", "month").with_mod(mod_of(match))
    year = anchor.year + years_off(anchor.month, number, near, setting)
    return anchored(setting, f"{year:04d}-{number:02d}", "month").with_mod(mod_of(match))


def _is_month(match: Match, setting: Setting, near: str) -> bool:
    """Whether a month's name alone is the month: not the verb "may", a march, or April Smith."""
    word, after, before = match["month"].lower(), setting.word_after(), setting.word_before()
    if near or mod_of(match):
        return True
    if word in _NAMES_TOO:
        if after[:1].isupper() and after.lower() not in lexicon.MONTHS:
            return False
        if _FIRST_NAME.search(setting.text, setting.span.start - 20, setting.span.start):
            return before in _PREPOSITIONS
    if word in _NEEDS_PREPOSITION:
        return _has_lead(word, before, after, setting.text)
    return before not in _STYLES and match["month"] != "SEP"


def _has_lead(word: str, before: str, after: str, text: str) -> bool:
    """Whether a month that is also another word is led as a month: "in May", "the March accession"."""
    if word == "may" and before in _TO_PERSONS and _has_person_may(text):
        return False
    if before in _ARTICLES:  # but "the March on Rome"
        return after.islower() and after not in _BEHIND_MONTH
    return before in _PREPOSITIONS


@lru_cache(maxsize=2)  # asked again for each "to May" of a text
def _has_person_may(text: str) -> bool:
    return re.search(r"\b(?:Theresa|Mrs\.?|Brian|Prime Minister) May\b", text) is not None


def year(match: Match, setting: Setting) -> Sense | None:
    """“2014”, “in 1812”: a year where the words around it do not count with it."""
    number, after, before = int(match["year"]), setting.word_after(), setting.word_before()
    plain = after.strip(".,;:!?)").lower()
    if plain in _COUNTED:
        return None
    old = not 1900 <= number <= 2099
    if old and before not in ("in", "since", "until", "circa", "year", "of", "from", "by", "the"):
        return None
    led = before in _YEAR_LEADS or before.endswith("-") or mod_of(match) is not None  # "post-1959"
    if not led and plain.endswith("s") and plain.isalpha() and len(plain) > 3:
        return None
    if (
        old
        and before in ("of", "the", "from", "by")
        and (plain.isalpha() and plain not in ("and", "to", "when", "until"))
    ):
        return None
    if before in _NUMBERED:
        return None
    sense = Sense(f"{number:04d}", "year").with_mod(mod_of(match))
    approx = re.match(r"(?i)around|circa|about|c\.", match[0])
    return sense.with_mod("approx") if approx else sense


def year_range(match: Match, setting: Setting) -> Sense | None:
    """“1914-18”, “2009-2011”."""
    first, tail = int(match["from"]), match["to"]
    last = int(tail) if len(tail) == 4 else first // 100 * 100 + int(tail)
    if not first < last <= first + 200:
        return None
    return Sense(f"{first:04d}/{last:04d}", "year")


def decade(match: Match, setting: Setting) -> Sense:
    """“the 1990s”: ``199X``, with the unspecified digit of ISO 8601-2 (EDTF level 1).

    ``TimePrecision`` has no word for decades and centuries, so ``precision`` is ``None``.
    """
    return Sense(f"{match['century'] or '19'}{match['tens']}X", None).with_mod(mod_of(match))


def century(match: Match, setting: Setting) -> Sense | None:
    """“the 19th century”: ``18XX``."""
    number = int(match["nth"])
    return Sense(f"{number - 1:02d}XX", None).with_mod(mod_of(match)) if 1 <= number <= 22 else None


def season(match: Match, setting: Setting) -> Sense | None:
    """“summer 2014”, “last winter”: ``2014-22``, the season codes of ISO 8601-2."""
    code, near = lexicon.SEASONS[match["season"].lower()], _near(match)
    if match["year"]:
        return Sense(f"{int(match['year']):04d}-{code}", "season").with_mod(mod_of(match))
    if not near:
        return None
    anchor = setting.anchor.day
    if anchor is None:
        return unanchored()
    # The month in which a season is over: spring in June, summer in September, autumn in December.
    over = {21: 6, 22: 9, 23: 12, 24: 3}[code]
    year_ = anchor.year
    if near in ("last", "past") and (anchor.month < over or code == 24):
        year_ -= 1
    elif near in ("next", "coming") and anchor.month >= over - 3 and code != 24:
        year_ += 1
    return anchored(setting, f"{year_:04d}-{code}", "season").with_mod(mod_of(match))


def quarter(match: Match, setting: Setting) -> Sense | None:
    """“the third quarter of 2014”: ``2014-35``; “the first half of 2014”: ``2014-40`` (ISO 8601-2)."""
    half = match["what"] == "half"
    word = (match["nth"] or "").lower()
    number = int(match["q"]) if match["q"] else lexicon.ORDINALS.get(word, 0)
    if half and word == "last":
        number = 2
    if half and number > 2:
        return None
    code, precision = (39 + number, "half") if half else (32 + number, "quarter")
    if match["year"]:
        year_, basis = int(match["year"]), False
    elif match["near"] and setting.anchor.year is not None:
        year_, basis = setting.anchor.year + {"last": -1, "this": 0, "next": 1}[match["near"].lower()], True
    else:
        return unanchored() if match["near"] else None
    value = f"{year_:04d}-{code}"
    if basis:
        return anchored(setting, value, "half" if half else "quarter")
    return Sense(value, "half" if precision == "half" else "quarter")


_WEEKS = timedelta(days=45)
"""A feast further ahead is not what a past verb speaks of."""


def holiday(match: Match, setting: Setting) -> Sense | None:
    """A feast of the year that the text is about, by nearness to the anchor."""
    name = " ".join(match["feast"].lower().replace("’", "'").split())
    anchor = setting.anchor.day
    if name in lexicon.UNSETTLED:
        return unanchored()
    if match["year"]:
        return Sense(_feast(name, int(match["year"])).isoformat(), "day").with_mod(mod_of(match))
    if anchor is None:
        fixed = lexicon.HOLIDAYS.get(name)
        return unanchored() if fixed is None else Sense(f"XXXX-{fixed[0]:02d}-{fixed[1]:02d}", "day")
    days = [_feast(name, anchor.year + k) for k in (-1, 0, 1)]
    near = _near(match)
    if near == "last":
        day = max(d for d in days if d < anchor)
    elif near == "next":
        day = min(d for d in days if d > anchor)
    else:
        day = min(days, key=lambda d: abs((d - anchor).days))
        if day > anchor + _WEEKS and name != "election day" and setting.tense == "past" and not setting.ahead:
            day = max(d for d in days if d <= anchor)
    return anchored(setting, day.isoformat(), "day").with_mod(mod_of(match))


def _feast(name: str, year_: int) -> date:
    if name in lexicon.FROM_THANKSGIVING:
        return calendar.thanksgiving(year_) + timedelta(days=lexicon.FROM_THANKSGIVING[name])
    if name in lexicon.FROM_EASTER:
        return calendar.easter(year_) + timedelta(days=lexicon.FROM_EASTER[name])
    return calendar.election_day(year_) if name == "election day" else date(year_, *lexicon.HOLIDAYS[name])


def _month(match: Match) -> int:
    return lexicon.MONTHS[match["month"].lower()]


def _near(match: Match) -> str:
    return (match["near"] or "").lower().split()[-1] if match["near"] else ""
