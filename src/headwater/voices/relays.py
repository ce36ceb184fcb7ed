"""Voices that pass on other voices: ``X reported, citing Y``; ``quoted Z as saying that ...``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from headwater.reading.gazetteer import look_up
from headwater.records import Span, Spans
from headwater.voices.clause import Sentence
from headwater.voices.contents import left_content, right_content
from headwater.voices.draft import Draft
from headwater.voices.lexicon import CITES, CITING, QUOTED_AS
from headwater.voices.nounkinds import can_speak
from headwater.voices.nouns import Range, phrase_after
from headwater.voices.words import PREPOSITIONS

# Words behind the noun of a phrase: "a person familiar with the talks", "officials briefed on them".
_HEAD_ENDS = PREPOSITIONS | frozenset(", familiar close briefed aware involved privy knowledgeable".split())
QUOTED = "quoted as saying"
"""The rule of what somebody is quoted as saying, and of who quotes it."""
CITED = "a source that the speaker cites"
RELAYS = frozenset((QUOTED, CITED))
# "quoted X, the head of the ministry's crisis centre, as saying": no more characters lie between.
_RELAY_REACH = 160


def with_relays(sentence: Sentence, drafts: Sequence[Draft]) -> list[Draft]:
    """Read each "citing" and "quoted ... as saying" of a sentence as a voice that is passed on."""
    out: list[Draft] = []
    for draft in drafts:
        if draft.word in CITING and (relayed := _relay(sentence, draft, drafts)):
            out += relayed
        elif not _stands_in_relay(draft, drafts) and not _only_cites(sentence, draft):
            out.append(draft)
    return _merged(out)


def _relay(sentence: Sentence, draft: Draft, drafts: Sequence[Draft]) -> list[Draft]:
    """What becomes of a draft whose cue may pass on another voice; empty if it passes on none."""
    cue = next((i for i, t in enumerate(sentence.tokens) if t.end == draft.cue[-1].end), None)
    cited = voice_at(sentence, cue + 1) if cue is not None else None
    if cited is None:
        return []
    reported = _as_saying(sentence, cited)
    if reported is not None:
        return _quoted_after(sentence, draft, drafts, sentence.span_of(*cited), *reported)
    if draft.source and sentence.low(cited[1] + 1) == "as" and sentence.low(cited[1] + 2) in QUOTED_AS:
        return _quoted_before(sentence, draft, sentence.span_of(*cited), cited[1] + 1)
    return _cites(sentence, draft, drafts, cited) if draft.word in CITES else []


def _only_cites(sentence: Sentence, draft: Draft) -> bool:
    """``Reuters reported, citing two sources.``: what it reported stands elsewhere."""
    words = draft.content[0].of(sentence.text).lower()
    cites = draft.word not in CITES and words.startswith(("citing ", "quoting "))
    return len(draft.content) == 1 and cites and "," not in words and " that " not in words


def _quoted_after(
    sentence: Sentence, draft: Draft, drafts: Sequence[Draft], source: Span, cue: Span, said: Spans
) -> list[Draft]:
    """``TTA quoted him as saying that ...``: he says it inside what TTA says."""
    inner = Draft(said, (cue,), (source,), "saying", "verb", QUOTED, draft.rate)
    if _is_relative(sentence, draft) and any(d.word in CITES for d in drafts):
        return [inner]  # "citing X, which quoted Y": X has its voice already
    return [replace(draft, content=(Span(source.start, said[-1].end),), rule=QUOTED), inner]


def _cites(sentence: Sentence, draft: Draft, drafts: Sequence[Draft], cited: Range) -> list[Draft]:
    """``X reported ..., citing Y``: Y's words are what X reported, or else what follows."""
    source = sentence.span_of(*cited)
    main = next(
        (d for d in drafts if d is not draft and d.source == draft.source and d.kind != "participle"), None
    )
    inside = main is not None and any(c.contains(draft.cue[0]) for c in main.content)
    content = main.content if main is not None and not inside else _rest(sentence, cited[1] + 1)
    if not content or any(c.overlaps(source) for c in content):
        return []
    return [Draft(content, draft.cue, (source,), draft.word, "relay", CITED, draft.rate)]


