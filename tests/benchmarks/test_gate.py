from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.gate import FLOORS, SUITES, TOLERANCE, Suite, faults, lifted, main
from benchmarks.measures import Counts


def counts(share: float) -> Counts:
    right = round(share * 100)
    return Counts(right, 100, right, 100)


class Bench:
    """A suite with one file and one measure, both to be changed by the test."""

    def __init__(self, folder: Path) -> None:
        self.gold = folder / "gold.txt"
        self.gold.write_text("gold", encoding="utf-8")
        self.floors = folder / "floors.json"
        self.floors.write_text("{}", encoding="utf-8")
        self.value = 0.5
        self.documents = 1

    def run(self, *arguments: str) -> int:
        inputs = [self.gold] if self.gold.exists() else []
        suite = Suite(lambda: inputs, lambda: {"f1": [counts(self.value)] * self.documents}, small=True)
        large = Suite(list, dict)
        return main([*arguments], path=self.floors, suites={"some": suite, "large": large})

    def held(self) -> Any:
        return json.loads(self.floors.read_text(encoding="utf-8"))


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def test_what_stands_on_its_floor_passes(bench: Bench) -> None:
    assert bench.run("--raise") == 0
    assert bench.held()["some"]["floors"] == {"f1": 0.5}
    assert bench.run() == 0


def test_what_falls_below_its_floor_is_named(bench: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    bench.run("--raise")
    bench.value = 0.45
    assert bench.run() == 1
    assert "some: f1: 0.4500 is below its floor of 0.5000" in capsys.readouterr().out


def test_the_tolerance_is_allowed_and_no_more() -> None:
    assert not list(faults({"f1": 0.5}, {"f1": 0.5 - TOLERANCE + 1e-9}))
    assert list(faults({"f1": 0.5}, {"f1": 0.5 - TOLERANCE - 1e-6}))


def test_a_measure_that_is_gone_is_a_fault() -> None:
    assert list(faults({"f1": 0.5}, {})) == ["f1: has a floor of 0.5000, but was not measured"]


def test_a_floor_is_not_lowered_without_the_flag(bench: Bench) -> None:
    bench.run("--raise")
    bench.value = 0.4
    assert bench.run("--raise") == 1
    assert bench.held()["some"]["floors"] == {"f1": 0.5}
    assert bench.run("--lower") == 0
    assert bench.held()["some"]["floors"] == {"f1": 0.4}


def test_a_plain_run_writes_nothing(bench: Bench) -> None:
    assert bench.run() == 0
    assert bench.held() == {}


def test_floors_do_not_speak_of_other_gold(bench: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    bench.run("--raise")
    bench.gold.write_text("other gold", encoding="utf-8")
    assert bench.run() == 1
    assert bench.run("--raise") == 1
    assert "not what the floors were set on" in capsys.readouterr().out
    assert bench.run("--lower") == 0
    assert bench.run() == 0


def test_absent_gold_is_said_and_passes(bench: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    bench.run("--raise")
    bench.gold.unlink()
    assert bench.run() == 0
    assert "skipped" in capsys.readouterr().out
    assert bench.held()["some"]["floors"] == {"f1": 0.5}


def test_a_figure_over_several_documents_has_its_interval(
    bench: Bench, capsys: pytest.CaptureFixture[str]
) -> None:
    bench.run()
    assert "[" not in capsys.readouterr().out
    bench.documents = 8
    bench.run()
    assert "0.5000 [0.5000, 0.5000]" in capsys.readouterr().out


def test_suites_can_be_chosen(bench: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    bench.run("--small")
    assert "large" not in capsys.readouterr().out
    bench.run("--suite", "large")
    assert "some" not in capsys.readouterr().out


def test_every_measure_is_defined_in_the_docs(root: Path) -> None:
    defined = (root / "docs" / "measures.md").read_text(encoding="utf-8")
    held = json.loads(FLOORS.read_text(encoding="utf-8"))
    names = {name for suite in held.values() for name in suite["floors"]}
    assert names
    assert not [name for name in sorted(names) if f"`{name}`" not in defined]
    assert not [name for name in SUITES if f"`{name}`" not in defined]


def test_floors_are_cut_never_rounded_up() -> None:
    assert lifted({}, {"f1": 0.69999}, lower=False) == {"f1": 0.6999}


def test_the_floors_in_the_tree_belong_to_suites() -> None:
    held = json.loads(FLOORS.read_text(encoding="utf-8"))
    assert set(held) <= set(SUITES)
    for suite in held.values():
        assert set(suite) == {"digest", "floors"}
        assert all(0 <= floor <= 1 for floor in suite["floors"].values())
