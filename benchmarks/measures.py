"""How attributions are scored. Pure; defined in words in docs/measures.md."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from headwater.records import Spans
from headwater.records.spans import jaccard

Role = Literal["source", "cue", "content"]
ROLES: tuple[Role, ...] = ("source", "cue", "content")
SAME_CONTENT = 0.5
"""Least Jaccard of two contents that count as one: more than half of what either covers is shared."""


@dataclass(frozen=True, slots=True)
class Triple:
    """The three roles of one attribution, each a list of spans that may be empty."""

    source: Spans
    cue: Spans
    content: Spans

    def role(self, name: Role) -> Spans:
        """The spans of one role."""
        found: Spans = getattr(self, name)
        return found


@dataclass(frozen=True, slots=True)
class Counts:
    """How many predicted and gold things there are, and how many of each are right."""

    right_predicted: int = 0
    predicted: int = 0
    right_gold: int = 0
    gold: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.right_predicted + other.right_predicted,
            self.predicted + other.predicted,
            self.right_gold + other.right_gold,
            self.gold + other.gold,
        )

    @property
    def precision(self) -> float:
        """Share of the predicted that is right (0 where nothing was predicted)."""
        return self.right_predicted / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found (0 where there is none)."""
        return self.right_gold / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def total(counts: Iterable[Counts]) -> Counts:
    """The sum of counts."""
    return sum(counts, Counts())


def instances(triples: Iterable[Triple], role: Role) -> frozenset[Spans]:
    """The different role instances of one article; an absent role is none."""
    return frozenset(spans for t in triples if (spans := t.role(role)))


def strict(predicted: frozenset[Spans], gold: frozenset[Spans]) -> Counts:
    """Instances that are equal span for span."""
    same = len(predicted & gold)
    return Counts(same, len(predicted), same, len(gold))


def overlap(predicted: frozenset[Spans], gold: frozenset[Spans]) -> Counts:
    """Instances that share at least one code point with an instance of the other side."""
    return Counts(
        sum(touches(p, gold) for p in predicted),
        len(predicted),
        sum(touches(g, predicted) for g in gold),
        len(gold),
    )


def touches(spans: Spans, others: Iterable[Spans]) -> bool:
    """Whether ``spans`` share a code point with any of ``others``."""
    return any(meet(spans, other) for other in others)


def meet(left: Spans, right: Spans) -> bool:
    """Whether two lists of spans share a code point."""
    return any(a.overlaps(b) for a in left for b in right)


def same_source(left: Spans, right: Spans) -> bool:
    """Whether two sources overlap, or both are absent."""
    return meet(left, right) if left and right else not left and not right


def relations(predicted: Sequence[Triple], gold: Sequence[Triple]) -> Counts:
    """Attributions with the same content (``SAME_CONTENT``) and the same source, one to one."""
    pairs = match(predicted, gold, with_source=True)
    return Counts(len(pairs), len(predicted), len(pairs), len(gold))


def match(predicted: Sequence[Triple], gold: Sequence[Triple], *, with_source: bool) -> dict[int, int]:
    """Pairs ``{index of gold: index of predicted}``, the best content Jaccard first, each used once.

    ``with_source`` leaves out pairs whose sources differ; without it, a pair
    with the same source still goes before an equally good one without.
    """
    ranked = sorted(
        (-closeness, not agrees, g, p)
        for g, wanted in enumerate(gold)
        for p, given in enumerate(predicted)
        if (closeness := jaccard(given.content, wanted.content)) >= SAME_CONTENT
        and ((agrees := same_source(given.source, wanted.source)) or not with_source)
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, g, p in ranked:
        if g not in pairs and p not in taken:
            pairs[g] = p
            taken.add(p)
    return pairs


def interval(
    articles: Sequence[Counts], *, draws: int = 1000, seed: int = 20241217, level: float = 0.95
) -> tuple[float, float]:
    """Percentile bootstrap interval of the pooled F1, drawing whole articles with replacement.

    Articles are drawn, not attributions, since those of one article are alike
    (Efron and Tibshirani 1993, chapters 8 and 13).
    """
    if not articles:
        return (0.0, 0.0)
    source = random.Random(seed)
    scores = sorted(total(source.choices(articles, k=len(articles))).f1 for _ in range(draws))
    cut = round((1 - level) / 2 * draws)
    return scores[cut], scores[-1 - cut]
