"""CSV: a row is an article, its columns are told by their names or by the user."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields

from headwater.intake.bundles.entry import Entry, entry_source
from headwater.intake.charset import decode_text
from headwater.intake.given import Given
from headwater.intake.moments import written_moment
from headwater.intake.source import Found, SourceProblem
from headwater.records import InputError, Problem

# Names by which tables of articles call their columns, the likeliest first.
_KNOWN = {
    "id": ("id", "document_id", "doc_id", "article_id", "guid"),
    "text": ("text", "body", "content", "article", "full_text", "fulltext", "article_text", "article_body"),
    "title": ("title", "headline"),
    "published": (
        "published",
        "date",
        "publish_date",
        "published_at",
        "publication_date",
        "pubdate",
        "pub_date",
        "published_date",
        "publishedat",
        "datetime",
    ),
    "outlet": ("outlet", "source", "publication", "publisher", "newspaper", "media_name", "source_name"),
    "author": ("author", "byline", "authors"),
    "url": ("url", "link", "article_url"),
}
# csv refuses longer cells by itself from 131,072 on, which a long article exceeds.
_CELL = 20_000_000
_DELIMITERS = ",;\t|"


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a table holds what; ``None`` where its name tells.

    Attributes:
        id, text, title, published, outlet, author, url: names of columns, as in the first row.
    """

    id: str | None = None
    text: str | None = None
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None

    @classmethod
    def parse(cls, text: str) -> Columns:
        """Columns written as ``text=Body,published=Date``.

        Raises:
            InputError: where it is written otherwise.

        Example:
            >>> Columns.parse('text=Body,published=Date').text
            'Body'
        """
        named: dict[str, str] = {}
        for pair in filter(None, (part.strip() for part in text.split(","))):
            field, equals, column = (part.strip() for part in pair.partition("="))
            if not (equals and column) or field not in _KNOWN or field in named:
                raise InputError(
                    f"Columns are written as text=Body,published=Date, with any of {', '.join(_KNOWN)}, "
                    f"each once; {pair!r} is not."
                )
            named[field] = column
        return cls(**named)

    def places(self, header: list[str]) -> dict[str, int]:
        """The place of each column in ``header``.

        Raises:
            InputError: where a named column is missing, or none holds the text.
        """
        plain = [_plain(name) for name in header]
        found: dict[str, int] = {}
        for name in (f.name for f in fields(self)):
            wanted = getattr(self, name)
            if wanted is not None and wanted not in header and _plain(wanted) not in plain:
                raise InputError(f"there is no column {wanted!r}; the first row has {_listed(header)}")
            names = (_plain(wanted),) if wanted is not None else _KNOWN[name]
            at = header.index(wanted) if wanted in header else _first(plain, names)
            if at is not None:
                found[name] = at
        if "text" not in found:
            raise InputError(f"no column is named text, body or content; the first row has {_listed(header)}")
        return found


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "_", name.strip().lower()).strip("_")


def _first(plain: list[str], names: tuple[str, ...]) -> int | None:
    return next((plain.index(name) for name in names if name in plain), None)


def _listed(header: list[str]) -> str:
    return ", ".join(repr(name[:40]) for name in header[:12]) + (" ..." if len(header) > 12 else "")


def row_sources(data: bytes, key: str, name: str, columns: Columns | None, given: Given) -> Iterator[Found]:
    """An entry for each row of a table.

    Args:
        data: the file; comma, semicolon, tab or bar between its cells.
        key: its source key; a row without id or address adds its number.
        name: what the user sees.
        columns: where the names of columns do not tell.
        given: what the user states about all.
    """
    decoded = decode_text(data)
    if decoded.problem:
        yield SourceProblem(name, decoded.problem)
    csv.field_size_limit(_CELL)
    rows = csv.reader(io.StringIO(decoded.text, newline=""), delimiter=_delimiter(decoded.text))
    try:
        places = (columns or Columns()).places(next(rows, []))
    except (InputError, csv.Error) as error:
        todo = "name them, as in --columns text=Body,published=Date"
        yield SourceProblem(name, Problem("table_unreadable", f"the table was not read: {error}", todo))
        return
    yield from _numbered(rows, places, key, name, given)


def _delimiter(text: str) -> str:
    header = text.split("\n", 1)[0]
    return max(_DELIMITERS, key=header.count)


def _numbered(
    rows: Iterator[list[str]], places: dict[str, int], key: str, name: str, given: Given
) -> Iterator[Found]:
    seen: set[str] = set()
    for number in range(2, 1 << 62):  # the first row has the names
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield _row_problem(f"{name}:{number}", f"the row cannot be read: {error}")
            continue
        if any(cell.strip() for cell in row):
            yield from _row(row, places, (key, name, number), given, seen)


def _row(
    row: list[str], places: dict[str, int], at: tuple[str, str, int], given: Given, seen: set[str]
) -> Iterator[Found]:
    """The source of one row; ``at`` is the key and name of its file, and its number."""
    key, name, number = at
    name = f"{name}:{number}"
    cells = {field: row[at].strip() for field, at in places.items() if at < len(row)}
    text = row[places["text"]] if places["text"] < len(row) else ""
    # Many tables number their rows from 1, so an id counts within its file only.
    own = cells.get("id")
    url = cells.get("url") or None
    row_key = f"{key}:{own}" if own else url or f"{key}:{number}"
    if not text.strip():
        yield _row_problem(name, "the row has no text")
        return
    if row_key in seen:
        yield _row_problem(name, f"its id, {own or url!r}, stands in a row above already")
        return
    seen.add(row_key)
    stated = cells.get("published")
    moment = written_moment(stated) if stated else None
    if stated and moment is None:
        what = f"its date is {stated[:40]!r}, which could not be read"
        yield SourceProblem(name, Problem("metadata_broken", what, "write it as 2024-12-17"))
    title, author = cells.get("title"), cells.get("author")
    outlet, known = cells.get("outlet"), None if own else url
    entry = Entry(text=text, id=known, title=title, author=author, outlet=outlet, url=url, published=moment)
    yield entry_source(entry, row_key, name, given)


def _row_problem(name: str, what: str) -> SourceProblem:
    return SourceProblem(name, Problem("line_unreadable", what, "mend the row and read the file again"))
