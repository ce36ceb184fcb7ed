from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import strategies
from headwater.parts import find_parts
from headwater.pipeline import STATIONS, VERSIONS, read_document
from headwater.reading import read_marks
from headwater.records import Document, Evidence, Hint, Marks, Problem, Reading, Span, Spans
from headwater.voices import find_voices
from said import document_of, reading_of, words

NEWS = [
    "Ana Torvald",
    "Ms Torvald",
    "Piet Marn, the mayor of Lodrin,",
    "the Coast Security Service (CSS)",
    "The CSS",
    "officials",
    "a senior official",
    "the White House and Pentagon",
    "He",
    "she",
    "I",
    "we",
    "who",
    "said",
    "says that",
    "told reporters",
    "denied",
    "declined to comment",
    "did not specify",
    "according to",
    "citing",
    "quoted",
    "as saying",
    "reportedly",
    "was accused by",
    "is expected to",
    "believes",
    "the blast",
    "killed three people",
    "in early December 2024",
    "on Monday",
    "“",
    "”",
    '"',
    "‘",
    "’",
    "'s",
    "``",
    "''",
    "«",
    "»",
    "„",
    "(",
    ")",
    ",",
    ".",
    ":",
    ";",
    "—",
    "...",
    "?",
    "\n",
    "\n\n",
    "Comments",
    "3. Rob says:",
    "@Rob: no",
    "FILED UNDER: Korvessa",
    "By Jon Vell",
    "LODRIN (AP) —",
    "WSJ (“Blast in Lodrin“):",
    "The Guardian reports:",
    "The article continues:",
    "Jon Vell is a professor of history.",
    "Photo: Reuters",
    "Reply",
    "Jon Vell · Friday, October 17, 2025 · 9 comments",
]
"""Pieces of news; put together without sense they meet rules that no real article meets at once."""

news = st.lists(st.sampled_from(NEWS), min_size=1, max_size=40).map(" ".join)
lines_of_news = st.lists(news, min_size=1, max_size=8).map("\n".join)
texts = st.one_of(
    lines_of_news,
    strategies.texts,
    st.lists(st.sampled_from(NEWS) | strategies.pieces, max_size=60).map("".join),
)


@st.composite
def pages(draw: st.DrawFn) -> Document:
    """A document, now and then with a date, an author and hints in order."""
    text = draw(texts)
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    hint = strategies.record(Hint)
    spans = [Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    return document_of(
        text,
        outlet=draw(st.none() | st.just("Lodrin Courant")),
        byline=draw(st.none() | st.just("Jon Vell")),
        title=draw(st.none() | st.just("Blast in Lodrin")),
        published=draw(st.none() | st.just("2024-12-17")),
        hints=tuple(Hint(s, h.kind, h.label) for s in spans for h in [draw(hint)]),
    )


def spans_of(reading: Reading) -> Spans:
    """Every span that the records of ``reading`` rest on."""
    records = (*reading.parts, *reading.mentions, *reading.times, *reading.figures)
    said = [s for a in reading.attributions for s in (*a.content, *a.cue, *a.source)]
    return (*(r.span for r in records), *said, *(p.span for p in reading.problems if p.span))


@settings(max_examples=150)
@given(pages())
def test_any_text_is_read_and_every_record_rests_on_words(document: Document) -> None:
    reading = read_document(document)
    for span in spans_of(reading):
        evidence = Evidence.cite(document, span)
        evidence.check(document)
        assert evidence.quote.strip()


@settings(max_examples=100)
@given(pages())
def test_parts_and_sentences_cover_every_word_once(document: Document) -> None:
    marks, _ = read_marks(document)
    parts = find_parts(document, marks)
    for spans in (marks.paragraphs, marks.sentences, tuple(p.span for p in parts)):
        covered = [i for s in spans for i in range(s.start, s.end)]
        assert len(covered) == len(set(covered))
        assert covered == sorted(covered)
        missed = set(range(len(document.text))) - set(covered)
        assert not "".join(document.text[i] for i in missed).strip()


@settings(max_examples=100)
@given(pages())
def test_names_quotes_and_spans_keep_to_their_order(document: Document) -> None:
    marks, _ = read_marks(document)
    assert list(marks.quotes) == sorted(marks.quotes, key=lambda q: (q.span.start, -q.span.end))
    for quote in marks.quotes:
        assert quote.span.contains(quote.inner)
    assert [m.span.start for m in marks.names] == sorted(m.span.start for m in marks.names)


@settings(max_examples=60)
@given(pages())
def test_reading_twice_gives_the_same_bytes(document: Document) -> None:
    first, second = (json.dumps(read_document(document).to_dict(), sort_keys=True) for _ in range(2))
    assert first == second
