"""Scores names on re3d's CENTCOM and DFAT documents: ``python -m benchmarks.names``."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.gold import document_of, gold_file
from benchmarks.measures import Counts, interval, total
from benchmarks.names_re3d import GoldName, NameSpan, Re3dText, bare, read_re3d
from headwater import models
from headwater.pipeline import read_document
from headwater.reading.names import find_names
from headwater.reading.quotes import outer_quotes, quotes
from headwater.reading.sentences import paragraphs, sentences
from headwater.records.vocabulary import EntityType

FILES = ("re3d-centcom.jsonl", "re3d-australian-department-of-foreign-affairs.jsonl")
SCORED: tuple[EntityType, ...] = (
    "person",
    "organisation",
    "location",
    "nationality",
    "weapon",
    "military_platform",
)
"""re3d has no facility (it counts as location) and no ``other`` (which is neither right nor wrong)."""

Found = Sequence[NameSpan]
Meet = Callable[[NameSpan | GoldName, NameSpan | GoldName], bool]


@dataclass(frozen=True, slots=True)
class Scored:
    """One document: the spans that were found, and those of the gold."""

    found: tuple[NameSpan, ...]
    gold: tuple[GoldName, ...]


def same(left: NameSpan | GoldName, right: NameSpan | GoldName) -> bool:
    """Whether two spans begin and end alike (strict)."""
    return (left.start, left.end) == (right.start, right.end)


def meet(left: NameSpan | GoldName, right: NameSpan | GoldName) -> bool:
    """Whether two spans share a code point (overlap)."""
    return left.start < right.end and right.start < left.end


MEASURES: dict[str, Meet] = {"strict": same, "overlap": meet}


def gold_texts() -> list[Re3dText] | None:
    """The documents that names are scored on, or ``None`` (said on the screen) where they are not here."""
    paths = [gold_file("names", name) for name in FILES]
    return None if None in paths else [text for path in paths if path for text in read_re3d(path)]


def pair(text: Re3dText, found: Iterable[NameSpan]) -> Scored:
    """A document's names, found and gold, made comparable: bare, facility as location, ``other`` left out."""
    bared = {
        NameSpan(*bare(text.text, s.start, s.end, kind), kind)
        for s in found
        if (kind := _folded(s.type)) in SCORED
    }
    return Scored(tuple(sorted(bared)), tuple(g for g in text.names if g.form == "name"))


def pair_marked(text: Re3dText, found: Iterable[NameSpan]) -> Scored:
    """All mentions against all that the annotators marked, nominals and pronouns too, spans as they are."""
    folded = {NameSpan(s.start, s.end, kind) for s in found if (kind := _folded(s.type)) in SCORED}
    return Scored(tuple(sorted(folded)), text.marked)


def _folded(kind: EntityType) -> EntityType:
    return "location" if kind == "facility" else kind


def counts(document: Scored, measure: Meet, kind: EntityType | None = None) -> Counts:
    """Right and wrong of one document, of one type or of all together.

    A found span is right if it meets one of the gold that was marked with its
    type; a span of the gold is found if one of its types meets it. A stretch
    that was marked with several types counts once, under the first.
    """
    found = [f for f in document.found if kind in (None, f.type)]
    gold = [g for g in document.gold if kind in (None, g.types[0])]
    return Counts(
        sum(any(measure(f, g) and f.type in g.types for g in document.gold) for f in found),
        len(found),
        sum(any(measure(f, g) and f.type in g.types for f in found) for g in gold),
        len(gold),
    )


def untyped(document: Scored, measure: Meet) -> Counts:
    """As ``counts``, without regard to type: what was seen to be a name at all."""
    places = {(f.start, f.end): f for f in document.found}
    return Counts(
        sum(any(measure(f, g) for g in document.gold) for f in places.values()),
        len(places),
        sum(any(measure(f, g) for f in document.found) for g in document.gold),
        len(document.gold),
    )


