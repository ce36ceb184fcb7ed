"""What became of a source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from headwater.intake.language import language_problem
from headwater.intake.source import Source
from headwater.records import Document, Problem


@dataclass(frozen=True, slots=True)
class Intake:
    """A source, the documents that it holds, and what could not be read of it."""

    source: Source
    documents: tuple[Document, ...]
    problems: tuple[Problem, ...] = ()


def document_problems(document: Document) -> tuple[Problem, ...]:
    """What a person should know of a document before it is read on."""
    return tuple(_document_problems(document))


def _document_problems(document: Document) -> Iterator[Problem]:
    if not document.text.strip():
        yield Problem("text_empty", "the source holds no words", "look whether the source was saved whole")
    if document.published is None:
        yield Problem(
            "no_publication_date",
            "the source does not say when it was published, so days like 'Tuesday' stay unresolved",
            "give the date with --published or in a sidecar file",
        )
    problem = language_problem(document)
    if problem is not None:
        yield problem
