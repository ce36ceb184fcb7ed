"""Attributions of one sentence, by the form of its clauses."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.records import Span, Spans
from headwater.voices.clause import Sentence
from headwater.voices.contents import left_content, right_content, right_end, right_start
from headwater.voices.cues import SPEAKERLESS, Cue, find_cues
from headwater.voices.draft import Draft
from headwater.voices.lexicon import DENIALS, HEARSAY, INVERTING, SAYING
from headwater.voices.nouns import is_verb, phrase_after, subject_before
from headwater.voices.words import COORDINATORS, RELATIVES, SUBORDINATORS

_LEFT_MARKS = frozenset(",—–-”\"»’'?!…")


def attributions_of(sentence: Sentence) -> list[Draft]:
    """Every attribution whose cue stands in ``sentence``, from left to right."""
    cues = find_cues(sentence)
    sources = _sources(sentence, cues)
    drafts: list[Draft] = []
    for n, cue in enumerate(cues):
        later = [(c, _clause_start(c, sources[m], sources[n])) for m, c in enumerate(cues) if m > n]
        draft = _draft(sentence, cue, sources[n], later, _floor(sentence, cues, sources, n))
        if draft is not None:
            drafts.append(draft)
    return drafts


Found = tuple[int, int, bool]
"""First and last token of a source, and whether it follows its cue."""


def _clause_start(cue: Cue, own: Found | None, shared: Found | None) -> int:
    """The token that the clause of a later cue begins with: its own speaker, or the cue."""
    return cue.first if own is None or own == shared or own[2] else own[0]


def _sources(sentence: Sentence, cues: Sequence[Cue]) -> list[Found | None]:
    found: list[Found | None] = []
    for cue in cues:
        found.append(_source(sentence, cue, found))
    return found


def _source(sentence: Sentence, cue: Cue, earlier: Sequence[Found | None]) -> Found | None:
    if cue.kind in ("adverb",):
        return None
    if cue.kind == "phrase":
        return _right(sentence, cue.last + 1)
    if cue.kind == "passive":
        return _agent(sentence, cue)
    if _may_invert(sentence, cue) and (after := _right(sentence, cue.last + 1)) is not None:
        if after[1] + 1 >= len(sentence.tokens) or not is_verb(sentence, after[1] + 1):
            return after
    inherited = next((f for f in reversed(earlier) if f is not None), None)
    if cue.kind == "participle" and sentence.low(cue.first - 1) in HEARSAY:
        return None
    if cue.kind == "participle" and sentence.low(cue.first - 1) not in RELATIVES:
        return inherited or _first_subject(sentence, cue)
    before = sentence.low(cue.first - 1)
    if before in COORDINATORS or before == "then":
        return inherited or _first_subject(sentence, cue)
    edge = cue.first
    while edge > 0 and sentence.low(edge - 1) in HEARSAY:
        edge -= 1
    own = subject_before(sentence, edge)
    return (own[0], own[1], False) if own is not None else None


def _right(sentence: Sentence, i: int) -> Found | None:
    found = phrase_after(sentence, i)
    return (found[0], found[1], True) if found is not None else None


def _agent(sentence: Sentence, cue: Cue) -> Found | None:
    """The ``by`` phrase of a passive, close behind it."""
    for k in range(cue.last, min(cue.last + 3, len(sentence.tokens))):
        if sentence.low(k) == "by":
            return _right(sentence, k + 1)
    return None


def _may_invert(sentence: Sentence, cue: Cue) -> bool:
    """``..., said the minister``: content and a mark on the left, a noun phrase on the right."""
    if cue.word not in INVERTING or cue.first == 0 or cue.first != cue.head:
        return False
    left, right = sentence.tokens[cue.first - 1], cue.last + 1
    if left.text not in _LEFT_MARKS or right >= len(sentence.tokens) or not sentence.tokens[right].is_word:
        return False
    low = sentence.low(right)
    return low not in ("that", "to", "in", "on", "at", "during", "it", "there") and low not in SUBORDINATORS


def _first_subject(sentence: Sentence, cue: Cue) -> Found | None:
    """The subject of the sentence's first clause, before its first sure verb."""
    for i in range(1, cue.first):
        if not sentence.quoted[i] and is_verb(sentence, i):
            own = subject_before(sentence, i)
            return (own[0], own[1], False) if own is not None else None
    return None


