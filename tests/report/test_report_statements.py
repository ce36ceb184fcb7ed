"""Statements as the page shows them."""

from __future__ import annotations

from headwater.records import ChainLink
from headwater.report.statements import each_once


def test_a_voice_that_repeats_itself_stands_once() -> None:
    page, roe, other = (
        ChainLink("Courier", "e1", "page"),
        ChainLink("Roe", "e2", "speaker"),
        ChainLink("Marn", "e3", "speaker"),
    )
    assert each_once((page, roe, roe)) == (page, roe)
    assert each_once((page, roe, other, roe)) == (page, roe, other, roe)
