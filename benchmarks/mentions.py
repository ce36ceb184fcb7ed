"""Which mentions of those who met with a fate count into a total: weights learned from incident reports.

A report tells of the same dead again, of parts of them, and of dead of other
times. What speaks for and against is read here; `training/totals.py` learned
how much it weighs, from reports of which only the total is known. Serves the benchmark alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from headwater.records import Figure, Span


@dataclass(frozen=True, slots=True)
class Mention:
    """Some who met with a fate: a figure, or a person with a name (then ``figure`` is ``None``)."""

    span: Span
    count: int
    figure: Figure | None

    @property
    def alone(self) -> bool:
        """Whether it is neither a part nor a repetition of another."""
        return self.figure is None or is_alone(self.figure)


def is_alone(figure: Figure) -> bool:
    """Whether a figure is neither a part nor a repetition of another."""
    return figure.part_of is None and figure.same_as is None


_MONTHS = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_ACTS = (
    r"(?:(?:the|an?|alleged|recent)\s){0,3}(?:\w+\s)?(?:killings?|murders?|deaths?"
    r"|attacks?|encounters?|blasts?|case)"
)
_RECALLED = re.compile(
    r"\b(?:in\swhich|in\s(?:several|many|various|a\sseries)|involve[ds]?\sin|involvement\sin|wanted\s(?:for|in|by)"
    r"|accused\s(?:of|in)|(?:one\sof|among)\s(?:those|the\s\w+)\swho|implicated|convicted|in\sconnection\swith|charged\swith|participated|taken\spart|took\spart"
    rf"|role\sin\s{_ACTS}|(?:protest\w*|retaliation|revenge|avenge|condemn\w*|mastermind\w*|behind|suspects?)"
    rf"(?:\s(?:against|for|of|to|in|behind))?\s{_ACTS}|anniversary|masterminded|had\s(?:earlier\s)?(?:killed|murdered)(?=\s)|responsible\sfor\s(?!the\sincident))\b[^.;]{{0,110}}$",
    re.IGNORECASE,
)
_DEED = re.compile(
    r"\b(?:cases?|murders?|killings?|attack|incident|responsible|involve[ds]?|involvement|accused|role|connection"
    r"|wanted|protest\w*|revenge|against|retaliation|mastermind\w*)\b(?:\W{1,3}\w{1,30}){0,5}\W{0,3}$",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\b(?:another|also|meanwhile|separate(?:ly)?|elsewhere|other|further(?:more)?|more(?:over)?|besides|in\saddition"
    r"|too|similar(?:ly)?|subsequently|however|while|different|second)\b",
    re.IGNORECASE,
)
_ARREST = re.compile(
    r"\b(?:arrest\w*|surrender\w*|recover\w*|seize\w*|detain\w*|sentenced|convicted|charge-?sheet\w*|lodged|court"
    r"|nabbed|apprehended|custody)\b",
    re.IGNORECASE,
)
_KILLING = re.compile(
    r"\b(?:kill\w*|shot\sdead|gunned|died|dead|murder\w*|slain|bod(?:y|ies)|lost)\b", re.IGNORECASE
)
_FORCES = re.compile(
    r"\b(?:police\w*|soldiers?|troop\w*|jawans?|constables?|personnel|officers?|guards?|commandos?|inspectors?)\b",
    re.IGNORECASE,
)
_REBELS = re.compile(
    r"(?:\b|-)(?:rebels?|cadres?|maoists?|naxal\w*|militants?|insurgents?|guerr?illas?|extremists?|terrorists?|ultras?"
    r"|commanders?|attackers?|gunm[ae]n)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DAY = re.compile(rf"\b{_MONTHS}\s\d")
_BEFORE, _BEHIND = 160, 80
"""Code points of its sentence around a mention that are looked at."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a mention stands: its sentence, and how many those of the sentence and of those before count."""

    sentence: int
    first: int
    here: int
    before: int
    behind_first: int


