"""Scores attributions on PolNeAR: ``python -m benchmarks.polnear``."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.gold import document_of, gold_file, read_lines, spans_of
from benchmarks.measures import (
    ROLES,
    Counts,
    Triple,
    instances,
    interval,
    overlap,
    relations,
    strict,
    total,
)
from benchmarks.polnear_errors import write_errors
from headwater.pipeline import read_document
from headwater.pool import Pool, WorkerDied
from headwater.records import Attribution, Spans

WORKERS = 2
Measure = Callable[[frozenset[Spans], frozenset[Spans]], Counts]


@dataclass(frozen=True, slots=True)
class Article:
    """One article with the attributions that were found and those of the gold.

    ``nested`` are those found inside another's content, of which PolNeAR by rule marks none:
    they are left out of ``predicted``.
    """

    id: str
    text: str
    predicted: tuple[Triple, ...]
    gold: tuple[Triple, ...]
    nested: tuple[Triple, ...] = ()


def gold_triples(row: dict[str, Any]) -> tuple[Triple, ...]:
    """The attributions of a row; a role that is missing is empty."""
    return tuple(Triple(*(spans_of(a.get(role) or []) for role in ROLES)) for a in row["attributions"])


def read_article(row: dict[str, Any]) -> Article:
    """Read one row of PolNeAR and set the result beside its gold."""
    found = read_document(document_of(row)).attributions
    known = {a.id: a for a in found}
    inner = {a.id for a in found if _is_nested(a, known.get(a.parent or ""))}
    triples = {a.id: Triple(a.source, a.cue, a.content) for a in found}
    return Article(
        row["id"],
        row["text"],
        tuple(t for name, t in triples.items() if name not in inner),
        gold_triples(row),
        tuple(t for name, t in triples.items() if name in inner),
    )


def _is_nested(one: Attribution, parent: Attribution | None) -> bool:
    """Whether its parent's content holds its cue; a relay shares its parent's content and is none."""
    return parent is not None and any(c.contains(q) for c in parent.content for q in one.cue)


def read_split(path: Path, limit: int | None = None) -> list[Article]:
    """Read the articles of a split in two processes, in the order of the file.

    Raises:
        RuntimeError: where a process ended while it read an article.
    """
    rows = islice(read_lines(path), limit)
    with Pool(WORKERS) as pool:
        return [article_or_error(row, result) for row, result in pool.stream(read_article, rows)]


def article_or_error(row: dict[str, Any], result: Article | WorkerDied) -> Article:
    """The article, since a score without one would be another score."""
    if isinstance(result, WorkerDied):
        raise RuntimeError(f"the process that read {row['id']} ended; read that article alone to see why")
    return result


def per_article(articles: Sequence[Article], measure: Measure, roles: Sequence[str]) -> list[Counts]:
    """Counts of each article, the named roles pooled."""
    return [
        total(measure(instances(a.predicted, r), instances(a.gold, r)) for r in ROLES if r in roles)
        for a in articles
    ]


def table(articles: Sequence[Article]) -> dict[str, list[Counts]]:
    """Every measure by name, with the counts of each article."""
    rows: dict[str, list[Counts]] = {}
    for name, measure in (("strict", strict), ("overlap", overlap)):
        for role in ROLES:
            rows[f"{name} {role}"] = per_article(articles, measure, [role])
        rows[f"{name} all"] = per_article(articles, measure, ROLES)
    rows["relation"] = [relations(a.predicted, a.gold) for a in articles]
    every = [replace(a, predicted=(*a.predicted, *a.nested)) for a in articles]
    for name, measure in (("strict", strict), ("overlap", overlap)):
        rows[f"{name} all, nested too"] = per_article(every, measure, ROLES)
    rows["relation, nested too"] = [relations(a.predicted, a.gold) for a in every]
    return rows


def line(name: str, counts: list[Counts]) -> str:
    """One row of the printed table; a pooled figure has its interval."""
    pooled = total(counts)
    shown = f"{name:24} {pooled.precision:6.1%} {pooled.recall:6.1%} {pooled.f1:6.1%}"
    numbers = f"{pooled.predicted:7} {pooled.gold:7}"
    if name in ("strict all", "overlap all", "relation"):
        low, high = interval(counts)
        return f"{shown} {numbers}   [{low:.1%}, {high:.1%}]"
    return f"{shown} {numbers}"


def main(arguments: list[str] | None = None) -> int:
    """Score a split and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.polnear", description=__doc__)
    parser.add_argument("--split", choices=["dev", "train"], default="dev")
    parser.add_argument("--limit", type=int, help="only the first N articles")
    parser.add_argument("--errors", type=Path, help="write misses and false alarms to this file")
    parser.add_argument("--sample", type=int, default=40, help="how many of each kind of error (default 40)")
    options = parser.parse_args(arguments)
    path = gold_file("voices", f"polnear-{options.split}.jsonl.gz")
    if path is None:
        return 0
    articles = read_split(path, options.limit)
    print(f"PolNeAR {options.split}: {len(articles)} articles\n")
    print(f"{'':24} {'prec.':>6} {'recall':>6} {'F1':>6} {'found':>7} {'gold':>7}   95 % interval of F1")
    for name, counts in table(articles).items():
        print(line(name, counts))
    if options.errors:
        write_errors(options.errors, articles, options.sample)
        print(f"\nErrors are in {options.errors}.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
