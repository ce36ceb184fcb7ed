from __future__ import annotations

from pathlib import Path

import pytest

import headwater as hw
from fetch.webserver import PAGE, Web, quick
from headwater.fetch.client import Page
from headwater.fetch.failures import FetchError
from headwater.fetch.feeds import MAX_ENTRIES, read_feed
from headwater.fetch.sources import fetch_sources, kind_of
from headwater.intake import Given, Source, SourceProblem
from headwater.records import Problem

UNDATED = PAGE.replace(b"Ferry halted", b"Ferry")
RSS = """<?xml version="1.0" encoding="{encoding}"?>{extra}
<rss version="2.0"><channel><title>Harbour Post</title><link>{base}/</link>
<item><title>Ferry &lt;b&gt;halted&lt;/b&gt;</title><link>{base}/a</link>
<pubDate>Tue, 14 Oct 2025 09:30:00 +0100</pubDate></item>
<item><title>F\u00e4hre</title><link>/b</link></item>
<item><title>Again</title><link>{base}/a</link></item>
<item><title>No link</title></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><id>x</id>
<entry><title>Ferry</title><id>y</id><link href="a"/><updated>2025-10-15T10:00:00Z</updated>
<published>2025-10-14T09:30:00Z</published></entry></feed>"""


def sources(*urls: str, given: Given | None = None, **settings: object) -> list[Source]:
    found = list(fetch_sources(urls, given, quick(**settings)))
    assert [item for item in found if not isinstance(item, Source)] == []
    return [item for item in found if isinstance(item, Source)]


def problems(*urls: str, **settings: object) -> list[tuple[str, Problem]]:
    found = fetch_sources(urls, None, quick(**settings))
    return [(item.name, item.problem) for item in found if isinstance(item, SourceProblem)]


def page(data: bytes | str, media: str = "application/rss+xml", charset: str | None = None) -> Page:
    raw = data if isinstance(data, bytes) else data.encode()
    return Page("https://news.example/feed", raw, media, charset)


def rss(encoding: str = "utf-8", extra: str = "", base: str = "https://news.example") -> str:
    return RSS.format(encoding=encoding, extra=extra, base=base)


def test_a_page_is_a_source_with_its_last_address(web: Web) -> None:
    web.gives("/a", 301, Location="/b")
    web.page("/b", Content_Type="text/html;charset=windows-1251", Content_Disposition='filename="../x.sh"')
    given = Given(outlet="Post")
    wanted = Source(
        web.url + "/b", web.url + "/a", PAGE, "html", given, Given(url=web.url + "/b"), "windows-1251"
    )
    assert sources(web.url + "/a", web.url + "/a", given=given) == [wanted]
    assert web.asked == ["/robots.txt", "/a", "/b"]


@pytest.mark.parametrize(
    ("media", "data", "wanted"),
    [
        ("text/html", PAGE, "html"),
        ("text/html", b"only words", "html"),
        ("application/xhtml+xml", b"<html xmlns='x'/>", "html"),
        ("text/plain", b"only words", "text"),
        ("text/plain", PAGE, "html"),
        ("application/pdf", b"%PDF-1.7", "pdf"),
        ("", b"%PDF-1.7 \0", "pdf"),
        ("", PAGE, "html"),
        ("", b"only words", "text"),
        ("application/xml", b"<?xml version='1.0'?><html><body/></html>", "html"),
        ("text/html", rss().encode(), None),
        ("application/rss+xml", rss().encode(), None),
        ("text/xml", b"<stock/>", None),
        ("text/plain", b"a\0b", None),
        ("text/html", b"\x89PNG\0", None),
        ("image/png", b"x", None),
        ("application/json", b"{}", None),
        ("application/octet-stream", PAGE, None),
        ("application/zip", b"PK\3\4", None),
        ("text/css", b"p {}", None),
        ("video/mp4", b"x", None),
    ],
)
def test_only_pages_texts_and_pdf_are_taken(media: str, data: bytes, wanted: str | None) -> None:
    if wanted is not None:
        assert kind_of(page(data, media)) == wanted
        return
    with pytest.raises(FetchError) as failure:
        kind_of(page(data, media))
    assert failure.value.problem.code == "page_kind_unread"


