"""Who passes on a speaker's words, beside the speaker: ``Officials, cited by RIA, said it was late``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from headwater.records import Span
from headwater.voices.clause import Sentence
from headwater.voices.draft import Draft
from headwater.voices.relays import CITED, voice_at

_ASIDE = re.compile(r", (?:as |who (?:was|were) )?(?P<cue>(?:cited|quoted) by) ")


def with_citers(text: str, drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> list[Draft]:
    """The drafts in order of their cues, with one more for each speaker whom somebody is said to cite."""
    more = [d for one in drafts for d in _citer(text, one, sentences)]
    return sorted([*drafts, *more], key=lambda d: (d.cue or d.content)[0]) if more else list(drafts)


def _citer(text: str, draft: Draft, sentences: Sequence[Sentence]) -> Iterator[Draft]:
    if not draft.source or not draft.cue or not draft.content:
        return
    source, cue, said = draft.source[0], draft.cue[0], draft.content
    found = _ASIDE.match(text, source.end, cue.start)
    home = next((s for s in sentences if s.span.contains(cue)), None) if found else None
    if found is None or home is None or said[0].start < cue.end:
        return
    first = next((i for i, t in enumerate(home.tokens) if t.start >= found.end()), None)
    voice = voice_at(home, first) if first is not None else None
    close = text.find(",", found.end(), cue.start)
    if voice is None or close < 0:
        return
    by = Span(home.tokens[voice[0]].start, close)
    whole = (Span(source.start, source.end), Span(cue.start, said[-1].end))
    cited = Span(*found.span("cue"))
    yield Draft(whole, (cited,), (by,), found["cue"], "relay", CITED, draft.rate)
