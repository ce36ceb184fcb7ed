"""``headwater annotate``: documents on standard input, records on standard output."""

from __future__ import annotations

import enum
import os
import sys
from collections.abc import Iterator
from typing import Annotated, Any, BinaryIO

import typer

import headwater as hw
from headwater.cli.errors import FAILED, MISUSE, say, tell_absence
from headwater.cli.options import Workers
from headwater.records.codec import json_line

NAME = "annotate"
EXAMPLE = "Example: headwater annotate --stations voices < articles.jsonl > voices.jsonl"

_NO_EVENTS = "headwater: events are not read yet; `events` is an empty list in every line."


class Format(enum.StrEnum):
    """Forms of the output."""

    jsonl = "jsonl"


def command(
    stations: Annotated[
        list[str] | None,
        typer.Option(
            "--stations",
            metavar="NAMES",
            help="Any of reading, parts, voices, events, separated by commas or repeated. Default: all.",
            show_default=False,
        ),
    ] = None,
    workers: Workers = None,
    format: Annotated[Format, typer.Option("--format", help="Form of the output.")] = Format.jsonl,  # noqa: A002
) -> None:
    """Read documents from standard input, write what was found to standard output, keep nothing.

    In: one JSON object a line, with "id" and "text", and if known "title", "published", "outlet",
    "author", "url". Out: one object a line, in the same order. A line that cannot be read gives an
    object with "error" in its place, and exit status 1.
    """
    names = [name.strip() for given in stations or [] for name in given.replace(",", " ").split()]
    if stations and not names:
        say("headwater: --stations names none. Name any of: reading, parts, voices, events.")
        raise typer.Exit(MISUSE)
    lines = hw.annotate_lines(_portions(sys.stdin.buffer), stations=names, workers=workers)
    if not names or "events" in names:
        say(_NO_EVENTS)
    tell_absence()
    failures = sum(_write(lines))
    if failures:
        say(f'headwater: {failures} line{"" if failures == 1 else "s"} could not be read; see "error" there.')
        raise typer.Exit(FAILED)


def _portions(stream: BinaryIO) -> Iterator[bytes]:
    """What ``stream`` gives, as it comes.

    A file is read past Python's buffer: a thread that waits for input would
    hold the buffer's lock, without which Python cannot end.
    """
    try:
        number = stream.fileno()
    except OSError:
        return iter(stream)
    return iter(lambda: os.read(number, 2**16), b"")


def _write(lines: Iterator[dict[str, Any]]) -> Iterator[bool]:
    """Write each object as it comes; whether it is an error."""
    for line in lines:
        sys.stdout.buffer.write(json_line(line).encode())
        sys.stdout.buffer.flush()
        yield "error" in line
