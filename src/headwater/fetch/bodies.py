"""The bytes of an answer, unpacked, and never more of them than one page may have."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from headwater.fetch.failures import failed, too_large

ENCODINGS = "gzip, deflate"
"""What is asked for, and the only packings that are undone."""

_GZIP = b"\x1f\x8b"
_EITHER = 32 + zlib.MAX_WBITS  # gzip or zlib, told by its first bytes
_CUT = "the packed page ends early or is damaged"


def whole_body(chunks: Iterable[bytes], encoding: str, limit: int) -> bytes:
    """All bytes of an answer.

    Args:
        chunks: as they come.
        encoding: the answer's ``Content-Encoding``.
        limit: the most bytes, both as they come and unpacked.

    Raises:
        FetchError: ``fetch_too_large`` as soon as it is, ``fetch_failed`` for
            another packing or a damaged one.
    """
    unpack = _unpacker(encoding, limit)
    body, came = bytearray(), 0
    for chunk in chunks:
        came += len(chunk)
        body += unpack.feed(chunk)
        if max(came, len(body)) > limit:
            raise too_large(limit)
    unpack.end()
    return bytes(body)


class _Plain:
    """An answer that is not packed."""

    def feed(self, chunk: bytes) -> bytes:
        return chunk

    def end(self) -> None:
        """Nothing can be missing: the protocol counts."""


class _Packed(_Plain):
    """gzip (of any number of members) or deflate, with zlib's head or, as some servers send it, without."""

    def __init__(self, limit: int) -> None:
        self._left = limit + 1
        self._stream: zlib._Decompress | None = None
        self._begun = b""

    def feed(self, chunk: bytes) -> bytes:
        if self._stream is None:
            self._begun += chunk
            if len(self._begun) < 2:
                return b""
            chunk, self._begun = self._begun, b""
            self._stream = zlib.decompressobj(_window(chunk))
        try:
            return self._unpacked(self._stream, chunk)
        except zlib.error as error:
            raise failed(f"{_CUT} ({error})") from error

    def _unpacked(self, stream: zlib._Decompress, chunk: bytes) -> bytes:
        made = bytearray()
        while chunk and self._left > 0:
            part = stream.decompress(chunk, self._left)
            made += part
            self._left -= len(part)
            chunk = stream.unconsumed_tail or stream.unused_data
            if stream.eof:
                if not chunk.startswith(_GZIP):
                    break  # what follows the end is padding
                stream = self._stream = zlib.decompressobj(_EITHER)
        return bytes(made)

    def end(self) -> None:
        if self._begun or (self._stream is not None and not self._stream.eof):
            raise failed(_CUT)


def _window(head: bytes) -> int:
    packed = head.startswith(_GZIP) or (head[0] & 15 == 8 and int.from_bytes(head[:2]) % 31 == 0)
    return _EITHER if packed else -zlib.MAX_WBITS


def _unpacker(encoding: str, limit: int) -> _Plain:
    name = encoding.strip().lower()
    if name in ("", "identity"):
        return _Plain()
    if name in ("gzip", "x-gzip", "deflate"):
        return _Packed(limit)
    raise failed(f"the page came packed as {encoding[:40]!r}, which was not asked for")
