"""An RSS or Atom feed: the pages that it points to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

from lxml import etree

from headwater.fetch.client import Page
from headwater.fetch.failures import FetchError
from headwater.intake.charset import decode_html
from headwater.intake.given import Given
from headwater.intake.moments import stated_moment
from headwater.intake.xml import has_doctype, parse_xml
from headwater.records import Problem

MAX_ENTRIES = 1000
"""Entries of one feed that are fetched; feeds of news carry 10 to 100."""

_DECLARATION = re.compile(r"^\s*<\?xml[^<>]*\?>")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: the address of its page, and what the feed says of it."""

    url: str
    hints: Given


def read_feed(page: Page) -> tuple[list[Entry], list[Problem]]:
    """The entries of a feed, each address once, and what is wrong with it.

    Raises:
        FetchError: ``feed_unreadable`` for what is no feed or declares a document type.
    """
    import feedparser  # noqa: PLC0415 - takes a tenth of a second that pages need not pay

    # Decoded here, so that what is looked through is what is parsed, whatever encoding is declared.
    data = _DECLARATION.sub("", decode_html(page.data, page.charset).text).encode("utf-8", "replace")
    if has_doctype(data):
        raise _unreadable("the feed declares a document type, which no feed needs and attacks use")
    root = parse_xml(data)
    if root is None:
        raise _unreadable("what is there is no RSS or Atom feed")
    # Mended and written anew, so that only the parser that is linear in time ever sees it; given as a
    # stream, since bytes that look like a path would be opened.
    mended = BytesIO(etree.tostring(root, encoding="utf-8", xml_declaration=True))
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": page.url}
    feed = feedparser.parse(mended, response_headers=headers, sanitize_html=False)
    if not feed.get("version"):
        raise _unreadable("what is there is no RSS or Atom feed")
    entries: dict[str, Entry] = {}
    for entry in _entries(feed.entries, page.url):
        entries.setdefault(entry.url, entry)
    return list(entries.values())[:MAX_ENTRIES], list(_problems(len(feed.entries), len(entries)))


def _entries(found: list[Any], base: str) -> Iterator[Entry]:
    for entry in found:
        link = entry.get("link")
        if isinstance(link, str) and link.strip():
            moment = stated_moment(entry.get("published") or "")
            yield Entry(urljoin(base, link.strip()), Given(published=moment, title=_title(entry)))


def _title(entry: Any) -> str | None:  # noqa: ANN401 - feedparser has no types
    """The headline without mark-up."""
    title = re.sub(r"<[^<>]*>", "", str(entry.get("title") or ""))
    return " ".join(title.split()) or None


def _problems(listed: int, pages: int) -> Iterator[Problem]:
    if not pages:
        yield Problem("feed_empty", "the feed points to no page", "look at it in your browser")
    if pages > MAX_ENTRIES:
        what = f"of the feed's {pages:,} pages the first {MAX_ENTRIES:,} were taken; it lists {listed:,}"
        yield Problem("feed_cut", what, "name the others in a file of addresses, with --urls")


def _unreadable(what: str) -> FetchError:
    return FetchError(Problem("feed_unreadable", what, "look at the address; a page is named without --feed"))
