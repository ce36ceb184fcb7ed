"""Weights of trust, learned from examples made by hand."""

from __future__ import annotations

import pytest

from headwater.voices.credit import trust
from training.credit import RAREST, Example, folds, learn, print_costs


def example(article: int, *, sound: bool, **signs: float) -> Example:
    return Example(f"k{article}", {"base": 1.0, **signs}, sound, sound)


EVERY = [
    example(n, sound=n % 3 != 0, **({"asked": 1.0} if n % 3 == 0 else {"heard": 1.0})) for n in range(90)
]


def test_what_goes_with_wrong_voices_weighs_against() -> None:
    weights = learn(EVERY)
    assert weights["asked"] < 0 < weights["heard"]
    assert trust({"base": 1.0, "asked": 1.0}, weights) < 0.5 < trust({"base": 1.0, "heard": 1.0}, weights)


def test_a_rare_sign_weighs_nothing() -> None:
    rare = [example(n, sound=False, odd=1.0) for n in range(RAREST - 1)]
    assert "odd" not in learn(EVERY + rare)
    assert "odd" in learn([*EVERY, *rare, example(99, sound=False, odd=1.0)])


def test_folds_judge_each_by_what_others_gave() -> None:
    trusts = folds(EVERY)
    assert len(trusts) == len(EVERY)
    assert all((t > 0.5) == e.sound for e, t in zip(EVERY, trusts, strict=True))


def test_the_costs_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    print_costs(EVERY, folds(EVERY))
    rows = capsys.readouterr().out.splitlines()
    assert len(rows) == 10
    assert rows[7].split()[:4] == ["0.5", "33.3%", "0.0%", "100.0%"]
