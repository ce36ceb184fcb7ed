"""Measures in one unit each, so that amounts told in different ones can be compared."""

from __future__ import annotations

from headwater.records.marks import Figure

_BASE: dict[str, tuple[float, str]] = {
    "km": (1000.0, "m"),
    "m": (1.0, "m"),
    "cm": (0.01, "m"),
    "mm": (0.001, "m"),
    "mi": (1609.344, "m"),
    "nmi": (1852.0, "m"),
    "yd": (0.9144, "m"),
    "ft": (0.3048, "m"),
    "in": (0.0254, "m"),
    "kg": (1.0, "kg"),
    "g": (0.001, "kg"),
    "t": (1000.0, "kg"),
    "lb": (0.45359237, "kg"),
    "oz": (0.028349523125, "kg"),
}
"""Exact by definition (SI; the international yard and pound of 1959). A "ton" is read as 1,000 kg: those of
907 and 1,016 kg are not told apart by the word."""


def in_base_unit(figure: Figure) -> tuple[float | None, float | None, str] | None:
    """Lower bound, upper bound and unit (``m`` or ``kg``) of a distance or weight; ``None`` for all else.

    Money is left as it is told: there are no rates offline.
    """
    if figure.of not in ("distance", "weight") or figure.unit not in _BASE:
        return None
    factor, unit = _BASE[figure.unit]
    return _times(figure.low, factor), _times(figure.high, factor), unit


def _times(bound: float | None, factor: float) -> float | None:
    return None if bound is None else round(bound * factor, 6)
