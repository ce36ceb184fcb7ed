"""Whether the text tells that something was said at all, or only that it might be, will be or was not.

``If Roe says the pier is safe`` and ``Roe never argued that the pier is safe`` name Roe, a cue and a
content, and annotators mark both; yet who repeats them as Roe's words has put them into her mouth.
The values are those of an event's modality in PLOVER records: actual, future, hypothetical, negated.
What the cue declines ("would not say") or the content negates ("does not believe that") did happen and
is told by ``polarity`` and ``content_negated``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from headwater.records.spans import Span
from headwater.records.vocabulary import AttributionModality
from headwater.voices.draft import Draft
from headwater.voices.lexicon import BELIEFS
from headwater.voices.supposed import supposed
from headwater.voices.traits import polarity_of, sort_of
from headwater.voices.words import FIRST_PERSON

_LOOK = 120
"""Code points before source and cue that are looked at for what governs them."""
_GAP = 40
"""Code points between source and cue in which a modal may stand."""
_NEAR = 30
_WORD = r"[\w’'-]+"
_DETERMINER = r"(?:the|an?|any|his|her|its|their|our|my|your|other|some|more|most|many)"
_BOUNDARY = re.compile(r"[.!?;:,()“”\"\n—–]|\s-\s")
# "Unless Roe says", "whether the board believes", "in case anybody asks".
_SUPPOSING = re.compile(
    rf"\b(?:if|unless|whether|lest|in case|(?:as|so) long as|assuming(?: that)?|suppos(?:e|ing)(?: that)?"
    rf"|imagin(?:e|ing)(?: that)?|short of|provided(?: that)?|the (?:minute|moment)"
    rf"|to what (?:extent|degree)|(?:it is|it was|it[’']s|is it|seems) (?:\w+ly )?"
    rf"(?:possible|conceivable|doubtful|unlikely|likely)|doubt(?:s|ed|ing)?(?: that)?)\s"
    rf"(?:{_WORD}\s){{0,2}}\Z",
    re.IGNORECASE,
)
# "Should Roe say", "Had Roe believed".
_INVERTED = re.compile(
    rf"\A\s*(?:(?:and|but|or)\s)?(?:Should|Were|Had|should|were|had)\s(?:{_DETERMINER}\s)?\Z"
)
# "Until Roe says": not yet; "until Roe said" tells that it was.
_UNTIL = re.compile(rf"\b(?:until|once|the day)\s(?:{_DETERMINER}\s)?\Z", re.IGNORECASE)
_TOLD = re.compile(
    r"(?:\w+ed|said|told|wrote|came|went|saw|knew|thought|felt|found|gave|took|made|heard|met|had|was|were)\b"
)
# "Perhaps Roe would like", "it is unclear how the board feels".
_GUESSING = re.compile(
    rf"(?:\A\s*(?:(?:and|but|so|or|then)\s)?(?:perhaps|maybe|presumably|probably|surely"
    rf"|undoubtedly|no doubt)|\b(?:possible|conceivable|doubtful"
    rf"|unclear|uncertain|unknown|unlikely|likely)\s(?:that|if|whether|how|why|what|when|who))\s(?:{_WORD}\s){{0,1}}\Z",
    re.IGNORECASE,
)
# "It is important that the world understands".
_URGING = re.compile(
    rf"\b(?:important|essential|crucial|vital|critical|imperative|necessary|urgent|desirable)\sthat\s"
    rf"(?:{_DETERMINER}\s)?\Z",
    re.IGNORECASE,
)
# "Roe, perhaps hoping": the writer's guess.
_PERHAPS = re.compile(r"\b(?:perhaps|maybe|possibly|presumably|conceivably|undoubtedly)\b", re.IGNORECASE)
_DESERVING = re.compile(
    r"(?:deserves?|ha(?:s|ve)\s(?:yet|a\sright|every\sright|reason))\sto\b", re.IGNORECASE
)
# "Allows the board to say", "pressed by Roe to call it", "nothing for readers to believe".
_CAUSING = re.compile(
    r"\b(?:allow|let|enabl|requir|prevent|forc|want|expect|need|order|urg|press|pressur|ask|encourag|invit"
    r"|persuad|convinc|caus|lead|help|get|giv|call(?:s|ed|ing)? (?:on|for)|wait(?:s|ed|ing)? for|reason|"
    r"time|chance|opportunity|pressure|room|deserv)"
    rf"(?:e|es|ed|s|ing|ting)?\s(?:by\s|for\s|on\s)?(?:{_WORD}\s){{0,1}}\Z"
    rf"|\bfor\s(?:{_DETERMINER}\s)?\Z",
    re.IGNORECASE,
)
# "Lets the board say".
_LETTING = re.compile(rf"\b(?:let|lets|letting|make|makes|making)\s(?:{_DETERMINER}\s)?\Z", re.IGNORECASE)
# "Prevents the board from saying", "without Roe saying", "nobody heard Roe say".
_PREVENTING = re.compile(
    rf"\b(?:stop|prevent|keep|kept|bar|block|discourag|dissuad|prohibit|bann?)(?:e|es|ed|s|ing|ped|ping|red|ring)?\s"
    rf"(?:{_DETERMINER}\s)?\Z",
    re.IGNORECASE,
)
_LACKING = re.compile(
    rf"\b(?:without|nothing(?: that)?)\s(?:{_DETERMINER}\s)?\Z"
    rf"|(?:\b(?:nobody|no one|never|not|few)|n[’']t)\s(?:(?:has|have|had|ever)\s){{0,2}}"
    rf"(?:heard|hear|seen|see|envision|imagine|foresee)\s"
    rf"(?:{_DETERMINER}\s)?\Z",
    re.IGNORECASE,
)
_FROM = re.compile(r"from\s\w+ing\b", re.IGNORECASE)
_ENDS_IN_FROM = re.compile(r"\bfrom\s\Z", re.IGNORECASE)
# "Is set to announce", "is unlikely to say", "is yet to say".
_TO_COME = re.compile(
    r"\b(?:is|are|was|were|be|been)\s(?:\w+ly\s|now\s|also\s|still\s|all\s)?"
    r"(?:(?P<future>set|due|scheduled|poised|going|slated|about|expected|likely|bound|certain|sure)"
    r"|(?P<free>supposed|free|reluctant|unwilling|hesitant|ready|unable|unlikely|afraid|entitled|allowed|welcome)"
    r"|(?P<yet>yet|too \w+|not about))\sto\s",
    re.IGNORECASE,
)
_MANDATING = re.compile(
    r"\b(?:requir|demand|recommend|mandat|order)(?:e|es|ed|s|ing)?\sthat\s\Z", re.IGNORECASE
)
_INFINITIVE = re.compile(r"to\s(?!be\ssure\b|say\sthe\sleast\b)\w", re.IGNORECASE)
_ENDS_IN_TO = re.compile(r"\bto\s(?:\w+ly\s)?\Z", re.IGNORECASE)

_MODAL = re.compile(
    r"(?<!-)\b(?P<modal>might|may|could|can|would|should|must|ought|shall|will)(?P<not>n?[’']t|not)?\b(?!-)"
    r"|(?<=\w)[’'](?P<short>d|ll)\b|\b(?P<wont>won[’']t)\b|\b(?P<cannot>cannot)\b"
)
# "She'd tweeted" had done so.
_HAD = re.compile(
    r"\s(?:\w+ly\s|also\s|never\s|already\s|ever\s|not\s|just\s)?"
    r"(?:\w{2,}ed|better|been|had|said|told|heard|seen|made|given|written|put|spoken|taken|known|come|gone|found|"
    r"felt|thought|left|sent|kept|held|read|met|won|lost)\b"
)
# "55 percent would support it": so they answered.
_ASKED = re.compile(r"\b(?:per ?cent|majority|respondents|surveyed|polled|voters|half|third)\b|%")
# "Would later say", "would often complain": it was said.
_PAST_HABIT = re.compile(
    r"\s(?:later|eventually|subsequently|soon|then|often|sometimes|frequently|routinely|always|go on to)\b"
)
_LIKING = re.compile(
    r"\s(?:also\s|\w+ly\s|have\s|all\s|much\s){0,2}(?:liked?|loved?|prefer(?:red)?|rather|welcome|hate|care)\b"
)
_REFUSING = re.compile(
    r"\s(?:also\s|\w+ly\s)?(?:not|neither)\b|\s(?:only|no longer)\b|\s(?:decline|refuse)", re.IGNORECASE
)
_PERCEIVING = re.compile(
    r"\s(?:\w+ly\s)?(?:be\s)?(?:see|hear|feel|smell|recall|remember|seen|heard|attest)\b"
)
_PERFECT = re.compile(r"\s(?:\w+ly\s|well\s|also\s)?have\b")

_NOBODY = re.compile(
    r"(?:no\b(?!\.|\s\d)|nobody|none\b(?! other than)|neither|not (?:one|a single|any))\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:never(?! (?:hesitate|shie|tire)[ds]\b)|without|no longer"
    r"|no (?:signs?|hints?|indications?|mention|evidence|proof))\b"
    r"|(?:\bnot|n[’']t)\b"
    r"(?! (?:only|just|merely|simply|resist|help|wait|shy|hesitated?|rul(?:e|ed|ing) out)\b)",
    re.IGNORECASE,
)
_WANT_OF = re.compile(
    r"\b(?:failure|failed|fails?|failing|neglected|forgot) to\b"
    r"|\b(?:short of|far from|instead of|rather than|avoid(?:s|ed|ing)?|refrain(?:s|ed|ing)? from"
    r"|resist(?:s|ed|ing)?)\s(?:\w+ing|say|admit|call)\b"
    r"|\b(?:without|lack of|absence of|no|instead of|rather than|short of)\s(?:any\s)?\Z",
    re.IGNORECASE,
)
# What is denied of one who believes or wants is denied of what he believes.
_RAISING = BELIEFS | frozenset(
    "want wants wanted see sees saw seen feel feels felt consider considers considered plan plans planned "
    "planning intend intends intended know knew known understand understood recall recalled remember "
    "remembered sure agree agrees agreed support supports supported like likes liked favor favors favored "
    "back trust trusts care cares mind convinced aware expecting seeking looking interested accept "
    "accepts accepted".split()
)


def modality_of(text: str, draft: Draft) -> AttributionModality:
    """How the text holds the saying itself: as done (``actual``), to come, supposed, or not done."""
    if not draft.cue or not draft.source or polarity_of(text, draft) == "declines":
        return "actual"
    if _is_negated(text, draft):
        return "negated"
    if _is_supposed(text, draft):
        return "hypothetical"
    if (told := supposed(text, draft)) is not None:
        return told
    if draft.source[0].of(text).lower() in FIRST_PERSON:  # "I would say" says it
        return "actual"
    return "hypothetical" if _is_caused(text, draft) else _by_modal(text, draft)


def modalities(
    text: str,
    drafts: Sequence[Draft],
    parent_of: Sequence[int | None],
    same: Callable[[int, int], bool],
) -> list[AttributionModality]:
    """The modality of each statement.

    ``parent_of`` has the statement around it, ``same`` tells whether two have one speaker.
    What stands in a statement that nobody made is not said either. Who says of himself that he "would
    oppose" a bill opposes it.
    """
    own = [modality_of(text, d) for d in drafts]
    for i, parent in enumerate(parent_of):
        if own[i] == "hypothetical" and parent is not None and same(i, parent) and own[parent] == "actual":
            own[i] = "actual" if sort_of(drafts[i]) == "attitude" else "future"
    return [_within(own, parent_of, i) for i in range(len(own))]


def _within(
    own: Sequence[AttributionModality], parent_of: Sequence[int | None], i: int
) -> AttributionModality:
    """Its own modality, or that of the nearest statement around it which is not told as made."""
    seen: int | None = i
    while seen is not None:
        if own[seen] != "actual":
            return own[seen]
        seen = parent_of[seen]
    return "actual"


def _before(text: str, at: int) -> str:
    """What stands before ``at`` in its clause."""
    start = max(0, at - _LOOK)
    marks = list(_BOUNDARY.finditer(text, start, at))
    return text[marks[-1].end() if marks else start : at]


def _head(draft: Draft) -> Span:
    """Source or cue, whichever comes first and is not behind the other's clause."""
    cue = draft.cue[0]
    return draft.source[0] if draft.source and draft.source[0].start < cue.start else cue


