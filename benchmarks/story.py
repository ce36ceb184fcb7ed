"""Scores the example story against its answers: ``python -m benchmarks.story``."""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterator
from typing import Any

from benchmarks.anchor import ANSWERS, STORY, label_name
from benchmarks.key_scores import Score, key_of, score
from benchmarks.keys import pooled, show
from headwater.intake import Source, find_sources, read_source
from headwater.pipeline import read_document
from headwater.records import Document


def documents() -> Iterator[tuple[str, Document]]:
    """The documents of the example story under the names that the answers use."""
    for source in find_sources([STORY]):
        if isinstance(source, Source):
            for document in read_source(source).documents:
                yield label_name(source.name), document


def answers() -> dict[str, Any]:
    """The key of the example story, by page."""
    found: dict[str, Any] = json.loads(ANSWERS.read_text(encoding="utf-8"))
    return found


def scores() -> Iterator[tuple[str, Score]]:
    """The score of each page.

    Raises:
        ValueError: where intake gives a page another text than the answers were anchored in.
    """
    wanted = answers()
    for name, document in documents():
        digest = hashlib.sha256(document.text.encode("utf-8")).hexdigest()
        if wanted[name]["sha256"] != digest:
            raise ValueError(f"the text of {name} has changed: anchor the answers anew")
        yield name, score(key_of(wanted[name]), read_document(document))


def main(arguments: list[str] | None = None) -> int:
    """Score every page and print every miss."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.story", description=__doc__)
    parser.add_argument("--brief", action="store_true", help="the table of all pages alone")
    options = parser.parse_args(arguments)
    every = list(scores())
    if not options.brief:
        for name, one in every:
            show(name, one, misses=True)
    show("the example story", pooled([one for _, one in every]), misses=False)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
