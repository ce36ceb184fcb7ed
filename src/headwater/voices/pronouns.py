"""Which pronoun can mean whom."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from headwater.reading.gazetteer import leader_of, mostly_borne_by
from headwater.voices.cluster import Cluster
from headwater.voices.naming import other_forms
from headwater.voices.nounkinds import COLLECTIVE, DOCUMENTS, can_speak
from headwater.voices.roles import FEMALE, MALE
from headwater.voices.words import FIRST_PERSON

HE = frozenset("he him his himself he's he'd he'll".split())
SHE = frozenset("she her hers herself she's she'd she'll".split())
IT = frozenset("it its itself it's which that".split())
THEY = frozenset("they them their theirs themselves they're they've both neither".split())
TWO = frozenset(("both", "neither"))
RELATIVE = frozenset("who which that".split())
"""Those that mean the noun right before them."""

REFERRING = HE | SHE | IT | THEY | {"who"}
"""Those that mean somebody or something the text has named or spoken of."""

Sex = Literal["women", "men"]
Fitness = Callable[[Cluster], bool]
"""Whether an entity can be meant."""


def fitness(pronoun: str) -> Fitness:
    """Which entities a pronoun can mean."""
    if pronoun in HE:
        return lambda c: _is_somebody(c) and sex_of(c) != "women"
    if pronoun in SHE:
        return lambda c: _is_somebody(c) and sex_of(c) != "men"
    if pronoun in TWO:
        return lambda c: c.plural and is_two(c.name)
    if pronoun in THEY:
        return lambda c: (
            (c.plural and c.head not in DOCUMENTS | FIRST_PERSON)
            or (c.type == "organisation" and (not c.head or c.head in COLLECTIVE))
        )
    return lambda c: (
        (c.type in ("organisation", "other") and not c.plural) or (c.type == "location" and not c.head)
    )


def is_two(words: str) -> bool:
    """Whether words for several count two: "the two men"."""
    return not {"two", "both", "2"}.isdisjoint(words.lower().split())


def _is_somebody(cluster: Cluster) -> bool:
    """Whether it is one person: a name, or a noun for one ("the switchboard had recorded" is none)."""
    return cluster.type == "person" and not cluster.plural and (not cluster.head or can_speak(cluster.head))


def sex_of(cluster: Cluster) -> Sex | None:
    """What a title, or else the first name, tells of somebody's sex; of leaders the surname."""
    if cluster.titles & (MALE | FEMALE):
        return "men" if cluster.titles & MALE else "women"
    if cluster.head:
        return sex_of_noun(cluster.head)
    words = cluster.name.split()
    return _sex_of_first(words[0]) if len(words) > 1 else leader_of(cluster.name)


def _sex_of_first(name: str) -> Sex | None:
    """By whom a first name, or else each other form of it that is known, is mostly borne."""
    if (own := mostly_borne_by(name)) is not None:
        return own
    others = {sex for form in other_forms(name) if (sex := mostly_borne_by(form)) is not None}
    return others.pop() if len(others) == 1 else None


def sex_of_pronoun(pronoun: str) -> Sex | None:
    """Whom "he" or "she" calls so."""
    return "men" if pronoun in HE else "women" if pronoun in SHE else None


def sex_of_noun(noun: str) -> Sex | None:
    """What a noun tells of somebody's sex: "wife", "spokesman"."""
    return "men" if noun in MALE else "women" if noun in FEMALE else None
