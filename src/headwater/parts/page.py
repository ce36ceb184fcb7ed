"""The page's own voice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from headwater.parts.block import bare
from headwater.parts.lines import about_name, bio_name, dated_byline
from headwater.parts.posts import author_line
from headwater.records import Document, Part

UNKNOWN_PAGE = "this page"
_BY = re.compile(r"^(?:by|words by|reporting by|written by|story by)\s+(?P<names>.+)$", re.IGNORECASE)
MOST_AUTHORS = 3
_AND = re.compile(r",\s*|\s+and\s+|;\s*")


def page_voice(document: Document, parts: Sequence[Part]) -> str:
    """The author if stated, else the outlet, else "this page".

    A byline of many names lists the site's writers more often than this page's: then the outlet.
    """
    byline = document.byline if document.byline and bare(document.byline) else None
    if byline is not None and document.outlet and len(_AND.split(byline)) > MOST_AUTHORS:
        byline = None
    if byline is not None and any(_carries(document.text, parts, i, byline) for i in range(len(parts))):
        byline = None  # the byline is the agency's whose text the page carries
    return byline or _stated_author(document.text, parts) or document.outlet or UNKNOWN_PAGE


def _carries(text: str, parts: Sequence[Part], i: int, byline: str) -> bool:
    """Whether part number ``i`` is another's text under the page's byline; an author's own post is not."""
    voice = parts[i].voice if parts[i].kind == "quoted" else None
    return voice is not None and bare(voice.label) == bare(byline) and author_line(text, parts, i) is None


def _stated_author(text: str, parts: Iterable[Part]) -> str | None:
    for part in parts:
        for line in part.span.of(text).splitlines():
            if part.kind == "byline" and (name := dated_byline(line.strip())):
                return name.title() if name.isupper() else name
            if part.kind == "byline" and (found := _BY.match(line.strip())):
                return found["names"].split(",")[0].strip()
            if part.kind == "bio" and (name := about_name(line.strip()) or bio_name(line.strip())):
                return name
    return None
