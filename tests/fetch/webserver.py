"""A web server on this machine that does what a test tells it to."""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from headwater.fetch import Fetching

HERE = Path(__file__).parent
LONGEST = 10.0  # seconds after which a slow answer ends by itself
Answer = Callable[[BaseHTTPRequestHandler], None]
PAGE = b"<html><head><title>Ferry halted</title></head><body><h1>Ferry halted</h1><p>The ferry to Lowhaven was halted on Tuesday, the harbour master said. Nobody was hurt in the fog.</p></body></html>"  # noqa: E501


@dataclass
class Web:
    """What the server gives by path, and what it was asked."""

    port: int
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def page(self, path: str, body: bytes = PAGE, **headers: str) -> str:
        """Serve a page; its address."""
        self.answers[path] = answer(200, body, **{"Content_Type": "text/html", **headers})
        return self.url + path

    def gives(self, path: str, status: int, body: bytes = b"", **headers: str) -> str:
        """Serve any answer; its address."""
        self.answers[path] = answer(status, body, **headers)
        return self.url + path


def answer(status: int, body: bytes = b"", **headers: str) -> Answer:
    """An answer with these headers; ``_`` in a name is ``-``."""

    def run(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return run


def drip(head: bytes, drop: bytes, pause: float) -> Answer:
    """An answer that begins with ``head`` and never ends: ``drop`` after ``drop``."""

    def run(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(head)
        end = time.monotonic() + LONGEST
        while time.monotonic() < end:
            handler.wfile.write(drop)
            handler.wfile.flush()
            time.sleep(pause)

    return run


def _handler(web: Web) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self.close_connection = True
            web.asked.append(self.path)
            web.headers.append({name.lower(): value for name, value in self.headers.items()})
            web.times.append(time.monotonic())
            web.at_once += 1
            web.most_at_once = max(web.at_once, web.most_at_once)
            try:
                web.answers.get(self.path, answer(404))(self)
            except OSError:
                return  # the client has gone, as it should from an answer without end
            finally:
                web.at_once -= 1

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as its base class has it
            """Say nothing."""

    return Handler


@contextmanager
def serving(*, tls: bool = False) -> Iterator[Web]:
    """A server on a free port, over TLS with the certificate of ``news.example`` if wished."""
    web = Web(0)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(web))
    server.daemon_threads = True
    if tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(HERE / "news.example.pem")
        server.socket = context.wrap_socket(server.socket, server_side=True)
    web.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield web
    finally:
        server.shutdown()
        server.server_close()


def here(host: str, port: int) -> list[str]:
    """A resolver by which every name is this machine."""
    return ["127.0.0.1"]


def quick(**more: object) -> Fetching:
    """Fetching from this machine without pauses."""
    settings: dict[str, object] = {"allow_loopback": True, "pause": 0.0, "seconds": 5.0, **more}
    return Fetching(**settings)  # type: ignore[arg-type]
