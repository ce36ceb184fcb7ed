"""Which rules can begin at which word: asked first, so that most words of a text cost one look-up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from headwater.reading.dates import lexicon
from headwater.reading.dates.grammar import FREE, RULES, Rule
from headwater.reading.figures.cardinals import TENS, UNITS, word_set
from headwater.records import Span

DIGIT, APOSTROPHE = "0", "'"
"""Stand for any digit and any apostrophe among the openers."""

_MODS = word_set("early mid late the beginning start middle end")
_NEAR = word_set("last next this past previous coming that following the every each")
_STILL = word_set("earlier later")
_DIGIT = frozenset({DIGIT})
_MONTHS = frozenset(lexicon.MONTHS)
_WEEKDAYS = frozenset(lexicon.WEEKDAYS)
_LENGTHS = word_set("hours days weeks months years decades centuries")
_FEASTS = frozenset(feast.split("'")[0].split()[0] for feast in lexicon.HOLIDAYS)
_HEDGES = word_set("nearly almost about around roughly approximately some just more less over at up under an")

OPENS: dict[str, frozenset[str]] = {
    "iso": _DIGIT, "numeric": _DIGIT, "nine_eleven": _DIGIT, "day_month": _MODS | _DIGIT,
    "month_day": _MODS | _MONTHS | _NEAR, "month_year": _MODS | _MONTHS,
    "month": _STILL | _MODS | _NEAR | _MONTHS, "weekday": _MODS | _NEAR | _WEEKDAYS,
    "weekdays": frozenset({"on"} | {f"{day}s" for day in _WEEKDAYS if day.endswith("day")}),
    "today": _STILL | _MODS | word_set("today yesterday tomorrow tonight"),
    "this_part": _STILL | _MODS | word_set("this last"), "that_part": _STILL | word_set("the that"),
    "near_unit": _STILL | _MODS | _NEAR | word_set("current same"), "weekend": _MODS | _NEAR,
    "quantity": _NEAR | _HEDGES | _DIGIT | frozenset({*UNITS, *TENS}) | word_set("half a first"),
    "vague": word_set("the for a past last next coming several few many recent"),
    "ahead": word_set("the"), "for_units": _LENGTHS, "every": word_set("every each"),
    "adverb_set": frozenset(lexicon.SETS), "decade": _MODS | {DIGIT, APOSTROPHE}, "century": _MODS | _DIGIT,
    "year_range": _DIGIT, "year": _MODS | _DIGIT | word_set("around circa about c"),
    "season": _MODS | _NEAR | frozenset(lexicon.SEASONS),
    "quarter": word_set("the first second third fourth last q"),
    "holiday": word_set("last next this easter thanksgiving election") | _FEASTS,
    "clock": _DIGIT | word_set("noon midday midnight"), "daypart": word_set("in during through into at"),
    "long": _LENGTHS | word_set("day week month year decade hour minute minutes"),
}  # fmt: skip
"""The words, in lower case, that a match of each rule can begin with."""

RULES_AT: dict[str, tuple[Rule, ...]] = {
    word: tuple(rule for rule in RULES if word in OPENS[rule.name])
    for word in frozenset().union(*OPENS.values())
}
"""The rules to try at a word, in the order of the grammar."""

_OPENER = re.compile(
    r"https?://\S{1,2000}|www\.\S{1,2000}"  # nothing is read in an address
    rf"|{FREE}(?:([A-Za-z]+)|(\d)(?=\d{{3}}(?!\d)|\d{{0,11}}(?:[./:,]\d|½|['’]?s|[-–][A-Za-z\d]"
    r"|[ \t\u00a0]{0,3}(?:\r?\n[ \t]?)?(?:[A-Za-z]|1/2)))|['‘’](?=\d0))"
)
"""A word, a number that goes on as a time can, or the apostrophe of "'90s"."""


def openings(text: str, sentence: Span) -> Iterator[tuple[int, tuple[Rule, ...]]]:
    """Each place of a sentence where a time can begin, with the rules to try there."""
    for match in _OPENER.finditer(text, sentence.start, sentence.end):
        if match[1]:
            rules = RULES_AT.get(match[1].lower())
        elif match[2]:
            rules = RULES_AT[DIGIT]
        else:
            rules = None if match[0][0] in "hw" else RULES_AT[APOSTROPHE]
        if rules is not None:
            yield match.start(), rules
