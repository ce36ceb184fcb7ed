"""Names in a text: runs of capitals, typed by gazetteer, title and neighbouring words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from headwater.reading.gazetteer import first_names, longest_known, look_up
from headwater.reading.ordered import spans_at
from headwater.reading.titles import BODY_WORDS, PERSON_TITLES, PLACE_WORDS, RANK_STARTS
from headwater.reading.tokens import Token, sentence_tokens
from headwater.records import Mention, Span
from headwater.records.vocabulary import EntityType

_WORD_AFTER = re.compile(r" ([\w’'-]+)")
# Small words inside names of persons, and those that join the words of a body's name.
_PARTICLES = frozenset("de del della der den la le du da dos van von bin ibn ben al el".split())
_INNER = _PARTICLES | frozenset("of for the and & y".split())
_DETERMINERS = frozenset({"the", "a", "an"})
_PLACE_BEFORE = frozenset("in at near from around outside inside across towards toward into".split())
# Capitalised words that open sentences or stand for themselves, never a name alone.
NOT_NAMES = frozenset(
    "i the a an he she it they we you this that these those his her its their our my your but and so yet "
    "or nor in on at for from with by as if when while after before since although though however there "
    "here what who why how where which whose whom not no one some many most all both each every other "
    "another such more less few several two three four five six seven eight nine ten monday tuesday "
    "wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sep sept oct nov dec now then once "
    "also still just even only yes no ok despite according during under over about between against among "
    "through until because meanwhile later earlier today yesterday tomorrow perhaps maybe instead indeed "
    "like unlike well asked alas regardless certainly whether furthermore historically conclusion "
    "comments photo image related agreed follow filed read share advertisement updated published says "
    "said added adding adds wrote tweeted explained told to of is are was were do does did has have had "
    "can could will would should must let don't doesn't didn't it's he's she's they're i'm we're that's "
    "there's i've we've they've you're who's what's let's isn't aren't wasn't weren't won't can't "
    "couldn't".split()
)


_COMPOUNDS = ("-based", "-born", "-led", "-backed", "-owned", "-run", "-era", "-style", "-made", "-year-old")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text: ``span`` with determiner and title, ``core`` the bare name."""

    span: Span
    core: Span
    type: EntityType


def find_names(text: str, sentences: Sequence[Span]) -> tuple[Name, ...]:
    """All names, in order of the text; nested ones ("Russian" in "Russian Army") follow the outer."""
    tokens = [sentence_tokens(text, s) for s in sentences]
    seen = _capitals_inside(tokens)
    found: list[Name] = []
    for row in tokens:
        title_case = _is_title_case(row)
        for first, last in _runs(row, seen):
            if title_case:
                found += _known_in_run(row, first, last)
            else:
                found += _split_run(text, row, first, last)
    return tuple(_with_surnames(text, found))


def in_titles(text: str, sentences: Sequence[Span]) -> Callable[[Span], bool]:
    """Tells whether a span stands in a headline in capitals."""
    lines = [s for s in sentences if _is_title_case(sentence_tokens(text, s))]
    return lambda span: bool(spans_at(lines, span.start, span.end))


def _is_title_case(row: Sequence[Token]) -> bool:
    """Whether the line is a headline in capitals, where a capital says nothing."""
    if row and row[-1].text == ".":
        return False  # a sentence of names, no headline
    long = [t for t in row if t.is_word and len(t.text) > 3 and not t.text[0].isdigit()]
    return len(long) >= 3 and sum(t.is_capital for t in long) > 0.75 * len(long)


def _known_in_run(row: Sequence[Token], first: int, last: int) -> Iterator[Name]:
    """The gazetteer's names in a run of a title, longest first."""
    i = first
    while i < last:
        for end in range(min(last, i + longest_known()), i, -1):
            known = look_up(_bare(" ".join(t.text for t in row[i:end])))
            if known is not None:
                span = Span(row[i].start, _end(row[end - 1]))
                yield Name(span, span, known.type)
                i = end - 1
                break
        i += 1


def _bare(words: str) -> str:
    """Words without a possessive ending."""
    return words.removesuffix("’s").removesuffix("'s")


