"""Names as the whole document shows them, where what was read in one place is plainly wrong.

The model names what it sees sentence by sentence. What stands elsewhere corrects it: a noun that
only ever has a capital where a sentence opens is no name, somebody in whom things happen is a
place, and half of a name that stands in full elsewhere is that name.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from headwater.reading.gazetteer import first_names, look_up
from headwater.reading.titles import BODY_WORDS, PERSON_TITLES
from headwater.records import Mention, Span
from headwater.voices.nounkinds import BODIES

_FIRM = re.compile(
    r" (?:Airlines|Airways|Motors|Technologies|Partners|Holdings|Lines|Ferries|Railways?"
    r"|Shipping|Industries|& (?:Co|Sons|Partners|Company|Associates))\b(?! [A-Z])"
)
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lady|Prof)\.? (?:[A-Z][\w’-]+ ){0,2}[A-Z][\w’-]+(?<![’']s)")
_OPENS = re.compile(r"[\"“‘'(\s]*\Z")
_IN_IT = re.compile(r"\b(?:in|inside|across|outside|neighbou?ring) \Z")
_BEFORE = 14
_GOES_NO_FURTHER = re.compile(
    r"[.,;:)]|[ \n](?:on|at|for|from|with|after|before|during|and|as|to|by|last|this)\b"
)
# Words of parties, which name nobody: "the Democratic nominee", "the Iowa Republican", "R-Dorn".
_PARTY = re.compile(r"(?:[A-Z]\w+ )?(?:Democratic|Republican|Democrat)|[DRI]-[A-Z][\w. -]+")
_CREDIT = re.compile(r" ?/ ?(?:AFP|AP|Getty|Reuters|REUTERS|EPA|Bloomberg)\b")
# "Roe v. Dorn".
_VERSUS = re.compile(r" vs?\. (?=[A-Z])")
_VERSUS_BEFORE = re.compile(r"[a-z.] vs?\. \Z")
_CREDITED = re.compile(r"(?:REUTERS|AFP|AP|EPA)/\Z")
_CREDIT_BEFORE = re.compile(
    r"(?:Reuters|REUTERS|AFP|AP|EPA|PA|Getty(?: Images)?|Images|Alamy|Rex|Shutterstock|WireImage|Instagram"
    r"|Twitter) "
)
_THING = re.compile(r"(?:Syndrome|Doctrine|Act|Amendment|Effect|Tower|Award|Prize|[a-z]{3}care)\Z")
_INITIAL = re.compile(r" [A-Z]\Z")
_SURNAME = re.compile(r"\. (?:Mc|Mac|O[’']|De|Van )?[A-Z][a-z’'-]+")
# "Prince Abdulaziz | bin Salman".
_SON_OF = re.compile(r"(?: (?:bin|ibn|bint) (?:[Aa]l[- ])?[A-Z][\w’'-]+| [Aa]l-[A-Z][\w’'-]+| Said(?=,))+")
_FATHER_OF = re.compile(r"\b(?:Abu|Abd|Abdel|Abdul|Umm|Ould) \Z")
_OF_OFFICE = re.compile(r"\b(?:[Ss]ecretary|[Cc]hief) of \Z")
_OFFICE = re.compile(r"(?:State|Staff) (?=[A-Z][\w.’'-]* [A-Z])")
_WITH_OFFICE = re.compile(
    r"(?:[A-Z][\w.&’'-]* ){1,4}(?:CEO|CFO|COO|Chairman|Chairwoman|President|Speaker|Secretary|Director"
    r"|Senator|Sen\.|Rep\.|Congressman|Congresswoman|Governor|Gov\.|Minister|Attorney|Mayor|Commissioner|Spokesman"
    r"|Spokeswoman|Editor|Chancellor|Ambassador|Professor|Manager) (?=[A-Z][\w.’'-]* [A-Z])"
)
_OF_PLACE = re.compile(r"(?:[A-Z][a-z]+ ){1,2}(?=[A-Z][\w.’'-]* [A-Z])")
# Names with one first word that are looked at.
_MOST = 40
_WIDE = frozenset(("person", "organisation", "other"))
# "About ADA ROE Ada Roe said": a line of capitals runs into the name.
_TWICE = re.compile(r"(?P<name>[A-Z][\w’'-]*(?: [A-Z][\w.’'-]*){0,3}) (?P<again>(?P=name))", re.IGNORECASE)
_LOW_WORD = re.compile(r"(?<![\w’'-])[a-z][a-z]+")


def mended(text: str, names: Sequence[Mention], sentences: Sequence[Span]) -> list[Mention]:
    """The names without those that are none, cut ones in full, and each of a type that can be, in order."""
    names = _with_titled(text, names)
    known = [_typed(n, text) for n in _widened(text, _without_nouns(text, names, sentences))]
    known = [_alone(text, n) for n in known if not _is_nobody(text, n.span)]
    known = _without_credits(text, known)
    places = _places(text, known)
    return [replace(n, type="location") if n.span.of(text) in places else n for n in known]


def _with_titled(text: str, names: Sequence[Mention]) -> list[Mention]:
    """The names with those that only their title shows: "Ms Brown"."""
    spans = sorted(n.span for n in names)
    more = []
    for found in _TITLED.finditer(text):
        span = Span(*found.span())
        k = bisect_right(spans, span.start, key=lambda s: s.start)
        if not any(s.overlaps(span) for s in spans[max(0, k - 2) : k + 2]):
            more.append(Mention(span, "person", None, "name"))
    return sorted([*names, *more], key=lambda n: n.span) if more else list(names)


def _is_nobody(text: str, name: Span) -> bool:
    """Whether it is a party's adjective, a side of a case, or whose picture is shown: "Ada Roe/AFP"."""
    if _VERSUS_BEFORE.search(text, max(0, name.start - _BEFORE), name.start) or _VERSUS.match(text, name.end):
        return True
    if name.of(text).startswith(("v. ", "vs. ")):
        return True
    credited = _CREDIT.match(text, name.end) or _CREDITED.search(
        text, max(0, name.start - _BEFORE), name.start
    )
    return credited is not None or _PARTY.fullmatch(name.of(text)) is not None


