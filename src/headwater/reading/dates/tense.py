"""Whether the words around a date look back or ahead."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from headwater.records import Span

Tense = Literal["past", "future", "unknown"]

_REACH = 90
"""Code points to each side that are looked at: the clause, in news prose."""

_FUTURE = re.compile(
    r"\b(?:will|shall|won['’]t|would|(?:may|might|must|should)(?![ ]have\b)"
    r"|could(?![ ](?:have|be|not)\b)|(?:is|are)(?=[ ](?:heard|held|sworn)\b))"
    r"(?:[ ](?:not|be|have|also|still|soon|now|never|likely|\w{1,20}ly)){0,3}[ ]\w{1,20}"
    r"|\b(?:was|were)[ ]to[ ]have[ ]\w{1,20}"
    r"|\b\w{1,20}['’]ll[ ]\w{1,20}"
    r"|\b(?:begins|starts|opens|expires|kicks[ ]off|takes[ ]effect|convenes|takes[ ]office)\b"
    r"|\b(?:(?:was|were)[ ])?(?:(?:plans?|planning|hopes?|hoping|likely|poised|intends?|wants?|going"
    r"|aim(?:s|ing)|meant|needed|designed|seeking|looking|is|are|vows|promises|supposed|ready|preparing"
    r"|expects)[ ]to"
    r"|(?:expected|scheduled|due|set|slated)[ ](?:to|for))\b(?:(?<=to)(?:[ ]be)?[ ]\w{1,20})?"
    r"|\bplan(?:s|ned)?[ ](?:an?|the)\b|\bplann(?:ed|ing)[ ]for\b"
    r"|\b(?P<bare>scheduled|expected|slated|upcoming|due)\b"
    r"|\b(?P<bid>planned|decided|agreed|hoped|intended|wanted|aimed|vowed|promised|pledged)[ ]to[ ]\w{1,20}"
    r"|\b(?P<asked>asked|urged|invited|urges|asks|called[ ]on|calls[ ]on)(?:[ ]\w{1,20}){0,4}?"
    r"[ ]to[ ]\w{1,20}"
)
_REPORT = (
    r"said|says|told|tells|announced|reported|confirmed|added|wrote|warned|predicted|noted|stated|declared|"
    r"acknowledged|suggested|indicated|claimed|argued|insisted|testified|tweeted"
)
_IRREGULAR = (
    "was were had did went came took met left made began shot hit fell rose won lost held found gave got saw "
    "sent spoke struck fled led became blew broke brought fought knew ran put threw drew chose built bought "
    "caught dealt felt flew forgot grew heard hid kept laid lay lent paid rode rang sank sold shook slept "
    "spent stole stood stuck swore swept taught thought understood undertook withdrew woke wore beat bore "
    "bound crept drank drove ate fed froze hung overcame overthrew sought swung tore slid sprang spun strode "
    "flung foresaw oversaw"
)
_PAST = re.compile(
    rf"\b(?:{'|'.join(_IRREGULAR.split())}|(?P<report>{_REPORT})"
    r"|(?<!\ba )(?<!\ban )(?<!\bthe )[a-z]{2,14}ed)\b"  # "an added boost" is no verb
)
_AHEAD = re.compile(
    r"\b(?:[Uu]ntil|[Aa]head of|(?P<weak>By|beginning)|by|[Ss]tarting|[Bb]efore|due|as soon as|as early as)"
    r"\s{1,3}(?:in\s|on\s)?(?:the\s|this\s)?$"
)
_BACK_AFTER_ALL = re.compile(r",?\s[^.;]{0,30}?\bhad\b")
_Kind = Literal["past", "future", "report", "bare", "bid"]


class _Verb(NamedTuple):
    start: int
    end: int
    kind: _Kind


@dataclass(frozen=True)
class Verbs:
    """The verbs of one sentence that look back or ahead, found once for all its dates.

    A verb of reporting behind a date tells its tense only right behind it or
    where no verb stands before: in "will leave as soon as Tuesday, Castro said"
    the other verb counts. What somebody bids ("agreed to go", "urged them to
    go") looks ahead for a date behind it, and is past for one before it.
    """

    text: str
    sentence: Span

    @cached_property
    def _verbs(self) -> list[_Verb]:
        """In order; of two that overlap, the one that looks ahead."""
        window = (self.sentence.start, self.sentence.end)
        ahead = [_Verb(*m.span(), _sort(m)) for m in _FUTURE.finditer(self.text, *window)]
        ends = [v.end for v in ahead]
        back = [
            _Verb(*m.span(), "report" if m["report"] else "past")
            for m in _PAST.finditer(self.text, *window)
            if (at := bisect_right(ends, m.start())) == len(ahead) or ahead[at].start >= m.end()
        ]
        return sorted([*ahead, *back], key=lambda v: v.start)

    @cached_property
    def _starts(self) -> list[int]:
        return [v.start for v in self._verbs]

    def tense_at(self, span: Span) -> Tense:
        """The tense of the verb nearest to ``span``; a verb behind it counts as twice as far."""
        at = bisect_left(self._starts, span.start)
        before, after = self._before(span, at), self._after(span, at)
        if before is None:
            return "unknown" if after is None else _behind(after)
        tense: Tense = "past" if before.kind in ("past", "report") else "future"
        if after is None:
            return tense
        near, far = span.start - before.end, 2 * (after.start - span.end)
        return tense if near < far or (near == far and tense == "future") else _behind(after)

    def _before(self, span: Span, at: int) -> _Verb | None:
        near = reversed(self._verbs[max(0, at - _REACH) : at])
        verb = next((v for v in near if 0 <= span.start - v.end <= _REACH), None)
        return None if verb is None or ";" in self.text[verb.end : span.start] else verb

    def _after(self, span: Span, at: int) -> _Verb | None:
        for verb in self._verbs[at : at + _REACH]:
            gap = verb.start - span.end
            if gap > _REACH or ";" in self.text[span.end : verb.start]:
                return None
            beside = gap in (0, 1) or (gap > 1 and at == 0 and verb.kind == "report")
            if beside or (gap > 1 and verb.kind not in ("bare", "report")):
                return verb
        return None


def _behind(verb: _Verb) -> Tense:
    """The tense that a verb behind a date gives it."""
    return "future" if verb.kind in ("future", "bare") else "past"


def _sort(match: re.Match[str]) -> _Kind:
    return "bare" if match["bare"] else "bid" if match["bid"] or match["asked"] else "future"


def looks_ahead(text: str, span: Span, tense: Tense) -> bool:
    """Whether a preposition right before ``span`` points past the time of writing."""
    # "Until Thursday, they had not" looks back, as does "By Friday, thirty were dead".
    if _BACK_AFTER_ALL.match(text, span.end):
        return False
    lead = _AHEAD.search(text, max(0, span.start - 24), span.start)
    return lead is not None and (lead["weak"] is None or tense != "past")
