"""Judges' verdicts on chains of fresh articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.judged.verdicts import (
    FOLDER,
    NOBODY,
    RIGHT,
    WRONG,
    Item,
    Sample,
    read_development,
    read_samples,
)


def sample(*verdicts: tuple[str, str]) -> Sample:
    return Sample("sample", tuple(Item("k", pair) for pair in verdicts))


def test_the_share_of_a_verdict_is_of_one_judge() -> None:
    told = sample(("OK", "OK-SHORT"), ("WRONG", "OK"), ("NOT", "NOT"), ("OK", "OK"))
    assert [told.share(judge, frozenset((WRONG,))) for judge in (0, 1)] == [0.25, 0.0]
    assert [told.share(judge, RIGHT) for judge in (0, 1)] == [0.5, 0.75]
    assert told.share(1, frozenset((NOBODY,))) == 0.25


def test_how_far_judges_agree() -> None:
    # Alike in 3 of 4; by chance 2/4 * 3/4 + 1/4 * 1/4 of each kind.
    told = sample(("OK", "OK-SHORT"), ("WRONG", "OK"), ("NOT", "NOT"), ("OK", "OK"))
    assert told.alike() == 0.75
    chance = (2 * 3 + 1 * 0 + 1 * 1) / 16
    assert told.kappa() == pytest.approx((0.75 - chance) / (1 - chance))
    assert sample(("OK", "OK")).kappa() == 1.0


def test_an_unknown_verdict_is_told(tmp_path: Path) -> None:
    (tmp_path / "sample-9.tsv").write_text("item\tarticle\tfirst\tsecond\n1\tk\tOK\tFINE\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"sample-9.tsv.*FINE"):
        list(read_samples(tmp_path))


def test_the_samples_share_no_article() -> None:
    articles = [{one.article for one in s.items} for s in read_samples(FOLDER)]
    assert len(articles) > 1
    assert sum(map(len, articles)) == len(set().union(*articles))


def test_no_sample_shares_an_article_with_the_development_set() -> None:
    developed = {one.article for one in read_development()}
    assert developed
    assert not developed & {one.article for s in read_samples() for one in s.items}


def test_an_unknown_class_is_told(tmp_path: Path) -> None:
    rows = "item\tarticle\tverdict\tclass\tcue\tcontent\tchain\n1\tk\tWRONG\tODD\t4\t9\tab12cd34\n"
    (tmp_path / "development.tsv").write_text(rows, encoding="utf-8")
    with pytest.raises(ValueError, match="ODD"):
        read_development(tmp_path)
