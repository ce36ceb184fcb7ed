"""Scores figures on labelled passages of news: ``python -m benchmarks.figures_news``."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from benchmarks.figures_news.marks import GOLD, Labelled, read
from benchmarks.figures_news.score import Score, score
from benchmarks.measures import Counts, interval, total
from benchmarks.own.articles import articles, require_same
from headwater.reading.dates import find_times
from headwater.reading.figures import find_figures
from headwater.reading.sentences import paragraphs, sentences
from headwater.records import Figure


def scores(path: Path = GOLD) -> list[tuple[Labelled, Score]]:
    """The score of every passage; none where the stream is not here."""
    passages = read(path)
    rows = articles(passages)

    @cache
    def figures(article: str) -> tuple[Figure, ...]:
        return figures_of(rows[article]["text"], rows[article]["published"])

    every = []
    for one in passages:
        if one.article in rows:
            text = rows[one.article]["text"]
            require_same(one, text)
            every.append((one, score(one, text, figures(one.article))))
    return every


def figures_of(text: str, published: str | None) -> tuple[Figure, ...]:
    """The figures of one article."""
    split = sentences(text, paragraphs(text))
    times, _ = find_times(text, split, published=published)
    return find_figures(text, split, times)


def table(every: Iterable[tuple[Labelled, Score]]) -> dict[str, list[Counts]]:
    """The counts of each passage by measure, those aside that the gold has nothing of."""
    out: dict[str, list[Counts]] = {}
    for _, one in every:
        for name, counts in one.counts.items():
            out.setdefault(name, []).append(counts)
    return {name: counts for name, counts in out.items() if total(counts).gold}


def main(arguments: list[str] | None = None) -> int:
    """Read the articles of the gold and print every measure."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.figures_news", description=__doc__)
    parser.add_argument(
        "--gold", type=Path, default=GOLD, help="what `benchmarks.figures_news.labels -o` wrote"
    )
    parser.add_argument(
        "--classes", action="store_true", help="count the kinds of errors, without their words"
    )
    options = parser.parse_args(arguments)
    every = scores(options.gold)
    if not every:
        return 0
    marks = sum(len(gold.marks) for gold, _ in every)
    print(f"Figures of news: {len(every)} passages, {marks} figures\n")
    print(f"{'':40} {'share or F1':>11}  95 % interval   {'P':>6} {'R':>6} {'read':>5} {'gold':>5}")
    for name, counts in table(every).items():
        one, (low, high) = total(counts), interval(counts)
        shown = f"{one.f1:11.1%}  [{low:.1%}, {high:.1%}] {one.precision:6.1%} {one.recall:6.1%}"
        print(f"{name:40} {shown} {one.predicted:5} {one.gold:5}")
    print("\nvalue right, by what is counted")
    kinds = Counter({of: n.gold for _, s in every for of, n in s.by_of.items()})
    for of in sorted(kinds):
        one = total(s.by_of[of] for _, s in every if of in s.by_of)
        print(f"  {of:38} {one.recall:11.1%}  of {one.gold}")
    if options.classes:
        for name, n in sum((s.classes for _, s in every), Counter[str]()).most_common():
            print(f"{n:4} {name}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
