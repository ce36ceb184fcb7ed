"""Scores who is meant by pronouns and short forms on GUM: ``python -m benchmarks.coreference``.

GUM (Zeldes 2017) marks every mention of every entity and which of them are one. An item is a
mention of Headwater's that stands on one of the gold (of those that end at the same word the one
that begins nearest) whose entity the gold has mentioned before, and is one of three kinds:

- *pronoun*: Headwater's form is ``pronoun``; Headwater resolves those alone that are a source
  of an attribution, and of them "I" and "we" are left out here;
- *noun*: Headwater's form is ``nominal`` ("the ministry"); again sources alone;
- *short name*: a name with fewer words than an earlier mention of the entity that is a name too.

It is *answered* if Headwater's entity has an earlier mention that stands on one of the gold, and
*right* if the nearest such mention is one of the gold's same entity. The reader model saw GUM's
names in training, never who is one with whom.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.gold import document_of, gold_file
from benchmarks.measures import Counts, interval, total
from headwater.pipeline import read_document
from headwater.records import Mention, Span
from headwater.voices.words import FIRST_PERSON

KINDS = ("pronoun", "noun", "short name")
_MARK = re.compile(r"\((\d+)(?:\[[^\]]*\])?-[^()]*(\))?|(\d+)(?:\[[^\]]*\])?\)")
_ENTITY = re.compile(r"(?:^|\|)Entity=([^|]*)")
_COLUMNS = 10
_YOU = frozenset("you your yours yourself yourselves".split())


@dataclass(frozen=True, slots=True)
class Marked:
    """One text of GUM.

    ``mentions`` are the spans of the gold with the number of their entity, in order of their ends;
    ``proper`` are the ends of those whose last word is a proper noun.
    """

    name: str
    text: str
    mentions: tuple[tuple[Span, int], ...]
    proper: frozenset[int]


@dataclass(frozen=True, slots=True)
class Item:
    """One mention to be resolved, and how it was."""

    kind: str
    answered: bool
    right: bool


def read_gum(path: Path) -> Marked:
    """One file in CoNLL-U with entities in the last column."""
    text = ""
    open_at: dict[int, list[int]] = {}
    found: list[tuple[Span, int]] = []
    proper: set[int] = set()
    glued, written = True, (0, False)  # the last word of several written as one, and whether a mark follows
    for line in path.read_text(encoding="utf-8").splitlines():
        if line == "# newpar" and text:
            text, glued = text + "\n\n", True
        row = line.split("\t")
        if len(row) != _COLUMNS or "." in row[0]:
            continue
        follows = "SpaceAfter=No" in row[9]
        if "-" in row[0]:
            written = (int(row[0].partition("-")[2]), follows)
            continue
        start = len(text) + (not glued)
        text = f"{text}{'' if glued else ' '}{row[1]}"
        inside = int(row[0]) <= written[0]
        glued = (int(row[0]) < written[0] or written[1]) if inside else follows
        written = written if int(row[0]) < written[0] else (0, False)
        if row[4] in ("NNP", "NNPS"):
            proper.add(len(text))
        found += [(span, number) for number, span in _marks(row[9], start, len(text), open_at)]
    found.sort(key=lambda m: (m[0].end, -m[0].start))
    return Marked(path.stem, text, tuple(found), frozenset(proper))


def _marks(misc: str, start: int, end: int, open_at: dict[int, list[int]]) -> Iterator[tuple[int, Span]]:
    """The mentions that a word closes; those that it opens are put down in ``open_at``."""
    entity = _ENTITY.search(misc)
    for mark in _MARK.finditer(entity[1]) if entity else ():
        number = int(mark[1] or mark[3])
        if mark[1]:
            open_at.setdefault(number, []).append(start)
        if (mark[2] or mark[3]) and open_at.get(number):
            yield number, Span(open_at[number].pop(), end)


def items(gold: Marked, read: Sequence[Mention]) -> Iterator[Item]:
    """Every mention that is asked about; ``read`` are Headwater's, in order of the text."""
    by_end: dict[int, list[tuple[Span, int]]] = {}
    first: dict[int, int] = {}
    for span, number in gold.mentions:
        by_end.setdefault(span.end, []).append((span, number))
        first.setdefault(number, span.end)
    longest: dict[int, int] = {}
    last: dict[str, int] = {}
    for mention in sorted((m for m in read if m.entity is not None), key=lambda m: m.span):
        end = _bare_end(gold.text, mention.span)
        if end not in by_end:
            continue
        start = mention.span.start
        number = min(by_end[end], key=lambda e: abs(e[0].start - start))[1]
        kind = _kind(gold, mention, end, longest.get(number, 0))
        entity = mention.entity or ""
        if kind is not None and first[number] < end:
            yield Item(kind, entity in last, last.get(entity) == number)
        last[entity] = number
        if mention.form == "name" and end in gold.proper:
            words = len(mention.span.of(gold.text).split())
            longest[number] = max(longest.get(number, 0), words)


def _bare_end(text: str, span: Span) -> int:
    """Where a mention ends without its possessive ending: GUM's word ends there."""
    return span.end - 2 if span.of(text).endswith(("'s", "’s")) else span.end


def _kind(gold: Marked, mention: Mention, end: int, longest: int) -> str | None:
    """Which of ``KINDS`` a mention is; ``longest`` is how many words the longest name before it has."""
    words = mention.span.of(gold.text)
    if mention.form == "pronoun":
        return None if words.lower() in FIRST_PERSON | _YOU else "pronoun"
    if mention.form == "nominal":
        return "noun"
    return "short name" if end in gold.proper and len(words.split()) < longest else None


def counts(found: Sequence[Item], kind: str) -> tuple[Counts, Counts]:
    """The share right of those answered, and of all of a kind."""
    of_kind = [i for i in found if i.kind == kind]
    right, answered = sum(i.right for i in of_kind), sum(i.answered for i in of_kind)
    return Counts(right, answered, right, answered), Counts(right, len(of_kind), right, len(of_kind))


def read_all(paths: Iterable[Path]) -> list[list[Item]]:
    """The items of each text, read anew."""
    texts = map(read_gum, paths)
    return [
        list(items(t, read_document(document_of({"id": t.name, "text": t.text})).mentions)) for t in texts
    ]


def main() -> int:
    """Print the table for news and for the rest."""
    folder = gold_file("names", "gum")
    if folder is None:
        return 0
    paths = sorted(folder.glob("*.conllu"))
    news = [p for p in paths if p.stem.startswith("GUM_news_")]
    for title, chosen in (("news", news), ("other genres", [p for p in paths if p not in news])):
        documents = read_all(chosen)
        print(f"GUM, {title}: {len(documents)} texts")
        for kind in KINDS:
            both = [counts(d, kind) for d in documents]
            answered, asked = (total([b[k] for b in both]) for k in (0, 1))
            low, high = interval([b[0] for b in both])
            told = f"{answered.f1:6.1%} [{low:6.1%}, {high:6.1%}] of {answered.gold} answered"
            print(f"  {kind:12} right {told}, {asked.f1:6.1%} of {asked.gold}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
