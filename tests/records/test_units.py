"""Measures in one unit each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.reading.figures.lexicon import MEASURES
from headwater.records import Figure, Span
from headwater.records.units import in_base_unit


def figure(low: float, high: float, unit: str, of: str) -> Figure:
    return Figure(Span(0, 1), low, high, "range", unit, of)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("of", "unit"), sorted({m for m in MEASURES.values() if m[0] in ("distance", "weight")})
)
def test_every_distance_and_weight_has_a_base_unit(of: str, unit: str) -> None:
    assert in_base_unit(figure(1, 2, unit, of)) is not None


@given(st.floats(0, 1e6), st.floats(0, 1e6))
def test_order_is_kept(one: float, other: float) -> None:
    low, high = sorted((one, other))
    found = in_base_unit(figure(low, high, "mi", "distance"))
    assert found is not None
    assert found[0] is not None
    assert found[1] is not None
    assert found[0] <= found[1]
    assert found[2] == "m"
