"""Reads re3d and says which of its entities are names (docs/measures.md, section Names)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, get_args

from benchmarks.gold import read_lines
from headwater.reading.gazetteer import first_names, look_up
from headwater.reading.titles import BODY_WORDS, PERSON_TITLES
from headwater.records.vocabulary import EntityType, MentionForm

TYPES: dict[str, EntityType] = {
    "Person": "person",
    "Organisation": "organisation",
    "Location": "location",
    "Nationality": "nationality",
    "Weapon": "weapon",
    "MilitaryPlatform": "military_platform",
}
"""re3d's types that the contract has; the others (times, amounts, documents, civil vehicles) are no names."""

NO_NAMES = ("Temporal", "Quantity", "Money")
"""Marked stretches that no name stands in: "Jan" of "Jan. 8" was marked as a person by a machine."""

_WORD = re.compile(r"[^\W_]+(?:[.'’\-‑][^\W_]+)*\.?|\S")
_DETERMINERS = frozenset("the a an this that these those our its their his her my your".split())
_PRONOUNS = frozenset(
    "i me my mine we us our ours you your yours he him his she her hers it its they them their theirs who "
    "whom which this that these those there here one others".split()
)
_PARTICLES = frozenset("de del della der den la le du da dos van von bin ibn ben al el abu".split())
_TAIL = re.compile(r"(?:['’]s|['’]|[\s.,;:!?\"”“)\-–—])+\Z")
_ABBREVIATED = re.compile(r"[A-Z]\.[A-Z]\Z")
_PEOPLE = frozenset("members member men women people residents soldiers airmen families".split())
_ENDS_HEAD = frozenset(
    "of in on at for from to with by against associated following who that which and".split()
)
_RANKS = PERSON_TITLES | frozenset(
    "emeritus senior petty master first second third 1st 2nd 3rd class warrant acting special warfare "
    "operator he hon doctor presidential high state envoy commissioner staff spc specialist airman commodore "
    "designate minister-designate".split()
)


class NameSpan(NamedTuple):
    """A stretch of text with its type, in code points."""

    start: int
    end: int
    type: EntityType


@dataclass(frozen=True, slots=True)
class GoldName:
    """One marked entity: ``types`` are all that its stretch was marked with, the likeliest first."""

    start: int
    end: int
    types: tuple[EntityType, ...]
    form: MentionForm


@dataclass(frozen=True, slots=True)
class Re3dText:
    """One document: ``names`` after the rules of the measure, ``marked`` as the annotators left it."""

    id: str
    text: str
    names: tuple[GoldName, ...]
    marked: tuple[GoldName, ...]


def read_re3d(path: Path) -> list[Re3dText]:
    """The documents of one of re3d's files, in its order."""
    rows = list(read_lines(path))
    inside = frozenset(word for row in rows for word in capitals_inside(row["text"]))
    return [_document(row, inside) for row in rows]


def capitals_inside(text: str) -> Iterator[str]:
    """Words that stand capitalised where no sentence begins."""
    for found in _WORD.finditer(text):
        if found[0][:1].isupper() and not opens_sentence(text, found.start()):
            yield found[0]


def opens_sentence(text: str, start: int) -> bool:
    """Whether nothing but marks stands between ``start`` and the end of the sentence before."""
    before = text[:start].rstrip(" \t\"'“”‘’([·•-–—")
    return not before or before[-1] in ".!?:\n\r"


def _document(row: dict[str, Any], inside: frozenset[str]) -> Re3dText:
    text: str = row["text"]
    whole = [m for m in row["mentions"] if m["type"] in TYPES and _whole(text, m["start"], m["end"])]
    barred = [(m["start"], m["end"]) for m in row["mentions"] if m["type"] in NO_NAMES]
    marked = merged([(m["start"], m["end"], TYPES[m["type"]], "name") for m in whole], text)
    shaped = [_shaped(text, m["start"], m["end"], TYPES[m["type"]], inside) for m in whole]
    names = [s for s in shaped if s[3] != "name" or not _within(s, barred)]
    return Re3dText(row["id"], text, tuple(merged(_one_layer(text, names), text)), tuple(marked))


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch begins and ends at the edges of words ("the camp" of "the campaign" does not)."""
    cuts = (i for i in (start, end) if 0 < i < len(text))
    return start < end and not any(text[i - 1].isalnum() and text[i].isalnum() for i in cuts)


def _within(span: Sequence[Any], others: Iterable[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)


Shaped = tuple[int, int, EntityType, MentionForm]


def _shaped(text: str, start: int, end: int, kind: EntityType, inside: frozenset[str]) -> Shaped:
    """The stretch with its form; a name goes bare."""
    form = form_of(text, start, end, kind, inside)
    return (*bare(text, start, end, kind), kind, form) if form == "name" else (start, end, kind, form)


def form_of(text: str, start: int, end: int, kind: EntityType, inside: frozenset[str]) -> MentionForm:
    """Name, nominal or pronoun, by the head word: the last before a preposition, comma or bracket.

    A head in capitals makes a name, unless the capital may be the sentence's:
    one word at its head that stands in capitals nowhere within a sentence
    (``inside``). A title alone ("the Prime Minister") is a nominal.
    """
    words = _head_words(text[start:end])
    if not words or (len(words) == 1 and words[0].lower() in _PRONOUNS):
        return "pronoun" if words else "nominal"
    head, last = words[-1], _last_word(text[start:end])
    if head.isdigit() or not (_has_capital(head) and _has_capital(last)) or head.lower() in _PEOPLE:
        return "nominal"
    if kind == "person":
        return "name" if is_person_name(text, *bare(text, start, end, kind)) else "nominal"
    lone = len(words) == 1 and head[1:].islower() and head not in inside and look_up(head) is None
    return "nominal" if lone and opens_sentence(text, start) else "name"


def is_person_name(text: str, start: int, end: int) -> bool:
    """Whether what follows a person's titles is a name: capitals throughout, no title, no body."""
    words = [w for _, w in _words(text, start, end) if w[0].isalnum()]
    known = look_up(text[start:end])
    body = known is not None and known.type == "organisation"
    rank = words[-1].lower().strip(".") in BODY_WORDS | _RANKS and words[0] not in first_names()
    return not body and not rank and all(_namely(w) for w in words)


