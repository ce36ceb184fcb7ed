"""What a source is, by its name's ending and by what stands in it."""

from __future__ import annotations

import json
import re
from pathlib import PurePath
from typing import Literal

Form = Literal[
    "html",
    "text",
    "lines",
    "csv",
    "feed",
    "nexis",
    "factiva",
    "mail",
    "mhtml",
    "pdf",
    "docx",
    "zip",
    "warc",
]

READS = (
    "HTML, plain text, PDF, DOCX, EML, MHTML, RSS and Atom, CSV, JSON Lines, exports of Nexis and Factiva, "
    "and of archives ZIP, WARC and WACZ"
)
"""What a person is told where a source is of no known kind."""

BY_ENDING: dict[str, Form] = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".txt": "text",
    ".text": "text",
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".csv": "csv",
    ".tsv": "csv",
    ".rss": "feed",
    ".atom": "feed",
    ".eml": "mail",
    ".mhtml": "mhtml",
    ".mht": "mhtml",
    ".pdf": "pdf",
    ".docx": "docx",
    ".zip": "zip",
    ".wacz": "zip",
    ".warc": "warc",
}
TEXTS = frozenset({"html", "text", "lines", "csv", "feed", "nexis", "factiva"})
"""Forms that are signs throughout; the others hold any bytes."""

HEAD = 4096
"""Bytes at the start by which an archive is told."""

_HTML = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|article|main)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEED = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?[^>]*>\s*|<!--.{0,2000}?-->\s*|<!DOCTYPE[^>\[]*(?:\[.{0,3000}?\]\s*)?>\s*)*"
    rb"<(?:rss|rdf:RDF|(?:atom:)?feed)[\s>]",
    re.DOTALL,
)
_TAG = re.compile(rb"<(?:html|body|p|div|span|br|h[1-6]|a|article|title|meta)\b[^<>]*>", re.IGNORECASE)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_GZIP = b"\x1f\x8b"
_HEADER = re.compile(
    rb"^(From|To|Date|Subject|Message-ID|MIME-Version|Return-Path|Received|Delivered-To|Content-Type):",
    re.IGNORECASE | re.MULTILINE,
)
_MHTML = re.compile(rb"^(?:Snapshot-Content-Location:|From: <Saved by )", re.IGNORECASE | re.MULTILINE)
# Two marks of an export are asked for: either alone can stand in an article.
_BLANK = rb"(?:\s|<[^<>]{0,200}>|&nbsp;|\xc2?\xa0)*"
_NEXIS = (
    re.compile(
        rb"\b\d{1,6} of \d{1,6} DOCUMENTS?\b|\bDo[ck]ument \d{1,6} (?:of|von|de|van) \d{1,6}\b"
        rb"|(?:^[^\w\n]*|>)(?:End of Document|Ende des Dokuments|Fin du document|Einde van document)"
        rb"(?:[^\w\n]*$|<)",
        re.MULTILINE,
    ),
    re.compile(
        rb"(?:LENGTH|Length|LOAD-DATE|Load-Date|L(?:\xc3\x84|\xc4|&Auml;)NGE|L\xc3\xa4nge|LONGUEUR|Longueur"
        rb"|LENGTE|DATE-CHARGEMENT|RUBRIK|RUBRIQUE):" + _BLANK + rb"\w"
    ),
)
_DOCUMENT = "Document Dokument Documento Документ 文件 文档 文書 ドキュメント 문서".replace(" ", "|").encode()
_ACCESSION = re.compile(rb"(?:" + _DOCUMENT + rb") [A-Za-z0-9]{4,12}(?:19|20)\d{6}[A-Za-z0-9]{5,12}\b")
_FACTIVA = (
    _ACCESSION,
    re.compile(rb"^[ \t]*(?:HD|SN)(?:[ \t]|\r?$)|>\s*(?:HD|SN)(?:\s|&nbsp;)*<", re.MULTILINE),
    re.compile(rb"^[ \t]*(?:LP|TD|AN)(?:[ \t]|\r?$)|>\s*(?:LP|TD|AN)(?:\s|&nbsp;)*<", re.MULTILINE),
)
_FACTIVA_PLAIN = (
    re.compile(_ACCESSION.pattern + rb"[ \t]*(?:\r?$|<)", re.MULTILINE),
    re.compile(rb"(?:^[ \t]*|>)\d[\d.,]*(?: |\xc2\xa0)?[^\s<>\d.,]{1,20}[ \t]*(?:\r?$|<)", re.MULTILINE),
)
"""Without the codes: the number, and a line that counts the words."""


