"""Whom a report cites in the middle of itself: ``Reuters reported, citing two officials, that ...``.

The cited words stand between two commas and break the report in two, which hides from the
rules and the model alike whose content is whose. Here they are taken out, the report gets
what is left, and the voice that is cited says the same.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from headwater.models import Said
from headwater.records import Span, Spans
from headwater.records.spans import trim
from headwater.voices.clause import Sentence
from headwater.voices.draft import Draft
from headwater.voices.heard import RULE
from headwater.voices.lexicon import CITES, DENIALS, QUOTED_AS, REFUSALS, SAYING
from headwater.voices.nouns import subject_before
from headwater.voices.relays import CITED, QUOTED, voice_at
from headwater.voices.words import AUXILIARIES, COORDINATORS

# "citing a person familiar with the talks in the capital": words of a cited voice at most.
_LONGEST_VOICE = 20
# Asides of a sentence that are looked at.
_MOST = 6


@dataclass(frozen=True, slots=True)
class Aside:
    """Who is cited between two commas.

    Attributes:
        cue: "citing".
        source: who is cited.
        hole: the words from the first comma to the second, both included, or to the sentence's end.
    """

    cue: Span
    source: Span
    hole: Span


def with_asides(drafts: Sequence[Draft], sentences: Sequence[Sentence], said: Sequence[Said]) -> list[Draft]:
    """The drafts of a paragraph, each "citing" between commas read as a voice that is passed on.

    ``said`` is what the model heard there, also what it found no content for.
    """
    asides = {n: found for n, s in enumerate(sentences) if (found := list(islice(_asides(s), _MOST)))}
    if not asides:
        return list(drafts)
    home: dict[int, list[Draft]] = {n: [] for n in range(-1, len(sentences))}
    for draft in drafts:
        first = (draft.cue or draft.content)[0].start
        home[bisect_right(sentences, first, key=lambda s: s.span.start) - 1].append(draft)
    for n, found in asides.items():
        for aside in found:
            home[n] = _with_aside(home[n], sentences[n], aside, said)
    return sorted((d for own in home.values() for d in own), key=lambda d: (d.cue or d.content)[0])


def _asides(sentence: Sentence) -> Iterator[Aside]:
    for k, token in enumerate(sentence.tokens):
        opens = k == 0 or sentence.low(k - 1) == ","
        if token.low not in CITES or sentence.quoted[k] or not opens:
            continue
        voice = voice_at(sentence, k + 1)
        close = _close(sentence, *voice) if voice is not None else None
        if voice is None or close is None:
            continue
        start = sentence.tokens[max(0, k - 1)].start if k else token.start
        source = trim(sentence.text, sentence.tokens[voice[0]].start, sentence.tokens[close].start)
        if source is not None:
            yield Aside(Span(token.start, token.end), source, Span(start, sentence.tokens[close].end))


def _close(sentence: Sentence, first: int, last: int) -> int | None:
    """The comma behind the cited voice in tokens ``first`` to ``last``; none where what is quoted follows.

    Where none follows it is a comma within: "citing two officials, the minister resigned".
    """
    for k in range(last, min(last + _LONGEST_VOICE, len(sentence.tokens))):
        low = sentence.low(k)
        if low == ",":
            return k
        if (
            sentence.quoted[k]
            or low in ("that", "which", ";", ":")
            or (low == "as" and sentence.low(k + 1) in QUOTED_AS)
        ):
            return None
    several = any(sentence.low(k) in COORDINATORS for k in range(first, last + 2))
    return None if several else next((k for k in range(first, last) if sentence.low(k) == ","), None)


def _with_aside(drafts: list[Draft], sentence: Sentence, aside: Aside, said: Sequence[Said]) -> list[Draft]:
    """The drafts with one aside read; as they are where no report is found that it breaks."""
    if any(d.rule == QUOTED and any(s.overlaps(aside.source) for s in d.source) for d in drafts):
        return drafts
    others = (d for d in drafts if not any(c.overlaps(aside.cue) for c in d.cue))
    own = [_with_own(d, sentence, aside) for d in others]
    report = _report(own, sentence, aside) or _heard(said, sentence, aside) or _bare(drafts, sentence, aside)
    if report is None or not (content := _without(sentence, report.content, aside)):
        return [d for d in drafts if d.content != (aside.source,)]
    whole = replace(report, content=content)
    cited = Draft(
        content,
        (aside.cue,),
        (aside.source,),
        aside.cue.of(sentence.text).lower(),
        "relay",
        CITED,
        report.rate,
    )
    left = [d for d in own if d is not report and not any(c.overlaps(aside.source) for c in d.cue)]
    return sorted([*left, whole, cited], key=lambda d: (d.cue or d.content)[0])


def _with_own(draft: Draft, sentence: Sentence, aside: Aside) -> Draft:
    """A report whose speaker was taken from the aside, with its own: "TTA, citing two men, said"."""
    taken = draft.source and aside.hole.contains(draft.source[0])
    if not taken or not draft.cue or draft.cue[0].start < aside.hole.end:
        return draft
    comma = next((i for i, t in enumerate(sentence.tokens) if t.start == aside.hole.start), 0)
    own = subject_before(sentence, comma) if sentence.low(comma) == "," else None
    if own is None:
        return draft
    return replace(draft, source=(Span(sentence.tokens[own[0]].start, sentence.tokens[own[1]].end),))


def _report(drafts: Sequence[Draft], sentence: Sentence, aside: Aside) -> Draft | None:
    """The statement that an aside breaks: whose source ends at its comma, or else the nearest one."""
    here = [d for d in drafts if d.cue and d.source and sentence.span.contains(d.cue[0]) and _reports(d)]
    before = [d for d in here if d.cue[-1].end <= aside.hole.start]
    behind = [d for d in here if d.cue[0].start >= aside.hole.end]
    broken = [d for d in behind if d.source[0].end == aside.hole.start]
    if broken:
        return broken[0]
    if before:
        return max(before, key=lambda d: d.cue[0])
    opens = aside.hole.start == sentence.span.start
    return min(behind, key=lambda d: d.cue[0]) if opens and behind else None


def _reports(draft: Draft) -> bool:
    """Whether what a draft tells can be said by another too: no denial, no deed, no relay."""
    return draft.kind != "relay" and draft.word in SAYING - DENIALS - REFUSALS


def _heard(said: Sequence[Said], sentence: Sentence, aside: Aside) -> Draft | None:
    """A report that the model heard no content for: "As TTA reported, citing a source, ..."."""
    fits = [
        s
        for s in said
        if s.source
        and sentence.span.contains(s.cue[0])
        and s.cue[-1].end <= aside.hole.start
        and not s.content
    ]
    if not fits:
        return None
    one = max(fits, key=lambda s: s.cue[0])
    word = one.cue[-1].of(sentence.text).split()[-1].lower()
    rest = Span(aside.hole.end, sentence.span.end)
    return Draft((rest,), one.cue, one.source, word, "verb", RULE, one.score, attitude=one.attitude)


def _bare(drafts: Sequence[Draft], sentence: Sentence, aside: Aside) -> Draft | None:
    """A report that only its aside was read of: ``As TTA reported, citing a source, the bridge fell``."""
    cites = next((d for d in drafts if d.source and any(c.overlaps(aside.cue) for c in d.cue)), None)
    if cites is None or cites.source[-1].end > aside.hole.start:
        return None
    between = (t for t in sentence.tokens if cites.source[-1].end <= t.start < aside.hole.start)
    cue = next((t for t in between if t.low in SAYING), None)
    if cue is None:
        return None
    rest = Span(aside.hole.end, sentence.span.end)
    return replace(cites, content=(rest,), cue=(Span(cue.start, cue.end),), word=cue.low, kind="verb")


def _without(sentence: Sentence, content: Spans, aside: Aside) -> Spans:
    """A content without the aside, and with what the aside parts it from."""
    pieces = [p for c in content for p in _cut(c, aside.hole)]
    after = [t for t in sentence.tokens if t.start >= aside.hole.end]
    parted = after and all(p.end <= aside.hole.start for p in pieces) and after[0].low in AUXILIARIES
    if after and (parted or not pieces):
        pieces.append(Span(aside.hole.end, sentence.span.end))
    cleaned = (_stripped(sentence.text, p) for p in pieces)
    return tuple(p for p in cleaned if p is not None)


def _stripped(text: str, span: Span) -> Span | None:
    """A piece without white space and marks at its ends; a quotation keeps its own."""
    start, end = span.start, span.end
    while start < end and text[start] in " ,;\n\u00a0":
        start += 1
    while start < end and text[end - 1] in " ,;.!?\n\u00a0":
        end -= 1
    return Span(start, end) if start < end else None


def _cut(span: Span, hole: Span) -> list[Span]:
    if not span.overlaps(hole):
        return [span]
    ends = ((span.start, min(span.end, hole.start)), (max(span.start, hole.end), span.end))
    return [Span(a, b) for a, b in ends if a < b]
