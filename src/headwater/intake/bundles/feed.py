"""RSS and Atom files: each entry is an article."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from headwater.intake.bundles.entry import Entry, entry_source
from headwater.intake.charset import decode_html
from headwater.intake.moments import written_moment
from headwater.intake.source import Found, Source, SourceProblem
from headwater.intake.xml import has_doctype, parse_xml
from headwater.records import Problem

_DECLARATION = re.compile(r"^\s*<\?xml[^<>]*\?>")
_DOCTYPE = Problem(
    "feed_refused",
    "the feed declares a document type, which no feed needs and attacks use; it was not read",
    "take the line with <!DOCTYPE out of it if you trust its maker",
)
_BROKEN = Problem("feed_unreadable", "no entry was found in the feed", "save the feed again")
_CUT = Problem(
    "feed_broken", "the feed is not well formed; what could be read of it was", "save the feed again"
)


def feed_entries(source: Source) -> tuple[Found, ...]:
    """The entries of a feed, each under its address, else under its id.

    An entry carries its whole text (``content:encoded``, ``content``) or a
    summary; the feed's title is the outlet.
    """
    # Decoded first: a document type that is written in UTF-7 or UTF-16 would go unseen.
    data = _DECLARATION.sub("", decode_html(source.data, source.charset).text).encode("utf-8", "replace")
    if has_doctype(data):
        return (SourceProblem(source.name, _DOCTYPE),)
    root = parse_xml(data)
    if root is None:
        return (SourceProblem(source.name, _BROKEN),)
    return tuple(_entries(source, root, whole=_is_whole(data)))


def _entries(source: Source, root: etree._Element, *, whole: bool) -> Iterator[Found]:
    # Imported on first need: it takes a tenth of a second to load.
    import feedparser  # noqa: PLC0415

    # Mended and written anew, so that only the parser that is linear in time ever sees it. What an
    # entry holds is read as a page, which takes scripts out; nothing has to be cleaned here.
    # A stream, since feedparser would open bytes that look like a path.
    mended = io.BytesIO(etree.tostring(root, encoding="utf-8", xml_declaration=True))
    feed = feedparser.parse(
        mended,
        sanitize_html=False,
        resolve_relative_uris=False,
        response_headers={"content-type": "application/xml; charset=utf-8"},
    )
    if not feed.entries:
        yield SourceProblem(source.name, _BROKEN)
    elif not whole:
        yield SourceProblem(source.name, _CUT)
    outlet = _words(feed.feed.get("title"))
    for number, entry in enumerate(feed.entries, start=1):
        yield _entry(source, entry, outlet, number)


def _is_whole(data: bytes) -> bool:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return False
    return True


def _entry(source: Source, entry: Any, outlet: str | None, number: int) -> Found:  # noqa: ANN401 - untyped
    name = f"{source.name}:{number}"
    body = _content(entry)
    if not body.strip():
        problem = Problem("feed_entry_empty", "the entry has no text, only a headline", "add its page itself")
        return SourceProblem(name, problem)
    url = _words(entry.get("link"))
    url = url if url and url.lower().startswith(("http://", "https://")) else None
    stated = entry.get("published") or entry.get("issued")
    article = Entry(
        html=body,
        id=url or _words(entry.get("id")),
        title=_words(entry.get("title")),
        author=_words(entry.get("author_detail", {}).get("name") or entry.get("author")),
        outlet=_words(entry.get("source", {}).get("title")) or outlet,
        url=url,
        published=written_moment(stated) if isinstance(stated, str) else None,
    )
    return entry_source(article, f"{source.key}:{number}", name, source.given)


def _content(entry: Any) -> str:  # noqa: ANN401 - untyped
    """The longest that the entry holds: its whole text, or its summary."""
    held = [part.get("value") for part in entry.get("content", ())]
    return max((v for v in (*held, entry.get("summary")) if isinstance(v, str)), key=len, default="")


def _words(value: object) -> str | None:
    return (" ".join(value.split()) or None) if isinstance(value, str) else None
