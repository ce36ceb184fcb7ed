"""Mail and what is built like it: newsletters, and pages that a browser saved as MHTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr

from headwater.intake.given import Given
from headwater.intake.html import read_html
from headwater.intake.intake import Intake
from headwater.intake.moments import stated_moment
from headwater.intake.plain import read_text
from headwater.intake.source import Source
from headwater.records import Problem

# "Hedda Corl from The Harbour Post", as newsletters sign.
_PERSON_AT = re.compile(r"(.{2,60}?)\s+(?:from|at|@|via)\s+(.{2,80})", re.IGNORECASE)
_LIST_HEADERS = ("List-Id", "List-Unsubscribe", "List-Post")
_FORWARDED = re.compile(r"^\s*(?:fwd?|re|aw|wg)\s*:\s*", re.IGNORECASE)
# The standard library follows parts into each other without end; real mail has some five levels.
_MAX_PARTS = 1000
_TEXT_KINDS = ("text/html", "text/plain")
_EMPTY = Problem("mail_without_text", "the mail has no part that is text", "look at what is attached to it")
_NO_PAGE = Problem(
    "page_without_article", "the file holds no page", "open it in a browser and save it as HTML"
)


def read_mail(source: Source) -> Intake:
    """The document of a mail: its page where it has one, else its text.

    The headers state title (``Subject``), date (``Date``, as sent), and author
    or outlet (``From``): a mailing list or newsletter names its outlet there,
    a person their own name.
    """
    message = message_from_bytes(source.data)
    parts = list(_parts(message))
    bodies = [part for part in parts if part.get_content_type() in _TEXT_KINDS and not _attached(part)]
    body = _best(bodies)
    noted = _attachments(parts)
    if body is None:
        return Intake(source, (), (*noted, _EMPTY))
    intake = _read_part(source, body, _headers(message))
    return replace(intake, problems=(*noted, *intake.problems))


def read_mhtml(source: Source) -> Intake:
    """The document of a page that a browser saved as MHTML; its address is the one stated there.

    ``Date`` is when the page was saved and says nothing of publication.
    """
    message = message_from_bytes(source.data)
    address = _header(message, "Snapshot-Content-Location")
    pages = [p for p in _parts(message) if p.get_content_type() in ("text/html", "application/xhtml+xml")]
    page = next((p for p in pages if address and _header(p, "Content-Location") == address), None)
    page = page or next(iter(pages), None)
    if page is None:
        return Intake(source, (), (_NO_PAGE,))
    address = address or _header(page, "Content-Location")
    is_web = address is not None and address.lower().startswith(("http://", "https://"))
    return _read_part(source, page, Given(url=address if is_web else None))


def _read_part(source: Source, part: Message, stated: Given) -> Intake:
    """Read one part as a page or text; the document keeps the digest of the whole source."""
    data = part.get_payload(decode=True)
    data = data if isinstance(data, bytes) else b""
    stated = source.stated.over(stated)
    inner = replace(source, data=data, stated=stated, charset=_charset(part))
    intake = read_text(inner) if part.get_content_type() == "text/plain" else read_html(inner)
    documents = tuple(replace(d, sha256=source.sha256) for d in intake.documents)
    return Intake(source, documents, intake.problems)


def _charset(part: Message) -> str | None:
    try:
        return part.get_content_charset()
    except (LookupError, ValueError, TypeError):
        return None


def _parts(message: Message) -> Iterator[Message]:
    """The parts of a message that hold something, in order; mails within a mail are not opened."""
    waiting, count = [message], 0
    while waiting and count < _MAX_PARTS:
        part = waiting.pop()
        count += 1
        held = part.get_payload()
        if part.get_content_type() == "message/rfc822" and part is not message:
            yield part
        elif isinstance(held, list):
            waiting.extend(p for p in reversed(held) if isinstance(p, Message))
        else:
            yield part


def _attached(part: Message) -> bool:
    return (_header(part, "Content-Disposition") or "").lower().startswith("attachment")


def _best(bodies: list[Message]) -> Message | None:
    """The part to read: the longest page, else the longest text."""
    for kind in _TEXT_KINDS:
        held = [part for part in bodies if part.get_content_type() == kind]
        if held:
            return max(held, key=lambda part: len(part.get_payload(decode=True) or b""))
    return None


def _attachments(parts: list[Message]) -> tuple[Problem, ...]:
    held = (p for p in parts if _attached(p) or p.get_content_type() == "message/rfc822")
    names = [_filename(part) for part in held]
    if not names:
        return ()
    what = f"files in the mail that were not read: {', '.join(names[:5])}"
    return (Problem("mail_attachment", what, "save them and add them as sources of their own"),)


def _filename(part: Message) -> str:
    try:
        return (part.get_filename() or part.get_content_type())[:80]
    except (LookupError, ValueError, TypeError):
        return part.get_content_type()


def _headers(message: Message) -> Given:
    """What the headers state of the mail."""
    name = parseaddr(_header(message, "From") or "")[0].strip(" \"'")
    author, outlet = _sender(name, is_list=any(message.get(h) for h in _LIST_HEADERS))
    title = _FORWARDED.sub("", _header(message, "Subject") or "").strip()
    return Given(outlet, author, stated_moment(_header(message, "Date") or ""), title or None)


def _sender(name: str, *, is_list: bool) -> tuple[str | None, str | None]:
    """Author and outlet in the name of a sender."""
    match = _PERSON_AT.fullmatch(name)
    if match:
        return match[1], match[2]
    if not name or "@" in name:
        return None, None
    return (None, name) if is_list else (name, None)


def _header(message: Message, name: str) -> str | None:
    """A header as plain words; ``None`` where it is missing. A broken one is taken as it stands."""
    try:
        raw = str(message.get(name) or "")
    except (HeaderParseError, ValueError, LookupError):
        return None
    try:
        words = str(make_header(decode_header(raw)))
    except (HeaderParseError, ValueError, LookupError):
        words = raw
    words = " ".join(words.encode("utf-8", "replace").decode("utf-8").split())
    return words or None
