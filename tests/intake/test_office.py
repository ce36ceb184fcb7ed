from __future__ import annotations

import pytest

from benchmarks.exports import SENTENCES
from benchmarks.kinds import docx, mail, mhtml, page, pdf, zip_of
from headwater.intake import Given, Source, read_source
from headwater.intake.intake import Intake
from headwater.intake.pdf import MAX_PAGES
from headwater.intake.pdflines import Line, paragraphs, without_running
from headwater.intake.source import SourceKindName
from headwater.records import Document, document_id


def read(kind: SourceKindName, data: bytes, given: Given | None = None) -> Intake:
    return read_source(Source("a", "pile/a", data, kind, given or Given()))


def one(intake: Intake) -> Document:
    (document,) = intake.documents
    assert document.id == document_id(document.source_key, document.text)
    return document


def codes(intake: Intake) -> list[str]:
    return [problem.code for problem in intake.problems]


def hints(document: Document) -> list[tuple[str, str]]:
    return [(hint.kind, hint.span.of(document.text)) for hint in document.hints]


# PDF


def test_a_pdf_gives_headline_byline_and_paragraphs() -> None:
    document = one(read("pdf", pdf()))
    assert hints(document) == [
        ("headline", "Bridge closed at Lowhaven"),
        ("byline", "By Hedda Corl"),
        ("paragraph", SENTENCES[0]),
        ("paragraph", SENTENCES[2]),
    ]
    assert (document.title, document.byline, document.published) == (
        "Bridge closed at Lowhaven",
        "Hedda Corl",
        None,
    )


def printed(*pages: list[str], edges: bool = True) -> bytes:
    """Pages of lines at 14 points, a blank line parting paragraphs, with a running head and foot."""
    built = []
    for number, lines in enumerate(pages, start=1):
        body = [(72.0, 650.0 - 14 * n, 11.0, line) for n, line in enumerate(lines) if line]
        head = [(72.0, 760.0, 9.0, f"THE HARBOUR POST, 17 December, page {number}")]
        foot = [(300.0, 30.0, 9.0, f"- {number} -")]
        built.append([*head, *body, *foot] if edges else body)
    return pdf(built)


def test_running_heads_and_feet_are_left_out_and_told() -> None:
    lines = [
        "The mayor said that the bridge was safe, and that",
        "nobody was hurt.",
        "",
        "Police agreed with him.",
    ]
    intake = read("pdf", printed(lines, lines[:2], lines[3:]))
    text = one(intake).text
    assert "HARBOUR POST" not in text
    assert "- 1 -" not in text
    assert text.startswith(
        "The mayor said that the bridge was safe, and that nobody was hurt.\n\nPolice agreed"
    )
    assert "page_furniture_dropped" in codes(intake)


def test_a_paragraph_goes_on_over_the_page() -> None:
    text = one(
        read(
            "pdf",
            printed(["The mayor said that", "the bridge was"], ["safe and open.", "", "Nobody was hurt."]),
        )
    ).text
    assert text == "The mayor said that the bridge was safe and open.\n\nNobody was hurt."


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (
            ["The mayor said on Tues-", "day that all was well."],
            "The mayor said on Tuesday that all was well.",
        ),
        (
            ["A state-owned ferry ran. The state-", "owned yard closed."],
            "A state-owned ferry ran. The state-owned yard closed.",
        ),
        (
            ["The talks between Anglo-", "Norse delegates failed."],
            "The talks between Anglo-Norse delegates failed.",
        ),
    ],
)
def test_parted_words_are_joined_and_compounds_kept(lines: list[str], text: str) -> None:
    assert one(read("pdf", printed(lines, edges=False))).text == text


def test_pages_without_text_are_named() -> None:
    intake = read("pdf", printed(["The mayor said that the bridge was safe."], [], edges=False))
    assert len(intake.documents) == 1
    (problem,) = [p for p in intake.problems if p.code == "pdf_page_without_text"]
    assert ": 2 (of 2)" in problem.what


def test_a_scan_gives_no_document() -> None:
    intake = read("pdf", pdf([[]]))
    assert intake.documents == ()
    assert codes(intake) == ["pdf_page_without_text"]


@pytest.mark.parametrize("data", [b"%PDF-1.4 nothing", pdf()[:200], b"none"])
def test_a_broken_pdf_is_a_problem(data: bytes) -> None:
    intake = read("pdf", data)
    assert intake.documents == ()
    assert codes(intake) == ["pdf_unreadable"]


def test_a_pdf_of_too_many_pages_is_cut_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("headwater.intake.pdf.MAX_PAGES", 2)
    intake = read("pdf", printed(["One."], ["Two."], ["Three."], edges=False))
    assert "Three" not in one(intake).text
    assert "pdf_too_long" in codes(intake)
    assert MAX_PAGES > 100


def line(text: str, at: float, left: float = 72, right: float = 500, size: float = 10) -> Line:
    return Line(text, left, right, at + size, at, 800)


def test_an_indent_and_a_short_last_line_part_paragraphs() -> None:
    rows = [
        line("The mayor spoke at length about the bridge", 700),
        line("and about its state.", 688, right=180),
        line("Police spoke next and said that they", 676),
        line("had found nothing at all there", 664),
        line("The ferry, which is old, began to run", 652, left=84),
    ]
    assert [text for text, _ in paragraphs([rows])] == [
        "The mayor spoke at length about the bridge and about its state.",
        "Police spoke next and said that they had found nothing at all there",
        "The ferry, which is old, began to run",
    ]


