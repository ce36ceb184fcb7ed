"""How surely a rule must stand beside the reader model: ``python -m benchmarks.merging``.

Sweeps ``SURE_RULE`` of ``headwater.voices.heard`` on PolNeAR's development articles and on
the own gold. The model reads each text once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from benchmarks.gold import gold_file, read_lines
from benchmarks.measures import total
from benchmarks.own.score import scores
from benchmarks.own.score import table as own_table
from benchmarks.polnear import Article, read_article, table
from headwater import models
from headwater.models.session import Heard, Reader
from headwater.records import Span
from headwater.voices import heard

SURE = (0.3, 0.5, 0.7, 0.9, 1.1)
OWN = ("chains whole and right", "nested, found with the right chain", "relation, news", "relation, opinion")
POLNEAR = ("strict all", "overlap all", "relation")


class Kept:
    """A reader that remembers what it heard."""

    def __init__(self, reader: Reader) -> None:
        """Read with ``reader``, each text once."""
        self._reader = reader
        self._heard: dict[str, Heard] = {}

    def hear(self, text: str, blocks: Sequence[Span], quotes: Sequence[Span]) -> Heard:
        """See ``Reader.hear``; a text always comes with the same paragraphs and quotations."""
        if text not in self._heard:
            self._heard[text] = self._reader.hear(text, blocks, quotes)
        return self._heard[text]


@contextmanager
def remembering() -> Iterator[None]:
    """Let every station read with one reader that remembers."""
    reader, before = models.reader(), models.reader
    kept = None if reader is None else Kept(reader)
    models.reader = lambda: kept  # type: ignore[assignment]
    try:
        yield
    finally:
        models.reader = before


def articles() -> list[Article]:
    """PolNeAR's development articles, read anew; empty where they are not here."""
    path = gold_file("voices", "polnear-dev.jsonl.gz")
    return [] if path is None else [read_article(row) for row in read_lines(path)]


def row() -> list[float]:
    """The measures under the settings of the moment."""
    polnear, own = table(articles()), own_table(scores())
    found = [total(polnear[name]) for name in POLNEAR] + [total(own.get(name, [])) for name in OWN]
    return [counts.f1 for counts in found]


def main() -> int:
    """Print a row for each setting."""
    print(f"{'sure':>5}  " + "  ".join(name[:14].rjust(14) for name in (*POLNEAR, *OWN)))
    with remembering():
        for sure in SURE:
            heard.SURE_RULE = sure
            print(f"{sure:5}  " + "  ".join(f"{value:14.1%}" for value in row()), flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
