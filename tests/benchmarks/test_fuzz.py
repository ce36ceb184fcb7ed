from __future__ import annotations

import random

import pytest

from benchmarks import fuzz as fuzzer
from benchmarks.fuzz import fuzz, inputs, mutated, read_all
from benchmarks.kinds import samples


def test_a_thousand_mutated_files_of_all_kinds() -> None:
    outcome = fuzz(1000)
    assert outcome.failures == []
    assert outcome.inputs == 1000
    assert outcome.documents > 300  # mutation leaves enough to read


@pytest.mark.parametrize("name", samples())
def test_every_sample_is_read(name: str) -> None:
    documents, _ = read_all(name, samples()[name])
    assert documents >= 1


def test_the_same_seed_makes_the_same_inputs() -> None:
    assert list(inputs(40, 3)) == list(inputs(40, 3))
    assert list(inputs(40, 3)) != list(inputs(40, 4))


def test_an_input_is_changed() -> None:
    data = samples()["text.txt"]
    assert any(mutated(data, [data], random.Random(n)) != data for n in range(3))


def test_a_broken_promise_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(name: str, data: bytes) -> tuple[int, int]:
        raise ZeroDivisionError(f"{name} {len(data)}")

    monkeypatch.setattr(fuzzer, "read_all", fails)
    outcome = fuzz(2)
    assert [failure.split()[0] for failure in outcome.failures] == ["0:0", "0:1"]