def _floor(sentence: Sentence, cues: Sequence[Cue], sources: Sequence[Found | None], n: int) -> int:
    """The first token that content left of cue ``n`` may begin with: after an earlier cue's clause."""
    for m in range(n - 1, -1, -1):
        if cues[m].kind in ("adverb", "passive"):
            continue
        here = sources[n]
        start = here[0] if here and not here[2] else cues[n].first
        for k in range(start - 1, cues[m].last, -1):
            connects = sentence.low(k) in ("but", "and", "while", "though", "although")
            if (
                connects
                and not sentence.quoted[k]
                and not (cues[n].kind == "phrase" and sentence.low(k) == "and")
            ):
                return k + 1
    return 0


def _draft(
    sentence: Sentence, cue: Cue, source: Found | None, later: Sequence[tuple[Cue, int]], floor: int
) -> Draft | None:
    if cue.kind in ("adverb", "passive"):
        return _without_speaker(sentence, cue, source, later)
    if source is None and not (cue.rate > 0.6 and _quote_beside(sentence, cue)):
        return None
    content = _content(sentence, cue, source, later, floor)
    if not content:
        return None
    spans = (sentence.span_of(source[0], source[1]),) if source else ()
    rule = {"phrase": "according to", "participle": "a participle that goes on with a statement"}.get(
        cue.kind, "speaker, verb of saying, content"
    )
    if source is not None and source[2] and cue.kind == "verb":
        rule = "content, verb of saying, speaker"
    inherited = source is not None and not source[2] and source[1] < cue.first - 1
    return _checked(
        sentence.text,
        Draft(
            content,
            (sentence.span_of(cue.first, cue.last),),
            spans,
            cue.word,
            cue.kind,
            rule,
            cue.rate,
            inherited,
        ),
    )


def _checked(text: str, draft: Draft) -> Draft | None:
    """Drop content that its own cue or source stands in (a misread clause)."""
    blocked = (*draft.cue, *draft.source)
    if any(c.overlaps(b) for c in draft.content for b in blocked):
        return None
    return None if draft.word not in DENIALS and _only_a_pronoun(text, draft.content) else draft


def _only_a_pronoun(text: str, content: Spans) -> bool:
    """ "He said so": there is nothing to quote."""
    return len(content) == 1 and content[0].of(text).lower() in (
        "that",
        "this",
        "it",
        "so",
        "them",
        "him",
        "her",
    )


def _quote_beside(sentence: Sentence, cue: Cue) -> bool:
    return any(sentence.quote_starting_at(cue.last + k) is not None for k in (1, 2, 3))


def _content(
    sentence: Sentence, cue: Cue, source: Found | None, later: Sequence[tuple[Cue, int]], floor: int
) -> Spans:
    if cue.kind == "phrase":
        return _phrase_content(sentence, cue, source, later, floor)
    if source is not None and source[2]:
        return _around(sentence, cue.first, source[1] + 1, later, floor)
    start = right_start(sentence, cue)
    left_edge = source[0] if source else cue.first
    if source is not None and not source[2] and sentence.low(source[0] - 1) in ("whether", "if"):
        return ()  # "asked whether Brask condemned the attack": nobody has said it
    if source is not None and not source[2] and sentence.low(source[0] - 1) in ("which", "whom"):
        return _relative_content(sentence, cue, source, later)
    if source is not None and sentence.low(source[0] - 1) == "as":
        return _around(sentence, source[0] - 1, len(sentence.tokens), later, floor)
    if (cue.word in SAYING or cue.kind == "unknowing") and _left_possible(sentence, left_edge, floor):
        if start is None or sentence.tokens[cue.last + 1].text == "," or _is_tail(sentence, cue, start):
            return _around(sentence, left_edge, cue.last + 1, later, floor)
    if start is None:
        return ()
    object_only = cue.word not in SAYING and sentence.tokens[start].low != "that"
    end = right_end(sentence, cue, start, later, object_only=object_only)
    span = right_content(sentence, start, end)
    return (span,) if span is not None else ()


def _relative_content(sentence: Sentence, cue: Cue, source: Found, later: Sequence[tuple[Cue, int]]) -> Spans:
    """``which Brask denies``, ``which an inquiry said was careless``: the relative and what follows."""
    first = sentence.span_of(source[0] - 1, source[0] - 1)
    start = right_start(sentence, cue)
    if start is None:
        return (first,)
    rest = right_content(sentence, start, right_end(sentence, cue, start, later, object_only=True))
    return (first, rest) if rest is not None else (first,)


def _left_possible(sentence: Sentence, edge: int, floor: int) -> bool:
    """Whether a mark before the speaker closes something that can be content."""
    if edge - 1 <= floor or edge == 0:
        return False
    token = sentence.tokens[edge - 1]
    if sentence.quote_ending_at(edge - 1) is not None:
        return True
    return (
        token.text in (",", "—", "–")
        and edge - floor >= 4
        and sentence.low(floor)
        not in (
            "in",
            "on",
            "at",
            "after",
            "as",
            "when",
            "while",
            "although",
            "though",
            "if",
            "since",
            "before",
            "during",
            "for",
            "with",
            "by",
            "despite",
        )
    )