def gaps_aside(texts: Sequence[Re3dText], documents: Sequence[Scored]) -> list[Scored]:
    """The documents without what was read in the gaps of the gold.

    Such a span meets nothing in the gold, but the gold marks the same words
    elsewhere in these documents with the same type: the annotators passed over
    a repetition ("Syria", "ISIL").
    """
    known = {
        (text.text[g.start : g.end], kind)
        for text, document in zip(texts, documents, strict=True)
        for g in document.gold
        for kind in g.types
    }
    return [
        Scored(
            tuple(
                f
                for f in document.found
                if (text.text[f.start : f.end], f.type) not in known or any(meet(f, g) for g in document.gold)
            ),
            document.gold,
        )
        for text, document in zip(texts, documents, strict=True)
    ]


def table(texts: Sequence[Re3dText], documents: Sequence[Scored]) -> dict[str, list[Counts]]:
    """Every measure by name, with the counts of each document."""
    rows: dict[str, list[Counts]] = {}
    for name, measure in MEASURES.items():
        for kind in SCORED:
            rows[f"{name} {kind}"] = [counts(d, measure, kind) for d in documents]
        rows[f"{name} all"] = [counts(d, measure) for d in documents]
        rows[f"{name} any type"] = [untyped(d, measure) for d in documents]
        rows[f"{name} all, gaps aside"] = [counts(d, measure) for d in gaps_aside(texts, documents)]
    return rows


def report(texts: Sequence[Re3dText], documents: Sequence[Scored]) -> Iterator[str]:
    """The printed table, line by line."""
    yield f"{'':25} {'prec.':>6} {'recall':>6} {'F1':>6} {'found':>7} {'gold':>7}   95 % interval of F1"
    for name, each in table(texts, documents).items():
        pooled = total(each)
        numbers = f"{pooled.precision:6.1%} {pooled.recall:6.1%} {pooled.f1:6.1%}"
        beside = "" if name.partition(" ")[2] in SCORED else "   [{:.1%}, {:.1%}]".format(*interval(each))
        yield f"{name:25} {numbers} {pooled.predicted:7} {pooled.gold:7}{beside}"


def product_mentions(text: Re3dText, forms: Sequence[str]) -> Iterator[NameSpan]:
    """What the product finds in a document, of the named forms."""
    reading = read_document(document_of({"id": text.id, "text": text.text}))
    for mention in reading.mentions:
        if mention.form in forms:
            yield NameSpan(mention.span.start, mention.span.end, mention.type)


def rules_names(text: Re3dText) -> Iterator[NameSpan]:
    """What the rules find without the reader model."""
    for name in find_names(text.text, sentences(text.text, paragraphs(text.text))):
        yield NameSpan(name.span.start, name.span.end, name.type)


def model_names(text: Re3dText) -> Iterator[NameSpan]:
    """What the reader model finds without the rules.

    Raises:
        RuntimeError: where its weights are absent.
    """
    reader = models.reader()
    if reader is None:
        raise RuntimeError(f"the reader model can't be scored: {models.absence()}")
    blocks = paragraphs(text.text)
    quoted = [q.span for q in outer_quotes(quotes(text.text, blocks))]
    for span, kind in reader.hear(text.text, blocks, quoted).names:
        yield NameSpan(span.start, span.end, kind)


FINDERS: dict[str, Callable[[Re3dText], Iterable[NameSpan]]] = {
    "product": lambda text: product_mentions(text, ("name",)),
    "rules": rules_names,
    "model": model_names,
}


def main(arguments: list[str] | None = None) -> int:
    """Score the product, or a part of it, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.names", description=__doc__)
    parser.add_argument("--of", choices=FINDERS, default="product", help="score one part alone")
    parser.add_argument("--marked", action="store_true", help="all mentions against all that is marked")
    options = parser.parse_args(arguments)
    texts = gold_texts()
    if texts is None:
        return 0
    if options.marked:
        forms = ("name", "nominal", "pronoun")
        documents = [pair_marked(t, product_mentions(t, forms)) for t in texts]
    else:
        documents = [pair(t, FINDERS[options.of](t)) for t in texts]
    print(
        f"re3d CENTCOM and DFAT: {len(texts)} documents, {'all mentions' if options.marked else options.of}\n"
    )
    print(*report(texts, documents), sep="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
