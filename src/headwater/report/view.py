"""What the page's templates are given: plain values, already in order."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import shorten

from headwater.records import ChainLink, Document, Problem

SHORT_TITLE = 48
"""Code points of a title that names a document in a line of text."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution as the page shows it.

    Attributes:
        article: the number of its article on the page, from 1.
        number: its own number within the article, from 1, in order of the text.
        quote: the words of its content, one piece for each span.
        cue: the words of its cue.
        attitude: whether it is an intention, wish or feeling, not a statement.
        sourceless: whether no words tell who says it.
        unsure: whether the reading wants a second look.
        unsaid: whether the text does not tell it as said: expected, supposed or denied.
        manner: how it is held, in words.
        steps: how many mouths lie between the page and these words, at most 3.
        parent: the number of the statement that this one stands inside.
        made: which rule or model found it.
    """

    article: int
    number: int
    quote: tuple[str, ...]
    cue: str
    attitude: bool
    unsaid: bool
    sourceless: bool
    unsure: bool
    chain: tuple[ChainLink, ...]
    manner: tuple[str, ...]
    steps: int
    parent: int | None
    made: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that lie under the same marks.

    ``starts`` are the statements that begin here, ``troubles`` the numbers,
    from 1, of the reading's problems that do.
    """

    text: str
    classes: str = ""
    title: str = ""
    starts: tuple[Statement, ...] = ()
    troubles: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph with the notes that belong beside it."""

    kind: str
    label: str | None
    reply_to: str | None
    pieces: tuple[Piece, ...]
    notes: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """Paragraphs in one voice. ``sort`` is own, carried, comments or furniture."""

    sort: str
    label: str | None
    blocks: tuple[Block, ...]
    words: int
    voices: int


@dataclass(frozen=True, slots=True)
class Fact:
    """A date or figure of an article: the words, what they mean, and why so."""

    words: str
    meaning: str
    basis: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether an article is opinion or a report, in words, and the signs that say so."""

    kind: str
    label: str
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """One document with its text painted and its statements in order."""

    number: int
    document: Document
    name: str
    heading: str
    link: str | None
    day: str
    given: tuple[str, ...]
    titled: bool
    standing: Standing | None
    passages: tuple[Passage, ...]
    statements: tuple[Statement, ...]
    times: tuple[Fact, ...]
    figures: tuple[Fact, ...]
    forecasts: tuple[Fact, ...]
    unresolved: tuple[str, ...]
    command: str

    @property
    def short(self) -> str:
        """The outlet, else the title cut short: what tells this document from others in a line."""
        return self.document.outlet or f"“{shorten(self.heading, SHORT_TITLE, placeholder=' …')}”"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody whose word statements rest on. ``sort`` is named, unnamed, page or commenter."""

    name: str
    sort: str
    articles: tuple[int, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Trouble:
    """A problem with the source it befell and, where it was read, its article.

    ``place`` is the id of the words it concerns, ``words`` those words.
    """

    source: str
    article: int | None
    place: str
    words: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class TroubleGroup:
    """Problems of one kind that are mended in one way."""

    code: str
    todo: str
    troubles: tuple[Trouble, ...]

    @property
    def is_note(self) -> bool:
        """Whether these only tell what was done."""
        return all(t.problem.is_note for t in self.troubles)

    @property
    def title(self) -> str:
        """The code in words, as "Date without anchor"."""
        return self.code.replace("_", " ").capitalize()
