from __future__ import annotations

from pathlib import Path

import pytest

from headwater.intake import Given, Intake, Source, read_source
from headwater.records import Document, Hint

PAGES = Path(__file__).parent / "pages"


def read_page(name: str, given: Given | None = None) -> Intake:
    return read_source(Source(name, f"pages/{name}", (PAGES / name).read_bytes(), "html", given or Given()))


def the_document(intake: Intake) -> Document:
    (document,) = intake.documents
    return document


def hinted(document: Document, kind: str) -> list[tuple[str | None, str]]:
    return [(h.label, h.span.of(document.text)) for h in document.hints if h.kind == kind]


def codes(intake: Intake) -> set[str]:
    return {p.code for p in intake.problems}


def test_news_page_states_its_facts() -> None:
    document = the_document(read_page("news.html"))
    assert document.outlet == "Dellmouth Post"
    assert document.title == "Silo fire out after eleven hours"
    assert document.byline == "Ana Holt, Per Lund"
    assert document.published == "2024-03-04T23:30:00+05:30"
    assert document.url == document.source_key == "https://post.example/2024/03/silo-fire"
    assert (document.language, document.given) == ("en", ())


def test_news_page_keeps_its_marks() -> None:
    document = the_document(read_page("news.html"))
    assert [h.kind for h in document.hints] == [
        *(
            "headline",
            "dek",
            "byline",
            "caption",
            "paragraph",
            "paragraph",
            "heading",
            "paragraph",
            "paragraph",
        )
    ]
    assert hinted(document, "heading") == [("h2", "In hospital")]
    assert hinted(document, "byline") == [(None, "By Ana Holt and Per Lund")]


def test_page_furniture_is_left_out_and_named() -> None:
    intake = read_page("news.html")
    text = the_document(intake).text
    for words in ("Facebook", "cookies", "All rights", "Home"):
        assert words not in text
    (problem,) = [p for p in intake.problems if p.code == "page_furniture_dropped"]
    assert "Facebook" in problem.what


def test_blog_quotes_carry_their_address() -> None:
    quotes = hinted(the_document(read_page("blog.html")), "blockquote")
    assert [label for label, _ in quotes] == [
        "https://post.example/2024/03/silo-fire",
        "https://ledger.example/fire",
    ]
    assert quotes[0][1].count("\n\n") == 1, "both paragraphs of a quote stand under one hint"


def test_blog_comments_carry_their_commenters() -> None:
    document = the_document(read_page("blog.html"))
    assert hinted(document, "comment_author") == [
        ("Old Docker", "Old Docker says:"),
        ("Mira Kost", "Mira Kost"),
    ]
    assert hinted(document, "comment") == [
        ("Old Docker", "The north wall was cracked in January. I said so.\n\nNobody wrote it down."),
        ("Mira Kost", "Then write it down here, with the date."),
    ]
    assert "Reply" not in document.text


def test_open_graph_facts() -> None:
    document = the_document(read_page("blog.html"))
    assert (document.outlet, document.byline, document.published) == ("Slow Tide", "Mira Kost", "2024-03-05")
    assert document.source_key == "blog.html"


def test_a_date_in_the_story_is_not_the_pages_date() -> None:
    intake = read_page("undated.html")
    assert the_document(intake).published is None
    assert "no_publication_date" in codes(intake)


def test_latin_1_label_is_read_as_windows_1252() -> None:
    document = the_document(read_page("windows.html"))
    assert document.title == "Café spared"
    assert "“We knew by noon" in document.text
    assert "café – untouched – and laughed; the cakes had cost 5 €" in document.text


def test_broken_page_is_read() -> None:
    intake = read_page("broken.html")
    text = the_document(intake).text
    assert "eleven hours" in text
    assert "in its evening bulletin" in text
    assert "metadata_broken" in codes(intake)


def test_doubled_paragraphs_and_link_lists_go() -> None:
    intake = read_page("doubled.html")
    text = the_document(intake).text
    assert text.count("put out on Monday night") == 1
    assert text.count("We knew by noon") == 1
    for words in ("Related", "Five silos", "READ MORE", "Share this", "newsletter", "Most read", "soups"):
        assert words not in text
    assert {"page_furniture_dropped", "doubled_paragraph_dropped"} <= codes(intake)


def test_mail_dates_keep_their_zone() -> None:
    assert the_document(read_page("doubled.html")).published == "2024-03-04T22:10:00+01:00"


def test_what_the_user_gives_wins() -> None:
    given = Given(outlet="The Weekly", published="2024-03-06", author="A. N. Other", title="Fire")
    document = the_document(read_page("news.html", given))
    assert (document.outlet, document.published, document.byline) == (
        "The Weekly",
        "2024-03-06",
        "A. N. Other",
    )
    assert document.given == ("outlet", "byline", "published", "title")


def test_given_address_is_the_key_where_the_page_states_none() -> None:
    document = the_document(read_page("undated.html", Given(url="https://grain.example/silent")))
    assert document.source_key == "https://grain.example/silent"


@pytest.mark.parametrize("name", sorted(p.name for p in PAGES.glob("*.html")))
def test_hints_are_disjoint_and_cover_the_text(name: str) -> None:
    document = the_document(read_page(name))
    left = list(document.text)
    end = 0
    for hint in document.hints:
        assert isinstance(hint, Hint)
        assert hint.span.start >= end
        end = hint.span.end
        left[hint.span.start : hint.span.end] = " " * len(hint.span)
    assert not "".join(left).strip()


@pytest.mark.parametrize("name", sorted(p.name for p in PAGES.glob("*.html")))
def test_reading_twice_gives_the_same(name: str) -> None:
    assert read_page(name) == read_page(name)


def page(body: bytes) -> Intake:
    return read_source(Source("p.html", "p.html", b"<html><body>" + body + b"</body></html>", "html"))


def test_deep_page_is_read_to_its_end() -> None:
    words = b"This paragraph stands at the very bottom of a page that nests its boxes without end and reason."
    intake = page(
        b"<p>Top of it all.</p>" + b"<div>" * 30_000 + b"<p>" + words + b"</p>" + b"</div>" * 30_000
    )
    assert words.decode() in the_document(intake).text
    assert "page_too_deep" in codes(intake)


def test_page_without_words_is_a_problem() -> None:
    intake = page(b"<nav><a href='/'>Home</a></nav>")
    assert intake.documents == ()
    assert "page_without_article" in codes(intake)


def test_page_without_layout_falls_back_and_says_so() -> None:
    boxes = b"".join(b"<div><div>A short box number %d of words.</div></div>" % n for n in range(30))
    assert "short box number 7" in the_document(page(boxes)).text


def test_home_page_as_canonical_is_no_key() -> None:
    data = b"<html><head><link rel=canonical href='https://x.example/'></head><body><p>"
    data += b"A line of the story that is long enough to be a paragraph of running text, even so. " * 3
    intake = read_source(Source("a/b.html", "b.html", data, "html"))
    assert the_document(intake).source_key == "a/b.html"


def test_parser_failure_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object, **_options: object) -> None:
        raise RuntimeError("the reader broke")

    monkeypatch.setattr("trafilatura.bare_extraction", fail)
    intake = read_page("news.html")
    assert intake.documents == ()
    (problem,) = intake.problems
    assert problem.code == "source_unreadable"
    assert "the reader broke" in problem.what