def features(text: str, sentences: Sequence[Span], mentions: Sequence[Mention]) -> Iterator[frozenset[str]]:
    """What the weights are for, of each of the mentions of one fate, which are in order."""
    arrest = _opens_with_arrest(text, sentences)
    seen: set[str] = set()
    for mention, place in zip(mentions, _places(sentences, mentions), strict=True):
        told = _around(text, sentences[place.sentence], mention.span)
        told += _told_before(text, sentences[place.sentence], mention, place)
        if mention.figure is not None:
            told += [name for name, has in _kind(mention.figure).items() if has]
            party = _party(text, mention.span)
            if place.before and party not in seen:
                told.append("of another party than those before")
            seen.add(party)
        if arrest and place.sentence:
            told.append("the text opens with an arrest")
        yield frozenset(("any", *told))


def _party(text: str, span: Span) -> str:
    """Whether those of a count are of a force or of rebels, by their nouns."""
    words = text[span.start : span.end + 40].partition(",")[0]
    force, rebel = _FORCES.search(words), _REBELS.search(words)
    if force and (rebel is None or force.start() < rebel.start()):
        return "force"
    return "rebels" if rebel else "others"


def _kind(figure: Figure) -> dict[str, bool]:
    return {
        "part": figure.part_of is not None,
        "the same": figure.same_as is not None,
        "combatants": figure.status == "combatant",
        "civilians": figure.status == "civilian",
    }


def _places(sentences: Sequence[Span], mentions: Sequence[Mention]) -> Iterator[_Place]:
    starts = [s.start for s in sentences]
    homes = [max(0, bisect_right(starts, m.span.start) - 1) for m in mentions]
    here = dict.fromkeys(homes, 0)
    for mention, home in zip(mentions, homes, strict=True):
        here[home] += mention.count if mention.alone else 0
    before = dict(zip(here, accumulate(here.values(), initial=0), strict=False))
    first = homes[0] if homes else 0
    rest = sum(here.values()) - here.get(first, 0)
    for home in homes:
        yield _Place(home, here[first], here[home], before[home], rest)


def _told_before(text: str, sentence: Span, mention: Mention, place: _Place) -> list[str]:
    """How a mention stands to those of the sentences before."""
    if not place.before:
        return ["the first of a later sentence"] if place.sentence else []
    start, end = mention.span.start, mention.span.end
    another = _ANOTHER.search(text, max(sentence.start, start - _BEFORE), start) or _ANOTHER.search(
        text, start, min(sentence.end, end + 20)
    )
    told = ["others before"]
    if not another:
        told.append(
            f"others before, {'a name' if mention.figure is None else 'a figure'}, not called another"
        )
    if place.here == place.before:
        told.append("as many here as before")
    if place.behind_first == place.first:
        told.append("as many later as in the first sentence")
    return told


def _around(text: str, sentence: Span, span: Span) -> list[str]:
    """What the words around a mention say."""
    start, end = max(sentence.start, span.start - _BEFORE), min(sentence.end, span.end + _BEHIND)
    found = {
        "recalled": _RECALLED.search(text, max(0, span.start - 130), span.start),
        "of a deed": _DEED.search(text, start, span.start),
        "behind an arrest": _ARREST.search(text, start, span.start),
        "a year": _YEAR.search(text, start, span.start) or _YEAR.search(text, span.end, end),
        "a day": _DAY.search(text, start, span.start) or _DAY.search(text, span.end, end),
    }
    return [name for name, match in found.items() if match]


def _opens_with_arrest(text: str, sentences: Sequence[Span]) -> bool:
    """Whether the first sentence tells of an arrest before any killing."""
    if not sentences:
        return False
    arrest = _ARREST.search(text, sentences[0].start, sentences[0].end)
    return arrest is not None and not _KILLING.search(text, sentences[0].start, arrest.start())


WEIGHTS: Mapping[str, float] = {
    "a day": -1.47,
    "a year": -1.68,
    "any": 2.73,
    "as many here as before": -1.22,
    "as many later as in the first sentence": -0.89,
    "behind an arrest": -1.68,
    "civilians": 0.62,
    "combatants": 1.09,
    "of a deed": -1.16,
    "of another party than those before": 1.06,
    "others before": -3.97,
    "others before, a figure, not called another": -1.21,
    "others before, a name, not called another": -0.88,
    "part": -5.63,
    "recalled": -3.28,
    "the first of a later sentence": -1.84,
    "the same": -1.48,
    "the text opens with an arrest": -1.54,
}


def counts(told: frozenset[str], weights: Mapping[str, float] = WEIGHTS) -> bool:
    """Whether more speaks for a mention than against it."""
    return sum(weights.get(name, 0.0) for name in sorted(told)) > 0
