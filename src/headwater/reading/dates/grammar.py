"""The shapes of time expressions: one pattern a rule, built from a few shared pieces.

A rule is tried only where one of the words that it can open with stands
(:mod:`headwater.reading.dates.openers`), and is compiled when that first
happens. Every repetition is bounded, so that a text takes time in proportion
to its length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from headwater.reading.dates import lexicon
from headwater.reading.figures.cardinals import TENS, UNITS


def _names(words: dict[str, int]) -> str:
    """Alternatives for names that are written with a capital or wholly in capitals."""
    spelt = [form for word in words for form in (word.capitalize(), word.upper())]
    return "|".join(sorted(spelt, key=len, reverse=True))


S = r"(?:[ \t\u00a0]{1,3}|[ \t]?\r?\n[ \t]?)"
"""White space inside an expression; a line may be broken once, a paragraph may not."""
FREE = r"(?<![\w@#/$€£])(?<!\d[.,:])"
"""Where an expression may begin: not inside a word, a handle, an amount or a number."""
_MONTH = rf"(?P<month>{_names(lexicon.MONTHS)})\b(?:(?<=\b\w{{3}})(?<!May)\.|(?<=Sept)\.)?"
_LONG_WEEKDAYS = {word: n for word, n in lexicon.WEEKDAYS.items() if word.endswith("day")}
_WEEKDAY = rf"(?P<weekday>{_names(lexicon.WEEKDAYS)})\b(?:\.(?={S}\d))?"
_YEAR = r"(?P<year>1\d{3}|20\d{2})(?![\d/%]|[.,:]\d|-\d)"
_COMMA_YEAR = rf"(?:,?{S}|{S}(?i:of){S}){_YEAR}"
_OF_YEAR = rf"{S}(?:(?i:of){S})?(?P<rel>(?i:last|this|next)){S}(?i:year)(?!['’])"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%]|[.,:]\d)"
_UNIT = r"(?P<unit>second|minute|hour|day|night|weekend|week|fortnight|month|year|decade|century)"
_UNITS = rf"{_UNIT}(?:s|\b)|centuries"
_MOD = (
    rf"(?:(?P<mod>(?i:early|mid|late|the{S}(?:beginning|start|middle|end){S}of|"
    rf"(?:beginning|start|middle|end){S}of))"
    rf"(?:-|{S})(?:(?i:in|on){S})?(?:(?i:the){S})?)?"
)
_SMALL = "|".join(sorted((*UNITS, *TENS), key=len, reverse=True))
_NUMBER = (
    rf"(?=[\dzotfsenZOTFSEN])(?>\d{{1,3}}(?:,\d{{3}}){{1,2}}|\d{{1,6}}(?:\.\d{{1,3}})?"
    rf"|(?:{_SMALL})(?:[ -](?:and[ -])?(?:{_SMALL})\b){{0,3}})"
    rf"(?:[ -](?:hundred|thousand|million|billion)\b(?:[ -](?:and[ -])?(?:{_SMALL})\b){{0,2}})?"
)
"""A number as lengths of time have it: up to "two hundred and twenty-five thousand"."""
_HEDGE = (
    r"(?:(?P<hedge>(?i:nearly|almost|about|around|roughly|approximately|some|just{S}over"
    r"|just{S}under|more{S}than|"
    r"less{S}than|over|at{S}least|up{S}to|under|an{S}estimated)){S})?"
).replace("{S}", S)
_COUNT = (
    rf"(?:(?P<from>(?i:{_NUMBER}|a)){S}(?i:to|or){S})?"
    rf"(?P<count>(?i:\d{{1,3}}(?:{S}1/2|½)|{_NUMBER}(?:{S}and{S}a{S}half)?|half{S}an?"
    rf"|an?{S}(?:half|dozen|couple(?:{S}of)?)|an?|the))"
)
_PART = r"(?P<part>(?i:morning|dawn|daybreak|sunrise|afternoon|evening|night|dusk|sunset|nightfall))"
_PARTS = rf"(?:{S}{_PART}(?:s|\b)(?!-))?"
_NEAR = (
    r"(?P<near>(?i:last|next|this|past|previous|coming|that|following|the{S}following"
    r"|every|each))"
).replace("{S}", S)
_ZONE = (
    rf"(?:{S}(?:GMT|UTC|E[SD]?T|C[SD]T|M[SD]T|P[SD]?T|CES?T|BST|IST|MSK|"
    rf"(?i:local|moscow|eastern|kyiv|central)"
    rf"{S}(?i:time))(?!\w))?"
)
_ABOUT = (
    rf"(?:(?P<about>(?i:about|around|approximately|roughly|(?:shortly|just){S}(?:after|before)))"
    rf"{S})?"
)
_SPOKEN = rf"(?P<spoken>{_NUMBER}){S}(?:in{S}the{S}(?P<when>morning|afternoon|evening)|at{S}(?P<at>night))"
_CLOCK = (
    r"(?:(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?[ \u00a0]?"
    r"(?P<half>[aApP])(?:\.[ ]?[mM]\.?|[mM]\b)"
    r"|(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?![:\d.])(?:[ ]?(?i:hrs|hours)\b)?"
    r"|(?P<word>(?i:noon|midday|midnight))\b"
    rf"|{_SPOKEN})"
)


@dataclass(frozen=True)
class Rule:
    """One shape of time expression and the name of the function that gives it a sense."""

    name: str
    source: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled on first use: to compile all takes as long as to read several articles."""
        return re.compile(self.source)


