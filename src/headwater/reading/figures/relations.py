"""Which figure is a part of another, and which repeats one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from headwater.reading.figures.lexicon import PERSONAL
from headwater.records import Figure, Span
from headwater.records.vocabulary import FigureOf

_PART = re.compile(
    r"(?:,|\(|—|–| -|\s)\s?(?:including|among\s(?:them|those|whom)|of\s"
    r"(?:them|whom|which|those)|(?:at\sleast|more\sthan)?\s?(?:most|many)\sof\sthem)\s"
    r"(?:(?!\b(?:was|were|said)\b)[^.;]){0,60}$",
    re.IGNORECASE,
)
_FATE = re.compile(
    r"\b(?:killed|killing|wounded|injured|injuring|wounding|arrested|shot|died)\b", re.IGNORECASE
)
_ELABORATES = re.compile(
    r"(?:\b(?:killed|died|dead|wounded|injured)(?::|\s(?:--|[—–]))|\s(?:people|others|victims)\s(?:--|[—–]))\s[^.;]{0,60}$"
)
_PART_BEHIND = re.compile(r"\s(?:of\s(?:them|whom|those)|were\samong)\b", re.IGNORECASE)
_SET_OFF = re.compile(r",|\s(?:--|[—–])\s")
_MEMORY = 200
"""How many figures back a repetition is looked for: more than most articles have; long texts stay linear."""

_JOINED = re.compile(
    r"(?!\sof\s(?:them|whom)\b)(?:\s(?!\w{2,20}ed\b|in\b|at\b|on\b|who\b|by\b|were\b|was\b)[\w'’-]{1,30}){1,4}"
    r"(?:,|,?\sand)\s"
)
OF_THE = re.compile(
    r"\s(?:out\s)?of\s(?:the|those|these|its|their)\s(?:(?:other|total|known|confirmed|original|initial)\s)?"
)
"""Between a part and its whole: "seven of the 10"."""
_OF = re.compile(r"\s(?:out\s)?of\s")
_AMONG = re.compile(r"(?:\sof)?(?:\s[\w’'-]{1,20}){0,3}\s(?:is|are|was|were)\samong\s(?:the|those)\s")
"""“Dozens of civilians are among the 130 killed”."""
_OF_THOSE = re.compile(
    r"\s(?:out\s)?of\s(?:the|those|these)\s(?:people\s|who\s(?:were\s|was\s)?)?"
    r"(?:(?P<killed>killed|dead|died|slain)|(?P<injured>wounded|injured|hurt)|(?P<arrested>arrested|detained)"
    r"|(?P<missing>missing)|(?P<abducted>hostages|abducted|kidnapped))\b"
)
_DEFINITE = re.compile(r"\b(?:the|these|those|all|all\sthe)\s$", re.IGNORECASE)


def related(text: str, sentences: Sequence[Span], figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """``figures`` with ``part_of`` and ``same_as`` where the words say so."""
    homes = _sentence_of(sentences, figures)
    figures = _elliptic(text, sentences, homes, _sharing_fates(text, figures))
    out: list[Figure] = []
    for index, figure in enumerate(figures):
        whole = _whole(text, out, homes, index, figure)
        if whole is not None:
            out.append(_as_part(figure, out[whole], whole))
        elif _is_body(text, figure) and (dead := _dead_before(out, homes, figure)):
            at, same = dead
            out.append(replace(figure, same_as=at) if same else replace(figure, part_of=at))
        else:
            out.append(replace(figure, same_as=_earlier(text, out, homes, figure)))
    return tuple(out)


def _sharing_fates(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """“Seven villagers and two rebels were killed”: the first shares the fate of the last."""
    out = list(figures)
    for index in range(len(out) - 2, -1, -1):
        this, following = out[index], out[index + 1]
        fate = following.of in PERSONAL and following.of != "troops"
        bare = this.unit == "person" and this.of in ("other", "troops")
        tied = bare and _JOINED.fullmatch(text, this.span.end, following.span.start)
        if this.of == "other" and not tied:
            at = (text, this.span.end, following.span.start)
            tied = OF_THE.fullmatch(*at) or _AMONG.fullmatch(*at)
            if not tied and (this.low or 0) > 1:
                tied = _OF.fullmatch(*at)
        if fate and tied:
            out[index] = replace(this, of=following.of)
    return out


_ALONE = re.compile(
    r"(?:\s(?:in|on|at|by|from|of\sthem|of\swhom|critically|seriously|more|others|expected|and(?=\s[A-Z])|are|came|went|remain|live|last|this|were|was|as|to|massed|stationed|that|for|since|through|a\sday|per\syear|the\s(?:year|month|week|day)\sbefore)\b"
    r"|\s[—–-]|[.,;:)]|$)"
)
_COUNTED = re.compile(
    r"\b(?:(?P<killed>deaths|dead|killed|fatalities|homicides|murders|suicides|lives\slost)|(?P<casualties>casualties)|(?P<displaced>refugees|evacuees)|(?P<injured>injured|wounded|injuries)"
    r"|(?P<other>cases|infections|infected))\b",
    re.IGNORECASE,
)


def _elliptic(text: str, sentences: Sequence[Span], homes: list[int], figures: list[Figure]) -> list[Figure]:
    """“43 deaths, up from 24 on Friday”: a bare number counts what was counted before it in its sentence."""
    out: list[Figure] = []
    for index, figure in enumerate(figures):
        if figure.of == "other" and (told := _OF_THOSE.match(text, figure.span.end)):
            out.append(replace(figure, of=told.lastgroup, unit="person"))  # type: ignore[arg-type]
            continue
        last = _last_here(out, homes)
        if those := _of_those_before(text, sentences[homes[index]], homes, out, figure):
            out.append(replace(figure, of=those, unit="person"))
            continue
        bare = figure.of == "other" and figure.unit is None and figure.hedge != "range"
        if bare and _ALONE.match(text, figure.span.end):
            start = last.span.end if last else sentences[homes[index]].start
            words = list(_COUNTED.finditer(text, max(start, figure.span.start - 160), figure.span.start))
            elsewise = _ELSEWISE.search(text, start, figure.span.start)
            before = last or (None if elsewise else _just_before(homes, out, figure))
            of = words[-1].lastgroup if words else before.of if before and before.of in PERSONAL else None
            out.append(figure if of is None else replace(figure, of=of, unit="person"))  # type: ignore[arg-type]
        else:
            out.append(figure)
    return out


def _last_here(before: list[Figure], homes: list[int]) -> Figure | None:
    """The figure before in the same sentence, over a share: “of 300 deaths 40 percent, or 120, …”."""
    here = [f for n, f in enumerate(before[-2:], max(0, len(before) - 2)) if homes[n] == homes[len(before)]]
    return next((f for f in reversed(here) if f.of != "percent"), here[-1] if here else None)


def _of_those_before(
    text: str, sentence: Span, homes: list[int], before: list[Figure], figure: Figure
) -> FigureOf | None:
    """“Twelve people were killed. Four of them ...”: the fate of all that the sentence before counts."""
    opens = figure.span.start - sentence.start < _OPENING
    if figure.of != "other" or not opens or _OF_THEM.match(text, figure.span.end) is None:
        return None
    home = homes[len(before)] - 1
    those = [f for n, f in _last(before) if homes[n] == home]
    fates = {f.of for f in those}
    most = max((f.high or f.low or 0 for f in those), default=0)
    return fates.pop() if len(fates) == 1 and fates <= _MET_WITH and most >= (figure.low or 0) else None


_OF_THEM = re.compile(
    r"\s(?:out\s)?of\s(?:them|those|the\svictims)\b"
    r"|\s(?:were|are)\s(?:children|women|men|boys|girls|civilians|students|teachers|police|soldiers|members|citizens|from)\b"
    r"|\s(?:were|are)\s[A-Z]"
)
_OPENING = 16
_MET_WITH = PERSONAL - {"troops"}


def _just_before(homes: list[int], before: list[Figure], figure: Figure) -> Figure | None:
    """“Irelle took in 40,000 refugees. Lorne took 12,000.”: the last figure of the sentence before."""
    near = len(before) > 0 and homes[len(before) - 1] == homes[len(before)] - 1
    return before[-1] if near and (figure.low or figure.high or 0) >= _NO_AGE else None


_ELSEWISE = re.compile(
    r"\bnumbers?\sof\b|\b(?:city|town|village|population|country|nation|community|crowd)\sof\s$"
)
"""What says by itself what a bare number counts: "a town of 12,000"."""
_NO_AGE = 100
"""Fewer than this may be an age or a day of the month."""


def _sentence_of(sentences: Sequence[Span], figures: Sequence[Figure]) -> list[int]:
    homes, at = [], 0
    for figure in figures:
        while at + 1 < len(sentences) and sentences[at].end <= figure.span.start:
            at += 1
        homes.append(at)
    return homes


def _whole(text: str, before: list[Figure], homes: list[int], index: int, figure: Figure) -> int | None:
    """The figure just before, in the same sentence, where "including" or "of them" ties this one to it."""
    for at in range(index - 1, max(-1, index - 4), -1):
        other = before[at]
        if homes[at] != homes[index] or figure.span.start - other.span.end > 120:
            return None
        if other.unit != "person" or figure.unit not in ("person", None):
            continue
        between = text[other.span.end : figure.span.start]
        part = _PART.search(between)
        tied = (
            (part and not _FATE.search(part[0]))
            or _ELABORATES.search(between)
            or (_PART_BEHIND.match(text, figure.span.end) and _SET_OFF.search(between))
        )
        if tied and not _bigger(figure, other):
            return at
    return None


def _bigger(part: Figure, whole: Figure) -> bool:
    return part.low is not None and whole.high is not None and part.low > whole.high


def _as_part(figure: Figure, whole: Figure, index: int) -> Figure:
    """A part shares the fate of its whole where it has none of its own."""
    of = whole.of if figure.of in ("other", "troops") and whole.of in PERSONAL else figure.of
    return replace(figure, of=of, unit=figure.unit or whole.unit, part_of=index)


def _earlier(text: str, before: list[Figure], homes: list[int], figure: Figure) -> int | None:
    """The first earlier figure with this one's number and kind, where both can only be the same people.

    Only people with a fate are compared, never a count of one, and never two
    counts of one sentence: "two soldiers and two rebels were killed".
    """
    if figure.of not in PERSONAL or figure.low is None:
        return None
    if figure.low < 2:
        return _the_same_one(text, before, figure)
    for index, other in _last(before):
        alike = (other.low, other.high, other.unit) == (figure.low, figure.high, figure.unit)
        elsewhere = homes[index] != homes[len(before)]
        if (
            alike
            and elsewhere
            and other.part_of is None
            and other.same_as is None
            and _same_kind(text, other, figure)
        ):
            return index
    return None


def _last(before: list[Figure]) -> Iterator[tuple[int, Figure]]:
    start = max(0, len(before) - _MEMORY)
    return ((index, before[index]) for index in range(start, len(before)))


def _same_kind(text: str, other: Figure, figure: Figure) -> bool:
    if other.of == figure.of:
        return True
    definite = _DEFINITE.search(text, max(0, figure.span.start - 12), figure.span.start) is not None
    return definite and figure.of == "troops" and other.of in PERSONAL


_THE_ONE = re.compile(r"the\s(?:[\w-]+\s)*(?P<head>[\w-]+)$", re.IGNORECASE)
_ANYBODY = frozenset({"victim", "deceased", "person", "man", "woman"})


def _the_same_one(text: str, before: list[Figure], figure: Figure) -> int | None:
    """“A clerk was shot dead … The clerk was killed”: the earlier count of one, under the same noun."""
    match = _THE_ONE.fullmatch(figure.span.of(text))
    if match is None:
        return None
    head = match["head"].lower()
    for index, other in reversed(list(_last(before))):
        one = other.low == other.high == 1 and other.of in PERSONAL and other.same_as is None
        if one and (head in _ANYBODY or head in text[other.span.start : other.span.end + 40].lower()):
            return index
    return None


_BODY_AFTER = re.compile(r"\s(?:[\w-]+\s){0,3}bod(?:y|ies)\b", re.IGNORECASE)
_BODY_BEFORE = re.compile(r"\bbod(?:y|ies)\sof\s(?:the\s)?$", re.IGNORECASE)


def _is_body(text: str, figure: Figure) -> bool:
    """Whether the figure counts bodies: those of people who were told to be dead before, if any were."""
    if figure.of != "killed":
        return False
    before = _BODY_BEFORE.search(text, max(0, figure.span.start - 16), figure.span.start)
    return before is not None or _BODY_AFTER.match(text, figure.span.end) is not None


def _dead_before(before: list[Figure], homes: list[int], figure: Figure) -> tuple[int, bool] | None:
    """The nearest count of dead in an earlier sentence that is no smaller, and whether it is equal."""
    for index, other in reversed(list(_last(before))):
        known = other.of == "killed" and other.part_of is None and other.same_as is None
        if known and homes[index] != homes[len(before)] and (other.low or 0) >= (figure.low or 0):
            return index, other.low == figure.low
    return None
