"""Sources that say nothing: who ought to say it, who is thought to, and of whom it is said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from headwater.records import Span
from headwater.voices.draft import Draft
from headwater.voices.lexicon import REJECTING
from headwater.voices.topics import names_only_a_topic
from headwater.voices.traits import sort_of
from headwater.voices.words import FIRST_PERSON

# "Needs to understand", "is going to have to convince": not yet said or thought by anybody.
_ASKED_FOR = (
    r"(?:(?:will|would|is going to|are going to|[’']ll)\s(?:\w+ly\s)?have\sto"
    r"|(?:should|must|ought\sto|needs?\sto|ha(?:s|ve)\sto)(?:\sbe)?)"
)
_CUE_ASKED_FOR = re.compile(rf"{_ASKED_FOR}\b", re.IGNORECASE)
_AUXILIARY_BEFORE = re.compile(rf"\b{_ASKED_FOR}\s(?:\w+ly\s)?\Z", re.IGNORECASE)
_WINDOW = 40
# "Must have known", "it must be said": a guess, and the writer's own word.
_NOT_ASKED_FOR = re.compile(r"(?:must|should)(?:\s\w+ly)?\s(?:have|be\s(?:said|noted))\b", re.IGNORECASE)
_READER = frozenset(("you", "your"))
_SUPPOSED = re.compile(r"(?:can|could|may|might|will|would|[’'](?:ll|d))\b", re.IGNORECASE)
# What somebody meets with: "the firm faced criticism that".
_HELD_AGAINST = frozenset(
    "criticism criticisms accusation accusations allegation allegations complaint complaints calls charges "
    "questions claims claim fears concerns backlash suspicion suspicions outrage suggestion suggestions "
    "notion idea argument arguments assertion assertions rumors rumours speculation reports theory "
    "narrative".split()
)
_MEETS = re.compile(
    r"\b(?:fac(?:es?|ed|ing)|receiv(?:es?|ed|ing)|dr(?:ew|aws?|awn|awing)|attract(?:s|ed|ing)?|spark(?:s|ed|ing)?"
    r"|prompt(?:s|ed|ing)?|met with|came under|under|got|raised|rais(?:es|ing)|reject(?:s|ed|ing)?"
    r"|fuel(?:s|ed|ing)?|fed|feeds?|stok(?:es?|ed|ing)|fann?(?:s|ed|ing)?|trigger(?:s|ed|ing)?|invit(?:es?|ed|ing)"
    r"|dismiss(?:es|ed|ing)?|deflect(?:s|ed|ing)?|rebuff(?:s|ed|ing)?|den(?:y|ies|ied|ying))\s"
    r"(?:[\w-]+\s){0,3}\Z",
    re.IGNORECASE,
)
_FEW_WORDS = re.compile(r"\s(?:[\w’'-]+\s){0,3}")
# "People suspected of", "nominees criticized on": it is others who suspect and criticise.
_PASSIVES = frozenset(
    "suspected accused convicted charged criticized criticised blamed pressed questioned quizzed "
    "grilled".split()
)
_BARE = 2
# "Was pressed to explain", "is under pressure to say", "got a warning that": others press and warn.
_PRESSED = re.compile(
    r"\b(?:is|are|was|were|been|being|came|comes?|faces?|faced)\s(?:\w+ly\s|also\s|now\s)?"
    r"(?:pressed|pressured|urged|ordered|forced|required|asked|under (?:\w+\s)?pressure|pressure)\sto\b"
    r"|\b(?:got|gets?|received|receives?)\s(?:an?\s|the\s|several\s)?(?:\w+\s)?"
    r"(?:warnings?|letters?|emails?|e-mails?|calls?|messages?|complaints?|reports?|notes?|texts?)\b",
    re.IGNORECASE,
)
# "To show Roe that the pier was shut": she is told it.
_TO_WHOM = re.compile(
    r"\b(?:to|can|could|will|would|may|might|must|should|did|not)\s(?:show|tell|remind|assure|convince|persuade"
    r"|inform|teach|warn|reassure|notify|alert|promise)\Z"
    r"|\b(?:showing|telling|reminding|assuring|convincing|persuading|informing|teaching|reassuring|notifying"
    r"|alerting)\Z",
    re.IGNORECASE,
)
# "Told that the pier was shut, she left": somebody told her.
_TOLD = frozenset("Told Asked Informed Reminded Warned Advised Pressed Assured".split())
# "Is expected by late June".
_WHEN = re.compile(
    r"(?:the )?(?:early |mid-?|late |next |last |this )?(?:January|February|March|June|July|August|September"
    r"|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|week|month|year)",
)
# "Losses have been reported since the ministry spoke": not by the ministry.
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\s(?:\w+ly\s)?\w+(?:ed|en|aid|old|own|ught)\Z", re.IGNORECASE
)
_NAMES_AGENT = re.compile(r"\b(?:by|to|from|of|in|with|for)\b", re.IGNORECASE)
# "With the electors expected to vote", "the man expected to sell it": others expect it.
_EXPECTED = re.compile(r"(?:expected|projected|forecast|believed|thought|supposed|predicted|tipped)")
_WITH = re.compile(r"\bwith \Z", re.IGNORECASE)
_BEHIND_PASSIVE = re.compile(r"\s(?:of|with|for|on|over|by)\b", re.IGNORECASE)


def without_unsaid(text: str, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts but for topics and for what somebody only ought to say or is imagined to think.

    What is held against somebody loses him as its source.
    """
    for draft in drafts:
        if draft.cue and names_only_a_topic(text, draft):
            continue
        if draft.cue and draft.source and not _is_own(text, draft):
            if _is_asked_for(text, draft) or _is_imagined(text, draft) or _is_done_to(text, draft):
                continue
            if _is_held_against(text, draft) or _WHEN.fullmatch(draft.source[0].of(text)):
                yield replace(draft, source=())
                continue
        yield draft


