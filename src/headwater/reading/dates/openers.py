"""Which rules can begin at which word: asked first, so that most words of a text cost one look-up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from headwater.reading.dates import lexicon
from headwater.reading.dates.grammar import FREE, RULES, Rule
from headwater.reading.figures.cardinals import TENS, UNITS, word_set
from headwater.records import Span

DAY, YEAR, COUNT, APOSTROPHE = "00", "0000", "000", "'"
"""Stand among the openers for numbers of one or two digits, of four and of others, and for an apostrophe."""

_MODS = word_set("early mid late the beginning start middle end")
_NEAR = word_set("last next this past previous coming that following the every each")
_STILL = word_set("earlier later")
_DAY, _YEAR, _COUNT = frozenset({DAY}), frozenset({YEAR}), frozenset({DAY, YEAR, COUNT})
_MONTHS = frozenset(lexicon.MONTHS)
_WEEKDAYS = frozenset(lexicon.WEEKDAYS)
_LENGTHS = word_set("hours days weeks months years decades centuries")
_FEASTS = frozenset(feast.split("'")[0].split()[0] for feast in lexicon.FEASTS)
_WORDS = frozenset({*UNITS, *TENS})
_HEDGES = word_set("nearly almost about around roughly approximately some just more less over at up under an")

OPENS: dict[str, frozenset[str]] = {
    "iso": _YEAR, "numeric": _DAY, "nine_eleven": _DAY, "day_month": _MODS | _DAY,
    "month_day": _MODS | _MONTHS | _NEAR, "month_year": _MODS | _MONTHS,
    "month": _STILL | _MODS | _NEAR | _MONTHS, "weekday": _MODS | _NEAR | _WEEKDAYS,
    "weekdays": frozenset(f"{day}s" for day in _WEEKDAYS if day.endswith("day")),
    "today": _STILL | _MODS | word_set("today yesterday tomorrow tonight"),
    "this_part": _STILL | _MODS | word_set("this last"), "that_part": _STILL | word_set("the that"),
    "near_unit": _STILL | _MODS | _NEAR | word_set("current same"), "weekend": _MODS | _NEAR,
    "quantity": _NEAR | _HEDGES | _COUNT | _WORDS | word_set("half a first"),
    "vague": word_set("the for a past last next coming several few many recent"),
    "ahead": word_set("the"), "for_units": _LENGTHS, "every": word_set("every each"),
    "adverb_set": frozenset(lexicon.SETS), "decade": _MODS | {YEAR, APOSTROPHE}, "century": _MODS | _DAY,
    "year_range": _YEAR, "year": _MODS | _YEAR | word_set("around circa about c"),
    "season": _MODS | _NEAR | frozenset(lexicon.SEASONS),
    "quarter": word_set("the first second third fourth last q"),
    "holiday": word_set("last next this") | _FEASTS,
    "clock": _DAY | _WORDS | word_set("noon midday midnight about around approximately roughly shortly just"),
    "daypart": word_set("the at"),
    "long": _LENGTHS | word_set("day week month year decade hour minute minutes"),
}  # fmt: skip
"""The words, in lower case, that a match of each rule can begin with."""

_UNITS = frozenset({*lexicon.UNIT_CODES, *(f"{unit}s" for unit in lexicon.UNIT_CODES), "centuries"})
_MORE = {
    "daypart": frozenset(lexicon.DAY_PARTS) | word_set("early late mid"),
    "weekend": word_set("weekend"), "today": word_set("day"), "month_day": word_set("week"),
    "ahead": _LENGTHS,
    "that_part": _NEAR | word_set("same"),
    "quantity": _UNITS | word_set("couple dozen estimated"),
}  # fmt: skip
_SECOND = {name: opens | _MORE.get(name, frozenset()) for name, opens in OPENS.items()}
"""The words that can follow "the", "a" or "early" in a match of each rule."""

RULES_AT: dict[str, tuple[Rule, ...]] = {
    word: tuple(rule for rule in RULES if word in OPENS[rule.name])
    for word in frozenset().union(*OPENS.values())
}
"""The rules to try at a word, in the order of the grammar."""

_RULES_BEHIND: dict[str, dict[str, tuple[Rule, ...]]] = {
    lead: {
        word: tuple(rule for rule in RULES_AT[lead] if word in _SECOND[rule.name])
        for word in frozenset().union(*(_SECOND[rule.name] for rule in RULES_AT[lead]))
    }
    for lead in ("the", "a", "an", "early", "late", "mid")
}
"""The same for words that are common, or open many rules, by the word behind them."""

_OPENER = re.compile(
    r"https?://\S{1,2000}|www\.\S{1,2000}"  # nothing is read in an address
    rf"|{FREE}(?:([A-Za-z]{{1,40}})|((?=\d{{4}}(?!\d)|\d{{1,12}}(?:[./:,]\d|½|['’]?s|[-–](?:[A-Za-z]|\d{{1,2}}\s)"
    r"|[ \t\u00a0]{0,3}(?:\r?\n[ \t]?)?(?:[A-Za-z]|1/2)))\d{1,12})|['‘’](?=\d0))"
)
"""A word, a number that goes on as a time can, or the apostrophe of "'90s"."""
_NEXT = re.compile(
    r"[-\s\u00a0]{1,4}(?:(?:in|on)\s{1,4})?(?:the\s{1,4})?(?:([A-Za-z]{1,40})|(\d{1,12})|['‘’])"
)


def _trigger() -> re.Pattern[str]:
    """The first three letters of every word without which there is no time; by the first, for speed."""
    words = {
        *lexicon.MONTHS, *lexicon.WEEKDAYS, *lexicon.SEASONS, *lexicon.DAY_PARTS, *lexicon.SETS, *_UNITS,
        *_FEASTS, "today", "yesterday", "tomorrow", "tonight", "noon", "midday", "midnight", "quarter",
        "half",
    }  # fmt: skip
    stems: dict[str, set[str]] = {}
    for word in words:
        stems.setdefault(word[0], set()).add(word[1:3])
    tails = (f"[{a}{a.upper()}](?i:{'|'.join(sorted(b))})" for a, b in sorted(stems.items()))
    return re.compile(rf"\d|\b(?:{'|'.join(tails)})")


_TRIGGER = _trigger()


def openings(text: str, sentence: Span) -> Iterator[tuple[int, tuple[Rule, ...]]]:
    """Each place of a sentence where a time can begin, with the rules to try there."""
    if _TRIGGER.search(text, sentence.start, sentence.end) is None:
        return
    for match in _OPENER.finditer(text, sentence.start, sentence.end):
        if match[0][0] in "hw" and not match[1]:
            continue
        word = _key(match)
        rules = _behind(word, text, match.end()) if word in _RULES_BEHIND else RULES_AT.get(word)
        if rules:
            yield match.start(), rules


def _key(match: re.Match[str]) -> str:
    """What stands for a word, a number or an apostrophe among the openers."""
    if match[1]:
        return match[1].lower()
    digits = len(match[2] or "")
    return APOSTROPHE if not digits else DAY if digits <= 2 else YEAR if digits == 4 else COUNT


def _behind(lead: str, text: str, end: int) -> tuple[Rule, ...]:
    """The rules that can begin with ``lead`` and go on with the word behind it."""
    following = _NEXT.match(text, end)
    return () if following is None else _RULES_BEHIND[lead].get(_key(following), ())
