"""From the address that a user names to the machine that is asked: everything is checked on the way.

The address is taken apart by one strict pattern, which refuses whatever two
readers could read in two ways (user names, backslashes, blanks, escapes in the
host, numbers that are no plain address). The parts it finds are the parts that
are used; nothing is parsed a second time by the library that connects.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urljoin

from headwater.fetch.addresses import Address, closed_kind, is_loopback, parse_address
from headwater.fetch.failures import BY_HAND, FetchError, failed, refused

Resolver = Callable[[str, int], Sequence[str]]
"""The addresses of a host and port, in the order to try them; raises ``OSError`` where it has none."""

PORTS = {"http": 80, "https": 443}
_LONGEST = 8000  # what web servers take at most (RFC 9110, section 4.1)
_URL = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*)://(?P<authority>[^/?#]*)(?P<rest>[^#]*)(?:#.*)?", re.I)
_AUTHORITY = re.compile(r"(?:\[(?P<six>[^\[\]]*)\]|(?P<host>[^:\[\]]+))(?::(?P<port>[0-9]{1,5}))?")
_UNCLEAR = re.compile(r"[\x00-\x20\x7f\\\u0080-\u00a0\u2028\u2029\ufeff\ud800-\udfff]")
_NAME = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")  # the last part of a host that is an address (WHATWG URL, 3.5)
# These letters name one host in the older standard of international names and another in the newer.
_TWO_WAYS = frozenset("ßςẞ\u200c\u200d")
_LOCAL = (".localhost", ".local", ".internal", ".intranet", ".lan", ".home.arpa", ".onion")


@dataclass(frozen=True, slots=True)
class Rules:
    """Which addresses may be asked besides the open ones on ports 80 and 443.

    Attributes:
        ports: more ports that may be asked.
        allow_loopback: whether this machine may be asked, on any port; meant for tests.
    """

    ports: frozenset[int] = frozenset()
    allow_loopback: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """One address on the web in the one form that is used.

    Attributes:
        scheme: ``http`` or ``https``.
        host: name in ASCII lower case, or an address without brackets.
        port: where to connect to.
        path: path and query, escaped, beginning with ``/``.
    """

    scheme: str
    host: str
    port: int
    path: str

    @property
    def origin(self) -> str:
        """Scheme, host and port, the last only where it is not the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}"

    @property
    def url(self) -> str:
        """The whole address, without a fragment."""
        return self.origin + self.path

    @property
    def authority(self) -> str:
        """What goes into the ``Host`` header."""
        return self.origin.split("//")[1]


def is_web_address(name: object) -> bool:
    """Whether a user's source names something on a net rather than a file: ``https://...``, ``ftp://...``."""
    return isinstance(name, str) and re.match(r"\s*[a-z][a-z0-9+.-]+://", name, re.I) is not None


def parse_target(url: str, rules: Rules) -> Target:
    """``url`` taken apart and checked, without asking anybody.

    Raises:
        FetchError: ``url_refused`` for whatever is no plain web address.
    """
    if len(url) > _LONGEST:
        raise refused(f"the address has {len(url):,} signs; none has more than {_LONGEST:,}")
    if _UNCLEAR.search(url):
        raise refused("the address holds blanks, backslashes or control signs")
    found = _URL.fullmatch(url)
    if found is None:
        raise refused("this is no web address", "write it whole, as https://example.org/page")
    scheme = found["scheme"].lower()
    if scheme not in PORTS:
        raise refused(f"{scheme}: is not fetched; only http and https are")
    host, port = _host_and_port(found["authority"], scheme)
    path = quote(found["rest"], safe="/?:@!$&'()*+,;=-._~%[]|^`{}\"<>")
    target = Target(scheme, _checked_host(host, rules), port, path if path.startswith("/") else f"/{path}")
    _require_port(target, rules)
    return target


