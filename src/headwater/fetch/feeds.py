"""An RSS or Atom feed: the pages that it points to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from headwater.fetch.client import Page
from headwater.fetch.failures import FetchError
from headwater.intake.bundles.feed import Feed, TypedFeedError, parse_feed
from headwater.intake.given import Given
from headwater.pool import APART, Lost
from headwater.records import Problem
from headwater.work import VOLUME, lost_problem

MAX_ENTRIES = 1000
"""Entries of one feed that are fetched; feeds of news carry 10 to 100."""

_BY_NAME = "name the pages that you need in a file of addresses, with --urls"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: the address of its page, and what the feed says of it."""

    url: str
    hints: Given


def read_feed(page: Page) -> tuple[list[Entry], list[Problem]]:
    """The entries of a feed, each address once, and what is wrong with it.

    Like a page, it is taken apart in a process of its own, under limits.

    Raises:
        FetchError: ``feed_unreadable`` for what is no feed or declares a document type;
            ``extraction_too_long`` and its like for what goes beyond the limits.
    """
    feed = _parsed(page)
    if not feed.known:
        raise _unreadable("what is there is no RSS or Atom feed")
    entries: dict[str, Entry] = {}
    for entry in feed.entries:
        if entry.url:
            hints = Given(published=entry.published, title=entry.title)
            entries.setdefault(entry.url, Entry(entry.url, hints))
    return list(entries.values())[:MAX_ENTRIES], list(_problems(len(feed.entries), len(entries)))


def _parsed(page: Page) -> Feed:
    parse = partial(parse_feed, charset=page.charset, base=page.url)
    try:
        feed = APART.ask(parse, page.data, VOLUME)
    except TypedFeedError as error:
        raise _unreadable("the feed declares a document type, which no feed needs and attacks use") from error
    except Exception as error:  # whatever a library raises at a stranger's bytes
        reason = " ".join(f"{type(error).__name__}: {error}".split())[:300]
        raise _unreadable(f"the feed could not be read ({reason})") from error
    if isinstance(feed, Lost):
        raise FetchError(lost_problem(feed, VOLUME, "taking the feed apart", _BY_NAME))
    return feed


def _problems(listed: int, pages: int) -> Iterator[Problem]:
    if not pages:
        yield Problem("feed_empty", "the feed points to no page", "look at it in your browser")
    if pages > MAX_ENTRIES:
        what = f"of the feed's {pages:,} pages the first {MAX_ENTRIES:,} were taken; it lists {listed:,}"
        yield Problem("feed_cut", what, "name the others in a file of addresses, with --urls")


def _unreadable(what: str) -> FetchError:
    return FetchError(Problem("feed_unreadable", what, "look at the address; a page is named without --feed"))
