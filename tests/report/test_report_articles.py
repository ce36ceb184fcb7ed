from __future__ import annotations

from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from headwater.records import Attribution, ChainLink, Part, Reading, Span
from headwater.records.vocabulary import PartKind
from headwater.report.articles import article, in_order_of_day
from headwater.report.view import Article, Piece
from report import report_builder as builder
from report import report_story as tale


def pieces(shown: Article) -> list[Piece]:
    return [p for passage in shown.passages for block in passage.blocks for p in block.pieces]


def test_passages_follow_the_voices_of_the_parts() -> None:
    shown = article(1, tale.blog())
    assert [(p.sort, p.label) for p in shown.passages] == [
        ("own", None),
        ("carried", "Daily Courier"),
        ("own", None),
        ("furniture", None),
        ("comments", None),
    ]
    comments = shown.passages[-1]
    assert comments.voices == 2
    assert [(b.label, b.reply_to) for b in comments.blocks if b.label] == [("Gull", None), ("Tern", "Gull")]


def test_the_introducer_goes_with_what_it_introduces() -> None:
    carried = article(1, tale.blog()).passages[1]
    assert [b.kind for b in carried.blocks] == ["introducer", "quoted"]


def test_every_statement_has_one_note_in_the_paragraph_where_it_begins() -> None:
    for reading in tale.story():
        shown = article(1, reading)
        notes = [n.number for p in shown.passages for b in p.blocks for n in b.notes]
        assert notes == list(range(1, len(reading.attributions) + 1))


def test_the_words_under_a_statement_are_its_words() -> None:
    reading = tale.courier()
    shown = article(1, reading)
    for statement in shown.statements:
        marked = [p.text for p in pieces(shown) if "k" in p.classes.split() and _of(p, statement.number)]
        assert "".join("".join(marked).split()) == "".join("".join(statement.quote).split())


def _of(piece: Piece, number: int) -> bool:
    return f"s{number}" in piece.classes.split()


def test_a_statement_within_another_is_painted_with_its_own_steps() -> None:
    shown = article(1, tale.courier())
    inner = next(p for p in pieces(shown) if "port engine" in p.text)
    assert inner.classes.split() == ["k", "d2", "k2", "s5", "s6"]
    assert shown.statements[5].parent == 5


def test_the_title_falls_back_to_the_headline_and_the_first_line() -> None:
    assert article(1, tale.note()).heading == "Harbour note"
    assert article(1, tale.courier()).titled
    assert not article(1, tale.note()).titled
    assert article(1, Reading(builder.document(" \n"))).heading == "A document without words"


def test_only_the_first_headline_is_the_title_of_the_text() -> None:
    parts = (Part(Span(0, 3), "headline"), Part(Span(4, 8), "body"), Part(Span(9, 12), "headline"))
    shown = article(1, Reading(builder.document("One\nbody\nTwo"), parts=parts))
    assert [b.kind for p in shown.passages for b in p.blocks] == ["headline", "body", "subhead"]


def test_a_document_without_date_lists_what_stays_unresolved_and_the_command() -> None:
    shown = article(1, tale.note())
    assert shown.unresolved == ("Tuesday", "last week")
    assert shown.command == "headwater read 'my notes/harbour.txt' --published YYYY-MM-DD --case FILE"


def test_documents_without_date_come_last_whatever_the_order() -> None:
    forwards = [r.document.id for r in in_order_of_day(tale.story())]
    assert forwards == [r.document.id for r in in_order_of_day(tale.story()[::-1])]
    assert forwards[-1] == tale.note().document.id


@given(st.text(st.characters(exclude_categories=()), min_size=1, max_size=60), st.data())
def test_every_word_of_any_text_is_on_the_page_once_and_every_statement_has_words(
    text: str, data: st.DataObject
) -> None:
    cut = data.draw(st.integers(1, len(text)))
    kinds: st.SearchStrategy[PartKind] = st.sampled_from(sorted(get_args(PartKind)))
    spans = [Span(0, cut), *([Span(cut, len(text))] if cut < len(text) else [])]
    parts = tuple(Part(span, data.draw(kinds)) for span in spans)
    starts = data.draw(st.lists(st.integers(0, len(text) - 1), max_size=4))
    found = tuple(_attribution(i, Span(start, len(text))) for i, start in enumerate(starts))
    shown = article(1, Reading(builder.document(text), parts=parts, attributions=found))
    assert "".join("".join(p.text for p in pieces(shown)).split()) == "".join(text.split())
    begun = [s.number for p in pieces(shown) for s in p.starts]
    wordless = [a for a in found if not a.content[0].of(text).strip()]
    assert len(begun) >= len(found) - len(wordless)
    assert len(set(begun)) == len(begun)


def _attribution(number: int, content: Span) -> Attribution:
    return Attribution(
        id=f"a{number}",
        content=(content,),
        cue=(),
        source=(),
        form="indirect",
        sort="statement",
        source_kind="implicit",
        speakers=(),
        polarity="asserts",
        content_negated=False,
        certainty="certain",
        parent=None,
        part=0,
        chain=(ChainLink("this page", None, "page"),),
    )
