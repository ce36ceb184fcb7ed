"""The tables of a casefile.

Written to be read as they are, in Datasette or any SQLite browser: scalar
fields of a record are columns, nested ones JSON, and every row that rests on
words of a text carries them as ``quote``. ``number`` is a record's place in
its list, counted from 0; ``start`` and ``end`` are code points of the
document's text.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    MetaData,
    Table,
)

from headwater.casefile.types import Json, Number, Words

metadata = MetaData()


def _document() -> Column[str]:
    return Column(
        "document", Words, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True, nullable=False
    )


def _number(name: str = "number") -> Column[int]:
    return Column(name, Integer, primary_key=True, nullable=False)


def _span(*, required: bool = True) -> tuple[Column[int], Column[int], Column[str]]:
    return (
        Column("start", Integer, nullable=not required),
        Column("end", Integer, nullable=not required),
        Column("quote", Words, nullable=not required),
    )


sources = Table(
    "sources",
    metadata,
    Column("key", Words, primary_key=True, nullable=False),
    Column("sha256", Words, primary_key=True, nullable=False),  # of the bytes; other bytes are another row
    Column("name", Words, nullable=False),  # as the user named it
    Column("kind", Words, nullable=False),
    Column("given", Json, nullable=False),  # facts that a person gave by hand
    Column("size", Integer, nullable=False),  # in bytes
    Column("bytes", LargeBinary, nullable=False),  # compressed with zlib
    Column("documents", Json, nullable=False),  # ids of what it held when it was last read
    Column("versions", Json, nullable=False),  # of the stations that read it; {} where that failed
    Column("first_read", Words, nullable=False),  # UTC, ISO 8601
    Column("last_read", Words, nullable=False),
)

given_up = Table(
    "given_up",
    metadata,
    Column("key", Words, primary_key=True, nullable=False),
    Column("sha256", Words, primary_key=True, nullable=False),  # of the bytes
    Column("kind", Words, nullable=False),
    Column("facts", Json, nullable=False),  # what else decides how its bytes are taken apart
    Column("intake", Words, nullable=False),  # version of the station that gave it up
    Column("after", Integer, nullable=False),  # how much came out of it before that; 0 for what is no archive
    Column("code", Words, nullable=False),  # the problem that it gave
    Column("what", Words, nullable=False),
    Column("todo", Words, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Words, nullable=False, unique=True),
    Column("source", Words, nullable=False),
    Column("source_key", Words, nullable=False, index=True),
    Column("outlet", Words),
    Column("title", Words),
    Column("byline", Words),
    Column("published", Words),
    Column("url", Words),
    Column("language", Words, nullable=False),
    Column("text", Words, nullable=False),
    Column("given", Json, nullable=False),
    Column("hints", Json, nullable=False),
    Column("sha256", Words),
    Column("replaces", Words),  # id of the earlier version
    Column("current", Boolean, nullable=False),  # whether the latest run that met the source key met this
    Column("run", Integer, ForeignKey("runs.number"), nullable=False),  # the latest run that met it
    Column("versions", Json, nullable=False),  # of the stations that read it
    Column("first_read", Words, nullable=False),
    Column("last_read", Words, nullable=False),
)

parts = Table(
    "parts",
    metadata,
    _document(),
    _number(),
    Column("kind", Words, nullable=False),
    Column("voice", Json),
    Column("reply_to", Words),
    Column("made", Json),
    *_span(),
)

entities = Table(
    "entities",
    metadata,
    _document(),
    _number(),
    Column("id", Words, nullable=False),
    Column("name", Words, nullable=False),
    Column("type", Words, nullable=False),
    Column("aliases", Json, nullable=False),
    Column("country", Words),
    Column("sector", Words),
)

mentions = Table(
    "mentions",
    metadata,
    _document(),
    _number(),
    Column("type", Words, nullable=False),
    Column("entity", Words),
    Column("form", Words, nullable=False),
    *_span(),
)

times = Table(
    "times",
    metadata,
    _document(),
    _number(),
    Column("type", Words, nullable=False),
    Column("value", Words),
    Column("precision", Words),
    Column("mod", Words),
    Column("basis", Words, nullable=False),
    Column("anchor", Words),
    *_span(),
)

figures = Table(
    "figures",
    metadata,
    _document(),
    _number(),
    Column("low", Number),
    Column("high", Number),
    Column("hedge", Words, nullable=False),
    Column("unit", Words),
    Column("of", Words, nullable=False),
    Column("part_of", Integer),
    Column("same_as", Integer),
    Column("side", Json),
    Column("status", Words),
    Column("window", Json),
    Column("as_of", Json),
    *_span(),
)

attributions = Table(
    "attributions",
    metadata,
    _document(),
    _number(),
    Column("id", Words, nullable=False),
    Column("form", Words, nullable=False),
    Column("sort", Words, nullable=False),
    Column("source_kind", Words, nullable=False),
    Column("speakers", Json, nullable=False),
    Column("polarity", Words, nullable=False),
    Column("content_negated", Boolean, nullable=False),
    Column("certainty", Words, nullable=False),
    Column("parent", Words),
    Column("part", Integer, nullable=False),
    Column("made", Json),
    Column("basis", Words),
    Column("occasion", Json),
    Column("modality", Words),  # NULL, where an earlier schema kept none, is "actual"
)

stances = Table(
    "stances",
    metadata,
    _document(),
    Column("kind", Words),  # opinion or report; NULL where it is not known
    Column("score", Integer, nullable=False),
    Column("why", Json, nullable=False),
)

forecasts = Table(
    "forecasts",
    metadata,
    _document(),
    _number(),
    Column("modality", Words, nullable=False),
    Column("modal", Json, nullable=False),  # where the words of it stand
    Column("part", Integer, nullable=False),
    Column("made", Json),
    *_span(),
)


def _attribution() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["document", "attribution"], ["attributions.document", "attributions.number"], ondelete="CASCADE"
    )


attribution_spans = Table(
    "attribution_spans",
    metadata,
    Column("document", Words, primary_key=True, nullable=False),
    _number("attribution"),  # the attribution's number
    Column("role", Words, primary_key=True, nullable=False),  # source, cue, content, basis or occasion
    _number(),
    *_span(),
    _attribution(),
)

chain_links = Table(
    "chain_links",
    metadata,
    Column("document", Words, primary_key=True, nullable=False),
    _number("attribution"),
    _number(),  # 0 is the page's own voice, the last the innermost speaker
    Column("label", Words, nullable=False),
    Column("entity", Words),
    Column("kind", Words, nullable=False),
    _attribution(),
)

problems = Table(
    "problems",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("source", Words, index=True),  # name of a source, for what concerns no document
    Column("run", Integer, ForeignKey("runs.number")),  # that met it, for what concerns no document
    Column("document", Words, ForeignKey("documents.id", ondelete="CASCADE"), index=True),
    Column("number", Integer, nullable=False),
    Column("code", Words, nullable=False),
    Column("what", Words, nullable=False),
    Column("todo", Words, nullable=False),
    *_span(required=False),
)

judgements = Table(
    "judgements",
    metadata,
    Column("id", Words, primary_key=True, nullable=False),
    Column("kind", Words, nullable=False),  # of record: attribution, event, claim ...
    Column("source_key", Words, nullable=False),
    Column("quote", Words, nullable=False),
    Column("prefix", Words, nullable=False),
    Column("suffix", Words, nullable=False),
    Column("values", Json, nullable=False),  # the record as it was judged
    Column("verdict", Words, nullable=False),  # accept, reject, merge, split, edit
    Column("by", Words, nullable=False),
    Column("at", Words, nullable=False),
    Column("note", Words, nullable=False),
)

runs = Table(
    "runs",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("started", Words, nullable=False),
    Column("ended", Words),  # NULL where a run was cut off
    Column("headwater", Words, nullable=False),
    Column("versions", Json, nullable=False),
    Column("counts", Json),
)
