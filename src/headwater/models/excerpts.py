"""Contents read as a text of their own, so that the reader finds what is said inside what is said.

The reader's tags are flat: a word has one role. What a content holds is found by
reading the contents again, each as a paragraph without its own quotation marks.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from headwater.records import Span, Spans

_EDGES = "“”\"‘’'« »\t\n"


@dataclass(frozen=True)
class Excerpt:
    """Stretches of a text, in order and apart, one a paragraph of a text of their own."""

    spans: Spans

    def text(self, whole: str) -> str:
        """The words of the stretches of ``whole``, a line each."""
        return "\n".join(s.of(whole).replace("\n", " ") for s in self.spans)

    @cached_property
    def paragraphs(self) -> Spans:
        """The places of the stretches in ``text``."""
        ends = accumulate(len(s) + 1 for s in self.spans)
        return tuple(Span(end - 1 - len(s), end - 1) for end, s in zip(ends, self.spans, strict=True))

    def paragraph(self, span: Span) -> Span | None:
        """The one of ``paragraphs`` that holds ``span``; ``None`` for what runs over the end of one."""
        place = self.paragraphs[self._number(span)]
        return place if place.contains(span) else None

    def into(self, spans: Iterable[Span]) -> Spans:
        """What of ``spans`` of the whole stands in it, by offsets into ``text``."""
        given, found = list(spans), list[Span]()
        for place, own in zip(self.paragraphs, self.spans, strict=True):
            cut = ((max(s.start, own.start), min(s.end, own.end)) for s in given)
            found += [Span(a - own.start + place.start, b - own.start + place.start) for a, b in cut if a < b]
        return tuple(found)

    def back(self, span: Span) -> Span:
        """The place in the whole of a span of one paragraph."""
        k = self._number(span)
        by = self.spans[k].start - self.paragraphs[k].start
        return Span(span.start + by, span.end + by)

    def _number(self, span: Span) -> int:
        """Which paragraph a span of ``text`` begins in."""
        return bisect_right(self.paragraphs, span.start, key=lambda p: p.start) - 1


def bare(text: str, content: Span) -> Span | None:
    """A content without quotation marks and blanks at its edges; ``None`` where nothing is left."""
    start, end = content.start, content.end
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, end) if start < end else None


def excerpt(text: str, contents: Iterable[Span]) -> Excerpt:
    """The widest of ``contents`` without their edges, in order."""
    bared = {b for c in contents if (b := bare(text, c)) is not None}
    kept: list[Span] = []
    for span in sorted(bared, key=lambda s: (s.start, -s.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return Excerpt(tuple(kept))
