"""Over what time a figure was reached, and as of when it stood, by the words of its sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from headwater.reading.figures.lexicon import PERSONAL
from headwater.records import Figure, Span

_SMALL = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|few|couple\sof|many)"
)
_UNITS = r"(?:hours?|days?|weeks?|weekends?|months?|years?|decades?|quarters?|century)"
_MONTH = (
    r"(?-i:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?"
    r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![a-z])"
)
_YEAR = r"(?:19|20)\d{2}"
_WINDOW = re.compile(
    rf"""(?<!of\s)\b(?:
     since\san?\s(?:[\w’'-]{{1,20}}\s){{1,5}}(?:began|started|erupted|broke\sout|spiraled|resumed)
    |since\s(?:then|the\s(?:start|beginning|outbreak|onset|end|fall|war|conflict|invasion|coup|revolution|uprising|election)
         (?:\s(?:of|in)\s(?:[\w’'-]+\s?){{1,5}})?|(?:last\s|early\s|late\s|mid-?|\s)?(?:World\sWar\s\w+|the\s\w+(?:['’]s\s\w+)?|{_MONTH}|{_YEAR}|[A-Z][a-z]+day|(?!an?\b)\w+(?:['’]s\s\w+)?)
         (?:\s(?:\d{{1,2}}(?:,\s{_YEAR})?|{_YEAR}|morning|night))?)
    |(?:over|in|during|within|for|through|throughout)\s(?:the\s|these\s|those\s)(?:past|last|previous|preceding|recent|next|first)
         (?:\s{_SMALL})?\s{_UNITS}(?:\sof\s(?:the\s)?[\w-]+(?:\s[\w-]+)?)?
    |(?:over|during|throughout)\s(?:the\s)?(?:weekend|week|month|year|course\sof\s(?:the\s|a\s)?[\w-]+|{_SMALL}\s{_UNITS}(?!\s(?:after|before|later)\b))
    |(?:in|over|after)\s(?:the\s)?(?:nearly\s|almost\s|about\s|more\sthan\s|over\s|just\s)?{_SMALL}\s(?:and\sa\shalf\s)?
         (?:days|weeks|months|years|decades)(?:\sof\s[\w-]+)?
    |(?:in|during|over)\s(?:the|its|an?)\s(?:[\w]+-)?(?:year|month|week|day)s?(?:-old|-long)\s[\w-]+
    |(?:in|within|during|over|for)\s(?:the|its|an?)\s\w+-(?:hour|day|week|month|year|decade)\s(?:period|span|stretch|spell)
    |in\sthe\s(?:few\s)?(?:hour|day|week|month|year|decade)s?\s(?:since|after|following|before)\b
    |(?:during|under)\s(?:his|her|their)\s(?:\w+\s)?(?:term|tenure|presidency|rule|reign)(?:\sin\soffice)?
    |(?:in|during)\s(?:[\w’'.]{{1,20}}\s){{1,4}}(?:first|final|last)\s(?:year|term)\sin\soffice
    |(?:during|throughout|over\sthe\scourse\sof)\s(?:the|its|their|that|this)\s(?:(?!of\b)[\w’'-]{{1,20}}\s){{0,3}}?(?:war|conflict|occupation|uprising|insurgency
         |crackdown|dictatorship|genocide|epidemic|pandemic|intifada|campaign)(?:\sin\s(?-i:[A-Z])\w{{1,20}})?
    |(?:(?:nearly|almost|about|roughly|more\sthan|over)\s)?{_SMALL}(?:\sand\sa\shalf)?\s(?:weeks|months|years|decades)\sof\s(?:[\w-]{{1,20}}\s){{0,2}}?(?:war|warfare|fighting|conflict
         |violence|clashes|unrest|bloodshed|bombing|bombardment|airstrikes|protests)
    |(?:in|during)\s(?:the\s)?(?:first|second|third|last)\s(?:half|quarter)(?:\sof\s{_YEAR})?|(?:in|during|for)\s(?:the\s)?(?:fiscal\s(?:year\s)?|FY\s?){_YEAR}
    |(?:(?:in|during|for|over)\sthe\s)?(?:next|coming)\s(?:fiscal\s)?year
    |(?:in|during|for)\s(?:all\sof\s)?(?:{_MONTH})(?:\s{_YEAR})?(?:\salone)?(?!\s\d)
    |in\srecent\s{_UNITS}
    |so\sfar(?:\s(?:this|in)\s[\w-]+)?|to\sdate|thus\sfar
    |(?:earlier\s)?this\s(?:(?:fiscal\s)?year|month|week|weekend|summer|winter|spring|fall|season)(?:\salone)?
    |last\s(?:(?:fiscal\s)?year|month|week|summer|winter|weekend)(?:\salone)?
    |(?:in|between|from)\s{_YEAR}[-–]\d{{2}}(?:\d\d)?|in\sa\s(?:given|single)\s(?:year|month|week|day)|until\snow
    |(?:in|during)\s(?:all\sof\s)?{_YEAR}(?:\sand\s{_YEAR}|\salone|\sso\sfar)?|for\sthe\sentire\s(?:year|month)(?:\sof\s{_YEAR})?
    |between\s(?:{_MONTH}\s)?(?:\d{{1,2}},?\s)?{_YEAR}\sand\s(?:{_MONTH}\s)?(?:\d{{1,2}},?\s)?{_YEAR}
    |from\s(?:{_MONTH}\s)?{_YEAR}\s(?:to|until|through)\s(?:{_MONTH}\s)?{_YEAR}
    |from\s{_MONTH}\s(?:to|until|through)\s{_MONTH}\s{_YEAR}
    |(?:each|every(?:\ssingle)?|per)\s(?:year|month|week|day)|annually|a\s(?:year|month|week|day)(?=[,.;]|\s(?:in|from|on|by)\b)
    )(?![\w])(?!['’]s)""",
    re.IGNORECASE | re.VERBOSE,
)
_BRIEF = re.compile(
    rf"(?:earlier\s)?(?:last|this)\s(?:year|month|week|weekend|summer|winter|spring|fall|season)|(?:in|during|for)\s(?:all\sof\s)?(?:{_MONTH}\s?)?(?:{_YEAR})?",
    re.IGNORECASE,
)
_RATE = re.compile(r"(?:each|every|per|annually|a|in\sa)\b", re.IGNORECASE)
"""The openings of windows that are rates."""
# So near a time says when it was, not how long they were counted.
_DATE = re.compile(rf"(?:earlier\s)?(?:last|this)\s(?:month|week|weekend)|in\s{_MONTH}", re.IGNORECASE)
_ONE_EVENT = re.compile(
    r"\b(?:(?:in|when|after|during)\s(?:the|his|her|their|its|two|that)|(?:in|by|when|after|during)\san?)\s[^.;]{0,70}$|\b(?:when|after|as)\b",
    re.IGNORECASE,
)
_AS_OF = re.compile(
    rf"\b[Bb]y\sthe\s(?:end\sof\s(?:the\s|this\s|next\s)?(?:year|month|week|century|{_YEAR}|(?:{_MONTH})(?:\s{_YEAR})?)"
    rf"|time\s(?:the\s)?(?:[\w’'-]{{1,20}}\s){{1,5}}(?:left|ended|fell|arrived|closed|stopped|died|was\sover))|[Tt]hrough\s(?:this\syear|{_YEAR})"
    r"|a\s(?:day|week|month|year)\s(?:earlier|before)"
    rf"|\b(?:[Aa]s\sof\s(?:the\send\sof\s)?(?:\d{{1,2}}(?::\d\d)?\s[ap]\.?m\.?,?\s)?|[Bb]y\s|[Tt]hrough\s)(?:(?:late|early|mid-?)\s?)?(?:[A-Z][a-z]+day(?:\s(?:morning|afternoon|evening|night))?"
    rf"|(?:{_MONTH})\s\d{{1,2}}(?:,\s{_YEAR})?|yesterday|today|last\s(?:week|month|year)|now|noon|midnight|this\s(?:morning|week|month)|(?:{_MONTH})\s{_YEAR}|(?<=end\sof\s){_YEAR}|(?:{_MONTH})(?=,)|local\stime)"
)


# Words of one event, of which "in 2012" or "last month" only tells when it was.
_SINGLE = re.compile(
    r"\b(?:an?|the|this|that|one|his|her|their)\s(?:[\w’'-]{1,20}\s){0,4}?(?:attack|assault|massacre|bombing|blast"
    r"|explosion|crash|siege|shooting|earthquake|quake|storm|typhoon|hurricane|tornado|fire|flood|rampage|spree|raid"
    r"|ambush|strike|plane|flight|ship|boat|train|bus|collision|accident|disaster|stampede|killing|murder|man|woman"
    r"|couple|student)\b|\b(?:gunm[ae]n|shooter|killer|attacker|bomber|sniper|perpetrator)\b"
    r"|\b(?:opened\sfire|blew\s(?:him|her)self|detonated|stormed|rammed|crashed|ploughed|plowed)\b",
    re.IGNORECASE,
)
_DONE_AT_ONCE = re.compile(
    r"(?<!were )(?<!was )(?<!been )\b(?:murdered|gunned\sdown|shot(?:\sdead)?|stabbed|massacred)\s$",
    re.IGNORECASE,
)
_CALENDAR = re.compile(_YEAR)
_MANY = 1_000
_SEVERAL_ACTS = re.compile(
    r"\b(?:deaths|killings|murders|executions|suicides|fatalities|arrests|attacks|bombings|shootings|strikes)\b"
)
"""Of so many, or of such acts, "last month" says over what time they were counted."""
_RIGHT_BEHIND = re.compile(r"(?:\s[\w’'-]{1,20}){1,4}(?<!\sfrom)(?<!\sthan)\s")
_BEFORE = 80
"""Code points before a figure or window that belong to its clause."""
_EVENT_BEFORE = 240
"""Code points before a figure in which its single event may be named."""
_SUPERLATIVE = re.compile(
    r"\b(?:worst|deadliest|largest|biggest|bloodiest|highest|most)\b(?:\s[\w.’'-]{1,20}){0,6}\s$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"\b(?:which|who|whose|when|where|before|after)\s|\bthat\s(?:\w+\s)?(?:killed|left|has|had|lasted)\b",
    re.IGNORECASE,
)
_MET_WITH_IT = re.compile(
    r"(?:\s[\w’'-]{1,20}){0,4}?\swho\s(?:(?:have|has|had|were|was|been)\s){0,2}(?:died|killed|injured|wounded|arrested|detained|fled"
    r"|gone\smissing|disappeared|been)\b(?:\swhile\b)?"
)
"""Behind a figure the clause that says what became of those it counts: "the 12 people who died"."""
_FARTHEST = 200
"""Code points between a figure and a window of its own at most."""
_WORDS_FARTHER = 25
_BREAK = re.compile(
    r"[;:]|\b(?:compared|versus|(?:up|down)\sfrom)\b|,\s(?:but|while|and|as|when)\s(?:\S+\s){1,8}?(?:was|were|has|have|had|is|are|will)\b|[”\"]"
)
_OPENS = re.compile(r"^[“\"\s]*$|(?:,|\band|\bthat|\bbut|—|–|said|[.!?][”\"]?)\s[“\"]?$")
_OPENS_FOR = (" ", ", ")
"""What stands between a moment and the figure that it opens for."""


def windows(text: str, sentence: Span) -> list[Span]:
    """The words in a sentence for a time over which something is counted."""
    found = [
        Span(*m.span())
        for m in _WINDOW.finditer(text, sentence.start, sentence.end)
        if not _SUPERLATIVE.search(text, max(sentence.start, m.start() - _BEFORE), m.start())
    ]
    return [Span(w.start, w.end - w.of(text).endswith(".")) for w in found]


def moments(text: str, sentence: Span) -> list[Span]:
    """The words in a sentence for the moments at which its figures stood."""
    return [Span(*m.span()) for m in _AS_OF.finditer(text, sentence.start, sentence.end)]


def as_of(text: str, figure: Span, end: int, near: Sequence[Span]) -> Span | None:
    """The moment between a figure and the next one, at ``end``; else the last before it or the first of all.

    “By Monday 12 had died, by Tuesday 30”: the second stands with the next figure.
    """
    before = [m for m in near if m.end <= figure.start]
    behind = [m for m in near if figure.end <= m.start < end]
    if behind and not (before and text[behind[-1].end : end] in _OPENS_FOR):
        return behind[0]
    return before[-1] if before else near[0] if near else None


def window_of(
    text: str, sentence: Span, figure: Figure, near: Sequence[Span], others: Sequence[Span] = ()
) -> Span | None:
    """That of the windows in its sentence which stands nearest to a figure, if it can be its own.

    For what is no harm to people none of the ``others``, the sentence's figures, stands between.
    """
    if figure.low == figure.high == 1 or figure.of in ("distance", "weight"):
        return None
    first = bisect_left(near, figure.span.start - _FARTHEST, key=lambda w: w.start)
    stop = bisect_left(near, figure.span.end + _FARTHEST, key=lambda w: w.start)
    apart = [w for w in near[first:stop] if _reaches(text, sentence, figure.span, w)]
    apart = [
        w
        for w in apart
        if not _has_between(others, figure.span, w)
        or (figure.of in PERSONAL and not _is_of_a_later(text, figure.span, w))
    ]
    best = min(apart, key=lambda w: _gap(figure.span, w), default=None)
    if best is None or not _BRIEF.fullmatch(best.of(text)):
        return best
    first, last = min(figure.span.end, best.end), max(figure.span.start, best.start)
    behind = _RIGHT_BEHIND.fullmatch(text, figure.span.end, best.start) is not None
    most = max(figure.low or 0, figure.high or 0)
    if _DATE.fullmatch(best.of(text)) and not (
        behind and (most >= _MANY or _SEVERAL_ACTS.search(text, figure.span.end, best.start))
    ):
        return None
    if figure.of not in PERSONAL or figure.of == "troops":
        told = behind and most > 2 and figure.of != "money" and not _CALENDAR.search(best.of(text))
        return best if told else None
    start = max(sentence.start, figure.span.start - _EVENT_BEFORE)
    at_once = _DONE_AT_ONCE.search(text, start, figure.span.start) or _SINGLE.search(text, start, last)
    return None if _ONE_EVENT.search(text[first:last]) or at_once else best


def _is_of_a_later(text: str, figure: Span, window: Span) -> bool:
    """Whether a rate goes with another figure behind this one: “12 have died, with two more each week”."""
    return _RATE.match(text, window.start) is not None and not {",", "("}.isdisjoint(
        text[figure.end : window.start]
    )


def is_rate(window: str) -> bool:
    """Whether a window says how often: "each year", "a day"."""
    return _RATE.match(window) is not None


def _has_between(others: Sequence[Span], figure: Span, window: Span) -> bool:
    """Whether another figure stands between a figure and a window; ``others`` in order."""
    k = bisect_left(others, min(figure.end, window.end), key=lambda o: o.start)
    return k < len(others) and others[k].start < max(figure.start, window.start)


def _reaches(text: str, sentence: Span, figure: Span, window: Span) -> bool:
    """Whether a window can speak of a figure: behind it in its clause, or before it at a clause's opening."""
    if window.overlaps(figure):
        return False
    if window.start >= figure.end:
        at = figure.end
        if met := _MET_WITH_IT.match(text, at, window.start):
            at = met.end()
        between = text[at : window.start]
        return _BREAK.search(between) is None and _CLAUSE.search(between) is None
    opens = _OPENS.search(text[max(sentence.start, window.start - 8) : window.start]) is not None
    near = figure.start - window.end <= 25 and "," not in text[window.end : figure.start]
    between = text[window.end : figure.start]
    return (opens or near) and _BREAK.search(between) is None and _CLAUSE.search(between) is None


def _gap(figure: Span, window: Span) -> int:
    """How far apart they stand; a window before the figure counts as farther by some words."""
    return max(window.start - figure.end, figure.start - window.end + _WORDS_FARTHER)
