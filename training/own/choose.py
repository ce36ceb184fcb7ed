"""Chooses the passages that are labelled to train on: ``python -m training.own.choose OUT``.

By the rules of the own gold (``benchmarks.own.choose``) with another seed, from articles
that the gold does not touch; three rounds, each taking up where outlets ran full.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

from benchmarks.gold import gold_file, read_lines
from benchmarks.own.articles import STREAM
from benchmarks.own.choose import Candidate, Passage, candidates, chosen, numbered, read_passages

SEED = "own gold 1 training"
ROUNDS = (
    ({"single": 110, "running": 60, "opinion with cue": 140, "opinion without": 40}, 12),
    ({"single": 240, "running": 130, "opinion with cue": 260, "opinion without": 70}, 24),
    ({"single": 640, "running": 380, "opinion with cue": 720, "opinion without": 170}, 70),
)
"""Passages wanted by kind of place, and from one outlet at most; a round holds those before it."""
SIZES = (350, 350, 1120)


def untouched() -> list[Candidate]:
    """Every passage of the stream that may be chosen, outside the articles of the own gold."""
    gold = read_passages()
    articles, texts = {p.article for p in gold}, {p.sha256 for p in gold}
    path = gold_file(*STREAM)
    rows = () if path is None else (r for r in read_lines(path) if str(r["id"]) not in articles)
    return [c for c in candidates(rows) if c.sha256 not in texts]


def rounds(every: list[Candidate]) -> Iterator[Passage]:
    """The passages of all rounds, ids ``t...``, ``u...`` and ``v...``."""
    taken: set[tuple[str, int]] = set()
    for letter, (wanted, per_outlet), size in zip("tuv", ROUNDS, SIZES, strict=True):
        picked = chosen(every, wanted, per_outlet, SEED)
        new = (c for c in picked if (c.article, c.span.start) not in taken)
        passages = list(numbered(new))[:size]
        taken |= {(p.article, p.start) for p in passages}
        yield from (replace(p, id=letter + p.id) for p in passages)


def main() -> int:
    """Choose and write; ``benchmarks.own.packets`` and ``labels`` show and check such files."""
    parser = argparse.ArgumentParser(prog="python -m training.own.choose", description=__doc__)
    parser.add_argument("out", type=Path)
    out = parser.parse_args().out
    rows = [asdict(p) for p in rounds(untouched())]
    out.write_text("[\n" + ",\n".join(map(json.dumps, rows)) + "\n]\n", encoding="utf-8")
    print(f"{out}: {len(rows)} passages")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
