"""Attributions of one sentence, by the form of its clauses."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.records import Span, Spans
from headwater.voices.clause import Sentence
from headwater.voices.cues import Cue, find_cues
from headwater.voices.draft import Draft
from headwater.voices.lexicon import DENIALS, SAYING, SPEAKERLESS
from headwater.voices.nouns import subject_before
from headwater.voices.placing import Clause, content_of
from headwater.voices.subjects import Found, sources_of

# Words that join a clause to the one before.
_JOINTS = frozenset("but and while though although".split())
# "He said so": there is nothing to quote.
_EMPTY_WORDS = frozenset("that this it so them him her".split())
# A cue without a speaker needs to be this sure, and a quotation beside it.
_SURE = 0.6
# No sentence of prose has so many cues behind one; a row of them is not worth more time.
_LATER = 40
# "said in a statement on Monday:".
_LONGEST_SETTING = 7


def attributions_of(sentence: Sentence) -> list[Draft]:
    """Every attribution whose cue stands in ``sentence``, from left to right."""
    cues = find_cues(sentence)
    sources = sources_of(sentence, cues)
    drafts: list[Draft] = []
    for n, cue in enumerate(cues):
        after = zip(cues[n + 1 : n + 1 + _LATER], sources[n + 1 :], strict=False)
        later = [(c, _clause_start(c, own, sources[n])) for c, own in after]
        clause = Clause(sentence, cue, sources[n], later, _floor(sentence, cues[:n], cue, sources[n]))
        draft = _without_speaker(clause) if cue.kind in ("adverb", "passive") else _draft(clause)
        if draft is not None and _is_sound(sentence.text, draft):
            drafts.append(draft)
    return drafts


def announced(sentence: Sentence) -> Draft | None:
    """Who speaks next by a sentence that ends in a colon: "The minister stated:"; no content yet."""
    end = len(sentence.tokens) - 1
    if end < 1 or sentence.tokens[end].text != ":":
        return None
    cues = find_cues(sentence)
    if not cues or cues[-1].word not in SAYING or cues[-1].last < end - _LONGEST_SETTING:
        return None
    cue, source = cues[-1], sources_of(sentence, cues)[-1]
    if source is None or source.follows or any(sentence.quoted[cue.first : end]):
        return None
    return Draft(
        content=(),
        cue=(sentence.span_of(cue.first, cue.last),),
        source=(sentence.span_of(source.first, source.last),),
        word=cue.word,
        kind=cue.kind,
        rule="a line that says who speaks next",
        rate=cue.rate,
    )


def _clause_start(cue: Cue, own: Found | None, shared: Found | None) -> int:
    """The token that the clause of a later cue begins with: its own speaker, or the cue."""
    return cue.first if own is None or own == shared or own.follows else own.first


def _floor(sentence: Sentence, earlier: Sequence[Cue], cue: Cue, source: Found | None) -> int:
    """The first token that content left of a cue may begin with: after an earlier cue's clause."""
    first = next((c for c in earlier if c.kind not in ("adverb", "passive")), None)
    if first is None:
        return 0
    joints = _JOINTS - {"and"} if cue.kind == "phrase" else _JOINTS
    start = source.first if source and not source.follows else cue.first
    between = range(start - 1, first.last, -1)
    return next((k + 1 for k in between if sentence.low(k) in joints and not sentence.quoted[k]), 0)


def _draft(clause: Clause) -> Draft | None:
    """The attribution of a cue that needs a speaker."""
    cue, source = clause.cue, clause.source
    behind = [clause.sentence.low(cue.last + k) for k in (1, 2)]
    if cue.word == "said" and behind in (["to", "be"], ["to", "have"]):
        return None  # "a message said to be from Roe"
    if source is None and not (cue.rate > _SURE and _quote_beside(clause.sentence, cue)):
        return None
    content = content_of(clause)
    inherited = source is not None and not source.follows and source.last < cue.first - 1
    return _made(clause, content, _rule(clause), inherited=inherited) if content else None


def _rule(clause: Clause) -> str:
    if clause.cue.kind == "phrase":
        return "according to"
    if clause.cue.kind == "participle":
        return "a participle that goes on with a statement"
    if clause.source is not None and clause.source.follows and clause.cue.kind == "verb":
        return "content, verb of saying, speaker"
    return "speaker, verb of saying, content"


def _made(clause: Clause, content: Spans, rule: str, *, inherited: bool = False) -> Draft:
    sentence, cue, source = clause.sentence, clause.cue, clause.source
    return Draft(
        content=content,
        cue=(sentence.span_of(cue.first, cue.last),),
        source=(sentence.span_of(source.first, source.last),) if source else (),
        word=cue.word,
        kind=cue.kind,
        rule=rule,
        rate=cue.rate,
        inherited=inherited,
    )


def _is_sound(text: str, draft: Draft) -> bool:
    """Whether the content holds words of its own, and not its own cue or source (a misread clause)."""
    if any(c.overlaps(b) for c in draft.content for b in (*draft.cue, *draft.source)):
        return False
    empty = len(draft.content) == 1 and draft.content[0].of(text).lower() in _EMPTY_WORDS
    return draft.word in DENIALS or not empty


def _quote_beside(sentence: Sentence, cue: Cue) -> bool:
    return any(sentence.quote_starting_at(cue.last + k) is not None for k in (1, 2, 3))


def _without_speaker(clause: Clause) -> Draft | None:
    """``is expected to``, ``was accused``, ``reportedly``: the content is the clause around the cue."""
    sentence, cue, source = clause.sentence, clause.cue, clause.source
    if cue.kind == "passive" and source is None and cue.word not in SPEAKERLESS:
        return None
    subject = subject_before(sentence, cue.first)
    if subject is not None and sentence.low(subject[0]) == "it" and sentence.low(cue.last + 1) == "that":
        subject = None  # "it was reported that": the "it" is nobody
    before: tuple[Span, ...] = (sentence.span_of(*subject),) if subject is not None else ()
    start = (source.last if source else cue.last) + 1
    after = clause.right_of(start, object_only=True) if start < len(sentence.tokens) else ()
    if not after and (cue.kind != "adverb" or not before):
        return None
    return _made(clause, before + after, "a cue without a speaker")
