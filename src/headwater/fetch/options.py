"""What a user may set about fetching."""

from __future__ import annotations

import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from headwater.fetch.targets import Resolver, Rules
from headwater.records import InputError


@dataclass(frozen=True, slots=True)
class Fetching:
    """How pages are fetched, and where else their addresses stand.

    Attributes:
        lists: files of addresses, one a line; ``#`` begins a comment.
        feeds: addresses of RSS or Atom feeds, whose entries' pages are fetched.
        pause: seconds between two requests to one host.
        ports: ports besides 80 and 443 that may be asked.
        proxy_from_env: whether to go through the proxy that the environment
            names (``HTTPS_PROXY`` and its like). It then looks up the names,
            so only those addresses are checked that this machine knows too.
        allow_loopback: whether pages of this machine may be fetched, on any
            port; for tests.
        seconds: the time that one page may take, its redirects included.
        resolver: looks up a host, in place of the system; for tests.
        tls: what is trusted, in place of the usual authorities; for tests.

    Raises:
        InputError: for a pause below zero, no time at all or a port that does not exist.
    """

    lists: Sequence[str | Path] = ()
    feeds: Sequence[str] = ()
    pause: float = 1.0
    ports: frozenset[int] = frozenset()
    proxy_from_env: bool = False
    allow_loopback: bool = False
    seconds: float = 30.0
    resolver: Resolver | None = None
    tls: ssl.SSLContext | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.pause < float("inf"):
            raise InputError(f"A pause of {self.pause} seconds cannot be kept. Give 0 or more.")
        if not 0 < self.seconds < float("inf"):
            raise InputError(f"No page comes within {self.seconds} seconds. Give more than 0.")
        if wrong := [port for port in self.ports if not 0 < port < 65536]:
            raise InputError(f"There is no port {wrong[0]}. Give one from 1 to 65535.")

    @property
    def rules(self) -> Rules:
        """Which addresses may be asked."""
        return Rules(frozenset(self.ports), self.allow_loopback)
