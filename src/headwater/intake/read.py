"""A source becomes documents. Pure: the same source gives the same intake."""

from __future__ import annotations

import hashlib

from headwater.intake.intake import Intake, document_problems
from headwater.intake.lines import BadLine, document_of_record, parse_lines
from headwater.intake.plain import read_text
from headwater.intake.source import Source
from headwater.records import Problem


def read_source(source: Source) -> Intake:
    """Read one source into documents and problems.

    A source that cannot be read never raises: it gives no document and a
    problem of code ``source_unreadable`` or ``line_unreadable``.
    """
    readers = {"html": _read_html, "text": read_text, "record": _read_record}
    try:
        return readers[source.kind](source)
    except Exception as error:
        return Intake(source, (), (_unreadable(error),))


def _unreadable(error: Exception) -> Problem:
    reason = " ".join(f"{type(error).__name__}: {error}".split())[:300]
    todo = "open it in a browser, copy the article, and add it as a plain text file"
    return Problem("source_unreadable", f"the source could not be read ({reason})", todo)


def _read_html(source: Source) -> Intake:
    # Imported on first need: the page reader takes half a second to load, which a pile of text need not pay.
    from headwater.intake.html import read_html  # noqa: PLC0415

    return read_html(source)


def _read_record(source: Source) -> Intake:
    line = next(parse_lines([source.data]), BadLine(None, "the line is blank"))
    if isinstance(line, BadLine):
        todo = "mend the line and read the file again"
        return Intake(source, (), (Problem("line_unreadable", line.error, todo),))
    sha256 = hashlib.sha256(source.data).hexdigest()
    document = document_of_record(line, source.given, sha256)
    return Intake(source, (document,), document_problems(document))
