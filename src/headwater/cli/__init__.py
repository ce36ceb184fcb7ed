"""The command line: a thin shell around the names that ``import headwater`` gives."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from headwater.cli import annotate, export, read, report, schema, show
from headwater.cli.errors import explained
from headwater.version import __version__

app = typer.Typer(
    name="headwater",
    help="Reads a pile of news articles about a running story and shows who says what, on whose word, "
    "each answer tied to the exact words it rests on.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Begin with: headwater read articles/ --case story.case",
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"headwater {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and end.")
    ] = False,
) -> None:
    """Options that stand before a command."""


for module in (read, show, report, export, annotate, schema):
    app.command(module.NAME, epilog=module.EXAMPLE)(explained(module.command))


def main() -> None:
    """Run the command line and end the process with its exit status."""
    try:
        explained(app)()  # help is written before any command begins, and its disk may be full too
    except typer.Exit as end:
        sys.exit(end.exit_code)
