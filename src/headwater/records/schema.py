"""JSON Schema of what the codec writes, worked out from the record types."""

from __future__ import annotations

from dataclasses import is_dataclass
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from headwater.records.codec import FLAT, OPTIONAL_KEYS, field_types

_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}
_OFFSET = {"type": "integer", "minimum": 0}
_PAIR = {"type": "array", "prefixItems": [_OFFSET, _OFFSET], "minItems": 2, "maxItems": 2}


def schema_of(hint: Any) -> dict[str, Any]:
    """The JSON Schema (2020-12) of values of a record class or field type.

    Raises:
        TypeError: for a type that the codec does not write.
    """
    if is_dataclass(hint):
        return _PAIR if getattr(hint, "__name__", "") == "Span" else _record_schema(hint)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return {"anyOf": [schema_of(a) for a in arguments]}
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple:
        return {"type": "array", "items": schema_of(arguments[0])}
    if hint in _PLAIN:
        return {"type": _PLAIN[hint]}
    raise TypeError(f"no JSON Schema for {hint}")


def _record_schema(record: Any) -> dict[str, Any]:
    properties: dict[str, Any] = {}
    for name, hint in field_types(record).items():
        if name == FLAT:
            offset = {"anyOf": [_OFFSET, {"type": "null"}]} if NoneType in get_args(hint) else _OFFSET
            properties |= {"start": offset, "end": offset}
        else:
            properties[name] = schema_of(hint)
    required = [name for name in properties if name not in OPTIONAL_KEYS]
    return {"type": "object", "properties": properties, "required": required}
