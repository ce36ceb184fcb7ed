"""What a source is, by its name's ending and by what stands in it."""

from __future__ import annotations

import json
import re
from pathlib import PurePath
from typing import Literal

Form = Literal["html", "text", "lines"]

BY_ENDING: dict[str, Form] = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".txt": "text",
    ".text": "text",
    ".jsonl": "lines",
    ".ndjson": "lines",
}
_HEAD = 4096
_HTML = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|article|main)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(rb"<(?:html|body|p|div|span|br|h[1-6]|a|article|title|meta)\b[^<>]*>", re.IGNORECASE)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")


def form_of(name: str, data: bytes) -> Form | None:
    """How to read ``data``: by what stands in it, else by the ending of ``name``; ``None`` if neither tells.

    A page saved as ``.txt`` is a page, and a text saved as ``.html`` is a text.
    """
    ending = BY_ENDING.get(PurePath(name).suffix.lower())
    if ending == "lines":
        return "lines"
    if _HTML.match(data[:_HEAD]):
        return "html"
    if ending == "html":
        return "html" if _TAG.search(narrowed(data)) else "text"
    if ending is not None:
        return ending
    return form_of_unnamed(data) if not PurePath(name).suffix else None


def form_of_unnamed(data: bytes) -> Form | None:
    """As :func:`form_of`, for bytes without a name; ``None`` where they are no text."""
    if not is_text(data):
        return None
    if _HTML.match(data[:_HEAD]):
        return "html"
    return "lines" if _all_objects(data) else "text"


def is_text(data: bytes) -> bool:
    """Whether ``data`` can be text: no NUL, unless a mark says that the signs are wide."""
    return data.startswith(_WIDE_MARKS) or b"\0" not in data


def narrowed(data: bytes) -> bytes:
    """``data`` without the NULs of wide signs, so that tags can be looked for."""
    return data.replace(b"\0", b"") if data.startswith(_WIDE_MARKS) else data


def _all_objects(data: bytes) -> bool:
    lines = [line for line in data.split(b"\n") if line.strip()]
    return bool(lines) and all(_is_object(line) for line in lines)


def _is_object(line: bytes) -> bool:
    if not line.lstrip(b"\xef\xbb\xbf \t\r").startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