def _without_credits(text: str, names: Sequence[Mention]) -> list[Mention]:
    """The names without a picture's credit that ran into them, where they stand alone elsewhere."""
    types = {n.span.of(text): n.type for n in names}
    cut = ((n, _CREDIT_BEFORE.match(text, n.span.start, n.span.end)) for n in names)
    return [
        replace(n, span=Span(credit.end(), n.span.end), type=kind)
        if credit and (kind := types.get(text[credit.end() : n.span.end]))
        else n
        for n, credit in cut
    ]


def _without_nouns(text: str, names: Sequence[Mention], sentences: Sequence[Span]) -> list[Mention]:
    """Without the words that have a capital at the head of sentences alone and are common words elsewhere."""
    starts = [s.start for s in sentences]
    inside = {n.span.of(text) for n in names if not _opens_sentence(text, n.span.start, starts)}
    inside |= {w for n in names if " " in (words := n.span.of(text)) for w in words.split()}
    lone = {n.span.of(text) for n in names} - inside
    if not (doubtful := {w for w in lone if w.isalpha() and w[1:].islower() and look_up(w) is None}):
        return list(names)
    common = {m.group() for m in _LOW_WORD.finditer(text)}
    nouns = {w for w in doubtful if w.lower() in common}
    return [n for n in names if n.span.of(text) not in nouns]


def _opens_sentence(text: str, at: int, starts: Sequence[int]) -> bool:
    k = bisect_right(starts, at) - 1
    return k >= 0 and _OPENS.match(text, starts[k], at) is not None


def _widened(text: str, names: Sequence[Mention]) -> list[Mention]:
    """One word of a name that stands in full here and is known in full from elsewhere, in full."""
    full: defaultdict[str, dict[str, Mention]] = defaultdict(dict)
    names = [_with_firm(text, n) for n in names]
    whole = {n.span.start for n in names if " " in n.span.of(text)}
    for name in names:
        words = name.span.of(text).removeprefix("the ").removeprefix("The ")
        if " " in words and "\n" not in words and name.type in _WIDE:
            alike = full[words.split()[0]]
            if len(alike) < _MOST:
                alike.setdefault(words, name)
    return [n if n.span.start in whole else _in_full(text, n, full.get(n.span.of(text), {})) for n in names]


