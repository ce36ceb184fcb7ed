from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import strategies
from headwater.parts import find_parts
from headwater.pipeline import STATIONS, VERSIONS, read_document
from headwater.reading import read_marks
from headwater.records import (
    Attribution,
    Document,
    Evidence,
    Figure,
    Hint,
    Mention,
    Part,
    Reading,
    Span,
    Spans,
    Time,
)
from headwater.records.codec import from_json, json_line, to_json
from said import document_of, reading_of, statements

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
    marked: tuple[Part | Mention | Time | Figure, ...]
    marked = (*reading.parts, *reading.mentions, *reading.times, *reading.figures)
    said = [s for a in reading.attributions for s in (*a.content, *a.cue, *a.source)]
    return (*(r.span for r in marked), *said, *(p.span for p in reading.problems if p.span))


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
    marks = read_marks(document).marks
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
    marks = read_marks(document).marks
    assert list(marks.quotes) == sorted(marks.quotes, key=lambda q: (q.span.start, -q.span.end))
    for quote in marks.quotes:
        assert quote.span.contains(quote.inner)
    assert [m.span.start for m in marks.names] == sorted(m.span.start for m in marks.names)


@settings(max_examples=60)
@given(pages())
def test_reading_twice_gives_the_same_bytes(document: Document) -> None:
    first, second = (json.dumps(read_document(document).to_dict(), sort_keys=True) for _ in range(2))
    assert first == second


@settings(max_examples=60)
@given(pages())
def test_a_reading_survives_json(document: Document) -> None:
    reading = read_document(document)
    assert from_json(Reading, json.loads(json_line(to_json(reading)))) == reading
    line = json_line(reading.to_dict())
    assert line.count("\n") == 1
    assert json.loads(line)["schema"] == "headwater/1"


@settings(max_examples=100)
@given(pages())
def test_chains_begin_with_the_page_and_follow_the_parents(document: Document) -> None:
    reading = read_document(document)
    by_id = {a.id: a for a in reading.attributions}
    assert [a.id for a in reading.attributions] == [f"a{n}" for n in range(1, len(by_id) + 1)]
    for attribution in reading.attributions:
        kinds = [link.kind for link in attribution.chain]
        assert kinds[0] == "page"
        assert set(kinds[2:]) <= {"speaker"}
        assert reading.parts[attribution.part].kind not in (
            "furniture",
            "introducer",
            "byline",
            "dateline",
            "bio",
        )
        if attribution.parent is not None:
            assert _is_prefix(by_id[attribution.parent], attribution)


def _is_prefix(parent: Attribution, child: Attribution) -> bool:
    return child.part != parent.part or child.chain[: len(parent.chain)] == parent.chain


@pytest.mark.parametrize(
    "piece",
    [
        "“",
        '"',
        "‘a ",
        "Ana Torvald, ",
        "Torvald Marn Vell ",
        ",",
        ", and ",
        "(",
        "A",
        "Mr. ",
        ": ",
        "in December 2024, ",
    ],
)
def test_a_line_of_100_kb_is_read(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    assert [p.span.of(text) for p in reading_of(text).parts] == [text.strip()]


@pytest.mark.parametrize(
    ("piece", "size"),
    [
        ("“He said ‘no’” ", 10_000),
        ('"Yes," he said. ', 5_000),
        ("Ana Torvald said it. He said no. ", 10_000),
        ("Ana Torvald said it.\n", 10_000),
        ("he said that ", 1_500),
        ("said ", 1_000),
        ("according to ", 1_500),
        ("citing Ana Torvald ", 2_000),
    ],
)
def test_a_line_dense_with_cues_is_read(piece: str, size: int) -> None:
    text = piece * (size // len(piece))
    assert reading_of(text).parts


@pytest.mark.parametrize(
    "text", ["'s :", "The harbour is closed.\nComments\n3. 's says:\nAna Torvald is wrong."]
)
def test_a_possessive_ending_alone_is_nobody(text: str) -> None:
    assert reading_of(f"{text}\nAna Torvald said so.").parts


@pytest.mark.parametrize("blank", [" ", "\u2028", "’s"])
def test_a_blank_name_of_a_page_or_commenter_is_nobody(blank: str) -> None:
    text = "Ana Torvald said the harbour was closed."
    assert reading_of(text, byline=blank, outlet=blank).parts
    assert reading_of(text, hints=(Hint(Span(0, len(text)), "comment", blank),)).parts


@pytest.mark.parametrize("address", ["https://[bad", "http://[::1", "//", "not an address"])
def test_a_broken_address_of_a_block_quotation_is_a_label(address: str) -> None:
    text = "The harbour was closed."
    (part,) = reading_of(text, hints=(Hint(Span(0, len(text)), "blockquote", address),)).parts
    assert part.voice is not None
    assert part.voice.label


def test_a_text_without_words_has_nothing() -> None:
    for text in ("", " \n\u2028 "):
        reading = reading_of(text)
        assert (reading.parts, reading.mentions, reading.attributions) == ((), (), ())


def test_a_text_in_another_language_is_kept_unread() -> None:
    document = document_of("Der Hafen ist geschlossen, sagte Ana Torvald.", language="de")
    assert read_document(document) == Reading(document)


def test_without_the_voices_nobody_speaks_but_parts_and_names_are_there() -> None:
    document = document_of("It is said that Ana Torvald left.\nAna Torvald said that it was so, on Monday.")
    reading = read_document(document, frozenset({"reading", "parts"}))
    assert reading.attributions == ()
    assert "Ana Torvald" in {e.name for e in reading.entities}
    assert reading.parts == read_document(document).parts
    assert reading.times == read_document(document).times


def test_a_short_story_from_end_to_end() -> None:
    text = """Blast in Lodrin harbour kills three
By Jon Vell
LODRIN (AP) — Three people were killed in a blast in Lodrin on Monday, according to state newswire TTA.
A senior official said the blast was the work of the Tide Brigade. The group could not be reached."""
    reading = reading_of(text, outlet="Lodrin Courant", published="2024-12-17")
    assert [p.kind for p in reading.parts] == ["headline", "byline", "dateline", "quoted"]
    assert [(s.cue, s.chain) for s in statements(reading)] == [
        ("according to", ("AP", "TTA")),
        ("said", ("AP", "A senior official")),
    ]
    assert {a.chain[0].label for a in reading.attributions} == {"Jon Vell"}
    assert [t.value for t in reading.times] == ["2024-12-16"]
    assert ("killed", 3) in [(f.of, f.low) for f in reading.figures]


def test_every_station_has_a_version() -> None:
    assert set(VERSIONS) == {"intake", "reading", "parts", "voices", "opinion"}
    assert all(VERSIONS.values())
    assert STATIONS == ("reading", "parts", "voices", "events")