def test_a_line_that_stands_on_one_page_only_is_kept() -> None:
    pages = [
        [line("A headline at the very top", 780), line("Text.", 400)],
        [line("Other", 780), line("More.", 400)],
    ]
    kept, dropped = without_running(pages)
    assert kept == pages
    assert dropped == []


# DOCX


def test_a_word_file_gives_its_styles_as_marks() -> None:
    document = one(read("docx", docx()))
    kinds = [kind for kind, _ in hints(document)]
    assert kinds == [
        "headline",
        "byline",
        *["paragraph"] * 3,
        "heading",
        "blockquote",
        "list_item",
        "paragraph",
    ]
    assert (document.title, document.byline) == ("Bridge closed at Lowhaven", "Hedda Corl")
    assert document.text.endswith("It was safe.")  # deleted words are none


def test_headers_of_a_word_file_are_left_out_and_told() -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    header = f"<w:hdr {space}><w:p><w:r><w:t>Draft, not for print</w:t></w:r></w:p></w:hdr>".encode()
    intake = read("docx", docx(more={"word/header1.xml": header}))
    assert "Draft" not in one(intake).text
    assert any("Draft, not for print" in p.what for p in intake.problems)


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04", docx()[:300], zip_of({"a.txt": b"x"}), b"\xd0\xcf\x11\xe0 locked"]
)
def test_a_broken_word_file_is_a_problem(data: bytes) -> None:
    intake = read("docx", data)
    assert intake.documents == ()
    assert codes(intake) == ["archive_unreadable"]


def test_no_entity_of_a_word_file_is_resolved() -> None:
    hostile = (
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "bomb">]>'
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
        b"<w:t>&a;&b; Words.</w:t></w:r></w:p></w:body></w:document>"
    )
    assert read("docx", zip_of({"word/document.xml": hostile})).documents == ()


def test_a_word_file_that_is_a_bomb_is_left() -> None:
    intake = read("docx", zip_of({"word/document.xml": b" " * 60_000_000}))
    assert codes(intake) == ["archive_unreadable"]


# Mail and MHTML


def test_a_newsletter_gives_its_page_and_headers() -> None:
    intake = read("mail", mail(attached=True))
    document = one(intake)
    assert document.title == "Bridge closed at Lowhaven – first reports"
    assert (document.outlet, document.byline) == ("The Harbour Post", None)
    assert document.published == "2024-12-17T10:00:00+03:00"
    assert [kind for kind, _ in hints(document)] == ["headline", *["paragraph"] * 3]
    assert codes(intake) == ["mail_attachment"]
    assert document.sha256 == intake.source.sha256


def test_a_mail_without_page_gives_its_text() -> None:
    document = one(read("mail", mail(html=False), Given(outlet="Mine")))
    assert document.text.startswith(SENTENCES[0])
    assert (document.outlet, document.given) == ("Mine", ("outlet",))


@pytest.mark.parametrize(
    ("sender", "listed", "expected"),
    [
        ("Hedda Corl <h@post.example>", False, ("Hedda Corl", None)),
        ("Hedda Corl from The Post <h@post.example>", True, ("Hedda Corl", "The Post")),
        ('"The Post" <n@post.example>', True, (None, "The Post")),
        ("n@post.example", True, (None, None)),
        ("=?utf-8?q?Zo=C3=AB_Corl?= <z@post.example>", False, ("Zoë Corl", None)),
        ("=?nonsense?q?x?= <z@post.example>", False, ("=?nonsense?q?x?=", None)),
    ],
)
def test_senders(sender: str, listed: bool, expected: tuple[str | None, str | None]) -> None:
    head = f"From: {sender}\nSubject: Re: Bridge\n" + ("List-Id: <x>\n" if listed else "")
    document = one(read("mail", f"{head}\n{SENTENCES[0]}\n".encode()))
    assert (document.byline, document.outlet) == expected
    assert document.title == "Bridge"


@pytest.mark.parametrize(
    "data",
    [
        b"Content-Type: image/png\n\nx",
        b"Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: image/png\n\nx\n--a--\n",
    ],
)
def test_a_mail_without_words_is_a_problem(data: bytes) -> None:
    assert codes(read("mail", data)) == ["mail_without_text"]


def test_parts_in_parts_without_end_come_to_one() -> None:
    data = b"".join(b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (n, n) for n in range(5000))
    intake = read("mail", data)
    assert intake.documents or intake.problems


def test_an_mhtml_page_has_the_address_that_it_was_saved_from() -> None:
    document = one(read("mhtml", mhtml()))
    assert (document.source_key, document.url) == ("https://post.example/bridge",) * 2
    assert document.published is None  # its date is that of saving
    assert document.text == one(read("html", page())).text


def test_an_mhtml_file_without_page_is_a_problem() -> None:
    assert codes(read("mhtml", b"Content-Type: multipart/related; boundary=a\n\n--a--")) == [
        "page_without_article"
    ]


@pytest.mark.parametrize(
    "mark",
    [
        b"<!--\n Page saved with SingleFile \n url: https://post.example/bridge \n saved date: Sat\n-->",
        b"<!-- saved from url=(0028)https://post.example/bridge -->",
    ],
)
def test_saved_pages_keep_their_address(mark: bytes) -> None:
    data = page().replace(b"<!doctype html>", b"<!doctype html>" + mark)
    assert one(read("html", data)).source_key == "https://post.example/bridge"
    canonical = b'<head><link rel="canonical" href="https://post.example/other">'
    assert one(read("html", data.replace(b"<head>", canonical))).source_key == "https://post.example/other"
