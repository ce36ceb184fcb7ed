"""Sources that are only the end of their noun phrase: "the articles drawn up against Roe accused her"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from headwater.records import Span
from headwater.voices.clause import Sentence
from headwater.voices.draft import Draft
from headwater.voices.nouns import subject_before
from headwater.voices.words import AUXILIARIES, PRONOUNS, is_adverb

# "By" and "from" bring in whose words it is: "a report by the board said".
_BEFORE = re.compile(
    r"\b(?:of|with|for|in|to|on|among|about|over|at|into|behind|around|against|between|through|under|after"
    r"|before|during|since) \Z"
)
_WINDOW = 12
# Forms that stand behind a noun as well as before it: "Republicans worried about".
_NOT_FINITE = re.compile(
    r"(?:\w+ing|to|as|on|over|about|titled|worried|concerned|convinced|focused|called|named|likely|supportive"
    r"|skeptical|sceptical|seemingly|aimed|determined"
    # nouns that can be taken for verbs
    r"|demands?|hopes?|claims?|reports?|attacks?|calls?|concerns?|fears?|charges?|posts?|views?|plans?|threats?"
    r"|efforts?|warnings?|support|questions?|requests?|complaints?|doubts?|promises?|answers?)\b"
)
# "After the talks with Ada Roe officials said": two phrases.
_CLAUSES = frozenset("after before since during as".split())
_WHOSE_OWN = frozenset("his her its their my our your".split())
# What opens a noun phrase of a head and what belongs to it; "many of them", "the likes of Roe" have none.
_OPENS = re.compile(
    r"(?!(?i:the |a |an )?(?i:some|many|most|few|all|one|none|part|parts|half|members|number|group|lot|likes"
    r"|majority|dozens|hundreds|thousands|two|three|\w+ percent) of )(?!\w+ly\b|(?:and|but|with|then)\b)"
    r"(?:[A-Z“\"]|the |an? |this |that |some )",
)
_WHOSE = ("’s", "'s", "s’", "s'", "that", "who", "which")


# "A claim the ministry dismissed": what is said of it has the ministry as its subject.
_OF_THING = re.compile(
    r"(?:an?|the|that|this|one)?\s?(?:[a-z]+\s)?(?:claim|charge|allegation|accusation|assertion|suggestion|notion|idea"
    r"|argument|conclusion|figure|number|account|move|decision|step|position|view|fact|prospect|possibility)s?\s"
    r"(?=(?:the\s|an?\s|his\s|her\s|their\s|its\s)[A-Za-z]|[A-Z])"
)


def without_thing(text: str, draft: Draft) -> Draft:
    """The draft without the thing that its speaker only speaks of: "a claim the ministry | dismissed"."""
    if len(draft.source) != 1 or not draft.cue or draft.source[0].end + 1 != draft.cue[0].start:
        return draft
    source = draft.source[0]
    found = _OF_THING.match(text, source.start, source.end)
    return draft if found is None else replace(draft, source=(Span(found.end(), source.end),))


def with_whole_subject(draft: Draft, sentences: Sequence[Sentence]) -> Draft:
    """The draft with the whole subject of its verb as source, where its own is the end of that only."""
    if len(draft.source) != 1 or not draft.cue or not _is_cut(sentences[0].text, draft):
        return draft
    home = next((s for s in sentences if s.span.contains(draft.cue[0])), None)
    if home is None or not home.span.contains(draft.source[0]):
        return draft
    at = bisect_left(home.tokens, draft.cue[0].start, key=lambda t: t.start)
    found = subject_before(home, at)
    if found is None or home.low(found[0] - 1) in _CLAUSES:
        return draft
    whole = home.span_of(*found)
    if not whole.contains(draft.source[0]) or not _OPENS.match(whole.of(home.text)):
        return draft
    return replace(draft, source=(whole,))


def _is_cut(text: str, draft: Draft) -> bool:
    source, cue = draft.source[0], draft.cue[0]
    if source.end > cue.start or _BEFORE.search(text, max(0, source.start - _WINDOW), source.start) is None:
        return False
    between = text[source.end : cue.start].split()
    if source.of(text).lower() in PRONOUNS | _WHOSE_OWN:
        return False
    close = all(w in AUXILIARIES or is_adverb(w) for w in between)
    return close and not source.of(text).endswith(_WHOSE) and _NOT_FINITE.match(text, cue.start) is None
