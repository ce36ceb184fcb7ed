"""The words that make a forecast, and what around them shows that they make none.

Set on labelled passages of the stream that no figure in docs/measures.md is scored on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from headwater.records.vocabulary import ForecastModality

MODAL = re.compile(
    r"\b(?P<will>will|won[’']t|shall|shan[’']t)\b|(?<=[A-Za-z])(?P<ll>[’']ll)\b"
    r"|\b(?P<would>would(?:n[’']t)?)\b(?!-)|\b(?P<may>may)\b|\b(?P<might>might(?:n[’']t)?)\b|\b(?P<could>could)\b"
    r"|(?:\b(?:is|are|am|isn[’']t|aren[’']t)|[’'](?:s|re|m))(?: (?!to\b)\w{2,12}){0,2}? "
    r"(?:(?P<going_to>going|about|bound|set|poised|doomed|destined) to"
    r"|(?P<likely>likely|sure|certain|expected) to|(?P<unlikely>unlikely) to)\b"
    r"|\b(?:is|are|seems?|looks?|appears?)(?: \w{2,15}){0,2}? "
    r"(?:(?P<likely_end>likely)|(?P<unlikely_end>unlikely))(?= that\b|[.,;]|$)"
    r"|\b(?P<gonna>gonna)\b|\b(?P<time>matter of time)\b"
)
_MODALITIES: dict[str, ForecastModality] = {
    "will": "will",
    "ll": "will",
    "would": "would",
    "may": "may",
    "might": "might",
    "could": "could",
    "going_to": "going_to",
    "gonna": "going_to",
    "likely": "likely",
    "likely_end": "likely",
    "time": "likely",
    "unlikely": "unlikely",
    "unlikely_end": "unlikely",
}
_LOOK = 90
"""Code points before and behind a modal that are looked at."""

_PERFECT = re.compile(
    r"(?: not| \w+ly| also| even| well| never| once){0,2} (?:have|[’']ve)"
    r"(?: \w+ly| also| never| even)? "
    r"(?:been|had|done|made|gone|seen|said|thought|taken|given|known|come|become|won|lost|left|led|meant|"
    r"brought|kept|just|hurt|let|put|run|set|cut|got(?:ten)?|held|felt|found|paid|sent|told|"
    r"\w{2,14}(?:ed|[^h\W]en))\b"
)
"""What would, may or could have happened is no forecast."""
_NO_VERB = re.compile(r"\s*(?:$|[,.;:)]|and\b|or\b|to\b|of\b)")
_WILL_NOUN = re.compile(
    r"\b(?:a|an|the|our|his|her|their|my|your|its|no|of|free|good|ill|own|political|popular|public|collective|"
    r"strong|iron|God[’']s|people[’']s)$",
    re.IGNORECASE,
)
_MAY_MONTH = re.compile(r"(?:,| \d| of\b|\b (?:and|to|through) (?:June|July|April)\b)")
_PLACE = re.compile(
    r" (?:the|a|an|his|her|my|our|their|your|work|school|church|war|jail|prison|bed|[A-Z]\w*)\b"
)
_WISH = re.compile(
    r"(?: \w+ly| also| rather| never| have you| like to)? "
    r"(?:love|like|prefer|hope|say|argue|think|believe|suggest|want|wish|guess|appreciate|hate|add|call|assume|"
    r"seem|wonder|ask|object|expect|imagine|be forgiven|remember|recall|know)\b"
)
_SMALL_SUBJECT = re.compile(
    r"\b(?:I|you|one|who|which|that|all|what|whatever|whoever|whichever)$", re.IGNORECASE
)
_PLAIN_SUBJECT = re.compile(r"\b(?:many|some|most|they|he|she|it|we|I)(?: \w+ly)?$")
_COMPARES = re.compile(r" (?:more|less) ")
_AS = re.compile(r"\b[Aa]s [\w ]{2,30}$")
_WRITER = re.compile(r"\bI$")
_READER = re.compile(r"\byou$", re.IGNORECASE)
_READER_SEES = re.compile(
    r" (?:also |not |never |then |soon )?(?:see|find|notice|recall|remember|hear|read|note|need)\b"
)
_WRITER_SAYS = re.compile(
    r" (?:not |never |just |now |also )?(?:go out|put|say|admit|forget|leave|let|take|explain|tell|note|add|"
    r"return|concede|confess|spare|call|start|begin|repeat|quote)\b"
)
_ASIDE = re.compile(
    r"\b(?:(?:so|in order that)(?: that)? (?:he|she|it|they|we|I|you|the \w+)"
    r"|(?:even though|although|though|whereas|whether or not|no matter \w+|however \w+) "
    r"(?:[\w’']+ ){0,3}[\w’']+"
    r"|(?:what|how)(?: \w+ly)?(?: (?!will|would|is\b|was\b)[\w’'()]+){1,4}"
    r"|(?:someone|somebody|anyone|anybody|those|people|one|men|women) who)$",
    re.IGNORECASE,
)
"""Purposes, concessions, indirect questions, and what somebody is wished to be."""
_STATE = re.compile(
    r" (?:not |also |well |very |still |now |likely |probably |possibly |just )*"
    r"(?:be|become|end up|get|lead|result|happen|cost|lose|fall|mean|bring|trigger|spark|turn|face|prove|"
    r"spell|collapse|fail)\b"
)
"""Behind "could": what may come about, and not what somebody is able to do."""
_PRESENT_BE = re.compile(
    r" (?:not |also |well |very |still |now |just )*be (?!\w+ed\b|\w+en\b)(?!over\b|able\b|forced\b)"
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|didn[’']t|said|told|thought|knew|promised|predicted|hoped|feared|believed|wanted|"
    r"went|came|decided|asked|brought|helped)\b"
)
_IF = re.compile(r"\b(?:if|unless|were to|should|in case|without)\b", re.IGNORECASE)


class Modal(NamedTuple):
    """A word of the future in a sentence, by places in the text."""

    start: int
    end: int
    modality: ForecastModality


def modals(own: str, start: int, end: int) -> Iterator[Modal]:
    """The modals of one sentence that make forecasts, in order."""
    for found in MODAL.finditer(own, start, end):
        before = own[max(start, found.start() - _LOOK) : found.start()].rstrip()
        after = own[found.end() : min(end, found.end() + _LOOK)]
        modality = _MODALITIES[found.lastgroup or "will"]
        if not _is_none(found, modality, before, after) and not _is_past(modality, own, start, found):
            yield Modal(found.start(), found.end(), modality)


def _is_none(found: re.Match[str], modality: ForecastModality, before: str, after: str) -> bool:
    """Whether the words around a modal show that nothing is forecast."""
    if modality in ("likely", "unlikely"):
        return _COMPARES.search(found[0]) is not None
    if _ASIDE.search(before):
        return True
    if modality == "will":
        return _is_no_will(found, before, after)
    if modality == "going_to":
        return _PLACE.match(after) is not None
    return _is_weak_none(modality, before, after)


def _is_weak_none(modality: ForecastModality, before: str, after: str) -> bool:
    """Whether "would", "may", "might" or "could" tells a past, a wish, an ability or what is."""
    small = _SMALL_SUBJECT.search(before) and before not in ("That", "All that")
    if small or _NO_VERB.match(after) or _PERFECT.match(after) or _WISH.match(after):
        return True
    if modality == "could":
        return _STATE.match(after) is None
    is_now = _MAY_MONTH.match(after) or _PRESENT_BE.match(after) or _AS.search(before)
    return modality != "would" and is_now is not None


def _is_no_will(found: re.Match[str], before: str, after: str) -> bool:
    """Whether "will" is a noun, or turns to the reader or to what the writer does in writing."""
    if found.lastgroup == "will" and (_WILL_NOUN.search(before) or _NO_VERB.match(after)):
        return _PLAIN_SUBJECT.search(before) is None
    if _READER.search(before) and _READER_SEES.match(after):
        return True
    return _WRITER.search(before) is not None and _WRITER_SAYS.match(after) is not None


def _is_past(modality: ForecastModality, own: str, start: int, found: re.Match[str]) -> bool:
    """Whether "would" or "might" looks forward from a past time, as stories do."""
    if modality not in ("would", "might", "could"):
        return False
    before = own[start : found.start()]
    told = _PAST.search(before[-160:])
    return told is not None and _IF.search(before) is None
