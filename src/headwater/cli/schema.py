"""``headwater schema``: what the lines of ``annotate`` look like."""

from __future__ import annotations

import json

import typer

import headwater as hw

NAME = "schema"
EXAMPLE = "Example: headwater schema > headwater.schema.json"


def command() -> None:
    """Print the JSON Schema of the lines that annotate writes."""
    typer.echo(json.dumps(hw.annotation_schema(), indent=2))
