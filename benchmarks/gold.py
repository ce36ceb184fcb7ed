"""Where the gold lies, and how it is read."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from headwater.records import Document, Span, Spans, document_id

ROOT = Path(__file__).resolve().parent.parent


def gold_folder() -> Path:
    """The folder of the gold: ``HEADWATER_GOLD``, else ``../shared/data`` beside the checkout."""
    named = os.environ.get("HEADWATER_GOLD")
    return Path(named) if named else ROOT.parent / "shared" / "data"


def gold_file(*parts: str) -> Path | None:
    """A file of the gold, or ``None`` (said on the screen) where it is not here."""
    path = gold_folder().joinpath(*parts)
    if path.exists():
        return path
    print(f"Skipped: {path} is not here. Set HEADWATER_GOLD to the folder that holds the gold.")
    return None


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file, packed or not."""
    with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def digest(paths: Iterable[Path]) -> str:
    """SHA-256 over the bytes of files, in the order given."""
    total = hashlib.sha256()
    for path in paths:
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def document_of(row: dict[str, Any]) -> Document:
    """The document that a row of the gold holds, its text untouched."""
    key = str(row["id"])
    return Document(
        id=document_id(key, row["text"]),
        source=key,
        source_key=key,
        text=row["text"],
        outlet=row.get("outlet"),
        title=row.get("title"),
        byline=row.get("author"),
        published=row.get("published"),
    )


def spans_of(pairs: Iterable[Iterable[int]]) -> Spans:
    """Spans, in order, of a JSON list of ``[start, end]``."""
    return tuple(sorted(Span(*pair) for pair in pairs))
