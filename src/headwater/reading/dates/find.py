"""From a text to its times: match the rules, keep the longest, join neighbours, give senses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from headwater.reading.dates import lengths, plain, relative
from headwater.reading.dates.anchor import NO_ANCHOR, Anchor, read_anchor
from headwater.reading.dates.dateline import with_dateline
from headwater.reading.dates.found import WITH_YEAR, Found, in_order, joined
from headwater.reading.dates.grammar import Rule
from headwater.reading.dates.openers import openings
from headwater.reading.dates.sense import Sense, Setting, Told
from headwater.reading.dates.tense import Verbs
from headwater.records import Problem, Span, Time

Resolver = Callable[[re.Match[str], Setting], Sense | None]

RESOLVERS: dict[str, Resolver] = {
    "iso": plain.iso, "numeric": plain.numeric, "nine_eleven": plain.nine_eleven,
    "day_month": plain.month_and_day, "month_day": plain.month_and_day, "month_year": plain.month_year,
    "month": plain.month, "year": plain.year, "year_range": plain.year_range, "decade": plain.decade,
    "century": plain.century, "season": plain.season, "quarter": plain.quarter, "holiday": plain.holiday,
    "weekday": relative.weekday, "weekday_after": relative.weekday_after, "today": relative.today,
    "this_part": relative.this_part,
    "that_part": relative.that_part, "near_unit": relative.near_unit, "weekend": relative.weekend,
    "ago": relative.ago, "from_now": relative.from_now, "offset": relative.offset,
    "duration": lengths.duration, "vague": lengths.vague,
    "ahead": lengths.vague, "for_units": lengths.vague, "every": lengths.every,
        "adverb_set": lengths.adverb_set,
    "weekdays": lengths.weekdays, "long": lengths.long, "clock": lengths.clock, "daypart": lengths.daypart,
}  # fmt: skip
"""The function that gives each rule's matches a sense."""

_LATER = frozenset({"weekday_after", "offset", "that_part", "near_unit", "clock", "daypart"})
"""Rules that look at the times beside them, and so wait until those have their senses."""

_NUMERIC = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}")


def find_times(
    text: str, sentences: Sequence[Span], *, published: str | None, given: bool = False
) -> tuple[tuple[Time, ...], tuple[Problem, ...]]:
    """Every time expression of ``text`` in order, and a Problem for each that nothing settles.

    Args:
        text: what the offsets are counted in.
        sentences: its sentences, in order; an expression lies inside one of them.
        published: ISO 8601 date or date-time of publication, or ``None``. Its day is
            taken as it is written: no time zone is ever applied.
        given: whether ``published`` was given by the user rather than found on the page.

    Raises:
        InputError: where ``published`` is no ISO 8601 date.
    """
    return times_from(text, sentences, with_dateline(read_anchor(published, given=given), text))


def times_from(
    text: str, sentences: Sequence[Span], anchor: Anchor
) -> tuple[tuple[Time, ...], tuple[Problem, ...]]:
    """As :func:`find_times`, counted from a day that is known."""
    found = joined(text, [f for s in sentences for f in _in_sentence(text, s)])
    senses = _senses(text, found, anchor)
    times = tuple(_time(f.span, s) for f, s in zip(found, senses, strict=True) if s is not None)
    return times, tuple(p for t in times if (p := _problem(text, t, anchor)) is not None)


def _in_sentence(text: str, sentence: Span) -> Iterator[Found]:
    """Of matches that overlap, the first, and of those that begin together, the longest that has a sense."""
    end, verbs = -1, Verbs(text, sentence)
    for start, rules in openings(text, sentence):
        if start < end:
            continue
        one = next(filter(_plausible, _at(text, verbs, start, rules)), None)
        if one is not None:
            yield one
            end = one.span.end


def _at(text: str, verbs: Verbs, start: int, rules: Sequence[Rule]) -> list[Found]:
    """What the rules match at ``start``, the longest first."""
    found = [
        Found(_kind(rule, match), match, verbs, Span(start, match.end()))
        for rule in rules
        if (match := rule.pattern.match(text, start, verbs.sentence.end)) is not None
    ]
    return sorted(found, key=lambda f: -f.span.end) if len(found) > 1 else found


def _kind(rule: Rule, match: re.Match[str]) -> str:
    """What a rule's match is by its words: “three years” a length, “three years ago” a date."""
    if rule.name == "weekday":
        near = (match["near"] or "").lower()
        return "weekday_after" if "following" in near or (near == "next" and match["the"]) else rule.name
    if rule.name != "quantity":
        return rule.name
    if match["ago"] or match["way"]:
        return "ago" if match["ago"] else "offset"
    bare = not (match["run"] or match["tail"] or match["old"] or match["plus"])
    return "from_now" if bare and _TO_COME.search(match.string, _back(match), match.start()) else "duration"


