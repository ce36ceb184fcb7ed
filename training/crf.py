"""A CRF on word features, the baseline that a model for names is measured against.

    python -m training.crf

trains on the sets of ``training.names`` that are free to train on (re3d's CENTCOM
and DFAT are not among them), tags these two, and prints their scores by
``benchmarks.names``. Needs python-crfsuite. A CRF cannot leave a loss out, so
there are three ways with types that a set is silent on:

- ``all``: one CRF on all sets, silent types simply unmarked;
- ``re3d``: one CRF on re3d's State Department and EU documents, which lack ``other`` alone;
- ``types``: a CRF for each type, on the sets that are not silent on it, names of other types unmarked.

L-BFGS with c1 = c2 = 0.1 and 100 iterations, as in sklearn-crfsuite's tutorial
for CoNLL 2002; nothing was tuned.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pycrfsuite  # type: ignore[import-not-found,import-untyped,unused-ignore]

from benchmarks.names import SCORED, Scored, gold_texts, pair, report
from benchmarks.names_re3d import NameSpan
from headwater.records.vocabulary import EntityType
from training.names import NamedText, load, names_of, training_texts
from training.names_words import features, rows, spans_of, tags

SETTINGS = {"c1": 0.1, "c2": 0.1, "max_iterations": 100, "feature.possible_transitions": True}
VARIANTS = ("all", "re3d", "types")


def train(texts: Iterable[NamedText], kinds: Sequence[EntityType], path: Path) -> pycrfsuite.Tagger:
    """A CRF for names of ``kinds``, kept at ``path``."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(SETTINGS)
    for text in texts:
        wanted = [s for s in names_of(text) if s.type in kinds]
        for row in rows(text.text):
            trainer.append([features(row, i) for i in range(len(row))], tags(row, wanted))
    trainer.train(str(path))
    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    return tagger


def find(text: str, taggers: Sequence[pycrfsuite.Tagger]) -> Iterator[NameSpan]:
    """The names that the taggers find in a text."""
    for row in rows(text):
        seen = [features(row, i) for i in range(len(row))]
        for tagger in taggers:
            for span in spans_of(row, tagger.tag(seen)):
                yield NameSpan(span.start, span.end, span.type)


def taggers_of(variant: str, folder: Path) -> list[pycrfsuite.Tagger]:
    """The trained CRFs of one variant."""
    kinds: tuple[EntityType, ...] = (*SCORED, "facility", "other")
    if variant == "re3d":
        return [train(load("re3d-state") + load("re3d-eu"), kinds, folder / variant)]
    texts = training_texts()
    if variant == "all":
        return [train(texts, kinds, folder / variant)]
    return [train([t for t in texts if k not in t.silent], [k], folder / k) for k in kinds]


def main(arguments: list[str] | None = None) -> int:
    """Train, tag and print."""
    parser = argparse.ArgumentParser(prog="python -m training.crf", description=__doc__)
    parser.add_argument("--variant", choices=VARIANTS, action="append", help="only this one")
    options = parser.parse_args(arguments)
    texts = gold_texts()
    if texts is None:
        return 0
    for variant in options.variant or VARIANTS:
        with tempfile.TemporaryDirectory() as folder:
            taggers = taggers_of(variant, Path(folder))
            documents: list[Scored] = [pair(t, find(t.text, taggers)) for t in texts]
        print(f"\nCRF, {variant}\n", *report(texts, documents), sep="\n", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
