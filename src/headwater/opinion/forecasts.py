"""The plain assertions of a page's author about what will, would or may happen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from headwater.opinion.modals import Modal, modals
from headwater.opinion.own import is_own, own_words
from headwater.reading.ordered import spans_at
from headwater.records import Attribution, Forecast, Made, Marks, Part, Span, Stance
from headwater.records.spans import trim

VERSION = "1"
_RULE = "a clause of the author's own with a word for what is to come"
_BREAK = re.compile(
    r"[;:]|\s[—–-]+\s|[—–]|--|,\s+(?=(?:and|but|so|yet|for|because|since|while|although|though|whereas|which|"
    r"who|as|even if|even though|if|unless|when|until)\b)"
)
"""Where one clause ends and another begins."""
_HEAD = re.compile(
    r"\s*(?:(?:and|but|so|or|yet|for|because|since|while|although|though|whereas|as|if|unless|when|until|"
    r"then|now|thus|hence|perhaps|maybe)\b,?\s+|(?:still|again|also|plus|however|moreover|meanwhile|instead|"
    r"indeed|of course|in fact|sure|well|yes|no|finally|first|second|third),\s+)*",
    re.IGNORECASE,
)
"""Words that join a clause to what stands before it."""
_OPENS_ASIDE = re.compile(
    r"(?:if|when|while|although|though|after|before|because|since|as|in|on|at|by|for|from|with|without|unless|"
    r"until|once|given|despite|under|should|had|were|where|wherever|whenever|to|over|during|like|unlike|even)\b",
    re.IGNORECASE,
)
_THAT = re.compile(r"(?<!\ball )(?<!thing )(?<!those )\bthat\s+(?=\S)")
_SUBORDINATES = re.compile(
    r"\b(?:because|since|while|although|though|as|if|unless|when|until)\b", re.IGNORECASE
)
_LOOK_BACK = 80
_ANTECEDENT = re.compile(
    r"(?:\b(?:the|a|an|any|every|this|these|those|some|his|her|their|our)\s+)(?:[\w’'-]+\s+){0,4}(?:that|which)\s*$",
    re.IGNORECASE,
)


def find_forecasts(
    text: str, marks: Marks, parts: Sequence[Part], stance: Stance, attributions: Sequence[Attribution]
) -> tuple[Forecast, ...]:
    """The author's own forecasts, in order; none on a page that is not opinion.

    What stands in quotation marks, in a question or in the content of somebody else's
    statement is not the author's own assertion; under the author's "I think" it is.
    """
    if stance.kind != "opinion":
        return ()
    own = own_words(text, marks, parts)
    others = _others(attributions)
    found: list[Forecast] = []
    for index, part in enumerate(parts):
        if is_own(part):
            for sentence in spans_at(marks.sentences, part.span.start, part.span.end):
                start, end = max(sentence.start, part.span.start), min(sentence.end, part.span.end)
                found += _of_sentence(text, own, Span(start, end), index, others)
    return tuple(found)


def _others(attributions: Sequence[Attribution]) -> list[Span]:
    """The stretches that stand on somebody else's word, joined and in order."""
    told = sorted(span for a in attributions if a.source and a.source_kind != "author" for span in a.content)
    joined: list[Span] = []
    for span in told:
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _of_sentence(
    text: str, own: str, sentence: Span, part: int, others: Sequence[Span]
) -> Iterator[Forecast]:
    if is_question(text, sentence):
        return
    clauses = _clauses(own, sentence)
    done = -1
    for modal in modals(own, sentence.start, sentence.end):
        number = next(i for i, c in enumerate(clauses) if modal.start < c.end)
        if number == done or spans_at(others, modal.start, modal.end):
            continue
        done = number
        yield _forecast(text, clauses[number], modal, part)


def is_question(text: str, sentence: Span) -> bool:
    """Whether a sentence asks."""
    return text[sentence.start : sentence.end].rstrip("”\"’') \n").endswith("?")


def _clauses(own: str, sentence: Span) -> list[Span]:
    """A sentence cut into clauses, which cover it."""
    cuts = [m.end() for m in _BREAK.finditer(own, sentence.start, sentence.end) if m.end() < sentence.end]
    borders = [sentence.start, *cuts, sentence.end]
    return [Span(a, b) for a, b in pairwise(borders) if a < b]


def _forecast(text: str, clause: Span, modal: Modal, part: int) -> Forecast:
    start = _start(text, clause.start, modal.start)
    end = clause.end
    while end > modal.end and text[end - 1] in " \t\n,;:.!—–-\u00a0":
        end -= 1
    span = trim(text, start, end) or Span(modal.start, modal.end)
    words = Span(modal.start, modal.end)
    return Forecast(span, words, modal.modality, part, Made("rule", VERSION, None, _RULE))


def _start(text: str, start: int, modal: int) -> int:
    """Where the clause of a modal begins: behind joining words, an opening "if ..., " and "that"."""
    head = _HEAD.match(text, start, modal)
    at = head.end() if head else start
    aside = _SUBORDINATES.search(text, start, at) or _OPENS_ASIDE.match(text, at)
    if aside and (comma := text.rfind(", ", at, modal)) > 0:
        at = comma + 2
    if (thing := _ANTECEDENT.search(text, max(at, modal - _LOOK_BACK), modal)) is not None:
        return thing.start()
    for that in _THAT.finditer(text, at, modal):
        at = that.end()
    return at
