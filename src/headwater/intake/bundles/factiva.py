"""The articles in an export of Factiva, with the codes of its fields or without.

With codes ("Full Article/Report plus Indexing"): HD headline, BY byline, CR
credit, WC words, PD date, ET hour, SN outlet, LA language, CY copyright, LP
first paragraphs, TD the rest, then indexing, AN accession number. Without: the
same values in the same order. Below each article stands "Document" with its
accession number, in the language of whoever exports, as all words of Factiva's
own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from headwater.intake.bundles.entry import Entry
from headwater.intake.bundles.factiva_plain import filled_below, has_count, plain_entry
from headwater.intake.bundles.paragraphs import byline_of, joined, paragraphs_of
from headwater.intake.bundles.stamps import stated_day

_ABOVE = "SE HD BY CR WC PD ET SN SC NGC GC ED PG VOL LA CY LP".split()
_BELOW = "TD CT RF ART CO IN NS RE IPC IPD PUB AN CLM DLN CX".split()
_FIELD = re.compile(rf"({'|'.join((*_ABOVE, *_BELOW))})(?:(\s+)(\S.*))?")
_TEXT = ("LP", "TD")
_INDEXED = re.compile(r"[\w.-]+ : \S.*")
_ENDS = re.compile(
    r"(?:Do[ck]umento?|Документ|文件|文档|文書|ドキュメント|문서)\s+(\w{4,12}(?:19|20)\d{6}\w{5,12})"
)
_BY = re.compile(r"(?:Von|Par|Por|Door|Di)\s+(?=[A-ZÀ-Þ])")


def factiva_articles(lines: list[str]) -> Iterator[Entry]:
    """The articles among the lines of an export; one without paragraphs could not be understood."""
    for part, number in _parts(lines):
        if _is_coded(part):
            yield from _coded_entries(part, number)
        elif any(part) and (number is not None or has_count(part)):
            yield plain_entry(part, f"factiva:{number}" if number else None)


def is_factiva(lines: list[str]) -> bool:
    """Whether the lines of a file are those of an export."""
    return any(map(_ENDS.fullmatch, lines))


def _parts(lines: list[str]) -> Iterator[tuple[list[str], str | None]]:
    """What stands above each accession number, and what is left behind the last one."""
    held: list[str] = []
    for line in lines:
        ends = _ENDS.fullmatch(line)
        if ends is None:
            held.append(line)
            continue
        # The number stands in the last field and once more below it.
        while held and held[-1] in ("", "AN"):
            held.pop()
        if held:
            yield held, ends[1]
        held = []
    yield held, None


def _is_coded(lines: list[str]) -> bool:
    codes = {match[1] for match in map(_FIELD.fullmatch, lines) if match}
    return "HD" in codes and bool(codes & {"PD", "SN", "LP"})


def _coded_entries(lines: list[str], number: str | None) -> Iterator[Entry]:
    """The article above a number, and any before it that lack theirs."""
    headed = next((match for match in map(_FIELD.fullmatch, lines) if match and match[1] == "HD"), None)
    narrow = headed is not None and headed[2] == " "
    fields: dict[str, list[str]] = {}
    code: str | None = None
    for n, line in enumerate(lines):
        opened = _opened(lines, n, code, narrow=narrow)
        if opened is None:
            if code is not None:
                fields[code].append(line)
            continue
        code, first = opened
        if code in ("HD", "SE") and any(text in fields for text in _TEXT):
            yield _entry(fields, None)
            fields = {}
        fields.setdefault(code, []).extend([first] if first else [])
    if "HD" in fields:
        yield _entry(fields, number)


def _opened(lines: list[str], n: int, code: str | None, *, narrow: bool) -> tuple[str, str] | None:
    """The field that line ``n`` opens, with what stands behind its code.

    A code stands alone on its line or is set off from what follows; with one
    blank only where the whole article is so (``narrow``). In the text only
    fields that come behind it open, and only where what follows is of their
    kind: a headline may be "IN BRIEF", and "CO" may open a line.
    """
    match = _FIELD.fullmatch(lines[n])
    if match is None:
        return None
    found, between, value = match[1], match[2] or "", match[3] or ""
    set_off = between != " " or narrow
    if code in _TEXT:
        follows = value or filled_below(lines, n)
        set_off = set_off and _may_follow_text(found, follows, code == "LP", lines[n + 1 : n + 40])
    return (found, value) if set_off else None


def _may_follow_text(found: str, follows: str, lead: bool, below: list[str]) -> bool:
    """Whether a code in the text opens a field, by what stands behind and ``below`` it."""
    if found in ("HD", "SE"):
        return _heads(below)
    if found in ("CO", "IN", "NS", "RE"):
        return _INDEXED.match(follows) is not None
    if found == "AN":
        return _ENDS.match(follows) is not None
    return found in _BELOW if found != "TD" else lead


def _heads(below: list[str]) -> bool:
    """Whether the fields of another article's head follow."""
    near = [line for line in below if line][:15]
    codes = {match[1] for match in map(_FIELD.fullmatch, near) if match}
    return len(codes & {"HD", "WC", "PD", "SN", "SC", "LA"}) >= 2


def _entry(fields: dict[str, list[str]], number: str | None) -> Entry:
    stated = [match[1] for match in map(_ENDS.fullmatch, fields.get("AN", [])) if match]
    number = number or (stated[0] if stated else joined(fields.get("AN", [])))
    paragraphs = (*paragraphs_of(fields.get("LP", [])), *paragraphs_of(fields.get("TD", [])))
    author = byline_of([_BY.sub("", joined(fields.get("BY", [])) or "")])
    return Entry(
        paragraphs=paragraphs,
        id=f"factiva:{number}" if number else None,
        title=joined(fields.get("HD", [])),
        # An agency that is credited has its place where no name stands.
        author=author or joined(fields.get("CR", [])),
        outlet=joined(fields.get("SN", [])),
        published=stated_day(joined(fields.get("PD", [])) or ""),
    )
