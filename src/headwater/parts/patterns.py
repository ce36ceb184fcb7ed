"""Forms of single lines, as blogs and news sites print them."""

from __future__ import annotations

import re

MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
DAY = rf"(?:{MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH})"
CLOCK = r"\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?"
AGO = r"\d+\s+(?:minute|hour|day|week|month|year)s?\s+ago"
DASH = r"(?:[—–-]|--)"
PLACE = r"[A-Z][\w.’'-]*"

# A line that is one of these and nothing more.
_WHOLE = (
    r"(?=.*[\d*#|•–—=~])[\W\d_]*",  # counters and rules: "5", "***", "12 | 3"
    r"(?:reply\s*){1,2}",
    r"share(?:\s+(?:this|on|via).{0,40})?",
    r"tweet|print|e-?mail|like|save|pin it|copy link",
    r"home|about|search|archives?|menu|contact|support us|donate|log in|sign in",
    r"our standards:.{0,80}",
    r"comments?|\d+\s+(?:comments?|shares?|replies|views|likes)",
    r"leave a (?:reply|comment).*",
    r"speak your mind",
    r"(?:add|post|join|view) (?:a |the |your )?(?:comment|conversation).*",
)
# A short line that begins with one of these.
_OPENS = (
    "filed under|tagged|tags|categories|topics|posted in|more on|related(?: \\w+)?|read more|most read",
    "see also|also read|recommended|trending(?: now)?|up next|click here|click to|sign up|subscribe",
    "newsletter|advertisement|sponsored|story continues|continue reading|read the (?:rest|full).{0,40}",
    "recent (?:posts|comments)|log in to|you must be logged in|skip to|follow us|copyright|©",
    "all rights reserved|back to top|loading|next page|previous|«|cookie \\w+|accept all",
    "(?:keep|go on) reading with|you (?:have|['’]ve) (?:read|reached|used) your (?:last|final)",
    "reply to this|see all (?:subscription )?offers",
    "facebook|twitter|whatsapp|linkedin|reddit|telegram",
)
FURNITURE = re.compile(rf"^(?:{'|'.join(_WHOLE)}|(?:{'|'.join(_OPENS)})\b(?:\W.{{0,160}})?)$", re.IGNORECASE)
END_LABEL = re.compile(
    r"^(?:filed under|posted in|tagged|tags|categories|share this|share on|topics)\b", re.IGNORECASE
)
CREDIT = re.compile(
    r"\b(?:photo|image|picture|video|illustration|graphic)(?:s|graph)?\s*(?:by|via|:|credit|courtesy)"
    r"|\bGetty Images\b|\bAP Photo\b|\b(?:Reuters|AFP|EPA|AP)/[A-Z]|/(?:Reuters|AFP|AP|EPA|Getty)\b"
    r"|\bCC0\b|\bCC BY\b|\bpublic domain\b|^(?:credit|file photo|pictured)\b|^image (?:source|caption),"
    r"|(?-i:[.\s][A-Z]{3,}/[A-Z][a-z]+ [A-Z][a-z]+$)"
    r"|\bvia (?:Flickr|Wikimedia|Max Pixel|Pixabay)\b|\bfile (?:photo|image)\b",
    re.IGNORECASE,
)
BYLINE = re.compile(
    r"^(?:by|from|words by|reporting by|written by|story by)\s+[A-Z][^.!?]{2,100}$", re.IGNORECASE
)
NOT_BYLINE = re.compile(r"\b(?:said|says|is|was|were|has|had|will|would|reports?|writes?)\b|:$")
DATED_BYLINE = re.compile(
    rf"^(?:(?:posted|published|written)\s+)?(?:by\s+)?(?P<who>(?!(?:posted|published|updated)\b)[A-Z][^·•|\d]{{2,40}}?)\s*(?:[·•|,—–-]|\bon\b)\s*"
    rf"(?:{WEEKDAY},?\s+)?{DAY},?\s+\d{{4}}.{{0,40}}$",
    re.IGNORECASE,
)
STAMPED_BYLINE = re.compile(
    rf"^{DAY},?\s+\d{{4}}[\s·•|,—–-]*\b(?:posted )?by\s+(?P<who>[A-Z][^·•|\d.!?]{{2,40}})$", re.IGNORECASE
)
WORKED_ON = re.compile(
    r"^\(?(?:additional )?(?:reporting|writing) by [A-Z][^.!?]*\b[Ee]diting by [A-Z].{0,120}$", re.I
)
_AGENCIES = "AP|AFP|Reuters|REUTERS|UPI|CNN|Xinhua|ANI|PTI|IANS|dpa|DPA|TASS"
_DATELINES = (
    # a known agency: Cleveland (AFP) –
    rf"(?:{PLACE}(?:[ ,/]+{PLACE}){{0,6}}(?:,? \d{{1,2}})?(?:,? \d{{4}})? )?"
    rf"\((?:{_AGENCIES})[^)]{{0,20}}\)\s*{DASH}",
    # a place in capitals, a day, any agency: LODRIN, 16 October. /TTA/.
    rf"[A-Z][A-Z/.’'-]{{2,}}(?:[ ,/]+{PLACE}){{0,4}}"
    r"(?:,? (?:\d{1,2} )?[A-Z][a-z]{2,8}\.?(?: \d{1,2})?(?: \d{4})?)?[.,]? "
    r"(?:\([A-Z][\w .]{1,24}\)|/[A-Z][\w .]{1,20}/)\s*(?:[—–.-]|--)",
    # a place in capitals and a dash: MOSCOW —
    rf"[A-Z][A-Z.’'-]{{2,}}(?:[ ,]+{PLACE}){{0,5}}(?:,? \d{{1,2}})?\s*(?:[—–]|--| - )",
)
DATELINE = re.compile(rf"^(?P<dateline>{'|'.join(_DATELINES)})\s*(?=\S)")
COMMENT_HEAD = re.compile(
    r"^(?P<number>\d+\s*[.)]\s*)?(?P<who>[^\s:][^:\n]{0,48}?)\s+(?:says|said|wrote|writes|commented|replied)"
    r"(?:\s+(?:on|at)\s+.{4,40}?)?\s*:?\s*$"
)
COMMENT_STAMP = re.compile(
    rf"^(?P<who>(?!{WEEKDAY}\b)[^\s•·|][^•·|\n]{{0,40}}?)\s*(?:[•·|]|\s-\s)?\s*"
    rf"(?:{AGO}|{MONTH}\s+\d{{1,2}},\s+\d{{4}}(?:\s+at\s+{CLOCK})?)\s*$",
    re.IGNORECASE,
)
STAMP = re.compile(
    rf"^(?:(?:published|posted|updated)\s*:?\s+)?(?:{WEEKDAY},?\s+)?{DAY}(?:,?\s+\d{{4}})?(?:,?\s+(?:at\s+)?{CLOCK}(?:\s+[A-Z]{{2,4}})?)?"
    rf"(?:[\s·|,]+(?:updated|published)\b.{{0,40}})?$|^{AGO}$",
    re.IGNORECASE,
)
COMMENTS_HEADING = re.compile(
    r"^(?:\d+\s+)?(?:comments?|responses|thoughts on .*|discussion|replies|reader comments|"
    r"what readers (?:say|think).*)(?:\s*\(\d+\))?\s*:?$",
    re.IGNORECASE,
)
COMMENTS_END = re.compile(
    r"^(?:speak your mind|you must be (?:logged|signed) in|log in to (?:reply|comment)|search$|"
    r"recent (?:posts|comments)|leave a (?:reply|comment)|post a comment|cancel reply|comments are closed)\b",
    re.IGNORECASE,
)
REPLY = re.compile(r"^@\s*(?P<name>[^\s:,][^:,\n]{0,38}?)\s*[:,]")
_FULL_NAME = r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)"
SECTION = re.compile(
    r"^(?:(?:world|us|uk|national|local|foreign|breaking|latest|top) (?:news|affairs|stories)|"
    r"news|opinions?|analysis|comment(?:ary)?|politics|world|business|sports?|culture|editorials?|"
    r"exclusive|explainer|opinion of the day)$",
    re.IGNORECASE,
)
NAME_LINE = re.compile(rf"^{_FULL_NAME}{{1,3}}$")
ABOUT = re.compile(rf"^about (?:the author\W*|(?P<name>{_FULL_NAME}{{0,3}}))$", re.IGNORECASE)
_TRADES = (
    "professor|lecturer|fellow|columnist|correspondent|reporter|writer|journalist|editor|author|analyst|"
    "researcher|contributor|blogger|student|lawyer|attorney|historian|director"
)
BIO = re.compile(
    r"\bviews expressed\b.*\b(?:own|alone)\b|\bfollow (?:him|her|them|[A-Z]\w+) (?:on|at)\b"
    r"|\bcan be (?:reached|contacted) at\b"
    r"|^(?:[A-Z][\w.’'-]+ ){1,4}(?:was|is) [^.]{0,80}\b(?:now )?writes (?:about|on|for)\b"
    rf"|^(?:[A-Z][\w.’'-]+ ){{1,4}}is (?:an?|the) [^.]{{0,80}}\b(?:{_TRADES})\b",
    re.IGNORECASE,
)
BIO_NAME = re.compile(rf"^(?P<name>{_FULL_NAME}{{1,3}}),? is\b")
TERMINAL = re.compile(r"""[.!…;:,]["”’')\]]*$""")
