"""Lines that hand over to another voice: ``WSJ ("Headline"):``, ``The Guardian reports:``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from headwater.reading.gazetteer import longest_known, outlet_of

_QUOTED_TITLE = re.compile(
    r"^(?P<who>[^“”\"()\[\]:]{1,110}?)[\s,:]*[(\[]\s*[“”\"‘'«].{3,300}[“”\"’'»]\s*[,.]?\s*[)\]]\s*:?$"
    r"|^(?P<whose>[^“”\"()\[\]:]{1,110}?)[\s,]*[“”\"«].{3,300}[“”\"»]\s*:$"
)
_VERBS = (
    r"reports?|reported|writes?|wrote|says?|said|notes?|noted|adds?|added|observes?|argues?|explains?|quotes?|"
    r"summari[sz]es?|describes?|puts? it|has (?:the|more|this|details)|"
    r"(?:tells?|told) (?:it|the story)"
)
_HANDS_OVER = re.compile(
    r"^(?:(?:and|but|so|now|then|also|meanwhile|again|alas|here['’]s|here is|over at|from|via|per|as|"
    r"elsewhere)\b[\s,]*)*"
    r"(?P<who>.+?)\s*(?:,? (?:in|on|from) [^:]{3,60})?\s+(?:[a-z]+ly )?(?:" + _VERBS + r")\b[^:]{0,60}:$",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"^(?:(?:from|via|per|here['’]s|here is|over at|meanwhile,?|according to)\s+)*(?P<who>[^:]{2,50}):?$",
    re.IGNORECASE,
)
_RESUMES = re.compile(
    r"\b(?:next (?:paragraph|passage|section|part|bit)|"
    r"(?:it|he|she|they|article|piece|report|story|post|paper) (?:\w+ )?"
    r"(?:continues?|goes on|adds?|concludes?|ends?|notes?|closes?)|continu(?:es|ing)|"
    r"further (?:down|on|along)|later (?:on|in the)|more from|"
    r"money quote|key (?:part|passage|bit)|excerpt|and then this|the kicker|conclu(?:des|sion))\b",
    re.IGNORECASE,
)
_LONGEST_LINE = 45


@dataclass(frozen=True, slots=True)
class Introducer:
    """A line that hands over; ``voice`` is ``None`` where it resumes the voice before."""

    voice: str | None
    why: str


def introducer(line: str) -> Introducer | None:
    """Read ``line`` as one that hands over to carried text, or ``None``."""
    if len(line.split()) > _LONGEST_LINE:
        return None
    titled = _QUOTED_TITLE.match(line)
    if titled is not None:
        lead = (titled["who"] or titled["whose"]).strip(" ,")
        who = voice_in_lead(lead) or lead
        if len(who.split()) <= 7:
            return Introducer(
                who, "a line with an outlet and a headline in quotation marks introduces its text"
            )
    return _handing_over(line) if line.endswith(":") else None


def _handing_over(line: str) -> Introducer | None:
    """Read a line that ends in a colon."""
    if _RESUMES.search(line) and _outlet_in(line) is None:
        return Introducer(None, "the line says that the carried text goes on")
    if (paper := _PAPER_LINE.match(line)) is not None:
        who = (paper["who"] or paper["whose"]).removeprefix("the ")
        return Introducer(who, "a line that ends in a colon hands over to a paper")
    for form in (_HANDS_OVER, _BARE):
        found = form.match(line)
        who = _outlet_in(found["who"]) if found else None
        if who is not None:
            return Introducer(who, "a line that ends in a colon hands over to an outlet")
    return None


_NAME = r"[A-Z][\w’'&-]*(?: (?:of (?:the )?)?[A-Z][\w’'&-]*){0,4}"
# Last words by which a name is known for that of an outlet, though it stands in no list.
_PAPERS = (
    "Herald|Post|Times|News|Press|Gazette|Tribune|Journal|Chronicle|Courant|Mercury|Telegraph|Observer|Standard|"
    "Dispatch|Globe|Inquirer|Examiner|Bulletin|Mail|Monitor|Radio|TV"
)
_PAPER_NAME = rf"(?:[Tt]he )?(?:[A-Z][\w’'&-]* ){{1,3}}(?:{_PAPERS})"
_PAPER_LINE = re.compile(
    rf"^(?:(?:From|Via|Per|Over at|And from) (?P<who>{_PAPER_NAME})"
    rf"|(?P<whose>{_PAPER_NAME}) (?:reports|reported|writes|wrote|has more))\s*:$"
)
_LEAD_FORMS = (
    re.compile(rf"\b(?:in|at|from|by|via|per|over at|of) (?P<who>[Tt]he {_NAME})"),
    re.compile(rf"\b(?:[Hh]ere(?: is|['’]s)|[Ff]rom|[Vv]ia|[Pp]er|[Oo]ver at) (?P<who>(?:[Tt]he )?{_NAME})"),
    re.compile(rf"^(?P<who>(?:The )?{_NAME})(?=$|[:,]| (?:{_VERBS})\b)"),
)


def voice_in_lead(line: str) -> str | None:
    """Whom a lead-in names as the source of what follows, as written, or ``None``.

    A known outlet first; else "in the Tesmar Herald", "Here is Orvapress", or a
    name that opens the line.
    """
    known = _outlet_in(line)
    if known is not None:
        return known
    for form in _LEAD_FORMS:
        found = list(form.finditer(line))
        if found:
            who = found[-1]["who"]
            return "The " + who[4:] if who.startswith("The ") else who.removeprefix("the ")
    return None


def _outlet_in(words: str) -> str | None:
    """The last known outlet named in ``words``, with its article as written."""
    tokens = list(re.finditer(r"[^\s,;:()“”\"]+", words))
    for end in range(len(tokens), 0, -1):
        for start in range(max(0, end - longest_known()), end):
            candidate = words[tokens[start].start() : tokens[end - 1].end()]
            bare = re.sub(r"[’']s$", "", candidate)
            if bare[:1].isupper() and outlet_of(bare) and not _goes_on_left(words, tokens, start):
                return _with_article(words, tokens[start].start(), bare)
    return None


def _goes_on_left(words: str, tokens: list[re.Match[str]], start: int) -> bool:
    """Whether a longer name ends in the known one: the "Post" of "Harbour Post"."""
    if start == 0:
        return False
    before = tokens[start - 1]
    glued = words[before.end() : tokens[start].start()] == " "
    return glued and before[0][0].isupper() and before[0].lower() not in ("the", "from", "via", "per")


def _with_article(words: str, start: int, name: str) -> str:
    return f"The {name}" if words[:start].rstrip().endswith("The") else name
