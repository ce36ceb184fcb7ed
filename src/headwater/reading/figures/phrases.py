"""Lists of people in a sentence: “a guard, identified as X, two clerks and his son”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from headwater.reading.figures.cardinals import word_set
from headwater.reading.figures.classes import Line

ItemKind = Literal["number", "single", "definite", "name", "bare"]
Place = tuple[int, int]
"""The first and the last of some words of a line."""

# Letters are explained in classes.py. A noun phrase ends at the first letter that cannot stand in one.
_WORDS = r"(?:[nwC]\.?|\(C\))"
_NUMBER = re.compile(rf"[ast]?y?N[xyvgez]{{0,2}}(?=[^xyvgez]|$)(?:[TA](?=[nwC]))?{_WORDS}{{0,7}}(?<!\.)K?")
_SINGLE = re.compile(rf"[ast][xyvgz]{{0,2}}(?:[TA](?=[nwC]))?{_WORDS}{{0,7}}[nwC]")
_NAME = re.compile(r"(?:[Cn]\.?){0,6}C")
_BARE = re.compile(r"[xvg]?[nwC]{0,5}n")

_TAIL = r"t?[asx]?(?!zv)[xvgyz]{0,2}(?:[TA](?=[nw]))?(?:N?(?:[nwCKz]\.?|\(C\)){1,7}|N)"
_PHRASE = rf"[op]{_TAIL}"
_TOLD = r"(?:[Cn]\.?){0,6}C"
_POST = re.compile(
    rf",?[ty]?x(?:[^,&.q;NTGBIbhed(]|(?<=C)\.(?=C)){{0,14}}|,{_PHRASE}(?=,)|,o{_TAIL}|{_PHRASE}|g(?=p|[nwC]{{1,4}}(?:[hb]|p))[nwC]{{0,4}}"
    r"|z[wCn]{0,2}|\([^)]{0,14}\)(?:C{1,3}(?=[bh,]))?"
)
"""What may follow a noun phrase and belongs to it: "identified as X", "of the army", "(50)", "on Friday"."""
_APPOSED_NAME = re.compile(r",?(?:[Cn]\.?){0,6}C(?=[,&bhmyeopzTIAK().x]|$)")
_APPOSED_NOUN = re.compile(r",[tas]?[xvgy]?(?:[nwC]\.?){1,8}")
_TOLD_NAMES = re.compile(rf",?(?:xp|x)?{_TOLD}(?=[,&(x]|[bhmopey.;]|$)")
_TOLD_NEXT = re.compile(rf"(?:,|,?&){_TOLD}(?=[,&(x]|[bhmopey.;]|$)")
_AND_ALSO = re.compile(r"&[wC]{0,4}n(?=[,oC])")
_SOME_OF_THEM = re.compile(r",[wtyN]?i[^,.q]{1,30}?(?=,[hmyebpTIr])")
_NUMBER_OF = re.compile(r"o[ts]?N")
_CAPITALS = re.compile(r"(?:C\.?){1,7}(?<!\.)")
_LINK = re.compile(r",?&y?|,?i|,y?")
_CALLED = word_set("identified named known called alias")
_MOST_POSTS = 6
_MOST_ITEMS = 12


@dataclass(frozen=True, slots=True)
class Item:
    """One of a list: the words from ``first`` to ``last``, inside.

    ``head`` is the place of the noun; ``names`` stand for the same people;
    ``part`` says that the item is a part of one before it.
    """

    kind: ItemKind
    first: int
    last: int
    head: int
    part: bool = False
    names: tuple[Place, ...] = ()
    number: int | None = None


@dataclass(slots=True)
class PhraseList:
    """Noun phrases that stand together, up to ``end`` (outside); ``open`` where a comma is still to close.

    ``joined`` says that an "and" stands among them.
    """

    start: int
    items: list[Item] = field(default_factory=list)
    end: int = 0
    open: bool = False
    joined: bool = False


def phrase_lists(line: Line) -> Iterator[PhraseList]:
    """Every list of noun phrases, from left to right, none inside another."""
    at = 0
    while at < len(line.letters):
        found = list_at(line, at)
        if found is None:
            at += 1
        else:
            yield found
            at = max(found.end, at + 1)


def list_at(line: Line, at: int) -> PhraseList | None:
    """The list of noun phrases that begins at one word, if any does."""
    out = PhraseList(at, end=at)
    part = of_them = False
    while len(out.items) < _MOST_ITEMS:
        item = _item(line, at, part=part)
        if item is None:
            break
        at = _behind(line, item, out)
        out.end = at
        link = _LINK.match(line.letters, at)
        following = _item(line, link.end(), part=False) if link else None
        if link is None or following is None or ("i" not in link[0] and _is_place(line, item, following, at)):
            break
        if line.letters[out.start - 1 : out.start] == "p" and " " in line.words[link.end() - 1].low:
            break
        if _is_aside(line, item, out.start, link[0]) or (of_them and "&" in link[0]):
            break
        # "killed, 70 of them civilians, and 900 were injured": the 70 are not of those behind.
        of_them = link[0] == "i" and line.words[link.end() - 1].low.startswith("of ")
        if "i" in link[0]:
            part, out.open = True, out.open or link[0] == ",i"
        out.joined = out.joined or "&" in link[0]
        at = link.end()
    _drop_told(line, out)
    if match := _SOME_OF_THEM.match(line.letters, out.end):
        out.end, out.open = match.end(), True
    return out if out.items else None


def _is_place(line: Line, item: Item, following: Item, at: int) -> bool:
    """Whether what follows goes on with the places of a phrase: “five people in Dorn and Irelle”."""
    plain = item.kind in ("number", "bare") and following.kind == "name"
    return plain and at > item.last + 1 and line.letters[at - 1] == "C"


def _is_aside(line: Line, item: Item, start: int, link: str) -> bool:
    """Whether the list is one phrase that opens a sentence: “During a search, a guard was killed”."""
    return link == "," and line.letters[start - 1 : start] == "p" and line.letters[item.head] != "n"


def _drop_told(line: Line, out: PhraseList) -> None:
    """“Two men, a driver and a cleaner, …”: the two are told of, not two more."""
    rest = out.items[1:]
    if not rest or out.items[0].kind not in ("single", "number"):
        return
    first = out.items[0]
    if not out.joined and not any(i.part for i in rest):
        apposed = tuple(n for i in rest if i.kind != "number" for n in i.names)
        out.items[:] = [
            replace(first, names=(*first.names, *apposed)),
            *(i for i in rest if i.kind == "number"),
        ]
        out.open = True
        return
    if first.kind != "number" or any(i.kind not in ("single", "name") for i in rest):
        return
    between = line.letters[first.last + 1 : rest[0].first]
    count = _SMALL.get(line.words[first.first].low.split()[-1])
    told = len(first.names) + len(rest)
    if count is not None and (told == count if first.names else len(rest) == count and between.endswith(",")):
        out.items[0] = replace(first, names=(*first.names, *(n for i in rest for n in i.names)))
        del out.items[1:]
        out.open = True


_SMALL = {"one": 1, "two": 2, "three": 3, "four": 4, "2": 2, "3": 3, "4": 4, "both": 2}


def _item(line: Line, at: int, *, part: bool) -> Item | None:
    letters = line.letters
    if match := _NUMBER.match(letters, at):
        place = letters.index("N", at)
        last = match.end() - 1
        kind: ItemKind = "number" if _counts_people(line, place, last) else "bare"
        return Item(kind, place, last, last, part, number=line.words[place].number)
    if match := _SINGLE.match(letters, at):
        return _single(line, match, part=part)
    if at < len(line.words) and line.words[at].low in ("another", "one"):
        return Item("single", at, at, at, part)
    if match := _BARE.match(letters, at):
        name = _NAME.match(letters, at)
        if name is None or name.end() <= match.end():
            return Item("bare", at, match.end() - 1, match.end() - 1, part)
    if match := _NAME.match(letters, at):
        return Item("name", at, match.end() - 1, match.end() - 1, part, ((at, match.end() - 1),))
    return None


def _counts_people(line: Line, first: int, last: int) -> bool:
    """Not so "the 159 battalion": behind a number for people stands a plural, a noun for people or a time."""
    letters, low = line.letters[first + 1 : last + 1], line.words[last].low
    return (
        not letters
        or letters[0] == "z"
        or "n" in letters
        or letters[-1] != "w"
        or low.endswith("s")
        or low == "other"
    )


def _single(line: Line, match: re.Match[str], *, part: bool) -> Item:
    """A person with an article: up to the last noun for people; a name behind that stands for the same."""
    first, last = match.start(), match.end() - 1
    head = line.letters.rfind("n", first, last + 1)
    if line.words[first].low == "one" and head < 0 and line.letters[last] == "C":
        return Item("name", first + 1, last, last, part, ((first + 1, last),))
    kind: ItemKind = "definite" if line.letters[first] == "t" else "single"
    if head < 0:
        return Item(kind, first, last, last, part)
    rest = line.letters[head + 1 : last + 1]
    names = ((head + 1, last),) if rest and set(rest) <= {"C", "."} else ()
    return Item(kind, first, head, head, part, names)


def _behind(line: Line, item: Item, out: PhraseList) -> int:
    """Where what belongs to an item ends; the item goes to the list with the names that stand beside it."""
    names = list(item.names)
    at = (names[-1][1] if names else item.last) + 1
    if item.kind == "number":
        at = _names_told(line, at, out, names)
    if not (item.kind in ("bare", "definite") and _NUMBER_OF.match(line.letters, at)):
        at = _posts(line, at, out, names)
    if item.kind in ("single", "definite") and not names:
        match = _AND_ALSO.match(line.letters, at)
        at = _posts(line, match.end(), out, names) if match else at
        at = _apposed_name(line, at, out, names)
    elif item.kind == "name":
        at = _apposed_noun(line, at, out)
    elif item.kind == "bare" and (match := _NAME.match(line.letters, at)):
        at = _posts(line, match.end(), out, names)
    elif item.kind == "number" and (line.letters[at - 1] != "C" or names):
        at = _posts(line, _names_told(line, at, out, names), out, names)
    out.items.append(Item(item.kind, item.first, item.last, item.head, item.part, tuple(names), item.number))
    return at


def _posts(line: Line, at: int, out: PhraseList, names: list[Place]) -> int:
    for _ in range(_MOST_POSTS):
        match = _POST.match(line.letters, at)
        if match is None or match.end() == at:
            break
        if (called := match[0].find("x", 0, 3)) >= 0 and line.words[at + called].low in _CALLED:
            found = _CAPITALS.search(line.letters, at, match.end())
            names.extend([(found.start(), found.end() - 1)] if found else [])
        at = match.end()
        out.open = out.open or match[0][0] == ","
    return at


def _apposed_name(line: Line, at: int, out: PhraseList, names: list[Place]) -> int:
    """“a guard, Ada Lorn,”: behind the name."""
    match = _APPOSED_NAME.match(line.letters, at)
    if match is None:
        return at
    comma = match[0][0] == ","
    names.append((match.start() + comma, match.end() - 1))
    out.open = out.open or comma
    return _posts(line, match.end(), out, names)


def _apposed_noun(line: Line, at: int, out: PhraseList) -> int:
    """“Ada Lorn, secretary of the council, …”: behind what she is."""
    match = _APPOSED_NOUN.match(line.letters, at)
    if match is None or ("n" not in match[0] and match[0][1:2] not in ("a", "t", "w")):
        return at
    end = _posts(line, match.end(), PhraseList(at), [])
    closed = line.letters[end : end + 1] in (",", "b", "h", ".", "") or match[0][1:2] in ("a", "t")
    if not closed:
        return at
    out.open = True
    return end


def _names_told(line: Line, at: int, out: PhraseList, names: list[Place]) -> int:
    """“two clerks, Ada Lorn and Piet Oll of Dorn,”: behind the names of those that the number counts."""
    match = (_TOLD_NEXT if names else _TOLD_NAMES).match(line.letters, at)
    for _ in range(_MOST_ITEMS):
        if match is None:
            break
        found = _CAPITALS.search(line.letters, match.start(), match.end())
        names.extend([(found.start(), found.end() - 1)] if found else [])
        out.open = out.open or match[0][0] == ","
        at = _posts(line, match.end(), out, [])
        match = _TOLD_NEXT.match(line.letters, at)
    return at
