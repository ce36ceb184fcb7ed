"""What kind of occasion words tell of: "told reporters", "in a statement", "at a news conference".

The nouns and verbs of saying something in public were gathered from the
cues and settings of PolNeAR's training articles (Newell et al., LREC 2018)
and from a stream of news; FactBank (Saurí and Pustejovsky, 2009) and the
attributions of the Penn Discourse Treebank (Prasad et al., 2007) keep the
setting out of the content as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from headwater.reading.gazetteer import outlet_of
from headwater.records import Span
from headwater.records.vocabulary import OccasionKind
from headwater.voices.words import TIME_WORDS


@dataclass(frozen=True, slots=True)
class Setting:
    """Words that tell of an occasion. ``outlet`` is whose it is alone, ``private`` that it is one's."""

    kind: OccasionKind
    span: Span
    outlet: str | None = None
    private: bool = False


# A word inside a noun phrase, at most four of them before its noun.
_INNER = (
    r"(?!(?:before|after|of|that|who|which|and|with|to|in|at|for|on|by|about|from|as|when|said|says|saying)\b)"
    r"[\w’'.&-]+\s+"
)
_PHRASE = rf"(?:{_INNER}){{0,4}}?"
_PRESS = r"(?:reporters|journalists|newsmen)\b(?![’'])"
_BRIEFING = (
    r"(?<!intelligence )(?<!classified )(?<!security )"
    r"(?:(?:news|press|media)\s+(?:conference|briefing|availability)|presser|briefing)\b"
    r"(?!\s+(?:to|for|with|of)\s+(?!reporters|journalists|the\s+(?:press|media)))"
)
_TESTIFYING = (
    r"(?:testimony|hearing|inquest|tribunal|trial|deposition"
    r"|court(?!\s+(?:papers|documents|records|filings?|order|case|ruling)))\b"
)
# Each kind with the prepositions and the nouns that tell of it, the most telling first.
_NOUNS: tuple[tuple[OccasionKind, str, str], ...] = (
    ("news_conference", "at|in|during|to|from", _BRIEFING),
    ("interview", "in|during", r"interview\b"),
    ("testimony", "in|at|during|before", _TESTIFYING),
    (
        "statement",
        "in|via|through|by",
        r"(?<!court )(?<!witness )(?<!police )(?<!impact )(?<!opening )(?<!closing )(?<!financial )"
        r"(?:statement|(?:press|news)\s+release|communiqu[eé])\b",
    ),
    ("speech", "in|during|at", r"(?:speech|remarks|rally|sermon|lecture|keynote|town\s+hall)\b"),
    ("speech", "in|during", r"(?<!email )(?<!ip )address\b"),
    (
        "post",
        "in|via|on",
        r"(?:tweets?|(?:facebook|instagram|blog|social[\s-]media)\s+post|post)\b",
    ),
    (
        "post",
        "on|via",
        r"(?:twitter|facebook|instagram|telegram|weibo|social\s+media)\b",
    ),
    ("email", "in|by|via", r"(?:e-?mail|text\s+message)\b"),
    ("letter", "in", r"(?:letter|memo|memorandum)\b"),
)
_SETTINGS = tuple(
    (kind, re.compile(rf"\b(?:{openers})\s+{_PHRASE}{nouns}", re.IGNORECASE))
    for kind, openers, nouns in _NOUNS
)
_TO_THE_PRESS = re.compile(
    rf"\b(?:to|with|by|from)\s+{_PHRASE}{_PRESS}|\b(?:asked|pressed)\s+by\s+a\s+(?:reporter|journalist)\b",
    re.IGNORECASE,
)
# Whom somebody told, right behind the cue.
_TOLD_PRESS = re.compile(rf"{_PHRASE}{_PRESS}|(?:the|local)\s+(?:press|media)\b(?![’'])", re.IGNORECASE)
_TOLD_BRIEFING = re.compile(rf"{_PHRASE}{_BRIEFING}", re.IGNORECASE)
_TOLD_COURT = re.compile(
    rf"{_PHRASE}(?:court|jury|jurors|judge|hearing|inquest|inquiry|tribunal|committee|subcommittee)\b(?![’'])",
    re.IGNORECASE,
)
_TOLD_CROWD = re.compile(
    rf"{_PHRASE}(?:rally|crowd|audience|supporters|parliament|congregation)\b(?![’'])", re.IGNORECASE
)
_TOLD_OUTLET = re.compile(
    r"(?:the|a|an|our|local|state|state-run|national|public)\s+(?:[\w’'-]+\s+){0,2}?"
    r"(?:newspaper|paper|news\s+agency|agency|broadcaster|magazine|television|tv|radio|channel|website)\b(?![’'])",
    re.IGNORECASE,
)
_ADDRESSED: tuple[tuple[OccasionKind, re.Pattern[str]], ...] = (
    ("news_conference", _TOLD_BRIEFING),
    ("testimony", _TOLD_COURT),
    ("speech", _TOLD_CROWD),
    ("reporters", _TOLD_PRESS),
)
_TELLING = frozenset("tell tells told telling inform informs informed informing".split())
_TESTIFIED = frozenset("testify testifies testified testifying".split())
_POSTED = frozenset("tweets tweeted tweeting retweeted posted blogged".split())
# Statements and interviews that are given to one outlet, and whose it is.
_GIVEN_TO = re.compile(r"\s+(?:\w+\s+)?(with|to|for|by|on|published\s+in|aired\s+on|broadcast\s+on)\s+(?=\S)")
_NAME = re.compile(r"(?:the\s+)?((?:The\s+)?[A-Z][\w&.-]*(?:\s+(?:of\s+|the\s+|and\s+)?[A-Z][\w&.-]*){0,5})")
_OUTLET_WORDS = frozenset(
    "times post news herald tribune journal gazette guardian observer telegraph tv radio television today "
    "press agency magazine chronicle globe daily mail newspaper monitor standard review weekly".split()
)
# They question people, too, but not for the public.
_NOT_FOR_THE_PUBLIC = re.compile(
    r"(?:the\s+)?(?:\w+\s+)?(?:fbi|police|investigators?|agents?|detectives?|prosecutors?|counsel|lawyers?"
    r"|officers|officials)\b",
    re.IGNORECASE,
)
_ALONE = frozenset(("interview", "email"))


