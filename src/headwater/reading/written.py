"""Names that are known as they are written: weapons and military craft, and long names of the gazetteer.

The lists are ours: what reports of wars name most, without words that are
oftener something else ("Patriot", "Bradley", "Tornado").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from headwater.reading.gazetteer import long_names, look_up
from headwater.reading.names import Name
from headwater.records import Span
from headwater.records.vocabulary import EntityType

# Patterns, one a word, their own blanks written as "_".
_WEAPONS = (
    r"(?:SV|V)?B?IEDs? RPGs?(?:-\d{1,2})? MANPADS? ATGMs? TOW(?:-2)?s? [IM]CBMs? [IM]RBMs? SLBMs? G?MLRS "
    r"HIMARS ATACMS JDAMs? EFPs UXOs? TNT RDX C-4 VX AK-?(?:47|74|M)s? AKMs? AR-15s? M-?16s? "
    r"M-?4_(?:carbine|rifle)s? SA-\d{1,2}s? S-[345]00s? BM-(?:21|27|30)s? TOS-1A? DShKs? Kalashnikovs? "
    r"Scuds?(?:-[BCD])? Katyushas? Grads?(?=_(?:rocket|missile|launcher)) Tomahawks? "
    r"Javelins?(?=_(?:anti|missile)) Stingers?(?=_(?:anti|missile)) Hellfires? Iskanders?(?:-M)? "
    r"Kinzhals? Kalibrs? Qassams?(?=_rocket) Fateh-1\d0 Shahab-\d Hwasong-\d{1,2} Taepodong(?:-\d)? "
    r"Musudan Nodong Uzis? Glocks? Molotov_cocktails? Novichok [Ss]arin(?=_gas|_nerve) Storm_Shadows?"
)
_CRAFT = (
    r"(?!F-[1-3]50\b)(?:[ABCF]|A[CH]|CH|E[ACF]|FA|F/A|KC|M[HQV]|OH|R[CQ]|SR|UH|HH)-\d{1,3}[A-Z]{0,2}s? "
    r"(?:S[Uu]|M[Ii][Gg]?|Tu|Il|Ka|Yak|An)-\d{1,3}[A-Z]{0,2}s? "
    r"T-?(?:34|54|55|62|64|72|80|90)[A-Z]?s? BMP-?[123]?s? BTR-?\d{2}s? BRDM-?2s? UAVs? UCAVs? APCs? "
    r"IFVs? MRAPs? AWACS M1(?:A1|A2)?(?:_Abrams)?(?=_tank) Abrams(?=_tank) Leopard_[12]s? Challenger_2s? "
    r"Merkavas? Humvees? Black_Hawks? Chinooks?(?=_helicopter) "
    r"Apaches?(?=_(?:attack|helicopter|gunship)) "
    r"(?:MQ-\d_)?(?:Predator|Reaper)s?(?=_(?:drone|UAV|unmanned)) Global_Hawks? Bayraktar(?:_TB2)?s? "
    r"Shahed(?:-\d{3})?s? Rafales?(?=_(?:jet|fighter)) Eurofighters?(?:_Typhoons?)? MiGs? Sukhois? "
    r"(?:USS|USNS|HMS|HMAS|HMCS|INS|FS)_[A-Z][\w.’'-]+(?:_[A-Z]\.?)?(?:_[A-Z][\w’'-]+)?"
)


@cache
def _pattern() -> re.Pattern[str]:
    weapons, craft = ("|".join(ways.split()).replace("_", " ") for ways in (_WEAPONS, _CRAFT))
    return re.compile(rf"(?<![\w-])(?:(?P<weapon>{weapons})|(?P<craft>{craft}))(?![\w-])")


def with_arms(text: str, names: Sequence[Name]) -> tuple[Name, ...]:
    """``names`` and the arms and craft in ``text``, in order; names that share words with one are dropped."""
    return _instead(names, [_name(m, _kind(m)) for m in _pattern().finditer(text)])


def with_long_names(text: str, names: Sequence[Name]) -> tuple[Name, ...]:
    """``names`` with the gazetteer's long ones in place of their pieces."""
    found = [_name(m, known.type) for m in long_names().finditer(text) if (known := look_up(m[0]))]
    around = {n.core for n in names}
    return _instead(names, [n for n in found if n.core not in around and not _within(n, names)])


def with_whole_people(text: str, names: Sequence[Name]) -> tuple[Name, ...]:
    """People's names with all that belongs to them: `John “J.D.” Roe` is one, and so is `Jane Roe IV`."""
    out: list[Name] = []
    for name in names:
        before = out[-1] if out else None
        if before is not None and _goes_on(text, before, name):
            out[-1] = Name(
                Span(before.span.start, name.span.end), Span(before.core.start, name.core.end), "person"
            )
        elif before is None or name.span.start >= before.span.end or before.type != "person":
            out.append(name)
        if out[-1].type == "person" and (suffix := _SUFFIX.match(text, out[-1].span.end)):
            last = out[-1]
            out[-1] = Name(Span(last.span.start, suffix.end()), Span(last.core.start, suffix.end()), "person")
    return tuple(out)


_SUFFIX = re.compile(r" (?:II|III|IV)\b(?! [A-Z])")
_NICKNAME = re.compile(r" [“\"][\w.’' ]{1,20}[”\"] ")


def _goes_on(text: str, before: Name, name: Name) -> bool:
    """Whether only a nickname in quotation marks stands between two pieces of a person's name."""
    people = before.type == name.type == "person"
    return people and _NICKNAME.fullmatch(text, before.span.end, name.span.start) is not None


def _within(long: Name, names: Sequence[Name]) -> bool:
    """Whether a name holds a long one and more, "the United Nations Security Council"."""
    k = bisect_right(names, long.span.start, key=lambda n: n.span.start) - 1
    return any(n.core.contains(long.core) for n in names[max(0, k - 1) : k + 1])


def _name(found: re.Match[str], kind: EntityType) -> Name:
    return Name(Span(*found.span()), Span(*found.span()), kind)


def _instead(names: Sequence[Name], found: Sequence[Name]) -> tuple[Name, ...]:
    return tuple(sorted((*_apart(names, found), *found), key=lambda n: (n.span.start, -n.span.end)))


def _kind(found: re.Match[str]) -> EntityType:
    return "weapon" if found.lastgroup == "weapon" else "military_platform"


def _apart(names: Sequence[Name], arms: Sequence[Name]) -> list[Name]:
    """The names that share no point with any of ``arms``; both in order."""
    kept, k = list[Name](), 0
    for name in names:
        while k < len(arms) and arms[k].span.end <= name.span.start:
            k += 1
        if k == len(arms) or not arms[k].span.overlaps(name.span):
            kept.append(name)
    return kept
