from __future__ import annotations

from typing import get_args

import pytest

from headwater.reading.gazetteer import first_names, known_names, longest_known, look_up, outlet_of
from headwater.records.vocabulary import EntityType


@pytest.mark.parametrize(
    ("name", "full", "kind", "country"),
    [
        ("Kyiv", "Kyiv", "location", "UKR"),
        ("Ukrainian", "Ukrainian", "nationality", "UKR"),
        ("the Pentagon", "Pentagon", "organisation", "USA"),
        ("The Kremlin", "Kremlin", "organisation", "RUS"),
        ("AP", "Associated Press", "organisation", None),
    ],
)
def test_known_names(name: str, full: str, kind: str, country: str | None) -> None:
    known = look_up(name)
    assert known is not None
    assert (known.name, known.type, known.country) == (full, kind, country)


def test_other_names_are_unknown() -> None:
    assert look_up("Korvessa") is None
    assert look_up("kyiv") is None
    assert look_up("") is None


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("WSJ", "Wall Street Journal"),
        ("the Associated Press", "Associated Press"),
        ("Pentagon", None),
        ("Orvapress", None),
    ],
)
def test_outlets(name: str, outlet: str | None) -> None:
    assert outlet_of(name) == outlet


def test_every_row_of_the_tables_is_whole() -> None:
    for name, known in known_names().items():
        assert name
        assert name == name.strip()
        assert known.name
        assert known.type in get_args(EntityType)
        assert known.country is None or (len(known.country) == 3 and known.country.isupper())
        assert len(name.split()) <= longest_known()


def test_first_names_are_single_capitalised_words() -> None:
    assert first_names()
    assert all(n[0].isupper() and " " not in n for n in first_names())
