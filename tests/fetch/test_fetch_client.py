from __future__ import annotations

import gzip
import os
import socket
import ssl
import threading
import time
import zlib
from http.server import BaseHTTPRequestHandler

import pytest

from fetch.webserver import HERE, LONGEST, PAGE, Web, answer, drip, here, quick, serving
from headwater.fetch.client import MAX_BYTES, USER_AGENT, Client, Page
from headwater.fetch.failures import FetchError
from headwater.records import InputError, Problem
from headwater.version import __version__

PACKED = gzip.compress(PAGE, mtime=0)  # the time would be in the names of tests


def fetch(url: str, **settings: object) -> Page:
    return Client(quick(**settings)).fetch(url)


def problem(url: str, **settings: object) -> Problem:
    with pytest.raises(FetchError) as failure:
        fetch(url, **settings)
    assert failure.value.problem.todo
    return failure.value.problem


def test_a_page_comes_as_it_is(web: Web) -> None:
    page = fetch(web.page("/a?b=%20c", PAGE, Content_Type="Text/HTML; charset=UTF-8") + "#d")
    assert page == Page(f"{web.url}/a?b=%20c", PAGE, "text/html", "utf-8")
    assert web.asked == ["/robots.txt", "/a?b=%20c"]


def test_the_request_tells_who_asks_and_nothing_more(web: Web) -> None:
    web.gives("/from", 302, Location="/to", Set_Cookie="who=me; Path=/")
    web.page("/to")
    fetch(web.url + "/from")
    for sent in web.headers:
        assert sent["user-agent"] == USER_AGENT
        assert sent["accept-encoding"] == "gzip, deflate"
        assert sent["host"] == f"127.0.0.1:{web.port}"
        assert set(sent) == {"host", "user-agent", "accept", "accept-encoding", "connection"}
    assert USER_AGENT.startswith(f"headwater/{__version__} (news reading tool")


def test_the_checked_address_is_asked_under_the_name(web: Web) -> None:
    """A name is looked up once a request, and what was checked is what is dialled."""
    looked_up: list[str] = []

    def rebinding(host: str, port: int) -> list[str]:
        looked_up.append(host)
        return ["127.0.0.1"] if looked_up.count(host) <= 2 else ["10.0.0.1"]

    web.page("/a")
    client = Client(quick(resolver=rebinding, ports=frozenset({web.port})))
    assert client.fetch(f"http://news.example:{web.port}/a").url == f"http://news.example:{web.port}/a"
    assert looked_up == ["news.example"] * 2  # for robots.txt and for the page
    assert web.headers[1]["host"] == f"news.example:{web.port}"
    with pytest.raises(FetchError, match=r"leads to 10\.0\.0\.1"):
        client.fetch(f"http://news.example:{web.port}/a")
    assert len(web.asked) == 2


def test_a_dead_address_gives_way_to_the_next(web: Web) -> None:
    web.page("/a")
    # Nothing listens at 127.99.0.1: the server has bound 127.0.0.1 alone.
    settings = quick(resolver=lambda *_: ["127.99.0.1", "127.0.0.1"], ports=frozenset({web.port}))
    assert Client(settings).fetch(f"http://news.example:{web.port}/a").data == PAGE


def test_this_machine_is_not_asked_unless_allowed(web: Web) -> None:
    url = web.page("/a")
    assert problem(url, allow_loopback=False, ports=frozenset({web.port})).code == "url_refused"
    named = f"http://news.example:{web.port}/a"
    refused = problem(named, allow_loopback=False, ports=frozenset({web.port}), resolver=here)
    assert refused.code == "url_refused"
    assert web.asked == []


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (401, "page_closed"),
        (402, "page_closed"),
        (403, "page_closed"),
        (429, "page_closed"),
        (451, "page_closed"),
        (404, "page_gone"),
        (410, "page_gone"),
        (400, "fetch_failed"),
        (500, "fetch_failed"),
        (503, "fetch_failed"),
        (204, "fetch_failed"),
        (206, "fetch_failed"),
        (304, "fetch_failed"),
    ],
)
def test_what_is_no_page_is_named(web: Web, status: int, code: str) -> None:
    found = problem(web.gives("/a", status, Retry_After="120"))
    assert found.code == code
    assert str(status) in found.what
    assert ("wait 120 seconds" in found.what) == (status in (401, 402, 403, 429, 451, 500, 503))
    assert "browser" in found.todo or code == "page_gone"


@pytest.mark.parametrize("wait", ["soon", "-1", "9" * 5000, "\u0662"], ids=["word", "past", "long", "sign"])
def test_an_odd_wait_is_not_told(web: Web, wait: str) -> None:
    assert "wait" not in problem(web.gives("/a", 429, Retry_After=wait.encode().decode("latin-1"))).what


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(web: Web, status: int) -> None:
    web.page("/b/c")
    assert fetch(web.gives("/a", status, Location="b/c#x")).url == f"{web.url}/b/c"


