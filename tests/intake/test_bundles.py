from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.exports import FACTIVA, NEXIS, NEXIS_UNI, SENTENCES
from benchmarks.kinds import TABLE, atom, factiva_page, nexis_page, rss
from headwater.intake import Columns, Given, Source, SourceProblem, open_bundle, read_source
from headwater.intake.bundles.entry import Entry, entry_source
from headwater.intake.bundles.table import row_sources
from headwater.intake.moments import written_moment
from headwater.intake.sniff import form_of
from headwater.intake.source import SourceKindName
from headwater.records import Document, InputError


def opened(kind: SourceKindName, data: bytes, given: Given | None = None) -> tuple[list[Document], list[str]]:
    """The documents in a file of many, and the codes of what kept others from being one."""
    found = open_bundle(Source("a", "pile/a", data, kind, given or Given()))
    documents = [read_source(f).documents[0] for f in found if isinstance(f, Source)]
    return documents, [f.problem.code for f in found if isinstance(f, SourceProblem)]


def facts(document: Document) -> tuple[str | None, ...]:
    return document.title, document.outlet, document.byline, document.published


# Feeds


@pytest.mark.parametrize("data", [rss(), atom()])
def test_entries_of_a_feed(data: bytes) -> None:
    documents, problems = opened("feed", data)
    first = documents[0]
    assert facts(first) == ("Bridge closed", "The Harbour Post", "Hedda Corl", "2024-12-17T10:00:00+03:00")
    assert first.source_key == first.url == "https://post.example/bridge"
    assert first.text.startswith(f"Bridge closed\n\n{SENTENCES[0]}")
    assert problems == (["feed_entry_empty"] if b"silence" in data else [])


def test_an_entry_without_link_goes_by_its_id() -> None:
    documents, _ = opened("feed", rss())
    assert (documents[1].source_key, documents[1].url) == ("post-2", None)
    assert documents[1].source == "post-2"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_feed_with_a_doctype_is_refused(encoding: str) -> None:
    head = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "x">]>'
    feed = f"{head}<rss><channel><item><title>&a;</title></item></channel></rss>"
    assert opened("feed", feed.encode(encoding)) == ([], ["feed_refused"])
    hidden = feed.replace("?>", ' encoding="utf-7"?>', 1).encode("utf-8").replace(b"<!DOC", b"+ADwAIQ-DOC")
    documents, problems = opened("feed", hidden)
    assert documents == []
    assert problems


def test_no_entity_is_resolved() -> None:
    item = b"<item><title>A &a; b</title><description>Words &a; here.</description></item>"
    feed = b"<rss><channel>" + item + b"</channel></rss>"
    documents, problems = opened("feed", feed)
    assert "feed_broken" in problems
    assert "here." in documents[0].text


@pytest.mark.parametrize("data", [b"<rss></rss>", b"<rss", b"<rss><channel><title>t</title></channel></rss>"])
def test_a_feed_without_entries_is_a_problem(data: bytes) -> None:
    assert opened("feed", data) == ([], ["feed_unreadable"])


def test_scripts_in_an_entry_are_no_text() -> None:
    words = b"&lt;p&gt;Words.&lt;/p&gt;&lt;script&gt;bad()&lt;/script&gt;"
    feed = b"<rss><channel><item><description>" + words + b"</description></item></channel></rss>"
    assert opened("feed", feed)[0][0].text == "Words."


# Exports of press databases


@pytest.mark.parametrize("data", [NEXIS.encode(), nexis_page()])
def test_the_older_form_of_nexis(data: bytes) -> None:
    assert form_of("x.html" if data.startswith(b"<") else "x.txt", data) == "nexis"
    documents, problems = opened("nexis", data)
    assert facts(documents[0]) == (
        "Bridge closed at Lowhaven",
        "The Harbour Post",
        "HEDDA CORL",
        "2024-12-17",
    )
    assert documents[0].text == "\n\n".join(("Bridge closed at Lowhaven", *SENTENCES[:2]))
    assert documents[0].source_key == "nexis:The Harbour Post, 2024-12-17, Bridge closed at Lowhaven"
    assert facts(documents[1]) == ("Ferry runs again", "The Harbour Post", "Halden Reyle", "2024-12-18")
    assert documents[1].text.endswith("The ferry ran again, the harbour office said.")
    assert problems == []


def test_nexis_uni() -> None:
    assert form_of("x.txt", NEXIS_UNI.encode()) == "nexis"
    documents, problems = opened("nexis", NEXIS_UNI.encode())
    first = documents[0]
    assert facts(first) == (
        "Bridge closed at Lowhaven",
        "The Harbour Post (Lowhaven)",
        "Hedda Corl",
        "2024-12-17",
    )
    assert [h.kind for h in first.hints] == ["headline", "dek", "paragraph", "paragraph"]
    assert documents[1].text == "Ferry runs again\n\nThe ferry ran again."
    assert problems == []


def test_an_article_of_nexis_that_is_missing_or_empty_is_told() -> None:
    assert opened("nexis", NEXIS.replace("of 2", "of 37").encode())[1] == ["export_incomplete"]
    cut = NEXIS.replace("The ferry ran again, the harbour office said.", "").encode()
    documents, problems = opened("nexis", cut)
    assert len(documents) == 1
    assert problems == ["export_article_unreadable"]


@pytest.mark.parametrize("data", [FACTIVA.encode(), factiva_page()])
def test_factiva(data: bytes) -> None:
    assert form_of("x.html" if data.startswith(b"<") else "x.txt", data) == "factiva"
    documents, problems = opened("factiva", data)
    first = documents[0]
    assert facts(first) == ("Bridge closed at Lowhaven", "The Harbour Post", "Hedda Corl", "2024-12-17")
    assert first.source_key == "factiva:HARBP00020241217ekch0000x"
    assert SENTENCES[0] in first.text
    assert "gcat" not in first.text
    assert problems == []


