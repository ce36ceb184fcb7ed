"""Records to JSON values and back, without loss.

A record becomes an object with its fields in order. Two rules make the
contract's shapes: a field named ``span`` is written as ``start`` and ``end``,
every other :class:`Span` as the pair ``[start, end]``. ``made`` is left out
where it is ``None``.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from headwater.records.spans import Span

Record = TypeVar("Record")
FLAT = "span"
OPTIONAL_KEYS = frozenset({"made"})
_PLAIN = frozenset({NoneType, str, int, float, bool})


def field_types(record: Any) -> dict[str, Any]:
    """The resolved type of each field of a record class, in order."""
    return _field_types(record)


@cache
def _field_types(record: Any) -> dict[str, Any]:
    hints = get_type_hints(record)
    return {f.name: hints[f.name] for f in fields(record)}


def without_none(kind: Any) -> Any:
    """``X`` for ``X | None``; any other type unchanged."""
    if get_origin(kind) in (Union, UnionType):
        rest = [k for k in get_args(kind) if k is not NoneType]
        if len(rest) == 1:
            return rest[0]
    return kind


def to_json(value: Any) -> Any:
    """``value`` as dicts, lists, strings, numbers, booleans and ``None``."""
    if type(value) in _PLAIN:  # as most are
        return value
    if isinstance(value, Span):
        return [value.start, value.end]
    if is_dataclass(value) and not isinstance(value, type):
        return _record_to_json(value)
    if isinstance(value, tuple | list):
        return [to_json(item) for item in value]
    return value


def json_text(value: Any) -> str:
    """JSON text of ``value`` on one line, escaped only where UTF-8 cannot hold it (lone surrogates).

    Raises:
        ValueError: for a number that JSON does not have, such as infinity.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return text if encodable(text) else json.dumps(value, allow_nan=False)


def json_line(value: Any) -> str:
    """One line of JSON Lines, with its line feed."""
    return json_text(value) + "\n"


def encodable(text: str) -> bool:
    """Whether UTF-8 can hold ``text``, which it cannot with lone surrogates in it."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _record_to_json(record: Any) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for name in field_types(type(record)):
        value = getattr(record, name)
        if name == FLAT:
            out["start"] = value.start if value else None
            out["end"] = value.end if value else None
        elif not (value is None and name in OPTIONAL_KEYS):
            out[name] = to_json(value)
    return out


def from_json(kind: type[Record], data: Any) -> Record:
    """The record of class ``kind`` that :func:`to_json` wrote as ``data``.

    Unknown keys are ignored; missing ones take the field's default.

    Raises:
        ValueError, TypeError: where ``data`` does not make a valid record.
    """
    if not isinstance(data, dict):
        raise TypeError(f"{kind.__name__} is read from an object, not from {type(data).__name__}")
    values: dict[str, Any] = {}
    for name, hint in field_types(kind).items():
        if name == FLAT and "start" in data:
            values[name] = _flat_span(data)
        elif name in data:
            values[name] = _value(hint, data[name])
    return kind(**values)


def _flat_span(data: dict[str, Any]) -> Span | None:
    return None if data["start"] is None else Span(data["start"], data["end"])


def _value(hint: Any, data: Any) -> Any:
    hint = without_none(hint)
    if data is None:
        return None
    if hint is Span:
        return Span(*data)
    if is_dataclass(hint):
        return from_json(hint, data)  # type: ignore[arg-type]
    if get_origin(hint) is tuple:
        return tuple(_value(get_args(hint)[0], item) for item in data)
    if get_origin(hint) is Literal or hint in (str, int, float, bool):
        return data
    raise TypeError(f"no rule reads {hint} from JSON")
