from __future__ import annotations

import pytest
from hypothesis import given

from headwater.records import Document, Evidence, Hint, Span, document_id
from strategies import documents, texts

TEXT = "\u201cWe saw \U0001f6a2 burning,\u201d said Oke."


def document(text: str = TEXT, key: str = "one") -> Document:
    return Document(id=document_id(key, text), source=key, source_key=key, text=text)


def test_evidence_quotes_the_words_under_its_span() -> None:
    cited = Evidence.cite(document(), Span(8, 9))
    assert cited.quote == "\U0001f6a2"
    cited.check(document())


def test_evidence_past_the_end_cannot_be_built() -> None:
    with pytest.raises(ValueError, match="code points"):
        Evidence.cite(document(), Span(len(TEXT) - 1, len(TEXT) + 1))


def test_a_quote_longer_than_its_span_cannot_be_built() -> None:
    with pytest.raises(ValueError, match="5 code points, its span 4"):
        Evidence("d", Span(0, 4), "words")


def test_evidence_is_refused_where_the_words_have_changed() -> None:
    changed = document(TEXT.replace("Oke", "Ade"))
    moved = Evidence(changed.id, Span(26, 29), "Oke")
    with pytest.raises(ValueError, match="the evidence quotes 'Oke'"):
        moved.check(changed)


def test_evidence_is_refused_in_another_document() -> None:
    with pytest.raises(ValueError, match="was checked against"):
        Evidence.cite(document(), Span(0, 3)).check(document(key="two"))


@given(texts, texts, texts)
def test_ids_depend_on_key_and_text_alone(key: str, text: str, other: str) -> None:
    assert document_id(key, text) == document_id(key, text)
    assert len(document_id(key, text)) == 16
    if other != text:
        assert document_id(key, text) != document_id(key, other)


def test_key_and_text_are_kept_apart_in_the_digest() -> None:
    assert document_id("ab", "c") != document_id("a", "bc")


def test_equal_text_from_two_sources_is_two_documents() -> None:
    assert document(key="one").id != document(key="two").id


def test_a_document_with_a_foreign_id_cannot_be_built() -> None:
    with pytest.raises(ValueError, match="is not the digest"):
        Document(id="0" * 16, source="one", source_key="one", text=TEXT)


@given(documents())
def test_a_hint_past_the_end_cannot_be_built(given_document: Document) -> None:
    end = len(given_document.text)
    with pytest.raises(ValueError, match="the text ends at"):
        Document(
            id=given_document.id,
            source="s",
            source_key=given_document.source_key,
            text=given_document.text,
            hints=(Hint(Span(end, end + 1), "paragraph"),),
        )
