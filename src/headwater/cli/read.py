"""``headwater read``: sources into a casefile."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

import headwater as hw
from headwater.cli.errors import INTERRUPTED, MISUSE, say
from headwater.cli.options import Workers

NAME = "read"
EXAMPLE = "Example: headwater read articles/ late-edition.html --case story.case"


def command(  # noqa: PLR0913, PLR0917 - each is an option of the command line
    sources: Annotated[
        list[Path],
        typer.Argument(
            metavar="SOURCES...",
            help="Files, folders, or - for standard input.",
            show_default=False,
            allow_dash=True,
        ),
    ],
    case: Annotated[
        Path,
        typer.Option(
            "--case", metavar="FILE", help="The casefile; made where it is missing.", show_default=False
        ),
    ],
    outlet: Annotated[
        str | None, typer.Option(help="Who published all of these.", show_default=False)
    ] = None,
    author: Annotated[str | None, typer.Option(help="Who wrote all of these.", show_default=False)] = None,
    published: Annotated[
        str | None, typer.Option(help="When all of these were published, as 2024-12-17.", show_default=False)
    ] = None,
    title: Annotated[
        str | None, typer.Option(help="The headline of all of these.", show_default=False)
    ] = None,
    url: Annotated[str | None, typer.Option(help="The address of all of these.", show_default=False)] = None,
    workers: Workers = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Write counts and problems as one JSON object.")
    ] = False,
) -> None:
    """Read sources into a casefile; what is there and unchanged is left as it is.

    What cannot be read is listed with what to do about it, and is no error: exit status 0 says
    that the casefile is whole. Stopped half-way, the same command goes on where it stopped.
    """
    given = hw.Given(outlet=outlet, author=author, published=published, title=title, url=url)
    _require_one(sources)
    try:
        with hw.open(case) as opened, _progress(shown=not quiet) as advance:
            report = opened.read(
                sources, given=given, workers=workers, progress=advance, stdin=sys.stdin.buffer
            )
    except KeyboardInterrupt:
        say(f"\nStopped. {case} holds what was read so far; the same command goes on from there.")
        raise typer.Exit(INTERRUPTED) from None
    if as_json:
        typer.echo(json.dumps(report.to_dict()))
    if not quiet:
        _tell(report, case)


def _require_one(sources: list[Path]) -> None:
    """Nothing is read, and no casefile made, where none of the sources is there."""
    if not any(str(source) == "-" or source.exists() for source in sources):
        say(f"headwater: there is no {sources[0]}. Look at the path; nothing was read.")
        raise typer.Exit(MISUSE)


@contextmanager
def _progress(*, shown: bool) -> Iterator[Callable[[str, hw.ReadReport], None]]:
    """What is called after each source: a line that counts, on a terminal alone."""
    if not (shown and sys.stderr.isatty()):
        yield lambda _name, _report: None
        return
    from rich.console import Console  # noqa: PLC0415 - help and pipes must not wait for it
    from rich.text import Text  # noqa: PLC0415

    console = Console(stderr=True)
    with console.status("Reading") as status:

        def advance(name: str, report: hw.ReadReport) -> None:
            done = report.new + report.changed + report.again + report.unchanged
            status.update(
                Text(f"{done} documents, {report.statements} statements  {name}", overflow="ellipsis")
            )

        yield advance


def _tell(report: hw.ReadReport, case: Path) -> None:
    say(
        f"{case}: {report.new} new, {report.changed} changed, {report.again} read again, "
        f"{report.unchanged} unchanged; "
        f"statements read: {report.statements}, voices: {report.voices}."
    )
    for line in _problems(report, case):
        say(line)


# How many sources are named behind a kind of problem before "and 9 more".
NAMED = 3


def _problems(report: hw.ReadReport, case: Path) -> Iterator[str]:
    """A line for each kind of problem with the sources it concerns, and one for all mere notes."""
    kinds: dict[str, list[tuple[str, hw.Problem]]] = {}
    for name, problem in report.problems:
        kinds.setdefault(problem.code, []).append((name, problem))
    for found in kinds.values():
        if not found[0][1].is_note:
            yield _kind(found)
    notes = sum(len(found) for found in kinds.values() if found[0][1].is_note)
    if report.problems:
        plural = "note" if notes == 1 else "notes"
        kept = f"{notes} {plural} on what was left out or inferred; all" if notes else "All"
        yield f"  {kept}: headwater show {case} problems"


def _kind(found: list[tuple[str, hw.Problem]]) -> str:
    """One line: how many sources, what is wrong, what helps, and the first of them by name."""
    names = list(dict.fromkeys(name for name, _ in found))
    problem = found[0][1]
    todo = f" To do: {problem.todo}." if problem.todo else ""
    if len(names) == 1:
        more = f" (and {len(found) - 1} more like it)" if len(found) > 1 else ""
        return f"  {names[0]}: {problem.what}{more}.{todo}"
    shown = ", ".join(names[:NAMED]) + (f" and {len(names) - NAMED} more" if len(names) > NAMED else "")
    again = f" (and {len(found) - 1} more like it)" if problem.span is not None else ""
    return f"  {len(names)} sources: {problem.what}{again}.{todo} In {shown}."