def _is_tail(sentence: Sentence, cue: Cue, start: int) -> bool:
    """Whether what follows the cue is only a time or setting: ``..., he said Tuesday in Ohio.``"""
    rest = sentence.tokens[cue.last + 1 :]
    if sentence.tokens[start].low == "that" or sentence.quote_starting_at(start) is not None:
        return False
    return len(rest) <= 9 or rest[0].low in (
        "in",
        "on",
        "at",
        "during",
        "after",
        "before",
        "when",
        "as",
        "while",
        "to",
        "about",
        "of",
    )


def _around(
    sentence: Sentence, before: int, after: int, later: Sequence[tuple[Cue, int]], floor: int
) -> Spans:
    """Content on the left of a speaker-and-cue group, and what goes on after it."""
    spans: list[Span] = []
    left = left_content(sentence, before, floor)
    if left is not None:
        spans.append(left)
    k = after
    row = sentence.tokens
    if k < len(row) and (
        row[k].text == "," or sentence.quote_starting_at(k) is not None or (k > 0 and row[k - 1].text == ",")
    ):
        k = k + 1 if row[k].text == "," else k
        if k < len(row) and _goes_on(sentence, k, later):
            right = right_content(sentence, k, _until_later(sentence, k, later))
            if right is not None:
                spans.append(right)
    return tuple(spans)


def _goes_on(sentence: Sentence, k: int, later: Sequence[tuple[Cue, int]]) -> bool:
    """Whether content resumes at ``k`` after the cue in its middle."""
    if sentence.quote_starting_at(k) is not None:
        return True
    word = sentence.low(k)
    if (
        word.endswith("ing")
        or word in RELATIVES
        or word in ("a", "who")
        or any(c.first == k for c, _ in later)
    ):
        return False
    return word not in (
        "as",
        "when",
        "while",
        "after",
        "before",
        "during",
        "in",
        "on",
        "at",
        "referring",
        "speaking",
        "according",
        "but",
        "though",
        "although",
        "with",
        "citing",
    )


def _until_later(sentence: Sentence, k: int, later: Sequence[tuple[Cue, int]]) -> int:
    for other, clause in later:
        if other.first > k and (
            other.kind in ("participle", "phrase") or sentence.low(clause - 1) in ("but", "and", "while")
        ):
            return max(k, clause - 1)
    return len(sentence.tokens)


def _phrase_content(
    sentence: Sentence, cue: Cue, source: Found | None, later: Sequence[tuple[Cue, int]], floor: int
) -> Spans:
    if source is None:
        return ()
    if _opens_clause(sentence, cue.first) or sentence.low(cue.first - 1) in SUBORDINATORS:
        start = source[1] + 1
        if start < len(sentence.tokens) and sentence.tokens[start].text == ",":
            start += 1
        end = (
            right_end(sentence, cue, start, later, object_only=False)
            if start < len(sentence.tokens)
            else start
        )
        span = right_content(sentence, start, end)
        return (span,) if span is not None else ()
    return _around(sentence, cue.first, source[1] + 1, later, floor)


def _opens_clause(sentence: Sentence, first: int) -> bool:
    return first == 0 or (
        first <= 2 and sentence.low(0) in ("but", "and", "meanwhile", "however", "so", "yet", "still")
    )


def _without_speaker(
    sentence: Sentence, cue: Cue, source: Found | None, later: Sequence[tuple[Cue, int]]
) -> Draft | None:
    """``is expected to``, ``appeared``, ``reportedly``: the content is the clause around the cue."""
    spans: list[Span] = []
    if cue.kind == "passive" and source is None and cue.word not in SPEAKERLESS:
        return None
    subject = subject_before(sentence, cue.first)
    if subject is not None:
        spans.append(sentence.span_of(*subject))
    start = (source[1] if source else cue.last) + 1
    if start < len(sentence.tokens):
        end = right_end(sentence, cue, start, later, object_only=True)
        rest = right_content(sentence, start, end)
        if rest is not None:
            spans.append(rest)
    if not spans or (cue.kind != "adverb" and len(spans) == 1 and subject is not None):
        return None
    sources = (sentence.span_of(source[0], source[1]),) if source else ()
    return _checked(
        sentence.text,
        Draft(
            tuple(spans),
            (sentence.span_of(cue.first, cue.last),),
            sources,
            cue.word,
            cue.kind,
            "a cue without a speaker",
            cue.rate,
        ),
    )
