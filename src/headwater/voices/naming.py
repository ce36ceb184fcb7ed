"""When two names can mean the same: full and short forms, what the gazetteer knows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from headwater.reading.gazetteer import look_up
from headwater.records.vocabulary import EntityType

_DETERMINER = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"[’']s?$")


def bare(words: str) -> str:
    """A name without its article and possessive ending."""
    return _POSSESSIVE.sub("", _DETERMINER.sub("", words.strip())).strip(" ,")


def keys_of(name: str) -> set[str]:
    """What a name is filed and looked up under: first word, last word, what it is known as.

    Two names for which :func:`is_same` holds share at least one of them.
    """
    words, known = name.split(), look_up(name)
    return {*words[:1], *words[-1:], *((known.name,) if known else ())}


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
    if own == "organisation" and kind in ("organisation", "other") and " " not in name:
        return " " in full and full.split()[-1] == name  # "the Herald"
    return False


def _is_same_person(full: str, name: str) -> bool:
    ours, theirs = full.split(), name.split()
    if not theirs:
        return False
    if len(theirs) == 1:
        return theirs[0] in (ours[-1], ours[0]) and len(ours) > 1
    if ours[-1] != theirs[-1]:
        return False
    return ours[0] == theirs[0] or (len(ours[0].rstrip(".")) == 1 and ours[0][0] == theirs[0][0])
