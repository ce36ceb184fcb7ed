"""Where carried text ends and the page's own voice returns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from headwater.parts.bounds import bounded_length, leaves_open, opens_quotation, unquoted
from headwater.parts.introducers import Introducer, named_again, names_to_return
from headwater.parts.lines import looks_like_title
from headwater.parts.topics import Topics

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
    r"\b(?:the|this|that) (?:article|piece|report|story|post|headline|paragraph|excerpt|author|quote|passage|"
    r"profile|description|editorial|op-ed)\b",
    re.IGNORECASE,
)
_REPORTING = re.compile(r"\b(?:said|according to|told|announced|reported|confirmed|added|declined to)\b")
_OPENS_QUOTED = re.compile(r"[“\"][^”\"]{25}")
# How a writer takes the word again after a quotation: with a turn, or by pointing back at it.
_TURNS = re.compile(
    r"^(?:(?:well|yes|no|okay|ok|oh|ah|right|now|still|again|whew|wow)[,.!:;]"
    r"|so (?!far\b)|but (?:that|this|it)\b|and yet\b|that said\b|of course\b"
    r"|(?:indeed|then again|essentially|basically|in (?:other words|short|sum|fact|essence))\b"
    r"|(?:this|that)(?: is|['’]s| was| means| explains|,| seems| sounds)|(?:these|those) are\b"
    r"|(?:all|none|much|most|some|both) of (?:this|that|these|those|which|the above)\b|which (?:is|means)\b"
    r"|what(?:['’]s| is) |here(?:['’]s| is| are)\b|with (?:that|this)\b|as (?:I|we|for)\b"
    r"|(?:think|imagine|consider|remember|notice|note|keep in mind)\b"
    r"|(?:unsurprisingly|surprisingly|unfortunately|fortunately|curiously|strangely|ironically|tellingly|notably),"
    r"|update\b|h/t\b|hat tip\b)",
    re.IGNORECASE,
)

# Weights set by reading pasted pages, not learned: a first person outside quotation
# marks decides alone, everything else only tips the balance.
SINGULAR, PLURAL, JUDGING, ABOUT_TEXT, QUESTION = 4.0, 1.5, 1.0, 2.0, 1.0
REPORTING, OPENS_QUOTED = -2.0, -2.0
NAMED, TURNS, TURNS_FIRST, COLON, SPEECH = 2.5, 1.0, 0.5, 0.5, 3.0
JUDGING_CAP = 3
RETURN_CAP = 3
# What each further paragraph is before a word of it is read. Below a headline in quotation marks an
# excerpt of some length stands; below "X reports:" a few sentences.
EXCERPT_PRIOR, SHORT_PRIOR, LONG_PRIOR = -0.5, -0.2, 0.7
FEW_WORDS = 45
# A page that hands over without a headline is mostly a paper's own report, which reports itself.
PASSAGE_REPORTS = 0.7
# Share of telling words from which on a passage is about what the page is about.
SAME_TOPIC = 0.1


def own_voice(text: str, *, reports: float = 0.0, person: bool = True) -> float:
    """How much a paragraph sounds like the blogger (positive) or like carried news (negative).

    Args:
        text: the paragraph.
        reports: how much the page itself reports, 0 to 1: on a paper's page "he said" tells nothing.
        person: whether a first person is the page's; it is not where the carried text has one too.
    """
    outside = unquoted(text)
    score = person * SINGULAR * bool(_SINGULAR.search(outside))
    score += person * PLURAL * bool(_PLURAL.search(outside))
    score += JUDGING * min(JUDGING_CAP, len(_JUDGING.findall(outside)))
    score += ABOUT_TEXT * bool(_ABOUT_TEXT.search(outside))
    score += QUESTION * outside.rstrip().endswith("?")
    score += (1 - reports) * REPORTING * bool(_REPORTING.search(outside))
    return score + (1 - reports) * OPENS_QUOTED * bool(_OPENS_QUOTED.match(text))


@dataclass(frozen=True)
class Passage:
    """The paragraphs below an introducing line, up to the next line that is surely no part of them.

    ``above`` are the page's own headline and paragraphs so far, ``before`` those that it carried so
    far; ``texts`` the paragraphs, of which the first is carried.
    """

    lead: Introducer
    above: Sequence[str]
    before: Sequence[str]
    texts: Sequence[str]

    def length(self) -> int:
        """How many of the paragraphs are carried (at least one, if there is one).

        The page's own voice, once back, stays until the next introducer; so the
        cut is put where the paragraphs after it sound most like the page's own.
        """
        bounded = bounded_length(self.texts)
        if bounded is not None:
            return bounded
        best, best_sum, tail = self._end, 0.0, 0.0
        for cut in range(self._end - 1, 0, -1):
            tail += self._prior(cut) + self._score(self.texts[cut])
            at_cut = tail + self._opening(self.texts[cut])
            if at_cut > best_sum:
                best, best_sum = cut, at_cut
        return min(best, self._return)

    @cached_property
    def _return(self) -> int:
        """Where the page is surely back at its own topic."""
        if self._topics is None:
            return self._end
        back = (i for i in range(1, self._end) if self._topics.return_of(self.texts[i]) >= RETURN_CAP)
        return next(back, self._end)

    @cached_property
    def _end(self) -> int:
        """Where the first heading below the passage stands: what is carried has mostly none of its own."""
        return next((i for i, t in enumerate(self.texts) if i and looks_like_title(t)), len(self.texts))

    def _score(self, text: str) -> float:
        score = own_voice(text, reports=self._reports, person=self._person)
        score += SPEECH * (self._speech_open and opens_quotation(text))
        score += TURNS * bool(_TURNS.match(text))
        score += NAMED * named_again(self._names, text, self.lead.people)
        if self._topics is not None:
            score += max(-RETURN_CAP, min(RETURN_CAP, self._topics.return_of(text)))
        return score

    @staticmethod
    def _opening(text: str) -> float:
        """How much a paragraph sounds like the first one behind a quotation."""
        return TURNS_FIRST * bool(_TURNS.match(text)) + COLON * text.endswith(":")

    @cached_property
    def _reports(self) -> float:
        """The share of the page's own text that reports; half a paragraph is believed beforehand."""
        if not self.lead.titled:
            return PASSAGE_REPORTS
        own = [t for t in self.above if len(t.split()) > 12]
        return (sum(bool(_REPORTING.search(unquoted(t))) for t in own) + 0.5) / (len(own) + 2)

    @cached_property
    def _speech_open(self) -> bool:
        """Whether the page's last own paragraph left a quotation open, which its next one goes on with."""
        return leaves_open(next((t for t in reversed(self.above) if not t.endswith(":")), ""))

    @cached_property
    def _person(self) -> bool:
        return not _SINGULAR.search(unquoted(self.texts[0]))

    @cached_property
    def _topics(self) -> Topics | None:
        """The two topics, where the passage is about something else and the page comes back to its own."""
        if self.lead.titled:
            return None
        topics = Topics.of(self.above, self.before, self.texts[0])
        apart = topics.shared < SAME_TOPIC and any(topics.return_of(t) > 1 for t in self.texts[1 : self._end])
        return topics if apart else None

    @property
    def _is_excerpt(self) -> bool:
        return self.lead.titled or self._topics is not None

    def _prior(self, at: int) -> float:
        if self._is_excerpt:
            return EXCERPT_PRIOR
        return SHORT_PRIOR if at <= self._few else LONG_PRIOR

    @cached_property
    def _few(self) -> int:
        """How many paragraphs hold a few sentences together: the next one still goes on with them."""
        so_far = accumulate(len(t.split()) for t in self.texts)
        return next((i for i, words in enumerate(so_far) if words >= FEW_WORDS), len(self.texts))

    @cached_property
    def _names(self) -> tuple[str, ...]:
        """Names from the introducing line by which the page may speak of what it carried."""
        return names_to_return(self.lead, self.texts[0])
