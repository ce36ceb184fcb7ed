"""The one place that opens a connection: to a checked address, and within the time that is left.

Why httpcore: it does HTTP/1.1 (by h11) and nothing else. It follows no
redirect, keeps no cookie, unpacks nothing and never looks at the environment
for a proxy, so none of that has to be switched off. And it lets the caller
supply the connections through a documented class, ``NetworkBackend``: here the
checked address is dialled while TLS and the Host header keep the name, and
every read has the time that is left for the whole page, not a time of its own.
httpx and requests would add redirects, cookies and environment on top; urllib3
has no public place to pin an address or to end a slow header.
"""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from queue import Empty, Queue
from typing import Any

import httpcore

from headwater.fetch.failures import timed_out

MOST_ADDRESSES = 4  # of one host that are tried


class Deadline:
    """The time that one page may take, all its redirects and its robots.txt included."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds that are left.

        Raises:
            FetchError: ``fetch_timeout`` where none is.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise timed_out(self.seconds)
        return left

    def wait(self, seconds: float) -> None:
        """Sleep out of politeness, which does not count."""
        if seconds > 0:
            self._end += seconds
            time.sleep(seconds)


class PinnedBackend(httpcore.NetworkBackend):
    """Connects to ``addresses`` in turn, whatever host is asked for; to the host itself without any.

    Args:
        addresses: checked addresses, or ``None`` for a connection to a proxy.
        deadline: when everything must be over.
    """

    def __init__(self, addresses: Sequence[str] | None, deadline: Deadline) -> None:
        self._addresses = addresses
        self._deadline = deadline
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first of the addresses that answers."""
        addresses = (host,) if self._addresses is None else tuple(self._addresses[:MOST_ADDRESSES])
        for number, address in enumerate(addresses):
            last = len(addresses) - number
            try:
                # An equal share for each that is still to try, so that a dead one does not use up all.
                stream = self._plain.connect_tcp(
                    address, port, self._deadline.left() / last, local_address, socket_options
                )
                return _TimedStream(stream, self._deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if last == 1:
                    raise
        raise httpcore.ConnectError("there is no address to connect to")


class _TimedStream(httpcore.NetworkStream):
    """A connection each step of which has only the time that is left."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left())
        return _TimedStream(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - as the class that it follows
        return self._stream.get_extra_info(info)


def system_resolver(host: str, port: int) -> list[str]:
    """The addresses that the system knows for a host, in the order that it prefers.

    Raises:
        OSError: where it knows none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    return [str(address[0]) for *_, address in found]


def within(deadline: Deadline, call: Callable[[], tuple[str, ...]]) -> tuple[str, ...]:
    """What ``call`` gives, in the time that is left: the system's look-up takes none to keep to.

    Raises:
        FetchError: ``fetch_timeout``; the call is then left to end by itself.
    """
    given: Queue[tuple[str, ...] | Exception] = Queue()

    def run() -> None:
        try:
            given.put(call())
        except Exception as error:  # raised again in the thread that waits
            given.put(error)

    threading.Thread(target=run, daemon=True).start()
    try:
        result = given.get(timeout=deadline.left())
    except Empty:
        raise timed_out(deadline.seconds) from None
    if isinstance(result, Exception):
        raise result
    return result
