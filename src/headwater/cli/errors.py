"""What a person sees when something goes wrong: what it is and what to do, never a traceback."""

from __future__ import annotations

import errno
import functools
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import ParamSpec

import typer

from headwater.models import absence
from headwater.records.problems import HeadwaterError

MISUSE = 2
"""Exit status of options or names that cannot be used."""

FAILED = 1
"""Exit status of a command that could not do all that it was asked."""

INTERRUPTED = 130
"""Exit status after Ctrl-C, as shells have it: 128 and the signal's number."""

P = ParamSpec("P")

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def tell_absence() -> None:
    """Say so where the models are absent and rules stand in for them."""
    if told := absence():
        say(f"headwater: {told}")


def say(message: str) -> None:
    """Write a line to standard error; what the terminal cannot show is escaped."""
    encoding = sys.stderr.encoding or "utf-8"
    with suppress(OSError):  # it may lead to a file on a full disk; the exit status still tells
        sys.stderr.write(message.encode(encoding, "backslashreplace").decode(encoding) + "\n")
        sys.stderr.flush()


def explained(command: Callable[P, None]) -> Callable[P, None]:
    """``command``, with errors that Headwater raises on purpose as a message and exit status 2."""

    @functools.wraps(command)
    def run(*args: P.args, **options: P.kwargs) -> None:
        try:
            command(*args, **options)
            sys.stdout.flush()
        except HeadwaterError as error:
            say(f"headwater: {error}")
            raise typer.Exit(MISUSE) from error
        except KeyboardInterrupt as error:
            raise typer.Exit(INTERRUPTED) from error
        except BrokenPipeError as error:
            # The reader has gone (`headwater ... | head`).
            _forget_output()
            raise typer.Exit(FAILED) from error
        except OSError as error:
            if error.errno not in _NO_ROOM:
                raise
            _forget_output()
            cut = "A file that the output goes to is cut off: do not use it."
            todo = "Make room on the disk, then run the same command again."
            say(f"headwater: there is no room for what is written: {error.strerror}. {cut} {todo}")
            raise typer.Exit(MISUSE) from error

    return run


def _forget_output() -> None:
    """Python's own flush at exit must not complain again of what cannot be written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