def _host_and_port(authority: str, scheme: str) -> tuple[str, int]:
    if "@" in authority:
        raise refused("the address holds a user name (the part before @), which hides the host")
    found = _AUTHORITY.fullmatch(authority)
    if found is None:
        raise refused(f"the address has no host that can be read: {authority[:80]!r}")
    port = int(found["port"]) if found["port"] else PORTS[scheme]
    if found["six"] is not None and ":" not in found["six"]:
        raise refused(f"{found['six'][:80]!r} is no address of IPv6")
    return found["six"] or found["host"], port


def _checked_host(host: str, rules: Rules) -> str:
    """The host in ASCII: a name that cannot be taken for an address, or an address that may be asked."""
    name = _ascii(host).lower()
    address = parse_address(name)
    if address is not None:
        if not host.isascii():
            raise refused("the host is an address in signs that only look like digits")
        _require_open(address, name, rules)
        return address.compressed
    if not _NAME.fullmatch(name) or len(name) > 253:
        raise refused(f"{host[:80]!r} is no name of a host")
    if _NUMBER.fullmatch(name.rpartition(".")[2]):
        raise refused(f"{host[:80]!r} is an address in an unusual form, which hides the machine it means")
    if not (rules.allow_loopback and name == "localhost"):
        _require_public_name(name)
    return name


def _ascii(host: str) -> str:
    if host.isascii():
        return host
    if _TWO_WAYS & set(host):
        raise refused(
            f"{host[:80]!r} means two hosts, by the older rules and the newer", "write it as xn--..."
        )
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise refused(f"{host[:80]!r} is no name of a host") from error


def _require_public_name(name: str) -> None:
    if "." not in name or name.endswith(_LOCAL):
        raise refused(f"{name!r} is a name of the local network")


def _require_port(target: Target, rules: Rules) -> None:
    address = parse_address(target.host)
    here = target.host == "localhost" or (address is not None and is_loopback(address))
    if target.port not in {*PORTS.values(), *rules.ports} and not (rules.allow_loopback and here):
        raise refused(
            f"port {target.port} is no port of web pages", f"if it is meant, allow it: --port {target.port}"
        )


def _require_open(address: Address, host: str, rules: Rules) -> None:
    kind = closed_kind(address)
    if kind is None or (rules.allow_loopback and kind == "loopback"):
        return
    where = f"{address}" if str(address) == host else f"{host} leads to {address}, which"
    raise refused(
        f"{where} is no open address of the internet ({kind})", f"look at the address, or {BY_HAND}"
    )


def resolve(target: Target, resolver: Resolver, rules: Rules) -> tuple[str, ...]:
    """The addresses to connect to; each one has been checked.

    A single closed address refuses the host, as open ones beside it are the
    usual disguise.

    Raises:
        FetchError: ``url_refused`` for a closed address, ``fetch_failed`` where there is none.
    """
    if parse_address(target.host) is not None:
        return (target.host,)
    try:
        found = list(dict.fromkeys(resolver(target.host, target.port)))
    except (OSError, UnicodeError) as error:
        raise _unknown(target.host) from error
    if not found:
        raise _unknown(target.host)
    for text in found:
        address = parse_address(text)
        if address is None:
            raise refused(f"{target.host} leads to {text[:80]!r}, which is no address")
        _require_open(address, target.host, rules)
    return tuple(found)


def _unknown(host: str) -> FetchError:
    return failed(f"no machine of the name {host} is known", "look at the address and at your connection")


def redirected(target: Target, location: str, rules: Rules) -> Target:
    """Where ``target`` sends on to, checked as if the user had named it.

    Raises:
        FetchError: ``url_refused``, with the address that it sends to.
    """
    try:
        return parse_target(urljoin(target.url, location.strip(" ").replace(" ", "%20")), rules)
    except ValueError as error:
        raise refused(f"the page sends on to {location[:80]!r}, which is no address") from error
    except FetchError as error:
        problem = error.problem
        raise refused(f"the page sends on to {location[:80]!r}: {problem.what}", problem.todo) from error
