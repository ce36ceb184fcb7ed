"""From a text to its figures: match, turn away what counts nothing, say what the rest counts."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from headwater.reading.figures import lexicon
from headwater.reading.figures.amounts import Amount, amount_of
from headwater.reading.figures.circumstances import shared, with_circumstances
from headwater.reading.figures.classes import line_of
from headwater.reading.figures.counted import Counted, counted, following, singular
from headwater.reading.figures.exclude import excluded, is_name_number
from headwater.reading.figures.grammar import FIGURE
from headwater.reading.figures.lexicon import PERSONAL
from headwater.reading.figures.nobody import nobody
from headwater.reading.figures.relations import related
from headwater.reading.figures.totals import Named, Toll
from headwater.reading.figures.victims import Victims, victims
from headwater.records import Figure, Span, Time
from headwater.records.vocabulary import FigureOf

_ONE_LEADS = re.compile(
    r"\b(?:killed|killing|injured|injuring|wounded|wounding|arrested|least|and|only|just"
    r"|but)\s$",
    re.I,
)
_RISE = re.compile(
    r"\b(?:rose|risen|rise|fell|fallen|grew|grown|increased?|decreased?|up|down|raised"
    r"|cut|reduced|dropped|climbed|climbs|climbing|jumped|moved|went|gone|revised|lowered"
    r"|soared|surged|rising|doubled|tripled)\b", re.I)  # fmt: skip


def find_figures(text: str, sentences: Sequence[Span], times: Sequence[Time]) -> tuple[Figure, ...]:
    """Every figure of ``text`` in order, with its interval, what it counts and how figures hang together.

    Args:
        text: what the offsets are counted in.
        sentences: its sentences, in order; a figure lies inside one of them.
        times: what :func:`headwater.reading.dates.find_times` found: no figure overlaps one.
    """
    return find_toll(text, sentences, times).figures


def find_toll(text: str, sentences: Sequence[Span], times: Sequence[Time]) -> Toll:
    """The figures of ``text``, and the people with names of whom it says what became of them."""
    blocked = list(excluded(text, (t.span for t in times)))
    starts = [b.start for b in blocked]
    dated = [t.span for t in times]
    days = [s.start for s in dated]
    found: list[Figure] = []
    named: list[Named] = []
    firsts: list[int] = []
    for sentence in sentences:
        first = len(found)
        firsts.append(first)
        numbers = [
            f for f in _numbers(text, sentence, blocked, starts) if not _touches(blocked, starts, f.span)
        ]
        # "a reward of Rs 5,000": a sum or measure is a word like others in the build of the sentence.
        of_people = [f.span for f in numbers if f.of in _PEOPLE]
        met = victims(line_of(text, sentence, of_people))
        named.extend(_named(met))
        fates = {of_people[n]: of for n, of in met.numbers.items()}
        counted_ones = [_with_fate(f, fates.get(f.span)) for f in numbers]
        alone = (
            Figure(s.span, s.count, s.count, "exact", "person", s.of)
            for s in met.singles
            if s.of != "displaced"
        )
        single = {s.span for s in met.singles if not _touches(dated, days, s.span)}
        for figure in sorted([*counted_ones, *alone, *nobody(text, sentence)], key=lambda f: f.span):
            # "A 24-year-old clerk": the age is none, but the clerk is one.
            free = figure.low == 0 or figure.span in single or not _touches(blocked, starts, figure.span)
            if free and (not found or found[-1].span.end <= figure.span.start):
                found.append(figure)
        found[first:] = alike(text, found[first:])
    found = victims_of(text, found)
    # Parts and lists take their fate from others: whose they are can be asked only then.
    tied = related(text, sentences, found)
    told: list[Figure] = []
    before: list[Figure] = []
    for sentence, (first, end) in zip(sentences, pairwise([*firsts, len(found)]), strict=True):
        before = with_circumstances(text, sentence, tied[first:end], before)
        told.extend(before)
    return Toll(tuple(shared(told)), tuple(named), tuple(sentences))


def alike(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """“25 Yazidis, six Zoroastrians and 14 refugees”: one noun in a list says what all of them are.

    Only those that nothing else is told of: people of a nation or faith.
    """
    out = list(figures)
    for k in (*range(1, len(out)), *range(len(out) - 2, -1, -1)):
        for n in (k - 1, k + 1):
            if 0 <= n < len(out) and out[n].of in _LISTED_FATES and _is_listed_with(text, out[k], out[n]):
                out[k] = replace(out[k], of=out[n].of, unit="person")
    return out


def victims_of(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """“identified the nine victims”: the dead, if the text has as many dead or told of dead just before."""
    dead = {f.low for f in figures if f.of == "killed" and f.low is not None and f.low > 1}
    out: list[Figure] = []
    last: FigureOf | None = None
    told = 0
    for figure in figures:
        of, end = figure.of, figure.span.end
        if of == "other" and _VICTIMS.match(text, end):
            treated = _TREATED.search(text, max(0, end - _CLAUSE), end + _CLAUSE)
            near = last == "killed" and figure.span.start - told < _NEAR
            of = "killed" if figure.low in dead or (near and not treated) else of
        last, told = (of, end) if of in _HARM else (last, told)
        out.append(replace(figure, of=of))
    return out


def _is_listed_with(text: str, figure: Figure, other: Figure) -> bool:
    """Whether two figures are items of one list, the first of people of whom nothing is told."""
    if figure.of != "other":
        return False
    of_people = _is_of_a_people(text, figure) and (other.of in _BY_NOUN or _is_of_a_people(text, other))
    first, second = sorted((figure.span, other.span))
    return of_people and _LISTED.fullmatch(text, first.end, second.start) is not None


def _is_of_a_people(text: str, figure: Figure) -> bool:
    noun = following(text, figure.span.end, figure.span.end + 40)
    return bool(noun) and noun[0][:1].isupper()


def _named(met: Victims) -> Iterator[Named]:
    yield from (Named(n.span, n.of, told=True) for n in met.told)
    yield from (Named(n.span, n.of, told=False) for n in met.named)


def _with_fate(figure: Figure, fate: FigureOf | None) -> Figure:
    """The figure with what became of those counted, if it counts people."""
    if fate is None or figure.of not in _PEOPLE:
        return figure
    if fate == "displaced" and (figure.of == "troops" or (figure.low or figure.high or 0) < _FEW):
        return figure
    if figure.unit in _HAPPENINGS:
        return figure
    if (
        figure.unit not in ("person", None)
        and fate not in _DONE_TO_PEOPLE
        and not _PERSON.search(figure.unit)
    ):
        return figure
    return replace(figure, of=fate, unit="person")


_OF_A_PEOPLE = re.compile(r"^[A-Z].*(?:ian|ican|orean|ghan|nese|stani|raeli|raqi)$")
"""“one American”: a person by the nation."""

_PEOPLE = frozenset(("other", "troops", *PERSONAL))
_VICTIMS = re.compile(
    r"\s(?:of\s(?:the\s)?)?(?!(?:surviv|abuse|rape|assault|fraud|crime|burn|sex|traffick|harass|scam|theft|flood|alleged|potential)"
    r"|\w+-?(?:abuse|rape|assault)\b)(?:[\w’'-]{1,20}\s)?victims\b"
)
_TREATED = re.compile(
    r"\b(?:hospital\w*|treat\w+|surger\w+|injur\w+|wound\w+|recover\w+|condition|surviv\w+|famil\w+|relatives)\b"
)
_CLAUSE = 80
_NEAR = 600
"""Code points between the dead and "the victims" at most."""
_HARM = ("killed", "injured", "casualties", "missing")
_BY_NOUN = ("displaced", "abducted")
_LISTED_FATES = (*_BY_NOUN, "killed", "injured", "casualties", "missing")
_LISTED = re.compile(
    r"(?:\s(?!were\b|was\b|who\b|have\b|had\b)[\w“”\"’'-]{1,20},?){0,8}?(?:,|,?\sand|,?\sor)\s(?:another\s)?"
)
_SCORES = re.compile(r"\s(?:of|more|dead|killed|wounded|injured|missing|arrested|displaced)\b")
"""Behind the scores that are a number and no result of a match."""
_FEW = 20
"""Fewer than this may have fled a place, but are nobody's refugees: "two men fled"."""
_DONE_TO_PEOPLE = ("killed", "injured", "casualties", "arrested", "abducted")
_PERSON = re.compile(
    r"(?<!numb)(?<!lett)(?<!pap)(?<!post)(?<!comput)(?<!ord)(?:er|or|ist|ee|ian|mate|family|household|relative)$"
)
"""The endings of "roommate", "runner", "activist": who may be freed, missing or displaced."""
_HAPPENINGS = frozenset(singular(noun) for noun in lexicon.HAPPENINGS)


