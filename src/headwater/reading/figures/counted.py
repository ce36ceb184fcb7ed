"""What a number counts, by the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from headwater.reading.figures import lexicon
from headwater.reading.figures.cardinals import UNITS, word_set
from headwater.records import Span
from headwater.records.vocabulary import FigureOf

_STOPS = word_set(
    "the a an of in on at to for with from by and or but as is are was were be been "
    "being have has had will would may "
    "might can could should must who that which when where while after before during "
    "since until than into over under "
    "out up down off near between among along against about all so if not it he she "
    "they we you i this these those "
    "his her its their our my your killed wounded injured died arrested said including "
    "per also more others"
)
_WORD = re.compile(
    r"[ \t\u00a0]{0,2}(?:\r?\n)?(?:of[ ](?:the[ ]|its[ ]|their[ ]|his[ ])?)?[“\"(]?"
    r"([A-Za-z][\w'’-]{0,40})"
)
_KNOWN = lexicon.TROOPS | lexicon.PEOPLE | lexicon.WEAPONS | lexicon.VEHICLES
_IRREGULAR = word_set(
    "people men women children police policemen gunmen servicemen firemen dead wounded injured personnel "
    "crew aircraft"
)
_PEOPLES = re.compile(r"(?:ans|ens|is|ists|ats|rks|abs|rds|les|nes|eks|chs|nns|ers|ites|edes)$")
"""Endings of "Koreans", "Israelis", "Democrats", "Kurds", against "Years" or "Games" in a headline."""

_FATES = tuple((of, re.compile(rf"(?:{words})\b", re.IGNORECASE)) for of, words in lexicon.FATE)
_ANY_FATE = "|".join(words for _, words in lexicon.FATE)
_BE = (
    r"(?:were|was|are|is|being|be|been|feared|reported|confirmed|presumed|believed|left"
    r"|got|found|declared|went|go|gone)"
)
_NUMBERS = "|".join((*UNITS, "dozens?", "hundreds?", "thousands?", "both"))

_SOON = re.compile(
    rf"\s{{1,3}}(?:(?!(?:and|but|or|as|while|when|after|that|{_NUMBERS})\b)[A-Za-z][\w'’-]*\s{{1,3}}){{0,5}}?"
    rf"(?P<be>{_BE}\s(?:\w+ly\s|also\s|all\s|still\s|so\sfar\s|to\sbe\s|to\shave\sbeen\s"
    rf"|reported\s){{0,2}})?(?P<fate>(?:{_ANY_FATE})\b)",
    re.IGNORECASE,
)
"""A fate within six words behind the number: "12 people were killed", "five Americans dead"."""

_LATE = re.compile(
    rf"(?:[^.;,\d]{{0,60}},\s(?:including|among\sthem)\s[^.;]{{1,150}}?,"
    rf"(?=\s{_BE}\b))?[^.;:\d]{{0,110}}?\b{_BE}\s(?:\w+ly\s|also\s|all\s|still\s|reported\s){{0,2}}"
    rf"(?P<fate>(?:{_ANY_FATE})\b)",
    re.IGNORECASE,
)
"""A fate behind a longer subject, with its auxiliary: "troops fighting alongside … have been killed"."""

_INCLUDING = re.compile(r",\s(?:including|among\sthem)\s.*,(?=\s)")
_OTHER_CLAUSE = re.compile(rf"\b(?:{_NUMBERS}|{_ANY_FATE}|but|said)\b", re.IGNORECASE)
_FATE_WORD = re.compile(rf"\b(?:{_ANY_FATE})\b", re.IGNORECASE)
_OF = re.compile(r"\s(?:of|to|among)\b")
_PASSIVE_LEAD = re.compile(r"\b(?:was|were|been|being|be)\s(?:\w+ly\s)?$", re.IGNORECASE)
_STOPPED = re.compile(r"[.;:()“”\"]")

_BLOCKS = re.compile(
    r"\b(?:in|at|on|by|from|during|after|before|with|near|when|as|while|for|into|since"
    r"|who|which|that|it|he|she|they|was|were|"
    r"is|are|has|have|had|said|says|where|over|through|across|about|around|if|because"
    r"|using|between|within|under|along|"
    r"injured|wounded|killed|arrested|and\s(?:the|destroyed|damaged|burned|seized|recovered)"
    r"|recovered|seized|destroyed|damaged)\b",
    re.IGNORECASE,
)
_TOLL = re.compile(
    r"\b(?:death\stoll|toll|number\sof\s(?:dead|deaths|fatalities)|number\sof\speople\skilled)\b[^.;:]{0,50}$"
    r"|\b(?:claim(?:ed|ing|s)|tak(?:en|ing)|took)\s(?:the\slives\sof\s)?$",
    re.IGNORECASE,
)
_PASSIVE_NEXT = re.compile(
    r"\s*(?:$|[.,;:)”\"!?—–-]|\b(?:in|by|when|and|or|during|after|as|on|at|near|while"
    r"|since|over|outside|inside|from|"
    r"for|within|across|this|last|so|more|along|alongside|with|before|today|yesterday"
    r"|but|there|here)\b|[A-Z][a-z]+day\b)"
)
_FREE_OF_VOICE = word_set(
    "dead died dies perished missing casualties losses deaths death fatalities injuries "
    "homeless bodies drowned"
)


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted, what one of it is called, and how near the evidence stands."""

    of: FigureOf
    unit: str | None
    noun: str


