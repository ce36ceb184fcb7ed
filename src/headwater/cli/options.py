"""Options and arguments that several commands share."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

import typer

CaseArgument = Annotated[Path, typer.Argument(metavar="CASE", help="The casefile.", show_default=False)]
Workers = Annotated[
    int | None,
    typer.Option(
        "--workers",
        min=1,
        metavar="N",
        help="How many processes read. Default: one a core.",
        show_default=False,
    ),
]


def write_json_lines(rows: Iterable[dict[str, Any]]) -> None:
    """Write one object a line to standard output, each as soon as it is there."""
    for row in rows:
        sys.stdout.buffer.write(json_line(row))
        sys.stdout.buffer.flush()


def json_line(row: dict[str, Any]) -> bytes:
    """``row`` as one line of JSON in UTF-8; what UTF-8 cannot hold is escaped."""
    try:
        return json.dumps(row, ensure_ascii=False).encode() + b"\n"
    except UnicodeEncodeError:
        return json.dumps(row).encode() + b"\n"