def _touches(blocked: list[Span], starts: list[int], span: Span) -> bool:
    """Whether one of ``blocked`` overlaps ``span``; they are sorted and disjoint."""
    at = bisect_right(starts, span.end - 1) - 1
    return at >= 0 and blocked[at].overlaps(span)


def _numbers(text: str, sentence: Span, blocked: list[Span], starts: list[int]) -> Iterator[Figure]:
    at = sentence.start
    while at < sentence.end:
        match = FIGURE.search(text, at, sentence.end)
        if match is None:
            return
        year = bisect_right(starts, match.start()) - 1
        if match["high"] and year >= 0 and match.start() < blocked[year].end < match.end():
            # "52 in 2014 to 61 in 2015": no range from the year on
            at = blocked[year].end
            continue
        for amount in _amounts(text, match, sentence):
            figure = _figure(text, sentence, match, amount)
            if figure is not None:
                yield figure
        at = max(match.end(), at + 1)


def _amounts(text: str, match: re.Match[str], sentence: Span) -> list[Amount]:
    """One amount, or two where "from 5 to 10" tells of a change and not of a range."""
    before = text[max(sentence.start, match.start() - 100) : match.start()]
    amount = amount_of(match)
    if match["low"] and before.endswith("from ") and (amount is None or _RISE.search(before)):
        return [Amount.plain(match, "low"), Amount.plain(match, "high")]
    return [] if amount is None else [amount]


