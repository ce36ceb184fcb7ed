"""What every reader of name labels hands over, and the words that decide a type."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from headwater.reading.gazetteer import look_up
from headwater.records.vocabulary import EntityType, MentionForm


class NamedSpan(NamedTuple):
    """A mention ``[start, end)`` in code points; a name goes without determiner and title."""

    start: int
    end: int
    type: EntityType
    form: MentionForm


@dataclass(frozen=True, slots=True)
class NamedText:
    """A document, or a sentence where the set has no documents, with its mentions in order.

    ``silent`` are the types that the set leaves unmarked, at least in part:
    there an unmarked stretch may be a name of that type.
    """

    id: str
    text: str
    spans: tuple[NamedSpan, ...]
    silent: frozenset[EntityType]


def flat(spans: Iterable[NamedSpan]) -> tuple[NamedSpan, ...]:
    """Spans of which none meets another: the longest are kept, the first of equals."""
    kept: list[NamedSpan] = []
    for span in sorted(spans, key=lambda s: (s.start - s.end, s.start)):
        if all(span.end <= k.start or k.end <= span.start for k in kept):
            kept.append(span)
    return tuple(sorted(kept))


_FACILITY_LAST = frozenset(
    "airport airfield airbase airstrip base dam hospital camp museum stadium arena tower palace prison jail "
    "mosque cathedral church temple synagogue shrine castle station building plant refinery gate fort hotel "
    "theatre theater hall bridge embassy consulate checkpoint barracks dock docks shipyard terminal port "
    "harbour harbor mall monument memorial tomb cemetery abbey monastery chapel library school observatory "
    "lighthouse pier tunnel courthouse warehouse factory".split()
)
_FACILITY_FIRST = frozenset("fort camp".split())
# Ethnic and religious names that no country's people has.
_PEOPLES = frozenset(
    "arab arabs kurd kurds kurdish sunni sunnis shia shias shiite shiites shi'a shi'ite alawite alawites "
    "yazidi yazidis yezidi druze jew jews jewish muslim muslims islamic christian christians catholic "
    "catholics protestant protestants hindu hindus buddhist buddhists sikh sikhs orthodox soviet english "
    "scottish scots welsh european europeans african africans asian asians african-american hispanic latino "
    "uyghur uyghurs tibetan tibetans turkmen pashtun pashtuns tajik uzbek chechen chechens roma slavic "
    "slavs germanic prussian ottoman roman romans byzantine persian persians basque catalan flemish walloon "
    "frisian bavarian sicilian hawaiian cherokee navajo inuit maori aboriginal igbo yoruba hausa zulu".split()
)
_SHIP = re.compile(r"(?:HMS|USS|USNS|HMAS|HMCS|INS|FS) [A-Z]")
_CRAFT = re.compile(
    r"(?:[ABCFPT]|AC|AH|CH|EC|EF|EA|FA|KC|MH|MQ|MV|OH|RC|RQ|SR|UH|Su|MiG|Tu|Il|Mi|Ka|Yak)-?\d{1,3}[A-Z]?\b"
)
_ARM = re.compile(r"(?:AK|RPG|AR|M|SA|S|TOW|MP)-\d{1,3}[A-Z]?\b|(?:Scud|Tomahawk|Javelin|Stinger|Hellfire)\b")


def facility_or(name: str, kind: EntityType) -> EntityType:
    """``facility`` for a place that is named as a building or site, which no set tells from other places."""
    if kind != "location":
        return kind
    words = re.sub(r"[,(].*", "", name).lower().split()
    if not words:
        return kind
    sited = words[-1] in _FACILITY_LAST or (words[0] in _FACILITY_FIRST and len(words) > 1)
    return "facility" if sited else kind


def sorted_other(name: str) -> EntityType:
    """The type of what a scheme calls miscellaneous: a people, a craft, an arm, else ``other``."""
    known = look_up(name)
    people = known is not None and known.type == "nationality"
    if people or name.lower().replace("’", "'") in _PEOPLES:
        return "nationality"
    if _SHIP.match(name) or _CRAFT.match(name):
        return "military_platform"
    return "weapon" if _ARM.match(name) else "other"


_NO_SPACE_BEFORE = frozenset(". , ; : ! ? ) ] } % ' ’ ''".split()) | {"'s", "’s", "n't", "n’t", "...", "”"}
_NO_SPACE_AFTER = frozenset("( [ { $ £ € # “ ‘ ``".split())
_CLITIC = re.compile(r"['’](?:s|re|ve|ll|d|m)\Z|n['’]t\Z", re.IGNORECASE)


def joined(words: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """Words and marks as running text, spaced as print does, and where each stands."""
    text, places = "", list[tuple[int, int]]()
    quoted, glue = False, True
    for word in words:
        mark = word == '"'
        if not (glue or (mark and quoted) or word in _NO_SPACE_BEFORE or _CLITIC.match(word)):
            text += " "
        places.append((len(text), len(text) + len(word)))
        text += word
        quoted ^= mark
        glue = word in _NO_SPACE_AFTER or (mark and quoted)
    return text, places


def stretches(tags: Iterable[str]) -> list[tuple[int, int, str]]:
    """Token ranges ``[first, last)`` with their label, from IOB tags of either kind."""
    found: list[tuple[int, int, str]] = []
    first, label = 0, ""
    row = [*tags, "O"]
    for i, tag in enumerate(row):
        if label and (tag[:2] != "I-" or tag[2:] != label):
            found.append((first, i, label))
            label = ""
        if tag != "O" and not label:
            first, label = i, tag[2:]
    return found
