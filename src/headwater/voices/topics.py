"""Cues with nothing that is said: only what is spoken of, who speaks, or where."""

from __future__ import annotations

import re
from collections.abc import Sequence

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
# "Denied him bail", "denies the people their right": kept from somebody, and not said to be untrue.
_DENIES = frozenset("deny denies denied denying".split())
_KEPT_FROM = re.compile(
    r"(?:him|her|them|us|me|you|the \w+)\s(?:the|an?|any|all|their|his|her|its|our|my|your|access|entry|bail"
    r"|visas?|asylum|benefits|coverage|care|permission|admission|funding|service|medical|legal)\b"
    r"|(?:access|entry|bail|visas?|admission)\b",
    re.IGNORECASE,
)
# "Called Roe's claim false": who calls it so does not claim it.
_CLAIMS = frozenset(
    "claim claims allegation allegations accusation accusations assertion assertions statement statements "
    "remark remarks comment comments charge charges argument arguments".split()
)
_CALLED = re.compile(
    r"\b(?:call|label|brand|deem|term|declar|dubb?|describ|denounc|dismiss|reject)(?:s|es|ed|led|ing|ling)?\s"
    r"(?:[\w’'-]+\s){1,4}\Z",
    re.IGNORECASE,
)
_CALLED_SO = re.compile(
    r"(?:as\s|an?\s)?(?:[“\"]|\w+(?:less|ous|ful|ive|ing|ed)\b|false|untrue|absurd|a lie|lies)"
)
_REACH = 60


def names_only_a_topic(text: str, draft: Draft) -> bool:
    """Whether a draft with a cue tells of no words: ``asked about the harbour``, ``testified in May``.

    Of ten "asked about" in the passages labelled for training none was marked; "discussed", "referring to"
    and "sought" seldom are there, but PolNeAR has them.
    """
    cue = [w for s in draft.cue for w in s.of(text).lower().split()]
    content = draft.content[0].of(text)
    if _tells_no_words(text, draft, cue, content):
        return True
    source = draft.source[-1].of(text).lower().split() if draft.source else []
    if source and source[-1] != _WHEN:
        return False
    if _ASKED.isdisjoint(cue):
        return bool(source)
    return cue[-1] in _OF_A_TOPIC or content.split()[0].lower() in _OF_A_TOPIC


def _tells_no_words(text: str, draft: Draft, cue: Sequence[str], content: str) -> bool:
    """Whether cue and content are of one of the kinds above, whoever is the source."""
    return (
        (not _DENIES.isdisjoint(cue) and _KEPT_FROM.match(text, draft.content[-1].start) is not None)
        or (cue[-1] in _CLAIMS and _is_called(text, draft.cue[-1], draft.content[0]))
        or (bool(draft.source) and _is_of_the_noun(text, draft.source[-1], draft.cue[0]))
        or (not _TESTIFIES.isdisjoint(cue) and _WHERE.match(content) is not None)
        or (len(draft.content) == 1 and content.lower() in _RELATIVES)
    )


def _is_of_the_noun(text: str, source: Span, cue: Span) -> bool:
    """Whether what is taken for a source only says more of the cue's noun."""
    return cue.start - source.end == 1 and _OF_THE_NOUN.search(text, source.start, cue.start) is not None


def _is_called(text: str, claim: Span, content: Span) -> bool:
    """Whether the content only says what a claim is called: "called Roe's claim “false”"."""
    noun = claim.end - len(claim.of(text).split()[-1])
    calls = _CALLED.search(text, max(0, noun - _REACH), noun) is not None
    return calls and content.start - claim.end == 1 and _CALLED_SO.match(text, content.start) is not None
