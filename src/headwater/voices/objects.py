"""Objects that run on into the next clause: "was not aware of the raid | and we do not support it".

So does what is denied: "denied the allegation | and the army declined to comment".
"""

from __future__ import annotations

import re
from dataclasses import replace

from headwater.reading.tokens import tokenize
from headwater.records import Span, Spans
from headwater.voices.draft import Draft
from headwater.voices.lexicon import DENIALS
from headwater.voices.rates import form_rates
from headwater.voices.words import AUXILIARIES, DETERMINERS, PREPOSITIONS

_PREPOSITIONS = "of|about|on|for|with|at|over|by|in|against|from"
_BEHIND_ONE = re.compile(rf"\b(?:{_PREPOSITIONS})\Z", re.IGNORECASE)
_OPENS_WITH_ONE = re.compile(rf"(?:{_PREPOSITIONS})\s", re.IGNORECASE)
_NEXT_CLAUSE = re.compile(r",? (?:and|but|so) (?:we|I|he|she|they) (?!who\b)")
# With one of these before it the clause may belong to what is said; quotations are their speaker's.
_HOLDS_CLAUSES = re.compile(
    r"\b(?:that|who|which|how|what|whether|if|because|when|where|as|while|after|before)\b|[“”\"‘']",
    re.IGNORECASE,
)
_AND = re.compile(r",? (?:and|but|while) ")
# Words of a subject behind "and" at most, and from how often on a form that is a cue is its verb.
_LONGEST_SUBJECT = 5
_VERBISH = 0.5


def without_next_clause(text: str, cue: Spans, content: Spans) -> Spans:
    """A content of one piece behind a preposition without the clause that "and we" opens."""
    if len(content) != 1 or not cue or cue[-1].end > content[0].start:
        return content
    only = content[0]
    behind = _BEHIND_ONE.search(text, cue[-1].start, cue[-1].end)
    if behind is None and _OPENS_WITH_ONE.match(text, only.start) is None:
        return content
    clause = _NEXT_CLAUSE.search(text, only.start, only.end)
    if clause is None or _HOLDS_CLAUSES.search(text, only.start, clause.start()):
        return content
    return (Span(only.start, clause.start()),)


def without_next_subject(text: str, draft: Draft) -> Draft:
    """A denial of a thing without the clause behind "and" that has a subject and verb of its own."""
    if draft.word not in DENIALS or len(draft.content) != 1 or draft.cue[-1].end > draft.content[0].start:
        return draft
    only = draft.content[0]
    if only.of(text).split()[0].lower() not in DETERMINERS:
        return draft
    joint = _AND.search(text, only.start, only.end)
    if joint is None or _HOLDS_CLAUSES.search(text, only.start, joint.start()):
        return draft
    if not _opens_clause(text, Span(joint.end(), only.end)):
        return draft
    return replace(draft, content=(Span(only.start, joint.start()),))


def _opens_clause(text: str, behind: Span) -> bool:
    """Whether a subject of few words and its verb stand at the head of what is behind "and"."""
    words = tokenize(text, behind.start, behind.end)[: _LONGEST_SUBJECT + 1]
    for i, word in enumerate(words):
        verb = word.low in AUXILIARIES or form_rates().get(word.low, 0.0) >= _VERBISH
        if verb and not word.is_capital:
            return i > 0
        if not word.is_word or word.low in PREPOSITIONS:
            return False
    return False
