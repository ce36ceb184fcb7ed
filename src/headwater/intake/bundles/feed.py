"""RSS and Atom: each entry is an article, or points to one."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from headwater.intake.bundles.entry import Entry, entry_source
from headwater.intake.charset import decode_html
from headwater.intake.moments import stated_moment, written_moment
from headwater.intake.source import Found, Source, SourceProblem
from headwater.intake.xml import has_doctype, parse_xml
from headwater.records import Problem

_DECLARATION = re.compile(r"^\s*<\?xml[^<>]*\?>")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_TYPED = Problem(
    "feed_refused",
    "the feed declares a document type, which no feed needs and attacks use; it was not read",
    "take the line with <!DOCTYPE out of it if you trust its maker",
)
_BROKEN = Problem("feed_unreadable", "no entry was found in the feed", "save the feed again")
_CUT = Problem(
    "feed_broken", "the feed is not well formed; what could be read of it was", "save the feed again"
)


class TypedFeedError(Exception):
    """A feed that declares a document type, which no feed needs and attacks use."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """What a feed says of one article.

    Attributes:
        id: what the feed calls it.
        url: where its page is.
        html: its text or a summary, as a piece of a page; empty where it has none.
        title, author, outlet: as stated, titles without mark-up.
        published: ISO 8601 date or date-time.
    """

    id: str | None
    url: str | None
    html: str
    title: str | None
    author: str | None
    outlet: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as it was read.

    Attributes:
        entries: in its own order.
        known: whether it is of a known kind.
        whole: whether it was well formed.
    """

    entries: tuple[FeedEntry, ...] = ()
    known: bool = False
    whole: bool = False


def parse_feed(data: bytes, charset: str | None = None, base: str = "") -> Feed:
    """Take a feed apart; what is none gives one without entries. A hostile feed can take long.

    Args:
        data: its bytes.
        charset: the encoding that came with it.
        base: its address, where it has one: that of each entry is worked out from it.

    Raises:
        TypedFeedError: where it declares a document type.
    """
    # Decoded first: a document type that is written in UTF-7 or UTF-16 would go unseen.
    plain = _DECLARATION.sub("", decode_html(data, charset).text).encode("utf-8", "replace")
    if has_doctype(plain):
        raise TypedFeedError
    root = parse_xml(plain)
    if root is None:
        return Feed()
    found = _parsed(etree.tostring(root, encoding="utf-8", xml_declaration=True), base)
    outlet = _title(found.feed.get("title"))
    entries = tuple(_entry(entry, outlet) for entry in found.entries)
    return Feed(entries, bool(found.get("version")), _is_whole(plain))


def _parsed(mended: bytes, base: str) -> Any:  # noqa: ANN401 - feedparser has no types
    """What feedparser makes of a feed that was mended and written anew.

    So only the parser that is linear in time in its length ever sees it. What an entry holds is
    read as a page, which takes scripts out; nothing has to be cleaned here.
    """
    # Imported on first need: it takes a tenth of a second to load.
    import feedparser  # noqa: PLC0415

    headers = {"content-type": "application/xml; charset=utf-8"}
    # A stream, since feedparser would open bytes that look like a path.
    return feedparser.parse(
        io.BytesIO(mended),
        sanitize_html=False,
        resolve_relative_uris=False,
        response_headers=headers | ({"content-location": base} if base else {}),
    )


def _is_whole(data: bytes) -> bool:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return False
    return True


def _entry(entry: Any, outlet: str | None) -> FeedEntry:  # noqa: ANN401 - untyped
    stated = entry.get("published") or entry.get("issued")
    return FeedEntry(
        id=_words(entry.get("id")),
        url=_words(entry.get("link")),
        html=_content(entry),
        title=_title(entry.get("title")),
        author=_words(entry.get("author_detail", {}).get("name") or entry.get("author")),
        outlet=_title(entry.get("source", {}).get("title")) or outlet,
        published=_moment(stated) if isinstance(stated, str) else None,
    )


def _moment(stated: str) -> str | None:
    return stated_moment(stated) or written_moment(stated)


def _content(entry: Any) -> str:  # noqa: ANN401 - untyped
    """The longest that the entry holds: its whole text, or its summary."""
    held = [part.get("value") for part in entry.get("content", ())]
    return max((v for v in (*held, entry.get("summary")) if isinstance(v, str)), key=len, default="")


def _words(value: object) -> str | None:
    return (" ".join(value.split()) or None) if isinstance(value, str) else None


def _title(value: object) -> str | None:
    return _words(_TAG.sub("", value)) if isinstance(value, str) else None


def feed_entries(source: Source) -> tuple[Found, ...]:
    """The entries of a feed, each under its address, else under its id.

    An entry carries its whole text (``content:encoded``, ``content``) or a
    summary; the feed's title is the outlet.
    """
    try:
        feed = parse_feed(source.data, source.charset)
    except TypedFeedError:
        return (SourceProblem(source.name, _TYPED),)
    if not feed.entries:
        return (SourceProblem(source.name, _BROKEN),)
    return tuple(_found(source, feed))


def _found(source: Source, feed: Feed) -> Iterator[Found]:
    if not feed.whole:
        yield SourceProblem(source.name, _CUT)
    for number, entry in enumerate(feed.entries, start=1):
        yield _article(source, entry, number)


def _article(source: Source, entry: FeedEntry, number: int) -> Found:
    name = f"{source.name}:{number}"
    if not entry.html.strip():
        problem = Problem("feed_entry_empty", "the entry has no text, only a headline", "add its page itself")
        return SourceProblem(name, problem)
    url = entry.url if entry.url and entry.url.lower().startswith(("http://", "https://")) else None
    article = Entry(
        html=entry.html,
        id=url or entry.id,
        title=entry.title,
        author=entry.author,
        outlet=entry.outlet,
        url=url,
        published=entry.published,
    )
    return entry_source(article, f"{source.key}:{number}", name, source.given)
