"""Objects that run on into the next clause: "was not aware of the raid | and we do not support it"."""

from __future__ import annotations

import re

from headwater.records import Span, Spans

_PREPOSITIONS = "of|about|on|for|with|at|over|by|in|against|from"
_BEHIND_ONE = re.compile(rf"\b(?:{_PREPOSITIONS})\Z", re.IGNORECASE)
_OPENS_WITH_ONE = re.compile(rf"(?:{_PREPOSITIONS})\s", re.IGNORECASE)
_NEXT_CLAUSE = re.compile(r",? (?:and|but|so) (?:we|I|he|she|they) (?!who\b)")
# With one of these before it the clause may belong to what is said; quotations are their speaker's.
_HOLDS_CLAUSES = re.compile(
    r"\b(?:that|who|which|how|what|whether|if|because|when|where|as|while|after|before)\b|[“”\"‘']",
    re.IGNORECASE,
)


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
