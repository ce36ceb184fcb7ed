"""The articles of the stream that hold the passages of the own gold."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterable
from typing import Any, Protocol

from benchmarks.gold import gold_file

_ID = re.compile(rb'\{"id": "([^"]+)"')
STREAM = ("stream", "news-2012-2019.jsonl.gz")


class Held(Protocol):
    """What stands in an article of the stream."""

    @property
    def id(self) -> str:
        """The passage's own id."""

    @property
    def article(self) -> str:
        """The article's id in the stream."""

    @property
    def sha256(self) -> str:
        """The digest of the article's text."""


def articles(passages: Iterable[Held]) -> dict[str, dict[str, Any]]:
    """The rows of the stream that hold passages, by id; empty where the stream is not here."""
    return rows_of(p.article for p in passages)


def rows_of(names: Iterable[str]) -> dict[str, dict[str, Any]]:
    """The rows of the stream with these ids; empty where the stream is not here."""
    path = gold_file(*STREAM)
    if path is None:
        return {}
    wanted = {name.encode("utf-8") for name in names}
    with gzip.open(path, "rb") as lines:
        rows = (json.loads(line) for line in lines if _opening_id(line) in wanted)
        return {row["id"]: row for row in rows}


def texts_of(passages: Iterable[Held]) -> dict[str, str]:
    """For each passage, by its id, the text of its article; empty where the stream is not here.

    Raises:
        ValueError: where the stream holds another text than the passages were chosen in.
    """
    wanted = list(passages)
    rows = articles(wanted)
    found = {p.id: rows[p.article]["text"] for p in wanted if p.article in rows}
    for passage in wanted:
        if passage.id in found:
            require_same(passage, found[passage.id])
    return found


def _opening_id(line: bytes) -> bytes | None:
    """The id that opens a row: to read every row whole would take ten times as long."""
    found = _ID.match(line)
    return found[1] if found else None


def require_same(passage: Held, text: str) -> None:
    """Make sure that a text is the one that a passage was chosen in.

    Raises:
        ValueError: where its digest is another.
    """
    if hashlib.sha256(text.encode("utf-8")).hexdigest() != passage.sha256:
        raise ValueError(f"the text of article {passage.article} has changed: choose and label anew")
