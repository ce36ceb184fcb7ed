"""The exact words that a derived record rests on."""

from __future__ import annotations

from dataclasses import dataclass

from headwater.records.document import Document
from headwater.records.spans import Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quotation from one document: its id, the span, and the words themselves."""

    document: str
    span: Span
    quote: str

    def __post_init__(self) -> None:
        if len(self.quote) != len(self.span):
            raise ValueError(f"the quote has {len(self.quote)} code points, its span {len(self.span)}")

    @classmethod
    def cite(cls, document: Document, span: Span) -> Evidence:
        """Quote ``span`` of ``document``.

        Raises:
            ValueError: if the span ends past the text.
        """
        return cls(document.id, span, span.of(document.text))

    def check(self, document: Document) -> None:
        """Raise ``ValueError`` unless the quote still stands at its span in ``document``."""
        if document.id != self.document:
            raise ValueError(f"evidence of document {self.document} was checked against {document.id}")
        found = self.span.of(document.text)
        if found != self.quote:
            raise ValueError(
                f"document {self.document} has {found!r} at {self.span}, the evidence quotes {self.quote!r}"
            )
