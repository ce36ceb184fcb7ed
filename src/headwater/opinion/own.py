"""The page's own words: its text without quotations, carried text, comments and furniture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from headwater.reading.ordered import quotes_at
from headwater.reading.quotes import outer_quotes
from headwater.records import Marks, Part, Quote, Span

OWN_KINDS = frozenset({"headline", "dek", "body"})


def is_own(part: Part) -> bool:
    """Whether a part is the page's own text."""
    return part.kind in OWN_KINDS and part.voice is None


def own_words(text: str, marks: Marks, parts: Sequence[Part]) -> str:
    """``text`` with blanks in place of all that is not the page's own word, so that offsets stay."""
    quoted = outer_quotes(marks.quotes)
    pieces: list[str] = []
    at = 0
    for part in parts:
        if is_own(part):
            for span in _outside(quoted, part.span):
                pieces += [" " * (span.start - at), span.of(text)]
                at = span.end
    return "".join([*pieces, " " * (len(text) - at)])


def _outside(quoted: Sequence[Quote], within: Span) -> Iterator[Span]:
    """The stretches of ``within`` between quotations."""
    at = within.start
    for quote in quotes_at(quoted, within.start, within.end):
        if at < quote.span.start:
            yield Span(at, quote.span.start)
        at = max(at, quote.span.end)
    if at < within.end:
        yield Span(at, within.end)