def addressed(text: str, stretch: Span, word: str) -> Setting | None:
    """The occasion that whom the speaker told tells of: "told reporters", "told the BBC"."""
    if word not in _TELLING:
        return None
    for kind, pattern in _ADDRESSED:
        if found := pattern.match(text, stretch.start, stretch.end):
            return Setting(kind, Span(*found.span()))
    return _told_outlet(text, stretch)


def _told_outlet(text: str, stretch: Span) -> Setting | None:
    named = _outlet_at(text, stretch.start, stretch.end)
    if named is not None and (named[2] or _is_outlet_name(named[0])):
        return Setting("interview", Span(stretch.start, named[1]), named[0], private=True)
    found = _TOLD_OUTLET.match(text, stretch.start, stretch.end)
    return Setting("interview", Span(*found.span()), None, private=True) if found else None


def set_in(text: str, stretch: Span) -> list[Setting]:
    """The occasions that a stretch of words tells of, one a kind at most, the most telling first."""
    out: list[Setting] = []
    for kind, pattern in _SETTINGS:
        found = pattern.search(text, stretch.start, stretch.end)
        given = _given(text, kind, Span(*found.span()), stretch.end) if found else None
        if given is not None:
            out.append(given)
    if found := _TO_THE_PRESS.search(text, stretch.start, stretch.end):
        out.append(Setting("reporters", Span(*found.span())))
    return out


def of_cue(word: str, cue: Span) -> Setting | None:
    """The occasion that the cue itself tells of: "testified", "tweeted"."""
    if word in _TESTIFIED:
        return Setting("testimony", cue)
    return Setting("post", cue) if word in _POSTED else None


def _given(text: str, kind: OccasionKind, span: Span, stop: int) -> Setting | None:
    """An occasion with the outlet that it was given to; ``None`` where it was for no outlet at all."""
    private = kind in _ALONE
    behind = _GIVEN_TO.match(text, span.end, stop) if private or kind == "statement" else None
    if behind is None:
        return Setting(kind, span, private=private)
    if behind[1] in ("with", "to", "by") and _NOT_FOR_THE_PUBLIC.match(text, behind.end(), stop):
        return None
    named = _outlet_at(text, behind.end(), stop)
    is_outlet = named is not None and (named[2] or _is_outlet_name(named[0]))
    if kind == "statement" and behind[1] == "to" and named is not None and not is_outlet:
        return None  # "in a statement to Parliament"
    if named is None or not (is_outlet or kind == "interview") or (not private and behind[1] != "to"):
        return Setting(kind, span, private=private)
    return Setting(kind, Span(span.start, named[1]), named[0], private=True)


def _outlet_at(text: str, start: int, stop: int) -> tuple[str, int, bool] | None:
    """The name at ``start``, where it ends, and whether it is an outlet's: the longest that is known."""
    found = _NAME.match(text, start, stop)
    if found is None or found[1].split()[0].lower().rstrip(".") in TIME_WORDS:
        return None
    words = found[1].split()
    for n in range(len(words), 0, -1):
        name = " ".join(words[:n]).rstrip(".")
        if known := outlet_of(name):
            return known, found.start(1) + _length(found[1], n, name), True
    name = found[1].rstrip(".")
    return name, found.start(1) + len(name), False


def _length(words: str, number: int, name: str) -> int:
    """How many code points of ``words`` the first ``number`` take, which are ``name``."""
    ends = [m.end() for m in re.finditer(r"\S+", words)]
    return ends[number - 1] - (0 if words[: ends[number - 1]].endswith(name[-1]) else 1)


def _is_outlet_name(name: str) -> bool:
    """Whether a name looks like an outlet's: "The Lodrin Gazette"."""
    return name.lower().split()[-1] in _OUTLET_WORDS and " " in name
