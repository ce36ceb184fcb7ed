"""Who met with what, by the build of the sentence: subjects, objects and what they are joined to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from headwater.reading.figures.cardinals import word_set
from headwater.reading.figures.classes import NUMBER, Line
from headwater.reading.figures.fates import together
from headwater.reading.figures.later import BETWEEN, GROUP, killed_later, later, with_next
from headwater.reading.figures.persons import MANY, are_two, is_person
from headwater.reading.figures.phrases import Item, PhraseList, list_at, phrase_lists
from headwater.records import Span
from headwater.records.vocabulary import FigureOf

_FOLLOWS = re.compile(rf"(?P<comma>,?)(?P<who>[ri]?){GROUP}")
_AFTER_CLAUSE = re.compile(
    rf"(?:(?:,?[rx]|,y?[xvegp])[^.q]{{1,60}}?,|r[^,.qN&]{{2,25}}?(?=b)|r[bhv][^,.qN&]{{0,24}}?(?=I)|(?:x|vp)[^,.;qbhN]{{1,40}}?(?=b)"
    rf"|v[^,.;qbhNrjd]{{1,30}}?&y{{0,2}}(?=b)){GROUP}"
)
_CLOSES = re.compile(rf"[^.;qN]{{0,60}}?,{GROUP}")
_DONE_BEFORE = re.compile(rf",?by?v(?={BETWEEN}(?:by{{0,2}})?[TI](?:[p,.;z]|$))")
_OBJECT = re.compile(r"y?(?:[astNnCwd]|x[nwC]|v[nwC])")
_SOMEBODY = re.compile(r"y?[atNnC]")
_BEFORE_JOINT = re.compile(r"(?P<fate>[TI])(?:[opz][tas]?[xvgy]?[nwCNz]{1,5}(?:,C{1,3},?)?){1,4}$")
_DID = word_set("did have had")
_DONE_SO_FAR = re.compile(r"(?P<fate>[TIA])[^TIA.;]{0,18}$")
"""Before "as did": the verb that it stands for."""
_MODIFIES = re.compile("[eyo]{0,3}")
_REACH = 20
_NEAR, _FAR = 8, 60
"""Items and words before those included in which the whole is looked for."""
_NAME = re.compile(r"(?:\(C{1,3}\))?(?P<name>C{1,4})")
_THOSE = re.compile(r"[op]t?(?P<fate>[TAX])(?=[bhpr,CNnw])")
"""“many of the dead”, “most of those killed”."""
_OF_HARMED = re.compile(r"o[ts]?[TA](?=[nwC])")
"""Behind "dozens": "of wounded soldiers"."""
_JOINED_LEAD = re.compile(r"(?P<first>[TGB])&y?$")


Met = tuple[Item, FigureOf | None]
"""Somebody, and what became of them if anything did."""


@dataclass(slots=True)
class Victims:
    """What a sentence says became of whom.

    Attributes:
        numbers: the fate of each figure, by its place among the figures.
        singles: people counted without a number word; ``definite`` ones are known already.
        named: people with a name, who are no figures but belong into a total.
        told: names of people whom a figure counts already.
    """

    numbers: dict[int, FigureOf] = field(default_factory=dict)
    singles: list[Single] = field(default_factory=list)
    named: list[Named] = field(default_factory=list)
    told: list[Named] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Single:
    """A person counted by an article alone, with the name that stands beside."""

    span: Span
    of: FigureOf
    head: str
    definite: bool
    part: bool
    count: int = 1


@dataclass(frozen=True, slots=True)
class Named:
    """A person with a name, and what became of them."""

    span: Span
    of: FigureOf


def victims(line: Line) -> Victims:
    """The fates of one sentence."""
    out = Victims()
    lists = list(phrase_lists(line))
    every: list[Met] = []
    for found in lists:
        every += _included(line, found, every, list(_fates(line, found)))
    every += [pair for found in _hidden(line, lists) for pair in _fates(line, found, hidden=True)]
    earlier: FigureOf | None = None
    for item, of in _with_pronouns(line, every):
        fate = of or (earlier if _is_gapped(line, item) else None)
        if fate is not None:
            _keep(line, out, item, fate)
        if item.kind == "number":
            earlier = fate
    return out


def _included(line: Line, found: PhraseList, before: list[Met], pairs: list[Met]) -> list[Met]:
    """“left four people dead, including the driver”: those included met with what the count before did."""
    if line.letters[found.start - 1 : found.start] != "i" or any(of for _, of in pairs):
        return pairs
    whole = next((of for item, of in reversed(before[-_NEAR:]) if item.kind == "number"), None)
    if whole is None and (those := _THOSE.search(line.letters, max(0, found.start - _FAR), found.start)):
        harmed = line.words[those.end("fate") - 1].fate
        whole = harmed.of if harmed else None
    return [(replace(item, part=True), whole) for item, _ in pairs]


def _hidden(line: Line, lists: list[PhraseList]) -> Iterator[PhraseList]:
    """The numbers inside other phrases: “a service for the five officers who died”."""
    seen = {item.first for found in lists for item in found.items}
    for at, letter in enumerate(line.letters):
        if letter == NUMBER and at not in seen and (found := list_at(line, at)) is not None:
            yield PhraseList(found.start, found.items[:1], found.end, found.open)


def _is_gapped(line: Line, item: Item) -> bool:
    """“1,987 have died in Afghanistan and 4,475 in Irelle”: a bare number that leaves the verb out."""
    bare = item.kind == "number" and item.first == item.last and item.first > 0
    return (
        bare and line.letters[item.first - 1] in "&," and line.letters[item.last + 1 : item.last + 2] == "p"
    )


def _with_pronouns(line: Line, every: list[Met]) -> list[Met]:
    """“abducted a clerk and killed him”: the last ones before that the pronoun can stand for were killed."""
    out = list(every)
    for at, word in enumerate(line.words):
        if word.letter != "P" or word.fate is None:
            continue
        wanted = ("number",) if " the" in word.low else ("single", "definite", "name")
        for n in range(len(out) - 1, max(-1, len(out) - 9), -1):
            item, of = out[n]
            if (
                item.last < at
                and item.kind in wanted
                and (of is not None or line.letters[item.first - 1] in "vx")
            ):
                out[n] = (item, word.fate.of)
                break
    return out


def _fates(line: Line, found: PhraseList, *, hidden: bool = False) -> Iterator[Met]:
    """Each item with its fate: that of the verb before the list, or of the one behind it."""
    lead = _lead(line, found.start)
    # "wounded four others before being shot": the shot one is the subject.
    behind = lead is not None and line.letters[found.end : found.end + 2] == "pb"
    follow = None if behind else _follow(line, found, hidden=hidden)
    for n, item in enumerate(found.items):
        last = n == len(found.items) - 1
        of = lead if lead and (not follow or (not last and len(found.items) > 1)) else follow
        if lead and follow and len(found.items) == 1:
            of = together(lead, follow)
        noun = line.words[item.last].fate
        of = (
            noun.of
            if noun is not None and noun.sort == "K" and noun.of != "casualties" and item.kind == "number"
            else of or _own(line, item)
        )
        if lead == "abducted":
            of = killed_later(line, found.end) or of
        told = item.kind == "name" or found.items[0].kind == "name"
        loose = n and told and not follow and not found.joined and not (item.part and item.kind == "number")
        yield item, None if loose else of


def _own(line: Line, item: Item) -> FigureOf | None:
    """The fate inside the phrase: "two dead rebels", "12 bodies"."""
    for word in line.words[item.first + 1 : item.last + 1]:
        if word.fate is not None:
            return word.fate.of
    if item.kind == "number" and (match := _OF_HARMED.match(line.letters, item.last + 1)):
        fate = line.words[match.end() - 1].fate
        return fate.of if fate else None
    return None


def _lead(line: Line, at: int) -> FigureOf | None:
    """The fate of the verb or noun that the phrase at ``at`` is the object of."""
    words, letters = line.words, line.letters
    k = at - 1
    while k >= 0 and letters[k] == "y":
        k -= 1
    if k < 0:
        return None
    if (told := _lead_before(line, k)) is not None:
        return told
    fate = words[k].fate
    if fate is None or fate.sort not in "TGBX" or (fate.sort == "T" and _is_passive(letters, k)):
        return None
    if fate.sort == "B" and k > 1 and words[k - 1].low == "to" and words[k - 2].low in _INTENDED:
        return None
    if k >= 2 and (joined := _JOINED_LEAD.search(letters, max(0, k - 3), k)):
        first = words[joined.start("first")].fate
        return together(first.of, fate.of) if first else fate.of
    return fate.of


def _lead_before(line: Line, k: int) -> FigureOf | None:
    """The fate that "of", "to", "along with" or a colon at ``k`` carries on to what follows."""
    words, letters = line.words, line.letters
    fate = words[k - 1].fate if k else None
    if words[k].low in _DID and words[k - 1].low == "as" and k > 1:
        far = _DONE_SO_FAR.search(letters, max(0, k - _REACH), k - 1)
        done = words[far.start("fate")].fate if far else None
        return done.of if done else None
    if letters[k] == "o" and letters[k - 1 : k] == "z" and k > 1:
        # "the deaths Wednesday of 32 people"
        fate = words[k - 2].fate
    if letters[k] == "&" and k and letters[k - 1] == "P":
        return fate.of if fate else None
    if " " in words[k].low and letters[k] == "&":
        counted = words[k].low != "in addition to" and NUMBER in letters[k + 1 : k + 3]
        comma = (counted or words[k].low == "as well as") and letters[k - 1 : k] == ","
        far = _BEFORE_JOINT.search(letters, max(0, k - _REACH), k - comma)
        fate = words[far.start("fate")].fate if far else words[k - 2].fate if comma and k > 1 else fate
    elif words[k].low == ":":
        fate = fate if fate is not None and fate.sort in "TIA" else None
    elif (letters[k] != "o" and words[k].low != "to") or fate is None or fate.sort not in "KGB":
        fate = None
    return fate.of if fate else None


def _is_passive(letters: str, at: int) -> bool:
    """Whether the participle at ``at`` has "was" or the like before it, adverbs between."""
    k = at - 1
    while k >= 0 and letters[k] in "yex":
        k -= 1
    return k >= 0 and letters[k] == "b"


def _follow(line: Line, found: PhraseList, *, hidden: bool) -> FigureOf | None:
    """The fate of the predicate that the list is the subject of; a hidden one's is in its own clause."""
    fate = None
    match = _FOLLOWS.match(line.letters, found.end)
    if match and (_is_of_the_doer(line, found, match) or _is_of_another(line, found, match, hidden=hidden)):
        return None
    closed = match is not None and (
        match["comma"] == "" or found.open or len(found.items) > 1 or match["who"]
    )
    if match and closed and _is_suffered(line, match):
        fate = with_next(line, match)
        if fate is None or hidden or match["who"] != "r":
            return fate
    if hidden:
        return None
    if done := _DONE_BEFORE.match(line.letters, found.end):
        second = later(line, done.end())
        return second if second != "displaced" else None
    match = _AFTER_CLAUSE.match(line.letters, found.end)
    if match is None and found.open:
        match = _CLOSES.match(line.letters, found.end)
    if match and ("b" in match["aux"] or match["fate"] == "I") and _is_suffered(line, match):
        main = with_next(line, match)
        return together(fate, main) if fate and main else main
    return fate


