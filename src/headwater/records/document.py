"""A document: one publication of one text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from headwater.records.checks import require_inside, require_member
from headwater.records.spans import Span
from headwater.records.vocabulary import HintKind


@dataclass(frozen=True, slots=True)
class Hint:
    """What the source's own marks said of a stretch of text.

    ``label`` carries what came with the mark: a block quote's cited address, a
    commenter's name, the level of a heading.
    """

    span: Span
    kind: HintKind
    label: str | None = None

    def __post_init__(self) -> None:
        require_member("Hint", "kind", self.kind, HintKind)


@dataclass(frozen=True, slots=True)
class Document:
    """One publication of one text. The text never changes; all offsets mean it.

    Attributes:
        id: digest of ``source_key`` and ``text`` (see :func:`document_id`).
        source: where it came from, as the user named it: a path, a URL or a given id.
        source_key: canonical URL, else the given id, else the path relative to
            the named folder. Equal texts under two keys are two documents.
        text: the whole text, in code points.
        url, outlet, title, byline: as the source states them, or as given by hand.
        published: ISO 8601 date or date-time, or ``None``.
        language: ISO 639-1 code.
        given: names of the fields that a person gave by hand.
        hints: what the page's mark-up said of stretches of ``text``, in order.
        sha256: of the source's bytes.
        replaces: id of the version of the same source that this one follows.
    """

    id: str
    source: str
    source_key: str
    text: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    language: str = "en"
    given: tuple[str, ...] = ()
    hints: tuple[Hint, ...] = field(default=(), repr=False)
    sha256: str | None = None
    replaces: str | None = None

    def __post_init__(self) -> None:
        expected = document_id(self.source_key, self.text)
        if self.id != expected:
            raise ValueError(f"document id {self.id} is not the digest of its key and text ({expected})")
        require_inside(f"document {self.id}", (h.span for h in self.hints), len(self.text))


def document_id(source_key: str, text: str) -> str:
    """The first 16 hexadecimal digits of SHA-256 over the key, a NUL and the text.

    Lone surrogates, which a broken page can hold, are kept as they are.
    """
    data = f"{source_key}\0{text}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(data).hexdigest()[:16]
