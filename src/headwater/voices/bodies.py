"""What news calls a body that it has named: "the company", "the agency", "the group"."""

from __future__ import annotations

import re

from headwater.reading.gazetteer import first_names, look_up
from headwater.reading.tokens import tokenize
from headwater.records import Span
from headwater.voices.cluster import Cluster
from headwater.voices.naming import is_outlet
from headwater.voices.nounkinds import COMPANIES, OUTLETS, PRESS
from headwater.voices.pronouns import Fitness
from headwater.voices.roles import APPOSITION
from headwater.voices.words import DETERMINERS, PREPOSITIONS, RELATIVES

_FIRMS = frozenset("company firm airline manufacturer carmaker automaker retailer giant bank club".split())
_GROUPS = frozenset(
    "group organisation organization nonprofit charity foundation institute center centre alliance "
    "coalition union school".split()
)
_AGENCIES = frozenset(("agency", "bureau"))
_PUBLIC = frozenset(
    "department departments ministry court courts senate house congress parliament government "
    "administration kremlin pentagon treasury army navy marines force forces police guard embassy "
    "commission sheriff supreme county city office secret agency bureau democrats republicans gop "
    "epa irs fda cdc dhs doj fema tsa nsa hhs cbo gao fcc ftc fec fbi cia hud usda omb".split()
)
"""Words in the names of bodies of state, and of those who are many."""
_PLATFORMS = frozenset("twitter facebook youtube instagram reddit google apple amazon microsoft".split())
_DELIBERATING = frozenset("court courts senate house congress parliament party democrats republicans".split())
_PANELS = frozenset("court courts committee subcommittee commission board panel council circuit".split())
_WIRES = frozenset("agency press reuters tass afp ap upi interfax xinhua dpa ria sana irna kcna".split())
_NOUNS = (COMPANIES | OUTLETS) - {"giant", "media", "press", "panel"}
_STATES = frozenset(("GOV", "MIL", "JUD", "COP", "LEG", "SPY"))
_BEFORE, _AFTER = 40, 120
_BRACKET = re.compile(r" \([A-Z][\w.]{1,9}\)")
_WORD_BEFORE = re.compile(r"\b([a-z]+) (?:called |named |known as )?\Z")


def noun_behind(text: str, name: Span) -> str | None:
    """What the apposition behind a name says, if that is a body: "Tarn Watch, an advocacy group,"."""
    short = _BRACKET.match(text, name.end)
    end = short.end() if short else name.end
    apposed = APPOSITION.match(text, end, end + _AFTER)
    words = tokenize(text, *apposed.span(1)) if apposed else []
    if not words or words[0].low not in DETERMINERS:
        return None
    ends = PREPOSITIONS | RELATIVES
    at = next((i for i, w in enumerate(words) if i and w.low in ends), len(words))
    return words[at - 1].low if words[at - 1].low in _NOUNS else None


def noun_before(text: str, name: Span) -> str | None:
    """The same by the word in front: "the advocacy group Tarn Watch"."""
    before = _WORD_BEFORE.search(text, max(0, name.start - _BEFORE), name.start)
    return before[1] if before and before[1] in _NOUNS else None


def outlet_before(text: str, name: Span) -> str | None:
    """The same where it makes a name an outlet's, whatever it was taken for: "newspaper Hurriyet"."""
    noun = noun_before(text, name)
    words = name.of(text).split()
    return noun if noun in PRESS and words[0] not in first_names() else None


def called(noun: str) -> Fitness:
    """Which named bodies a noun of ``COMPANIES`` can take up though nothing says that they are one.

    A ministry is no company, a paper that reports on a group not the group.
    """
    return lambda c: c.type == "organisation" and not c.head and _can_be(noun, c)


def _can_be(noun: str, cluster: Cluster) -> bool:
    if noun in cluster.titles:
        return True
    words = {w.lower().strip(".") for name in cluster.names for w in name.split()}
    known = next((k for name in cluster.names if (k := look_up(name))), None)
    sector = known.sector if known else None
    outlet = bool(cluster.titles & (PRESS - {"agency"})) or any(map(is_outlet, cluster.names))
    if noun in OUTLETS:
        return outlet
    if noun in _AGENCIES:
        return not words & _DELIBERATING and (not outlet or bool(words & _WIRES))
    if noun == "panel":
        return bool(words & _PANELS)
    public = bool(words & _PUBLIC) or sector in _STATES
    if noun in _FIRMS:
        return not (public or outlet) and sector not in ("IGO", "REB", "NGO")
    return noun not in _GROUPS or not (public or outlet or words & _PLATFORMS)
