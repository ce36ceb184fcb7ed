"""Addresses become sources: each is fetched when it is its turn to be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from headwater.fetch.client import Client, Page
from headwater.fetch.failures import FetchError, wrong_kind
from headwater.fetch.feeds import read_feed
from headwater.fetch.lists import addresses_in
from headwater.fetch.options import Fetching
from headwater.intake import Given, Source, SourceProblem
from headwater.intake.sniff import form_of_unnamed, is_text
from headwater.intake.source import SourceKindName
from headwater.records import Problem

_FEEDS = frozenset(
    {
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
        "application/feed+xml",
        "application/xml",
        "text/xml",
    }
)
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_NAME_FEED = "if it is a feed, name it with --feed: its entries' pages are then fetched"


def fetch_sources(
    urls: Iterable[str], given: Given | None = None, fetching: Fetching | None = None
) -> Iterator[Source | SourceProblem]:
    """Fetch what the user names, one page at a time, in order; each address once.

    Args:
        urls: addresses of pages.
        given: what the user states about all of them.
        fetching: files of addresses, feeds, and how to fetch.

    Yields:
        a :class:`Source` for each page, its name the address as it was named,
        its key the address that gave it; a :class:`SourceProblem` for what was
        not fetched.
    """
    fetching = fetching or Fetching()
    client, given, done = Client(fetching), given or Given(), set[str]()
    for item in _named(urls, fetching, client):
        if isinstance(item, SourceProblem):
            yield item
        elif item[0] not in done:
            done.add(item[0])
            yield _fetched(client, item[0], item[1], given)


def _named(
    urls: Iterable[str], fetching: Fetching, client: Client
) -> Iterator[tuple[str, Given] | SourceProblem]:
    """Each address with what a feed says of its page."""
    yield from ((url.strip(), Given()) for url in urls)
    for path in fetching.lists:
        for line in addresses_in(path):
            yield line if isinstance(line, SourceProblem) else (line, Given())
    for url in fetching.feeds:
        yield from _of_feed(client, url.strip())


def _of_feed(client: Client, url: str) -> Iterator[tuple[str, Given] | SourceProblem]:
    try:
        page = client.fetch(url)
        _require_feed_media(page)
        entries, problems = read_feed(page)
    except FetchError as error:
        yield SourceProblem(url, error.problem)
        return
    yield from (SourceProblem(url, problem) for problem in problems)
    yield from ((entry.url, entry.hints) for entry in entries)


def _require_feed_media(page: Page) -> None:
    # Many feeds are served as plain text or HTML.
    if page.media not in _FEEDS and page.media not in ("", "text/html", "text/plain"):
        raise wrong_kind(f"what is there is no feed ({page.media[:80]})", "look at the address")


def _fetched(client: Client, url: str, hints: Given, given: Given) -> Source | SourceProblem:
    try:
        page = client.fetch(url)
        kind = kind_of(page)
    except FetchError as error:
        return SourceProblem(url, error.problem)
    if not page.data.strip():
        return SourceProblem(url, Problem("source_empty", "the page is empty", "open it in your browser"))
    stated = Given(url=page.url)
    return Source(page.url, url, page.data, kind, given, stated, page.charset, hints)


def kind_of(page: Page) -> SourceKindName:
    """How to read a page: by its media type, and by what stands in it where that tells more.

    Raises:
        FetchError: ``page_kind_unread`` for what holds no article in a form that is read.
    """
    if page.media == "application/pdf":
        return "pdf"
    if page.media not in _PAGES | _FEEDS | {"", "text/plain"}:
        raise wrong_kind(f"pages of this kind ({page.media[:80]}) are not read")
    form = form_of_unnamed(page.data)
    if form == "pdf":
        return "pdf"
    if form == "feed" or (page.media in _FEEDS and form != "html"):
        raise wrong_kind("what is there is no page but data for programs", _NAME_FEED)
    if form is None or not is_text(page.data):
        raise wrong_kind("what is there is no text, whatever its type says")
    return "html" if form == "html" or page.media in _PAGES else "text"
