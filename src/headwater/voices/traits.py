"""Form, sort, polarity, negation and certainty, from the words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, pairwise

from headwater.reading.ordered import quotes_at
from headwater.reading.tokens import Token, each_token, tokenize
from headwater.records import Quote, Spans
from headwater.records.spans import shared_points
from headwater.records.vocabulary import AttributionForm, AttributionSort, Certainty, Polarity
from headwater.voices.draft import Draft
from headwater.voices.lexicon import (
    ATTITUDES,
    BELIEFS,
    CLAIM_NOUNS,
    DENIALS,
    FINDING_OUT,
    HEARSAY,
    LIKELY_IN_CONTENT,
    NEITHER,
    NO_WORDS_FOR,
    POSSIBLE,
    PROBABLE,
    REFUSALS,
    REJECTING,
    TELLING,
    UNCERTAIN,
)
from headwater.voices.words import AUXILIARIES, NEGATED_AUX, QUESTION_WORDS, RELATIVES

# Share of a content's characters inside quotation marks from which it counts as direct speech.
DIRECT_SHARE = 0.9
# From here on the model's word on a cue that the lexicon lacks is taken.
ATTITUDE = 0.5
# "I", then at most so many words ("honestly do not") before the verb of belief.
_HOLDERS = frozenset("i we he she they it".split())
_OPENERS, _BETWEEN = 4, 4
# Code points behind a cue in which its particle may stand: "pushed back | on".
_PARTICLE = 9
_AROUND = 40
_KNOWING = FINDING_OUT | {"know", "sure", "clear"}
_CLAUSE_MARKS = frozenset(",;:—–")
_CLAUSE_OPENERS = RELATIVES | {"because", "although", "that"}
_QUESTIONS = QUESTION_WORDS | {"exactly"}


def form_of(content: Spans, quotes: Sequence[Quote]) -> AttributionForm:
    """``direct`` if (almost) all of it is quoted, ``mixed`` if some is, else ``indirect``."""
    inside = sum(shared_points((c,), (q.span for q in quotes_at(quotes, c.start, c.end))) for c in content)
    if not inside:
        return "indirect"
    return "direct" if inside >= DIRECT_SHARE * sum(map(len, content)) else "mixed"


def sort_of(draft: Draft) -> AttributionSort:
    """``attitude`` for intending, fearing, supporting; ``statement`` for words said.

    The lexicon knows; of a word that it lacks the model's word is taken.
    """
    if draft.word in ATTITUDES:
        return "statement" if draft.kind == "passive" else "attitude"
    unknown = draft.word not in TELLING and draft.kind != "passive"
    return "attitude" if unknown and (draft.attitude or 0.0) > ATTITUDE else "statement"


_KEPT_BACK = frozenset("speak talk say confirm deny verify speculate acknowledge".split())
_EAGER = frozenset("hesitate hesitated shy shied tired".split())


def polarity_of(text: str, draft: Draft) -> Polarity:
    """``denies`` only if the cue denies; ``declines`` for "did not specify", "declined to comment"."""
    words = [t.low for s in draft.cue for t in tokenize(text, s.start, s.end)]
    first = [t.low for t in islice(each_token(text, draft.content[0].start, draft.content[0].end), 3)]
    if _leaves_open(text, draft):
        return "declines"
    if draft.word in REFUSALS and (set(words + first) & (NO_WORDS_FOR | _KEPT_BACK)):
        return "declines"
    if set(words) & _EAGER:  # "never hesitated to say"
        return "asserts"
    if draft.word in NO_WORDS_FOR and (set(words) & NEGATED_AUX or "not" in words or "never" in words):
        return "declines"
    return "denies" if draft.word in DENIALS or _rejects(text, draft) else "asserts"


def _leaves_open(text: str, draft: Draft) -> bool:
    """Whether the words around a cue neither assert nor deny: "has never confirmed or | denied | having"."""
    if not draft.cue:
        return False
    cue = draft.cue[0]
    start = max(0, cue.start - _AROUND)
    return any(
        found.start() + start < draft.cue[-1].end and found.end() + start >= cue.start
        for found in NEITHER.finditer(text[start : draft.cue[-1].end + _AROUND])
        if found.end() + start <= draft.cue[-1].end + len(" nor denied")
    )


def _rejects(text: str, draft: Draft) -> bool:
    """Whether a claim is rejected by other words: "pushed back on the notion that", "laughed off reports"."""
    if not draft.cue or not draft.content:
        return False
    cue, content = draft.cue[-1], draft.content[0]
    found = REJECTING.search(text, draft.cue[0].start, min(content.start, cue.end + _PARTICLE))
    return found is not None and CLAIM_NOUNS.match(text, content.start, content.end) is not None


def is_negated(text: str, content: Spans) -> bool:
    """Whether the main clause of the content is negated: "was not aware", "had no knowledge"."""
    clause = _first_clause(text, content)
    for i, token in enumerate(clause):
        if token.low in NEGATED_AUX or token.low in ("not", "never", "cannot", "nor"):
            return True
        if token.low == "no" and (i == 0 or clause[i - 1].low in AUXILIARIES):
            return True
    return False


_NOTHING_MEANT = frozenset(
    "idea interest indication indications knowledge plans plan intention sign signs".split()
)
_NOT = frozenset("not never cannot without unwilling".split())
# negated, these still put the content forward or leave it open
_LEFT_OPEN = frozenset("only just doubt rule exclude sure certain clear".split()) | _EAGER


def is_denied(text: str, draft: Draft, polarity: Polarity) -> bool:
    """Whether the cue is negated: "does not believe", "has no plans"; not "not only argued"."""
    words = [t.low for s in draft.cue for t in tokenize(text, s.start, s.end)]
    if polarity == "declines" or set(words) & _LEFT_OPEN:
        return False
    if any(w in NEGATED_AUX or w in _NOT for w in words):
        return True
    return any(a == "no" and b in _NOTHING_MEANT for a, b in pairwise(words))


def certainty_of(text: str, draft: Draft, polarity: Polarity) -> Certainty:
    """How sure the innermost speaker is, by the cue first and then the words of the main clause."""
    cue = [t.low for s in draft.cue for t in tokenize(text, s.start, s.end)]
    clause = [t.low for t in _first_clause(text, draft.content)]
    if polarity == "declines" or draft.word in HEARSAY | UNCERTAIN or set(cue) & HEARSAY:
        return "unknown"
    if draft.word in _KNOWING and any(w in NEGATED_AUX or w == "not" for w in cue):
        return "unknown"
    if clause and (clause[0] in _QUESTIONS or set(clause) & HEARSAY):
        return "unknown"
    held = _held(clause)
    if held == "know":
        return "unknown"
    if set(clause) & POSSIBLE or draft.word in POSSIBLE:
        return "possible"
    likely = set(clause) & LIKELY_IN_CONTENT or draft.word in PROBABLE or held is not None
    return "probable" if likely else "certain"


def _held(clause: Sequence[str]) -> str | None:
    """The verb of belief of "I honestly think", "he expects", "we do not know"; none in other clauses."""
    words = [w for w in clause if w[0].isalpha()]
    start = next((i for i, w in enumerate(words[:_OPENERS]) if w in _HOLDERS), None)
    if start is None:
        return None
    for i, word in enumerate(words[start + 1 : start + 1 + _BETWEEN]):
        if word in BELIEFS:
            return word
        if word == "know":
            asked = any(w in QUESTION_WORDS for w in words[start + i + 2 : start + i + 4])
            denied = any(w in NEGATED_AUX or w == "not" for w in words[start + 1 : start + 1 + i])
            return word if asked and denied else None
    return None


def _first_clause(text: str, content: Spans) -> list[Token]:
    """The tokens of the content's first clause: up to a mark or a relative, at most 25."""
    tokens = (t for s in content for t in each_token(text, s.start, s.end))
    out: list[Token] = []
    for i, token in enumerate(islice(tokens, 25)):
        if i > 3 and (token.text in _CLAUSE_MARKS or token.low in _CLAUSE_OPENERS):
            break
        if i > 0 and token.low in ("who", "which", "whom"):
            break
        out.append(token)
    return out
