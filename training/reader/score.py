"""Scores a run on PolNeAR's development articles: ``python -m training.reader.score RUN WEIGHTS``.

RUN is a folder of ``training.reader.train``; WEIGHTS one of ``training.reader.export``. The
model alone is scored, without the rules, in 32 bits and in 8.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measures import Counts, Triple, instances, overlap, relations, strict, total
from benchmarks.polnear import gold_triples
from headwater.models import Said
from headwater.models.session import Reader
from headwater.reading.quotes import outer_quotes, quotes
from headwater.reading.sentences import paragraphs
from training.reader.gold import read_rows
from training.reader.settings import GOLD

Pairs = list[tuple[Sequence[Triple], Sequence[Triple]]]


def read_all(reader: Reader) -> Pairs:
    """What the model finds in each article, beside the gold."""
    pairs: Pairs = []
    for row in read_rows(GOLD / "voices" / "polnear-dev.jsonl.gz"):
        text = row["text"]
        blocks = paragraphs(text)
        heard = reader.hear(text, blocks, [q.span for q in outer_quotes(quotes(text, blocks))])
        pairs.append((triples(heard.said), gold_triples(row)))
    return pairs


def triples(said: Sequence[Said]) -> list[Triple]:
    """Attributions in the form of the measures."""
    return [Triple(s.source, s.cue, s.content) for s in said]


def table(pairs: Pairs) -> dict[str, Counts]:
    """Counts by measure."""
    out: dict[str, Counts] = {}
    for name, measure in (("strict", strict), ("overlap", overlap)):
        for role in ("source", "cue", "content"):
            out[f"{name} {role}"] = total(measure(instances(p, role), instances(g, role)) for p, g in pairs)
        out[f"{name} all"] = total(out[f"{name} {role}"] for role in ("source", "cue", "content"))
    out["relation"] = total(relations(p, g) for p, g in pairs)
    return out


def main() -> int:
    """Print both tables side by side."""
    parser = argparse.ArgumentParser(prog="python -m training.reader.score", description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("weights", type=Path)
    options = parser.parse_args()
    whole = table(read_all(Reader(options.weights, options.run / "reader-fp32.onnx")))
    small = table(read_all(Reader(options.weights)))
    print(f"{'F1 on PolNeAR dev':20} {'32 bit':>8} {'8 bit':>8}")
    for name, counts in whole.items():
        print(f"{name:20} {counts.f1:8.1%} {small[name].f1:8.1%}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