def _figure(text: str, sentence: Span, match: re.Match[str], amount: Amount) -> Figure | None:
    if amount.of is not None:
        return Figure(amount.span, amount.low, amount.high, amount.hedge, amount.unit, amount.of)
    what = counted(text, sentence, amount.span)
    if not _counts(text, sentence, match, amount.span, what):
        return None
    of, unit = what.of, what.unit
    if match["money"] and of != "money":
        of, unit = "money", lexicon.CURRENCIES.get(match["money"].strip().lower())
    if measure := _compound_measure(text, amount.span):
        of, unit = measure
    if match["fraction"]:
        of, unit = "percent", "percent"
    return Figure(amount.span, amount.low, amount.high, amount.hedge, unit, of)


def _counts(text: str, sentence: Span, match: re.Match[str], span: Span, what: Counted) -> bool:
    """Whether the number counts something, and is not part of a name, a compound or a pronoun."""
    if match["money"]:
        return True
    words, noun, of = match["number"] or "", what.noun, what.of
    if text[span.end : span.end + 1] in ("-", "’", "'") and text[span.end + 1 : span.end + 2].isalpha():
        return _compound_measure(text, span) is not None
    if words.lower() == "one":
        return _one_counts(text, span, noun)
    if match["vague"] and words == "" and match["vague"].lower() == "scores":
        return _SCORES.match(text, span.end) is not None
    if match["hedge"] or not re.fullmatch(r"\d+(?:\.\d+)?", words) or of != "other" or noun:
        return True
    after = text[span.end : span.end + 2]
    return not (after[:1] == (" ") and after[1:].isupper()) and not is_name_number(
        text, span.start, sentence.start
    )


def _compound_measure(text: str, span: Span) -> tuple[FigureOf, str] | None:
    """The measure of "a 30-meter radius"."""
    match = re.match(r"-([a-z]+)", text[span.end : span.end + 20])
    return lexicon.MEASURES.get(match[1]) if match else None


def _one_counts(text: str, span: Span, noun: str) -> bool:
    """“one” counts before a person or after “killed”; else it is a pronoun more often than a number."""
    words = following(text, span.end, span.end + 60)
    first = words[0].lower() if words else ""
    if first in lexicon.PEOPLE | lexicon.TROOPS | lexicon.VEHICLES | lexicon.WEAPONS:
        return True
    after = text[span.end : span.end + 30]
    if re.match(r"\s(?:of|day|time|thing|way|reason|more\sthing)\b", after):
        return False
    known = (
        noun in lexicon.PEOPLE | lexicon.TROOPS or _OF_A_PEOPLE.search(words[0] if words else "") is not None
    )
    return known or (
        _ONE_LEADS.search(text, max(0, span.start - 12), span.start) is not None and first in ("", "other")
    )
