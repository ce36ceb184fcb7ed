"""``headwater export``: a case for other programs and for spreadsheets."""

from __future__ import annotations

import enum
from pathlib import Path
from typing import Annotated

import typer

import headwater as hw
from headwater.cli.options import CaseArgument

NAME = "export"
EXAMPLE = "Example: headwater export story.case --format csv -o tables/"


class Format(enum.StrEnum):
    """Formats of an export."""

    jsonl = "jsonl"
    csv = "csv"


def command(
    case: CaseArgument,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", help="Folder to write to.", show_default=False)
    ],
    format: Annotated[  # noqa: A002 - the option's name
        Format, typer.Option("--format", help="JSON Lines for programs, CSV for spreadsheets.")
    ] = Format.jsonl,
) -> None:
    """Write a case into a folder, one file a kind of record.

    The folder must be empty, new, or hold an earlier export, which is replaced.
    """
    with hw.open(case, readonly=True) as opened:
        opened.export(output, format=format.value)
