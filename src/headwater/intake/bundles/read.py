"""An entry becomes a document."""

from __future__ import annotations

from dataclasses import replace

from headwater.intake.bundles.entry import Entry
from headwater.intake.compose import Piece, compose
from headwater.intake.fragment import fragment_pieces
from headwater.intake.intake import Intake
from headwater.intake.result import intake_of
from headwater.intake.source import Source
from headwater.records import Problem


def read_entry(source: Source) -> Intake:
    """The document of one article out of a file of many.

    Plain text is taken to the code point; paragraphs and pieces of pages get
    hints. The source key is the entry's own, also where a person gave an
    address: many articles never share one. An article that has an id of its
    own is named by it, one without by its place in the file.
    """
    entry = Entry.from_bytes(source.data)
    if entry.id is not None:
        # Another file may hold the same article; which of them was read first must not show.
        source = replace(source, name=entry.id)
    if entry.text is not None:
        return intake_of(source, entry.text, facts=entry.stated, key=source.key)
    pieces, problems = _pieces(entry, source.given.title or entry.title)
    text, hints = compose(pieces)
    return intake_of(source, text, hints, entry.stated, problems, source.key)


def _pieces(entry: Entry, title: str | None) -> tuple[list[Piece], list[Problem | None]]:
    if entry.html is not None:
        return fragment_pieces(entry.html, title, entry.author)
    pieces = [Piece(title, "headline")] if title else []
    pieces += [Piece(entry.dek, "dek")] if entry.dek else []
    return pieces + [Piece(text, "paragraph") for text in entry.paragraphs if text], []
