"""Whole windows and half ones: the scores of both, averaged."""

from __future__ import annotations

import numpy as np
import pytest

from headwater.models import reader
from headwater.models.pieces import pieces_of
from headwater.models.session import Reader
from headwater.records import Span

_LINE = "Mayor Ada Roe said on Monday that the old pier in the harbour was not safe. "


@pytest.fixture(scope="module")
def opened() -> Reader:
    found = reader()
    assert found is not None
    return found


def test_a_short_text_is_read_once(opened: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = []
    kept = Reader._run

    def run(self: Reader, pieces: object, window: object) -> object:
        ran.append(window)
        return kept(self, pieces, window)  # type: ignore[arg-type]

    monkeypatch.setattr(Reader, "_run", run)
    opened.hear(_LINE, [Span(0, len(_LINE))], [])
    assert len(ran) == 1
    ran.clear()
    long = _LINE * 15
    opened.hear(long, [Span(0, len(long))], [])
    assert len(ran) > 2


def test_the_scores_lie_between_those_of_the_views(opened: Reader) -> None:
    long = _LINE * 15
    pieces = pieces_of(opened._vocabulary, long, [Span(0, len(long))], [])
    whole, half = (opened._scores(pieces, opened._windows(pieces, opened._limit // n), {}) for n in (1, 2))
    mean = opened._averaged(pieces)
    low, high = np.minimum(whole[0], half[0]), np.maximum(whole[0], half[0])
    assert np.all(mean.roles >= low - 1e-4)
    assert np.all(mean.roles <= high + 1e-4)
    assert not np.array_equal(whole[0], half[0])


def test_the_links_multiply_to_the_mean(opened: Reader) -> None:
    long = _LINE * 15
    pieces = pieces_of(opened._vocabulary, long, [Span(0, len(long))], [])
    views = [opened._scores(pieces, opened._windows(pieces, opened._limit // n), {})[-1] for n in (1, 2)]
    rows = [v.reshape(len(pieces), 4, -1) for v in views]
    products = [r[5, 0] @ r[2, 2] / np.sqrt(r.shape[2]) for r in rows]
    links = opened._averaged(pieces).links
    assert links[5, 0] @ links[2, 2] / np.sqrt(links.shape[2]) == pytest.approx(
        0.75 * products[0] + 0.25 * products[1], rel=1e-4
    )
