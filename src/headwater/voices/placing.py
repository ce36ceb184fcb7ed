"""Which words around a speaker and a cue are the content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from headwater.records import Span, Spans
from headwater.voices.clause import Sentence
from headwater.voices.contents import left_content, right_content, right_end, right_start
from headwater.voices.cues import Cue
from headwater.voices.lexicon import SAYING
from headwater.voices.nouns import is_verb
from headwater.voices.subjects import Found
from headwater.voices.words import DETERMINERS, RELATIVES, SUBORDINATORS, TIME_WORDS

# Openers of a phrase of time or place: "In Ohio, he said" has no content on its left.
_SETTING_OPENERS = frozenset(
    "in on at after as when while although though if since before during for with by despite hours days "
    "weeks months years minutes asked speaking citing according writing appearing responding referring "
    "earlier later".split()
)
# Words that open a setting behind a cue whose content stands on its left.
_TAIL_OPENERS = frozenset("in on at during after before when as while to about of".split())
# Words behind "..., he said," that do not go on with what he said.
_ASIDES = RELATIVES | frozenset(
    "a as when while after before during in on at referring speaking according but though although with "
    "citing".split()
)
# Words that may stand before an "according to" that opens its clause.
_CLAUSE_OPENERS = frozenset("but and meanwhile however so yet still".split())


@dataclass(frozen=True, slots=True)
class Clause:
    """A cue in its sentence.

    Attributes:
        source: where its speaker stands, if it has one.
        later: the cues after it, each with the token that its own clause begins with.
        floor: the first token that content on the left may begin with.
    """

    sentence: Sentence
    cue: Cue
    source: Found | None
    later: Sequence[tuple[Cue, int]]
    floor: int

    def right_of(self, start: int, *, object_only: bool) -> Spans:
        """The content that begins at token ``start``, right of the cue."""
        end = right_end(self.sentence, self.cue, start, self.later, object_only=object_only)
        return _spans(right_content(self.sentence, start, end))


def _spans(*found: Span | None) -> Spans:
    return tuple(span for span in found if span is not None)


def content_of(clause: Clause) -> Spans:
    """The content of a cue that has a speaker or stands beside a quotation; empty if there is none."""
    source = clause.source
    if clause.cue.kind == "phrase":
        return _phrase_content(clause, source) if source is not None else ()
    if source is not None and source.follows:
        return _around(clause, clause.cue.first, source.last + 1)
    if source is not None and (opener := clause.sentence.low(source.first - 1)) in _BY_OPENER:
        return _BY_OPENER[opener](clause, source)
    return _beside(clause)


def _beside(clause: Clause) -> Spans:
    """The content on the left of a speaker and cue, if a mark closes it, else that on the right."""
    sentence, cue = clause.sentence, clause.cue
    start = right_start(sentence, cue)
    edge = clause.source.first if clause.source else cue.first
    if (cue.word in SAYING or cue.kind == "unknowing") and _left_possible(
        sentence, edge, clause.floor, goes_on=sentence.low(cue.last + 1) == ","
    ):
        comma = start is not None and sentence.tokens[cue.last + 1].text == ","
        if start is None or comma or _is_tail(sentence, cue, start):
            return _around(clause, edge, cue.last + 1)
    if start is None:
        return ()
    object_only = cue.word not in SAYING and sentence.low(start) != "that"
    return clause.right_of(start, object_only=object_only)


def _unsaid(_clause: Clause, _source: Found) -> Spans:
    """``asked whether Brask condemned the attack``: nobody has said it."""
    return ()


def _relative_content(clause: Clause, source: Found) -> Spans:
    """``which Brask denies``, ``which an inquiry said was careless``: the relative and what follows."""
    relative = clause.sentence.span_of(source.first - 1, source.first - 1)
    start = right_start(clause.sentence, clause.cue)
    return (relative, *(clause.right_of(start, object_only=True) if start is not None else ()))


def _around_as(clause: Clause, source: Found) -> Spans:
    """``..., as Brask said``: whatever stands before, of another's statement its content alone.

    ``It came as Brask denied the theft`` tells when, and what is denied stands behind.
    """
    sentence, before = clause.sentence, source.first - 1
    start = right_start(sentence, clause.cue) if sentence.low(before - 1) != "," else None
    if start is not None and _opens_object(sentence, start):
        return clause.right_of(start, object_only=clause.cue.word not in SAYING)
    said = (k for k in range(before - 1, clause.floor, -1) if sentence.low(k) == "that")
    floor = next((k for k in said if not sentence.quoted[k] and is_verb(sentence, k - 1)), clause.floor)
    return _spans(left_content(sentence, before, floor))


def _opens_object(sentence: Sentence, start: int) -> bool:
    low = sentence.low(start)
    return low in DETERMINERS | {"that"} or (sentence.tokens[start].is_capital and low not in TIME_WORDS)


def _named_by(clause: Clause, source: Found) -> Spans:
    """``in what the army called a demonstration, two aircraft flew``: up to the comma."""
    start = right_start(clause.sentence, clause.cue)
    if start is None or source.follows:
        return ()
    limit = right_end(clause.sentence, clause.cue, start, clause.later, object_only=True)
    commas = (k for k in range(start, limit) if clause.sentence.tokens[k].text == ",")
    end = next((k for k in commas if not clause.sentence.quoted[k]), limit)
    return _spans(right_content(clause.sentence, start, end))


_BY_OPENER = {
    "whether": _unsaid,
    "if": _unsaid,
    "which": _relative_content,
    "whom": _relative_content,
    "what": _named_by,
    "as": _around_as,
}


def _left_possible(sentence: Sentence, edge: int, floor: int, *, goes_on: bool) -> bool:
    """Whether a mark before the speaker closes something that can be content.

    ``goes_on`` if a comma follows the cue: then a word or two may stand before the speaker.
    """
    if edge - 1 <= floor or edge == 0:
        return False
    if sentence.quote_ending_at(edge - 1) is not None:
        return True
    if sentence.tokens[edge - 1].text not in (",", "—", "–") or edge - floor < (2 if goes_on else 4):
        return False
    return sentence.low(floor) not in _SETTING_OPENERS or sentence.low(floor + 1) in ("least", "most")


def _is_tail(sentence: Sentence, cue: Cue, start: int) -> bool:
    """Whether what follows the cue is only a time or setting: "..., he said Tuesday in Ohio"."""
    if sentence.low(start) == "that" or sentence.quote_starting_at(start) is not None:
        return False
    rest = len(sentence.tokens) - cue.last - 1
    return rest <= 9 or sentence.low(cue.last + 1) in _TAIL_OPENERS


def _around(clause: Clause, before: int, after: int) -> Spans:
    """Content on the left of a speaker-and-cue group, and what goes on after it."""
    sentence = clause.sentence
    left = left_content(sentence, before, clause.floor)
    resumes = _resumes(sentence, after)
    if resumes is None or not _goes_on(clause, resumes):
        return _spans(left)
    return _spans(left, right_content(sentence, resumes, _until_later(clause, resumes)))


def _resumes(sentence: Sentence, k: int) -> int | None:
    """The token at or behind ``k`` that content can resume with: behind a comma, or a quotation."""
    if k >= len(sentence.tokens):
        return None
    if sentence.tokens[k].text == ",":
        return k + 1 if k + 1 < len(sentence.tokens) else None
    marked = sentence.quote_starting_at(k) is not None or (k > 0 and sentence.tokens[k - 1].text == ",")
    return k if marked else None


def _goes_on(clause: Clause, k: int) -> bool:
    """Whether content resumes at ``k`` after the cue in its middle."""
    if clause.sentence.quote_starting_at(k) is not None:
        return True
    word = clause.sentence.low(k)
    return not word.endswith("ing") and word not in _ASIDES and all(c.first != k for c, _ in clause.later)


def _until_later(clause: Clause, k: int) -> int:
    """Where content that resumes at ``k`` is broken off by a later cue's clause."""
    for other, start in clause.later:
        joined = clause.sentence.low(start - 1) in ("but", "and", "while")
        if other.first > k and (other.kind in ("participle", "phrase") or joined):
            return max(k, start - 1)
    return len(clause.sentence.tokens)


def _phrase_content(clause: Clause, source: Found) -> Spans:
    """The clause after ``According to X,`` where that opens it, else what stands around it."""
    sentence, first = clause.sentence, clause.cue.first
    opens = first == 0 or (first <= 2 and sentence.low(0) in _CLAUSE_OPENERS)
    if not opens and sentence.low(first - 1) not in SUBORDINATORS:
        return _around(clause, first, source.last + 1)
    start = source.last + 1
    if sentence.low(start) == ",":
        start += 1
    return clause.right_of(start, object_only=False) if start < len(sentence.tokens) else ()
