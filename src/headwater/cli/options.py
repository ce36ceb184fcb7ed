"""Options and arguments that several commands share."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

import typer

from headwater.records.codec import json_line

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
        sys.stdout.buffer.write(json_line(row).encode())
        sys.stdout.buffer.flush()
