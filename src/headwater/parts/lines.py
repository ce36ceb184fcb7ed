"""What a single line of a page is, by its form alone."""

from __future__ import annotations

import re

# Buttons, counters and headings of a page, as blogs and news sites print them.
_FURNITURE = re.compile(
    r"""^(?:(?=.*[\d*#|•–—=~])[\W\d_]*|
    (?:reply\s*){1,2}|share(?:\s+(?:this|on|via).{0,40})?|tweet|print|e-?mail|like|save|pin\ it|copy\ link|
    home|about|search|archives?|menu|contact|support\ us|donate|log\ in|sign\ in|comments?|\d+\s+(?:comments?|shares?|replies|views|likes)|leave\ a\ (?:reply|comment).*|speak\ your\ mind|
    (?:add|post|join|view)\ (?:a\ |the\ |your\ )?(?:comment|conversation).*|
    (?:filed\ under|tagged|tags|categories|topics|posted\ in|more\ on|related(?:\ \w+)?|read\ more|most\ read|
    see\ also|click\ to|tagged|recent\ (?:posts|comments)|log\ in\ to|
    you\ must\ be\ logged\ in|skip\ to|also\ read|recommended|trending(?:\ now)?|up\ next|click\ here|sign\ up|subscribe|newsletter|
    advertisement|sponsored|story\ continues|continue\ reading|read\ the\ (?:rest|full).{0,40}|
    follow\ us|copyright|©|all\ rights\ reserved|back\ to\ top|loading|next\ page|previous|
    «|cookie\ \w+|accept\ all|facebook|twitter|whatsapp|linkedin|reddit|telegram)\b(?:\W.{0,160})?
    )$""",
    re.IGNORECASE | re.VERBOSE,
)
_END_LABEL = re.compile(r"^(?:filed under|posted in|tagged|tags|categories|share this|share on|topics)\b", re.IGNORECASE)
_CREDIT = re.compile(
    r"\b(?:photo|image|picture|video|illustration|graphic)(?:s|graph)?\s*(?:by|via|:|credit|courtesy)|"
    r"\bGetty Images\b|\bAP Photo\b|\b(?:Reuters|AFP|EPA|AP)/[A-Z]|/(?:Reuters|AFP|AP|EPA|Getty)\b|"
    r"\bCC0\b|\bCC BY\b|\bpublic domain\b|^(?:credit|file photo|pictured)\b|\bvia (?:Flickr|Wikimedia|Max Pixel|Pixabay)\b|"
    r"\bfile (?:photo|image)\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"^(?:by|from|words by|reporting by|written by|story by)\s+[A-Z][^.!?]{2,100}$", re.IGNORECASE)
_NOT_BYLINE = re.compile(r"\b(?:said|says|is|was|were|has|had|will|would|reports?|writes?)\b|:$")
_DATELINE = re.compile(
    r"^(?P<dateline>"
    r"(?:[A-Z][\w.’'-]*(?:[ ,/]+[A-Z][\w.’'-]*){0,6}(?:,? \d{1,2})?(?:,? \d{4})? )?\((?:AP|AFP|Reuters|REUTERS|UPI|CNN|Xinhua|ANI|PTI|IANS|dpa|DPA|TASS)[^)]{0,20}\)\s*(?:[—–-]|--)"
    r"|[A-Z][A-Z/.’'-]{2,}(?:[ ,/]+[A-Z][\w.’'-]*){0,4}(?:,? (?:\d{1,2} )?[A-Z][a-z]{2,8}\.?(?: \d{1,2})?(?: \d{4})?)?[.,]? "
    r"(?:\([A-Z][\w .]{1,24}\)|/[A-Z][\w .]{1,20}/)\s*(?:[—–.-]|--)"
    r"|[A-Z][A-Z.’'-]{2,}(?:[ ,]+[A-Z][\w.’'-]*){0,5}(?:,? \d{1,2})?\s*(?:[—–]|--| - )"
    r")\s*(?=\S)"
)
_COMMENT_HEAD = re.compile(
    r"^(?P<number>\d+\s*[.)]\s*)?(?P<who>[^\s:][^:\n]{0,48}?)\s+(?:says|said|wrote|writes|commented|replied)"
    r"(?:\s+(?:on|at)\s+.{4,40}?)?\s*:?\s*$"
)
_COMMENT_STAMP = re.compile(
    r"^(?P<who>(?!(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)[^\s•·|][^•·|\n]{0,40}?)\s*(?:[•·|]|\s-\s)?\s*(?:\d+\s+(?:minute|hour|day|week|month|year)s?\s+ago"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{1,2},\s+\d{4}"
    r"(?:\s+at\s+\d{1,2}:\d{2}\s*(?:am|pm)?)?)\s*$",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}|"
    r"\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)(?:,?\s+\d{4})?(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?)?$"
    r"|^\d+\s+(?:minute|hour|day|week|month|year)s?\s+ago$",
    re.IGNORECASE,
)
_DATED_BYLINE = re.compile(
    r"^(?:(?:posted|published|written)\s+)?(?:by\s+)?(?P<who>[A-Z][^·•|\d]{2,40}?)\s*(?:[·•|,—–-]|\bon\b)\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
    r"(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2},?\s+\d{4}|\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{4}).{0,40}$",
    re.IGNORECASE,
)
_COMMENTS_HEADING = re.compile(
    r"^(?:\d+\s+)?(?:comments?|responses|thoughts on .*|discussion|replies|reader comments|what readers (?:say|think).*)"
    r"(?:\s*\(\d+\))?\s*:?$",
    re.IGNORECASE,
)
_COMMENTS_END = re.compile(r"^(?:speak your mind|you must be (?:logged|signed) in|log in to (?:reply|comment)|search$|recent (?:posts|comments)|leave a (?:reply|comment)|post a comment|cancel reply|comments are closed)\b", re.IGNORECASE)
_REPLY = re.compile(r"^@\s*(?P<name>[^\s:,][^:,\n]{0,38}?)\s*[:,]")
_ABOUT = re.compile(r"^about (?:the author\W*|(?P<name>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}))$", re.IGNORECASE)
_BIO = re.compile(
    r"\bviews expressed\b.*\b(?:own|alone)\b|\bfollow (?:him|her|them|[A-Z]\w+) (?:on|at)\b|\bcan be (?:reached|contacted) at\b"
    r"|^(?:[A-Z][\w.’'-]+ ){1,4}(?:was|is) [^.]{0,80}\b(?:now )?writes (?:about|on|for)\b"
    r"|^(?:[A-Z][\w.’'-]+ ){1,4}is (?:an?|the) [^.]{0,80}\b(?:professor|lecturer|fellow|columnist|correspondent|reporter|"
    r"writer|journalist|editor|author|analyst|researcher|contributor|blogger|student|lawyer|attorney|historian|director)\b",
    re.IGNORECASE,
)
_BIO_NAME = re.compile(r"^(?P<name>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}),? is\b")
_TERMINAL = re.compile(r"""[.!…;:,]["”’')\]]*$""")


