"""Cues with nothing that is said: only what is spoken of, who speaks, or where."""

from __future__ import annotations

import re

from headwater.records import Span
from headwater.voices.draft import Draft

# "When asked about the harbour, she left": the harbour is not what anybody says.
_ASKED = frozenset("asked questioned pressed quizzed".split())
_OF_A_TOPIC = frozenset("about for on over by".split())
# "When denied action by the council": what happens to somebody, and not who says so.
_WHEN = "when"
# "Testified before the board": where, when and how, and not what.
_TESTIFIES = frozenset("testify testifies testified testifying".split())
_WHERE = re.compile(r"(?:before|in front of|after|by|for|at|on|in|against)\b", re.IGNORECASE)
# "A self described", "as a fatherly warning": no speaker, but what kind of warning it is.
_OF_THE_NOUN = re.compile(r"\b(?:self|an? [a-z]+(?:ly|ful|ous|ish|less))[ -]\Z")
_RELATIVES = frozenset(("who", "whom"))


def names_only_a_topic(text: str, draft: Draft) -> bool:
    """Whether a draft with a cue tells of no words: ``asked about the harbour``, ``testified in May``.

    Of ten "asked about" in the passages labelled for training none was marked; "discussed", "referring to"
    and "sought" seldom are there, but PolNeAR has them.
    """
    cue = [w for s in draft.cue for w in s.of(text).lower().split()]
    content = draft.content[0].of(text)
    if draft.source and _is_of_the_noun(text, draft.source[-1], draft.cue[0]):
        return True
    if not _TESTIFIES.isdisjoint(cue) and _WHERE.match(content):
        return True
    if len(draft.content) == 1 and content.lower() in _RELATIVES:
        return True
    source = draft.source[-1].of(text).lower().split() if draft.source else []
    if source and source[-1] != _WHEN:
        return False
    if _ASKED.isdisjoint(cue):
        return bool(source)
    return cue[-1] in _OF_A_TOPIC or content.split()[0].lower() in _OF_A_TOPIC


def _is_of_the_noun(text: str, source: Span, cue: Span) -> bool:
    """Whether what is taken for a source only says more of the cue's noun."""
    return cue.start - source.end == 1 and _OF_THE_NOUN.search(text, source.start, cue.start) is not None
