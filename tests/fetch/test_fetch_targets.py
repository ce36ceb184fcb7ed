from __future__ import annotations

import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.fetch import is_web_address
from headwater.fetch.failures import FetchError
from headwater.fetch.targets import Resolver, Rules, Target, parse_target, redirected, resolve

RULES = Rules()
INSIDE = {
    "inside.example": ["10.0.0.7"],
    "loop.example": ["127.0.0.1"],
    "half.example": ["93.184.216.34", "192.168.0.1"],
    "half6.example": ["93.184.216.34", "::1"],
    "cloud.example": ["169.254.169.254"],
    "cgnat.example": ["100.64.3.2"],
    "mapped.example": ["::ffff:93.184.216.34"],
    "nat64.example": ["64:ff9b::a00:1"],
    "teredo.example": ["2001:0:53aa:64c::1"],
    "sixtofour.example": ["2002:a00:1::1"],
    "ula.example": ["fd12:3456::1"],
    "linklocal.example": ["fe80::1%2"],
    "sitelocal.example": ["fec0::1"],
    "zero.example": ["0.0.0.0"],  # noqa: S104 - nothing is bound to it
    "multicast.example": ["239.1.2.3"],
    "broadcast.example": ["255.255.255.255"],
    "doc.example": ["203.0.113.9"],
    "odd.example": ["0x7f.1"],
}


def tricked(host: str, port: int) -> list[str]:
    """A resolver as systems have it: it takes every old form of an address, and some names lead inside."""
    try:
        return [socket.inet_ntoa(socket.inet_aton(host.rstrip(".")))]
    except OSError:
        return INSIDE.get(host, ["93.184.216.34"])


TRICKS = [
    # this machine and the local network, plainly
    "http://127.0.0.1/",
    "http://127.0.0.1:80/",
    "http://localhost/",
    "http://LOCALHOST/",
    "http://a.localhost/",
    "http://printer.local/",
    "http://metadata.google.internal/",
    "http://intranet/",
    "http://router.lan/",
    "http://nas.home.arpa/",
    "http://10.0.0.1/",
    "http://172.16.0.1/",
    "http://192.168.1.1/",
    "http://100.64.0.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://0.0.0.0/",
    "http://224.0.0.1/",
    "http://255.255.255.255/",
    "http://192.0.2.1/",
    "http://198.18.0.1/",
    # numbers that old libraries take for an address
    "http://2130706433/",
    "http://017700000001/",
    "http://0x7f000001/",
    "http://0x7f.1/",
    "http://0x7F.0x0.0x0.0x1/",
    "http://127.1/",
    "http://127.0.1/",
    "http://0177.0.0.1/",
    "http://00000177.0.0.1/",
    "http://127.0.0.01/",
    "http://127.0.0.1./",
    "http://0/",
    "http://0x/",
    "http://4294967295/",
    "http://425.510.425.510/",
    "http://127.0.0.1.2/",
    "http://1.2.3.4.0x5/",
    "http://3626153261/",
    # IPv6
    "http://[::1]/",
    "http://[::]/",
    "http://[0:0:0:0:0:0:0:1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[::ffff:93.184.216.34]/",
    "http://[::127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[2001:0:7f00:1::]/",
    "http://[2001:db8::1]/",
    "http://[fe80::1]/",
    "http://[fe80::1%25eth0]/",
    "http://[fec0::1]/",
    "http://[fd00:ec2::254]/",
    "http://[ff02::1]/",
    "http://[2606:4700::1111%25lo]/",
    "http://[127.0.0.1]/",
    "http://[::1/",
    "http://::1/",
    "http://[]/",
    # signs that look like others
    "http://１２７.0.0.1/",
    "http://①②⑦.⓪.⓪.①/",
    "http://127。0。0。1/",
    "http://９３.184.216.34/",
    "http://ⓛocalhost/",
    "http://0ｘ7f.1/",
    "http://faß.example/",
    "http://a\u200db.example/",
    "http://xn--/..example/",
    # who is the host?
    "http://news.example@127.0.0.1/",
    "http://127.0.0.1@news.example/",
    "http://user:secret@news.example/",
    "http://news.example:80@127.0.0.1/",
    "http://@news.example/",
    "http://news.example\\@127.0.0.1/",
    "http://127.0.0.1\\.news.example/",
    "http://127.0.0.1%2f.news.example/",
    "http://%31%32%37.0.0.1/",
    "http://127.0.0.1%00.news.example/",
    "http://news.example\t.evil.example/",
    "http://news.example\r\nHost: evil/",
    "http://news.example /",
    "http:///127.0.0.1/",
    "http:127.0.0.1/",
    "http:/127.0.0.1/",
    "//127.0.0.1/",
    "http://",
    "http://.example/",
    "http://news..example/",
    "http://news.example./",
    "http://-news.example/",
    "http://" + "a" * 64 + ".example/",
    "http://" + "a." * 130 + "example/",
    "http://news.example/" + "a" * 9000,
    "http://127.0.0.1,news.example/",
    # other schemes and ports
    "ftp://news.example/",
    "file:///etc/passwd",
    "file://news.example/etc/passwd",
    "gopher://127.0.0.1:25/",
    "javascript://news.example/%0aalert(1)",
    "data://text/html,x",
    "ws://news.example/",
    "http+unix://%2fvar%2frun%2fdocker.sock/",
    "http://news.example:22/",
    "http://news.example:8080/",
    "http://news.example:0/",
    "http://news.example:65536/",
    "http://news.example:080a/",
    "http://news.example:-80/",
    "http://news.example:/",
    "http://news.example:８０/",
    # names that lead inside
    *(f"http://{name}/" for name in INSIDE),
]


