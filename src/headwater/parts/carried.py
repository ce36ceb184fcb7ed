"""Where carried text ends and the page's own voice returns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from headwater.parts.block import Block

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_SINGULAR = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y|[Mm]yself|[Mm]ine|me)\b")
_PLURAL = re.compile(r"\b(?:[Ww]e|[Ww]e['’](?:re|ve|ll|d)|[Oo]ur|us|[Yy]ou|[Yy]our)\b")
_JUDGING = re.compile(
    r"\b(?:alas|clearly|frankly|obviously|regardless|of course|certainly|presumably|surely|honestly|sadly|"
    r"thankfully|hopefully|apparently|oddly|risible|absurd|ridiculous|remarkabl[ey]|nonsense|audacious|"
    r"stunning|silly|bizarre|interesting(?:ly)?|frustrating|wow|indeed|anyway|needless to say|"
    r"to be (?:sure|fair|honest|clear)|in any (?:case|event)|seems to|suspect|doubt|"
    r"hard to (?:see|imagine|believe))\b",
    re.IGNORECASE,
)
_ABOUT_TEXT = re.compile(
    r"\b(?:the|this|that) (?:article|piece|report|story|post|headline|paragraph|excerpt|author)\b",
    re.IGNORECASE,
)
_REPORTING = re.compile(r"\b(?:said|according to|told|announced|reported|confirmed|added|declined to)\b")

# Weights set by reading pasted blog pages, not learned: a first person outside quotation
# marks decides alone, everything else only tips the balance.
SINGULAR, PLURAL, JUDGING, ABOUT_TEXT, QUESTION = 4.0, 1.5, 1.0, 2.0, 1.0
REPORTING, OPENS_QUOTED, CARRIED_PRIOR = -2.0, -2.0, -0.5
JUDGING_CAP = 3


def own_voice(text: str) -> float:
    """How much a paragraph sounds like the blogger (positive) or like carried news (negative)."""
    outside = _QUOTED.sub(" ", text)
    score = CARRIED_PRIOR
    score += SINGULAR * bool(_SINGULAR.search(outside))
    score += PLURAL * bool(_PLURAL.search(outside))
    score += JUDGING * min(JUDGING_CAP, len(_JUDGING.findall(outside)))
    score += ABOUT_TEXT * bool(_ABOUT_TEXT.search(outside))
    score += QUESTION * outside.rstrip().endswith("?")
    score += REPORTING * bool(_REPORTING.search(outside))
    score += OPENS_QUOTED * (text[0] in '“"')
    return score


def carried_length(blocks: Sequence[Block]) -> int:
    """How many of the paragraphs after an introducer are carried (at least one, if there is one).

    The page's own voice, once back, stays until the next introducer; so the
    cut is put where the paragraphs after it sound most like the page's own.
    """
    scores = [own_voice(b.text) for b in blocks]
    best, best_sum, tail = len(blocks), 0.0, 0.0
    for cut in range(len(blocks) - 1, 0, -1):
        tail += scores[cut]
        if tail > best_sum:
            best, best_sum = cut, tail
    return best
