"""All marks of one document."""

from __future__ import annotations

from dataclasses import dataclass

from headwater import models
from headwater.models import Said
from headwater.reading.dates import find_times
from headwater.reading.figures import find_figures
from headwater.reading.heard import with_heard
from headwater.reading.names import find_names, mentions_of
from headwater.reading.quotes import outer_quotes, quotes
from headwater.reading.sentences import paragraphs, sentences
from headwater.reading.written import with_arms, with_long_names, with_whole_people
from headwater.records import Document, Marks, Problem

VERSION = "9"


@dataclass(frozen=True, slots=True)
class Marked:
    """What reading gives.

    Attributes:
        problems: one for each time expression that stays unresolved.
        said: the attributions that the reader model finds, in order of the cues;
            its one pass over the text serves names and attributions.
    """

    marks: Marks
    problems: tuple[Problem, ...]
    said: tuple[Said, ...]


def read_marks(document: Document) -> Marked:
    """Paragraphs, sentences, quotations, names, times and figures of a document."""
    text = document.text
    blocks = paragraphs(text)
    split = sentences(text, blocks)
    times, problems = find_times(
        text, split, published=document.published, given="published" in document.given
    )
    quoted, names = quotes(text, blocks), find_names(text, split)
    said: tuple[Said, ...] = ()
    if (reader := models.reader()) is not None:
        heard = reader.hear(text, blocks, [q.span for q in outer_quotes(quoted)])
        names, said = with_heard(text, names, heard.names, split), heard.said
    names = with_whole_people(text, with_arms(text, with_long_names(text, names)))
    marks = Marks(
        paragraphs=blocks,
        sentences=split,
        quotes=quoted,
        names=mentions_of(names),
        times=times,
        figures=find_figures(text, split, times),
    )
    return Marked(marks, problems, said)
