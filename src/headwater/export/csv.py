"""CSV for spreadsheets: one file a kind of record.

UTF-8 with a byte order mark, without which Excel takes it for another
encoding (pandas reads it with ``encoding="utf-8-sig"``); lines end with CRLF
as RFC 4180 asks. A cell that a spreadsheet would run as a formula gets a
leading apostrophe (OWASP, "CSV Injection"); numbers of our own do not.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from headwater.casefile import Casefile
from headwater.export.collect import every_row
from headwater.export.folder import filled
from headwater.export.rows import KINDS, Row
from headwater.records.codec import json_text


def _names(words: str) -> tuple[str, ...]:
    return tuple(words.split())


COLUMNS: Mapping[str, tuple[str, ...]] = {
    "documents": _names(
        "id source outlet title byline published url language sha256 given"
        " stance stance_score stance_why text"
    ),
    "parts": _names("id document number start end kind voice reply_to quote made"),
    "entities": _names("id document name type aliases country sector"),
    "mentions": _names("id document number start end type entity form quote"),
    "times": _names("id document number start end type value precision mod basis anchor quote"),
    "figures": _names(
        "id document number start end low high hedge unit of part_of same_as side status window as_of quote"
    ),
    "attributions": _names(
        "id document voices source_words cue_words content_words form sort source_kind polarity"
        " content_negated certainty modality basis basis_words occasion occasion_key occasion_kind"
        " occasion_day occasion_words speakers parent part source cue content basis_spans chain made"
    ),
    "forecasts": _names("id document number start end modality modal part quote made"),
    "events": _names("id type modes contexts actors recipients places modality mentions"),
    "stories": _names("id documents title first last"),
    "copies": _names("id child parent shared external carries kind containment direction evidence"),
    "claims": _names("id story about field value statements origins"),
    "disagreements": _names("id kind claims left right explanation"),
    "judgements": _names("id kind source_key quote prefix suffix values verdict by at note"),
    "problems": _names("id document source code what todo start end"),
}
"""The columns of each file; kinds that nothing reads yet have their heads already."""

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def write_csv(casefile: Casefile, folder: Path) -> None:
    """Write one CSV a kind of record, also the empty ones.

    Lists of words are joined with ``; ``, broken quotations with `` … ``, a
    chain of voices with `` <- ``; everything else that is nested is JSON. Half
    a surrogate pair, which UTF-8 cannot hold, is written as its escape.

    Raises:
        InputError: where ``folder`` holds other things or cannot be written.
        CasefileError: where the casefile cannot be read.
    """
    with filled(folder) as draft, ExitStack() as stack:
        writers = {}
        for kind in KINDS:
            path = draft / f"{kind}.csv"
            file = stack.enter_context(
                path.open("w", encoding="utf-8-sig", errors="backslashreplace", newline="")
            )
            writers[kind] = csv.writer(file)
            writers[kind].writerow(COLUMNS[kind])
        for kind, row in every_row(casefile):
            values = _readable(row)
            writers[kind].writerow([cell(values.get(name)) for name in COLUMNS[kind]])
        stack.close()


def _readable(row: Row) -> Row:
    """``row`` with the words of an attribution, and a document's stance, in columns of their own."""
    if "stance" in row:
        stance = row["stance"]
        why = [reason["what"] for reason in stance["why"]]
        return {**row, "stance": stance["kind"], "stance_score": stance["score"], "stance_why": why}
    if "quotes" not in row:
        return row
    words = {f"{role}_words": " … ".join(quotes) for role, quotes in row["quotes"].items()}
    occasion = {f"occasion_{name}": value for name, value in (row["occasion"] or {}).items()}
    return {**row, **words, **occasion, "voices": " <- ".join(link["label"] for link in row["chain"])}


def cell(value: object) -> str | int | float:
    """What stands in the cell of ``value``; text that would run as a formula is defused."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return value
    text = value if isinstance(value, str) else _joined(value)
    return f"'{text}" if text.startswith(_DANGEROUS) else text


def _joined(value: object) -> str:
    if isinstance(value, Sequence) and all(isinstance(item, str) for item in value):
        return "; ".join(value)
    return json_text(value)
