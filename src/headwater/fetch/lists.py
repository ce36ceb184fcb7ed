"""A file of addresses, one a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from headwater.fetch.targets import is_web_address
from headwater.intake import SourceProblem
from headwater.records import Problem

_COMMENT = re.compile(r"(?:^|\s)#.*")  # a sign # within an address is part of it


def addresses_in(path: str | Path) -> Iterator[str | SourceProblem]:
    """The addresses in a file; a line that holds none, or a file that cannot be read, is a problem."""
    name = Path(path).as_posix()
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        yield _problem(name, "source_missing", "there is no such file of addresses", "look at the path")
        return
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        what = f"the file of addresses cannot be read: {reason}"
        yield _problem(name, "source_unreadable", what, "look at its permissions; save it as UTF-8")
        return
    for number, line in enumerate(text.splitlines(), 1):
        address = _COMMENT.sub("", line).strip()
        if is_web_address(address):
            yield address
        elif address:
            what = f"this is no web address: {address[:80]!r}"
            yield _problem(
                f"{name}:{number}", "url_refused", what, "write it whole, as https://example.org/page"
            )


def _problem(name: str, code: str, what: str, todo: str) -> SourceProblem:
    return SourceProblem(name, Problem(code, what, todo))
