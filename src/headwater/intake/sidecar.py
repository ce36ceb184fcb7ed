"""A sidecar: ``<file name>.meta.json`` beside a file states what the file does not."""

from __future__ import annotations

import json
from pathlib import Path

from headwater.intake.given import GIVEN_NAMES, Given, not_a_date
from headwater.intake.moments import iso_moment
from headwater.records import Problem

ENDING = ".meta.json"
_TODO = f"keep to the keys {', '.join(GIVEN_NAMES)}, each with a string"


def sidecar_of(path: Path) -> tuple[Given, tuple[Problem, ...]]:
    """What the sidecar of ``path`` gives, and what of it cannot be used (code ``sidecar_unusable``)."""
    beside = path.with_name(path.name + ENDING)
    try:
        data = beside.read_bytes()
    except FileNotFoundError:
        return Given(), ()
    except OSError as error:
        return Given(), (_problem(f"the sidecar cannot be opened: {error.strerror}"),)
    return read_sidecar(data)


def read_sidecar(data: bytes) -> tuple[Given, tuple[Problem, ...]]:
    """The facts of a sidecar's bytes; a bad key or value costs itself only."""
    try:
        values = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        return Given(), (_problem(f"the sidecar is not JSON in UTF-8: {error}"),)
    if not isinstance(values, dict):
        return Given(), (_problem("the sidecar holds no object"),)
    facts: dict[str, str] = {}
    problems = []
    for key, value in values.items():
        wrong = _wrong(key, value)
        if wrong is not None:
            problems.append(_problem(f"the sidecar's {wrong}"))
        elif value:
            facts[key] = value
    return Given(**facts), tuple(problems)


def _wrong(key: str, value: object) -> str | None:
    if key not in GIVEN_NAMES:
        return f"key {key!r} is not known"
    if value is None:
        return None
    if not isinstance(value, str):
        return f"{key} is {json.dumps(value)[:60]}, which is no string"
    if any("\ud800" <= sign <= "\udfff" for sign in value):
        return f"{key} holds half of a surrogate pair"
    if key == "published" and value and iso_moment(value) is None:
        return not_a_date(value)
    return None


def _problem(what: str) -> Problem:
    return Problem("sidecar_unusable", what, _TODO)
