"""When two names can mean the same: full and short forms, what the gazetteer knows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from headwater.reading.gazetteer import look_up, outlet_of
from headwater.records.vocabulary import EntityType
from headwater.voices.nounkinds import PAPERS

_DETERMINER = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"[’']s?$")
_SUFFIX = re.compile(r",?\s+(?:Jr|Sr|II|III|IV)\.?$")
_JUNIOR = re.compile(r"\s(?:Jr|Sr)\.?$")
_GLUED = re.compile(
    r"(?P<last>[A-Z][\w’'-]{2,30}) (?P<first>(?:[A-Z][\w.’'-]{0,30} ){1,3})"
    r"(?P=last)(?=[A-Z])\S{1,60}(?: .{0,80})?"
)
# Bodies that go by their first word: "the Pell Research Center", later "Pell".
_SCHOOLS = frozenset("university college institute center centre".split())
WHOLE = frozenset(("White House",))
"""Bodies that do not go by one word: "the House" is a chamber."""
# First names and their short forms.
_SHORT_NAMES = """
alexander alex sandy|andrew andy drew|anthony tony|benjamin ben|charles charlie chuck|christopher chris
daniel dan danny|david dave|donald don|edward ed eddie ted|elizabeth liz beth betsy|eugene gene|gerald jerry
gregory greg|harold harry|jacob jake|james jim jimmy|jeffrey jeff|john jack johnny|joseph joe|joshua josh
katherine kathleen kathy kate|kenneth ken|lawrence larry|leonard len|margaret maggie peggy|matthew matt
michael mike|nathaniel nate|nicholas nick|patricia pat|patrick pat|peter pete|philip phil|raymond ray
rebecca becky|richard rick dick rich|robert bob rob bobby|ronald ron|samuel sam|stephen steve|steven steve
susan sue|theodore ted|thomas tom|timothy tim|victoria vicky|walter walt|william bill will billy
"""
_ALIKE = [frozenset(row.split()) for row in re.split(r"[|\n]", _SHORT_NAMES) if row]


def bare(words: str) -> str:
    """A name without its article and possessive ending."""
    return _POSSESSIVE.sub("", _DETERMINER.sub("", words.strip())).strip(" ,")


def unglued(name: str) -> str:
    """The name in "Roe Jane Ada RoeHarbour": a surname and a link of a page that ran into one."""
    found = _GLUED.fullmatch(name)
    return name if found is None else found["first"] + found["last"]


def undoubled(words: list[str]) -> list[str]:
    """The words of a person's name up to where it begins anew, or something is called theirs.

    Pages that were cut out of a site run a name into the link behind it: "Jane Roe Jane Ann RoePolls show".
    """
    again = next((i for i, w in enumerate(words) if i > 1 and w == words[0]), len(words))
    owned = next((i for i, w in enumerate(words, 1) if w.endswith(("’s", "'s"))), again)
    return [_POSSESSIVE.sub("", w) if i == owned else w for i, w in enumerate(words[: min(again, owned)], 1)]


def other_forms(first: str) -> frozenset[str]:
    """The full and short forms of a first name, "Jacob" with "Jake"; none where two names share it."""
    rows = [row for row in _ALIKE if first.lower() in row]
    return frozenset(name.title() for name in rows[0]) if len(rows) == 1 else frozenset()


def is_outlet(name: str) -> bool:
    """Whether a body publishes: one that is known, or named like a newspaper."""
    words = name.split()
    return outlet_of(name) is not None or (len(words) > 1 and words[-1].lower() in PAPERS)


def keys_of(name: str) -> set[str]:
    """What a name is filed and looked up under: first word, last word, what it is known as.

    Two names for which :func:`is_same` holds share at least one of them.
    """
    words, known = _words(name), look_up(name)
    return {*words[:1], *words[-1:], *((known.name,) if known else ())}


def surname_of(name: str) -> str:
    """The last word of a person's name, without "Jr." or the like."""
    return _words(name)[-1] if _words(name) else ""


def is_junior(name: str) -> bool:
    """Whether a name ends in "Jr." or "Sr."."""
    return _JUNIOR.search(name) is not None


def _words(name: str) -> list[str]:
    """The words of a name without "Jr." or the like, with straight apostrophes."""
    return _SUFFIX.sub("", name).replace("’", "'").split()


def is_same(names: Sequence[str], own: EntityType, name: str, kind: EntityType) -> bool:
    """Whether ``name``, of type ``kind``, can mean the entity of type ``own`` that goes by ``names``.

    The first of ``names`` is its fullest one.
    """
    if name in names:
        return True
    full = names[0]
    known, ours = look_up(name), look_up(full)
    if known is not None and ours is not None:
        return known.name == ours.name and (ours.type == "location") == (kind == "location")
    if own == "person" and kind in ("person", "other", "organisation"):
        return _is_same_person(full, name) and (kind != "organisation" or not name.isupper())
    if own == "organisation" and " " not in name and " " in full and full not in WHOLE:
        words = full.split()
        if kind != "location" and words[0] == name and words[-1].lower() in _SCHOOLS:
            return True
        return kind in ("organisation", "other") and name in (words[-1], _head_of(words))
    return False


def _head_of(words: Sequence[str]) -> str:
    """The noun of a body's name: "Ministry" of "Ministry of the Interior", else its last word: "Herald"."""
    at = next((i for i, w in enumerate(words) if i and w in ("of", "for")), len(words))
    return words[at - 1]


def _is_same_person(full: str, name: str) -> bool:
    ours, theirs = _words(full), _words(name)
    if not theirs or (_SUFFIX.search(name) and not _SUFFIX.search(full)):
        return False
    if is_junior(full) and not is_junior(name):
        return False  # "John Roe" beside "John Roe Jr." may be his father, and "Roe" too: see ``juniors``
    if len(theirs) == 1:
        return theirs[0] in (ours[-1], ours[0]) and len(ours) > 1
    if [w.lower() for w in ours[-len(theirs) :]] == [w.lower() for w in theirs]:
        return True  # "Christine Blasey Ford", "Blasey Ford"
    return ours[-1] == theirs[-1] and _is_same_first(ours[0], theirs[0])


def _is_same_first(ours: str, theirs: str) -> bool:
    """Whether one first name is the other, its initial or a short form of it."""
    if ours == theirs or (len(ours.rstrip(".")) == 1 and ours[0] == theirs[0]):
        return True
    return any(ours.lower() in row and theirs.lower() in row for row in _ALIKE)
