"""Invented pages, read up to their parts."""

from __future__ import annotations

from typing import Any

from headwater.opinion import find_stance
from headwater.parts import find_parts
from headwater.reading.quotes import quotes
from headwater.reading.sentences import paragraphs, sentences
from headwater.records import Document, Marks, Part, Stance, document_id

COLUMN = """The bridge we deserve

I have crossed the Low Bridge every morning for twenty years, and every morning I ask myself the \
same thing. Who is this council working for? It should be ashamed. We pay our tolls, we sit in our \
cars, and we wait.

You know the answer as well as I do. The harbour board will close the bridge within a year. It must \
not come to that, and yet I see nobody who would stop it. Of course the mayor calls her plan "a gift \
to the town". I call it absurd.

Perhaps my neighbours are more patient than I am. Should we be? The ferry is old, the road is worse, \
and the council simply looks away while our town falls apart."""

REPORT = """Lowhaven bridge to close for repairs

LOWHAVEN (ORA) - The harbour board said on Tuesday that the Low Bridge would close in March for \
repairs.

"We have no choice," board chief Ada Lorn told reporters on Monday. She said the work was planned \
for a year.

The mayor's office said it had been told of the plan on Friday. A union of ferry crews announced a \
strike, and police said they had reported the traffic to the ministry. The ministry declined to \
comment on Tuesday.

Two cracks were found last week, the board said. It added that nobody was hurt. The bridge was \
opened in 1970."""


def document(text: str, **values: Any) -> Document:
    """A document of an invented page."""
    return Document(document_id("page", text), "page", "page", text, **values)


def marks(text: str) -> Marks:
    """Paragraphs, sentences and quotations of a text."""
    blocks = paragraphs(text)
    return Marks(blocks, sentences(text, blocks), quotes(text, blocks), (), (), ())


def parts(of: Document) -> tuple[Part, ...]:
    """The parts of a document."""
    return find_parts(of, marks(of.text))


def stance(text: str, **values: Any) -> Stance:
    """The stance of a page."""
    of = document(text, **values)
    return find_stance(of, marks(text), parts(of))


def points(of: Stance) -> dict[str, int]:
    """The points of each sign."""
    return {reason.sign: reason.points for reason in of.why}