def checked(url: str, rules: Rules = RULES) -> tuple[str, ...]:
    return resolve(parse_target(url, rules), tricked, rules)


def test_there_are_many_tricks() -> None:
    assert len(set(TRICKS)) == len(TRICKS) > 100


@pytest.mark.parametrize("url", TRICKS)
def test_address_tricks_are_refused(url: str) -> None:
    with pytest.raises(FetchError) as refusal:
        checked(url)
    assert refusal.value.problem.code == "url_refused"
    assert refusal.value.problem.todo


@pytest.mark.parametrize("url", TRICKS)
def test_a_redirect_is_checked_as_a_named_address_is(url: str) -> None:
    start = parse_target("https://news.example/a", RULES)
    with pytest.raises(FetchError) as refusal:
        resolve(redirected(start, url, RULES), tricked, RULES)
    assert refusal.value.problem.code == "url_refused"


@pytest.mark.parametrize("url", ["http://127.0.0.1:8123/", "http://localhost:9/", "http://[::1]:8/"])
def test_this_machine_may_be_asked_only_if_allowed(url: str) -> None:
    assert checked(url, Rules(allow_loopback=True)) is not None
    with pytest.raises(FetchError):
        checked(url)


@pytest.mark.parametrize("url", ["http://10.0.0.1/", "http://[::ffff:127.0.0.1]/", "http://inside.example/"])
def test_the_option_for_this_machine_opens_nothing_else(url: str) -> None:
    with pytest.raises(FetchError):
        checked(url, Rules(allow_loopback=True))


def test_a_port_must_be_allowed_by_number() -> None:
    assert checked("http://news.example:8080/", Rules(ports=frozenset({8080}))) == ("93.184.216.34",)
    with pytest.raises(FetchError, match="8081"):
        checked("http://news.example:8081/", Rules(ports=frozenset({8080})))


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("HTTPS://News.Example", Target("https", "news.example", 443, "/")),
        ("http://news.example:443/a?b=c#d", Target("http", "news.example", 443, "/a?b=c")),
        ("http://news.example?q=1", Target("http", "news.example", 80, "/?q=1")),
        ("https://zürich.example/ü", Target("https", "xn--zrich-kva.example", 443, "/%C3%BC")),
        ("https://news.example/a%20b|[c]", Target("https", "news.example", 443, "/a%20b|[c]")),
        ("http://93.184.216.34/", Target("http", "93.184.216.34", 80, "/")),
        ("http://[2606:4700:0::1111]/", Target("http", "2606:4700::1111", 80, "/")),
        ("http://1and1.example/", Target("http", "1and1.example", 80, "/")),
    ],
)
def test_honest_addresses_are_taken(url: str, wanted: Target) -> None:
    assert parse_target(url, RULES) == wanted
    assert parse_target(wanted.url, RULES) == wanted


def test_every_address_of_a_host_is_given_once_in_order() -> None:
    target = parse_target("http://news.example/", RULES)
    found = ["2606:4700::1111", "93.184.216.34", "2606:4700::1111"]
    assert resolve(target, lambda *_: found, RULES) == ("2606:4700::1111", "93.184.216.34")


def test_an_unknown_host_is_said_to_be_unknown() -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise socket.gaierror(-2, "Name or service not known")

    target = parse_target("http://news.example/", RULES)
    resolvers: list[Resolver] = [unknown, lambda *_: []]
    for resolver in resolvers:
        with pytest.raises(FetchError, match=r"news\.example is known") as failure:
            resolve(target, resolver, RULES)
        assert failure.value.problem.code == "fetch_failed"


def test_a_redirect_that_is_refused_says_where_to() -> None:
    with pytest.raises(FetchError, match=r"sends on to 'http://10\.1\.1\.1/': 10\.1\.1\.1 is no open"):
        redirected(parse_target("https://news.example/", RULES), "http://10.1.1.1/", RULES)


def test_a_redirect_may_be_relative_and_hold_blanks() -> None:
    start = parse_target("https://news.example/a/b?c", RULES)
    assert redirected(start, "../d e", RULES).url == "https://news.example/d%20e"
    assert redirected(start, "//other.example/", RULES).url == "https://other.example/"


@given(st.text(max_size=40), st.sampled_from(["http://", "https://", "", "http://127.0.0.1", "http://[::1]"]))
def test_no_address_leads_inside(text: str, start: str) -> None:
    """Whatever is written, what comes out has been checked, and nothing but a refusal is raised."""
    try:
        target = parse_target(start + text, RULES)
        found = resolve(target, tricked, RULES)
    except FetchError:
        return
    assert target.port in (80, 443)
    assert target.host.isascii()
    assert set(found) <= {"93.184.216.34", target.host}


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("https://x", True),
        ("ftp://x", True),
        ("a/b.html", False),
        ("C:/x", False),
        ("C://x", False),
        (3, False),
    ],
)
def test_an_address_is_told_from_a_path(name: object, wanted: bool) -> None:
    assert is_web_address(name) is wanted