def _is_of_another(line: Line, found: PhraseList, match: re.Match[str], *, hidden: bool) -> bool:
    """Whether the verb behind a number inside another phrase has that phrase for its subject."""
    return hidden and not (match["who"] or _modifies(line, found, match) or _opens(line, found))


def _is_of_the_doer(line: Line, found: PhraseList, match: re.Match[str]) -> bool:
    """“shot four others before taking his own life”: not what became of the four."""
    done = line.words[match.start("fate")].low
    if not _TO_ONESELF.search(done):
        return False
    several = any(i.kind == "number" and line.words[i.first].low not in ("one", "1") for i in found.items)
    return "p" in match["aux"] or (several and _OF_ONE.search(done) is not None)


def _opens(line: Line, found: PhraseList) -> bool:
    """“comes as five people were killed”: the subject of a clause, not what a preposition is about."""
    return found.start > 0 and line.words[found.start - 1].low in _BEFORE_A_CLAUSE


def _modifies(line: Line, found: PhraseList, match: re.Match[str]) -> bool:
    """Whether a participle goes with the noun before it: “130 people reported missing”, not “… died”."""
    low = line.words[match.start("fate")].low
    done = match["fate"] == "I" and not low.endswith("ing") and not low.startswith("being")
    return (
        not (done and line.letters[found.start - 1 : found.start] == "p")
        and _MODIFIES.fullmatch(match["aux"]) is not None
    )


