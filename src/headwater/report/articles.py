"""Readings become the articles of the page."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from textwrap import shorten

from headwater.records import Document, Part, Reading, Span
from headwater.report.paint import painted, paragraphs
from headwater.report.safe import web_address
from headwater.report.statements import statements_of
from headwater.report.view import Article, Block, Fact, Passage, Piece, Standing, Statement
from headwater.report.words import (
    FIELDS,
    STANCES,
    around_figure,
    basis_of_time,
    day,
    forecast_by,
    meaning_of_figure,
    meaning_of_time,
    tie_of_figure,
)

BEGINNING = 70
"""Code points of a text that stand for its title: one line of the list of documents."""

Placed = tuple[Part, Block]


def in_order_of_day(readings: Sequence[Reading]) -> list[Reading]:
    """The readings by day of publication, those without a date last; source and id break ties."""
    return sorted(
        readings,
        key=lambda r: (
            r.document.published is None,
            r.document.published or "",
            r.document.source,
            r.document.id,
        ),
    )


def article(number: int, reading: Reading) -> Article:
    """One reading as the page shows it."""
    document = reading.document
    statements = statements_of(number, reading)
    return Article(
        number=number,
        document=document,
        name=document.outlet or "Outlet not stated",
        heading=_heading(reading),
        link=web_address(document.url),
        day=day(document.published),
        given=tuple(FIELDS.get(name, name) for name in document.given),
        titled=_shows_its_title(reading),
        standing=_standing(reading),
        passages=tuple(_passages(reading, statements)),
        statements=tuple(statements.values()),
        times=tuple(_times(reading)),
        figures=tuple(_figures(reading)),
        forecasts=tuple(_forecasts(reading)),
        unresolved=_unresolved(reading),
        command=command_for_date(document),
    )


def command_for_date(document: Document) -> str:
    """The command that reads a document again with a date given by hand."""
    return f"headwater read {shlex.quote(document.source)} --published YYYY-MM-DD --case FILE"


def _heading(reading: Reading) -> str:
    """The title, else the headline above the text, else how the text begins."""
    title = " ".join((reading.document.title or "").split())
    return title or _headline(reading) or _beginning(reading.document.text)


def _headline(reading: Reading) -> str | None:
    """The first headline if no text of the article stands before it (then it is a section's)."""
    first = next((p for p in reading.parts if p.kind in ("headline", "body", "quoted")), None)
    if first is None or first.kind != "headline":
        return None
    return " ".join(first.span.of(reading.document.text).split())


def _beginning(text: str) -> str:
    first = text.strip()[:1000].partition("\n")[0]
    return shorten(first, BEGINNING, placeholder=" …") or "A document without words"


def _shows_its_title(reading: Reading) -> bool:
    return _heading(reading) in _headlines(reading)


def _headlines(reading: Reading) -> list[str]:
    text = reading.document.text
    return [" ".join(p.span.of(text).split()) for p in reading.parts if p.kind == "headline"]


def _passages(reading: Reading, statements: Mapping[str, Statement]) -> Iterator[Passage]:
    placed = _blocks(reading, statements)
    keys = _group_keys([part for part, _ in placed])
    pairs = zip(keys, placed, strict=True)
    for (sort, label), group in groupby(pairs, key=lambda pair: pair[0]):
        blocks = [entry for _, entry in group]
        yield _passage(sort, label, blocks)


def _passage(sort: str, label: str | None, placed: list[Placed]) -> Passage:
    voices = {part.voice.label for part, _ in placed if part.voice and part.kind == "comment"}
    words = sum(len(piece.text.split()) for _, block in placed for piece in block.pieces)
    return Passage(sort, label, tuple(block for _, block in placed), words, len(voices))


def _blocks(reading: Reading, statements: Mapping[str, Statement]) -> list[Placed]:
    """Each paragraph with its part, its pieces and the notes of what starts in it."""
    text = reading.document.text
    parts = reading.parts or _whole(text)
    lines = [(part, span) for part in parts for span in paragraphs(part, text)]
    rows = painted(reading, statements, [span for _, span in lines])
    fresh = [(i == 0 or lines[i - 1][0] is not part) for i, (part, _) in enumerate(lines)]
    first = next((part for part in parts if part.kind in ("headline", "body", "quoted")), None)
    title = first if first is not None and first.kind == "headline" else None
    return [
        (part, _block(part, pieces, first, part is title))
        for (part, _), pieces, first in zip(lines, rows, fresh, strict=True)
    ]


def _whole(text: str) -> tuple[Part, ...]:
    return (Part(Span(0, len(text)), "body"),) if text else ()


def _block(part: Part, pieces: tuple[Piece, ...], first: bool, title: bool) -> Block:
    """A paragraph: ``first`` of its part, of the article's ``title`` or not."""
    kind = "subhead" if part.kind == "headline" and not title else part.kind
    label = part.voice.label if first and part.voice and part.kind == "comment" else None
    notes = tuple(statement for piece in pieces for statement in piece.starts)
    return Block(kind, label, part.reply_to if label else None, pieces, notes)


def _group_keys(parts: list[Part]) -> list[tuple[str, str | None]]:
    """For each part, the passage it goes into.

    Buttons and votes between two comments, and after the last one to the
    page's end, go with them; an introducer goes with the carried text that it
    introduces.
    """
    keys: list[tuple[str, str | None]] = []
    first_comment = min((p.span.start for p in parts if p.kind == "comment"), default=None)
    following: tuple[str, str | None] = ("comments", None)
    for part in reversed(parts):
        key = _key(part)
        after_comment = first_comment is not None and part.span.start > first_comment
        if key[0] == "furniture" and following[0] == "comments" and after_comment:
            key = following
        if part.kind == "introducer" and following[0] == "carried":
            key = following
        keys.append(key)
        following = key
    return keys[::-1]


def _key(part: Part) -> tuple[str, str | None]:
    if part.kind == "comment":
        return "comments", None
    if part.kind == "furniture":
        return "furniture", None
    if part.kind == "quoted" or part.voice:
        return "carried", part.voice.label if part.voice else None
    return "own", None


def _times(reading: Reading) -> Iterator[Fact]:
    for time in reading.times:
        words = time.span.of(reading.document.text)
        yield Fact(words, meaning_of_time(time), basis_of_time(time))


def _figures(reading: Reading) -> Iterator[Fact]:
    for figure in reading.figures:
        words = figure.span.of(reading.document.text)
        told = (around_figure(figure, reading.document.text), tie_of_figure(figure, reading))
        yield Fact(words, meaning_of_figure(figure), " · ".join(filter(None, told)))


def _forecasts(reading: Reading) -> Iterator[Fact]:
    for forecast in reading.forecasts:
        words = forecast.span.of(reading.document.text)
        yield Fact(words, forecast_by(forecast), "")


def _standing(reading: Reading) -> Standing | None:
    """What an article is, where that is known."""
    stance = reading.stance
    if stance.kind is None:
        return None
    # The reasons that speak for it alone: those against it did not carry.
    why = tuple(r.what for r in stance.why if (r.points > 0) == (stance.kind == "opinion"))
    return Standing(stance.kind, STANCES[stance.kind], why)


def _unresolved(reading: Reading) -> tuple[str, ...]:
    words = (t.span.of(reading.document.text) for t in reading.times if t.basis == "unanchored")
    return tuple(dict.fromkeys(words))
