"""Small files that no reader gets through in reasonable time or memory."""

from __future__ import annotations

import gzip
import struct
import zipfile
from pathlib import Path

EMPTY = gzip.compress(b"", mtime=0)
_ENTRY = struct.Struct("<4s4B4HL2L5H2L")  # of a ZIP file's directory (APPNOTE 4.3.12)


def spinning_zip(path: Path, before: dict[str, str], after: dict[str, str], megabytes: int = 60) -> None:
    """A ZIP with a web archive of millions of packed records that hold nothing, between other members.

    Nothing comes out of them that could be counted.
    """
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, text in before.items():
            archive.writestr(name, text)
        with archive.open("pages.warc.gz", "w") as file:
            for _ in range(megabytes):
                file.write(EMPTY * (1_000_000 // len(EMPTY)))
        for name, text in after.items():
            archive.writestr(name, text)


def filling_zip(path: Path, entries: int) -> None:
    """A ZIP that is all directory, 47 bytes an entry: it is read at once, and takes ten times its size."""
    entry = _ENTRY.pack(b"PK\1\2", 20, 0, 20, 0, *[0] * 7, 1, *[0] * 6) + b"a"
    size = entries * len(entry)
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, size, 0, 0)
    path.write_bytes(entry * entries + end)


def spinning_feed(categories: int) -> bytes:
    """A feed with an entry in so many categories, each of which is compared with all before it."""
    named = "".join(f"<category>c{number}</category>" for number in range(categories))
    entry = f"<item><title>Ferry</title><link>https://news.example/a</link>{named}</item>"
    return f'<rss version="2.0"><channel><title>Post</title>{entry}</channel></rss>'.encode()
