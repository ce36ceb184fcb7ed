from __future__ import annotations

import pytest

from headwater import work
from headwater.intake import Source
from headwater.pool import WorkerDied
from headwater.records import Document, InputError, Reading
from headwater.work import ALL, Work, or_problem, read_through, with_needs

PAGE = Source(
    "a.txt", "pile/a.txt", b"The mayor of Lowhaven said on Tuesday that the bridge was safe.", "text"
)


def test_what_intake_noted_stands_with_the_document() -> None:
    (reading,) = read_through(PAGE).readings
    assert reading.document.source_key == "a.txt"
    assert "no_publication_date" in [p.code for p in reading.problems]


def test_a_source_without_document_gives_its_problems() -> None:
    found = read_through(Source("1", "pile.jsonl:1", b"{", "record"))
    assert found.readings == ()
    assert [p.code for p in found.problems] == ["line_unreadable"]


def test_a_fault_of_a_station_costs_its_document_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(document: Document, stations: frozenset[str]) -> Reading:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr(work, "read_document", fails)
    found = read_through(PAGE)
    assert found.failed
    assert found.readings[0].document.text == PAGE.data.decode()
    problem = found.readings[0].problems[-1]
    assert problem.code == "station_failed"
    assert "ZeroDivisionError: by nought" in problem.what


def test_a_dead_worker_becomes_a_problem() -> None:
    found = or_problem(WorkerDied())
    assert found.failed
    assert [p.code for p in found.problems] == ["worker_died"]
    assert or_problem(Work()) == Work()


@pytest.mark.parametrize(
    ("named", "ran"),
    [
        ([], ALL),
        (["reading"], {"reading"}),
        (["parts"], {"reading", "parts"}),
        (["voices", "reading"], {"reading", "parts", "voices"}),
        (["events"], ALL),
    ],
)
def test_a_station_brings_what_it_needs(named: list[str], ran: set[str]) -> None:
    assert with_needs(named) == ran


def test_what_is_no_station_is_named() -> None:
    with pytest.raises(InputError, match=r"no station 'sports'.*reading, parts, voices, events"):
        with_needs(["voices", "sports"])
