"""Exports of press databases, as text or HTML: many articles in one file."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from headwater.intake.bundles.entry import entry_source
from headwater.intake.bundles.factiva import factiva_articles, is_factiva
from headwater.intake.bundles.nexis import is_nexis, nexis_articles, stated_count
from headwater.intake.charset import decode_html
from headwater.intake.marks import BLOCK_TAGS, SKIPPED_TAGS
from headwater.intake.source import Found, Source, SourceProblem
from headwater.intake.tree import parse
from headwater.records import Problem

_TAGS = (b"<html", b"<body", b"<div", b"<table", b"<p>", b"<p ", b"<br")
_CELLS = frozenset({"td", "th", "tr"})
_TODO = "look at the article in the file; export it again, or add it as plain text"


def press_entries(source: Source) -> tuple[Found, ...]:
    """The articles of an export of Nexis or Factiva.

    An article of Factiva goes by its accession number, one of Nexis by outlet,
    date and headline, so that exports that overlap hold it once.
    """
    decoded = decode_html(source.data, source.charset)
    found = tuple(_articles(source, _lines(decoded.text, source.data), nexis=source.kind == "nexis"))
    return (SourceProblem(source.name, decoded.problem), *found) if decoded.problem else found


def word_entries(source: Source) -> tuple[Found, ...]:
    """As :func:`press_entries`, of a Word file; nothing where it is no export but an article by itself."""
    from headwater.intake.docx import word_lines  # noqa: PLC0415 - exports as text need not wait for it

    lines = word_lines(source.data)
    nexis = is_nexis(lines)
    return tuple(_articles(source, lines, nexis=nexis)) if nexis or is_factiva(lines) else ()


def _articles(source: Source, lines: list[str], *, nexis: bool) -> Iterator[Found]:
    number = 0
    for number, article in enumerate((nexis_articles if nexis else factiva_articles)(lines), start=1):
        name = f"{source.name}:{number}"
        if article.paragraphs:
            yield entry_source(article, f"{source.key}:{number}", name, source.given)
        else:
            what = "no text was found in the article"
            yield SourceProblem(name, Problem("export_article_unreadable", what, _TODO))
    stated = stated_count(lines) if nexis else number
    if number == 0 or number < stated:
        what = f"the export speaks of {stated or 'several'} articles; {number} were found"
        yield SourceProblem(source.name, Problem("export_incomplete", what, "export it again"))


def _lines(text: str, data: bytes) -> list[str]:
    """The lines of an export; of an HTML one, those that a browser would set."""
    lower = data[:200_000].lower()
    if not any(tag in lower for tag in _TAGS):
        return [line.strip() for line in text.splitlines()]
    page = parse(text)
    return [] if page is None else _lines_of(page.root)


def _lines_of(root: HtmlElement) -> list[str]:
    lines = [""]
    ends: list[HtmlElement] = []
    for element in root.iter():
        while ends and ends[-1] is not element.getparent():
            _leave(lines, ends.pop())
        ends.append(element)
        tag = str(element.tag)
        if tag in SKIPPED_TAGS or tag == "title":
            continue
        if tag in BLOCK_TAGS or tag in _CELLS or tag == "br":
            lines.append("")
        lines[-1] += _plain(element.text)
    while ends:
        _leave(lines, ends.pop())
    return [" ".join(line.split()) for line in lines]


def _leave(lines: list[str], element: HtmlElement) -> None:
    if str(element.tag) in BLOCK_TAGS or str(element.tag) in _CELLS:
        # A paragraph is set off by a blank line, a forced break is not.
        lines.extend(("", ""))
    lines[-1] += _plain(element.tail)


def _plain(text: str | None) -> str:
    return (text or "").replace("\n", " ").replace("\r", " ")