def _is_supposed(text: str, draft: Draft) -> bool:
    before = _before(text, _head(draft).start)
    cue = draft.cue[0]
    until = _UNTIL.search(before) is not None and _TOLD.search(text, cue.start, draft.cue[-1].end) is None
    forms = (_SUPPOSING, _GUESSING, _INVERTED, _URGING)
    return until or any(form.search(before) for form in forms) or _is_guessed(text, draft)


def _is_guessed(text: str, draft: Draft) -> bool:
    """Whether "perhaps" and its like stand right before the cue or in it."""
    source, cue = draft.source[-1], draft.cue[0]
    start = source.end if 0 <= cue.start - source.end <= _GAP else cue.start
    return _PERHAPS.search(text, start, cue.end) is not None


def _is_caused(text: str, draft: Draft) -> bool:
    """Whether somebody is made, asked or allowed to say it: "lets the mayor say"."""
    if not draft.source or draft.source[0].start > draft.cue[0].start:
        return False
    before = _before(text, draft.source[0].start)
    if _MANDATING.search(before) or _LETTING.search(before):
        return True
    gap = text[draft.source[-1].end : draft.cue[0].start]
    infinitive = _INFINITIVE.match(text, draft.cue[0].start) or _ENDS_IN_TO.search(gap)
    return infinitive is not None and _CAUSING.search(before) is not None


