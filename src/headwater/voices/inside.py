"""What is said inside what is said: the reader model run again on contents, level by level."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from headwater import models
from headwater.models import Said
from headwater.models.excerpts import Excerpt, excerpt
from headwater.reading.quotes import outer_quotes, quotes
from headwater.records import Span, Spans
from headwater.voices.lexicon import TELLING
from headwater.voices.rates import form_rates

# Voices inside a voice: the deepest of the own gold has three.
DEPTH = 3
# A content without any word that is a cue this often is not read again, which spares half of them;
# inside one such a word is no cue: on the own gold 22 of 100 read chains have a wrong voice, not 23.
SELDOM = 0.05
_WORD = re.compile(r"[A-Za-z]+")


def with_inner(text: str, said: Sequence[Said]) -> Sequence[Said]:
    """``said`` and what the model finds inside its contents, in order of the cues."""
    reader = models.reader()
    if reader is None or not said:
        return said
    found, level = list(said), list(said)
    taken = {s for one in said for s in one.cue}
    for _ in range(DEPTH):
        place = excerpt(text, _telling(text, level))
        if not place.spans:
            break
        words, blocks = place.text(text), place.paragraphs
        quoted = [q.span for q in outer_quotes(quotes(words, blocks, running=False))]
        level = [m for s in reader.said(words, blocks, quoted) if (m := _moved(s, place)) is not None]
        level = [m for m in level if any(_tells(text, c) for c in m.cue)]
        found += [m for m in level if taken.isdisjoint(m.cue)]
    return sorted(found, key=lambda s: s.cue[0].start)


def _telling(text: str, said: Iterable[Said]) -> Iterable[Span]:
    """The contents that hold a word which may be a cue."""
    return (c for s in said for c in s.content if _tells(text, c))


def _tells(text: str, span: Span) -> bool:
    return any(map(_may_tell, _WORD.findall(span.of(text))))


def _may_tell(word: str) -> bool:
    low = word.lower()
    return low in TELLING or form_rates().get(low, 0.0) >= SELDOM


def _moved(said: Said, place: Excerpt) -> Said | None:
    """An attribution of an excerpt at its place in the text: what stands in the paragraph of its cue."""
    home = place.paragraph(said.cue[0])
    if home is None:  # the model ran two paragraphs into one cue
        return None

    def back(spans: Spans) -> Spans:
        return tuple(place.back(s) for s in spans if home.contains(s))

    content = back(said.content)
    return replace(said, source=back(said.source), cue=back(said.cue), content=content) if content else None
