"""Plain text: taken as it is."""

from __future__ import annotations

import hashlib

from headwater.intake.charset import decode_text
from headwater.intake.intake import Intake, document_problems
from headwater.intake.language import language_of
from headwater.intake.source import Source
from headwater.records import Document, Problem, document_id


def read_text(source: Source) -> Intake:
    """The document of a plain text: the decoded text to the code point, no hints, no facts but the given."""
    decoded = decode_text(source.data)
    given = source.given
    key = given.url or source.key
    document = Document(
        id=document_id(key, decoded.text),
        source=source.name,
        source_key=key,
        text=decoded.text,
        url=given.url,
        outlet=given.outlet,
        title=given.title,
        byline=given.author,
        published=given.published,
        language=language_of(decoded.text),
        given=given.names(),
        sha256=hashlib.sha256(source.data).hexdigest(),
    )
    problems: tuple[Problem, ...] = (decoded.problem,) if decoded.problem else ()
    return Intake(source, (document,), problems + document_problems(document))