def test_an_empty_page_is_named(web: Web) -> None:
    assert [p.code for _, p in problems(web.page("/a", b" \n"))] == ["source_empty"]


@pytest.mark.parametrize("url", ["ftp://news.example/a", "file:///etc/passwd", "http://10.0.0.1/"])
def test_what_is_not_fetched_is_named_by_its_address(url: str) -> None:
    assert [(name, p.code) for name, p in problems(url)] == [(url, "url_refused")]


def test_a_file_of_addresses(web: Web, tmp_path: Path) -> None:
    for path in ("/a", "/b", "/c"):
        web.page(path)
    text = f"# the ferry\n\n{web.url}/a\n  {web.url}/b#top # second\r\n{web.url}/a\nnews.example/c\n"
    (tmp_path / "urls.txt").write_bytes(b"\xef\xbb\xbf" + text.encode())
    found = list(fetch_sources([], None, quick(lists=[tmp_path / "urls.txt"])))
    assert [item.name for item in found] == [
        f"{web.url}/a",
        f"{web.url}/b#top",
        f"{(tmp_path / 'urls.txt').as_posix()}:6",
    ]
    assert isinstance(found[2], SourceProblem)
    assert found[2].problem.code == "url_refused"


def test_a_file_of_addresses_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "wide.txt").write_bytes("https://news.example/".encode("utf-16"))
    lists = [tmp_path / "gone.txt", tmp_path, tmp_path / "wide.txt"]
    codes = [p.code for _, p in problems(lists=lists)]
    assert codes == ["source_missing", "source_unreadable", "source_unreadable"]


def test_the_entries_of_a_feed() -> None:
    entries, wrong = read_feed(page(rss()))
    assert [e.url for e in entries] == ["https://news.example/a", "https://news.example/b"]
    assert entries[1].hints == Given(title="F\u00e4hre")
    assert wrong == []
    entries, _ = read_feed(page(ATOM))
    assert entries[0].url == "https://news.example/a"
    assert entries[0].hints == Given(published="2025-10-14T09:30:00Z", title="Ferry")


def test_the_encoding_of_a_feed() -> None:
    for data, charset in (
        (rss("iso-8859-1").encode("latin-1"), None),
        (rss("utf-8").encode("latin-1"), "iso-8859-1"),
        (rss("utf-16").encode("utf-16"), None),
    ):
        entries, _ = read_feed(page(data, charset=charset))
        assert entries[1].hints.title == "F\u00e4hre"


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTER = '<!doctype rss SYSTEM "http://127.0.0.1/x.dtd">'


@pytest.mark.parametrize("extra", [BOMB, OUTER, "<!-- x -->" + BOMB])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-7"])
def test_a_document_type_is_refused_in_any_encoding(extra: str, encoding: str) -> None:
    with pytest.raises(FetchError) as failure:
        read_feed(page(rss(encoding, extra).encode(encoding)))
    assert failure.value.problem.code == "feed_unreadable"


@pytest.mark.parametrize("data", [PAGE, b"", b"{}", b"<stock/>", b"\0\0\0"])
def test_what_is_no_feed_is_named(data: bytes) -> None:
    with pytest.raises(FetchError) as failure:
        read_feed(page(data))
    assert failure.value.problem.code == "feed_unreadable"


def test_a_feed_without_pages_and_one_with_too_many_are_named() -> None:
    empty = '<rss version="2.0"><channel><title>Post</title></channel></rss>'
    assert [p.code for p in read_feed(page(empty))[1]] == ["feed_empty"]
    items = "".join(f"<item><link>https://news.example/{n}</link></item>" for n in range(MAX_ENTRIES + 1))
    entries, wrong = read_feed(page(empty.replace("</channel>", items + "</channel>")))
    assert len(entries) == MAX_ENTRIES
    assert [p.code for p in wrong] == ["feed_cut"]


def test_the_pages_of_a_feed_are_fetched_by_all_the_rules(web: Web) -> None:
    feed = web.gives("/feed", 200, rss(base=web.url).encode(), Content_Type="application/rss+xml")
    web.page("/a")
    web.gives("/robots.txt", 200, b"User-agent: *\nDisallow: /b")
    found = list(fetch_sources([], None, quick(feeds=[feed])))
    assert [item.name for item in found] == [f"{web.url}/a", f"{web.url}/b"]
    assert isinstance(found[0], Source)
    assert found[0].hints == Given(published="2025-10-14T09:30:00+01:00", title="Ferry halted")
    assert isinstance(found[1], SourceProblem)
    assert found[1].problem.code == "robots_refused"


