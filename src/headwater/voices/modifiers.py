"""Which of several a noun means: "the Ukrainian military", "the second official", "the defence minister".

What stands beside the noun of a phrase must be told of whoever it takes up. Words are compared without
endings of possession; a nation is its country, whichever way it is named ("Russia's", "Russian", "Moscow").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import dropwhile, takewhile

from headwater.reading.gazetteer import look_up
from headwater.reading.titles import PERSON_TITLES
from headwater.reading.tokens import Token, tokenize
from headwater.records import Span
from headwater.voices.cluster import Cluster
from headwater.voices.nounkinds import BODIES, PERSONS
from headwater.voices.roles import APPOSITION
from headwater.voices.seats import PARTIES
from headwater.voices.sources import Phrase
from headwater.voices.words import COORDINATORS, DETERMINERS, PREPOSITIONS, RELATIVES

_UNDER = frozenset(("vice", "deputy", "assistant", "associate"))
"""Before an office: another office."""
_NEUTRAL = frozenset("same said latter unnamed unidentified anonymous unknown".split())
_OF_BODIES = frozenset(
    "powerful influential independent private public nonprofit non-profit state-run state-owned national "
    "global international main largest biggest conservative liberal progressive left-leaning right-leaning "
    "right-wing left-wing nonpartisan bipartisan congressional news media tech giant social embattled entire "
    "full whole own new old current former advocacy civil rights human federal government "
    "republican-led democratic-led republican-controlled democratic-controlled gop-led gop-controlled "
    "popular venerable government-run washington-based semi-official official state state-controlled "
    "hard-line hardline opposition-run pan-arab british-based london-based".split()
)
"""What is said of a body without telling it from others."""
# "The lower court" is not the Supreme Court.
_NUMBERS = frozenset("two three four five six seven eight nine ten both".split())
# Those whom every body has one of: "the UN leader"; a founder may have several firms.
_OF_A_BODY = frozenset(
    "leader chief president secretary minister ambassador envoy spokesman spokeswoman spokesperson commander "
    "general chairman chairwoman head official".split()
)
_OF_PARTIES = frozenset("democratic republican labour conservative".split())
_KINDS_OF_COURT = frozenset(
    "appeals lower district circuit federal state trial high supreme military".split()
)
_SPELT = {"defence": "defense", "lt": "lieutenant", "atty": "attorney", "gen": "general"}
_BELONGS = frozenset(("of", "for", "at", "from"))
_LONGEST_NATION = 3
_BEFORE, _AFTER = 70, 100
_MOST_BEFORE = 6


def fits(phrase: Phrase, cluster: Cluster) -> bool:
    """Whether what stands beside the noun of ``phrase`` is told of ``cluster``, whom the noun can mean."""
    words, nations = _told(phrase)
    if _counted(phrase) - _plain(cluster.names):
        return False
    if cluster.head:
        return words | nations <= _words_of(cluster.names)
    if cluster.type == "person":
        served = dropwhile(lambda w: w.low not in ("for", "at"), phrase.words)
        names = {w.stem for w in served if w.is_capital} | _bodies_beside(phrase)
        return (
            _ranks_alike(phrase, cluster)
            and is_of_party(phrase, cluster)
            and _acronyms_beside(phrase) <= {w for name in cluster.names for w in name.split()}
            and _of_person(words, nations, cluster)
            and names <= _around(cluster)
        )
    own = _words_of(cluster.names)
    abroad = nations and _nations(own) and not nations & own
    courts = words & _KINDS_OF_COURT if phrase.head.startswith("court") else words - _OF_BODIES
    return not abroad and courts <= own


def _counted(phrase: Phrase) -> set[str]:
    """How many a phrase tells of: "the two leaders" are not "world leaders"."""
    return {w.low for w in phrase.words} & _NUMBERS


def _plain(names: Iterable[str]) -> set[str]:
    return {w for name in names for w in name.lower().split()}


def _bodies_beside(phrase: Phrase) -> set[str]:
    """The words of a body right before the noun, in lower case: "the UN leader"."""
    told = _words([w for w in _capitals_beside(phrase) if not w.text.isupper()])
    return {w for w in told if not w.isupper() and w not in PERSON_TITLES | PERSONS | _OF_PARTIES}


def _acronyms_beside(phrase: Phrase) -> set[str]:
    return {w.text for w in _capitals_beside(phrase) if w.text.isupper() and _nation_at([w], 0)[1] is None}


def _capitals_beside(phrase: Phrase) -> list[Token]:
    if phrase.head not in _OF_A_BODY:
        return []
    at = max((i for i, w in enumerate(phrase.words) if w.low == phrase.head), default=0)
    return [w for w in phrase.words[:at] if w.is_capital and w.low not in DETERMINERS]


def words_beside(text: str, name: Span, core: str) -> set[str]:
    """What stands right before a person's name and in the apposition behind it: words, countries.

    ``core`` is the name without titles.
    """
    at = max(name.start, name.end - len(core))
    line = text[max(0, name.start - _BEFORE) : at].rpartition("\n")[2]
    row = [t for t in reversed(tokenize(line)) if t.text != "."]
    if row and row[0].text == ",":  # "France's president, Ada Roe"; not "with France, Roe"
        row = row[1:] if _names_office(row[1:2]) else []
    before = list(takewhile(_goes_on, row))[:_MOST_BEFORE][::-1]
    apposed = APPOSITION.match(text, name.end, name.end + _AFTER)
    behind = tokenize(text, *apposed.span(1)) if apposed else []
    told = [w for w in behind if w.is_word] if behind and _names_office(behind) else []
    return _words(before) | _words(told)


def _goes_on(word: Token) -> bool:
    title = word.low in PERSON_TITLES | PERSONS | BODIES
    return word.is_word and (word.is_capital or title or word.is_possessive)


def _names_office(words: Sequence[Token]) -> bool:
    """Whether words behind a name say what somebody is: not "Roe, and asked to meet the mayor"."""
    if not words or words[0].low in COORDINATORS | PREPOSITIONS | RELATIVES:
        return False
    return any(w.low in PERSON_TITLES or w.low in PERSONS for w in words)


def _told(phrase: Phrase) -> tuple[frozenset[str], frozenset[str]]:
    """Words and countries beside the noun of a phrase: before it, and behind it with "of" and the like."""
    row = phrase.words
    at = max((i for i, w in enumerate(row) if w.low == phrase.head), default=len(row) - 1)
    told = list(row[:at])
    if at + 1 < len(row) and row[at + 1].low in _BELONGS:
        told += takewhile(lambda w: w.low not in PREPOSITIONS | RELATIVES, row[at + 2 :])
    every = _words(told) - DETERMINERS - _NEUTRAL
    return frozenset(w for w in every if not w.isupper()), _nations(every)


def _around(cluster: Cluster) -> frozenset[str]:
    return _words_of(cluster.names) | cluster.beside | cluster.titles | cluster.seat


def _of_person(words: frozenset[str], nations: frozenset[str], cluster: Cluster) -> bool:
    own = cluster.beside | {_SPELT.get(t, t) for t in cluster.titles}
    if nations and not nations & own:
        return False
    return words & (PERSON_TITLES | PERSONS) <= own


def is_of_party(phrase: Phrase, cluster: Cluster) -> bool:
    """Whether somebody may be of the party that a phrase names: "the Democratic front-runner"."""
    own = cluster.seat & PARTIES
    return not phrase.party or not own or bool(phrase.party & own)


def _ranks_alike(phrase: Phrase, cluster: Cluster) -> bool:
    """Whether both are a "vice" or the like; a lieutenant governor is no governor, but such a general one."""
    under = _UNDER | {"lieutenant", "lt"} if phrase.head == "governor" else _UNDER
    named = {w.low.rstrip(".") for w in phrase.words}
    return phrase.head in under or bool(named & under) == bool(under & cluster.titles)


def _words_of(names: Iterable[str]) -> frozenset[str]:
    return frozenset(w for name in names for w in _words_in(name))


@lru_cache(maxsize=4096)
def _words_in(name: str) -> frozenset[str]:
    return frozenset(_words(tokenize(name)))


def _nations(words: Iterable[str]) -> frozenset[str]:
    return frozenset(w for w in words if w.isupper())


def _words(tokens: Sequence[Token]) -> set[str]:
    """Lower-case words, and for those that point to a country its code in capitals instead."""
    out: set[str] = set()
    i = 0
    while i < len(tokens):
        n, code = _nation_at(tokens, i)
        word = tokens[i].stem.rstrip(".")
        out.update([code] if code else [_SPELT.get(word, word)] if tokens[i].is_word else [])
        i += n
    return out


def _nation_at(tokens: Sequence[Token], i: int) -> tuple[int, str | None]:
    """How many words name a country at ``i``, and its code; one word and none where none does."""
    if tokens[i].is_capital:
        for n in range(min(_LONGEST_NATION, len(tokens) - i), 0, -1):
            name = " ".join(t.text for t in tokens[i : i + n])
            found = look_up(name) or look_up(name.removesuffix("'s").removesuffix("’s"))
            if found is not None and found.country and found.type in ("location", "nationality"):
                return n, found.country
    return 1, None