def test_words_that_look_like_fields_stay_text() -> None:
    documents, _ = opened("factiva", FACTIVA.encode())
    assert "IN the evening nobody was on it" in documents[0].text
    assert documents[1].text == "Ferry runs again\n\nThe ferry ran again."


@pytest.mark.parametrize("kind", ["nexis", "factiva"])
@pytest.mark.parametrize("data", [b"nothing here", b"<html><body></body></html>", b"\n\n"])
def test_an_export_without_articles_is_told(kind: SourceKindName, data: bytes) -> None:
    documents, problems = opened(kind, data)
    assert documents == []
    assert problems


@pytest.mark.parametrize(
    "text", ["Page 3 of 7 was missing, police said.", "HD and SN are codes.", "End of Document"]
)
def test_plain_articles_are_no_exports(text: str) -> None:
    assert form_of("x.txt", text.encode()) == "text"


@given(
    st.lists(
        st.sampled_from([*NEXIS.splitlines(), *NEXIS_UNI.splitlines(), *FACTIVA.splitlines()]), max_size=40
    )
)
def test_lines_in_any_order_never_fail(lines: list[str]) -> None:
    for kind in ("nexis", "factiva"):
        source = Source("a", "a", "\n".join(lines).encode(), kind)
        intake = read_source(source)
        assert intake.documents or intake.problems
        assert "source_unreadable" not in [p.code for p in intake.problems]


# Tables


def rows(data: str, columns: Columns | None = None) -> tuple[list[Document], list[tuple[str, str]]]:
    found = list(row_sources(data.encode(), "t.csv", "pile/t.csv", columns, Given()))
    documents = [read_source(f).documents[0] for f in found if isinstance(f, Source)]
    return documents, [(f.name, f.problem.code) for f in found if isinstance(f, SourceProblem)]


def test_known_columns_are_found() -> None:
    documents, problems = rows(TABLE)
    assert [(d.source_key, d.title, d.published, d.outlet) for d in documents] == [
        ("t.csv:1", "Bridge closed", "2024-12-17", "The Harbour Post"),
        ("t.csv:2", "Ferry runs", "2024-12-17", "The Harbour Post"),
    ]
    assert documents[0].text == f"{SENTENCES[0]}\n\nMore, here."
    assert documents[0].source == "pile/t.csv:2"
    assert problems == []


def test_columns_can_be_named() -> None:
    columns = Columns.parse("text = Wording, published=Day")
    (document,), problems = rows("Wording;Day;url\nWords.;2024-12-17;https://post.example/a\n", columns)
    assert (document.text, document.published) == ("Words.", "2024-12-17")
    assert document.source_key == document.url == "https://post.example/a"
    assert problems == []


@pytest.mark.parametrize("text", ["text", "text=", "colour=Red", "text=A,text=B", "=A"])
def test_columns_that_are_written_otherwise_are_refused(text: str) -> None:
    with pytest.raises(InputError, match="text=Body"):
        Columns.parse(text)


@pytest.mark.parametrize("data", ["a,b\n1,2\n", "\n", "text"])
def test_a_table_without_text_is_told(data: str) -> None:
    documents, problems = rows(data, Columns(text="Body"))
    assert documents == []
    assert problems == [("pile/t.csv", "table_unreadable")]


def test_bad_rows_cost_themselves_only() -> None:
    documents, problems = rows("id,text,date\n1,One.,03/04/2025\n2,\n1,Again.\n\n3,Three.\n")
    assert [(d.text, d.published) for d in documents] == [("One.", None), ("Three.", None)]
    assert problems == [
        ("pile/t.csv:2", "metadata_broken"),
        ("pile/t.csv:3", "line_unreadable"),
        ("pile/t.csv:4", "line_unreadable"),
    ]


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("December 17, 2024 Tuesday 9:00 AM GMT", "2024-12-17"),
        ("17 Dec. 2024", "2024-12-17"),
        ("Sept 3rd, 2024", "2024-09-03"),
        ("2024-12-17T09:00:00Z", "2024-12-17T09:00:00Z"),
        ("Tue, 17 Dec 2024 10:00:00 +0300", "2024-12-17T10:00:00+03:00"),
        ("31 February 2024", None),
        ("17/12/2024", None),
        ("", None),
    ],
)
def test_dates_in_words(text: str, moment: str | None) -> None:
    assert written_moment(text) == moment


# Entries


@given(st.text(), st.text(), st.lists(st.text()), st.one_of(st.none(), st.text()))
def test_an_entry_is_the_same_after_the_way_through_bytes(
    text: str, title: str, parts: list[str], dek: str | None
) -> None:
    entry = Entry(text=text or None, title=title or None, paragraphs=tuple(parts), dek=dek or None)
    assert Entry.from_bytes(entry.to_bytes()) == entry


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{", b'{"x": 1}', b'{"text": 1}', b'{"text": "a", "published": "b"}']
)
def test_other_bytes_are_no_entry(data: bytes) -> None:
    intake = read_source(Source("a", "a", data, "entry"))
    assert [p.code for p in intake.problems] == ["source_unreadable"]


@given(st.text(min_size=1).filter(str.strip))
def test_the_text_of_an_entry_comes_through_unchanged(text: str) -> None:
    source = entry_source(Entry(text=text), "k", "n", Given(url="https://post.example/all"))
    (document,) = read_source(source).documents
    assert (document.text, document.source_key) == (text, "k")