def _end(token: Token) -> int:
    """Where a token ends, a possessive ending left out."""
    return token.end - (2 if token.is_possessive else 0)


def _capitals_inside(tokens: Sequence[Sequence[Token]]) -> frozenset[str]:
    """Words that stand capitalised within a sentence somewhere: safe as names at its head."""
    return frozenset(
        t.stem for row in tokens for i, t in enumerate(row) if i > 1 and t.is_capital and row[i - 1].is_word
    )


def _is_name_word(token: Token) -> bool:
    if not token.is_capital or not token.is_word or token.stem in NOT_NAMES:
        return False
    return not token.low.endswith(_COMPOUNDS)  # "Singapore-based" describes, it names nobody


def _runs(row: Sequence[Token], seen: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Maximal runs ``[first, last)`` of name words, joined by small inner words."""
    i = 0
    while i < len(row):
        if not _is_name_word(row[i]) or (_opens_sentence(row, i) and not _trusted(row, i, seen)):
            i += 1
            continue
        first, i = i, i + 1
        while i < len(row) and not row[i - 1].is_possessive:
            step = _step(row, first, i)
            if not step:
                break
            i += step
        yield first, i


def _step(row: Sequence[Token], first: int, i: int) -> int:
    """How many tokens the run that began at ``first`` takes on at ``i`` (0: it ends)."""
    if _is_name_word(row[i]):
        return 1
    if row[i].text == "." and row[i].start == row[i - 1].end and _abbreviated(row[i - 1]):
        return 1 if i + 1 < len(row) and _is_name_word(row[i + 1]) else 0
    gap = 0
    while i + gap < len(row) and row[i + gap].low in _INNER and gap < 2:
        gap += 1
    if not gap or i + gap >= len(row) or not _is_name_word(row[i + gap]):
        return 0
    small = row[i].low
    if small in _PARTICLES:
        return gap + 1
    body = any(t.stem in BODY_WORDS for t in row[first:i]) or row[first].low == "secretary"
    return gap + 1 if body and small in ("of", "for", "&") else 0


def _abbreviated(token: Token) -> bool:
    return len(token.text) == 1 or token.low in PERSON_TITLES or token.low in ("st", "mt", "ft")


def _opens_sentence(row: Sequence[Token], i: int) -> bool:
    return all(not t.is_word for t in row[:i])


def _trusted(row: Sequence[Token], i: int, seen: frozenset[str]) -> bool:
    """Whether a capitalised word at the head of a sentence is a name all the same."""
    token = row[i]
    alone = (
        token.stem in seen
        or look_up(_bare(token.text)) is not None
        or token.text.isupper()
        or token.low.rstrip(".") in PERSON_TITLES
        or token.text in first_names()
    )
    return alone or (
        (i + 1 < len(row))
        and (_is_name_word(row[i + 1]) or look_up(f"{token.text} {row[i + 1].text}") is not None)
    )


def _split_run(text: str, row: Sequence[Token], first: int, last: int) -> Iterator[Name]:
    """The names in one run: it is cut before a rank and after a known country's adjective."""
    cuts = [first] + [
        i
        for i in range(first + 1, last)
        if row[i].low in RANK_STARTS and row[i - 1].low not in PERSON_TITLES and row[i - 1].text != "."
    ]
    for start, end in zip(cuts, [*cuts[1:], last], strict=True):
        yield from _one(text, row, start, end)


def _one(text: str, row: Sequence[Token], first: int, last: int) -> Iterator[Name]:
    """The name in ``row[first:last]``, and the nationality that it begins with."""
    core, titled = _core(row, first, last)
    inner = Span(row[core].start, _end(row[last - 1]))
    kind = _type(text, row, core, last, titled=titled)
    start = row[first].start if titled or kind == "person" else row[core].start
    if not titled and core == first and _takes_determiner(row, first, last, kind):
        start = row[first - 1].start
    yield Name(Span(start, inner.end), inner, kind)
    nation = look_up(row[core].text) if core < last - 1 else None
    if nation is not None and nation.type == "nationality" and inner.end > row[core].end:
        people = Span(row[core].start, row[core].end)
        yield Name(people, people, "nationality")


def _core(row: Sequence[Token], first: int, last: int) -> tuple[int, bool]:
    """The token that the bare name begins with, and whether a rank stands before it."""
    core = first
    while core < last - 1 and (
        row[core].low in PERSON_TITLES or row[core].text == "." or _links_title(row, core, last)
    ):
        core += 1
    titled = any(row[i].low in RANK_STARTS for i in range(first, core))
    if not titled and any(t.stem in BODY_WORDS for t in row[first:last]):
        return first, False  # "Defense Ministry": the title is the body's first word
    return core, titled


def _takes_determiner(row: Sequence[Token], first: int, last: int, kind: EntityType) -> bool:
    """Whether the determiner before a name is its own: "the SBU", but not "the Pentagon official"."""
    if first == 0 or row[first - 1].low not in _DETERMINERS or kind in ("person", "other"):
        return False
    if kind == "nationality":
        return row[last - 1].low.endswith("s")
    return row[first - 1].low == "the" and not _describes(row[last].low if last < len(row) else "")


def takes_determiner(text: str, core: Span, kind: EntityType) -> bool:
    """Whether the "the" before a bare name is its own; as ``_takes_determiner`` on running text."""
    if text[max(0, core.start - 4) : core.start].lower() != "the " or kind in (
        "person",
        "other",
        "nationality",
    ):
        return False
    after = _WORD_AFTER.match(text, core.end)
    return after is None or not _describes(after[1].lower())


def _describes(after: str) -> bool:
    """Whether a word behind a name is the noun that the determiner belongs to: "the Pentagon official"."""
    return after.endswith(("ion", "er", "ers", "al", "als")) or after in PLACE_WORDS


def _links_title(row: Sequence[Token], i: int, last: int) -> bool:
    """Whether token ``i`` is the "of State" of "Secretary of State John Kerry"."""
    return (
        i > 0
        and last - i > 2
        and (row[i].low == "of" or (row[i - 1].low == "of" and row[i].low in ("state", "defense")))
    )


def _type(text: str, row: Sequence[Token], core: int, last: int, *, titled: bool) -> EntityType:
    """What a name names: as the gazetteer knows it, else by its words, else by what stands before it."""
    known = look_up(_bare(text[row[core].start : row[last - 1].end]))
    if titled and (known is None or known.type != "organisation"):
        return "person"
    if known is not None:
        return known.type
    words = [_bare(t.text) for t in row[core:last] if t.text != "."]
    return _type_by_words(words) or _type_by_place(row, core, words) or _type_by_shape(words)


def _type_by_words(words: Sequence[str]) -> EntityType | None:
    """The type that a word of the name gives away: a body's, a first name, an acronym, a place's."""
    if any(w.lower() in BODY_WORDS for w in words):
        return "organisation"
    if words[0] in first_names() and len(words) > 1:
        return "person"
    if len(words) == 1 and words[0].isupper() and 2 <= len(words[0]) <= 6:
        return "organisation"
    return "location" if words[-1].lower() in PLACE_WORDS else None


def _type_by_place(row: Sequence[Token], core: int, words: Sequence[str]) -> EntityType | None:
    """A location if a preposition of place stands before a name that is not too long for one."""
    if core > 0 and row[core - 1].low in _PLACE_BEFORE and len(words) <= longest_known():
        return "location"
    return None


def _type_by_shape(words: Sequence[str]) -> EntityType:
    """A person if nothing speaks against two to four plain words."""
    plain = all(w.isalpha() or "-" in w or len(w) == 1 for w in words)
    return "person" if plain and 2 <= len(words) <= 4 else "other"


def _with_surnames(text: str, names: list[Name]) -> Iterator[Name]:
    """Give a lone surname the type of the full person's name that the text has elsewhere."""
    people = [n.core.of(text).split() for n in names if n.type == "person"]
    known = {words[-1] for words in people} | {words[0] for words in people if len(words) > 1}
    for name in names:
        words = name.core.of(text)
        lone = " " not in words and name.type in ("other", "location") and look_up(words) is None
        yield replace(name, type="person") if lone and words in known else name


def mentions_of(names: Sequence[Name]) -> tuple[Mention, ...]:
    """The names as mentions that do not yet refer to an entity."""
    return tuple(Mention(n.span, n.type, None, "name") for n in names)