def is_furniture(line: str) -> bool:
    """Share buttons, counters, "FILED UNDER", bare numbers and the like."""
    return _FURNITURE.match(line) is not None


def is_end_label(line: str) -> bool:
    """A label that stands below the text of a post: ``FILED UNDER: ...``, ``Share this:``."""
    return _END_LABEL.match(line) is not None


def is_credit(line: str) -> bool:
    """Whether a short line credits a picture."""
    return len(line.split()) <= 60 and _CREDIT.search(line) is not None


def is_byline(line: str) -> bool:
    """``By Jane Roe and John Doe``."""
    return dated_byline(line) is not None or (
        len(line.split()) <= 16 and _BYLINE.match(line) is not None and _NOT_BYLINE.search(line) is None
    )


def dated_byline(line: str) -> str | None:
    """The author in ``OSRIC VANE · FRIDAY, OCTOBER 17, 2025 · 9 COMMENTS``, or ``None``."""
    found = _DATED_BYLINE.match(line)
    return found["who"].strip() if found else None


def is_stamp(line: str) -> bool:
    """A date and time alone on a line."""
    return _STAMP.match(line) is not None


def dateline_end(line: str) -> int:
    """How many characters of a paragraph its dateline takes (``MOSCOW (AP) —``), or 0."""
    found = _DATELINE.match(line)
    return len(found["dateline"]) if found else 0


def is_comments_heading(line: str) -> bool:
    """``Comments``, ``12 Responses``."""
    return _COMMENTS_HEADING.match(line) is not None


def ends_comments(line: str) -> bool:
    """The form below a comment thread."""
    return _COMMENTS_END.match(line) is not None


def commenter(line: str, *, in_thread: bool) -> str | None:
    """The name in a comment's head line (``3. Rob1 says:``), or ``None``.

    Outside a thread only a numbered line counts, since "The minister said:"
    has the same form.
    """
    head = _COMMENT_HEAD.match(line)
    if head is not None and (in_thread or head["number"]):
        return head["who"].strip()
    stamp = _COMMENT_STAMP.match(line) if in_thread else None
    return stamp["who"].strip(" -") if stamp is not None else None


def answered(line: str) -> str | None:
    """The name that a comment answers: ``@JKB: Agreed``."""
    found = _REPLY.match(line)
    return found["name"].strip() if found else None


def about_name(line: str) -> str | None:
    """The name in ``About Jane Roe``; empty for ``About the author``; ``None`` if it is neither."""
    found = _ABOUT.match(line)
    return (found["name"] or "") if found else None


def is_bio(line: str) -> bool:
    """Whether a paragraph at the end of a page tells who its author is."""
    return _BIO.search(line) is not None


def bio_name(line: str) -> str | None:
    """The name that opens an author's note: ``Jane Roe is a professor of ...``."""
    found = _BIO_NAME.match(line)
    return found["name"] if found else None


def looks_like_title(line: str) -> bool:
    """A short line that is no sentence: no final stop, few words."""
    words = line.split()
    if not 1 <= len(words) <= 18 or _TERMINAL.search(line):
        return False
    if line[0] in "“\"‘'(@*•-–—" or not line[0].isalnum():
        return False
    return True


def is_title_case(line: str) -> bool:
    """Whether most long words of a line begin with a capital."""
    long = [w for w in re.findall(r"[^\W\d_]+", line) if len(w) > 3]
    return bool(long) and sum(w[0].isupper() for w in long) >= 0.7 * len(long)
