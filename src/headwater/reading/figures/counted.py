"""What a number counts, by the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from headwater.reading.figures import lexicon
from headwater.reading.figures.cardinals import word_set
from headwater.reading.figures.tolls import toll_of
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
_TIMES = word_set("minutes hours days weeks months years decades")
_WORD = re.compile(
    r"[ \t\u00a0]{0,2}(?:\r?\n)?(?:of[ ](?:the[ ]|its[ ]|their[ ]|his[ ]|our[ ]|those[ ]|these[ ])?)?[“\"(]?"
    r"([A-Za-z](?:\.[A-Za-z]){1,4}\.?|[A-Za-z][\w'’-]{0,40})"
)
_KNOWN = lexicon.TROOPS | lexicon.PEOPLE | lexicon.WEAPONS | lexicon.VEHICLES
_IRREGULAR = word_set(
    "people men women children police policemen gunmen servicemen firemen dead wounded injured personnel "
    "crew aircraft"
)
_PEOPLES = re.compile(r"(?:ans|ens|is|ists|ats|rks|abs|rds|les|nes|eks|chs|nns|ers|ites|edes)$")
"""Endings of "Koreans", "Israelis", "Democrats", "Kurds", against "Years" or "Games" in a headline."""

_IN_SERVICE = word_set("member members personnel advisers advisors trainers instructors forces operators")
_SERVICES = word_set("service military armed army navy special security ground")
_BEFORE_NOUNS = word_set("police crew aircraft personnel operations")
"""Plurals that stand before another noun too: "two police stations", "a dozen crew members"."""

_OF_POLICE = word_set(
    "department shooting station car vehicle force report agency checkpoint post raid killing chief"
)
_FORCE_OF = re.compile(
    r"\b(?:force|army|contingent|garrison|militia)\sof\s(?:an?\sestimated\s|some\s|about\s)?$", re.IGNORECASE
)
_FIGHTS = re.compile(
    r"(?:\s[\w.’'-]{1,20}){1,8}?(?<!\sby)\s(?:fighting|fight)\s(?:for|with|alongside|in|against|under)\b"
)
_LEVEL = re.compile(
    r"\b(?:ceiling|cap|quota|level|limit|target|maximum|admissions|intake)\b[^.;:]{0,60}?"
    r"\b(?:to|at|from|of|for|be|is|was)\s(?:the\s|only\s|just\s)?$",
    re.IGNORECASE,
)
_NEWLY_COME = word_set("arrivals admissions families children")
_NO_REFUGEES = word_set("migrant migrants immigrant immigrants terrorist terrorists criminals")
"""Whom a country takes in or holds, and who are no refugees by that."""
_NEWCOMERS = ("people", "seeker")
_TAKES_IN = re.compile(
    r"\b(?:resettl(?:e|es|ed|ing)|admit(?:s|ted|ting)?|accept(?:s|ed|ing)?|welcom(?:e|es|ed|ing)|tak(?:e|es|en|ing)(?:\sin)?"
    r"|took(?:\sin)?|receiv(?:e|es|ed|ing)|hous(?:es|ed|ing)|shelter(?:s|ed|ing)?|let(?:ting)?\sin|host(?:s|ed|ing)?"
    r"|br(?:ing|inging|ings|ought)\sin|grant(?:ed|s|ing)?\s(?:asylum|refuge|protection)\sto)"
    r"(?:\s(?:up\sto|some|about|another|an|a|additional|the|its|first|further|extra|estimated|only|just)){0,4}\s$",
    re.IGNORECASE,
)
_TAKEN_IN = re.compile(
    r"(?:\s[\w.’'-]{1,20}){0,4}?\s(?:(?:(?:has|have|had)(?:\sbeen)?|were|are|will\sbe|to\sbe)\s)?"
    r"(?:resettled|admitted|accepted|taken\sin|let\sin|stranded|crossed|streamed|poured|spilled|arrived|entered"
    r"|reached|registered\sas\srefugees)\b"
)
_LEVEL_BEHIND = re.compile(
    r"\s(?:(?:annual|refugee)\s){0,2}(?:cap|ceiling|quota|limit|level|target|figure)\b"
    r"|\sthe\snumber\sof\s(?:[\w-]{1,20}\s){0,2}(?:refugees|asylum)\b"
)
_REFUGEES = re.compile(r"\b(?:refugees?|asylum|resettle\w*|shelters|evacuees?)\b", re.IGNORECASE)
_NEARBY = 300
"""Code points around a figure in its paragraph in which refugees may be told of."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted, and what one of it is called."""

    of: FigureOf
    unit: str | None
    noun: str