_EVENT = (
    r"(?:leave|begin|start|open|reopen|end|expire|resume|return|meet|vote|arrive|retire|resign|step down"
    r"|run out|take (?:office|effect|over|place)|come|close|depart|move|turn \d{1,3}|stand trial|face voters"
    r"|(?:be )?(?:back|over|out|ready|held|released|published|sworn in|due|gone)"
    r"|go to (?:the )?(?:polls|trial|court))"
)
_TO_COME = re.compile(
    rf"(?:\b(?:will|shall|won['’]t|(?:(?:is|are) )?(?:due|set|scheduled|slated|expected|about|going|poised)"
    rf" to)|['’]ll) (?:\w{{1,20}}ly )?{_EVENT}(?: (?!have|has|had)[a-zA-Z]\w{{0,30}}){{0,2}} in $"
)
"""What makes “in two weeks” a day to come and no length: “will leave in”, “is set to take office in”.

Verbs of a moment alone: “will win four games in two weeks” and “its biggest loss in two years” are lengths.
"""
_REACH = 90


def _back(match: re.Match[str]) -> int:
    return max(0, match.start() - _REACH)


def _plausible(one: Found) -> bool:
    """Whether the rule takes the match at all; what it means is settled later."""
    setting = Setting(one.match.string, one.sentence, one.span, NO_ANCHOR, one.verbs)
    return RESOLVERS[one.rule](one.match, setting) is not None


def _senses(text: str, found: list[Found], anchor: Anchor) -> list[Sense | None]:
    """First what stands by itself, then what looks at the times beside it."""
    senses: list[Sense | None] = [None] * len(found)
    told: Told | None = None
    for index, one in enumerate(found):
        if one.rule not in _LATER:
            setting = Setting(text, one.sentence, one.span, anchor, one.verbs, one.year, told)
            sense = _resolved(one, setting)
            if index and sense and (first := senses[index - 1]):
                sense = in_order(text, found[index - 1], first, one, sense)
            senses[index] = sense
            told = _told(told, one, sense, anchor)
    for index, one in enumerate(found):
        if one.rule in _LATER:
            before, after = _before(found, senses, index), _after(found, senses, index)
            setting = Setting(text, one.sentence, one.span, anchor, one.verbs, before=before, after=after)
            senses[index] = _resolved(one, setting)
    return senses


def _resolved(one: Found, setting: Setting) -> Sense | None:
    return _with_clock(RESOLVERS[one.rule](one.match, setting), one.clock)


def _told(told: Told | None, one: Found, sense: Sense | None, anchor: Anchor) -> Told | None:
    """The year that the passage tells of, until a date that is counted from the day of the text."""
    if sense is None or sense.value is None or sense.type not in ("date", "time"):
        return told
    if sense.basis not in ("explicit", "context"):
        return None
    if one.rule == "year" and told is not None and not told.alone:
        return told  # "in July 2011 ... elected in 2008 ... in March" tells of 2011 all the same
    if one.rule in WITH_YEAR or one.rule == "year":
        year = sense.value[:4]
        past = year.isdigit() and anchor.year is not None and int(year) < anchor.year
        return Told(one.span.end, int(year), sense.value, one.rule == "year") if past else None
    return told


def _before(found: list[Found], senses: list[Sense | None], index: int) -> tuple[tuple[Span, Sense], ...]:
    """Up to four times before this one that name a date: enough for any context, and linear in all."""
    out: list[tuple[Span, Sense]] = []
    for at in range(index - 1, max(-1, index - 12), -1):
        sense = senses[at]
        if sense is not None and sense.type in ("date", "time") and sense.value is not None and len(out) < 4:
            out.append((found[at].span, sense))
    return tuple(reversed(out))


def _after(found: list[Found], senses: list[Sense | None], index: int) -> tuple[Span, Sense] | None:
    if index + 1 >= len(found):
        return None
    sense = senses[index + 1]
    return None if sense is None or sense.type != "date" else (found[index + 1].span, sense)


def _with_clock(sense: Sense | None, match: re.Match[str] | None) -> Sense | None:
    if sense is None or match is None:
        return sense
    value, precision = lengths.clock_value(match)
    if sense.value is None:
        return replace(sense, type="time")
    return replace(
        sense, value=f"{sense.value}{value}", precision=precision, type="time", mod=lengths.about_of(match)
    )


def _time(span: Span, sense: Sense) -> Time:
    return Time(span, sense.type, sense.value, sense.precision, sense.mod, sense.basis, sense.anchor)


def _problem(text: str, time: Time, anchor: Anchor) -> Problem | None:
    words = time.span.of(text)
    if time.precision == "year" and _NUMERIC.fullmatch(words):
        what = f"“{words}” may be day and month or month and day: only the year is taken"
        return Problem("date_ambiguous", what, "read the passage and enter the date by hand", time.span)
    if time.basis != "unanchored":
        return None
    if anchor.day is None:
        why, todo = "the text states no date to count from", "give the date of publication"
    else:
        why, todo = (
            ("the words around it name no day to count from"),
            "read the passage and enter the date by hand",
        )
    return Problem("date_without_anchor", f"“{words}” has no date: {why}", todo, time.span)
