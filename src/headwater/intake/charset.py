"""Bytes to text: byte order mark, then what the source declares, then a guess."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from headwater.intake.words import word_set
from headwater.records import Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The standard looks for the declaration in the first 1,024 bytes; pages exceed it.
_HEAD_BYTES = 4096
_META = re.compile(rb"""<meta[^>]{0,400}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
# Codecs of Python that no page is in; the time of the first grows with the square of the length.
_NO_PAGE = frozenset({"punycode", "idna", "undefined", "unicode_escape", "raw-unicode-escape"})
# Browsers read these labels as windows-1252 (WHATWG Encoding, section 4.2).
_WINDOWS_1252 = frozenset({"ascii", "iso8859-1", "cp1252"})
# 0x81 and its like have no sign in windows-1252; browsers map them to the C1 control of that number.
_UNDEFINED_1252 = {value: chr(value) for value in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
# Below this many bytes a guess at a legacy encoding is no better than windows-1252.
_GUESS_BYTES = 200_000
# Code pages of Latin letters differ in a few signs, and the guess among them errs even on plain
# French. Where the guess is one of them, windows-1252 is taken, as browsers do.
_LATIN = (
    "cp125",
    "latin",
    "iso8859",
    "mac_",
    "cp437",
    "cp85",
    "cp775",
    "cp86",
    "hp_roman",
    "cp500",
    "cp1026",
)
_NOT_LATIN = word_set(
    "cp1251 cp1253 cp1255 cp1256 iso8859_5 iso8859_6 iso8859_7 iso8859_8 iso8859_11 mac_cyrillic mac_greek"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded text, the name of its encoding, and a problem where it had to be guessed."""

    text: str
    encoding: str
    problem: Problem | None = None


def decode_html(data: bytes, charset: str | None = None) -> Decoded:
    """Decode a page: byte order mark, then ``charset``, declared charset, UTF-8, then a guess.

    Args:
        data: the page.
        charset: what came with it, as in a header of HTTP.
    """
    marked = _by_mark(data)
    if marked is not None:
        return marked
    for name in filter(None, (_codec(charset), _declared(data))):
        decoded = _try(data, name)
        if decoded is not None:
            return decoded
    return decode_text(data)


def decode_text(data: bytes, charset: str | None = None) -> Decoded:
    """Decode plain text: byte order mark, ``charset``, UTF-8, then a guess (problem ``charset_guessed``).

    Line ends and every other sign stay as they are; only the byte order mark is left out.
    """
    name = _codec(charset)
    stated = _try(data, name) if name else None
    return _by_mark(data) or stated or _try(data, "utf-8") or _guessed(data)


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _try(data[len(mark) :], encoding)
    return None


def _codec(label: str | None) -> str | None:
    """The name of an encoding; ``None`` for none, and for those of Python that no page is in."""
    if not label or not label.isascii() or "\0" in label:
        return None
    try:
        name = codecs.lookup(label.strip(" '\"")).name
    except LookupError:
        return None
    return None if name in _NO_PAGE else name


def _declared(data: bytes) -> str | None:
    head = data[:_HEAD_BYTES]
    match = _META.search(head) or _XML.search(head)
    if match is None:
        return None
    name = _codec(match[1].decode("ascii"))
    if name is None:
        return None
    # A declaration that can be read as ASCII cannot be UTF-16 (WHATWG HTML, 13.2.3.2).
    return "utf-8" if name.startswith(("utf-16", "utf-32")) else name


def _try(data: bytes, encoding: str) -> Decoded | None:
    if encoding in _WINDOWS_1252:
        return _windows_1252(data)
    try:
        return Decoded(data.decode(encoding), encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _windows_1252(data: bytes) -> Decoded:
    """Read as browsers do; a page that is really UTF-8 under this label is read as UTF-8."""
    if not data.isascii():
        try:
            return Decoded(data.decode("utf-8"), "utf-8")
        except UnicodeDecodeError:
            pass
    try:
        return Decoded(data.decode("cp1252"), "cp1252")
    except UnicodeDecodeError:
        text = "".join(_UNDEFINED_1252.get(b) or bytes((b,)).decode("cp1252") for b in data)
        return Decoded(text, "cp1252")


def _guessed(data: bytes) -> Decoded:
    best = from_bytes(data[:_GUESS_BYTES]).best()
    encoding = best.encoding if best is not None else "cp1252"
    if encoding.startswith(_LATIN) and encoding not in _NOT_LATIN:
        return Decoded(_windows_1252(data).text, "cp1252", _guess_problem("cp1252", 0))
    text = data.decode(encoding, errors="replace")
    return Decoded(text, encoding, _guess_problem(encoding, text.count("\ufffd")))


def _guess_problem(encoding: str, lost: int) -> Problem:
    what = f"the source does not say how its letters are coded; it was read as {encoding}"
    if lost:
        what += f", and {lost} signs could not be read"
    todo = "look at the accented letters and quotation marks; if they are wrong, save the source as UTF-8"
    return Problem("charset_guessed", what, todo)
