"""DOCX: the text of a Word file, with the styles of its paragraphs as marks."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from lxml import etree

from headwater.intake.archives.limits import Budget, OverLimitError
from headwater.intake.archives.zips import BrokenArchiveError, Member, unpack, zip_members
from headwater.intake.blocks import tidy
from headwater.intake.compose import Piece, compose
from headwater.intake.furniture import dropped_problem
from headwater.intake.given import Given
from headwater.intake.intake import Intake
from headwater.intake.metadata import visible_byline
from headwater.intake.result import intake_of
from headwater.intake.source import Source
from headwater.intake.xml import parse_xml
from headwater.records import Problem
from headwater.records.vocabulary import HintKind

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_BODY, _STYLES = "word/document.xml", "word/styles.xml"
_BESIDE = re.compile(r"word/(?:header|footer|footnotes|endnotes|comments)\d*\.xml")
# What stands in a paragraph and is no text of it: deleted or moved words, field codes, the copy of a
# drawing for older programs.
_SKIPPED = frozenset(
    {f"{_W}del", f"{_W}moveFrom", f"{_W}instrText"}
    | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
)
_SIGNS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_KINDS: tuple[tuple[re.Pattern[str], HintKind], ...] = (
    (re.compile(r"title"), "headline"),
    (re.compile(r"subtitle"), "dek"),
    (re.compile(r"heading [1-9]"), "heading"),
    (re.compile(r"(?:intense )?quote|block ?text"), "blockquote"),
    (re.compile(r"list\b.*"), "list_item"),
    (re.compile(r"caption"), "caption"),
)
_OPENING = 6  # paragraphs in which headline and byline are looked for
_TODO = "open it in Word or LibreOffice and save it again as DOCX or plain text"


def read_docx(source: Source) -> Intake:
    """The document of a Word file: its body, as it would be printed.

    The name in the file's properties is that of a program's user, and its dates
    are those of writing and saving, so neither is taken for author or date.
    """
    try:
        parts = _unpacked(source.data)
    except (BrokenArchiveError, OverLimitError) as error:
        what = f"the file cannot be unpacked: {error}"
        return Intake(source, (), (Problem("archive_unreadable", what, _TODO),))
    body = _body(parts)
    if body is None:
        what = "the file holds no text that Word would open"
        return Intake(source, (), (Problem("archive_unreadable", what, _TODO),))
    pieces = _titled(list(_pieces(body, _style_names(parts.get(_STYLES, b"")))))
    text, hints = compose(pieces)
    headline = next((p.text for p in pieces if p.kind == "headline"), None)
    byline = next((visible_byline(p.text) for p in pieces if p.kind == "byline"), None)
    dropped = [line for name in sorted(parts) if _BESIDE.fullmatch(name) for line in _lines(parts[name])]
    return intake_of(source, text, hints, Given(author=byline, title=headline), [dropped_problem(dropped)])


def word_lines(data: bytes) -> list[str]:
    """The lines of a Word file's body, blank ones between its paragraphs; none where it cannot be opened."""
    try:
        body = _body(_unpacked(data))
    except (BrokenArchiveError, OverLimitError):
        return []
    pieces = _pieces(body, {}) if body is not None else ()
    return [line for piece in pieces for line in (*map(str.strip, piece.text.split("\n")), "")]


def _body(parts: dict[str, bytes]) -> etree._Element | None:
    return parse_xml(parts.get(_BODY, b"").replace(_STRICT, _W[1:-1].encode()))


def _unpacked(data: bytes) -> dict[str, bytes]:
    budget = Budget(len(data))
    return {m.name: unpack(m, budget) for m in zip_members(io.BytesIO(data)) if _is_wanted(m)}


def _is_wanted(member: Member) -> bool:
    return member.name in (_BODY, _STYLES) or _BESIDE.fullmatch(member.name) is not None


def _style_names(data: bytes) -> dict[str, str]:
    """English names of styles by their id, which is in the language of the program."""
    root = parse_xml(data)
    if root is None:
        return {}
    named = ((s.get(f"{_W}styleId"), s.find(f"{_W}name")) for s in root.iter(f"{_W}style"))
    return {str(key): str(name.get(f"{_W}val")).lower() for key, name in named if key and name is not None}


def _pieces(body: etree._Element, styles: dict[str, str]) -> Iterator[Piece]:
    group = 0
    for paragraph in body.iter(f"{_W}p"):
        text = tidy("".join(_texts(paragraph)))
        if not text or any(a.tag in _SKIPPED for a in paragraph.iterancestors()):
            continue
        kind = _kind(paragraph, styles)
        group += kind != "blockquote"
        yield Piece(text, kind, group=group + 1 if kind == "blockquote" else 0)


def _kind(paragraph: etree._Element, styles: dict[str, str]) -> HintKind:
    properties = paragraph.find(f"{_W}pPr")
    if properties is None:
        return "paragraph"
    style = properties.find(f"{_W}pStyle")
    key = str(style.get(f"{_W}val")) if style is not None else ""
    name = styles.get(key, key.lower())
    found = next((kind for pattern, kind in _KINDS if pattern.fullmatch(name)), None)
    if found not in (None, "list_item"):
        return found or "paragraph"
    return "list_item" if properties.find(f"{_W}numPr") is not None else "paragraph"


def _texts(paragraph: etree._Element) -> Iterator[str]:
    """The text of a paragraph without that of paragraphs within it (text boxes), which stand on their own."""
    events = etree.iterwalk(paragraph, events=("start",))
    for _, element in events:
        if element.tag in _SKIPPED or (element.tag == f"{_W}p" and element is not paragraph):
            events.skip_subtree()
        elif element.tag == f"{_W}t":
            yield element.text or ""
        else:
            yield _SIGNS.get(str(element.tag), "")


def _titled(pieces: list[Piece]) -> list[Piece]:
    """The first title or heading at the start is the headline, a line "By ..." below it the byline."""
    head = next((i for i, p in enumerate(pieces[:_OPENING]) if p.kind in ("headline", "heading")), None)
    titled = []
    for at, piece in enumerate(pieces):
        kind = piece.kind
        if at == head:
            kind = "headline"
        elif kind == "headline":
            kind = "heading"
        elif at < _OPENING and kind == "paragraph" and len(piece.text) < 200 and visible_byline(piece.text):
            kind = "byline"
        titled.append(Piece(piece.text, kind, piece.label, piece.group))
    return titled


def _lines(data: bytes) -> Iterator[str]:
    root = parse_xml(data)
    if root is not None:
        texts = (tidy("".join(_texts(p))) for p in root.iter(f"{_W}p"))
        yield from (text for text in texts if text)
