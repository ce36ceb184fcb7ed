"""Chooses passages that are read unsurely, to label and train on: ``python -m training.own.unsure OUT``.

Articles of the stream by chance that no gold, no training passage and no judged chain touches are
read; around each chain of a low score the sentences that hold it may be chosen, by chance, few of an
article. A later version reads otherwise, so that it chooses others: ``labels.json`` says which were.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any

from benchmarks.gold import document_of, gold_file
from benchmarks.judged.draw import LONGEST, SHORTEST, used
from benchmarks.own.articles import STREAM
from benchmarks.own.choose import CONTEXT, SPOILT, Passage, is_english
from benchmarks.own.plain import balanced, paragraphs, sentences
from headwater.pipeline import read_document
from headwater.records import Attribution, Span
from headwater.records.spans import hull

SEED = "own gold 1 unsure"
ARTICLES, PER_ARTICLE = 700, 2
UNSURE = 0.7
APART = 300
"""Code points between two passages of an article, at least."""
FEWEST, MOST = 8, 110
"""Words of a passage."""


def drawn() -> list[dict[str, Any]]:
    """Rows of the stream by chance; none where the stream is not here."""
    path = gold_file(*STREAM)
    if path is None:
        return []
    without = used()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["id"] not in without]
    fit = [r for r in rows if SHORTEST <= len(r["text"]) <= LONGEST and is_english(r["text"])]
    return random.Random(SEED).sample(fit, ARTICLES)


def passages_of(row: dict[str, Any]) -> list[Passage]:
    """The passages of one article that are chosen, by chance and apart from each other."""
    text = row["text"]
    reading = read_document(document_of(row))
    if reading.document.text != text:
        return []
    kind = "opinion" if reading.stance.kind == "opinion" else "news"
    scored = ((a, a.made.score if a.made else None) for a in reading.attributions)
    unsure = [a for a, score in scored if score is not None and score < UNSURE]
    random.Random(f"{SEED} {row['id']}").shuffle(unsure)
    out: list[Passage] = []
    for one in unsure:
        found = around(text, one)
        if found and len(out) < PER_ARTICLE and _apart(found[0], out):
            span, before = found
            digest = sha256(text.encode("utf-8")).hexdigest()
            context = (before[0].start, before[-1].end) if before else None
            out.append(Passage("", kind, str(row["id"]), digest, span.start, span.end, context))
    return out


def _apart(span: Span, taken: list[Passage]) -> bool:
    return all(span.end + APART < p.start or p.end + APART < span.start for p in taken)


def around(text: str, told: Attribution) -> tuple[Span, list[Span]] | None:
    """The paragraph of a chain's words, or whole sentences of it, and those before; nothing if unfit."""
    place = hull([*told.source, *told.cue, *told.content])
    every = [s for p in paragraphs(text) for s in sentences(text, p)]
    for held in (*(p for p in paragraphs(text) if p.contains(place)), place):
        at = [i for i, s in enumerate(every) if s.overlaps(held)]
        span = Span(every[at[0]].start, every[at[-1]].end) if at else None
        if span and _is_fit(text, span):
            return span, every[max(0, at[0] - CONTEXT) : at[0]]
    return None


def _is_fit(text: str, span: Span) -> bool:
    words = span.of(text)
    fair = FEWEST <= len(words.split()) <= MOST and balanced(words) and not SPOILT.search(words)
    whole = words.rstrip("”’\"')]")[-1:] in set(".!?") and balanced(text[: span.start].rpartition("\n")[2])
    return fair and whole


def numbered(every: list[Passage]) -> Iterator[Passage]:
    """The passages in the order of chance, as ``w0001`` onward."""
    for i, one in enumerate(random.Random(SEED).sample(every, len(every)), 1):
        yield Passage(**{**asdict(one), "id": f"w{i:04}"})


def main() -> int:
    """Choose and write; ``benchmarks.own.packets`` and ``labels`` show and check such files."""
    parser = argparse.ArgumentParser(prog="python -m training.own.unsure", description=__doc__)
    parser.add_argument("out", type=Path)
    out = parser.parse_args().out
    with ProcessPoolExecutor(2) as pool:
        found = [p for some in pool.map(passages_of, drawn(), chunksize=8) for p in some]
    rows = [json.dumps(asdict(p)) for p in numbered(found)]
    out.write_text("[\n" + ",\n".join(rows) + "\n]\n", encoding="utf-8")
    print(f"{out}: {len(rows)} passages")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
