"""What the lines of a Nexis export are: marks between articles, fields, rights, and plain words.

The names of fields are those of exports made through pages in English, German,
French and Dutch (``docs/sources.md`` names where they can be seen).
"""

from __future__ import annotations

import re
from itertools import groupby

from headwater.intake.bundles.stamps import is_stamp

OPENS = re.compile(
    r"(?:FOCUS\s+-\s+)?(\d{1,6}) of (\d{1,6}) DOCUMENTS?|Do[ck]ument (\d{1,6}) (?:of|von|de|van) (\d{1,6})",
    re.IGNORECASE,
)
"""The line above each article of the older form, with its number and how many there are."""

ENDS = re.compile(r"End of Document|Ende des Dokuments|Fin du document|Einde van document")
"""The line below each article of Nexis Uni; in English on all exports that are known."""

ERROR = re.compile(r"We are sorry but there is an error in this document.*")
"""Stands in an article's place where the database failed."""

BODY = re.compile(r"(?:BODY|TEXT|TEKST|ARTICLE):\s*(.*)")
"""What the text of the older form may begin with."""

BODY_UNI = re.compile(r"Body|Text")
"""The line above the text of Nexis Uni."""

_HEAD = {
    "HEADLINE": "headline title kop titre titel",
    "BYLINE": "byline author autor auteur signature",
    "DATELINE": "dateline ortszeile",
    "HIGHLIGHT": "highlight encart chapeau insert",
    "LENGTH": "length länge longueur lengte",
    "": "section rubrik rubrique series kicker anchors anchor guests guest bio name",
}
_NAMES = {name: field for field, names in _HEAD.items() for name in names.split()}
_FIELD = re.compile(rf"({'|'.join(_NAMES)}):(?:\s+(.*)|$)", re.IGNORECASE)

_SURE = re.compile(
    r"(?:LOAD-DATE|DATE-CHARGEMENT|CORRECTION-DATE|UPDATE|UPLOAD):\s.{0,30}\b(?:19|20)\d\d\b.{0,30}"
    r"|(?:LANGUAGE|SPRACHE|LANGUE|TAAL):\s+[A-Z][\w .;,/()-]{1,40}"
    r"|(?:PUBLICATION-TYPE|TYPE-PUBLICATION|PUB-TYPE|DOCUMENT-TYPE):\s.{1,60}"
    r"|(?:JOURNAL[- ]CODE|CODE-REVUE|ZEITUNGS-CODE|TRANSCRIPT|ACC-NO):\s+\S{1,30}"
    r"|Classification",
    re.IGNORECASE,
)
_LIKELY = re.compile(
    r"(?:GRAPHICS?|GRAFIK|GRAFIEK|IMAGE|PHOTOS?|CHARTS?|URL|DISTRIBUTION|CORRECTION|NOTES?):.*"
    r"|(?:LENGTH|LÄNGE|LONGUEUR|LENGTE):\s+\d.*|(?:SECTION|RUBRIK|RUBRIQUE):.{0,80}|HIGHLIGHT:.*"
    r"|[A-Z][A-Z -]{2,24}:.*\(\d\d%\).*",
    re.IGNORECASE,
)
_ANY = re.compile(r"[A-ZÄÖÜÉ][A-ZÄÖÜÉ -]{2,30}:.*|[A-Z][a-z]+(?:-[A-Z][a-z]+)?:\s.*")
_OPEN = re.compile(
    r"(?:GRAPHICS?|GRAFIK|CORRECTION|HIGHLIGHT|NOTES?|CHARTS?|PHOTOS?)\b:?.*|Classification", re.IGNORECASE
)
_TITLE = re.compile(r"Graphics?|Charts?|Photos?|Notes|Correction|Classification")
_CAPTIONS = re.compile(r"Graphics?")
_RIGHTS = re.compile(
    r"(?:Copyright|Copy|©|\(c\)).{0,40}(?:19|20)\d\d\b.*|(?:All|Alle|Tous)\b.{0,8}\b(?:Rights?|Rechten?|Droits)\b.*"
    r"|Rights Reserved\.?",
    re.IGNORECASE,
)
_EDITION = re.compile(
    r".{0,40}\b(?:editions?|final|edn|version|ausgabe|correction appended)\b.{0,20}|\d{1,2}:\d\d.{0,30}",
    re.IGNORECASE,
)
_NOTICE = re.compile(r"prepared by\b|.*\bmaterial may be\b|.*\bpermission\b", re.IGNORECASE)
_STRAY = 40
"""Code points that a line among the last fields may have that is none, such as a bare code."""

