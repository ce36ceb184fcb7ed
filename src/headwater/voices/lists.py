"""Several who say the same, in a list: "Germany, France and Britain said"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headwater.reading.tokens import Token, tokenize
from headwater.records import Span
from headwater.voices.nounkinds import EPITHETS, can_speak, is_plural
from headwater.voices.sources import Names, Phrase, take_apart, whole_phrase
from headwater.voices.words import DETERMINERS, PREPOSITIONS, RELATIVES

_AND = frozenset(("and", "or"))
_OPENS = frozenset("([")
_CLOSES = frozenset(")]")
_DASHES = frozenset(("—", "–", "--"))
# What goes on with the piece before it: "backers of the plan, including".
_GOES_ON = RELATIVES | frozenset("including along together led joined such among plus representing".split())
_QUOTATION = frozenset('“"‘')
_OTHERS = frozenset("other others many several".split())
# Longer lists are of something else.
_MOST = 12
_SHORT = 3


@dataclass(frozen=True, slots=True)
class _Item:
    """One piece of a list: whether "and" stands before it, and whether a comma or nothing more follows."""

    tokens: tuple[Token, ...]
    after_and: bool
    comma: bool

    @property
    def span(self) -> Span:
        return Span(self.tokens[0].start, self.tokens[-1].end)

    @property
    def low(self) -> str:
        return self.tokens[0].low

    @property
    def whose(self) -> bool:
        """Whether another's name may go on behind its "and": "of the Planning and Conservation League"."""
        return any(t.low in PREPOSITIONS or t.is_possessive for t in self.tokens)

    @property
    def whose_list(self) -> bool:
        """Whether what follows are members of its own: "countries including", "groups representing"."""
        return any(t.low in _GOES_ON or t.text in _QUOTATION for t in self.tokens)


def listed(text: str, span: Span, names: Names) -> tuple[Phrase, ...]:
    """Each member of a list of three or more speakers; none where the words are no such list.

    One phrase alone where its last noun goes with all: "White House, Treasury and Pentagon officials".
    """
    if "," not in span.of(text):
        return ()
    items = list(_items(tokenize(text, span.start, span.end), names, span))
    if _is_of_their_bodies(text, names, items):
        return (whole_phrase(text, span, names),)
    joined = next((k for k, item in enumerate(items) if item.after_and), 0)
    commas = any(item.comma for item in items[: max(joined, 1)])
    if not joined or not commas or not 3 <= len(items) <= _MOST:
        return ()
    if items[0].whose_list and _goes_with_all(text, names, items):
        return (whole_phrase(text, span, names),)
    if items[0].whose_list or any(k and item.low in _GOES_ON | PREPOSITIONS for k, item in enumerate(items)):
        return ()
    found = _members(text, names, items)
    return _together(text, span, names, found) if found else ()


def _is_of_their_bodies(text: str, names: Names, items: Sequence[_Item]) -> bool:
    """Whether a list only tells whose people a group are: "a group of ex-Tarn, Delta and Omni clerks"."""
    if len(items) < 3 or not items[-1].after_and or not items[0].whose:
        return False
    first, last = (take_apart(text, items[k].span, names) for k in (0, -1))
    if first is None or last is None or last.named or len(last.words) < 2 or first.named:
        return False
    bare = all(t.is_capital or not t.is_word for item in items[1:-1] for t in item.tokens)
    people = is_plural(last.head) and can_speak(last.head) and last.words[0].is_capital
    return bare and people and first.words[-1].low not in PREPOSITIONS


def _goes_with_all(text: str, names: Names, items: Sequence[_Item]) -> bool:
    """Whether a list is all of those whom its first noun tells of: "countries including Dorn and Tarn"."""
    first = take_apart(text, items[0].span, names)
    inside = any(t.low == "including" for t in items[0].tokens) or not any(
        t.is_capital for item in items for t in item.tokens[-1:]
    )
    short = all(len(item.tokens) <= _SHORT for item in items[1:])
    plural = first is not None and not first.named and is_plural(first.words[0].stem)
    return inside and short and plural and len(items[0].tokens) > 2


