"""Whether a phrase with an article counts one person, or two, or nobody in particular."""

from __future__ import annotations

import re

from headwater.reading.figures.cardinals import word_set
from headwater.reading.figures.classes import Line
from headwater.reading.figures.phrases import Item


def are_two(line: Line, item: Item) -> bool:
    """Whether a phrase without a number is of two: "both attackers", "the couple"."""
    before, behind = line.letters[item.first - 1 : item.first], line.letters[item.last + 1 : item.last + 2]
    both = line.words[item.first].low == "both" and line.letters[item.head] == "n"
    # "Oll and Lorn, both clerks": they are told of already.
    return (both and before != "," and behind != "&" and not item.names) or line.words[
        item.head
    ].low == "couple"


def is_person(line: Line, item: Item) -> bool:
    """Whether a phrase with an article is one person: "a clerk", "the pilot", "a Panchayat Secretary"."""
    head = line.words[item.head]
    if head.low == "personnel" and line.letters[item.first] == "a":
        return True
    if head.low in MANY or (head.low.endswith("s") and head.low not in _ENDS_IN_S):
        return False
    own = any(w.fate is not None for w in line.words[item.first : item.last + 1])
    if item.kind == "definite":
        if head.low == "head" and line.letters[item.head + 1 : item.head + 2] != "o":
            return False
        is_one = head.letter == "n" and not own and line.words[item.first].low == "the"
        return is_one and not item.names and line.letters[item.first - 1 : item.first] != "b"
    if head.letter == "n" or head.capital or head.low in ("another", "one"):
        return True
    done = line.words[item.first - 1].fate if item.first else None
    harmed = done is not None and done.of in ("killed", "abducted") and done.sort in "TGB"
    return head.low not in _THINGS and (harmed or _AGENT.search(head.low) is not None)


MANY = word_set(
    "men women children police dead wounded injured family families crew personnel people couple "
    "group team others "
    "army troop squad party force lives commandos infantrymen parents"
)
_THINGS = word_set(
    "list bill deal plan proposal project idea measure program programme conversation mood time chance "
    "hope letter camp lot "
    "dog cow horse elephant tiger lion bear bird cat lamb goat deer agreement amendment effort law "
    "rule policy number "
    "probe investigation inquiry bid dream pipeline merger story joke momentum career "
    "holster poster paper order banner folder trailer container helicopter computer server charter chapter "
    "answer offer sweater trigger tower center centre"
)
_ENDS_IN_S = word_set("boss lass hostess waitress actress heiress princess")
_AGENT = re.compile(r"(?<!num)(?<!oth)(?<!ord)(?<!riv)(?<!tow)(?:er|or|ist|man|woman|ee|ant|boy|girl)$")
