"""Weapons and military craft by their names and designations, which few texts with marked names have.

The lists are ours: what reports of wars name most, without words that are
oftener something else ("Patriot", "Bradley", "Tornado").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

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
    """``names`` and the arms and craft in ``text``, in order; a name that stands inside one is dropped."""
    arms = [Name(Span(*m.span()), Span(*m.span()), _kind(m)) for m in _pattern().finditer(text)]
    return tuple(sorted((*_apart(names, arms), *arms), key=lambda n: (n.span.start, -n.span.end)))


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
