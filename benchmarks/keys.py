"""Scores the reading of real pages against their keys: ``python -m benchmarks.keys``."""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from benchmarks.gold import ROOT, document_of, gold_folder
from benchmarks.key_scores import Key, Score, key_of, score
from headwater.pipeline import read_document

KEYS = ROOT / "benchmarks" / "keys"


def keys() -> list[tuple[Path, Key]]:
    """Every key with its file, in the order of the names."""
    files = sorted(KEYS.glob("*.json"))
    return [(file, key_of(json.loads(file.read_text(encoding="utf-8")))) for file in files]


def texts_by_digest(folder: Path) -> dict[str, str]:
    """The sample texts by the SHA-256 of their bytes; empty where there is no such folder."""
    files = (file.read_bytes() for file in sorted(folder.glob("*.txt")))
    return {hashlib.sha256(data).hexdigest(): data.decode("utf-8") for data in files}


def scores() -> Iterator[tuple[str, Score]]:
    """The score of each key whose text is here."""
    texts = texts_by_digest(gold_folder() / "samples")
    for file, key in keys():
        if key.sha256 not in texts:
            print(f"Skipped: the text of {file.name} is not in {gold_folder() / 'samples'}.")
            continue
        document = document_of({"id": file.stem, "text": texts[key.sha256]})
        yield file.name, score(key, read_document(document))


def pooled(every: list[Score]) -> Score:
    """The scores of all keys taken as one."""
    result = Score()
    for one in every:
        result.right.update(one.right)
        result.of.update(one.of)
    return result


def show(name: str, one: Score, *, misses: bool) -> None:
    """Print the table of one score."""
    print(f"\n{name}")
    for measure, of in one.of.items():
        share = one.right[measure] / of if of else 1.0
        print(f"  {measure:40} {one.right[measure]:6} of {of:6}  {share:7.1%}")
    if misses:
        print("".join(f"    - {miss}\n" for miss in one.misses))


def main(arguments: list[str] | None = None) -> int:
    """Score every key and print every miss."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.keys", description=__doc__)
    parser.add_argument("--brief", action="store_true", help="leave out the misses")
    options = parser.parse_args(arguments)
    every = list(scores())
    for name, one in every:
        show(name, one, misses=not options.brief)
    if every:
        show("all keys", pooled([one for _, one in every]), misses=False)
    else:
        print(f"There is nothing to score: no key in {KEYS} has its text here.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