Blocks = list[list[str]]
"""Lines that stand together, each without the blank lines around them."""


def blocks_of(lines: list[str]) -> Blocks:
    """``lines``, parted where blank lines stand."""
    return [list(group) for filled, group in groupby(lines, key=bool) if filled]


def field_of(line: str, *, uni: bool) -> tuple[str, str] | None:
    """The field of an article's head that ``line`` opens, under its English name, with what follows.

    The name is empty for fields of which nothing is taken. The older form has
    its names in capitals, Nexis Uni with a capital.
    """
    match = _FIELD.fullmatch(line)
    if match is None or not (match[1].istitle() if uni else match[1].isupper()):
        return None
    return _NAMES[match[1].lower()], (match[2] or "").strip()


def is_rights(line: str) -> bool:
    """Whether ``line`` names the holder of the rights or that they are reserved."""
    return _RIGHTS.fullmatch(line) is not None


def is_edition(block: list[str]) -> bool:
    """Whether ``block`` below the date only tells edition, hour, the show or the date once more."""
    return all(_EDITION.fullmatch(line) or is_stamp(line) for line in block) or block[0].startswith("SHOW:")


def is_notice(block: list[str]) -> bool:
    """Whether ``block`` is the provider's word on the use of its articles."""
    return _NOTICE.match(" ".join(block)) is not None


def stamp_in(block: list[str]) -> int | None:
    """Which line of ``block`` is a date, if any."""
    return next((n for n, line in enumerate(block) if is_stamp(line)), None)


def tail_start(lines: list[str], after: int) -> int:
    """Where the fields below an article's text begin; ``after`` is where its text may begin.

    A field is sure where its value is of its kind (``LOAD-DATE`` with a year),
    and counts only where nothing but fields, rights and what belongs to them
    follows: a paragraph that happens to begin with "LANGUAGE:" is text.
    """
    blocks = _placed(lines, after)
    last_text = _last_text(blocks)
    sure = next(
        (n for n in range(last_text + 1, len(blocks)) if _SURE.fullmatch(blocks[n][1][0])), len(blocks)
    )
    first = sure
    while first and (_LIKELY.fullmatch(blocks[first - 1][1][0]) or all(map(is_rights, blocks[first - 1][1]))):
        first -= 1
    # What stands below "Graphic" are captions; nothing is cut at another title, it may be the text's own.
    titles = [n for n in range(first) if _CAPTIONS.fullmatch(blocks[n][1][0])]
    first = titles[-1] if titles and sure < len(blocks) else first
    return blocks[first][0] if first < len(blocks) else len(lines)


def _placed(lines: list[str], after: int) -> list[tuple[int, list[str]]]:
    """The blocks from line ``after`` on, each with the number of its first line."""
    found: list[tuple[int, list[str]]] = []
    for filled, group in groupby(range(after, len(lines)), key=lambda n: bool(lines[n])):
        numbers = list(group)
        if filled:
            found.append((numbers[0], [lines[n] for n in numbers]))
    return found


def _last_text(blocks: list[tuple[int, list[str]]]) -> int:
    """Which block is the last that is neither a field nor belongs to one; -1 where none is."""
    last, open_ended = -1, False
    for n, (_, block) in enumerate(blocks):
        if any(pattern.fullmatch(block[0]) for pattern in (_SURE, _LIKELY, _TITLE)):
            open_ended = _OPEN.fullmatch(block[0]) is not None
        elif not (open_ended or _is_loose(block)):
            last = n
    return last


def _is_loose(block: list[str]) -> bool:
    """Whether ``block`` may stand among the last fields: rights, fields of other names, bare codes."""
    code = len(block) == 1 and len(block[0]) <= _STRAY and block[0][-1] not in '.!?”"'
    named = _ANY.fullmatch(block[0]) or ENDS.fullmatch(block[0]) or ERROR.fullmatch(block[0])
    return code or named is not None or any(map(is_rights, block))