def _is_done_to(text: str, draft: Draft) -> bool:
    """Whether somebody has something done: "Marn, confirmed by the Senate in 2013"."""
    by = draft.content[0].of(text).startswith("by ") and draft.content[0].of(text).split()[1][-3:] != "ing"
    return by and draft.cue[0].of(text).endswith("ed") and draft.source[0].start < draft.cue[0].start


def _is_own(text: str, draft: Draft) -> bool:
    """Whether the writer says it in these very words: "I must admit"."""
    return draft.source[0].of(text).lower() in FIRST_PERSON


def _is_asked_for(text: str, draft: Draft) -> bool:
    cue = draft.cue[0]
    if draft.source[0].start > cue.start or draft.kind == "phrase":
        return False
    if draft.source[-1].of(text).endswith(" to"):  # "the rush to insist", "preposterous to say"
        return True
    if _NOT_ASKED_FOR.match(text, cue.start):
        return False
    if _CUE_ASKED_FOR.match(text, cue.start, cue.end):
        return True
    before = text[max(draft.source[0].end, cue.start - _WINDOW) : cue.start]
    return _AUXILIARY_BEFORE.search(before) is not None


def _is_imagined(text: str, draft: Draft) -> bool:
    """Whether it is only the reader who is thought to think it: "you may fear that"; not "you wrote that"."""
    if draft.source[0].of(text).lower() not in _READER:
        return False
    return sort_of(draft) == "attitude" or _SUPPOSED.match(text, draft.cue[0].start) is not None


def _is_held_against(text: str, draft: Draft) -> bool:
    """Whether others say it: "the firm faced criticism that", "nominees criticized on ethics"."""
    source, cue = draft.source[-1], draft.cue[-1]
    if source.start >= cue.end:
        return _is_told(text, source, cue)
    if source.end > cue.start:
        return False
    if _PRESSED.match(text, cue.start, cue.end):
        return True
    words = cue.of(text).lower().split()
    if words[-1] in _HELD_AGAINST:
        start = cue.end - len(words[-1])
        before = text[max(source.end, start - _WINDOW) : start]
        return _MEETS.search(before) is not None or _turns_down(before)
    if _EXPECTED.fullmatch(words[0]) and text.startswith(" to ", cue.end) and len(words) == 1:
        return _WITH.search(text, max(0, source.start - _WINDOW), source.start) is not None
    bare = len(words) <= _BARE and words[0] in _PASSIVES and text[source.end : cue.start] == " "
    return bare and _BEHIND_PASSIVE.match(text, cue.start + len(words[0])) is not None


def _turns_down(before: str) -> bool:
    """Whether the words before a claim reject it: "laughed off the suggestion"."""
    every = list(REJECTING.finditer(before))
    return bool(every) and _FEW_WORDS.fullmatch(before, every[-1].end()) is not None


def _is_told(text: str, source: Span, cue: Span) -> bool:
    """Whether whoever stands behind a cue is told it, or it is told of him, and not by him."""
    between = text[cue.end : source.start]
    if cue.of(text) in _TOLD:
        return not between.endswith(" by ")
    if between == " " and _TO_WHOM.search(text, max(0, cue.end - _WINDOW), cue.end):
        return True
    return _PASSIVE.search(text, cue.start, cue.end) is not None and _NAMES_AGENT.search(between) is None
