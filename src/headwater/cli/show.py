"""``headwater show``: what a case holds, on the terminal."""

from __future__ import annotations

import enum
import sys
from collections.abc import Callable, Iterable
from typing import Annotated, Any

import typer

import headwater as hw
from headwater.cli.options import CaseArgument, write_json_lines

NAME = "show"
EXAMPLE = "Example: headwater show story.case voices"

Row = dict[str, Any]


class What(enum.StrEnum):
    """What can be shown."""

    documents = "documents"
    voices = "voices"
    statements = "statements"
    problems = "problems"


def command(
    case: CaseArgument,
    what: Annotated[What, typer.Argument(help="What to show.", show_default=False)],
    as_json: Annotated[bool, typer.Option("--json", help="Write one JSON object a line.")] = False,
) -> None:
    """Show documents, voices, statements or problems of a case."""
    with hw.open(case, readonly=True) as opened:
        rows = list(_ROWS[what](opened))
    if as_json:
        write_json_lines(rows)
    else:
        _print(rows, _COLUMNS[what])


def _documents(case: hw.Case) -> Iterable[Row]:
    for reading in case.readings():
        document = reading.document
        yield {
            "id": document.id,
            "published": document.published,
            "outlet": document.outlet,
            "title": document.title,
            "source": document.source,
            "statements": len(reading.attributions),
            "problems": len(reading.problems),
        }


def _statements(case: hw.Case) -> Iterable[Row]:
    for reading in case.readings():
        of = reading.document
        for attribution in sorted(reading.attributions, key=lambda a: a.content[0]):
            yield {
                "document": of.id,
                "attribution": attribution.id,
                "voices": [link.label for link in attribution.chain],
                "sort": attribution.sort,
                "polarity": attribution.polarity,
                "content": [span.of(of.text) for span in attribution.content],
                "spans": [[span.start, span.end] for span in attribution.content],
            }


def _voices(case: hw.Case) -> Iterable[Row]:
    """Those whom statements end at, by name as the documents give it; those heard most come first."""
    counts: dict[str, dict[str, int]] = {}
    for row in _statements(case):
        by_document = counts.setdefault(row["voices"][-1], {})
        by_document[row["document"]] = by_document.get(row["document"], 0) + 1
    rows = [{"voice": n, "statements": sum(c.values()), "documents": len(c)} for n, c in counts.items()]
    return sorted(rows, key=lambda row: (-row["statements"], row["voice"]))


def _problems(case: hw.Case) -> Iterable[Row]:
    return case.problems()


_ROWS: dict[What, Callable[[hw.Case], Iterable[Row]]] = {
    What.documents: _documents,
    What.voices: _voices,
    What.statements: _statements,
    What.problems: _problems,
}

_COLUMNS: dict[What, tuple[str, ...]] = {
    What.documents: ("published", "outlet", "title", "source", "statements", "problems"),
    What.voices: ("voice", "statements", "documents"),
    What.statements: ("voices", "polarity", "content"),
    What.problems: ("source", "what", "todo"),
}


def _print(rows: list[Row], columns: tuple[str, ...]) -> None:
    """A table as wide as the terminal; with tabs between the cells where there is none."""
    if not sys.stdout.isatty():
        for row in ({name: name for name in columns}, *rows):
            line = "\t".join(_cell(name, row[name]) for name in columns) + "\n"
            sys.stdout.buffer.write(line.encode("utf-8", "backslashreplace"))
        return
    from rich.console import Console  # noqa: PLC0415 - pipes must not wait for it
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(*columns)
    for row in rows:
        table.add_row(*(Text(_cell(name, row[name])) for name in columns))
    Console().print(table)


def _cell(name: str, value: object) -> str:
    """``value`` on one line, without control characters that would steer a terminal."""
    between = " <- " if name == "voices" else " … "
    text = between.join(value) if isinstance(value, list) else "" if value is None else str(value)
    return "".join(c if c.isprintable() else " " for c in text)
