"""Names as the reader model hears them, with what the rules know of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from headwater.reading.gazetteer import look_up
from headwater.reading.names import NOT_NAMES, Name, in_titles, takes_determiner
from headwater.reading.ordered import spans_at
from headwater.reading.titles import BODY_WORDS, PERSON_TITLES
from headwater.records import Span
from headwater.records.vocabulary import EntityType

Heard = Sequence[tuple[Span, EntityType]]
_WORD_BEFORE = re.compile(r"[\w’'.-]+(?= $)")
_SMALL_END = re.compile(r"(?:\s+[^\sA-Z\d]+)+$")  # "Coalition nations"
_SMALL_START = re.compile(
    r"^(?:(?!(?:al|el|de|da|di|du|van|von|bin|ibn|la|le)\b)[a-z]+\s+)+"
)  # "army of Syria"
_NO_SURNAMES = PERSON_TITLES | BODY_WORDS
_REACH = 60  # code points before a name in which its titles stand


def with_heard(text: str, rules: Sequence[Name], heard: Heard, sentences: Sequence[Span]) -> tuple[Name, ...]:
    """The names of a document, in order of the text, nested ones behind those around them.

    The model says where names stand and what they name, but for names that the gazetteer
    knows and titles; the rules add the gazetteer's names and the peoples inside longer names.
    In headlines, where a capital says nothing, what the model hears must stand elsewhere too.
    """
    own = {n.core: n for n in rules}
    in_title = in_titles(text, sentences)
    named = [(_cut(text, s, kind), kind) for s, kind in heard if _is_name(s.of(text))]
    elsewhere = {s.of(text) for s, _ in named if not in_title(s)} | {n.core.of(text) for n in rules}
    kept = [(s, kind) for s, kind in named if not in_title(s) or _known_by(s.of(text), kind, elsewhere)]
    kept = _with_bodies(text, _whole(_unbroken(text, kept, rules), rules), rules)
    types = _types(text, kept)
    kept += _again(text, types, [s for s, _ in kept])
    found = [_name(text, s, types.get(s.of(text), kind), own.get(s)) for s, kind in kept]
    taken = _Taken([n.core for n in found])
    more = [n for n in rules if _adds(text, n, taken)]
    return tuple(sorted((*found, *more), key=lambda n: (n.span.start, -n.span.end)))


def _is_name(words: str) -> bool:
    """Whether it has a capital or digit to show, and more than a title."""
    bare = [w.rstrip(".").lower() for w in words.split()]
    return len(words) > 1 and any(c.isupper() for c in words) and not set(bare) <= PERSON_TITLES


def _cut(text: str, span: Span, kind: EntityType) -> Span:
    """A name without the words in small letters around it, a person's without the place behind it."""
    words = span.of(text)
    if look_up(words) is None:
        if kind == "person" and " " in (before := words.partition(" of ")[0]):
            words = before
        words = _SMALL_END.sub("", words)
    start = span.start + len(words) - len(_SMALL_START.sub("", words))
    return Span(start, span.start + len(words))


def _again(text: str, types: dict[str, EntityType], taken: Sequence[Span]) -> Heard:
    """The other places of the names that were heard, and the lone surnames of the people among them."""
    ways = {words: kind for words, kind in types.items() if words[0].isupper()}
    for words in [w for w, kind in types.items() if kind == "person" and " " in w]:
        ways.setdefault(words.split()[-1], "person")
    plain = {w for w in ways if w.lower() not in NOT_NAMES and len(w) > 2}
    if not plain:
        return []
    pattern = re.compile(
        rf"(?<![\w’'-])(?:{'|'.join(sorted(map(re.escape, plain), key=lambda w: (-len(w), w)))})(?![\w-])"
    )
    places = sorted(taken)
    found = (Span(*m.span()) for m in pattern.finditer(text))
    return [(s, ways[s.of(text)]) for s in found if not spans_at(places, s.start, s.end)]


def _unbroken(text: str, heard: Heard, rules: Sequence[Name]) -> list[tuple[Span, EntityType]]:
    """What was heard, but the known name where the model breaks off in one: "The United" of "States"."""
    known = sorted({n.core: n.type for n in rules if look_up(n.core.of(text)) is not None}.items())
    cores = [core for core, _ in known]
    out: list[tuple[Span, EntityType]] = []
    for span, kind in heard:
        met = [(c, k) for c, k in _at(known, cores, span) if not span.contains(c)]
        out.append(met[0] if met else (span, kind))
    return list(dict.fromkeys(out))