def form_of(name: str, data: bytes) -> Form | None:
    """How to read ``data``: by what stands in it, else by the ending of ``name``; ``None`` if neither tells.

    A page saved as ``.txt`` is a page, and a text saved as ``.html`` is a text.
    """
    suffix = PurePath(name).suffix.lower()
    ending = BY_ENDING.get(suffix)
    packed = packed_form(name, data)
    if packed is not None or ending in ("lines", "csv", "mail", "mhtml", "pdf", "docx", "feed"):
        return packed or ending
    if is_text(data):
        marked = _marked_form(data, mail=not suffix)
        if marked is not None:
            return marked
    if _HTML.match(data[:HEAD]):
        return "html"
    if ending == "html":
        return "html" if _TAG.search(narrowed(data)) else "text"
    if ending is not None:
        return ending
    return form_of_unnamed(data) if not suffix else None


def packed_form(name: str, head: bytes) -> Form | None:
    """As :func:`form_of` for what is no text: archives, PDF and DOCX, told by their first bytes."""
    ending = BY_ENDING.get(PurePath(name).suffix.lower())
    if head.startswith(_ZIP):
        if ending is None and PurePath(name).suffix:
            return None  # spreadsheets, books and programs are archives too
        return "docx" if ending == "docx" or b"[Content_Types].xml" in head[:HEAD] else "zip"
    if head.startswith(b"WARC/") or (head.startswith(_GZIP) and name.lower().endswith(".warc.gz")):
        return "warc"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    return ending if ending in ("zip", "warc") else None


def form_of_unnamed(data: bytes) -> Form | None:
    """As :func:`form_of`, for bytes without a name; ``None`` where they are of no known kind."""
    packed = packed_form("", data)
    if packed is not None or not is_text(data):
        return packed or ("warc" if data.startswith(_GZIP) else None)
    marked = _marked_form(data, mail=True)
    if marked is not None:
        return marked
    if _HTML.match(data[:HEAD]):
        return "html"
    return "lines" if _all_objects(data) else "text"


def _marked_form(data: bytes, *, mail: bool) -> Form | None:
    """The forms that their own words give away."""
    if _FEED.match(narrowed(data[:HEAD])):
        return "feed"
    if mail and _is_mail(data):
        return "mhtml" if _MHTML.search(data[:HEAD]) else "mail"
    data = narrowed(data)
    if any(all(mark.search(data) for mark in marks) for marks in (_FACTIVA, _FACTIVA_PLAIN)):
        return "factiva"
    return "nexis" if all(mark.search(data) for mark in _NEXIS) else None


def _is_mail(data: bytes) -> bool:
    if not _HEADER.match(data):
        return False
    head = re.split(rb"\r?\n\r?\n", data[: 4 * HEAD], maxsplit=1)[0]
    found = {match[1].lower() for match in _HEADER.finditer(head)}
    return len(found) >= 3 and bool(found & {b"message-id", b"mime-version", b"received"})


def is_text(data: bytes) -> bool:
    """Whether ``data`` can be text: no NUL, unless a mark says that the signs are wide."""
    return data.startswith(_WIDE_MARKS) or b"\0" not in data


def narrowed(data: bytes) -> bytes:
    """``data`` without the NULs of wide signs, so that tags can be looked for."""
    if data.startswith(_WIDE_MARKS):
        return data[2:].replace(b"\0", b"")
    return data


def _all_objects(data: bytes) -> bool:
    lines = [line for line in data.split(b"\n") if line.strip()]
    return bool(lines) and all(_is_object(line) for line in lines)


def _is_object(line: bytes) -> bool:
    if not line.lstrip(b"\xef\xbb\xbf \t\r").startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
