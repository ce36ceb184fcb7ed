"""Lists times that are read in articles of the stream, to be judged by eye.

    python -m benchmarks.dates_sample --seed 4711 --every 6 --first 2

Chooses articles by a seeded draw and prints each time that is read in them with
the words around it and its sense. With ``--every`` only each N-th time of an
article is listed, so that a list that one person can read is spread over all
articles. What was found so is in ``errors-dates.md``.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
from collections.abc import Iterator

from benchmarks.gold import gold_file
from headwater.reading.dates import find_times
from headwater.reading.sentences import paragraphs, sentences
from headwater.records import Time

BEFORE, BEHIND = 70, 50
"""Code points shown to each side."""


def lines_of(number: int, text: str, published: str | None) -> Iterator[str]:
    """A line for each time of an article, in order."""
    times, _ = find_times(text, sentences(text, paragraphs(text)), published=published)
    for index, time in enumerate(times):
        yield f"{number}.{index} {_shown(text, time)}"


def _shown(text: str, time: Time) -> str:
    start, end = time.span.start, time.span.end
    around = f"{text[max(0, start - BEFORE) : start]}[[{time.span.of(text)}]]{text[end : end + BEHIND]}"
    return f"{' '.join(around.split())} => {time.type} {time.value} {time.mod or ''} {time.basis}"


def main() -> int:
    """Print the list; nothing where the stream is not here."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--every", type=int, default=1, help="list each N-th time of an article")
    parser.add_argument("--first", type=int, default=0, help="beginning with this one")
    asked = parser.parse_args()
    path = gold_file("stream", "news-2012-2019.jsonl.gz")
    if path is None:
        return 0
    with gzip.open(path) as packed:
        rows = list(packed)
    chosen = sorted(random.Random(asked.seed).sample(range(len(rows)), asked.articles))
    found = listed = 0
    for number, at in enumerate(chosen):
        row = json.loads(rows[at])
        lines = list(lines_of(number, row["text"], row.get("published")))
        shown = lines[asked.first :: asked.every]
        found, listed = found + len(lines), listed + len(shown)
        print(f"## {row['id']} {row.get('published')}", *shown, sep="\n")
    print(f"{found:,} times in {asked.articles} articles, {listed} listed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
