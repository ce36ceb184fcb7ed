"""An article of Factiva without the codes of its fields: known by the order of its lines.

Section, headline, byline, credit; how many words; date, hour; outlet and its
code; edition, page; language; copyright; the text; who published it. All but
headline, words, date, outlet and text may be missing.
"""

from __future__ import annotations

import re

from headwater.intake.bundles.entry import Entry
from headwater.intake.bundles.nexis_lines import blocks_of
from headwater.intake.bundles.paragraphs import byline_of, joined, paragraphs_of
from headwater.intake.bundles.stamps import is_stamp, stated_day

_WORDS = re.compile(r"\d[\d.,\u00a0 ]* ?[^\W\d_]{1,10}")
_HOUR = re.compile(r"\d{1,2}:\d\d\b.{0,12}")
_BY = re.compile(r"(?:By|Von|Par|Por|Door|Di|Da)\s+(?=[A-ZÀ-Þ])")
_CODE = re.compile(r"[A-Z0-9]{2,12}")
_RIGHTS = re.compile(
    r".*(?:©|\(c\)|copyright|all rights reserved|rechte vorbehalten|droits r[ée]serv[ée]s|derechos).*",
    re.IGNORECASE,
)
_LANGUAGES = frozenset(
    """
    english german french spanish italian portuguese dutch
    englisch deutsch französisch spanisch italienisch portugiesisch niederländisch
    anglais allemand français espagnol italien portugais néerlandais
    inglés alemán francés español italiano portugués neerlandés inglese tedesco francese spagnolo portoghese
    inglês alemão francês espanhol português engels duits frans spaans 英语 英文 英語
    """.split()
)
_PUBLISHER = re.compile(
    r".{0,50}\b(?:AG|Inc|Ltd|Limited|GmbH|LLC|Co|Company|Corp|Corporation|plc|S\.?A|Group|Full Text|Digital|"
    r"Media|Services|Newspapers?|Publish(?:ing|ers)|Press|Verlag)\b[.)\s]*",
    re.IGNORECASE,
)
_SITE = re.compile(r"(?:Dow Jones )?Factiva|Dow Jones|(?:©|\(c\)).*Factiva.*|Page \d+.*", re.IGNORECASE)
_HEAD = 10
"""Lines between the outlet and the text: code, edition, page, volume, language, copyright of a few lines."""


def has_count(lines: list[str]) -> bool:
    """Whether an article stands among ``lines``: a count of its words, with a date below."""
    return any(_is_count(lines, n) for n in range(len(lines)))


def plain_entry(lines: list[str], key: str | None) -> Entry:
    """The article in the lines above an accession number; without paragraphs where it was not understood."""
    lines = [line for line in lines if not _SITE.fullmatch(line)]
    at = next((n for n in range(len(lines)) if _is_count(lines, n)), None)
    if at is None:
        return Entry(id=key)
    filled = [n for n in range(at + 1, len(lines)) if lines[n]]
    dated, rest = lines[filled[0]], filled[1:]
    if rest and _HOUR.fullmatch(lines[rest[0]]):
        rest = rest[1:]
    headline, author = _named(lines[:at])
    return Entry(
        paragraphs=_paragraphs(lines, rest[1:]),
        id=key,
        title=headline,
        author=author,
        outlet=lines[rest[0]] if rest else None,
        published=stated_day(dated),
    )


def _is_count(lines: list[str], n: int) -> bool:
    """Whether line ``n`` counts the words, which a date follows."""
    if not _WORDS.fullmatch(lines[n]):
        return False
    return is_stamp(filled_below(lines, n))


def filled_below(lines: list[str], n: int) -> str:
    """The first line that is not blank among the next few below line ``n``."""
    return next((line for line in lines[n + 1 : n + 8] if line), "")


def _named(lines: list[str]) -> tuple[str | None, str | None]:
    """Headline and author among what stands above the count."""
    blocks = blocks_of(lines)
    beside = blocks.pop() if blocks and lines[-1] else []
    if not blocks:
        beside, blocks = [], [[line] for line in beside]
    by = next((n for n in range(1, len(blocks)) if _BY.match(blocks[n][0])), None)
    if by is not None:
        return joined(blocks[by - 1]), _author(blocks[by])
    if not blocks:
        return None, None
    # A section may stand above the headline and a name below it; both are shorter.
    longest = max(range(len(blocks)), key=lambda n: len(" ".join(blocks[n])))
    below = beside or (blocks[longest + 1] if longest + 1 < len(blocks) else [])
    return joined(blocks[longest]), _author(below[:1])


def _author(lines: list[str]) -> str | None:
    return byline_of([_BY.sub("", joined(lines) or "")])


def _paragraphs(lines: list[str], after: list[int]) -> tuple[str, ...]:
    """The text: what stands behind the copyright, else the language, without the publisher's name below."""
    head = after[:_HEAD]
    spoken = next((k for k, n in enumerate(head) if lines[n].lower() in _LANGUAGES), None)
    near = head if spoken is None else head[: spoken + 3]
    rights = next((n for n in near if _RIGHTS.fullmatch(lines[n])), None)
    if rights is not None:
        # Up to the blank line: the rights may take several.
        start = next((n for n in range(rights, len(lines)) if not lines[n]), len(lines))
    elif spoken is not None:
        start = head[spoken] + 1
    else:
        start = (
            after[1] if len(after) > 1 and _CODE.fullmatch(lines[after[0]]) else next(iter(after), len(lines))
        )
    text = lines[start:]
    filled = [n for n, line in enumerate(text) if line]
    if len(filled) > 1 and _PUBLISHER.fullmatch(text[filled[-1]]) and not text[filled[-1] - 1]:
        text = text[: filled[-1]]
    return paragraphs_of(text)