def _with_firm(text: str, name: Mention) -> Mention:
    """A name with the word that makes it a firm's, which was read without it: "Tarn Airways"."""
    behind = _FIRM.match(text, name.span.end)
    if behind is None or name.type == "nationality" or "\n" in name.span.of(text):
        return name
    return replace(name, span=Span(name.span.start, behind.end()), type="organisation")


def _in_full(text: str, name: Mention, full: dict[str, Mention]) -> Mention:
    at = name.span.start
    fits = [w for w in full if text.startswith(w, at) and not text[at + len(w) : at + len(w) + 1].isalnum()]
    if not fits:
        return name
    longest = max(fits, key=len)
    return replace(name, span=Span(at, at + len(longest)), type=full[longest].type)


def _typed(name: Mention, text: str) -> Mention:
    """A body or thing that was taken for a person: "Foreign Ministry", "Roe Syndrome"."""
    words = name.span.of(text).split()
    if name.type == "person" and _THING.search(words[-1]):
        return replace(name, type="other")
    body = (
        name.type == "person"
        and len(words) > 1
        and words[-1].lower() in BODIES & BODY_WORDS
        and words[0] not in first_names()
        and words[0].lower() not in PERSON_TITLES - {"foreign"}
    )
    return replace(name, type="organisation") if body else name


def _alone(text: str, name: Mention) -> Mention:
    """A person's name with its initial's surname, without the office or firm before it.

    "Tarn CEO Ada Roe", "(Secretary of) State Ada Roe", "(Chief of) Staff Ada Roe", "Ada B(. Roe)",
    "(Abu) Ada (bin Roe)", "ADA ROE Ada Roe".
    """
    start, end = name.span.start, name.span.end
    if name.type != "person":
        twice = _TWICE.fullmatch(text, start, end) if name.type == "organisation" else None
        return name if twice is None else replace(name, span=Span(twice.start("again"), end))
    if (twice := _TWICE.fullmatch(text, start, end)) is not None:
        start = twice.start("again")
    if (father_of := _FATHER_OF.search(text, max(0, start - _BEFORE), start)) is not None:
        start = father_of.start()
    if (son_of := _SON_OF.match(text, end)) is not None:
        end = son_of.end()
    if (surname := _SURNAME.match(text, end)) is not None and _INITIAL.search(text, start, end):
        end = surname.end()
    if text.startswith(" of Staff", end) and text.endswith(" Chief", start, end):
        end -= len(" Chief")
    if (place := _OF_PLACE.match(text, start, end)) is not None:
        start = place.end() if _of_its(text, start, place) else start
    office = _WITH_OFFICE.match(text, start, end)
    if office is None and _OF_OFFICE.search(text, max(0, start - _BEFORE), start):
        office = _OFFICE.match(text, start, end)
    if office is not None:
        start = office.end()
    return replace(name, span=Span(start, end))


def _of_its(text: str, start: int, place: re.Match[str]) -> bool:
    """Whether a place that ran into a name is that of an office: "Mayor of Tarn Ada Roe"."""
    known = look_up(place[0].strip())
    where = known is not None and known.type == "location"
    named = text[place.end() :].split(maxsplit=1)[0] in first_names()
    return (where or named) and text[max(0, start - len(" of ")) : start] == " of "


def _places(text: str, names: Sequence[Mention]) -> set[str]:
    """The names of one word, taken for persons, in which something happens: "in Tarn on Monday"."""
    several = (n.span.of(text).split() for n in names if n.type != "location")
    bearers = {w for words in several if len(words) > 1 for w in words}
    return {
        words
        for n in names
        if n.type == "person"
        and " " not in (words := n.span.of(text))
        and words not in bearers
        and words not in first_names()
        and look_up(words) is None
        and _IN_IT.search(text, max(0, n.span.start - _BEFORE), n.span.start)
        and _GOES_NO_FURTHER.match(text, n.span.end)
    }