def counted(text: str, sentence: Span, span: Span) -> Counted:
    """What the figure at ``span`` counts, by a measure or by its noun; the verbs are for others to read."""
    words = following(text, span.end, sentence.end)
    measure = _measure(words)
    if measure is not None:
        return Counted(*measure, noun=words[0])
    noun = _head(words)
    kind, unit = _by_noun(noun)
    if noun in _IN_SERVICE and not _SERVICES.isdisjoint(w.lower() for w in words):
        kind, unit = "troops", "person"
    if noun == "sentences" and words[0].lower() == "death":
        return Counted("other", "sentence", noun)
    if _is_displaced(text, sentence, span, words, noun):
        return Counted("displaced", "person", noun)
    if unit == "person" and kind == "other" and _is_of_fighters(text, sentence, span):
        return Counted("troops", "person", noun)
    if unit in ("person", None) and (fate := toll_of(text, span)):
        return Counted(fate, "person", noun)
    return Counted(kind, unit, noun)


def _is_displaced(text: str, sentence: Span, span: Span, words: list[str], noun: str) -> bool:
    """Whether the noun or the verb before the figure is one of refugees."""
    low = [w.lower() for w in words]
    if (noun == "seekers" and "asylum" in low) or (noun in _NEWLY_COME and low[0] == "refugee"):
        return True
    if low[:1] == ["displaced"] and noun:
        return True
    kind, unit = _by_noun(noun)
    open_ = kind == "other" and unit in ("person", None, *_NEWCOMERS) and noun not in _NO_REFUGEES
    return open_ and _is_taken_in(text, sentence, span)


def _is_of_fighters(text: str, sentence: Span, span: Span) -> bool:
    """“a force of 900 men”, “70 Irellians are believed to be fighting for the rebels”."""
    force = _FORCE_OF.search(text, max(sentence.start, span.start - 60), span.start)
    return force is not None or _FIGHTS.match(text, span.end, sentence.end) is not None


def _is_taken_in(text: str, sentence: Span, span: Span) -> bool:
    """“pledged to take in 12,000 people”, “a ceiling of 5,000”, where the paragraph tells of refugees."""
    start = max(sentence.start, span.start - 100)
    told = any(p.search(text, start, span.start) for p in (_TAKES_IN, _LEVEL)) or any(
        p.match(text, span.end, sentence.end) for p in (_TAKEN_IN, _LEVEL_BEHIND)
    )
    return told and _REFUGEES.search(text, *_around(text, span)) is not None


def _around(text: str, span: Span) -> tuple[int, int]:
    """The paragraph of a figure, as far as it is near."""
    start, end = max(0, span.start - _NEARBY), min(len(text), span.end + _NEARBY)
    line = text.find("\n", span.end, end)
    return text.rfind("\n", start, span.start) + 1 or start, end if line < 0 else line


def following(text: str, at: int, end: int) -> list[str]:
    """Up to five words behind ``at`` that can belong to the counted noun phrase, as written."""
    words: list[str] = []
    while len(words) < 5:
        match = _WORD.match(text, at, end)
        if match and not words and match[1].lower() in ("more", "other"):
            at = match.end()
            continue
        if match is None or match[1].lower() in _STOPS or (words and "of " in match[0][:4]):
            break
        if words and match[1].lower() in _TIMES:
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
        for w, after in zip(words, [*words[1:], ""], strict=False)
        if (w.lower() in _IRREGULAR or _is_plural(w)) and not _is_before_noun(w.lower(), after.lower())
    ]
    first = [w.lower() for w in words[:2]]
    if plural[:1] == words[:1] != [] and _is_a_people(words[0]) and _KNOWN.isdisjoint(first):
        return words[0]
    common = [w for w in plural if w.islower() or w.lower() in _KNOWN]
    if common or plural:
        noun = (common or plural)[0]
        return noun.lower() if noun.lower() in _KNOWN or noun.islower() else noun
    return next((w.lower() for w in words if w.lower() in _KNOWN), "")


def _is_before_noun(word: str, after: str) -> bool:
    """Whether "police" or "crew" only goes with the noun behind it."""
    return word in _BEFORE_NOUNS and (_is_plural(after) or after in _OF_POLICE)


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss") and len(word) > 2


def _is_a_people(noun: str) -> bool:
    """Whether a noun names the people of a nation, party or faith: "Koreans"."""
    return noun[:1].isupper() and _PEOPLES.search(noun) is not None


def _by_noun(noun: str) -> tuple[FigureOf, str | None]:
    if noun in lexicon.NOUN_FATES:
        return lexicon.NOUN_FATES[noun], "person"
    if noun in lexicon.TROOPS:
        return "troops", "person"
    if noun in lexicon.PEOPLE or _is_a_people(noun):
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
