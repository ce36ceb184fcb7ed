"""Numbers that count nothing: ages, list numbers, votes, phone numbers, scores, names, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain, pairwise

from headwater.reading.figures.cardinals import word_set
from headwater.reading.tokens import lowered
from headwater.records import Span

_PATTERNS: tuple[re.Pattern[str], ...] = (
    re.compile(r"^[ \t]{0,20}\d{1,7}[ \t]{0,20}\r?$", re.M),  # a vote count stands alone on its line
    re.compile(r"^[ \t]{0,20}\d{1,3}[.)](?=[ \t])", re.M),  # the number of a list item
    re.compile(r"^[ \t]{0,20}\(\d{1,2}\)(?=[ \t])", re.M),
    re.compile(
        r"\b(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Jan|Febr)uary\b|March\b|April\b|May\b|June\b"
        r"|July\b|August\b|(?:Sept|Nov|Dec)ember\b|October\b)[A-Z][\w’'-]{1,25}\.?, "
        r"(?:1[0-9]|[2-9][0-9]|[1-9])(?=,(?!\d)(?! including)| and\b"
        r"|;|\.\s|\)| who\b| [—–-]|\.?$)", re.M),  # "Smith, 67,"
    re.compile(r"(?:(?<=[a-z] )|(?<=[a-z], ))\((?:[1-9]|[1-9]\d)\)"),  # "Smith (67)"
    re.compile(r"(?<![\w.])\+?\(?\d{2,4}\)?[ -]\d{3,4}[ -]\d{3,6}(?!\w)"),  # telephone
    re.compile(r"(?<![\w.,])\d{1,4}/\d{1,4}(?:/\d{2,4})?(?!\w)"),  # 24/7, 50/50
    re.compile(r"(?<!\w)\d{1,3}:\d{2}(?::\d{2})?(?!\w)"),
    re.compile(r"(?<!\w)\d{1,3}(?:\.\d{1,3}){2,5}(?!\w)"),  # versions
    re.compile(
        r"(?<!\w)\d{1,5}[ ](?:[NSEW]\.[ ])?(?:[A-Z][\w.’'-]{0,20}[ ]){1,3}"
        r"(?:St|Street|Ave|Avenue|Road|Rd|Blvd|Boulevard|Drive|Lane|Way|Hall)\b"),
    re.compile(
        r"\b(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]{0,6}\.?[ ]\d{1,2}"
        r"(?:(?:,[ ](?:and[ ])?|[ ](?:and|or)[ ])\d{1,2}(?![\w,]\d|\w)"
        r"(?![ ][a-z]{3,20}s\b)){1,10}"),  # "Jan. 12, 19 and 26"
    re.compile(r"\b1[ -]\(?8(?:00|88|77|66)\)?[ -]\d{3}[ -]\d{4}\b"),  # a telephone number of some
    re.compile(r"\b60 Minutes\b|\b48 Hours\b|\bGang of (?:Four|Six|Eight|14|20)\b"),
    re.compile(r"\b(?:No|Nos|no|pp?|Fig|Vol|Art|Sec|Ch)\.\s?\d{1,6}"),
)  # fmt: skip
_IN_ANY_CASE: tuple[re.Pattern[str], ...] = (
    re.compile(
        r"\b(?:https?://|www\.)\S{1,2000}|\b[\w.+-]{1,64}@[\w-]{1,64}\.\S{1,64}|"
        r"(?<!\w)[@#]\w{1,64}"),
    re.compile(r"\b\d{1,3}(?:[ -]|\s(?:and|to)\s\d{1,3}[ -])(?:year|month|week|day)s?[ -]olds?\b"),
    re.compile(r"\b[a-z]{3,9}(?:-[a-z]{3,6})?[ -](?:year|month|week|day)s?[ -]olds?\b"),
    re.compile(
        r"\b(?:aged?|aged between|, then|ages|age of|under the age of|turned)\s"
        r"(?:\d{1,3}|[a-z]{3,9}(?:-[a-z]{3,5})?)"
               r"(?:(?:\s(?:and|to|or)\s|-|–)(?:\d{1,3}|[a-z]{3,9}))?\b"),
    re.compile(r"\b(?:he|she|who)\s(?:was|is)\s\d{1,2}(?=[,;)]|\.(?!\d)|\s(?:and|when)\b|$)", re.M),
    re.compile(r"\bin\sage\sfrom\s\d{1,2}\sto\s\d{1,3}\b"),
    re.compile(r"\bage[ds]\s\d{1,3}(?:,\s\d{1,3})+,?\s(?:and|or)\s\d{1,3}\b"),
    re.compile(
        r"\b(?:number|page|pages|chapter|section|article|room|gate|line|route|highway|phase"
        r"|step|round|version|type|level|"
                   r"flight|unit|channel|group|district|ward|block|resolution|rule|act|stage|season"
                   r"|episode|part|question|grade|"
                   r"apollo|boeing|airbus|pier|exit|interstate|battalion|division|squadron|sector|camp"
                   r"|team)s?[ -]"
                   r"(?:\d{1,5}|one|two|three|four|five|six|seven|eight|nine|ten)"
                   r"(?!\w|[,.]\d)(?!\s(?:people|killed|dead|were))"),
    re.compile(
        r"\b(?:one|two|three)\s(?:another|by\s(?:one|two|three))\b|\b(?:no|any|every|some"
        r"|each)[ -]one\b|\bone[ -]time\b|\bone\sday\b"),
)  # fmt: skip
"""Patterns for a text in lower case."""

_AFTER_NAME = re.compile(r"(?:^|[\s(“\"])(?P<name>[a-z]?[A-Z][\w&.'’-]{1,30})\s$")
_NOT_A_NAME = word_set(
    "the a an of in on at and but by for with from after before about around some over "
    "nearly almost only all these those "
    "its his her their our my your another other since when while where as if there "
    "they we he she it killed wounded "
    "monday tuesday wednesday thursday friday saturday sunday "
    "injured arrested then another police today also that this which who both among including"
)


def excluded(text: str, times: Iterable[Span]) -> Iterable[Span]:
    """Stretches that hold no figure, sorted and disjoint: ``times`` and what this module names."""
    small = lowered(text)
    matches = chain(
        (m for p in _PATTERNS for m in p.finditer(text)),
        (m for p in _IN_ANY_CASE for m in p.finditer(small)),
    )
    found = [Span(*m.span()) for m in matches if m.end() > m.start()]
    merged: list[Span] = []
    for span in sorted([*found, *times]):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    assert_disjoint(merged)
    return merged


def assert_disjoint(spans: list[Span]) -> None:
    """Raise ``ValueError`` where two neighbours overlap."""
    if any(left.end > right.start for left, right in pairwise(spans)):
        raise ValueError("merged stretches overlap")


def is_name_number(text: str, start: int, sentence_start: int) -> bool:
    """Whether digits that count no known noun belong to the capitalised word before them ("Boeing 737")."""
    match = _AFTER_NAME.search(text, max(sentence_start, start - 33), start)
    return match is not None and match["name"].lower() not in _NOT_A_NAME
