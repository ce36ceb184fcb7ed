"""WARC files: the pages of a web archive."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Protocol

from headwater.intake.archives.limits import MEMBER, Budget, OverLimitError
from headwater.intake.archives.zips import BROKEN

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_HTML = frozenset({"text/html", "application/xhtml+xml"})
GZIP = b"\x1f\x8b"
_GZIP_BITS = 31  # of zlib: a window of 32 KB with the frame of gzip
_CHUNK = 1 << 16
_CHUNKED = re.compile(rb"[0-9A-Fa-f]{1,8}[ \t]*(?:;[^\r\n]*)?\r\n")


class _Reader(Protocol):
    def read(self, size: int = ..., /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class WebPage:
    """A page as a server gave it.

    Attributes:
        url: its address.
        data: the bytes of the page, content encodings undone.
        charset: as the server stated it.
        cut: why the page is not whole, if it is not.
    """

    url: str
    data: bytes
    charset: str | None = None
    cut: str | None = None


@dataclass(slots=True)
class Tally:
    """What was met beside pages: ``passed`` responses that are none, ``broken`` why reading ended early."""

    passed: int = 0
    broken: str | None = None


def web_pages(stream: BinaryIO, budget: Budget, tally: Tally) -> Iterator[WebPage]:
    """The pages of a WARC file, packed or not: responses with status 200 that are HTML.

    ``WARC-Date`` is the time of capture and says nothing of publication, so it
    is not read. What went wrong is put into ``tally``; nothing is raised.
    """
    # Imported on first need: a pile without web archives need not pay for it.
    from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415

    counted = CountedStream(stream, budget)
    try:
        for record in ArchiveIterator(counted, record_types=WarcRecordType.response):
            budget.count()
            if _is_page(record):
                yield _page(record)
            else:
                tally.passed += 1
    except OverLimitError as error:
        tally.broken = str(error)
    except BROKEN as error:
        tally.broken = _reason(error)
    tally.broken = counted.broken or tally.broken


def _is_page(record: WarcRecord) -> bool:
    http = record.http_headers if record.is_http_parsed else None
    url = record.headers.get("WARC-Target-URI") or ""
    return (
        http is not None
        and http.status_code == 200
        and (record.http_content_type or "").lower() in _HTML
        and url.strip("<> ").lower().startswith(("http://", "https://"))
    )


def _page(record: WarcRecord) -> WebPage:
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    stated = record.content_length
    data, cut = _read(record.reader)
    if cut is None and len(data) < stated:
        cut = f"it ends after {len(data):,} of {stated:,} bytes"
    http = record.http_headers
    for coding in _codings(http.get("Content-Encoding"), http.get("Transfer-Encoding")):
        data, broken = _decoded(data, coding)
        cut = cut or broken
    return WebPage(url, data, record.http_charset, cut)


def _codings(content: str | None, transfer: str | None) -> list[str]:
    """What was done to the bytes, last first."""
    named = [name.strip().lower() for name in f"{content or ''},{transfer or ''}".split(",")]
    return [name for name in reversed(named) if name not in ("", "identity")]


def _decoded(data: bytes, coding: str) -> tuple[bytes, str | None]:
    """``data`` with one coding undone; data that is not so coded (some archives undo it) stays as it is."""
    from fastwarc import stream_io  # noqa: PLC0415 - as above

    readers: dict[str, Callable[[BinaryIO], _Reader]] = {
        "gzip": stream_io.GzipReader,
        "x-gzip": stream_io.GzipReader,
        "br": stream_io.BrotliReader,
        "chunked": stream_io.ChunkedReader,
    }
    if coding not in readers:
        return b"", f"it is packed as {coding[:20]!r}, which is not read"
    is_gzip = data.startswith(GZIP)
    if (coding.endswith("gzip") and not is_gzip) or (coding == "chunked" and not _CHUNKED.match(data)):
        return data, None
    return _read(readers[coding](io.BytesIO(data)))


def _read(reader: _Reader) -> tuple[bytes, str | None]:
    """All bytes of ``reader``, or why there are not all of them."""
    chunks, size = [], 0
    try:
        while size <= MEMBER and (chunk := reader.read(1 << 16)):
            chunks.append(chunk)
            size += len(chunk)
    except BROKEN as error:
        return b"".join(chunks), _reason(error)
    if size > MEMBER:
        return b"", f"it has more than {MEMBER // 1_000_000} MB"
    return b"".join(chunks), None


def _reason(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__


class CountedStream:
    """A stream, unpacked where it is packed, that ends where the budget does.

    Attributes:
        broken: why it ended early, once it has.
    """

    def __init__(self, stream: BinaryIO, budget: Budget) -> None:
        self.broken: str | None = None
        self._stream = stream
        self._budget = budget
        self._head: bytes | None = None
        self._packed = False
        self._inflate = zlib.decompressobj(_GZIP_BITS)
        self._opened = False
        self._at = 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes, at most 64 KB; none at the end."""
        if self.broken is not None:
            return b""
        try:
            if self._head is None:
                self._head = self._stream.read(len(GZIP))
                self._packed = self._head == GZIP
            wanted = size if 0 < size < _CHUNK else _CHUNK
            data = self._inflated(wanted) if self._packed else self._raw(wanted)
            self._budget.take(len(data))
        except OverLimitError as error:
            self.broken, data = str(error), b""
        except BROKEN as error:
            self.broken, data = _reason(error), b""
        self._at += len(data)
        return data

    def _raw(self, size: int) -> bytes:
        if not self._head:
            return self._stream.read(size)
        head, self._head = self._head[:size], self._head[size:]
        return head

    def _inflated(self, size: int) -> bytes:
        """The next unpacked bytes; a file may be one packed whole or a row of packed records."""
        while True:
            packed = self._inflate.unconsumed_tail or self._inflate.unused_data or self._raw(_CHUNK)
            if self._inflate.eof:
                self._inflate = zlib.decompressobj(_GZIP_BITS)
                self._opened = False
            if not packed:
                if self._opened:
                    self.broken = "it is cut off in the middle of a record"
                return b""
            self._opened = True
            data = self._inflate.decompress(packed, size)
            if data:
                return data

    def tell(self) -> int:
        """How many bytes were read."""
        return self._at

    def seek(self, offset: int, whence: int = 0) -> int:
        """Not possible: the stream is read once."""
        raise OSError("this stream is read once, from its start")

    def close(self) -> None:
        """Nothing: the caller closes what it opened."""
