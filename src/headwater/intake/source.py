"""A source: bytes with a name, not yet read."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Literal

from headwater.intake.given import Given
from headwater.records import Problem

SourceKindName = Literal[
    "html", "text", "record", "entry", "pdf", "docx", "mail", "mhtml", "feed", "nexis", "factiva"
]


@dataclass(frozen=True, slots=True)
class Source:
    """One source as found.

    Attributes:
        key: the source key where nothing inside the source states a better one:
            the path relative to the named folder (NFC, ``/`` between parts), that
            of an archive with the name of its member behind ``:``, or the given
            id of a JSON line.
        name: what the user sees, such as ``articles/x.html``, ``pile.zip:x.html``
            or ``pile.jsonl:3``.
        data: the bytes, as they are.
        kind: how to read them; a ``record`` is one line of JSON, an ``entry`` one
            article out of a file of many.
        given: what the user states about it.
        stated: what came with it, such as the address in a web archive or the
            headers of a mail. It wins over what a page says of itself, save for
            the address, where the page's canonical one is better.
        charset: the encoding that came with it, as in a header of HTTP.
        hints: what is said of it elsewhere, as in the feed that points to a page;
            believed only where the source itself states nothing.
    """

    key: str
    name: str
    data: bytes = field(repr=False)
    kind: SourceKindName
    given: Given = field(default_factory=Given)
    stated: Given = field(default_factory=Given)
    charset: str | None = None
    hints: Given = field(default_factory=Given)

    @property
    def sha256(self) -> str:
        """The digest of the bytes."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class SourceProblem:
    """A problem of a source that has no document (yet), under the name that the user sees."""

    name: str
    problem: Problem


Found = Source | SourceProblem
"""What looking for sources gives."""
