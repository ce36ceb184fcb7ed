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

_SHARED = (
    "(?:facebook|twitter|whatsapp|linkedin|reddit|telegram|pinterest|instagram|messenger|e-?mail|print|"
    "share|more)"
)
# A line that is one of these and nothing more.
_WHOLE = (
    r"(?=.*[\d*#|•–—=~_])[\W\d_]*",  # counters and rules: "5", "***", "12 | 3"
    r"(?:reply\s*){1,2}",
    r"share(?:\s+(?:this|on|via).{0,40})?",
    r"tweet|print|e-?mail|like|save|pin it|copy link",
    r"home|about|search|archives?|menu|contact|support us|donate|log in|sign in",
    r"our standards:.{0,80}",
    r"comments?|\d+\s+(?:comments?|shares?|replies|views|likes)",
    r"leave a (?:reply|comment).*",
    r"speak your mind",
    r"(?:add|post|join|view) (?:a |the |your )?(?:comment|conversation).*",
    r"just watched .{1,400} replay more videos.{0,500}",
    rf"(?:{_SHARED}\b[\s|,;:·•/&+-]*)+(?:@\w+)?",
    r"previous(?: (?:article|post|story|page|slide)\b.{0,120})?",
)
# A short line that begins with one of these.
_OPENS = (
    "filed under|tagged|tags|categories|topics|posted in|more on|related(?: \\w+)?|read more|most read",
    "see also|also read|recommended|trending(?: now)?|up next|click here|click to|sign up|subscribe",
    "newsletter|advertisement|sponsored|story continues|continue reading|read the (?:rest|full).{0,40}",
    "recent (?:posts|comments)|log in to|you must be logged in|skip to|follow us|copyright|©",
    "all rights reserved|back to top|loading|next page|«|cookie \\w+|accept all",
    "(?:keep|go on) reading with|you (?:have|['’]ve) (?:read|reached|used) your (?:last|final)",
    "reply to this|see all (?:subscription )?offers",
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
    r"|^(?:(?-i:[A-Z])[\w.’'-]+ ){1,4}(?:was|is) [^.]{0,80}\b(?:now )?writes (?:about|on|for)\b"
    rf"|^(?:(?-i:[A-Z])[\w.’'-]+ ){{1,4}}is (?:an?|the) [^.]{{0,80}}\b(?:{_TRADES})\b",
    re.IGNORECASE,
)
BIO_NAME = re.compile(rf"^(?P<name>{_FULL_NAME}{{1,3}}),? is\b")
# Verbs as headlines have them: of the present, by which a list of links is told from one of what happened.
_HEADLINE_VERBS = (
    "accept accuse add admit agree aim alter announce apologi[sz]e appear appoint approve arrest arrive "
    "ask attack avoid back ban battle beat become begin believe bet blame blast block blow boost brace "
    "break bring build buy call cancel cast cause challenge change charge chart claim clear close "
    "collapse come confirm confront consider continue cost court cut dare deal debate decide declare "
    "defend defy delay demand deny die dim dismiss doubt draw drive drop ease echo emerge end endorse "
    "enter erase escape expand expect expel explain expose eye face fade fail fall fear feel fight file "
    "fill find fire fix flee force fuel gain get give go grant grill grip grow hail halt happen head hear "
    "help hire hit hold host hurt impose include insist introduce invite issue join jump keep kill lack "
    "land lash launch lead lean learn leave let lift lose make mark mean meet miss mock mount mourn move "
    "mull name near need nominate offer open oppose order oust outline pardon pass pay pick plan play "
    "pledge plunge point post postpone praise prepare press promise propose prove pull push put question "
    "quit raise reach react rebuff rebuke recall refuse reject release remain remove report rescue resign "
    "respond retire return reveal rip rise rule run say score search see seek seem seize sell send set "
    "settle shake share show shrink sign signal skip slam slip snub soar spar spark speak spend split "
    "spread stall stand start stay step stop storm strike struggle sue suffer suggest support surge "
    "survive suspend swear sweep take talk tap target tell test threaten top tout turn tweet unveil urge "
    "use veto vote vow wait walk want warm warn weigh welcome widen win withdraw woo work worry"
)
_THIRD = "|".join(rf"{verb}e?s" for verb in _HEADLINE_VERBS.split())
# A question is rather an interviewer's than a headline, and NAME NAME: opens a speech in a transcript.
HEADLINE_WORDED = re.compile(
    r"^(?!.*\?$)(?!(?-i:[A-Z][A-Z.'’-]+[ :]){2,})(?:"
    r"(?:what|why|how|who|where|when|which|inside|here(?:['’]s| is| are)|watch|opinion|analysis|live|"
    r"fact.check|meet|\d+ (?:\w+ )?(?:things|ways|reasons|takeaways|questions|facts|charts|winners))\b"
    rf"|.*\b(?-i:{_THIRD}|tries|flies|dies|denies|defies|relies|is|are|has)\b"
    r"|.*\b(?:could|may|might|will|won['’]t|should|can['’]t|must|set to|say|warn|urge|vow)\b"
    r"|.*: [A-Z‘'“]|(?:.*\s)?[‘'][^‘’']{3,60}[’'](?=$|[\s,:]))",
    re.IGNORECASE,
)
RELATED_LABEL = re.compile(
    r"^(?:related|more|read|see also|also read|recommended|most|up next|trending|"
    r"you (?:may|might) (?:also )?like)\b",
    re.IGNORECASE,
)
# Signs of a box that offers the paper's letters, alerts or subscriptions; one alone may stand in any text.
PROMOTION_SIGNS = tuple(
    re.compile(sign, re.IGNORECASE)
    for sign in (
        r"\b(?:sent|delivered|e-?mailed|straight|directly|right) (?:\w+ )?to (?:you|your)\b"
        r"|\bin(?:to)? your (?:inbox|e-?mail)",
        r"\bour (?:\w+ )?(?:editors|reporters|newsroom|journalists|correspondents|team|readers|journalism)\b",
        r"\b(?:(?:every|each|(?:once|twice) an?|one (?:\w+ ){1,4}an?) "
        r"(?:\w+ )?(?:day|morning|evening|week|weekday|month|sunday)|daily|weekly|weekdays?)\b",
        r"\b(?:newsletters?|briefing|digest|e-?mails?|inbox|podcast|alerts?|app|subscription|essay|round-?up|"
        r"bulletin)\b",
        r"\b(?:sign(?:ing)? up|(?:un)?subscrib\w+|join us|register|download|get (?:the|our)|unlimited access|"
        r"for free|donate|support (?:our|quality|local|independent))\b",
        r"\b(?:you|your)\b",
        r"\b(?:sign(?:ing)? up (?:for|to|here|now|today)|subscribe (?:to (?:our|my)|now|here|today)|"
        r"unsubscribe)\b",
    )
)
REPORTED = re.compile(r"[“”\"]|\b(?:said|says|told|according to)\b")
STOP = re.compile(r"""[.!?…]["”’')\]]*$""")
SITE_AFTER = re.compile(r"\s+\|\s+(?=[^|]{2,60}$)")
TERMINAL = re.compile(r"""[.!…;:,]["”’')\]]*$""")