def _rule(name: str, pattern: str) -> Rule:
    return Rule(name, FREE + pattern + r"(?!\w)")


_FEASTS = "|".join(re.escape(w).replace("'", "['’]").replace(r"\ ", S) for w in lexicon.FEASTS)
_SEASON = r"(?P<season>(?i:spring|summer|autumn|fall|winter))"
_STILL = r"(?:(?i:earlier|later){S})?".replace("{S}", S)

RULES: tuple[Rule, ...] = (
    _rule("iso",
        r"(?P<iso>\d{4}-\d{2}-\d{2})(?:[T ](?P<clock>\d{2}:\d{2})(?::\d{2}"
        r"(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![/-])"),
    _rule("numeric", r"(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<year>\d{4}|\d{2})(?![/.]\d)"),
    _rule("nine_eleven", r"9/11(?![/\d])"),
    _rule("day_month",
        rf"{_MOD}(?:(?i:the){S})?{_DAY}(?:(?:-|–|{S}(?i:to|and){S})(?P<day2>[12]?\d|3[01])"
        rf"(?:st|nd|rd|th)?)?{S}(?:(?i:of){S})?{_MONTH}(?:{_COMMA_YEAR}|{_OF_YEAR})?"),
    _rule("month_day",
        rf"(?:(?P<week>(?i:the{S}week{S}of)){S})?{_MOD}(?:(?P<near>(?i:last|next|this)){S})?"
        rf"{_MONTH}{S}(?:(?i:the){S})?{_DAY}"
        rf"(?!{S}(?i:percent|per{S}cent|people|million|billion|troops|soldiers|[ap]\.?m\b))"
        rf"(?:(?:-|–|{S}(?i:to|and){S})(?P<day2>[12]?\d|3[01])(?:st|nd|rd|th)?"
        rf"(?![\d:.,]\d|\d))?(?:{_COMMA_YEAR}|{_OF_YEAR})?"),
    _rule("month_year", rf"{_MOD}{_MONTH}(?:,|{S}(?i:of))?{S}{_YEAR}"),
    _rule("month", rf"{_STILL}{_MOD}(?:{_NEAR}{S})?{_MONTH}(?(near)(?!{S}\d)|(?:{_OF_YEAR})?)"),
    _rule("weekday",
        rf"{_MOD}(?:(?P<the>(?i:the)){S})?(?:{_NEAR}{S})?{_WEEKDAY}(?:['’]s)?{_PARTS}"
        rf"(?:,?{S}(?P<week>(?i:last|next|this)){S}week)?"),
    _rule("weekdays", rf"(?P<plural>{_names(_LONG_WEEKDAYS)})s{_PARTS}"),
    _rule("today",
        rf"{_STILL}{_MOD}(?P<deictic>(?i:the{S}day{S}before{S}yesterday|the{S}day{S}after{S}tomorrow"
        rf"|today|yesterday|tomorrow|tonight))(?:['’]s)?{_PARTS}"),
    _rule("this_part", rf"{_STILL}{_MOD}(?P<near>(?i:this|last)){S}{_PART}"),
    _rule("that_part",
        rf"{_STILL}(?:(?i:the{S}next|the{S}same|the{S}following|the{S}previous|that)){S}{_PART}"),
    _rule("near_unit",
        rf"{_STILL}{_MOD}(?:(?i:the){S})?(?P<near>(?i:last|next|this|past|previous|coming"
        rf"|current|following|same|that)){S}(?P<unit>day|week|month|year|decade|century|quarter)"
        rf"(?:['’]s)?"),
    _rule("weekend",
        rf"{_MOD}(?P<near>(?i:the|this|last|next|past|this{S}past|the{S}past|the{S}coming"
        rf"|the{S}last|that)){S}(?P<span>weekend)(?:['’]s)?"),
    _rule("quantity",
        rf"(?:(?:(?i:the){S})?(?P<run>(?i:past|last|next|(?<=the )coming|previous|first)){S})?"
        rf"{_HEDGE}{_COUNT}(?:-|{S})(?:(?i:more|full|straight|consecutive){S})?(?:{_UNITS})"
        rf"(?P<plus>{S}(?i:and{S}a{S}half))?(?:-(?P<tail>long|old|olds)\b|{S}(?P<old>old|of{S}age)\b|(?(run)(?!)|{S}(?:(?P<ago>(?i:ago))"
        rf"|(?P<way>(?i:before|earlier|later|afterwards?|after|beforehand|previously|prior)))(?!\w)))?"),
    _rule("vague",
        rf"(?:(?:(?i:the|for|a)){S})?(?:(?i:past|last|next|coming){S})?"
        rf"(?i:several|few|many|recent|coming){S}(?:(?i:dozen|hundred){S})?"
        rf"(?P<units>seconds|minutes|hours|days|nights|weeks|months|years|decades|centuries)"),
    _rule("ahead", rf"(?i:the){S}(?P<units>hours|days|weeks|months|years|decades){S}(?i:ahead|to{S}come)"),
    _rule("for_units", r"(?<=\b[Ff]or )(?P<units>hours|days|weeks|months|years|decades|centuries)"),
    _rule("every", rf"(?i:every|each){S}(?:(?P<count>(?i:{_NUMBER}|other)){S})?(?:{_UNITS})"),
    _rule("adverb_set",
        r"(?P<adverb>hourly|daily|nightly|weekly|fortnightly|monthly|quarterly|yearly|annually"
        r"|Daily|Weekly)"),
    _rule("decade", rf"(?:(?i:the){S})?{_MOD}(?:(?P<century>1[0-9]|20)|['‘’])(?P<tens>[0-9])0['’]?s"),
    _rule("century", rf"(?:(?i:the){S})?{_MOD}(?P<nth>\d{{1,2}})(?:st|nd|rd|th)(?:-|{S})(?i:century)"),
    _rule("year_range", r"(?P<from>1\d{3}|20\d{2})(?:-|–|/)(?P<to>1\d{3}|20\d{2}|\d{2})(?![\d/-])"),
    _rule("year", rf"{_MOD}(?:(?i:around|circa|about|c\.){S})?{_YEAR}"),
    _rule("season",
        rf"{_MOD}(?:(?i:the){S})?(?:(?P<near>(?i:last|next|this|past|coming)){S})?{_SEASON}"
        rf"(?:{S}(?:(?i:of){S})?{_YEAR})?"),
    _rule("quarter",
        rf"(?:(?i:the){S})?(?:(?P<nth>(?i:first|second|third|fourth|last)){S}"
        rf"(?P<what>quarter|half)|Q(?P<q>[1-4]))(?:{S}(?:(?i:of){S})?(?:"
        rf"(?P<near>(?i:this|last|next)){S}(?i:year)|{_YEAR}))?"),
    _rule("holiday",
        rf"(?:(?P<near>(?i:last|next|this)){S})?(?P<feast>(?i:{_FEASTS}))(?:['’]s)?(?:{S}{_PART})?"
        rf"(?:(?:,|{S}(?i:of|in))?{S}{_YEAR})?"),
    _rule("clock", rf"{_ABOUT}{_CLOCK}{_ZONE}"),
    _rule("daypart",
        rf"(?:(?:(?<=[Ii]n\s)|(?<=[Dd]uring\s)|(?<=[Tt]hrough\s)|(?<=into\s))(?:the{S})|at{S}(?=night|dawn|dusk))"
        rf"{_MOD}{_PART}(?:{S}hours)?"),
    _rule("long", r"(?P<units>(?:day|week|month|year|decade|centurie|hour|minute)s?)-?(?:long|old)"),
)  # fmt: skip
