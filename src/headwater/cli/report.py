"""``headwater report``: one page to send to an editor."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

import headwater as hw
from headwater.cli.options import CaseArgument

NAME = "report"
EXAMPLE = "Example: headwater report story.case -o story.html --title 'The bridge at Lowhaven'"


def command(
    case: CaseArgument,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="The page to write.", show_default=False)
    ],
    title: Annotated[
        str | None,
        typer.Option(
            "--title", help="Heading of the page. Default: the casefile's name.", show_default=False
        ),
    ] = None,
) -> None:
    """Write one self-contained HTML page: who says what, each answer with its words."""
    with hw.open(case, readonly=True) as opened:
        page = hw.render_report(list(opened.readings()), opened.source_problems(), title=title or case.stem)
    _replace(output, page)


def _replace(path: Path, page: str) -> None:
    """Write ``page`` whole or not at all."""
    # What other commands need not load: it brings the casefile's library.

    draft = path.with_name(f".{path.name}.draft")
    try:
        with draft.open("w", encoding="utf-8", newline="\n") as file:
            file.write(page)
            file.flush()
            os.fsync(file.fileno())  # some file systems find only now that they are full
        os.replace(draft, path)
    except OSError as error:
        with suppress(OSError):
            draft.unlink()
        what = f"{path} cannot be written: {error.strerror}."
        raise hw.InputError(f"{what} Make room on its disk, or name another file.") from error