def _is_negated(text: str, draft: Draft) -> bool:
    if draft.source and _NOBODY.match(text, draft.source[0].start, draft.source[0].end):
        return True
    cue = " ".join(s.of(text) for s in draft.cue)
    before = text[max(0, draft.cue[0].start - _NEAR) : draft.cue[0].start]
    if draft.source[0].start < draft.cue[0].start and _is_prevented(text, draft):
        return True
    if sort_of(draft) == "attitude":  # who does not like it holds an attitude too
        return False
    if _WANT_OF.search(before + cue):
        return True
    words = {w.lower() for w in re.findall(_WORD, cue)}
    return _NOT.search(cue) is not None and not words & _RAISING and "deny" not in words


def _is_prevented(text: str, draft: Draft) -> bool:
    """Whether somebody is kept from saying it, or it went without his saying it."""
    before = _before(text, draft.source[0].start)
    gap = text[draft.source[-1].end : draft.cue[0].start]
    kept = _FROM.match(text, draft.cue[0].start) or _ENDS_IN_FROM.search(gap)
    return (kept is not None and _PREVENTING.search(before) is not None) or _LACKING.search(
        before
    ) is not None


def _by_modal(text: str, draft: Draft) -> AttributionModality:
    cue, source = draft.cue[0], draft.source[-1]
    start = source.end if 0 <= cue.start - source.end <= _GAP else cue.start
    found = _MODAL.search(text, start, draft.cue[-1].end)
    if found is None:
        return _by_what_is_to_come(text, draft, start)
    return _by_word(text, found, source)


