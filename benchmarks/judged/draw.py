"""Writes chains of fresh articles for judges: ``python -m benchmarks.judged.draw SEED FILE``.

The items hold other people's text: they belong outside the tree. Articles that any gold or training
passage touches, or that were judged before, are left out.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.gold import ROOT, document_of, gold_file
from benchmarks.judged.verdicts import FOLDER, read_development, read_samples
from benchmarks.own.articles import STREAM
from headwater.pipeline import read_document
from headwater.records import Attribution, Reading

ARTICLES, PER_ARTICLE = 80, 3
SHORTEST, LONGEST = 600, 20_000
BEFORE, SHOWN, CONTENT = 1500, 1500, 400
"""Code points shown of what stands before a statement, of its paragraph, and of its content."""
_ARTICLE = re.compile(r'"article": ?"([^"]+)"')


def used() -> set[str]:
    """The articles that must not be drawn."""
    files = [p for folder in ("benchmarks", "training") for p in (ROOT / folder).rglob("*.json*")]
    known = {found for p in files for found in _ARTICLE.findall(p.read_text(encoding="utf-8"))}
    known |= {one.article for sample in read_samples(FOLDER) for one in sample.items}
    return known | {one.article for one in read_development(FOLDER)}


def drawn(seed: int) -> Iterator[dict[str, Any]]:
    """Rows of the stream by chance; none where the stream is not here."""
    path = gold_file(*STREAM)
    if path is None:
        return
    without = used()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["id"] not in without]
    yield from random.Random(seed).sample(rows, ARTICLES)


def shown(number: int, row: dict[str, Any], reading: Reading, told: Attribution) -> str:
    """One chain as judges see it."""
    text = reading.document.text
    spans = (*told.content, *told.cue, *told.source)
    first = text.rfind("\n", 0, min(s.start for s in spans)) + 1
    stop = text.find("\n", max(s.end for s in spans))
    source, cue = (" ".join(s.of(text) for s in role) for role in (told.source, told.cue))
    content = " … ".join(s.of(text) for s in told.content)[:CONTENT]
    chain = [(link.kind, link.label) for link in told.chain]
    return (
        f"### {number} [{row['id']}] by {reading.document.byline}, {reading.document.outlet}\n"
        f"CONTEXT: …{text[max(0, first - BEFORE) : first]}"
        f">>>{text[first : stop if stop >= 0 else None][:SHOWN]}<<<\n"
        f"READ: {source!r} | {cue!r} | {content!r}\n"
        f"CHAIN: {chain} sort={told.sort} polarity={told.polarity}"
        f" content_negated={told.content_negated} modality={told.modality} source_kind={told.source_kind}\n"
    )


def items(seed: int) -> Iterator[str]:
    """The chains of a sample, numbered from 1."""
    number = 0
    for row in drawn(seed):
        document = document_of(row)
        if SHORTEST <= len(document.text) <= LONGEST:
            reading = read_document(document)
            chance = random.Random(f"{seed} {row['id']}")
            told = reading.attributions
            for one in chance.sample(told, min(PER_ARTICLE, len(told))):
                number += 1
                yield shown(number, row, reading, one)


def main(arguments: list[str] | None = None) -> int:
    """Write a sample; without the stream, which is then named, nothing is written and the exit is 2."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.judged.draw", description=__doc__)
    parser.add_argument("seed", type=int)
    parser.add_argument("file", type=Path)
    options = parser.parse_args(arguments)
    if gold_file(*STREAM) is None:
        return 2
    options.file.write_text("\n".join(items(options.seed)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
