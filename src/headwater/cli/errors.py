"""What a person sees when something goes wrong: what it is and what to do, never a traceback."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable
from typing import ParamSpec

import typer

from headwater.records.problems import HeadwaterError

MISUSE = 2
"""Exit status of options or names that cannot be used."""

FAILED = 1
"""Exit status of a command that could not do all that it was asked."""

INTERRUPTED = 130
"""Exit status after Ctrl-C, as shells have it: 128 and the signal's number."""

P = ParamSpec("P")


def say(message: str) -> None:
    """Write a line to standard error; what the terminal cannot show is escaped."""
    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write(message.encode(encoding, "backslashreplace").decode(encoding) + "\n")
    sys.stderr.flush()


def explained(command: Callable[P, None]) -> Callable[P, None]:
    """``command``, with errors that Headwater raises on purpose as a message and exit status 2."""

    @functools.wraps(command)
    def run(*args: P.args, **options: P.kwargs) -> None:
        try:
            command(*args, **options)
        except HeadwaterError as error:
            say(f"headwater: {error}")
            raise typer.Exit(MISUSE) from error
        except KeyboardInterrupt as error:
            raise typer.Exit(INTERRUPTED) from error
        except BrokenPipeError as error:
            # The reader has gone (`headwater ... | head`). Python's own flush at exit must not complain.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(FAILED) from error

    return run