def test_a_feed_that_names_this_machine_is_not_followed(web: Web) -> None:
    data = rss(base="http://169.254.169.254").encode()
    feed = web.gives("/feed", 200, data, Content_Type="text/xml")
    web.page("/b")
    codes = [p.code for _, p in problems(feeds=[feed])]
    assert codes == ["url_refused"]


@pytest.mark.parametrize("media", ["application/pdf", "image/png"])
def test_a_feed_of_another_kind_is_named(web: Web, media: str) -> None:
    feed = web.gives("/feed", 200, rss().encode(), Content_Type=media)
    assert [(name, p.code) for name, p in problems(feeds=[feed])] == [(feed, "page_kind_unread")]
    assert [p.code for _, p in problems(feeds=[web.url + "/gone"])] == ["page_gone"]


def test_only_what_is_named_is_fetched(web: Web) -> None:
    links = b'<html><head><link rel="next" href="/n"><meta http-equiv="refresh" content="0;url=/m"></head>'
    body = b'<body><img src="/i.png"><iframe src="/f"></iframe><a href="/l">More</a><script src="/s">'
    sources(web.page("/a", links + body + PAGE))
    assert web.asked == ["/robots.txt", "/a"]


def test_a_case_reads_pages_beside_files(web: Web, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("The harbour master said nobody was hurt.")
    cyrillic = "<html><body><article><p>The notice read \u00ab\u041f\u0430\u0440\u043e\u043c\u00bb, the harbour master said.</p></article></body></html>"  # noqa: E501
    urls = [
        web.page("/a"),
        web.page("/b", cyrillic.encode("cp1251"), Content_Type="text/html; charset=windows-1251"),
    ]
    with hw.open(tmp_path / "a.case") as case:
        report = case.read([*urls, tmp_path / "x.txt", web.url + "/gone"], fetching=quick())
        assert report.new == 3
        assert [p.code for _, p in report.problems].count("page_gone") == 1
        texts = {row["source"]: row["text"] for row in case.documents()}
        assert "\u041f\u0430\u0440\u043e\u043c" in texts[urls[1]]
        web.gives("/gone", 200, PAGE, Content_Type="text/html")
        again = case.read([*urls, web.url + "/gone"], fetching=quick())
        assert (again.new, again.unchanged) == (1, 2)
        assert case.source_problems() == []


def test_what_a_feed_says_fills_only_what_the_page_leaves_out(web: Web, tmp_path: Path) -> None:
    feed = web.gives("/feed", 200, ATOM.encode(), Content_Type="application/atom+xml")
    dated = b'<head><meta property="article:published_time" content="2025-10-13T08:00:00Z">'
    for head, wanted in ((b"<head>", "2025-10-14T09:30:00+00:00"), (dated, "2025-10-13T08:00:00+00:00")):
        web.page("/a", UNDATED.replace(b"<head>", head))
        with hw.open(tmp_path / f"{len(head)}.case") as case:
            case.read([], fetching=quick(feeds=[feed]))
            (row,) = case.documents()
            assert str(row["published"]).replace("Z", "+00:00") == wanted
            assert row["url"] == web.url + "/a"


def test_a_page_without_a_headline_takes_the_feeds(web: Web, tmp_path: Path) -> None:
    feed = web.gives("/feed", 200, rss(base=web.url).encode(), Content_Type="application/rss+xml")
    web.page("/a", b"<html><body><article><p>Nobody was hurt, the harbour master said.</p></article></body>")
    web.page("/b")
    with hw.open(tmp_path / "a.case") as case:
        case.read([], fetching=quick(feeds=[feed]))
        assert {row["title"] for row in case.documents()} == {"Ferry halted"}


def test_nothing_named_is_refused(tmp_path: Path) -> None:
    with hw.open(tmp_path / "a.case") as case, pytest.raises(hw.InputError, match="No source is named"):
        case.read([], fetching=quick())