def _quoted_before(sentence: Sentence, draft: Draft, source: Span, as_: int) -> list[Draft]:
    """``"...," TTA quoted him as saying``: the content stands before the quoting voice."""
    edge = next((i for i, t in enumerate(sentence.tokens) if t.start == draft.source[0].start), 0)
    left = left_content(sentence, edge, 0) if edge else None
    if left is None:
        return []
    cue = (sentence.span_of(as_, as_ + 1),)
    said = Draft((left,), cue, (source,), "saying", "relay", QUOTED, draft.rate)
    return [replace(draft, content=(left,)), said]


def _is_relative(sentence: Sentence, draft: Draft) -> bool:
    return bool(draft.source) and draft.source[0].of(sentence.text) in ("which", "who")


def voice_at(sentence: Sentence, i: int) -> Range | None:
    """The noun phrase at ``i`` if a person, a body or a document heads it ("citing concerns" is none)."""
    found = phrase_after(sentence, i)
    if found is None:
        return None
    first, last = found
    if sentence.tokens[last].text == ",":
        last -= 1
    joints = (k for k in range(first + 1, last + 1) if sentence.low(k) in _HEAD_ENDS)
    head = sentence.tokens[next(joints, last + 1) - 1]
    place = look_up(head.text)
    if place is not None and place.type == "location":
        return None  # "citing Iran": what is going on there
    speaks = head.is_capital or head.low in ("him", "her", "them") or can_speak(head.stem)
    return (first, last) if speaks else None


def _as_saying(sentence: Sentence, cited: Range) -> tuple[Span, Spans] | None:
    """``as saying`` behind a cited voice, and the content after it."""
    stop = min(cited[1] + 16, len(sentence.tokens))
    stop = next((k for k in range(cited[1] + 1, stop) if sentence.low(k) == "which"), stop)
    reach = range(cited[1] + 1, stop)
    k = next((k for k in reach if sentence.low(k) == "as" and sentence.low(k + 1) in QUOTED_AS), None)
    if k is not None:
        content = _rest(sentence, k + 2)
        return (sentence.span_of(k, k + 1), content) if content else None
    return _saying(sentence, cited)


def _saying(sentence: Sentence, cited: Range) -> tuple[Span, Spans] | None:
    """``arguing that`` right behind a cited voice, and the content after it."""
    k = cited[1] + 1
    if sentence.low(k) == "(":  # "Ada Roe (R-Dorn), arguing"
        k = next((i for i in range(k, len(sentence.tokens)) if sentence.low(i) == ")"), k) + 1
    k += sentence.low(k) == ","
    if sentence.low(k) not in QUOTED_AS or sentence.low(k + 1) not in ("that", ":"):
        return None
    content = _rest(sentence, k + 1)
    return (sentence.span_of(k, k), content) if content else None


def _rest(sentence: Sentence, k: int) -> Spans:
    while k < len(sentence.tokens) and sentence.tokens[k].text in (",", ":"):
        k += 1
    span = right_content(sentence, k, len(sentence.tokens)) if k < len(sentence.tokens) else None
    return (span,) if span is not None else ()


def _stands_in_relay(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """A "saying" behind "quoted X as" that the plain rules gave to the wrong speaker."""
    if draft.word not in QUOTED_AS or draft.kind != "participle":
        return False
    return any(
        d.word in CITING and d.cue[0].end < draft.cue[0].start < d.cue[0].end + _RELAY_REACH for d in drafts
    )


def _merged(drafts: Sequence[Draft]) -> list[Draft]:
    """Each cue once, in order of the text."""
    seen: dict[Spans, Draft] = {}
    for draft in drafts:
        seen.setdefault(draft.cue, draft)
    return sorted(seen.values(), key=lambda d: d.cue)
