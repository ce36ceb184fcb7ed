from __future__ import annotations

import time

import pytest

from fetch.webserver import PAGE, Web, drip, quick, serving
from headwater.fetch.client import Client
from headwater.fetch.failures import FetchError
from headwater.fetch.robots import AGENT, LONGEST_PAUSE, MAX_BYTES, Allowed, parse_robots
from headwater.records import Problem


def outcome(web: Web, path: str = "/a", **settings: object) -> Problem | None:
    web.page(path)
    try:
        assert Client(quick(**settings)).fetch(web.url + path).data == PAGE
    except FetchError as error:
        return error.problem
    return None


@pytest.mark.parametrize(
    ("file", "allowed"),
    [
        ("", True),
        ("User-agent: *\nDisallow:", True),
        ("User-agent: *\nDisallow: /", False),
        ("User-agent: headwater\nDisallow: /\n\nUser-agent: *\nDisallow:", False),
        ("User-agent: HeadWater\nDisallow:\n\nUser-agent: *\nDisallow: /", True),
        ("User-agent: otherbot\nDisallow: /", True),
        ("User-agent: *\nDisallow: /news\nAllow: /news/a", True),
        ("User-agent: *\nAllow: /news\nDisallow: /news/a", False),
        ("User-agent: *\nDisallow: /*/a$", False),
        ("\ufeffUser-agent: *\r\nDisallow: /news/\r\n", False),
        ("<html><body>Not found</body></html>", True),
    ],
)
def test_the_file_is_obeyed(web: Web, file: str, allowed: bool) -> None:
    web.gives("/robots.txt", 200, file.encode())
    found = outcome(web, "/news/a")
    assert (found is None) == allowed
    if found is not None:
        assert found.code == "robots_refused"
        assert found.todo == "save the page in your browser and add the file"
        assert web.asked == ["/robots.txt"]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_a_site_without_a_file_lets_everything_be_read(web: Web, status: int) -> None:
    web.gives("/robots.txt", status, b"User-agent: *\nDisallow: /")
    assert outcome(web) is None


@pytest.mark.parametrize("status", [429, 500, 502, 503])
def test_a_site_with_a_fault_lets_nothing_be_read(web: Web, status: int) -> None:
    web.gives("/robots.txt", status)
    found = outcome(web)
    assert found is not None
    assert found.code == "robots_unreadable"
    assert str(status) in found.what
    assert web.asked == ["/robots.txt"]


def test_the_file_may_be_moved(web: Web) -> None:
    web.gives("/robots.txt", 301, Location="/r.txt")
    web.gives("/r.txt", 200, b"User-agent: *\nDisallow: /a")
    found = outcome(web)
    assert found is not None
    assert found.code == "robots_refused"


@pytest.mark.parametrize("to", ["/robots.txt", "http://10.0.0.1/robots.txt"])
def test_a_file_that_leads_astray_lets_nothing_be_read(web: Web, to: str) -> None:
    web.gives("/robots.txt", 302, Location=to)
    found = outcome(web)
    assert found is not None
    assert found.code in ("robots_unreadable", "url_refused")
    assert "/a" not in web.asked


def test_a_file_without_end_lets_nothing_be_read(web: Web) -> None:
    web.answers["/robots.txt"] = drip(b"HTTP/1.1 200 OK\r\n\r\n", b"Disallow: /b\n" * 9999, 0)
    found = outcome(web)
    assert found is not None
    assert found.code == "robots_unreadable"


def test_a_file_that_drips_takes_the_time_of_the_page(web: Web) -> None:
    web.answers["/robots.txt"] = drip(b"HTTP/1.1 200 OK\r\n\r\n", b"D", 0.05)
    found = outcome(web, seconds=0.4)
    assert found is not None
    assert found.code == "fetch_timeout"


def test_a_file_is_asked_for_once_a_site(web: Web) -> None:
    client = Client(quick())
    with serving() as other:
        for site in (web, other, web):
            for path in ("/a", "/b"):
                client.fetch(site.page(path))
        assert web.asked.count("/robots.txt") == other.asked.count("/robots.txt") == 1


def test_a_fault_is_asked_for_once_a_site(web: Web) -> None:
    web.gives("/robots.txt", 500)
    client = Client(quick())
    for _ in range(2):
        with pytest.raises(FetchError):
            client.fetch(web.page("/a"))
    assert web.asked == ["/robots.txt"]


def test_the_pause_that_a_site_asks_for_is_kept(web: Web) -> None:
    web.gives("/robots.txt", 200, b"User-agent: *\nCrawl-delay: 0.3\n")
    assert outcome(web) is None
    assert web.times[1] - web.times[0] >= 0.3


@pytest.mark.parametrize(
    ("names", "allowed"),
    [
        (["a", "headwater"], False),
        (["a", "b"], True),
        (["*"], False),
        (["Head*"], False),
        (["headwaters"], True),
        (["water"], True),
    ],
)
def test_the_names_of_others_do_not_matter(names: list[str], allowed: bool) -> None:
    group = "".join(f"User-Agent : {name} # x\n" for name in names)
    file = parse_robots(f"User-agent: z\nDisallow:\n\n{group}Disallow: /\n\nuseragent y\nAllow: /")
    assert file.can_fetch("https://news.example/a", AGENT) == allowed


@pytest.mark.parametrize(
    "file",
    [
        "".join(f"User-agent: b{n}\n" for n in range(15_000)) + "Disallow: /a\n" * 20_000,
        "".join(f"User-agent: {'*' * (n % 999)}h\n" for n in range(900)) + "Disallow: /a\n" * 20_000,
        "User-agent: *\nDisallow: /" + "*a" * 200_000 + "b",
        "User-agent: *\n" + "".join(f"Disallow: /*{n}*x$\n" for n in range(25_000)),
        "User-agent: *\nDisallow: /" + "$" * 400_000,
    ],
    ids=["names", "stars", "gaps", "rules", "ends"],
)
def test_no_file_holds_up_the_run(file: str) -> None:
    began = time.monotonic()
    parse_robots(file[:MAX_BYTES]).can_fetch("https://news.example/" + "a" * 3000, AGENT)
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("delay", ["nan", "-3", "inf", "x", "1e400", "0", "99999"])
def test_an_odd_pause_stays_within_reason(delay: str) -> None:
    said = Allowed(parse_robots(f"User-agent: *\nCrawl-delay: {delay}\n"))
    assert 0 <= said.pause() <= LONGEST_PAUSE