def _by_what_is_to_come(text: str, draft: Draft, start: int) -> AttributionModality:
    """By "is set to announce", "is unlikely to say", "deserves to know"."""
    told = _TO_COME.search(text, start, draft.cue[-1].end)
    if told is None:
        return "hypothetical" if _DESERVING.match(text, draft.cue[0].start) else "actual"
    if told["free"]:  # who "is ready to support" it wants to
        return "actual" if sort_of(draft) == "attitude" else "hypothetical"
    return "future" if told["future"] else "negated"


def _by_word(text: str, found: re.Match[str], source: Span) -> AttributionModality:
    """By a modal and what stands behind it."""
    word = found["modal"] or found["short"] or ("will" if found["wont"] else "can")
    after = text[found.end() : found.end() + _GAP]
    denied = bool(found["not"] or found["wont"] or found["cannot"] or _REFUSING.match(after))
    if word in ("will", "ll", "shall"):
        return "actual" if denied else "future"
    if word in ("would", "d"):
        is_told = _PAST_HABIT.match(after) or _LIKING.match(after) or denied or _ASKED.search(source.of(text))
        return "actual" if is_told or (word == "d" and _HAD.match(after)) else "hypothetical"
    if word in ("could", "can") and (denied or _PERCEIVING.match(after)):
        return "actual"
    if word == "must" and _PERFECT.match(after):
        return "actual"
    return "hypothetical"
