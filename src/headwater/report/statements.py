"""Attributions in the order of the text, numbered as the page numbers them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from headwater.records import Attribution, ChainLink, Reading, Spans
from headwater.records.spans import hull
from headwater.report.view import Statement
from headwater.report.words import manner

FURTHEST = 3
"""Chains with more mouths than this are painted alike: a fourth tint could not be told apart."""


def in_order(reading: Reading) -> list[Attribution]:
    """The attributions by where their contents begin, the longer ones first."""
    return sorted(reading.attributions, key=lambda a: (a.content[0].start, -len(hull(a.content)), a.id))


def statements_of(article: int, reading: Reading) -> dict[str, Statement]:
    """What the page shows of each attribution, by attribution id, in order of the text."""
    ordered = in_order(reading)
    numbers = {a.id: number for number, a in enumerate(ordered, 1)}
    return {a.id: _statement(article, a, numbers, reading.document.text) for a in ordered}


def _statement(article: int, attribution: Attribution, numbers: dict[str, int], text: str) -> Statement:
    made = attribution.made
    score = f", score {made.score:g}" if made and made.score is not None else ""
    chain = each_once(attribution.chain)
    return Statement(
        article=article,
        number=numbers[attribution.id],
        quote=_words(attribution.content, text),
        cue=" … ".join(_words(attribution.cue, text)),
        attitude=attribution.sort == "attitude",
        sourceless=attribution.source_kind == "implicit",
        unsure=attribution.unsure,
        unsaid=attribution.modality != "actual",
        chain=chain,
        manner=manner(attribution),
        steps=min(FURTHEST, len(chain) - 1),
        parent=numbers[attribution.parent] if attribution.parent else None,
        made=f"Found by {made.by} {made.version}{score}" if made else "",
    )


def each_once(chain: Sequence[ChainLink]) -> tuple[ChainLink, ...]:
    """The links of a chain, one voice that says what it itself holds ("Roe said: I think") once."""
    return tuple(
        next(same) for _, same in groupby(chain, key=lambda link: (link.label, link.entity, link.kind))
    )


def _words(spans: Spans, text: str) -> tuple[str, ...]:
    return tuple(" ".join(span.of(text).split()) for span in spans)
