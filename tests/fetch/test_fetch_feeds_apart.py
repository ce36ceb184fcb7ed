"""Fetched feeds are taken apart under limits, and alike with those that lie in files."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import headwater as hw
from fetch.webserver import Web, quick
from headwater.fetch import feeds
from headwater.fetch.client import Page
from headwater.fetch.failures import FetchError
from headwater.fetch.feeds import read_feed
from headwater.intake.bundles.feed import TypedFeedError, parse_feed
from headwater.pool import Limits
from headwater.work import MEMORY
from hostile import spinning_feed

ENTRIES = '<rss version="2.0"><channel><title>The &lt;i&gt;Post&lt;/i&gt;</title>{}</channel></rss>'
ENTRY = "<item><title>Ferry &lt;b&gt;halted&lt;/b&gt;, 3 &lt; 5</title><link>{}</link>{}</item>"


def feed(link: str = "/a", more: str = "") -> bytes:
    return ENTRIES.format(ENTRY.format(link, more)).encode()


def page(data: bytes) -> Page:
    return Page("https://news.example/feed", data, "application/rss+xml", None)


def test_a_feed_that_never_ends_costs_itself(
    web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feeds, "VOLUME", Limits(1, MEMORY))
    named = [
        web.gives("/endless", 200, spinning_feed(40_000), Content_Type="application/rss+xml"),
        web.gives("/feed", 200, feed(web.page("/a")), Content_Type="application/rss+xml"),
    ]
    with hw.open(tmp_path / "a.case") as case:
        report = case.read(web.page("/b"), fetching=quick(feeds=named))
        assert report.new == 2
        (problem,) = [p for name, p in report.problems if name == named[0]]
        assert problem.code == "extraction_too_long"
        assert "--urls" in problem.todo


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not limit what a process holds")
def test_a_feed_needs_no_more_memory_than_it_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds, "VOLUME", Limits(30, 120_000_000))
    read_feed(page(feed()))
    with pytest.raises(FetchError) as failure:
        read_feed(page(feed(more=f"<description>{'w' * 60_000_000}</description>")))
    assert failure.value.problem.code == "extraction_too_large"


@pytest.mark.parametrize("link", ["http://[::1", "http://[news.example/a"])
def test_an_address_that_is_none_fails_nothing(link: str) -> None:
    assert [p.code for p in read_feed(page(feed(link)))[1]] == ["feed_empty"]


def test_titles_lose_their_marks_and_keep_their_words() -> None:
    (entry,) = parse_feed(feed()).entries
    assert (entry.title, entry.outlet) == ("Ferry halted, 3 < 5", "The Post")


def test_links_are_worked_out_from_the_feeds_address() -> None:
    assert parse_feed(feed(), base="https://news.example/x/feed").entries[0].url == "https://news.example/a"
    assert parse_feed(feed()).entries[0].url == "/a"


@pytest.mark.parametrize(
    ("stated", "moment"),
    [
        ("Tue, 14 Oct 2025 09:30:00 +0100", "2025-10-14T09:30:00+01:00"),
        ("2025-10-14T09:30:00Z", "2025-10-14T09:30:00Z"),
        ("October 14, 2025", "2025-10-14"),
        ("10/11/2025", None),
    ],
)
def test_dates_of_entries(stated: str, moment: str | None) -> None:
    (entry,) = parse_feed(feed(more=f"<pubDate>{stated}</pubDate>")).entries
    assert entry.published == moment


def test_a_document_type_is_told() -> None:
    with pytest.raises(TypedFeedError):
        parse_feed(b"<!DOCTYPE rss>" + feed())
