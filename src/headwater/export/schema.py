"""The JSON Schema of what ``headwater annotate`` writes, worked out from the records."""

from __future__ import annotations

from typing import Any

from headwater.records import Problem, Reading, schema_of
from headwater.records.annotation import ORDER, SCHEMA
from headwater.records.codec import field_types

_TEXT_OR_NULL = {"type": ["string", "null"]}


def annotation_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of one line of output: an annotation, or an error in its place.

    Lists of stations that did not run are missing, so none of them is required.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{SCHEMA.replace('/', ':')}",
        "title": "A line of the output of headwater annotate",
        "anyOf": [_annotation(), _failure()],
    }


def _annotation() -> dict[str, Any]:
    types = field_types(Reading)
    lists = {
        name: schema_of(types[name]) if name in types else {"type": "array", "maxItems": 0} for name in ORDER
    }
    problems = {"type": "array", "items": schema_of(Problem)}
    head = {
        "schema": {"const": SCHEMA},
        "id": {"type": "string"},
        "outlet": _TEXT_OR_NULL,
        "published": _TEXT_OR_NULL,
    }
    return {
        "type": "object",
        "properties": {**head, **lists, "problems": problems},
        "required": [*head, "problems"],
        "not": {"required": ["error"]},
    }


def _failure() -> dict[str, Any]:
    properties = {
        "schema": {"const": SCHEMA},
        "id": _TEXT_OR_NULL,
        "error": {"type": "string", "minLength": 1},
    }
    return {"type": "object", "properties": properties, "required": list(properties)}
