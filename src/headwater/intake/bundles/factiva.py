"""The articles in an export of Factiva: fields with codes of two or three letters.

HD headline, BY byline, WC words, PD date, ET hour, SN outlet, LA language, CY
copyright, LP first paragraph, TD the rest, AN accession number. Below each
article stands "Document" with that number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from headwater.intake.bundles.entry import Entry
from headwater.intake.bundles.paragraphs import byline_of, joined, paragraphs_of
from headwater.intake.moments import written_moment

_CODES = "SE HD BY CR WC PD ET SN SC ED PG VOL LA CY LP TD CT RF CO IN NS RE IPC IPD PUB AN CLM DLN ART CX"
_FIELD = re.compile(rf"({'|'.join(_CODES.split())})(?:\s+(\S.*))?")
_ENDS = re.compile(r"Document ([A-Za-z0-9]{6,40})")


def factiva_articles(lines: list[str]) -> Iterator[Entry]:
    """The articles among the lines of an export; one without paragraphs could not be understood."""
    fields: dict[str, list[str]] = {}
    code: str | None = None
    for line in lines:
        ends = _ENDS.fullmatch(line)
        if ends:
            if fields:
                yield _entry(fields, ends[1])
            fields, code = {}, None
            continue
        opened = _opened(line, code)
        if opened:
            code, first = opened
            fields.setdefault(code, []).extend([first] if first else [])
        elif code is not None:
            fields[code].append(line)
    if "HD" in fields:
        yield _entry(fields, None)


def _opened(line: str, code: str | None) -> tuple[str, str] | None:
    """The field that ``line`` opens; in the text itself only a code that stands alone does.

    "IN" or "BY" can open a line of an article, so there nothing may follow them.
    """
    match = _FIELD.fullmatch(line)
    if match is None or (code in ("LP", "TD") and match[2] and match[1] not in ("TD", "AN", "PUB")):
        return None
    return match[1], match[2] or ""


def _entry(fields: dict[str, list[str]], number: str | None) -> Entry:
    number = number or joined(fields.get("AN", []))
    number = number.removeprefix("Document ") if number else None
    paragraphs = (*paragraphs_of(fields.get("LP", [])), *paragraphs_of(fields.get("TD", [])))
    return Entry(
        paragraphs=paragraphs,
        id=f"factiva:{number}" if number else None,
        title=joined(fields.get("HD", [])),
        author=byline_of(fields.get("BY", [])),
        outlet=joined(fields.get("SN", [])),
        published=written_moment(joined(fields.get("PD", [])) or ""),
    )
