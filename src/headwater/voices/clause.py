"""A sentence as the rules see it: tokens, and which of them stand in quotation marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.reading.ordered import quotes_at
from headwater.reading.tokens import Token, sentence_tokens
from headwater.records import Quote, Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a paragraph.

    Attributes:
        span: the sentence.
        tokens: its tokens.
        quoted: for each token, whether it lies inside a quotation that holds more
            than a word or two (a scare quote does not hide a cue).
        quotes: the outer quotations that touch the sentence, in order.
        block: span of its paragraph.
    """

    text: str
    span: Span
    tokens: tuple[Token, ...]
    quoted: tuple[bool, ...]
    quotes: tuple[Quote, ...]
    block: Span

    def quote_ending_at(self, i: int) -> Quote | None:
        """The quotation whose closing mark is token ``i``."""
        if not 0 <= i < len(self.tokens):
            return None
        end = self.tokens[i].end
        k = bisect_left(self.quotes, end, key=lambda q: q.span.end)
        return self.quotes[k] if k < len(self.quotes) and self.quotes[k].span.end == end else None

    def quote_starting_at(self, i: int) -> Quote | None:
        """The quotation whose opening mark is token ``i``."""
        if not 0 <= i < len(self.tokens):
            return None
        start = self.tokens[i].start
        k = bisect_left(self.quotes, start, key=lambda q: q.span.start)
        return self.quotes[k] if k < len(self.quotes) and self.quotes[k].span.start == start else None

    def low(self, i: int) -> str:
        """The lower-case word at ``i``; empty outside the sentence."""
        return self.tokens[i].low if 0 <= i < len(self.tokens) else ""

    def span_of(self, first: int, last: int) -> Span:
        """The span from token ``first`` to token ``last``, both included."""
        return Span(self.tokens[first].start, self.tokens[last].end)


def view(text: str, span: Span, block: Span, outer: Sequence[Quote]) -> Sentence:
    """The sentence at ``span`` with the outer quotations that touch it."""
    touching = tuple(quotes_at(outer, span.start, span.end))
    tokens = sentence_tokens(text, span)
    quoted = tuple(bool(quotes_at(touching, t.start, t.end)) for t in tokens) if touching else ()
    return Sentence(text, span, tokens, quoted or (False,) * len(tokens), touching, block)
