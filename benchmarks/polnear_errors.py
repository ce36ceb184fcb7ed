"""Misses and false alarms on PolNeAR, written for a person to read."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from benchmarks.measures import ROLES, Triple, meet
from headwater.records import Spans
from headwater.records.spans import hull, shared_points

COMMON = 60
"""How many cues the heads of the lists name: enough to see what to work on first."""
AROUND = 350
"""Code points of the paragraph kept on either side of what is shown: about two sentences."""


class Scored(Protocol):
    """An article with what was found in it and its gold."""

    @property
    def id(self) -> str:
        """The article's name."""

    @property
    def text(self) -> str:
        """Its text."""

    @property
    def predicted(self) -> tuple[Triple, ...]:
        """What was found."""

    @property
    def gold(self) -> tuple[Triple, ...]:
        """What should be."""


@dataclass(frozen=True, slots=True)
class Slip:
    """One error: what was found against what should be."""

    kind: str
    article: Scored
    predicted: Triple | None
    gold: Triple | None


def write_errors(path: Path, articles: Sequence[Scored], sample: int) -> None:
    """Write a seeded sample of each kind of error, commonest cues first."""
    by_kind: dict[str, list[Slip]] = defaultdict(list)
    for article in articles:
        for slip in slips(article):
            by_kind[slip.kind].append(slip)
    with path.open("w", encoding="utf-8") as out:
        for kind, found in sorted(by_kind.items()):
            out.write(f"{'=' * 78}\n{kind}: {len(found)}\n{'=' * 78}\n{cues(found)}\n")
            drawn = random.Random(kind).sample(range(len(found)), min(sample, len(found)))
            for index in sorted(drawn):
                out.write("\n" + shown(found[index]))


def slips(article: Scored) -> Iterator[Slip]:
    """Every error of an article. Attributions are set side by side by their cues."""
    met: set[int] = set()
    for gold in article.gold:
        partner = best_partner(gold, article.predicted)
        if partner is None:
            yield Slip("missed", article, None, gold)
            continue
        met.add(partner)
        predicted = article.predicted[partner]
        for role in ROLES:
            if predicted.role(role) != gold.role(role):
                yield Slip(
                    f"{role} {difference(predicted.role(role), gold.role(role))}", article, predicted, gold
                )
    for index, predicted in enumerate(article.predicted):
        if index not in met and not any(meet(anchor(predicted), anchor(g)) for g in article.gold):
            yield Slip("false alarm", article, predicted, None)


def difference(predicted: Spans, gold: Spans) -> str:
    """How one role differs."""
    if not predicted:
        return "not found"
    if not gold:
        return "found where there is none"
    return "cut otherwise" if meet(predicted, gold) else "elsewhere"


def anchor(triple: Triple) -> Spans:
    """What places an attribution: its cue, or its content where it has none."""
    return triple.cue or triple.content


def best_partner(gold: Triple, predicted: Sequence[Triple]) -> int | None:
    """The predicted attribution whose cue meets the gold's, with most content in common."""
    meeting = [i for i, p in enumerate(predicted) if meet(anchor(p), anchor(gold))]
    return max(meeting, key=lambda i: shared_points(predicted[i].content, gold.content), default=None)


def cues(found: Sequence[Slip]) -> str:
    """The commonest cues of a kind of error, in lower case."""
    counted = Counter(
        words(slip.article.text, shown_triple.cue).lower()
        for slip in found
        if (shown_triple := slip.gold or slip.predicted) is not None
    )
    return ", ".join(f"{cue} {count}" for cue, count in counted.most_common(COMMON))


def words(text: str, spans: Spans) -> str:
    """The words of a broken span, its breaks shown."""
    return " … ".join(" ".join(s.of(text).split()) for s in spans) or "-"


def shown(slip: Slip) -> str:
    """One error with its passage, where ⟦⟧ holds the content, ‹› the source and «» the cue."""
    text, triple = slip.article.text, slip.gold or slip.predicted
    if triple is None:
        raise ValueError("an error has a predicted or a gold attribution")
    lines = [f"-- {slip.article.id} @{hull(anchor(triple)).start}", f"   {passage(text, triple)}"]
    for name, one in (("gold", slip.gold), ("read", slip.predicted)):
        if one is not None:
            lines += [f"   {name} {role:8}{words(text, one.role(role))}" for role in ROLES]
    return "\n".join(lines) + "\n"


def passage(text: str, triple: Triple) -> str:
    """The paragraphs around an attribution in one line, with its roles marked."""
    whole = hull((*triple.source, *triple.cue, *triple.content))
    start = max(text.rfind("\n", 0, whole.start) + 1, whole.start - AROUND)
    after = text.find("\n", whole.end)
    end = min(after if after >= 0 else len(text), whole.end + AROUND)
    marks: dict[int, str] = defaultdict(str)
    for spans, left, right in ((triple.content, "⟦", "⟧"), (triple.source, "‹", "›"), (triple.cue, "«", "»")):
        for span in spans:
            marks[span.end] = right + marks[span.end]
            marks[span.start] += left
    pieces = [marks.get(at, "") + text[at] for at in range(start, end)]
    return " ".join(("".join(pieces) + marks.get(end, "")).split())
