"""Who is quoted by whom, in the passive: ``Roe was quoted by Interfax as saying that it was late``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headwater.records import Span, Spans
from headwater.voices.clause import Sentence
from headwater.voices.contents import left_content, right_content
from headwater.voices.draft import Draft
from headwater.voices.nouns import Range, phrase_after, subject_before
from headwater.voices.relays import QUOTED
from headwater.voices.words import AUXILIARIES, TIME_WORDS, is_adverb

_QUOTED = frozenset(("quoted", "cited"))
# Tokens between "quoted" and "as saying" at most.
_REACH = 24
# "As telling workers that": words of whom it is told.
_TOLD = 8
_TELLS = frozenset(("telling", "warning", "informing", "assuring"))
_RATE = 0.9


@dataclass(frozen=True, slots=True)
class Passive:
    """One such passive in a sentence, by its tokens.

    Attributes:
        cue: "was quoted".
        saying: "as saying".
        by: the "by" and who quotes.
        end: the token behind all of it.
    """

    cue: Range
    saying: Range
    by: tuple[int, Range]
    end: int


def with_quoted_by(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> list[Draft]:
    """The drafts of a paragraph, each such passive read as a voice that another passes on."""
    out = list(drafts)
    for sentence in sentences:
        for found in _passives(sentence):
            out = _with(out, sentence, found)
    return sorted(out, key=lambda d: (d.cue or d.content)[0])


def _passives(sentence: Sentence) -> Iterator[Passive]:
    for i, token in enumerate(sentence.tokens):
        if token.low not in _QUOTED or sentence.quoted[i]:
            continue
        first = i
        while first and (sentence.low(first - 1) in AUXILIARIES or is_adverb(sentence.low(first - 1))):
            first -= 1
        saying = _saying(sentence, i + 1)
        if first == i or saying is None:
            continue
        within = (k for k in range(i + 1, saying) if sentence.low(k) == "by")
        by = next(within, saying + 2 if sentence.low(saying + 2) == "by" else None)
        voice = _voice(sentence, by + 1) if by is not None else None
        if by is not None and voice is not None:
            end = max(saying + 2, voice[1] + 1)
            yield Passive((first, i), (saying, saying + 1), (by, voice), end)


def _saying(sentence: Sentence, start: int) -> int | None:
    """The "as" of "as saying" behind "quoted"."""
    reach = range(start, min(start + _REACH, len(sentence.tokens) - 1))
    return next((k for k in reach if sentence.low(k) == "as" and sentence.low(k + 1).endswith("ing")), None)


def _voice(sentence: Sentence, start: int) -> Range | None:
    """Who quotes: the phrase behind "by", without when it was."""
    found = phrase_after(sentence, start)
    if found is None:
        return None
    stops = (k for k in range(start + 1, found[1] + 1) if sentence.low(k) in TIME_WORDS | {"as"})
    last = next(stops, found[1] + 1) - 1
    while last > start and sentence.low(last) in ("on", "in", ","):
        last -= 1
    return start, last


def _with(drafts: Sequence[Draft], sentence: Sentence, found: Passive) -> list[Draft]:
    subject = subject_before(sentence, found.cue[0])
    if subject is None:
        return list(drafts)
    speaker, paper = sentence.span_of(*subject), sentence.span_of(*found.by[1])
    whole = sentence.span_of(found.cue[0], found.end - 1)
    of_it = [d for d in drafts if any(c.overlaps(whole) for c in d.cue)]
    content = _content(sentence, found, subject, of_it)
    if not content:
        return list(drafts)
    cue = (sentence.span_of(*found.cue), sentence.span_of(*found.saying))
    by = sentence.span_of(found.by[0], found.by[0])
    # The inner one is the relay: it stands in whatever has the same content.
    inner = Draft(content, cue, (speaker,), "saying", "relay", QUOTED, _RATE)
    outer = Draft(content, (by,), (paper,), "quoted", "verb", QUOTED, _RATE)
    return [*(d for d in drafts if d not in of_it), outer, inner]


def _content(sentence: Sentence, found: Passive, subject: Range, drafts: Sequence[Draft]) -> Spans:
    """What is said: behind it all, or else before it; as a draft has it that was read there."""
    own = sentence.span_of(subject[0], found.end - 1)
    for draft in drafts:
        pieces = tuple(c for c in draft.content if not c.overlaps(own))
        if pieces and pieces[0].start != draft.cue[0].start:
            return pieces
    k = found.end
    if sentence.low(found.saying[1]) in _TELLS:
        ends = (
            i for i in range(k, min(k + _TOLD, len(sentence.tokens))) if sentence.low(i) in ("that", "to")
        )
        k = next(ends, k)
    while sentence.low(k) in (",", ":"):
        k += 1
    behind: Span | None = None
    if k < len(sentence.tokens) - 1 and sentence.low(k) not in TIME_WORDS | {"on", "in", "at"}:
        behind = right_content(sentence, k, len(sentence.tokens))
    said = behind or (left_content(sentence, subject[0], 0) if subject[0] else None)
    return (said,) if said is not None else ()
