"""All marks of one document."""

from __future__ import annotations

from headwater.reading.dates import find_times
from headwater.reading.figures import find_figures
from headwater.reading.names import find_names, mentions_of
from headwater.reading.quotes import quotes
from headwater.reading.sentences import paragraphs, sentences
from headwater.records import Document, Marks, Problem

VERSION = "1"


def read_marks(document: Document) -> tuple[Marks, tuple[Problem, ...]]:
    """Paragraphs, sentences, quotations, names, times and figures of a document.

    Returns:
        The marks, and a Problem for each time expression that stays unresolved.
    """
    text = document.text
    blocks = paragraphs(text)
    split = sentences(text, blocks)
    times, problems = find_times(
        text, split, published=document.published, given="published" in document.given
    )
    marks = Marks(
        paragraphs=blocks,
        sentences=split,
        quotes=quotes(text, blocks),
        names=mentions_of(find_names(text, split)),
        times=times,
        figures=find_figures(text, split, times),
    )
    return marks, problems