def _is_suffered(line: Line, match: re.Match[str]) -> bool:
    """Whether the verb tells what was done to its subject, not what the subject did."""
    aux, sort = match["aux"], match["fate"]
    if sort in "IA":
        return not (sort == "A" and line.letters[match.end() : match.end() + 1] in ("n", "w") and not aux)
    if "b" in aux or "e" in aux:
        return True
    if line.words[match.start("fate")].low == "evacuated":
        # "thousands had evacuated": they did it themselves, but for "had evacuated 200 people".
        return _SOMEBODY.match(line.letters, match.end()) is None
    if "h" in aux or "m" in aux:
        return False
    return _is_time(line, match.end()) or not _OBJECT.match(line.letters, match.end())


def _is_time(line: Line, at: int) -> bool:
    """“thousands injured this week”: no object."""
    return (
        [w.low for w in line.words[at : at + 1]] == ["this"]
        and line.words[at + 1 : at + 2] != ()
        and (line.words[at + 1].low in _TIMES)
    )


_TIMES = word_set(
    "year week month weekend morning afternoon evening summer winter spring season decade fiscal"
)


def _keep(line: Line, out: Victims, item: Item, of: FigureOf) -> None:
    span = line.span(item.first, item.last)
    if item.kind == "number" and item.number is not None:
        out.numbers.setdefault(item.number, of)
    elif item.kind in ("single", "definite"):
        if are_two(line, item):
            out.singles.append(
                Single(span, of, line.words[item.head].low, definite=True, part=item.part, count=2)
            )
            out.told.extend(Named(line.span(*place), of) for place in item.names)
            return
        if not is_person(line, item):
            if item.kind == "definite":
                _keep_names(line, out, item, of)
            return
        definite = item.kind == "definite"
        out.singles.append(Single(span, of, line.words[item.head].low, definite, item.part))
    elif item.kind == "bare" and item.names:
        _keep_names(line, out, item, of)
        return
    elif item.kind == "bare" and (place := _name_behind(line, item)) is not None:
        out.named.append(Named(line.span(*place), of))
    elif item.kind == "name" and not item.part:
        out.named.append(Named(span, of))
        out.told.extend(Named(line.span(*place), of) for place in item.names[1:])
        return
    out.told.extend(Named(line.span(*place), of) for place in item.names)