def test_five_redirects_are_followed_and_no_more(web: Web) -> None:
    for n in range(7):
        web.gives(f"/{n}", 302, Location=f"/{n + 1}")
    web.page("/7")
    assert fetch(f"{web.url}/2").url == f"{web.url}/7"
    web.asked.clear()
    assert problem(f"{web.url}/1").code == "fetch_redirects"
    assert web.asked == ["/robots.txt", *(f"/{n}" for n in range(1, 7))]


def test_a_loop_of_redirects_ends(web: Web) -> None:
    assert problem(web.gives("/a", 302, Location="/a")).code == "fetch_redirects"
    assert problem(web.gives("/b", 302)).code == "fetch_failed"


@pytest.mark.parametrize(
    "to",
    [
        "http://10.0.0.1/",
        "http://[::ffff:127.0.0.1]/",
        "http://169.254.169.254/latest/",
        "//192.168.0.1/",
        "http://2130706433/",
        "ftp://news.example/",
        "file:///etc/passwd",
        "http://inside.example/",
    ],
)
def test_a_redirect_into_the_local_network_is_refused(web: Web, to: str) -> None:
    found = problem(web.gives("/a", 302, Location=to), resolver=lambda *_: ["172.16.5.4"])
    assert found.code == "url_refused"


def test_a_redirect_is_asked_for_its_own_robots_file(web: Web) -> None:
    with serving() as other:
        other.page("/b")
        other.gives("/robots.txt", 200, b"User-agent: *\nDisallow: /b")
        assert problem(web.gives("/a", 302, Location=f"{other.url}/b")).code == "robots_refused"
        assert other.asked == ["/robots.txt"]


@pytest.mark.parametrize("encoding", ["gzip", "x-gzip", "deflate", "DEFLATE", "raw", "identity", "two"])
def test_packed_pages_are_unpacked(web: Web, encoding: str) -> None:
    raw = zlib.compressobj(wbits=-15)
    packed = {
        "gzip": gzip.compress(PAGE),
        "x-gzip": gzip.compress(PAGE) + b"\0\0",
        "deflate": zlib.compress(PAGE),
        "DEFLATE": zlib.compress(PAGE),
        "raw": raw.compress(PAGE) + raw.flush(),
        "identity": PAGE,
        "two": gzip.compress(PAGE[:50]) + gzip.compress(PAGE[50:]),
    }[encoding]
    name = {"raw": "deflate", "two": "gzip"}.get(encoding, encoding)
    assert fetch(web.page("/a", packed, Content_Encoding=name)).data == PAGE


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (PACKED[:-9], "gzip"),
        (b"\x1f", "gzip"),
        (b"\x1f\x8bxxxxxxxxxxxx", "gzip"),
        (PAGE, "deflate"),
        (PAGE, "br"),
        (gzip.compress(PACKED, mtime=0), "gzip, gzip"),
    ],
    ids=["cut", "short", "damaged", "plain", "unasked", "doubled"],
)
def test_broken_packing_is_named(web: Web, body: bytes, encoding: str) -> None:
    assert problem(web.page("/a", body, Content_Encoding=encoding)).code == "fetch_failed"


def test_a_page_may_have_ten_megabytes_and_no_more(web: Web) -> None:
    assert len(fetch(web.page("/a", b"a" * MAX_BYTES)).data) == MAX_BYTES
    assert problem(web.page("/b", b"a" * (MAX_BYTES + 1))).code == "fetch_too_large"


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_bomb_is_not_unpacked(web: Web, encoding: str) -> None:
    start = zlib.compressobj(wbits=31 if encoding == "gzip" else 15)
    zeros = b"\0" * 1_000_000
    bomb = b"".join(start.compress(zeros) for _ in range(60)) + start.flush()
    assert len(bomb) < 1_000_000
    began = time.monotonic()
    assert problem(web.page("/a", bomb, Content_Encoding=encoding)).code == "fetch_too_large"
    assert time.monotonic() - began < 3


def test_a_page_without_end_is_given_up(web: Web) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    web.answers["/a"] = drip(head, b"a" * 500_000, 0)
    assert problem(f"{web.url}/a").code == "fetch_too_large"
    chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    web.answers["/b"] = drip(chunked, b"10000\r\n" + b"a" * 0x10000 + b"\r\n", 0)
    assert problem(f"{web.url}/b").code == "fetch_too_large"


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nX-Slow: ",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n<p>",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
    ],
    ids=["status", "header", "body", "chunk"],
)
def test_a_page_that_drips_is_given_up_in_time(web: Web, head: bytes) -> None:
    """Each byte comes soon; all of them together never do."""
    web.answers["/a"] = drip(head, b"1", 0.05)
    began = time.monotonic()
    found = problem(f"{web.url}/a", seconds=0.5)
    assert found.code == "fetch_timeout"
    assert "0.5 seconds" in found.what
    assert time.monotonic() - began < 2