def _at(
    known: Sequence[tuple[Span, EntityType]], cores: Sequence[Span], span: Span
) -> Sequence[tuple[Span, EntityType]]:
    """The known names that share a point with a span."""
    first = bisect_left(cores, span.start - _REACH, key=lambda c: c.start)
    stop = bisect_left(cores, span.end, key=lambda c: c.start)
    return [pair for pair in known[first:stop] if pair[0].overlaps(span)]


def _whole(heard: Heard, rules: Sequence[Name]) -> list[tuple[Span, EntityType]]:
    """People's names to their ends, where the model breaks off before a capital: "Piet" of "Piet Marn"."""
    people = {n.core.start: n.core for n in rules if n.type == "person"}
    found = {
        max(s, people.get(s.start, s), key=len) if kind == "person" else s: kind
        for s, kind in sorted(heard, key=lambda h: (h[0].start, -h[0].end))
    }
    kept: list[tuple[Span, EntityType]] = []
    for span, kind in sorted(found.items()):
        if not kept or span.start >= kept[-1][0].end:
            kept.append((span, kind))
    return kept


def _with_bodies(text: str, heard: Heard, rules: Sequence[Name]) -> list[tuple[Span, EntityType]]:
    """The rules' long bodies in place of their pieces: "Security Service of Ukraine"."""
    starts = {s.start for s, _ in heard}
    bodies = [
        n.core for n in rules if n.type == "organisation" and n.core.start in starts and _is_long(text, n)
    ]
    pieces = [(s, kind) for s, kind in heard if not spans_at(bodies, s.start, s.end)]
    return sorted([*pieces, *((b, "organisation") for b in bodies)])


def _is_long(text: str, name: Name) -> bool:
    words = name.core.of(text).split()
    return "of" in words[1:-1] and any(
        w[0].isupper() and w.lower() in BODY_WORDS for w in words[: words.index("of")]
    )


def _known_by(words: str, kind: EntityType, elsewhere: set[str]) -> bool:
    """Whether a name, or the surname of a full one, is among those that stand elsewhere."""
    return words in elsewhere or (kind == "person" and words.rsplit(maxsplit=1)[-1] in elsewhere)


def _types(text: str, heard: Heard) -> dict[str, EntityType]:
    """One type for all that are written alike: the gazetteer's, else what the model says most often."""
    votes: dict[str, Counter[EntityType]] = {}
    for span, kind in heard:
        votes.setdefault(span.of(text), Counter())[kind] += 1
    types: dict[str, EntityType] = {}
    for words, counts in votes.items():
        known = look_up(words)
        types[words] = known.type if known is not None else counts.most_common(1)[0][0]
    return types


def _name(text: str, core: Span, kind: EntityType, rule: Name | None) -> Name:
    """A name with the titles and the determiner that belong to its mention."""
    if rule is not None:
        titled = rule.type == "person" and rule.span.start < rule.core.start
        return rule if titled else replace(rule, type=kind)
    start = core.start
    if kind == "person":
        while (word := _WORD_BEFORE.search(text, max(0, start - _REACH), start)) and (
            word[0].rstrip(".").lower() in PERSON_TITLES
        ):
            start = word.start()
    elif takes_determiner(text, core, kind):
        start -= len("the ")
    return Name(Span(start, core.end), core, kind)


class _Taken:
    """The names that were found, by place."""

    def __init__(self, cores: Sequence[Span]) -> None:
        self._spans = set(cores)
        self._points = {p for s in cores for p in range(s.start, s.end)}

    def has(self, span: Span) -> bool:
        return span in self._spans

    def touches(self, span: Span) -> bool:
        return any(p in self._points for p in range(span.start, span.end))


def _adds(text: str, rule: Name, taken: _Taken) -> bool:
    """Whether a rule's name stands beside the model's.

    So does a people in one of them, and apart from them a known name and whoever has a title.
    """
    if taken.has(rule.core):
        return False
    if rule.type == "nationality":
        return True
    known = look_up(rule.core.of(text)) is not None or _is_titled(text, rule)
    return known and not taken.touches(rule.core)


def _is_titled(text: str, rule: Name) -> bool:
    """Whether a person's title stands before a name: "Secretary Gates", not "Assistant Attorney General"."""
    words = {w.rstrip(".").lower() for w in rule.core.of(text).split()}
    return rule.type == "person" and rule.span.start < rule.core.start and not words & _NO_SURNAMES
