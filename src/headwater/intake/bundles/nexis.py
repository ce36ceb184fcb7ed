"""The articles in an export of Nexis: the older form and that of Nexis Uni.

Older files open each article with "Document 1 of 37" or "1 of 37 DOCUMENTS",
name outlet and date, then fields in capitals ("BYLINE:", "LENGTH:") and end
with "LOAD-DATE:". Nexis Uni puts the headline first, "Body" above the text and
"End of Document" below it. ``LOAD-DATE`` is when the database took the article
in and is not read for its date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from headwater.intake.bundles.entry import Entry
from headwater.intake.bundles.paragraphs import byline_of, joined, paragraphs_of
from headwater.intake.moments import written_moment

_OPENS = re.compile(r"(?:Document\s+)?(\d{1,5}) of (\d{1,5})(?:\s+DOCUMENTS?)?", re.IGNORECASE)
_ENDS = re.compile(r"End of Document", re.IGNORECASE)
_BODY = re.compile(r"(?:BODY|Body):?\s*(.*)")
_FIELD = re.compile(
    r"(HEADLINE|BYLINE|SECTION|LENGTH|DATELINE|HIGHLIGHT|SERIES|CORRECTION|KICKER|SOURCE|"
    r"Headline|Byline|Section|Length|Dateline|Highlight|Series|Kicker):\s*(.*)"
)
_TAIL = re.compile(
    r"(?:(?:LOAD-DATE|Load-Date|LANGUAGE|Language|GRAPHIC|Graphic|URL|SUBJECT|Subject|PUBLICATION-TYPE|"
    r"DOCUMENT-TYPE|JOURNAL-CODE|PUB-TYPE|COUNTRY|GEOGRAPHIC|ORGANIZATION|COMPANY|INDUSTRY|PERSON|CITY|"
    r"STATE|TICKER|UPDATE|NOTES|Classification):.*|Classification)"
)
_COPYRIGHT = re.compile(r"(?:©|\(c\)).{0,4}\d{4}.*|All Rights Reserved.*|Copyright\b.*", re.IGNORECASE)
_ADDRESS = re.compile(r"URL:\s*(https?://\S+)")
# Below the date stand the edition and the hour, which are no headline.
_EDITION = re.compile(r".{0,40}\b(?:edition|final|edn|version)\b.{0,20}|\d{1,2}:\d\d.{0,20}", re.IGNORECASE)
_DATE_LONG = 60  # code points; a longer line that holds a date is a sentence


@dataclass(slots=True)
class _Draft:
    """One article being gathered: the lines above its date and below it, its fields, its text."""

    above: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)
    date: str | None = None
    fields: dict[str, list[str]] = field(default_factory=dict)
    text: list[str] = field(default_factory=list)
    url: str | None = None
    part: str = "head"
    open_field: str | None = None


def stated_count(lines: list[str]) -> int:
    """How many articles the file says it holds; 0 where it says nothing."""
    counts = (int(match[2]) for match in map(_OPENS.fullmatch, lines) if match)
    return max(counts, default=0)


def nexis_articles(lines: list[str]) -> Iterator[Entry]:
    """The articles among the lines of an export; one without paragraphs could not be understood."""
    for portion in _portions(lines):
        draft = _Draft()
        for line in portion:
            _take(draft, line)
        if draft.above or draft.below or draft.fields or draft.text:
            yield _entry(draft)


def _portions(lines: list[str]) -> Iterator[list[str]]:
    """The lines of each article; what stands before the first, such as a cover sheet, is left out."""
    opened = any(_OPENS.fullmatch(line) for line in lines)
    held: list[str] = []
    inside = not opened
    for line in lines:
        starts, ends = _OPENS.fullmatch(line), _ENDS.fullmatch(line)
        if not (starts or ends):
            held.append(line)
            continue
        if inside and any(held):
            yield held
        held, inside = [], bool(starts) or not opened
    # Behind the last "End of Document" nothing but blank lines and a page's foot is left.
    if inside and any(_FIELD.match(line) or _TAIL.fullmatch(line) for line in held):
        yield held


def _take(draft: _Draft, line: str) -> None:
    if address := _ADDRESS.match(line):
        draft.url = draft.url or address[1]
    if draft.part == "tail":
        return
    if draft.part == "text":
        _take_text(draft, line)
    elif body := _BODY.fullmatch(line):
        draft.part, draft.text = "text", [body[1]]
    elif stated := _FIELD.fullmatch(line):
        draft.open_field = stated[1].upper()
        draft.fields[draft.open_field] = [stated[2]]
    elif _TAIL.fullmatch(line):
        draft.part = "tail"
    else:
        _take_head(draft, line)


def _take_text(draft: _Draft, line: str) -> None:
    if _TAIL.fullmatch(line):
        draft.part = "tail"
    elif not _COPYRIGHT.fullmatch(line):
        draft.text.append(line)


def _take_head(draft: _Draft, line: str) -> None:
    if not line:
        draft.open_field = None
    elif draft.open_field is not None:
        draft.fields[draft.open_field].append(line)
    elif _COPYRIGHT.fullmatch(line):
        return
    elif "LENGTH" in draft.fields:
        # Files without the word "BODY" begin the text below the fields.
        draft.part, draft.text = "text", [line]
    elif draft.date is None and len(line) <= _DATE_LONG and written_moment(line):
        draft.date = written_moment(line)
    elif draft.date is None:
        draft.above.append(line)
    elif not _EDITION.fullmatch(line):
        draft.below.append(line)


def _entry(draft: _Draft) -> Entry:
    outlet = draft.above[-1] if draft.above and draft.date else None
    headline = joined(draft.fields.get("HEADLINE", []))
    headline = headline or joined(draft.above[:-1] if outlet else draft.above) or joined(draft.below)
    paragraphs = paragraphs_of(draft.text)
    dateline = joined(draft.fields.get("DATELINE", []))
    if dateline and paragraphs and not paragraphs[0].startswith(dateline):
        paragraphs = (dateline, *paragraphs)
    return Entry(
        paragraphs=paragraphs,
        dek=joined(draft.fields.get("HIGHLIGHT", [])),
        id=f"nexis:{outlet or ''}, {draft.date or ''}, {headline}" if headline else None,
        title=headline,
        author=byline_of(draft.fields.get("BYLINE", [])),
        outlet=outlet,
        url=draft.url,
        published=draft.date,
    )
