"""JSON Lines in the input form of ``headwater annotate``: one object a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from headwater.intake.given import Given, not_a_date
from headwater.intake.language import language_of
from headwater.intake.moments import iso_moment
from headwater.records import Document, document_id

_BOM = b"\xef\xbb\xbf"
_OPTIONAL = ("title", "published", "outlet", "author", "url")


@dataclass(frozen=True, slots=True)
class Record:
    """One line that can be read. ``text`` is the given text, to the code point.

    ``line`` counts from 1, blank lines included; ``raw`` is the line's bytes.
    """

    id: str
    text: str = field(repr=False)
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    line: int = 1
    raw: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class BadLine:
    """One line that cannot be read.

    ``error`` says what is wrong and how to mend it; ``id`` is the line's id where it could be read.
    """

    id: str | None
    error: str
    line: int = 1


class _LineError(Exception):
    """Carries the message of a bad line, and its id if it was read."""

    def __init__(self, message: str, record_id: str | None = None) -> None:
        super().__init__(message)
        self.record_id = record_id


def parse_lines(data: Iterable[bytes]) -> Iterator[Record | BadLine]:
    """Each nonblank line of ``data`` as a record, or as what is wrong with it.

    Args:
        data: the bytes in any portions (an open binary file will do). Lines are
            split at the line feed alone, so U+2028 or a carriage return does no harm.
    """
    seen: dict[str, int] = {}
    for number, raw in enumerate(_split(data), start=1):
        line = raw.removeprefix(_BOM) if number == 1 else raw
        if not line.strip():
            continue
        try:
            record = _parse_line(line, number)
            if record.id in seen:
                raise _LineError(_taken(record.id, seen[record.id]), record.id)
        except _LineError as error:
            yield BadLine(error.record_id, str(error), number)
        else:
            seen[record.id] = number
            yield record


def _taken(record_id: str, line: int) -> str:
    return f"id {record_id!r} stands on line {line} already; give each line its own id"


def _split(data: Iterable[bytes]) -> Iterator[bytes]:
    rest: list[bytes] = []
    for portion in data:
        *whole, last = portion.split(b"\n")
        for line in whole:
            yield b"".join((*rest, line))
            rest = []
        rest.append(last)
    if any(rest):
        yield b"".join(rest)


def _parse_line(line: bytes, number: int) -> Record:
    values = _object(line)
    record_id = _id(values)
    text = values.get("text")
    if text is None:
        raise _LineError('there is no "text"; every line needs {"id": "...", "text": "..."}', record_id)
    _require_text("text", text, record_id)
    stated = {name: _optional(values, name, record_id) for name in _OPTIONAL}
    if stated["published"] is not None:
        moment = iso_moment(stated["published"])
        if moment is None:
            raise _LineError(not_a_date(stated["published"]), record_id)
        stated["published"] = moment
    return Record(record_id, text, **stated, line=number, raw=line)


def _object(line: bytes) -> dict[str, Any]:
    try:
        value = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise _LineError(f"the line is not UTF-8 (byte {error.start}); save the file as UTF-8") from error
    except RecursionError as error:
        raise _LineError("the line is nested too deeply to be read; give one flat object a line") from error
    except ValueError as error:
        raise _LineError(
            f"the line is not JSON: {error}; write one object a line, without line breaks in it"
        ) from error
    if not isinstance(value, dict):
        raise _LineError(f"the line holds {_kind(value)}, not an object; write {{...}} on each line")
    return value


def _id(values: dict[str, Any]) -> str:
    value = values.get("id")
    if value is None:
        raise _LineError('there is no "id"; every line needs {"id": "...", "text": "..."}')
    _require_text("id", value, None)
    if not value:
        raise _LineError('"id" is empty; give each line its own id')
    return str(value)


def _optional(values: dict[str, Any], name: str, record_id: str) -> str | None:
    value = values.get(name)
    if value is None:
        return None
    _require_text(name, value, record_id)
    return value or None


def _require_text(name: str, value: object, record_id: str | None) -> None:
    if not isinstance(value, str):
        raise _LineError(f'"{name}" is {_kind(value)}; it must be a string in quotation marks', record_id)
    at = next((i for i, sign in enumerate(value) if "\ud800" <= sign <= "\udfff"), None)
    if at is not None:
        code = f"\\u{ord(value[at]):04x}"
        raise _LineError(
            f'"{name}" holds half of a surrogate pair ({code}) at {at}; write the whole sign or none',
            record_id,
        )


def _kind(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")


def document_of_record(record: Record, given: Given | None = None, sha256: str | None = None) -> Document:
    """The document of one record; what the user gave wins over what the record says.

    The given id is source and source key, also where the record states a URL:
    two records with one address stay two documents.
    """
    own = Given(record.outlet, record.author, record.published, record.title, record.url)
    given = given or Given()
    facts = given.over(own)
    return Document(
        id=document_id(record.id, record.text),
        source=record.id,
        source_key=record.id,
        text=record.text,
        url=facts.url,
        outlet=facts.outlet,
        title=facts.title,
        byline=facts.author,
        published=facts.published,
        language=language_of(record.text),
        given=given.names(),
        sha256=sha256,
    )
