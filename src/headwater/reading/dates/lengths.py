"""Senses of lengths of time, of what comes again, and of times of day."""

from __future__ import annotations

import re

from headwater.reading.dates import lexicon
from headwater.reading.dates.plain import mod_of
from headwater.reading.dates.sense import Sense, Setting, unanchored
from headwater.reading.figures.cardinals import number_value, word_set
from headwater.records.vocabulary import TimeMod, TimePrecision

Match = re.Match[str]

_PRECISION: dict[str, TimePrecision] = {
    "S": "minute", "M": "month", "H": "hour", "D": "day", "W": "week", "Y": "year",
}  # fmt: skip
_ONE_LEADS = word_set("for in within than after over about nearly almost every just once under least as")
_ONE_DAY = re.compile(r"(?:\d{4}|XXXX)-\d{2}-\d{2}(?:T[\d:]+)?$")
_CLOCK_LEADS = word_set("at around about by from to until till before after since between and to")
_AGED = re.compile(rf"\s{{1,4}}(?:{lexicon.THINGS_WITH_AGES})\b", re.IGNORECASE)


def unit_of(match: Match) -> str:
    """The unit's name in the singular."""
    return match["unit"] or "century"


def count_of(match: Match) -> float | None:
    """How many units; ``None`` where the words do not say ("the years")."""
    if match["from"]:  # "four to five hours"
        return None
    count = _count(" ".join(match["count"].lower().split()))
    return count + 0.5 if count is not None and match["plus"] else count


def _count(words: str) -> float | None:
    if words.endswith(" and a half"):
        number = number_value(words.removesuffix(" and a half"))
        return None if number is None else number + 0.5
    half = re.fullmatch(r"(\d+)(?:\s1/2|½)", words)
    return int(half[1]) + 0.5 if half else _FIXED.get(words, number_value(words))


_FIXED = {
    "a": 1.0, "an": 1.0, "half a": 0.5, "half an": 0.5, "a half": 0.5, "a dozen": 12.0, "a couple of": 2.0,
    "a couple": 2.0,
}  # fmt: skip


def duration(match: Match, setting: Setting) -> Sense | None:
    """“three years” (``P3Y``), “a nearly three-year-old war”; never a person's age."""
    if match["old"] or not _is_length(match, setting):
        return None
    if match["tail"] in ("old", "olds") and not _AGED.match(setting.text, match.end()):
        return None
    count, unit = count_of(match), unit_of(match)
    if match["from"]:
        return Sense(None, precision_of(unit), "duration")
    if count is None:
        return None
    sense = Sense(iso_length(count, unit), precision_of(unit), "duration")
    about = match["hedge"] or "couple" in match["count"]
    return sense.with_mod("approx" if about else None)


def _is_length(match: Match, setting: Setting) -> bool:
    words = match["count"].lower()
    if setting.word_before() in ("aged", "age", "ages"):
        return False
    if words == "the" or (words in ("a", "an", "one") and unit_of(match) in ("second", "night", "weekend")):
        return False
    if words in ("a", "an"):
        return (
            bool(match["hedge"] or match["plus"])
            or match["tail"] == "long"
            or setting.word_before() in _ONE_LEADS
        )
    if words == "one" and unit_of(match) == "day":  # "one day they left" is no length, "a one-day trip" is
        return bool(match["hedge"]) or setting.word_before() == "for" or "-" in match[0]
    return True


def iso_length(count: float, unit: str) -> str:
    """A duration in ISO 8601: ``P3Y``, ``PT16H``; a fraction of a unit as a decimal."""
    number = count * lexicon.UNIT_FACTOR.get(unit, 1)
    if number % 1 == 0.5 and number > 1 and unit in _HALVES:  # "5 1/2 hours" is five hours and thirty minutes
        return iso_length(int(number), unit if unit in _HALVES else "year") + _HALVES[unit]
    clock = "T" if unit in lexicon.CLOCK_UNITS else ""
    return f"P{clock}{number:.10g}{lexicon.UNIT_CODES[unit]}"


_HALVES = {"year": "6M", "hour": "30M", "day": "T12H"}


def precision_of(unit: str) -> TimePrecision:
    """The precision that a unit's name gives; a second is given as minute, the finest there is."""
    return "minute" if unit == "minute" else _PRECISION[lexicon.UNIT_CODES[unit]]


def vague(match: Match, setting: Setting) -> Sense:
    """“several weeks”, “the months ahead”: a length without a number, so without a value."""
    unit = match["units"].removesuffix("s").replace("centurie", "century")
    return Sense(None, precision_of(unit), "duration")


def long(match: Match, setting: Setting) -> Sense | None:
    """“day-long”, “a decades-long battle”, “a years-old slump”; never an age."""
    units = match["units"]
    if match[0].endswith("old") and not units.endswith("s"):
        return None
    if units.endswith("s"):
        return vague(match, setting)
    return Sense(iso_length(1, units), precision_of(units), "duration")


