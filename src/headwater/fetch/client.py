"""Asks for one page after the other, by all the rules."""

from __future__ import annotations

import re
import ssl
import time
from collections.abc import Sequence
from dataclasses import dataclass

import httpcore

from headwater.fetch.bodies import ENCODINGS, whole_body
from headwater.fetch.failures import BY_HAND, FetchError, failed, status_failure, timed_out, too_large
from headwater.fetch.failures import too_many_redirects as sent_too_often
from headwater.fetch.options import Fetching
from headwater.fetch.proxies import proxy_for
from headwater.fetch.robots import MAX_BYTES as ROBOTS_BYTES
from headwater.fetch.robots import Robots
from headwater.fetch.targets import PORTS, Target, parse_target, redirected, resolve
from headwater.fetch.wire import Deadline, PinnedBackend, system_resolver, within
from headwater.version import __version__

MAX_BYTES = 10_000_000
"""Bytes of one page, as they come and unpacked; the largest article pages have some 5 MB."""

MAX_REDIRECTS = 5  # as many as RFC 9309 asks for, and more than any article needs
USER_AGENT = f"headwater/{__version__} (news reading tool; contact: see documentation)"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PAGES = frozenset({200, 203})
_ACCEPT = (
    "text/html, application/xhtml+xml, application/pdf, text/plain;q=0.9, application/rss+xml;q=0.9, "
    "application/atom+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8"
)
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([a-z0-9_.:-]{1,40})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """What was fetched.

    Attributes:
        url: the address that gave it, after all redirects.
        data: its bytes, unpacked.
        media: its media type in lower case, such as ``text/html``; empty where none is stated.
        charset: its encoding, if the server states one.
    """

    url: str
    data: bytes
    media: str
    charset: str | None


@dataclass(frozen=True, slots=True)
class _Answer:
    """One answer; ``data`` is empty where its status says that it is no page."""

    status: int
    headers: dict[str, str]
    data: bytes


class Client:
    """Fetches pages one at a time. What it knows of hosts (robots.txt, last request) is of one run."""

    def __init__(self, fetching: Fetching) -> None:
        self._set = fetching
        self._tls = fetching.tls or httpcore.default_ssl_context()
        self._last: dict[str, float] = {}
        self._deadline = Deadline(fetching.seconds)
        self._robots = Robots(self._robots_file)

    def fetch(self, url: str) -> Page:
        """The page at ``url``.

        Raises:
            FetchError: for whatever keeps it from being read.
        """
        self._deadline = Deadline(self._set.seconds)
        target = parse_target(url, self._set.rules)
        for _ in range(MAX_REDIRECTS + 1):
            pause = self._robots.require(target)
            answer = self._ask(target, pause, MAX_BYTES)
            if answer.status in _PAGES:
                return _page(target, answer)
            target = self._next(target, answer)
        raise sent_too_often(MAX_REDIRECTS)

    def _next(self, target: Target, answer: _Answer) -> Target:
        if answer.status not in _REDIRECTS:
            raise status_failure(answer.status, answer.headers.get("retry-after"))
        if not answer.headers.get("location"):
            raise failed("the page sends on without saying where to", BY_HAND)
        return redirected(target, answer.headers["location"], self._set.rules)

    def _robots_file(self, target: Target) -> tuple[int, bytes]:
        for _ in range(MAX_REDIRECTS + 1):
            answer = self._ask(target, 0.0, ROBOTS_BYTES)
            if answer.status not in _REDIRECTS or not answer.headers.get("location"):
                return answer.status, answer.data
            target = redirected(target, answer.headers["location"], self._set.rules)
        raise sent_too_often(MAX_REDIRECTS)

    def _ask(self, target: Target, pause: float, limit: int) -> _Answer:
        """One request, after the host's pause."""
        self._keep_pause(target, max(pause, self._set.pause))
        proxy = proxy_for(target) if self._set.proxy_from_env else None
        addresses = self._addresses(target, proxied=proxy is not None)
        try:
            return self._over_the_wire(target, addresses, proxy, limit)
        except httpcore.TimeoutException as error:
            raise timed_out(self._set.seconds) from error
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError) as error:
            raise _connection_failed(target, error) from error
        finally:
            self._last[target.host] = time.monotonic()

    def _keep_pause(self, target: Target, pause: float) -> None:
        if target.host in self._last:
            self._deadline.wait(self._last[target.host] + pause - time.monotonic())

    def _addresses(self, target: Target, *, proxied: bool) -> tuple[str, ...] | None:
        """The checked addresses to connect to; ``None`` where the proxy is to find them."""
        resolver = self._set.resolver or system_resolver
        try:
            found = within(self._deadline, lambda: resolve(target, resolver, self._set.rules))
        except FetchError as error:
            if proxied and error.problem.code == "fetch_failed":
                return None  # behind some proxies, names of the internet are not known
            raise
        return None if proxied else found

    def _over_the_wire(
        self, target: Target, addresses: Sequence[str] | None, proxy: httpcore.Proxy | None, limit: int
    ) -> _Answer:
        backend = PinnedBackend(addresses, self._deadline)
        port = None if target.port == PORTS[target.scheme] else target.port
        url = httpcore.URL(scheme=target.scheme, host=target.host, port=port, target=target.path)
        with (
            # A connection serves one request: pauses are longer than servers keep it, and less can go wrong.
            httpcore.ConnectionPool(self._tls, proxy, max_connections=1, network_backend=backend) as pool,
            pool.stream("GET", url, headers=_headers(target)) as response,
        ):
            headers = _header_values(response.headers)
            if response.status not in _PAGES:
                return _Answer(response.status, headers, b"")
            if int(headers.get("content-length", 0)) > limit:  # h11 takes no other than a number
                raise too_large(limit)
            body = whole_body(response.iter_stream(), headers.get("content-encoding", ""), limit)
            return _Answer(response.status, headers, body)


def _headers(target: Target) -> list[tuple[str, str]]:
    return [
        ("Host", target.authority),
        ("User-Agent", USER_AGENT),
        ("Accept", _ACCEPT),
        ("Accept-Encoding", ENCODINGS),
        ("Connection", "close"),
    ]


def _header_values(headers: Sequence[tuple[bytes, bytes]]) -> dict[str, str]:
    """Headers by lower-case name, the first of each; packings that follow each other are joined."""
    values: dict[str, str] = {}
    for raw_name, raw in headers:
        name, value = raw_name.decode("latin-1").lower(), _header_text(raw)
        if name == "content-encoding" and name in values:
            values[name] += f", {value}"
        values.setdefault(name, value)
    return values


def _header_text(raw: bytes) -> str:
    # Addresses in headers should be ASCII; where they are not, they are UTF-8 by now.
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _page(target: Target, answer: _Answer) -> Page:
    stated = answer.headers.get("content-type", "")
    charset = _CHARSET.search(stated)
    media = stated.split(";")[0].split(",")[0].strip().lower()
    return Page(target.url, answer.data, media, charset[1].lower() if charset else None)


def _connection_failed(target: Target, error: Exception) -> FetchError:
    cause = error.__cause__ or error.__context__
    if isinstance(cause, ssl.SSLCertVerificationError):
        what = f"{target.host} does not prove that it is {target.host} ({cause.verify_message})"
        return failed(what, f"look at the address; if your browser trusts it, {BY_HAND}")
    if isinstance(cause, ssl.SSLError):
        return failed(f"no secure connection to {target.host} came about ({cause.reason or cause})")
    reason = " ".join(str(error).split())[:200] or type(error).__name__
    return failed(f"the connection to {target.host} failed ({reason})")
