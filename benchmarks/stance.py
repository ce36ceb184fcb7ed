"""Opinion or reporting: ``python -m benchmarks.stance``. Defined in docs/measures.md.

Opinion pieces of the stream, known by their address, against reports of Reuters and AP
and against other news. The address is withheld from Headwater.
"""

from __future__ import annotations

import argparse
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from benchmarks.gold import document_of, gold_file, read_lines
from benchmarks.own.articles import STREAM
from benchmarks.own.choose import NOT_NEWS, OPINION_URL, host
from headwater.opinion import find_stance
from headwater.parts import find_parts
from headwater.reading.quotes import quotes
from headwater.reading.sentences import paragraphs, sentences
from headwater.records import Document, Marks, Stance

SEED = "opinion or report 1"
EACH = 200
SHORTEST = 100
"""Words under which an entry of the stream is a teaser or a caption."""
WIRES = frozenset(("reuters.com", "apnews.com"))
_NEWS = re.compile(r"/(?:news|politics|world|us|nation)/")
SETS = {"opinion": "opinion", "wire": "report", "other news": "report"}
"""The sets with what each of them is."""

Row = dict[str, Any]


def set_of(row: Row) -> str | None:
    """The set that an article belongs to, by its address alone; none for what is neither."""
    address = row["url"]
    if len(row["text"].split()) < SHORTEST:
        return None
    if OPINION_URL.search(address):
        return "opinion"
    if host(address) in WIRES:
        return "wire"
    plain = _NEWS.search(address) and not NOT_NEWS.search(f"{address} {row['title']} {row['outlet']}")
    return "other news" if plain else None


def lot(row: Row) -> str:
    """An article's place in the order of chance."""
    return hashlib.sha256(f"{SEED} {row['id']}".encode()).hexdigest()


def chosen(rows: Iterable[Row], each: int = EACH) -> dict[str, list[Row]]:
    """The first articles of each set by lot."""
    every: dict[str, list[Row]] = {name: [] for name in SETS}
    for row in rows:
        if (name := set_of(row)) is not None:
            every[name].append(row)
    return {name: sorted(found, key=lot)[:each] for name, found in every.items()}


def stance_of(document: Document) -> Stance:
    """The stance of a document; neither parts nor stance use names, so the reader model is not asked."""
    blocks = paragraphs(document.text)
    split, quoted = sentences(document.text, blocks), quotes(document.text, blocks)
    marks = Marks(blocks, split, quoted, names=(), times=(), figures=())
    return find_stance(document, marks, find_parts(document, marks))


def stances(rows: Iterable[Row], *, text_alone: bool) -> Iterator[tuple[Row, Stance]]:
    """Each article with its stance, read without its address, or as its text alone."""
    for row in rows:
        document = document_of(row)
        if text_alone:
            document = replace(document, title=None, outlet=None, byline=None)
        yield row, stance_of(document)


def main(arguments: list[str] | None = None) -> int:
    """Read the articles and print how many of each set were told."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.stance", description=__doc__)
    parser.add_argument("--misses", action="store_true", help="name each article that was told wrong")
    options = parser.parse_args(arguments)
    path = gold_file(*STREAM)
    if path is None:
        return 0
    every = chosen(read_lines(path))
    print(f"{'':34} {'right':>6} {'unknown':>8} {'wrong':>6} {'of':>5}")
    for text_alone in (True, False):
        told = "text alone" if text_alone else "with title, outlet and author"
        for name, rows in every.items():
            found = list(stances(rows, text_alone=text_alone))
            print(_line(f"{name}, {told}", SETS[name], [s for _, s in found]))
            if options.misses and text_alone:
                print("".join(_miss(r, s) for r, s in found if s.kind != SETS[name]), end="")
    return 0


def _line(name: str, wanted: str, found: list[Stance]) -> str:
    kinds = Counter(stance.kind for stance in found)
    wrong = len(found) - kinds[wanted] - kinds[None]  # type: ignore[index] # a kind is one of the words
    return f"{name:42} {kinds[wanted]:6} {kinds[None]:8} {wrong:6} {len(found):5}"  # type: ignore[index]


def _miss(row: Row, stance: Stance) -> str:
    signs = ", ".join(f"{r.sign} {r.points:+}" for r in stance.why)
    return f"    {row['id']} {stance.kind} {stance.score:+}: {signs} | {row['url']}\n"


if __name__ == "__main__":
    raise SystemExit(main())
