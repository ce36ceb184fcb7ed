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
from headwater.cli.errors import INTERRUPTED, MISUSE, say, tell_absence
from headwater.cli.fetching import AllowLoopback, Feeds, Pause, Ports, ProxyFromEnv, Urls
from headwater.cli.options import Workers
from headwater.fetch import is_web_address
from headwater.intake import Columns

NAME = "read"
EXAMPLE = "Example: headwater read articles/ late-edition.html --case story.case"


Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="SOURCES",
        help="Files, folders, addresses of pages (https://...), or - for standard input.",
        show_default=False,
    ),
]
CaseFile = Annotated[
    Path,
    typer.Option(
        "--case", metavar="FILE", help="The casefile; made where it is missing.", show_default=False
    ),
]
ColumnNames = Annotated[
    str | None,
    typer.Option(
        "--columns",
        metavar="TEXT",
        help="Which columns of CSV tables hold what, as text=Body,published=Date.",
        show_default=False,
    ),
]
Outlet = Annotated[str | None, typer.Option(help="Who published all of these.", show_default=False)]
Author = Annotated[str | None, typer.Option(help="Who wrote all of these.", show_default=False)]
Published = Annotated[
    str | None, typer.Option(help="When all of these were published, as 2024-12-17.", show_default=False)
]
Title = Annotated[str | None, typer.Option(help="The headline of all of these.", show_default=False)]
Url = Annotated[str | None, typer.Option(help="The address of all of these.", show_default=False)]
Retry = Annotated[
    bool, typer.Option("--retry", help="Try again what took too long or too much memory before.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")]
AsJson = Annotated[bool, typer.Option("--json", help="Write counts and problems as one JSON object.")]


def command(  # noqa: PLR0913 - each is an option of the command line
    sources: Sources = None,
    *,
    case: CaseFile,
    outlet: Outlet = None,
    author: Author = None,
    published: Published = None,
    title: Title = None,
    url: Url = None,
    urls: Urls = None,
    feed: Feeds = None,
    pause: Pause = 1.0,
    port: Ports = None,
    proxy_from_env: ProxyFromEnv = False,
    allow_loopback: AllowLoopback = False,
    columns: ColumnNames = None,
    retry: Retry = False,
    workers: Workers = None,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Read sources into a casefile; what is there and unchanged is left as it is.

    What cannot be read is listed with what to do about it, and is no error: exit status 0 says
    that the casefile is whole. Stopped half-way, the same command goes on where it stopped.
    """
    given = hw.Given(outlet=outlet, author=author, published=published, title=title, url=url)
    fetching = hw.Fetching(
        lists=urls or (),
        feeds=feed or (),
        pause=pause,
        ports=frozenset(port or ()),
        proxy_from_env=proxy_from_env,
        allow_loopback=allow_loopback,
    )
    table = Columns.parse(columns) if columns else None
    _require_one(sources or [], fetching)
    tell_absence()
    with _stoppable(case), hw.open(case) as opened, _progress(shown=not quiet) as advance:
        report = opened.read(
            sources or [],
            given=given,
            workers=workers,
            progress=advance,
            stdin=sys.stdin.buffer,
            fetching=fetching,
            columns=table,
            retry=retry,
        )
    if as_json:
        typer.echo(json.dumps(report.to_dict()))
    if not quiet:
        _tell(report, case)


@contextmanager
def _stoppable(case: Path) -> Iterator[None]:
    """Ctrl-C says what is kept."""
    try:
        yield
    except KeyboardInterrupt:
        say(f"\nStopped. {case} holds what was read so far; the same command goes on from there.")
        raise typer.Exit(INTERRUPTED) from None


def _require_one(sources: list[str], fetching: hw.Fetching) -> None:
    """Nothing is read, and no casefile made, where none of the sources is there."""
    lists = [Path(path) for path in fetching.lists]
    if fetching.feeds or any(map(_may_be, sources)) or any(path.exists() for path in lists):
        return
    if not (sources or lists):
        say("headwater: no source is named. Name files, folders or addresses, or - for standard input.")
    else:
        named = sources[0] if sources else lists[0]
        say(f"headwater: there is no {named}. Look at the path; nothing was read.")
    raise typer.Exit(MISUSE)


def _may_be(source: str) -> bool:
    return source == "-" or is_web_address(source) or Path(source).exists()


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
# How many different reasons of one kind are told.
REASONS = 10


def _problems(report: hw.ReadReport, case: Path) -> Iterator[str]:
    """A line for each kind of problem with the sources it concerns, and one for all mere notes."""
    kinds: dict[str, list[tuple[str, hw.Problem]]] = {}
    for name, problem in report.problems:
        kinds.setdefault(problem.code, []).append((name, problem))
    for found in kinds.values():
        if not found[0][1].is_note:
            yield from _kind(found)
    notes = sum(len(found) for found in kinds.values() if found[0][1].is_note)
    if report.problems:
        plural = "note" if notes == 1 else "notes"
        kept = f"{notes} {plural} on what was left out or inferred; all" if notes else "All"
        yield f"  {kept}: headwater show {case} problems"


def _kind(found: list[tuple[str, hw.Problem]]) -> Iterator[str]:
    """The problems of one kind: a line for each reason, with the first sources that it befell."""
    reasons: dict[str, list[tuple[str, hw.Problem]]] = {}
    for name, problem in found:
        # What quotes its own words has a reason of its own each time; they are told as one.
        reasons.setdefault("" if problem.span is not None else problem.what, []).append((name, problem))
    for alike in list(reasons.values())[:REASONS]:
        yield _reason(alike)
    if len(reasons) > REASONS:
        yield f"  and {len(reasons) - REASONS} more of the kind {found[0][1].code}"


def _reason(alike: list[tuple[str, hw.Problem]]) -> str:
    names = list(dict.fromkeys(name for name, _ in alike))
    problem = alike[0][1]
    more = f" (and {len(alike) - 1} more like it)" if problem.span is not None and len(alike) > 1 else ""
    todo = f" To do: {problem.todo}." if problem.todo else ""
    if len(names) == 1:
        return f"  {names[0]}: {problem.what}{more}.{todo}"
    shown = ", ".join(names[:NAMED]) + (f" and {len(names) - NAMED} more" if len(names) > NAMED else "")
    return f"  {len(names)} sources: {problem.what}{more}.{todo} In {shown}."
