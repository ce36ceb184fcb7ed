from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator, ValidationError

from headwater.export import annotation_schema
from headwater.records import Reading
from headwater.records.annotation import LISTS, annotation
from headwater.stream import failure
from readings import any_readings, reading

SCHEMA = annotation_schema()
VALIDATOR = Draft202012Validator(SCHEMA)


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@settings(max_examples=30)
@given(any_readings())
def test_every_annotation_follows_the_schema(one: Reading) -> None:
    VALIDATOR.validate(json.loads(json.dumps(one.to_dict())))


def test_an_error_follows_the_schema() -> None:
    VALIDATOR.validate(failure(None, "the line is not JSON"))


@pytest.mark.parametrize(
    ("name", "value"), [("schema", "headwater/2"), ("attributions", [{}]), ("problems", None), ("id", 3)]
)
def test_what_is_no_annotation_does_not(name: str, value: object) -> None:
    with pytest.raises(ValidationError):
        VALIDATOR.validate(reading().to_dict() | {name: value})


def test_an_annotation_has_the_contracts_keys_in_its_order() -> None:
    lists = [
        "parts",
        "stance",
        "entities",
        "mentions",
        "times",
        "figures",
        "attributions",
        "forecasts",
        "events",
    ]
    assert list(reading().to_dict()) == ["schema", "id", "outlet", "published", *lists, "problems"]


@pytest.mark.parametrize("station", LISTS)
def test_only_lists_of_the_stations_that_ran_are_given(station: str) -> None:
    lists = set(annotation(reading(), {station})) - {"schema", "id", "outlet", "published", "problems"}
    assert lists == set(LISTS[station])


def test_the_id_is_the_one_that_was_given() -> None:
    assert reading().to_dict()["id"] == "lowhaven.txt"
