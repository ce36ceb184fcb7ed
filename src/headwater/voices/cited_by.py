"""Who passes on a speaker's words, beside the speaker: ``Officials, cited by RIA, said it was late``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from headwater.records import Span, Spans
from headwater.voices.clause import Sentence
from headwater.voices.draft import Draft
from headwater.voices.relays import CITED, voice_at

# "He said, as cited by RIA."; "was quoted by" has a draft of its own.
_BEHIND = re.compile(r",? as (?P<cue>(?:cited|quoted|reported|carried) by) ")
_RUN_ON = re.compile(r"\w+(?=,? as (?:cited|quoted|reported|carried)\b)")
_ASIDE = re.compile(r",? (?:as |who (?:was|were) )?(?P<cue>(?:cited|quoted) by) ")


_WITHIN = re.compile(r"(?P<source>.+?),? (?P<cue>(?:quoted|cited) (?:on \w+day )?by) (?P<by>.+?),?")


def with_citers(text: str, drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> list[Draft]:
    """The drafts in order of their cues, with one more for each speaker whom somebody is said to cite."""
    own = [_without_citer(text, _with_plain_cue(text, d)) for d in drafts]
    more = [d for one in own for d in _citer(text, one, sentences)]
    cited = [c for d in more for c in d.cue]
    own = [d for d in own if not any(a.overlaps(b) for a in d.cue for b in cited)]
    return sorted([*own, *more], key=lambda d: (d.cue or d.content)[0])


def _with_plain_cue(text: str, draft: Draft) -> Draft:
    """The draft whose cue does not run on into who cites it: ``said as cited``."""
    if len(draft.cue) != 1:
        return draft
    verb = _RUN_ON.match(text, draft.cue[0].start, draft.cue[0].end)
    return draft if verb is None else replace(draft, cue=(Span(*verb.span()),))


def _without_citer(text: str, draft: Draft) -> Draft:
    """The draft whose source ends before who quotes it: ``an aide quoted by the Hill``."""
    found = _WITHIN.fullmatch(text, draft.source[0].start, draft.source[0].end) if draft.source else None
    if found is None or not draft.cue or len(draft.source) > 1:
        return draft
    return replace(draft, source=(Span(*found.span("source")),))


def _citer(text: str, draft: Draft, sentences: Sequence[Sentence]) -> Iterator[Draft]:
    if not draft.source or not draft.cue or not draft.content:
        return
    source, cue, said = draft.source[0], draft.cue[0], draft.content
    home = next((s for s in sentences if s.span.contains(cue)), None)
    if home is None:
        return
    if (found := _ASIDE.match(text, source.end, cue.start)) is not None and said[0].start >= cue.end:
        by, close = _voice(home, found.end()), text.find(",", found.end(), cue.start)
        if close < 0 and found[0][0] == " ":  # without commas
            close = len(text[: cue.start].rstrip())
        whole: Spans = (source, Span(cue.start, said[-1].end))
        by = None if by is None or close < 0 else Span(by.start, close)
    elif said[-1].end <= cue.start and (found := _BEHIND.match(text, max(source.end, cue.end))) is not None:
        by = _voice(home, found.end())
        whole = (Span(said[0].start, max(source.end, cue.end)),)
    else:
        return
    if by is not None:
        cited = Span(*found.span("cue"))
        yield Draft(whole, (cited,), (by,), found["cue"], "relay", CITED, draft.rate)


def _voice(home: Sentence, at: int) -> Span | None:
    """The voice that begins at a place; nothing where none does."""
    first = next((i for i, t in enumerate(home.tokens) if t.start >= at), None)
    found = voice_at(home, first) if first is not None else None
    return None if found is None else home.span_of(*found)
