"""PDF: the text layer of its pages, without running heads and feet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from headwater.intake.compose import Piece, compose
from headwater.intake.furniture import dropped_problem, letters
from headwater.intake.given import Given
from headwater.intake.intake import Intake
from headwater.intake.metadata import visible_byline
from headwater.intake.pdflines import Line, paragraphs, without_running
from headwater.intake.result import intake_of
from headwater.intake.source import Source
from headwater.records import Problem
from headwater.records.vocabulary import HintKind

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

MAX_PAGES = 2000
"""Pages that are read: more than any issue of a paper, and a minute of reading at most."""

_OPENING = 6  # paragraphs in which the byline is looked for
_HEADLINE = 300  # code points; a longer first paragraph is text
_NAMED = 10  # pages that a problem names
_ENDING_HYPHEN = (0x02, 0xFFFE)  # what PDFium gives for a hyphen at a line's end, in place of the break


def read_pdf(source: Source) -> Intake:
    """The document of a PDF: its text layer, lines joined to paragraphs.

    Title and author in the file's properties are taken only where its first
    page shows them, since programs fill them with anything; the date there is
    that of the file.
    """
    # Imported on first need: a pile without PDF need not pay for it.
    import pypdfium2  # noqa: PLC0415

    try:
        document = pypdfium2.PdfDocument(source.data)
    except pypdfium2.PdfiumError as error:
        return Intake(source, (), (_unopened(str(error)),))
    try:
        pages = [list(_lines(document, number)) for number in range(min(len(document), MAX_PAGES))]
        stated = document.get_metadata_dict(skip_empty=True)
        problems = [_silent(pages), _too_many(len(document))]
    finally:
        document.close()
    kept, dropped = without_running(pages)
    if not any(kept):
        return Intake(source, (), tuple(p for p in problems if p))
    pieces = list(_pieces(paragraphs(kept), stated.get("Title")))
    text, hints = compose(pieces)
    headline = pieces[0].text if pieces[0].kind == "headline" else None
    byline = next((p.text for p in pieces if p.kind == "byline"), None)
    author = visible_byline(byline) if byline else _shown(stated.get("Author"), pieces)
    facts = Given(author=author, title=headline)
    return intake_of(source, text, hints, facts, [*problems, dropped_problem(dropped)])


def _lines(document: PdfDocument, number: int) -> Iterator[Line]:
    """The lines of one page; none of a page that PDFium cannot open."""
    import pypdfium2  # noqa: PLC0415 - as above

    try:
        page = document[number]
        try:
            text = page.get_textpage()
            height = page.get_height()
            yield from _page_lines(text, height)
            text.close()
        finally:
            page.close()
    except pypdfium2.PdfiumError:
        return


def _page_lines(page: PdfTextPage, height: float) -> Iterator[Line]:
    from pypdfium2 import raw  # noqa: PLC0415 - as above

    signs: list[str] = []
    held: list[int] = []
    for at in range(page.count_chars()):
        code = raw.FPDFText_GetUnicode(page, at)
        if code in _ENDING_HYPHEN:
            signs.append("-")
            held.append(at)
        if code in (0x0A, 0x0D, *_ENDING_HYPHEN):
            if line := _line(page, signs, held, height):
                yield line
            signs, held = [], []
        elif code:
            signs.append(chr(code))
            held.append(at)
    if line := _line(page, signs, held, height):
        yield line


def _line(page: PdfTextPage, signs: list[str], held: list[int], height: float) -> Line | None:
    words = " ".join("".join(signs).encode("utf-16", "surrogatepass").decode("utf-16", "replace").split())
    inked = [at for at, sign in zip(held, signs, strict=True) if not sign.isspace()]
    if not words or not inked:
        return None
    left, bottom, _, top = page.get_charbox(inked[0], loose=True)
    _, _, right, _ = page.get_charbox(inked[-1], loose=True)
    return Line(words, left, right, top, bottom, height)


def _pieces(texts: list[tuple[str, bool]], title: str | None) -> Iterator[Piece]:
    """Paragraphs with what they are; ``texts`` says of each whether it is set larger than the rest."""
    wanted = letters(title or "")
    for at, (text, large) in enumerate(texts):
        kind: HintKind = "paragraph"
        if at == 0 and len(text) <= _HEADLINE and (large or (wanted and letters(text) in wanted)):
            kind = "headline"
        elif large and len(text) <= _HEADLINE:
            kind = "heading"
        elif at < _OPENING and len(text) < 200 and visible_byline(text):
            kind = "byline"
        yield Piece(text, kind)


def _shown(author: str | None, pieces: list[Piece]) -> str | None:
    name = letters(author or "")
    return author if name and any(name in letters(p.text) for p in pieces[:_OPENING]) else None


def _silent(pages: list[list[Line]]) -> Problem | None:
    """A problem that names the pages without words."""
    silent = [n for n, lines in enumerate(pages, start=1) if not lines]
    if not silent:
        return None
    named = ", ".join(map(str, silent[:_NAMED])) + (" ..." if len(silent) > _NAMED else "")
    what = f"pages without a text layer, most likely scans or pictures: {named} (of {len(pages)})"
    todo = "run the file through text recognition (such as OCRmyPDF) and add the result"
    return Problem("pdf_page_without_text", what, todo)


def _too_many(pages: int) -> Problem | None:
    if pages <= MAX_PAGES:
        return None
    what = f"the file has {pages:,} pages; the first {MAX_PAGES:,} were read"
    return Problem("pdf_too_long", what, "cut it into its articles")


def _unopened(reason: str) -> Problem:
    if "password" in reason.lower():
        return Problem("pdf_locked", "the file is locked with a password", "save it without one")
    what = f"the file cannot be opened: {reason[:200]}"
    return Problem("pdf_unreadable", what, "print it into a new PDF, or add its text as plain text")
