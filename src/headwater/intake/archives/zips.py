"""ZIP files: their members one by one, in memory."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from headwater.intake.archives.limits import MEMBERS, Budget, OverLimitError, check_member

_CHUNK = 1 << 16
_END = struct.Struct("<4s4H2LH")  # end of central directory (APPNOTE 4.3.16)
_END_64 = struct.Struct("<4sQ2H2L4Q")  # the same with long numbers (APPNOTE 4.3.14)
_LOCATOR = struct.Struct("<4sLQL")
# Bytes of an entry in the directory: 46, and a long name. The whole directory is read at once.
_DIRECTORY = MEMBERS * 512
_ENCRYPTED = 0x1
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,
    struct.error,
    IndexError,
)
"""What the readers of ZIP and its ways of packing raise at broken bytes."""


class BrokenArchiveError(Exception):
    """An archive or member that cannot be unpacked; the message says why."""


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a ZIP file, not yet unpacked; ``name`` is as the archive has it, and names no file."""

    archive: zipfile.ZipFile
    info: zipfile.ZipInfo
    name: str


def zip_members(stream: BinaryIO) -> Iterator[Member]:
    """The members of a ZIP file that are files, in its own order.

    Raises:
        BrokenArchiveError: where the archive's directory cannot be read.
        OverLimitError: where that directory is too large to be one.
    """
    try:
        _check_directory(stream)
        archive = zipfile.ZipFile(stream)
    except BROKEN as error:
        raise BrokenArchiveError(_reason(error)) from error
    for info in archive.infolist():
        if not info.filename.endswith("/"):
            yield Member(archive, info, info.filename)


def unpack(member: Member, budget: Budget) -> bytes:
    """The bytes of a member, counted as they come.

    Raises:
        BrokenArchiveError: if it is encrypted or broken.
        OverLimitError: if it, or the archive with it, is too large.
    """
    if member.info.flag_bits & _ENCRYPTED:
        raise BrokenArchiveError("it is locked with a password")
    chunks, size = [], 0
    try:
        with member.archive.open(member.info) as file:
            while chunk := file.read(_CHUNK):
                size += len(chunk)
                budget.take(len(chunk))
                check_member(size, member.info.compress_size)
                chunks.append(chunk)
    except BROKEN as error:
        raise BrokenArchiveError(_reason(error)) from error
    return b"".join(chunks)


def open_member(member: Member) -> BinaryIO:
    """A member as a stream, for archives within that are read as they come; the caller counts.

    Raises:
        BrokenArchiveError: if it is encrypted or broken.
    """
    if member.info.flag_bits & _ENCRYPTED:
        raise BrokenArchiveError("it is locked with a password")
    try:
        return member.archive.open(member.info)  # type: ignore[return-value] # readable, as is needed
    except BROKEN as error:
        raise BrokenArchiveError(_reason(error)) from error


def _check_directory(stream: BinaryIO) -> None:
    """Look at the stated size of the directory before it is read into memory."""
    size = stream.seek(0, 2)
    stream.seek(max(0, size - _END.size - 0xFFFF))
    tail = stream.read()
    stream.seek(0)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < _END.size:
        return  # no archive, as its reader will say
    stated = _END.unpack_from(tail, at)[5]
    if stated == 0xFFFFFFFF:
        stated = _long_size(stream, tail, at)
    if stated > _DIRECTORY:
        raise OverLimitError(f"it has more than {MEMBERS:,} members", whole=True)


def _long_size(stream: BinaryIO, tail: bytes, at: int) -> int:
    if at < _LOCATOR.size:
        return 0
    offset = _LOCATOR.unpack_from(tail, at - _LOCATOR.size)[2]
    stream.seek(offset)
    record = stream.read(_END_64.size)
    stream.seek(0)
    return int(_END_64.unpack(record)[8]) if len(record) == _END_64.size else 0


def _reason(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