def every(match: Match, setting: Setting) -> Sense | None:
    """“every day”, “every two weeks”: the period, as ``P1D``, ``P2W``."""
    words = (match["count"] or "one").lower()
    count = 2.0 if words == "other" else number_value(words)
    unit = unit_of(match)
    return None if count is None else Sense(iso_length(count, unit), precision_of(unit), "set")


def adverb_set(match: Match, setting: Setting) -> Sense | None:
    """“daily”; not “Daily Mail”."""
    word = match["adverb"]
    named = setting.word_after()[:1].isupper()  # "Daily Mail", "the party daily Granma"
    if named or (word[0].isupper() and setting.span.start != setting.sentence.start):
        return None
    value = lexicon.SETS[word.lower()]
    return Sense(
        value,
        precision_of({"H": "hour", "D": "day", "W": "week", "M": "month", "Y": "year"}[value[-1]]),
        "set",
    )


def weekdays(match: Match, setting: Setting) -> Sense:
    """“Mondays”: any week's Monday, ``XXXX-WXX-1`` (ISO 8601-2)."""
    number = lexicon.WEEKDAYS[match["plural"].lower()]
    return Sense(f"XXXX-WXX-{number + 1}", "day", "set").with_mod(mod_of(match))


def clock(match: Match, setting: Setting) -> Sense | None:
    """“6 a.m.”, “at 14:30”, “shortly after noon”, “four in the morning”.

    ``2024-12-17T06:00`` where its sentence names the day, or where it tells of
    what happened and the passage named one; else ``T06:00``.
    """
    if setting.word_before() == "high" or (match["hour24"] and not _is_clock(match, setting)):  # "high noon"
        return None
    if match["spoken"] and not 1 <= (number_value(match["spoken"]) or 0) <= 12:
        return None
    value, precision = clock_value(match)
    day = day_beside(setting) or day_of_passage(setting)
    if day is None:
        return Sense(value, precision, "time").with_mod(about_of(match))
    return Sense(f"{day}{value}", precision, "time", basis="context", anchor=day).with_mod(about_of(match))


def about_of(match: Match) -> TimeMod | None:
    """``approx`` for “shortly after 6 a.m.”."""
    return "approx" if match["about"] else None


_PASSAGE = 600
"""Code points that a named day reaches: two paragraphs of news prose."""
_HABIT = re.compile(
    r"\b(?:[Ee]very|[Ee]ach|[Uu]sually|[Gg]enerally|[Oo]ften|[Dd]aily|[Nn]ormally|\w{3,6}days)\b"
)


def day_of_passage(setting: Setting) -> str | None:
    """The day named last, for a time of day in a sentence that tells of what happened once."""
    if setting.tense != "past" or _HABIT.search(setting.text, setting.sentence.start, setting.sentence.end):
        return None
    today = setting.anchor.day.isoformat() if setting.anchor.day else "9999"
    for span, sense in reversed(setting.before):
        if sense.value is not None and _ONE_DAY.match(sense.value) and sense.value[:10] <= today:
            return sense.value[:10] if setting.span.start - span.end <= _PASSAGE else None
    return None


def day_beside(setting: Setting) -> str | None:
    """The day that the sentence names before the expression, or else right behind it."""
    near = [*reversed(setting.before), *([setting.after] if setting.after else [])]
    for span, sense in near:
        inside = setting.sentence.start <= span.start < setting.sentence.end
        if inside and sense.value is not None and _ONE_DAY.match(sense.value):
            return sense.value[:10]
    return None


def clock_value(match: Match) -> tuple[str, TimePrecision]:
    """The time of day in ISO 8601, with its "T", and how fine it is."""
    if match["word"]:
        return ("T00:00" if match["word"].lower() == "midnight" else "T12:00"), "hour"
    if match["hour24"]:
        return f"T{int(match['hour24']):02d}:{match['minute24']}", "minute"
    if match["spoken"]:
        spoken = int(number_value(match["spoken"]) or 0) % 12
        return f"T{spoken + (0 if match['when'] == 'morning' else 12):02d}:00", "hour"
    hour = int(match["hour"]) % 12 + (12 if match["half"].lower() == "p" else 0)
    return f"T{hour:02d}:{match['minute'] or '00'}", "minute" if match["minute"] else "hour"


def _is_clock(match: Match, setting: Setting) -> bool:
    """Whether "14:30" is a time of day, by a preposition before or a zone behind it; else it is a score."""
    more = not match[0].endswith(f"{match['hour24']}:{match['minute24']}")
    return more or bool(match["about"]) or setting.word_before() in _CLOCK_LEADS


def daypart(match: Match, setting: Setting) -> Sense:
    """“the early morning”: of the day that its sentence or its passage names, else of no known day."""
    mod, day = mod_of(match), day_beside(setting) or day_of_passage(setting)
    if day is None:
        return unanchored("time").with_mod(mod)
    return Sense(day, "day", basis="context", anchor=day).with_mod(mod)
