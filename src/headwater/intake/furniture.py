"""Lines that belong to the page, not to the article: told by their words."""

from __future__ import annotations

import re

from headwater.intake.blocks import Block
from headwater.records import Problem

# Whole lines, each alternative with room for what stands beside it (a name, a count).
_LINES = (
    r"share(?: (?:this|on|via|full)\b.*)?",
    r"(?:click to|like this|tweet|retweet|pin it|print|e-?mail|copy link|save|gift this article)\b.{0,40}",
    r"facebook|twitter|x|linkedin|whatsapp|reddit|telegram|pinterest|bluesky|threads|mastodon",
    r"advert(?:isement)?s?(?:\W.{0,40})?|sponsored(?: content)?|story continues below.*|article continues.*",
    r"continue reading.*|(?:read|see|hear|watch) (?:more|also|next|this)\b.{0,160}|also read\b.{0,160}",
    r"more on this(?: story)?.{0,120}|more *:.{0,160}|our standards *:.{0,80}",
    r"related(?: (?:articles?|stories|posts?|topics?|content|coverage))?(?: *:.{0,120})?",
    r"(?:most|more|popular) (?:read|viewed|popular|shared|stories|news|posts)\b.{0,60}",
    r"more from .{0,60}|trending(?: now)?|recommended(?: for you)?|latest|sections",
    r"(?:you (?:may|might) also like|don['’]t miss|up next|what to read next)\b.{0,80}",
    r"editors?['’]?s? picks?\b.{0,80}",
    r"(?:sign up|subscribe|get (?:our|the|your)\b.{0,40}newsletter|join our)\b.{0,300}",
    r".{0,60}\bnewsletters?\b.{0,120}(?:inbox|sign up|subscribe|every (?:morning|week|day)).{0,120}",
    r"(?:we|this site|this website|our site).{0,60}\bcookies?\b.{0,300}|accept(?: all)?(?: cookies)?",
    r"follow (?:us|me|.{1,40} on)\b.{0,120}|download (?:our|the) app\b.{0,80}|download as pdf.{0,30}",
    r"(?:filed under|tags?|topics?|categories|posted in) *:.{0,200}",
    r"\d* ?(?:comments?|shares?|likes?|views?)(?: \(\d+\))?|leave a (?:reply|comment).{0,80}",
    r"(?:post|add) (?:a )?comment|reply[\W\d]*|view (?:all )?comments?.{0,20}|sort by\b.{0,60}",
    r"skip to (?:main )?content|back to top|back to the article\b.{0,160}|loading|load more.{0,20}",
    r"(?:log|sign) in\b.{0,40}|print version|page \d+ of \d+.{0,20}",
    r"\d+ min(?:ute)?s? read|listen to this article.{0,60}|©.{0,200}|all rights reserved.{0,100}",
    r"(?:▶|📲|👉|➡|✉).{0,120}",
)
_LINE = re.compile(rf"(?:{'|'.join(_LINES)})[ .!:…>»→]*", re.IGNORECASE)
_MIN_LINKED = 0.8  # share of link text from which on a line is a link, not a sentence with a link
# What the page marks as these is believed whatever its words: captions begin with ©, bylines are links.
_SPOKEN_FOR = frozenset({"caption", "byline", "dek", "bio", "comment_author"})
_MIN_BUTTONS = 0.6  # the same for a row of buttons, whose separators count too
# Reaction counts ("👍 214 😢 1.1k"): signs and figures, no word.
_ICONS = re.compile(r"^(?=.*[\U0001F300-\U0001FAFF\u2600-\u27BF])(?:[^\w]|\d|(?<=\d)[kKmM]\b)+$")
LONG = 60  # letters from which on a repeated paragraph is a doubling, not a refrain


def says_furniture(block: Block) -> bool:
    """Whether the block's words alone mark it as the page's own: sharing, reading on, consent."""
    if block.role in _SPOKEN_FOR:
        return False
    text = block.text.replace("\n", " ")
    return len(text) <= 400 and bool(_LINE.fullmatch(text) or _ICONS.fullmatch(text) or _is_button_row(block))


def _is_button_row(block: Block) -> bool:
    """Several links and next to nothing between them: "Share | Post | Send to a friend"."""
    by = block.text[:3].lower() == "by "
    return block.buttons >= 2 and block.link_share >= _MIN_BUTTONS and not by


def is_link_list(rows: list[Block], at: int) -> bool:
    """Whether the block is an item of a list of links: linked all over, beside another such."""
    if rows[at].link_share < _MIN_LINKED or rows[at].tag not in (
        "li",
        "div",
        "p",
        "h3",
        "h4",
        "h5",
        "h2",
        "dd",
        "tr",
    ):
        return False
    beside = (rows[i] for i in (at - 1, at + 1) if 0 <= i < len(rows))
    return any(b.link_share >= _MIN_LINKED for b in beside)


def letters(text: str) -> str:
    """The letters and digits of ``text`` alone, case folded: what two settings of one text share."""
    return "".join(filter(str.isalnum, text.casefold()))


def dropped_problem(dropped: list[str]) -> Problem | None:
    """A problem of code ``page_furniture_dropped`` with a count of what was left out and its first words."""
    if not dropped:
        return None
    shown = "; ".join(f"“{_first_words(text)}”" for text in dropped[:5])
    more = f" and {len(dropped) - 5} more" if len(dropped) > 5 else ""
    what = f"left out of the article: {len(dropped)} of the page's own lines: {shown}{more}"
    return Problem(
        "page_furniture_dropped", what, "if one of them is part of the article, add the article as plain text"
    )


def doubled_problem(doubled: list[str]) -> Problem | None:
    """A problem of code ``doubled_paragraph_dropped`` for paragraphs that the page shows twice."""
    if not doubled:
        return None
    shown = "; ".join(f"“{_first_words(text)}”" for text in doubled[:5])
    what = f"paragraphs that stand twice on the page were kept once: {len(doubled)}: {shown}"
    return Problem("doubled_paragraph_dropped", what, "")


def _first_words(text: str) -> str:
    words = text.split()
    return " ".join(words[:6]) + ("…" if len(words) > 6 else "")