def test_redirects_share_the_time_of_one_page(web: Web) -> None:
    def slow(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(0.3)
        answer(302, Location="/a")(handler)

    web.answers["/a"] = slow
    assert problem(f"{web.url}/a", seconds=0.7).code == "fetch_timeout"
    assert len(web.asked) < 5


def test_a_fault_of_a_resolver_is_not_swallowed() -> None:
    def broken(host: str, port: int) -> list[str]:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fetch("http://news.example/", resolver=broken)


def test_a_look_up_that_hangs_is_given_up_in_time() -> None:
    done = threading.Event()

    def hanging(host: str, port: int) -> list[str]:
        done.wait(LONGEST)
        return ["127.0.0.1"]

    assert problem("http://news.example/", resolver=hanging, seconds=0.3).code == "fetch_timeout"
    done.set()


@pytest.mark.parametrize("sent", [b"", b"nonsense\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx"])
def test_a_broken_answer_is_named(web: Web, sent: bytes) -> None:
    web.answers["/a"] = lambda handler: void(handler.wfile.write(sent))
    assert problem(f"{web.url}/a").code == "fetch_failed"


def void(_: object) -> None:
    return None


def test_a_header_without_end_is_given_up(web: Web) -> None:
    web.answers["/a"] = drip(b"HTTP/1.1 200 OK\r\n", b"X-More: " + b"a" * 9000 + b"\r\n", 0)
    assert problem(f"{web.url}/a").code == "fetch_failed"


def test_nobody_listening_is_named() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        found = problem(f"http://127.0.0.1:{free.getsockname()[1]}/a")
    assert found.code == "fetch_failed"
    assert "127.0.0.1" in found.what


def test_requests_to_a_host_keep_a_pause_and_never_overlap(web: Web) -> None:
    client = Client(quick(pause=0.2))
    for name in ("/a", "/b"):
        client.fetch(web.page(name))
    gaps = [later - earlier for earlier, later in zip(web.times, web.times[1:], strict=False)]
    assert len(gaps) == 2  # robots.txt once, two pages
    assert min(gaps) >= 0.2
    assert web.most_at_once == 1


def test_a_pause_does_not_count_as_time_of_the_page(web: Web) -> None:
    assert fetch(web.page("/a"), pause=0.6, seconds=0.5).data == PAGE


def test_the_environment_names_no_proxy_unless_asked(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [n for n in os.environ if n.lower().endswith("_proxy")]:
        monkeypatch.delenv(name)
    with serving() as proxy:
        monkeypatch.setenv("http_proxy", f"http://me:secret@127.0.0.1:{proxy.port}")
        page = web.page("/a")
        assert fetch(page).data == PAGE
        assert proxy.asked == []
        proxy.answers[page] = answer(200, b"by proxy", Content_Type="text/html")
        assert fetch(page, proxy_from_env=True).data == b"by proxy"
        assert proxy.asked == [f"{web.url}/robots.txt", page]
        assert proxy.headers[0]["proxy-authorization"].startswith("Basic ")
        proxy.answers["http://news.example/a"] = answer(200, b"looked up there")
        assert fetch("http://news.example/a", proxy_from_env=True, resolver=lambda *_: []).data
        inside = problem("http://news.example/a", proxy_from_env=True, resolver=lambda *_: ["10.0.0.1"])
        assert inside.code == "url_refused"
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        assert fetch(page, proxy_from_env=True).data == PAGE
    monkeypatch.delenv("no_proxy")
    for wrong in ("socks5://127.0.0.1:1", "http://me:secret@127.0.0.1:99999", "http://[x"):
        monkeypatch.setenv("http_proxy", wrong)
        found = problem(page, proxy_from_env=True)
        assert (found.code, "secret" in found.what) == ("url_refused", False)


def test_tls_is_by_name_to_the_checked_address() -> None:
    trusting = ssl.create_default_context(cafile=str(HERE / "news.example.pem"))
    with serving(tls=True) as web:
        web.page("/a")
        settings = {"resolver": here, "ports": frozenset({web.port})}
        named = f"https://news.example:{web.port}/a"
        assert fetch(named, tls=trusting, **settings).data == PAGE
        assert web.headers[1]["host"] == f"news.example:{web.port}"
        for url, tls in ((named, None), (f"https://other.example:{web.port}/a", trusting)):
            found = problem(url, tls=tls, **settings)
            assert found.code == "fetch_failed"
            assert "does not prove" in found.what
        assert len(web.asked) == 2
        plain = problem(f"http://news.example:{web.port}/a", **settings)
        assert plain.code == "fetch_failed"


def test_tls_with_a_server_that_has_none_is_named(web: Web) -> None:
    found = problem(f"https://127.0.0.1:{web.port}/a")
    assert (found.code, "secure connection" in found.what) == ("fetch_failed", True)


@pytest.mark.parametrize("settings", [{"pause": -1.0}, {"seconds": 0.0}, {"ports": frozenset({0})}])
def test_settings_that_cannot_be_kept_are_refused(settings: dict[str, object]) -> None:
    with pytest.raises(InputError):
        quick(**settings)