def _keep_names(line: Line, out: Victims, item: Item, of: FigureOf) -> None:
    """“The secretary, Jan Oll alias Piet”: one person; “Guards, Jan Oll and Piet Lorn”: as many as names."""
    head = line.words[item.head].low
    many = head.endswith("s") or head in MANY
    for n, place in enumerate(item.names):
        (out.named if (many or n == 0) and not item.part else out.told).append(Named(line.span(*place), of))


def _name_behind(line: Line, item: Item) -> tuple[int, int] | None:
    """Where the name of "former council member Ada Lorn" stands."""
    match = _NAME.match(line.letters, item.last + 1)
    if match is None or line.words[item.head].low.endswith("s"):
        return None
    return match.start("name"), match.end() - 1


_TO_ONESELF = re.compile(r"\b(?:himself|herself|themselves|own|suicide)\b")
_OF_ONE = re.compile(r"\b(?:himself|herself|his|her)\b")
_BEFORE_A_CLAUSE = word_set("as after before since until")
_INTENDED = word_set(
    "threatened threatening threatens threaten vowed vowing plotted plotting plot plots planned planning "
    "plans plan tried trying attempted attempting attempt wanted wants conspired conspiring conspiracy hoped"
)
"""What was only meant: "threatened to kill two hostages"."""
