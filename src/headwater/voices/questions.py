"""Questions of the writer: they ask, and state nothing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from headwater.reading.ordered import quotes_at
from headwater.voices.clause import Sentence
from headwater.voices.draft import Draft
from headwater.voices.traits import sort_of

_CLOSERS = "”\"’') \t"
# Where a question opens: behind nothing, a word or two that join, or a colon.
_ASKING = re.compile(r"(?:.*:\s*)?(?:and|but|so|or|then|well)?,?\s*$", re.IGNORECASE | re.DOTALL)
_WHO = frozenset("who what which whose".split())
# Neither the reader nor "it" nor all of us have said anything in a question.
_NOBODY = frozenset("you we it let's let us".split())
_ANYBODY = frozenset(("they", "people", "some"))
_AUXILIARIES = frozenset(
    "do does did has have had will would is are was were can could should shall may might must".split()
)
# "Reportedly" and "is said to" tell of words said, whatever is asked about them.
_TOLD = frozenset(("adverb", "passive", "phrase", "relay"))
_ASKS = ("ask", "wonder", "question", "inquir")
_HEAD = 60
"""Code points before a source that are looked at for how the question opens."""


def without_asked(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> list[Draft]:
    """The drafts of a paragraph but those whose cue is only asked about by the writer.

    ``Do they believe it?`` holds no belief of theirs. What a question takes for said stays:
    ``Didn't the mayor promise a bridge?``
    """
    return [d for d in drafts if not _is_asked(d, sentences)]


def _is_asked(draft: Draft, sentences: Sequence[Sentence]) -> bool:
    if not draft.cue or draft.word.startswith(_ASKS):
        return False
    cue = draft.cue[0]
    k = bisect_right(sentences, cue.start, key=lambda s: s.span.start) - 1
    sentence = sentences[max(k, 0)]
    if not is_question(sentence) or quotes_at(sentence.quotes, cue.start, cue.end):
        return False
    if not draft.source:
        return draft.kind not in _TOLD
    if draft.word.startswith("call") and draft.source[0].of(sentence.text).lower() in _ANYBODY:
        return True  # "Is this what they call a safe bridge?"
    return _by_its_source(draft, sentence)


def is_question(sentence: Sentence) -> bool:
    """Whether the sentence itself asks, and not only a quotation in it."""
    end = sentence.span.end
    while end > sentence.span.start and sentence.text[end - 1] in _CLOSERS:
        end -= 1
    mark = end - 1
    return sentence.text[mark : mark + 1] == "?" and not quotes_at(sentence.quotes, mark, mark + 1)


def _by_its_source(draft: Draft, sentence: Sentence) -> bool:
    """Whether source and cue stand in the very question: "who says", "do they believe"."""
    source = draft.source[0]
    words = source.of(sentence.text).lower().replace("’", "'")
    before = sentence.text[max(sentence.span.start, source.start - _HEAD) : source.start]
    if words in _WHO and _ASKING.fullmatch(before):
        return True
    last = before.split()[-1:] or [""]
    if last[0].lower() in _AUXILIARIES and _ASKING.fullmatch(before.rstrip()[: -len(last[0])]):
        return words != "i"
    if last[0].lower().replace("’", "'").endswith("n't") or words == "i":
        return False
    return words in _NOBODY or sort_of(draft) == "attitude"
