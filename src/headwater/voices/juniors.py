"""Whose a lone surname is beside a "Jr.": "John Roe Jr. ... Roe said"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from headwater.voices.cluster import Cluster
from headwater.voices.naming import is_junior, surname_of
from headwater.voices.nounkinds import OFFICES

_KIN = re.compile(r"\b(?:sons?|fathers?|namesake|elder|younger)\b", re.IGNORECASE)
_BESIDE = 60
_AROUND = (
    r"(?:[’']s)? (?:administration|campaign|White House|Tower|Organi[sz]ation|presidency|transition|family)\b"
)
"""What is called after the holder of an office: "the Roe administration"."""


def juniors(text: str, clusters: Sequence[Cluster]) -> Iterator[tuple[Cluster, Cluster]]:
    """Each Jr. and the entity of a lone surname that is his.

    It is unless somebody else is named in full with that surname, or it stands before him ("Trump" of a
    page that later has "Donald Trump Jr."), or holds another office, or he is told to be somebody's son. So
    it was in all of 45 articles of the stream in which a lone surname follows, but those on the Trumps.
    """
    full: defaultdict[str, list[Cluster]] = defaultdict(list)
    lone: dict[str, Cluster] = {}
    for one in clusters:
        if one.type == "person" and one.fulls:
            full[surname_of(one.name)].append(one)
        elif one.type == "person" and not one.head:
            lone[one.name] = one
    for surname, short in lone.items():
        bearers = full.get(surname, [])
        if len(bearers) == 1 and _is_his(text, short, bearers[0]):
            yield bearers[0], short


def _is_his(text: str, short: Cluster, bearer: Cluster) -> bool:
    if (
        not is_junior(bearer.name)
        or short.first < bearer.first
        or not short.titles & OFFICES <= bearer.titles
    ):
        return False
    if re.search(rf"\b{re.escape(short.name)}{_AROUND}", text):
        return False
    return _KIN.search(text, max(0, bearer.first - _BESIDE), bearer.first + _BESIDE) is None
