from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from headwater import records
from headwater.records import (
    Attribution,
    ChainLink,
    Document,
    Evidence,
    Figure,
    Part,
    Problem,
    Reading,
    Span,
    Time,
    document_id,
    from_json,
    schema_of,
    to_json,
)
from headwater.records.codec import field_types
from strategies import RECORDS, documents, record, spans


def through_json(value: object) -> Any:
    return json.loads(json.dumps(to_json(value), ensure_ascii=True))


@pytest.mark.parametrize("kind", RECORDS)
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_every_record_comes_back_unchanged_and_fits_its_schema(kind: type[Any], data: st.DataObject) -> None:
    original = data.draw(record(kind))
    written = through_json(original)
    assert from_json(kind, written) == original
    Draft202012Validator(schema_of(kind)).validate(written)


@pytest.mark.parametrize("kind", [*RECORDS, Reading])
def test_schemas_are_valid_and_name_every_field(kind: type[Any]) -> None:
    schema = schema_of(kind)
    Draft202012Validator.check_schema(schema)
    named = {f.name for f in fields(kind)} - {"span"}
    assert named <= set(schema["properties"])


def test_every_public_record_is_drawn_by_the_tests() -> None:
    public = {getattr(records, name) for name in records.__all__}
    dataclasses = {kind for kind in public if hasattr(kind, "__dataclass_fields__")}
    assert dataclasses == {*RECORDS, Reading, Span}


@given(documents(), st.data())
def test_any_text_survives_span_evidence_and_json(document: Document, data: st.DataObject) -> None:
    cited = Evidence.cite(document, data.draw(spans(len(document.text))))
    back, same = from_json(Evidence, through_json(cited)), from_json(Document, through_json(document))
    back.check(same)
    assert same.text == document.text
    assert back.span.of(same.text) == back.quote == cited.quote


@given(documents())
def test_a_record_is_one_line_of_json_lines(document: Document) -> None:
    line = json.dumps(to_json(document), ensure_ascii=False)
    assert "\n" not in line
    assert from_json(Document, json.loads(line)) == document


def test_spans_are_written_in_the_shapes_of_the_contract() -> None:
    attribution = Attribution(
        id="a1",
        content=(Span(0, 4), Span(9, 12)),
        cue=(Span(5, 8),),
        source=(),
        form="indirect",
        sort="statement",
        source_kind="implicit",
        speakers=(),
        polarity="asserts",
        content_negated=False,
        certainty="certain",
        parent=None,
        part=0,
        chain=(ChainLink("this page", None, "page"),),
    )
    written = to_json(attribution)
    assert written["content"] == [[0, 4], [9, 12]]
    assert written["source"] == []
    assert written["chain"] == [{"label": "this page", "entity": None, "kind": "page"}]
    assert "made" not in written
    part = to_json(Part(Span(0, 25), "body"))
    assert part == {"start": 0, "end": 25, "kind": "body", "voice": None, "reply_to": None}


def test_a_problem_without_a_place_has_null_offsets() -> None:
    problem = Problem("empty", "there is no text")
    assert to_json(problem) == {
        "code": "empty",
        "what": "there is no text",
        "todo": "",
        "start": None,
        "end": None,
    }
    assert from_json(Problem, to_json(problem)) == problem


def test_unknown_keys_are_ignored_and_missing_ones_take_their_default() -> None:
    given_keys = {"start": 0, "end": 2, "kind": "body", "colour": "red"}
    assert from_json(Part, given_keys) == Part(Span(0, 2), "body")


@pytest.mark.parametrize("data", [[], "x", None, 3])
def test_what_is_no_object_is_refused(data: object) -> None:
    with pytest.raises(TypeError, match="read from an object"):
        from_json(Part, data)


def test_what_breaks_a_rule_is_refused_on_the_way_in() -> None:
    with pytest.raises(ValueError, match="must be one of"):
        from_json(Part, {"start": 0, "end": 2, "kind": "chapter"})
    with pytest.raises(TypeError, match="missing"):
        from_json(Figure, {"start": 0, "end": 2})
    key = {"id": document_id("k", "text"), "source": "k", "source_key": "k"}
    assert from_json(Document, {**key, "text": "text"}).text == "text"
    with pytest.raises(ValueError, match="is not the digest"):
        from_json(Document, {**key, "text": "another text"})


def test_a_type_without_a_rule_is_named() -> None:
    with pytest.raises(TypeError, match="no JSON Schema"):
        schema_of(bytes)


def test_fields_stand_in_the_order_of_the_class() -> None:
    time = Time(Span(0, 3), "date", "2024", "year", None, "explicit")
    keys = [k for k in to_json(time) if k not in ("start", "end")]
    assert keys == [name for name in field_types(Time) if name != "span"]