def counted(text: str, sentence: Span, span: Span) -> Counted:
    """What the figure at ``span`` counts: by a measure, by a fate, by its noun, in this order."""
    words = following(text, span.end, sentence.end)
    measure = _measure(words)
    if measure is not None:
        return Counted(*measure, noun=words[0])
    noun = _head(words)
    kind, unit = _by_noun(noun)
    if kind in ("weapons", "vehicles"):
        return Counted(kind, unit, noun)
    if unit == "person" or noun == "":
        fate = _fate(text, sentence, span)
        if fate is not None:
            return Counted(fate, "person", noun)
    elif kind == "other" and noun not in lexicon.HAPPENINGS:
        fate = _fate(text, sentence, span)
        if fate in ("killed", "injured", "arrested", "abducted", "casualties"):
            return Counted(fate, "person", noun)
    return Counted(kind, unit, noun)


def following(text: str, at: int, end: int) -> list[str]:
    """Up to five words behind ``at`` that can belong to the counted noun phrase, as written."""
    words: list[str] = []
    while len(words) < 5:
        match = _WORD.match(text, at, end)
        if match is None or match[1].lower() in _STOPS or (words and "of " in match[0][:4]):
            break
        words.append(match[1])
        at = match.end()
    return words


def _measure(words: list[str]) -> tuple[FigureOf, str] | None:
    if not words:
        return None
    first = words[0].lower()
    if first == "per" and len(words) > 1:
        first = f"per {words[1].lower()}"
    if first in ("square", "cubic", "nautical") and len(words) > 1:
        return None if first != "nautical" else ("distance", "nmi")
    return lexicon.MEASURES.get(first)


def _head(words: list[str]) -> str:
    """The counted noun: the first plural, lower case but for names; else, as of "one", a known singular."""
    plural = [
        w
        for w in words
        if w.lower() in _IRREGULAR or (w.endswith("s") and not w.endswith("ss") and len(w) > 2)
    ]
    common = [w for w in plural if w.islower() or w.lower() in _KNOWN]
    if common or plural:
        noun = (common or plural)[0]
        return noun.lower() if noun.lower() in _KNOWN or noun.islower() else noun
    return next((w.lower() for w in words if w.lower() in _KNOWN), "")


def _by_noun(noun: str) -> tuple[FigureOf, str | None]:
    if noun in lexicon.TROOPS:
        return "troops", "person"
    if noun in lexicon.PEOPLE or (noun[:1].isupper() and _PEOPLES.search(noun)):
        return "other", "person"
    if noun in lexicon.WEAPONS:
        return "weapons", singular(noun)
    if noun in lexicon.VEHICLES:
        return "vehicles", singular(noun)
    return "other", singular(noun) or None


def singular(noun: str) -> str:
    """A plural's plain singular: good enough to tell two units apart."""
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes")):
        return noun[:-2]
    return noun.removesuffix("s") if not noun.endswith(("ss", "us", "is")) else noun


def _fate(text: str, sentence: Span, span: Span) -> FigureOf | None:
    return "killed" if _TOLL.search(text[max(sentence.start, span.start - 90) : span.start]) else None


def _soon(text: str, sentence: Span, span: Span) -> FigureOf | None:
    match = _SOON.match(text, span.end, sentence.end)
    return fate_of(text, match.start("fate")) if match and _is_passive(text, match, sentence) else None


def _is_passive(text: str, match: re.Match[str], sentence: Span) -> bool:
    if match["be"] or match["fate"].lower() in _FREE_OF_VOICE:
        return True
    if (
        match["fate"]
        .lower()
        .endswith(("ing", "kill", "kills", "arrest", "arrests", "wound", "wounds", "injure", "injures"))
    ):
        return False
    return _PASSIVE_NEXT.match(text[match.end() : min(sentence.end, match.end() + 20)]) is not None


def _active(text: str, sentence: Span, span: Span) -> FigureOf | None:
    """A fate before the number with only noun phrases between: “killed three soldiers and two”."""
    start = max(sentence.start, span.start - 90)
    before = text[start : span.start]
    if _TOLL.search(before):
        return "killed"
    best = None
    for match in _FATE_WORD.finditer(before):
        best = match
    if best is None or _PASSIVE_LEAD.search(before[: best.start()]):
        return None
    fill = _OF.sub("", before[best.end() :], count=1)
    if _BLOCKS.search(fill) or _STOPPED.search(fill.rstrip(" (")) or fill.count(",") > 3:
        return None
    return fate_of(text, start + best.start())


def _late(text: str, sentence: Span, span: Span) -> FigureOf | None:
    match = _LATE.match(text, span.end, sentence.end)
    if match is None:
        return None
    subject = match[0][: match.start("fate") - match.start()]
    if _OTHER_CLAUSE.search(_INCLUDING.sub("", subject, count=1)):
        return None
    return fate_of(text, match.start("fate"))


def fate_of(text: str, at: int) -> FigureOf | None:
    """The fate whose words begin at ``at``."""
    return next((of for of, pattern in _FATES if pattern.match(text, at)), None)
