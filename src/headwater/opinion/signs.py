"""The signs by which opinion is told from reporting, each with its words and points.

Rates are per 1,000 of the page's own words. Points and bounds were set by hand on articles of
the stream that the benchmark does not score (docs/measures.md).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from headwater.records.vocabulary import StanceSign

_SECTIONS = (
    r"opinions?|editorials?|op-?eds?|columns?|columnists?|commentisfree|commentary|viewpoints?|"
    r"our[- ]view|guest[- ](?:column|columnist|writer|essay)s?"
)
ADDRESS = re.compile(rf"(?://|[/.])(?:{_SECTIONS})(?=[/.?#]|$)", re.IGNORECASE)
"""A section of opinion as a whole segment of an address: "/public-opinion-poll" is none."""
TITLE = re.compile(
    rf"^\W*(?:{_SECTIONS}|comment)\s*(?:[:|—–]| - )|(?:[:|—–]| - )\s*(?:{_SECTIONS})(?=\s*(?:[|—–]| - |$))",
    re.IGNORECASE,
)
OUTLET = re.compile(rf"\b(?:{_SECTIONS})\b", re.IGNORECASE)
BYLINE = re.compile(
    r"\b(?:editorial board|columnist|opinion (?:contributor|editor|writer)|contributing opinion)\b",
    re.IGNORECASE,
)
SECTION_LINE = re.compile(rf"\W*(?:{_SECTIONS})\W*", re.IGNORECASE)

AUTHOR_NOTE = re.compile(
    r"\b(?:opinions?|views?) expressed (?:in|here|by|are)\b|\b(?:columnist|editorial board|"
    r"op-?ed contributor|"
    r"contributing opinion|commentator|professor|(?:senior|visiting|research|distinguished) fellow|"
    r"is the author of|syndicated)\b",
    re.IGNORECASE,
)
"""Who is let speak in a note on the author; a reporter's says what he or she covers."""
DISCLAIMER = re.compile(
    r"\b(?:opinions?|views?) expressed (?:in this|here|by the author|"
    r"are (?:solely )?(?:those|his|hers|her|their))"
    r"|\bEditor[’']s note: [^.\n]{0,80}\bis (?:an?|the)\b",
    re.IGNORECASE,
)
DESK = re.compile(
    r"\b(?:reporting|editing|writing) by (?-i:[A-Z])|"
    r"\bcontributed (?:to this (?:report|story|article)|reporting)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Count:
    """A sign that is counted: at least ``least`` places, at least ``rate`` a 1,000 words, give ``points``."""

    sign: StanceSign
    what: str
    words: re.Pattern[str]
    steps: tuple[tuple[int, float, int], ...]


_EVALUATING = (
    "must|should|ought|let[’']s|of course|frankly|indeed|surely|simply|obviously|clearly|apparently|perhaps|"
    "maybe|sadly|unfortunately|thankfully|absurd(?:ly)?|ridiculous(?:ly)?|nonsense|shame(?:ful|less|fully)?|"
    r"disgrace(?:ful)?|foolish(?:ly|ness)?|hypocri\w{1,8}|outrageous(?:ly)?|pathetic|dishonest|cynical|"
    "cowardly|reckless(?:ly)?|brilliant|wonderful|terrible|awful"
)
COUNTS = (
    Count(
        "first_person",
        "the writer says I, me or my outside quotations",
        re.compile(r"\b(?:I|me|[Mm]y|myself)\b(?!\.)"),
        ((3, 2.0, 3), (1, 0.0, 1)),
    ),
    Count(
        "we",
        "the writer says we, us or our outside quotations",
        re.compile(r"\b(?:[Ww]e|[Oo]urs?|us|ourselves)\b"),
        ((4, 5.0, 2), (2, 0.0, 1)),
    ),
    Count(
        "you",
        "the writer turns to the reader as you",
        re.compile(r"\b(?:[Yy]ou|[Yy]ours?|yourself)\b"),
        ((2, 2.0, 1),),
    ),
    Count(
        "question",
        "the writer asks questions outside quotations",
        re.compile(r"\?"),
        ((2, 2.0, 2), (1, 0.0, 1)),
    ),
    Count(
        "judgement",
        "words that judge or demand outside quotations, such as should or absurd",
        re.compile(rf"\b(?:{_EVALUATING})\b", re.IGNORECASE),
        ((4, 6.0, 2), (2, 3.0, 1)),
    ),
    Count(
        "telling",
        "the page tells what others said or announced",
        re.compile(r"\b(?:said|told|added|reported|announced|tweeted|declined)\b"),
        ((4, 10.0, -3), (3, 6.0, -2)),
    ),
    Count(
        "day",
        "it names the days of the week on which things happened",
        re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"),
        ((2, 3.0, -1),),
    ),
)
"""Of each the first step that is reached counts."""
