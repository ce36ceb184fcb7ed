"""Paragraphs and sentences.

Ours rather than a library's, since a sentence must never cross a paragraph of
a pasted page, a break inside a quotation counts, and bylines and initials are
dense in news ("Air Force Maj. Gen Pat Ryder", "J. K. Rowling", "U.S. officials").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from headwater.records import Span
from headwater.records.spans import trim

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
# Only whole runs of stops are tried, so that a line of dots takes no longer than other lines.
_BREAK = re.compile(r"""(?<![.!?…])[.!?…]++["”“’'»)\]]*(?=\s+["“”‘'«(\[]*[^\W_a-z]|\s*$)""")
_NEXT_WORD = re.compile(r"""\s*["“”‘'«(\[]*([\w’']+)""")
_LAST_WORD = re.compile(r"[\w.’'&-]*$")

# "A.K.M. Hoque"; "the D.P.R.K." may end a sentence as known abbreviations may.
_INITIALS = re.compile(r"(?:[a-z]\.)+[a-z]")
# Abbreviations that stand before the word they belong to: never the end of a sentence.
_TITLES = frozenset(
    "mr mrs ms mx dr prof rev fr sr sra hon st gen lt col maj capt cmdr cdr adm sgt cpl pvt brig sen rep "
    "reps sens gov lt.gov pres supt det insp pfc spc atty messrs mmes vs v no nos art fig pp mt ft al ste "
    "dept univ assn bros inc.co approx est".split()
)
# Abbreviations that may also end one: a break only before a word that opens sentences.
_MAYBE = frozenset(
    "u.s u.k u.n e.u u.a.e d.c l.a n.y a.m p.m inc ltd co corp jr etc ph.d m.d b.a m.a jan feb mar apr "
    "jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun ala ariz ark calif colo conn "
    "del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev n.h n.j n.m n.c n.d okla ore pa "
    "r.i s.c s.d tenn tex va vt wash wis w.va wyo e.g i.e ave blvd rd".split()
)
_OPENERS = frozenset(
    "the a an he she it they we i you this that these those his her its their our my but and so yet or "
    "nor in on at for from with by as if when while after before since although though however there here "
    "what who why how where which no not one some many most all both each".split()
)
# The longest sentence of the press that we met has 2,700 characters; what runs on longer is a
# table or a list, and is cut so that no rule looks at all of it for each of its words.
MAX_LENGTH = 3000
# Pages wrapped by hand break lines here (RFC 2822 asks for 78, old systems for 65 to 80).
_WRAP_WIDTHS = (45, 85)


def paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of ``text`` without surrounding white space, in order.

    A line is a paragraph, unless the text was wrapped by hand at a fixed
    width: then lines between blank lines belong together.
    """
    lines = [s for m in _LINE.finditer(text) if (s := trim(text, m.start(), m.end()))]
    if not _is_wrapped(text, lines):
        return tuple(lines)
    return tuple(_joined(text, lines))


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    pairs = [(a, b) for a, b in pairwise(lines) if _adjacent(text, a, b)]
    if len(pairs) < max(3, len(lines) // 3):
        return False
    low, high = _WRAP_WIDTHS
    even = low <= median(len(a) for a, _ in pairs) and max(len(a) for a, _ in pairs) <= high
    running = sum(text[a.end - 1] not in '.!?:”"' for a, _ in pairs)
    return even and running > len(pairs) // 2


def _adjacent(text: str, left: Span, right: Span) -> bool:
    return text[left.end : right.start].replace("\r\n", "\n").count("\n") == 1


def _joined(text: str, lines: list[Span]) -> Iterator[Span]:
    start, last = lines[0].start, lines[0]
    for line in lines[1:]:
        if not _adjacent(text, last, line):
            yield Span(start, last.end)
            start = line.start
        last = line
    yield Span(start, last.end)


def sentences(text: str, blocks: tuple[Span, ...]) -> tuple[Span, ...]:
    """The sentences of each paragraph in ``blocks``, in order."""
    return tuple(piece for block in blocks for s in _split(text, block) for piece in _pieces(text, s))


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """``span``, cut at white space where it is too long for a sentence."""
    start = span.start
    while span.end - start > MAX_LENGTH:
        space = max(text.rfind(mark, start, start + MAX_LENGTH) for mark in " \t\u00a0")
        cut = space if space > start else start + MAX_LENGTH
        if (piece := trim(text, start, cut)) is not None:
            yield piece
        start = cut
    if (rest := trim(text, start, span.end)) is not None:
        yield rest


def _split(text: str, block: Span) -> Iterator[Span]:
    start = block.start
    for mark in _BREAK.finditer(text, block.start, block.end):
        if mark.end() < block.end and not _ends(text, start, mark):
            continue
        if (span := trim(text, start, mark.end())) is not None:
            yield span
            start = mark.end()
    if (rest := trim(text, start, block.end)) is not None:
        yield rest


def _ends(text: str, start: int, mark: re.Match[str]) -> bool:
    """Whether the stop at ``mark`` ends a sentence that began at ``start``."""
    if mark[0][0] != "." or mark[0].startswith(".."):
        return True
    before = _LAST_WORD.search(text, max(start, mark.start() - 30), mark.start())
    word = before[0].lower().lstrip(".'’") if before else ""
    if len(word) == 1 and word.isalpha() and word != "i":
        return False  # an initial: "John F. Kennedy"
    if mark[0] != "." or not (word in _TITLES | _MAYBE or _INITIALS.fullmatch(word)):
        return True
    following = _NEXT_WORD.match(text, mark.end(), mark.end() + 40)
    return word not in _TITLES and following is not None and following[1].lower() in _OPENERS
