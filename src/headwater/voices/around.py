"""The words of a statement's own clause that are not what is said: where and when it was said."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from headwater.reading.ordered import spans_at
from headwater.records import Span, Spans
from headwater.records.spans import hull, span_or_none, trim
from headwater.voices.draft import Draft

# The longest setting of the stream's articles stands within this of its cue.
REACH = 200
# So long are the words that set a sentence in time.
_OPENING = 60
_BEFORE_THAT = re.compile(r"((?:in|on|at|during|from)\s[^\n.,;:“”\"]{1,60}?)\s+that\b")
# What may open a setting behind the content and a comma: "..., in a statement", "..., citing a report".
_TAIL_OPENERS = frozenset("in at during via speaking citing".split())
# Marks of a clause that is another's: nothing behind them tells of this statement.
_BREAKS = (";", ", who ", ", whose ", ", while ", ", but ", ", and ", " “", ' "')


class Around:
    """Finds the words around each statement of one document."""

    def __init__(self, text: str, sentences: Sequence[Span], drafts: Sequence[Draft]) -> None:
        """``sentences`` in order of the text, ``drafts`` all statements of the document."""
        self._text, self._sentences = text, sentences
        spans = {s for d in drafts for s in (*d.content, *d.cue, *d.source)}
        self._edges = sorted({edge for s in spans for edge in (s.start, s.end)})

    def of(self, draft: Draft) -> Spans:
        """The stretches beside the cue and the source of ``draft``, in order, each once.

        A stretch ends where the sentence does, or where words of any statement stand.
        """
        if not draft.cue:
            return ()
        sentence = self._sentence(draft.cue[0])
        found = {s for s in self._beside(draft, sentence) if not _inside(s, draft)}
        found.update(self._before_that(draft))
        return tuple(sorted(found))

    def behind_cue(self, draft: Draft) -> Span | None:
        """The stretch right behind the cue: whom the speaker told."""
        return self._right(draft.cue[-1].end, self._sentence(draft.cue[0])) if draft.cue else None

    def opening(self, draft: Draft) -> Span | None:
        """The first words of the sentence before the cue: "A month later", whatever they belong to."""
        if not draft.cue:
            return None
        start, stop = self._sentence(draft.cue[0]).start, draft.cue[0].start
        return span_or_none(start, min(stop, start + _OPENING))

    def _sentence(self, cue: Span) -> Span:
        found = spans_at(self._sentences, cue.start, cue.end)
        return hull((*found, cue))

    def _beside(self, draft: Draft, sentence: Span) -> Iterator[Span]:
        for anchor in (*draft.cue, *draft.source):
            if sentence.contains(anchor):
                for side in (self._left(anchor.start, sentence), self._right(anchor.end, sentence)):
                    if side is not None:
                        yield side
        tail = self._right(draft.content[-1].end, sentence)
        follows = draft.content[-1].end > draft.cue[-1].end
        if tail is not None and follows and _opens_tail(tail.of(self._text)):
            yield tail

    def _before_that(self, draft: Draft) -> Iterator[Span]:
        """``said in Lodrin on Monday that``: a setting that was taken for content."""
        head = draft.content[0]
        found = _BEFORE_THAT.match(self._text, head.start, head.end)
        if found is not None and head.start > draft.cue[0].start:
            yield Span(*found.span(1))

    def _left(self, at: int, sentence: Span) -> Span | None:
        k = bisect_right(self._edges, at) - 1
        while k >= 0 and self._edges[k] >= at:
            k -= 1
        start = max(sentence.start, at - REACH, self._edges[k] if k >= 0 else 0)
        return trim(self._text, start, at)

    def _right(self, at: int, sentence: Span) -> Span | None:
        k = bisect_left(self._edges, at + 1)
        stop = min(sentence.end, at + REACH, self._edges[k] if k < len(self._edges) else sentence.end)
        if stop <= at:
            return None
        words = self._text[at:stop]
        cuts = (found for mark in _BREAKS if (found := words.find(mark)) >= 0)
        return trim(self._text, at, at + min(cuts, default=len(words)))


def _inside(stretch: Span, draft: Draft) -> bool:
    return any(stretch.overlaps(c) for c in draft.content)


def _opens_tail(words: str) -> bool:
    return words.startswith(",") and words.lstrip(" ,").partition(" ")[0].lower() in _TAIL_OPENERS