def _members(text: str, names: Names, items: Sequence[_Item]) -> list[Phrase]:
    """The pieces that are speakers, without what only says who they are; none where they are no list."""
    members: list[Phrase] = []
    apposed, joined = False, False
    for k, item in enumerate(items):
        phrase = take_apart(text, item.span, names)
        if phrase is None:
            return []
        was, apposed = apposed, bool(members) and _is_apposed(phrase, members[-1], item, apposed=apposed)
        if apposed:
            continue
        torn = item.after_and and _is_torn(phrase, items[:k], apposed=was)
        if torn or (joined and not item.after_and):
            return []  # "Ana Torvald and Piet Marn, officials of the board": not one of a list
        joined = joined or item.after_and
        members.append(phrase)
    return members if joined else []


def _is_torn(phrase: Phrase, before: Sequence[_Item], *, apposed: bool) -> bool:
    """Whether an "and" stands within what another owns or goes with: "of the Planning and Harbour Board"."""
    if _is_person(phrase):
        return apposed and before[-1].whose and not before[-1].comma
    return any(item.whose for item in before)


def _together(text: str, span: Span, names: Names, members: list[Phrase]) -> tuple[Phrase, ...]:
    if len(members) > 1 and _shares_noun(members):
        return (whole_phrase(text, span, names),)
    if not members[0].named and is_plural(members[0].head) and all(map(_is_person, members[1:])):
        del members[0]  # "two prominent women, Ana Torvald and Ada Lorn"
    speak = all(p.named or can_speak(p.head) for p in members)
    return tuple(members) if len(members) > 1 and speak else ()


def _items(tokens: Sequence[Token], names: Names, span: Span) -> Iterator[_Item]:
    """The pieces between commas and "and" that stand outside of names and brackets, up to a clause."""
    inner = names.inside(span)
    own: list[Token] = []
    depth, after_and = 0, False
    for token in tokens:
        depth += (token.text in _OPENS) - (token.text in _CLOSES)
        in_name = any(n.span.start < token.start and token.end < n.span.end for n in inner)
        if not depth and (token.low in RELATIVES or token.text in _DASHES):
            break
        if depth or in_name or token.low not in (*_AND, ","):
            own.append(token)
            continue
        if own:
            yield _Item(tuple(own), after_and, token.text == ",")
            own, after_and = [], False
        after_and = after_and or token.low in _AND
    if own:
        yield _Item(tuple(own), after_and, comma=True)


def _is_person(phrase: Phrase) -> bool:
    return bool(phrase.named) and phrase.named[0].type == "person"


def _is_headed_by_name(phrase: Phrase) -> bool:
    return any(n.span.end >= phrase.core.end or n.span.end == phrase.words[-1].end for n in phrase.named)


def _is_apposed(phrase: Phrase, before: Phrase, item: _Item, *, apposed: bool) -> bool:
    """Whether a piece says who the one before it is: "Ana Torvald, the mayor and head of the board, and".

    ``apposed`` tells whether the piece right before does.
    """
    if not before.named or _is_person(phrase):
        return False
    role = not _is_headed_by_name(phrase) and not is_plural(phrase.head)
    if _is_person(before) and (role or phrase.words[-1].low in EPITHETS):
        return True
    if item.after_and:
        return apposed and not is_plural(phrase.head)
    roles = _is_person(before) or phrase.low in DETERMINERS
    return item.comma and (phrase.low in ("a", "an") or (roles and not phrase.named))


def _shares_noun(members: Sequence[Phrase]) -> bool:
    """Whether the last noun goes with all: "White House, State Department and Pentagon officials"."""
    last = members[-1]
    bare = last.low not in DETERMINERS | _OTHERS and is_plural(last.head)
    return bare and not last.named and all(_goes_before_noun(p) for p in members[:-1])


def _goes_before_noun(phrase: Phrase) -> bool:
    return phrase.named[-1].type != "person" if phrase.named else not can_speak(phrase.head)
