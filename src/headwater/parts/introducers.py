"""Lines that hand over to another voice: ``WSJ ("Headline"):``, ``The Guardian reports:``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from headwater.parts.patterns import MONTH
from headwater.reading.gazetteer import longest_known, outlet_of
from headwater.reading.sentences import sentences
from headwater.records import Span

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
_BACK = re.compile(
    r"\b(?:he|she|it|they|his|her|its|their|here['’]s|here is)\b"
    r"|\b(?:the|this|that) (?:editorial|paper|article|report|piece|story|post|column|network|wire service|"
    r"agency|magazine|site|author|columnist)\b",
    re.IGNORECASE,
)
_CAPITALISED = re.compile(r"\b[A-Z][\w’'-]+")
_LONGEST_LINE = 45


@dataclass(frozen=True, slots=True)
class Introducer:
    """A line that hands over; ``voice`` is ``None`` where it resumes the voice before.

    ``titled`` says that it gives the headline of what it carries, as above an
    excerpt; ``people`` are the surnames of those whom it names; ``start`` is
    where the sentence that hands over begins in the paragraph.
    """

    voice: str | None
    why: str
    titled: bool = False
    people: tuple[str, ...] = ()
    start: int = 0


def introducer(text: str) -> Introducer | None:
    """Read a paragraph as one whose last sentence hands over to carried text, or ``None``."""
    if text.startswith("(") or not text.endswith((":", ")", "]")):
        return None
    start = sentences(text, (Span(0, len(text)),))[-1].start
    found = _in_line(text[start:])
    if start and (found is None or found.voice is None) and _refers_back(text[start:], text[:start]):
        found = _in_line(text) or found  # "The Herald has been there. It adds:"
    return replace(found, start=start, people=_people(text[start:], found.voice)) if found else None


def lead_in(text: str) -> Introducer | None:
    """Read a paragraph above a block quotation, whose last sentence names a source and ends in a colon."""
    if not text.endswith(":"):
        return None
    start = sentences(text, (Span(0, len(text)),))[-1].start
    voice = voice_in_lead(text[start:])
    if voice is None:
        return None
    return Introducer(voice, "it names the source of the block quotation below", start=start)


def _refers_back(last: str, before: str) -> bool:
    """Whether a sentence speaks of who was named in the sentences before it."""
    named = (n for n in _CAPITALISED.findall(last)[:3] if n not in ("The", "As", "In", "And", "But"))
    back = _BACK.search(last) or _RESUMES.search(last)
    return back is not None or any(n in before for n in named)


def _in_line(line: str) -> Introducer | None:
    if len(line.split()) > _LONGEST_LINE:
        return None
    return _titled(line) or (_handing_over(line) if line.endswith(":") else None)


def _titled(line: str) -> Introducer | None:
    """Read a line that gives a headline in quotation marks."""
    found = _QUOTED_TITLE.match(line)
    if found is None:
        return None
    lead = (found["who"] or found["whose"]).strip(" ,")
    known = _outlet_in(lead)
    who = known or voice_in_lead(lead) or lead
    # A sentence that ends in quoted words, "X wrote that they were “gone”:", gives no headline.
    titled = found["who"] is not None or _NAMES_ALONE.match(lead) is not None
    whole = line.endswith(":") or known == lead.removeprefix("The ")
    if len(who.split()) > 7 or not whole or not (titled or known) or _NO_NAME.fullmatch(who):
        return None
    return Introducer(
        who, "a line with an outlet and a headline in quotation marks introduces its text", titled=titled
    )


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


def _people(line: str, voice: str | None) -> tuple[str, ...]:
    """Surnames of the people in a line, leaving out the outlet's own name."""
    rest = line.replace(voice or "\n", "X")
    return tuple(found["last"] for found in _PERSON.finditer(rest))


def names_to_return(lead: Introducer, first: str) -> tuple[str, ...]:
    """Names of the outlet and the writers in ``lead`` that the ``first`` carried paragraph is not about."""
    voice = (lead.voice or "").removeprefix("The ")
    names = (*((voice, *_shorter(voice)) if voice else ()), *lead.people)
    return tuple(n for n in names if not re.search(rf"\b{re.escape(n)}\b", first))


def named_again(names: Iterable[str], text: str, people: Sequence[str] = ()) -> bool:
    """Whether ``text`` speaks of one of ``names``.

    Carried text names its own outlet too, but as the one spoken to ("told the Herald"); of
    ``people`` it does not speak at all.
    """
    found = ((n, m.start()) for n in names for m in re.finditer(rf"\b{re.escape(n)}\b", text))
    return any(n in people or not _ADDRESSED.search(text[max(0, at - 12) : at]) for n, at in found)


# "told the Herald", "in a reply to the Herald": so a paper names itself.
_ADDRESSED = re.compile(r"\b(?:told|to|with|by|for)(?: [Tt]he)? $")


def _shorter(voice: str) -> list[str]:
    """The last word of a paper's name, by which it is named again: "the Herald"."""
    rest, _, last = voice.rpartition(" ")
    if last == "News" and rest:
        return [rest]
    return [last] if last != voice and last in _PAPERS.split("|") and last not in ("Radio", "TV") else []


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
_NO_NAME = re.compile(rf"(?:from|via|per|in|at|and|yes|no|well|{MONTH})", re.IGNORECASE)
_PLACED = r"(?:in|at|of|for|from) (?:[Tt]he )?"
_NAMES_ALONE = re.compile(rf"^(?:(?:From|Via|And|Over at) )?{_NAME}(?:,? {_PLACED}{_NAME})?$")
_PERSON = re.compile(
    rf"\b[A-Z][\w’'-]+(?: [A-Z]\.)? (?P<last>[A-Z][\w’'-]+)"
    rf"(?=,? {_PLACED}[A-Z]|,? (?:[a-z]+ly |also )?(?:{_VERBS}|sums|concludes)\b|\s*[(:—–]|$)"
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
