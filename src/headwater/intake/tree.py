"""A page's bytes become an element tree."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from headwater.records import Problem

# Signs that XML forbids; the parser would stop or drop what follows them.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
# Tags that only lay out. Where a page nests deeper than the parser goes (256), they are taken out
# and replaced by blanks; paragraphs, quotes and headings stay.
_LAYOUT = re.compile(
    rb"</?(?:div|span|font|center|b|i|em|strong|section|table|tbody|tr|td)\b[^<>]*>", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page; ``problem`` says what of it could not be parsed."""

    root: HtmlElement
    problem: Problem | None = None


def parse(text: str) -> Page | None:
    """The tree of a page's text, or ``None`` where it holds no element."""
    data = _FORBIDDEN.sub(" ", text).encode("utf-8")
    root, cut = _parse(data)
    if not cut:
        return Page(root) if root is not None else None
    root, cut = _parse(_LAYOUT.sub(b" ", data))
    if root is None:
        return None
    what = "the page nests its boxes deeper than any reader goes, so they were taken out"
    if cut:
        what = "the page is too large or too deep for the parser; what stands after that point is missing"
    return Page(root, Problem("page_too_deep", what, "compare the text with the page"))


def _parse(data: bytes) -> tuple[HtmlElement | None, bool]:
    """The tree, and whether the parser gave up before the end."""
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None, False
    limit = etree.ErrorTypes.ERR_RESOURCE_LIMIT
    cut = any(entry.type == limit or entry.level_name == "FATAL" for entry in parser.error_log)
    return root, cut
