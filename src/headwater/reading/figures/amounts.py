"""How much a matched figure says: its interval, its hedge, and a measure written hard against it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from headwater.reading.figures import lexicon
from headwater.reading.figures.cardinals import SCALES, SHORT_SCALES, number_value
from headwater.records import Span
from headwater.records.vocabulary import FigureOf, Hedge

Match = re.Match[str]
Interval = tuple[float, float, Hedge]


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure without what it counts; ``of`` and ``unit`` only where the figure itself shows them ("5%")."""

    span: Span
    low: float | None
    high: float | None
    hedge: Hedge
    unit: str | None = None
    of: FigureOf | None = None

    @classmethod
    def plain(cls, match: Match, group: str) -> Amount:
        """The bare number in one group of a match."""
        value = _whole(number_value(match[group])) or 0
        return cls(Span(*match.span(group)), value, value, "exact")


def amount_of(match: Match) -> Amount | None:
    """The interval that the words of a match allow; ``None`` where they are no number after all."""
    interval = _interval(match)
    if interval is None:
        return None
    low, high, hedge = _hedged(interval, match)
    glued = match["glued"] or match["glued2"]
    of, unit = lexicon.MEASURES[glued.lower()] if glued else (None, None)
    return Amount(Span(match.start(), match.end()), _whole(low), _whole(high), hedge, unit, of)


def _whole(value: float | None) -> float | None:
    """8, not 8.0: whole numbers are written without a point."""
    return value if value is None or value != int(value) else int(value)


def _interval(match: Match) -> Interval | None:
    groups = match.groupdict()
    for group, reader in _READERS.items():
        if groups[group]:
            return reader(match)
    return None


def _couple(match: Match) -> Interval:
    value = 2.0 * SCALES[match["couple_scale"].lower()] if match["couple_scale"] else 2.0
    return value, value, "about"


def _few(match: Match) -> Interval:
    low, high = lexicon.VAGUE[match["few_scale"].lower().removesuffix("s") + "s"]
    return low, high, "range"


def _vague(match: Match) -> Interval | None:
    words = " ".join(match["vague"].lower().split())
    interval = lexicon.VAGUE.get(words)
    return None if interval is None or words == "tens" else (*interval, "range")


def _fraction(match: Match) -> Interval:
    """A share in percent: “two-thirds” is 66.67."""
    parts = (match["parts"] or match["parts2"] or "a").lower()
    count = 1.0 if parts in ("a", "an") else number_value(parts) or 1.0
    value = round(100 * count * lexicon.FRACTIONS[(match["fraction_of"] or "half").lower()], 2)
    return value, value, "exact"


def _half(match: Match) -> Interval:
    scale = (match["half_scale"] or "").lower()
    value = SCALES.get(scale, 1) / 2
    return value, value, "exact" if scale == "dozen" else "about"


def _quarter(match: Match) -> Interval:
    """“a quarter of a million” is about 250,000, and no share."""
    value = SCALES[match["quarter_scale"].lower()] / 4
    return value, value, "about"


def _one_scale(match: Match) -> Interval:
    """“a hundred” is about 100, “a million” as well; “a dozen” is 12."""
    scale = match["one_of"].lower()
    value = float(SCALES[scale])
    return value, value, "exact" if scale == "dozen" else "about"


def _between(match: Match) -> Interval | None:
    return _range(match["from"], match["upto"], None)


def _low_high(match: Match) -> Interval | None:
    if match["glue"] in ("-", "–") and not _hyphen_range(match):
        return None
    return _range(match["low"], match["high"], match["short2"])


def _hyphen_range(match: Match) -> bool:
    """Whether "5-7" is a range: growing, with a noun or measure behind it; a score or a vote has neither."""
    after = match.string[match.end() : match.end() + 12]
    return bool(match["money"] or match["glued2"] or re.match(r"\s[a-z]{3,}", after))


def _range(first: str, last: str, short: str | None) -> Interval | None:
    low, high = number_value(first), number_value(last)
    if low is None or high is None:
        return None
    factor = SHORT_SCALES[short.lower()] if short else _shared_scale(first, last)
    high_factor = SHORT_SCALES[short.lower()] if short else 1
    low, high = low * factor, high * high_factor
    return (low, high, "range") if low < high else None


def _shared_scale(first: str, last: str) -> int:
    """“5 to 7 million” starts at five million."""
    scale = last.lower().split()[-1].removesuffix("s")
    shared = scale in SCALES and scale not in first.lower() and scale not in ("hundred", "dozen")
    plain = first.replace(",", "").replace(".", "").isdigit() or " " not in first
    return SCALES[scale] if shared and plain and (number_value(first) or 0) < 1000 else 1


def _number(match: Match) -> Interval | None:
    value = number_value(match["number"])
    if value is None:
        return None
    if match["short"]:
        value *= SHORT_SCALES[match["short"].lower()]
    return value, value, "exact"


_READERS = {
    "couple": _couple, "few": _few, "vague": _vague, "quarter": _quarter,
    "fraction": _fraction, "half": _half,
    "one_scale": _one_scale, "from": _between, "low": _low_high, "number": _number,
}  # fmt: skip


def _hedged(interval: Interval, match: Match) -> tuple[float | None, float | None, Hedge]:
    """The interval as the hedge opens it: "more than" has no upper end, "up to" no lower one."""
    low, high, own = interval
    hedge = _hedge(match)
    if hedge in ("at_least", "more_than"):
        return low, None, hedge
    if hedge in ("at_most", "less_than"):
        return None, high, hedge
    return low, high, own if own == "range" or hedge is None else hedge


def _hedge(match: Match) -> Hedge | None:
    words = " ".join((match["hedge"] or "").lower().split())
    if words:
        return lexicon.HEDGES[words]
    suffix = " ".join((match["suffix"] or "").lower().split())
    if suffix:
        return lexicon.SUFFIXES[suffix]
    return "about" if match["article"] else None
