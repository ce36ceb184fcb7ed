"""A page becomes a document: its article's text, with what the page's marks said of each stretch."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree
from lxml.html import HtmlElement

from headwater.intake.blocks import Blocks, blocks_of
from headwater.intake.charset import decode_html
from headwater.intake.compose import compose, pieces_of, shown_headline
from headwater.intake.dates import inferred_date
from headwater.intake.furniture import doubled_problem, dropped_problem, letters
from headwater.intake.given import Given
from headwater.intake.intake import Intake, document_problems
from headwater.intake.language import language_of
from headwater.intake.marks import SKIPPED_TAGS
from headwater.intake.metadata import PageFacts, outlet_in_window, page_facts, visible_byline, without_outlet
from headwater.intake.select import Selection, select
from headwater.intake.source import Source
from headwater.intake.tree import parse
from headwater.records import Document, Hint, Problem, document_id

_EMPTY = Problem(
    "page_without_article",
    "no article was found on the page",
    "open it in a browser, copy the article, and add it as a plain text file",
)


def read_html(source: Source) -> Intake:
    """The document of a page.

    ``text`` is the headline, then the article's blocks joined by a blank line,
    then the readers' comments; every block has a hint. What was left out is
    named in a problem.
    """
    decoded = decode_html(source.data, source.charset)
    page = parse(decoded.text)
    if page is None:
        return Intake(source, (), (_EMPTY,))
    facts = page_facts(page.root)
    etree.strip_elements(page.root, *(SKIPPED_TAGS - {"head"}), with_tail=False)
    blocks = blocks_of(page.root)
    selection = select(page.root, blocks)
    known = source.given.over(replace(source.stated, url=None))
    facts, inferred = _completed(
        facts, selection, blocks, page.root, source.given.over(source.stated).over(source.hints)
    )
    title = known.title or facts.title or source.hints.title
    text, hints = compose(pieces_of(selection, blocks.cites, title, facts.byline))
    problems = [decoded.problem, page.problem, *facts.problems, inferred, *_problems(selection)]
    if not (selection.article or selection.comments):
        return Intake(source, (), tuple(p for p in (*problems, _EMPTY) if p))
    document = _document(source, facts, text, hints)
    return Intake(source, (document,), tuple(p for p in (*problems, *document_problems(document)) if p))


def _completed(
    facts: PageFacts, selection: Selection, blocks: Blocks, root: HtmlElement, given: Given
) -> tuple[PageFacts, Problem | None]:
    """The page's statements, completed by what its visible lines say."""
    head = shown_headline(selection.article, facts.title or facts.window)
    headline = head.text if head is not None else None
    shown = "\n".join(b.text for b in blocks.rows)
    names = (visible_byline(line) for line in (*selection.stamps, *_bylines(selection)))
    published, problem = facts.published, None
    if published is None and given.published is None:
        published, problem = inferred_date(selection.stamps, root, facts.url or given.url)
    outlet = facts.outlet or outlet_in_window(facts.window, facts.title or headline, shown)
    completed = replace(
        facts,
        outlet=outlet,
        title=_better_title(facts, headline)
        or (without_outlet(facts.window, outlet) if facts.window else None),
        byline=facts.byline or next((n for n in names if n), None),
        published=published,
    )
    return completed, problem


def _bylines(selection: Selection) -> list[str]:
    marked = (b.text for b in selection.article if b.role == "byline")
    return [text if text.lower().startswith(("by ", "by:")) else f"By {text}" for text in marked]


def _better_title(facts: PageFacts, headline: str | None) -> str | None:
    """The stated title; the shown headline where the stated one is that with the outlet's name behind it."""
    if headline and (facts.title is None or letters(facts.title).startswith(letters(headline))):
        return headline
    return facts.title


def _problems(selection: Selection) -> tuple[Problem | None, ...]:
    dropped, doubled = list(selection.dropped), list(selection.doubled)
    return selection.problem, dropped_problem(dropped), doubled_problem(doubled)


def _document(source: Source, facts: PageFacts, text: str, hints: tuple[Hint, ...]) -> Document:
    stated = Given(facts.outlet, facts.byline, facts.published, facts.title, facts.url)
    known = (
        source.given.over(replace(source.stated, url=facts.url or source.stated.url))
        .over(stated)
        .over(source.hints)
    )
    key = facts.url or source.given.url or source.stated.url or source.key
    headline = next((h.span.of(text) for h in hints if h.kind == "headline"), None)
    return Document(
        id=document_id(key, text),
        source=source.name,
        source_key=key,
        text=text,
        url=known.url,
        outlet=known.outlet,
        title=known.title or headline,
        byline=known.author,
        published=known.published,
        language=language_of(text, facts.language),
        given=source.given.names(),
        hints=hints,
        sha256=source.sha256,
    )