def _words(text: str, start: int, end: int) -> list[tuple[int, str]]:
    return [(start + m.start(), m[0]) for m in _WORD.finditer(text[start:end])]


def _last_word(phrase: str) -> str:
    return [w for _, w in _words(phrase, 0, len(_TAIL.sub("", phrase)))][-1]


def _has_capital(word: str) -> bool:
    return any(c.isupper() or c.isdigit() for c in word)


def _head_words(phrase: str) -> list[str]:
    """The words up to the head, without determiner."""
    words: list[str] = []
    for found in _WORD.finditer(_TAIL.sub("", phrase)):
        word = found[0].replace("’", "'").removesuffix("'s")
        if words and (word.lower() in _ENDS_HEAD or word in "(,–—"):
            break
        if (words or word.lower() not in _DETERMINERS or len(phrase) < 5) and word[0].isalnum():
            words.append(word)
    return words


def bare(text: str, start: int, end: int, kind: str) -> tuple[int, int]:
    """A name without determiner, modifiers in lower case, possessive ending, and a person's title.

    Both the gold and what is scored against it are made bare: sets of gold
    differ in what they take into a name, and that is no merit or fault.
    """
    kept = start + len(_TAIL.sub("", text[start:end]))
    if kept == start:
        return start, end
    end = kept + 1 if _ABBREVIATED.search(text, start, kept) and text[kept : kept + 1] == "." else kept
    words = _words(text, start, end)
    i = _skip_small(words)
    if kind == "person":
        i = _skip_titles(words, i)
    return words[i][0], end


def _skip_small(words: Sequence[tuple[int, str]]) -> int:
    i = 0
    while i < len(words) - 1 and (words[i][1].lower() in _DETERMINERS or not _namely(words[i][1])):
        i += 1
    return i if _namely(words[i][1]) else 0


def _namely(word: str) -> bool:
    return _has_capital(word) or word in _PARTICLES


def _skip_titles(words: Sequence[tuple[int, str]], first: int) -> int:
    """Past the titles before a person's name, and the body or people that stand before a title."""
    best = i = first
    titled = False
    while i < len(words) - 1 and (rank := _rank(words[i][1])):
        i += 1
        titled = rank == "title" or (titled and rank == "mark")
        best = i if titled and words[i][1][0].isalnum() else best
    return best


def _rank(word: str) -> str | None:
    """``title``, ``mark``, ``before`` (what may stand before or within a title), or ``None``."""
    low = word.lower().strip(".")
    if low in _RANKS:
        return "title"
    if not word[0].isalnum():
        return "mark"
    known = look_up(word.removesuffix("'s").removesuffix("’s"))
    outside = known is not None and known.type != "person"
    joins = low in ("of", "for", "the", "and") or low in BODY_WORDS or (word.isupper() and len(low) > 1)
    return "before" if outside or joins else None


def _one_layer(text: str, spans: Sequence[Shaped]) -> Iterator[Shaped]:
    """Of names within names of one type the outermost; but "Vermillion, South Dakota" is two places."""
    names = [s for s in spans if s[3] == "name"]
    for span in spans:
        if span[3] != "name" or not (_is_list(span, names, text) or _hidden(span, names, text)):
            yield span


def _is_list(span: Shaped, names: Sequence[Shaped], text: str) -> bool:
    """Whether a place's stretch is several with commas between them, each marked on its own."""
    start, end, kind, _ = span
    inner = [s for s in names if s[2] == kind and s[:2] != span[:2] and start <= s[0] and s[1] <= end]
    comma = text.find(",", start, end)
    return kind == "location" and comma >= 0 and any(s[0] > comma for s in inner)


def _hidden(span: Shaped, names: Sequence[Shaped], text: str) -> bool:
    """Whether a longer name of the same type, and no list, holds this one."""
    return any(
        o[2] == span[2]
        and o[:2] != span[:2]
        and o[0] <= span[0]
        and span[1] <= o[1]
        and not _is_list(o, names, text)
        for o in names
    )


def merged(spans: Iterable[Shaped], text: str) -> list[GoldName]:
    """One entry a stretch and form, in order, with all the types that it was marked with."""
    found: dict[tuple[int, int], set[EntityType]] = {}
    forms: dict[tuple[int, int], MentionForm] = {}
    for start, end, kind, form in spans:
        found.setdefault((start, end), set()).add(kind)
        forms[start, end] = form
    return [GoldName(s, e, likeliest(text[s:e], found[s, e]), forms[s, e]) for s, e in sorted(found)]


def likeliest(name: str, types: Iterable[EntityType]) -> tuple[EntityType, ...]:
    """Types of one stretch, the one that it should be read as first."""
    body = any(w.lower().strip(".,") in BODY_WORDS | {"coalition", "fleet"} for w in name.split())
    known = look_up(name)
    order: list[EntityType] = ["weapon", "military_platform", "nationality"]
    order += [known.type] if known else []
    order += ["organisation"] if body else []
    order += ["location", "organisation", "person", *get_args(EntityType)]
    return tuple(sorted(types, key=order.index))
