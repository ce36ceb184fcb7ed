"""Shapes of pages that an extraction alone gets wrong."""

from __future__ import annotations

from headwater.intake import Source, read_source
from headwater.records import Document

LONG = "The harbour was shut on the {} day of the strike, the mayor said, and no ferry left for the islands."
DAYS = ("first", "second", "third", "fourth", "fifth", "sixth")


def read(body: str) -> Document:
    page = f"<html><body>{body}</body></html>"
    (document,) = read_source(Source("p.html", "p.html", page.encode(), "html")).documents
    return document


def kinds(document: Document) -> dict[str, str]:
    return {h.span.of(document.text): h.kind for h in document.hints}


def rows(start: int = 0, end: int = 6) -> str:
    return "".join(f"<p>{LONG.format(day)}</p>" for day in DAYS[start:end])


def test_every_post_of_a_live_page_is_read() -> None:
    posts = "".join(
        f"<li><article><h3>No {n}</h3><time>1{n}:00</time><div>{rows(n * 2, n * 2 + 2)}</div></article></li>"
        for n in range(3)
    )
    document = read(f"<main><h1>Harbour strike, as it happened</h1><ol>{posts}</ol></main>")
    assert all(LONG.format(day) in document.text for day in DAYS)


def test_two_line_breaks_part_paragraphs_and_one_does_not() -> None:
    cell = "<br><br>".join(LONG.format(day) for day in DAYS)
    document = read(f"<table><tr><td>Note<br>{cell}</td></tr></table>")
    assert "Note\n" + LONG.format("first") + "\n\n" + LONG.format("second") in document.text


def test_a_link_below_the_article_is_left_out() -> None:
    document = read(f"<h1>Harbour shut</h1>{rows()}<p><a href='/'>Back to the list</a></p>")
    assert "Back to the list" not in document.text


def test_a_list_above_the_byline_is_the_standfirst() -> None:
    bullets = "<ul><li>Ferries stay in port for a sixth day</li><li>Mayor calls for talks</li></ul>"
    found = kinds(read(f"<h1>Harbour shut</h1>{bullets}<p>By Ines Varga</p>{rows()}"))
    assert found["Mayor calls for talks"] == "dek"


def test_a_line_that_links_to_the_staff_is_the_byline() -> None:
    document = read(f"<h1>Harbour shut</h1><div><a href='/staff/12'>Wes Calder</a></div>{rows()}")
    assert kinds(document)["Wes Calder"] == "byline"


def test_facts_above_the_article_are_left_out() -> None:
    facts = "<dl><dt>From:</dt><dd>Ministry of Ports</dd></dl>"
    assert "Ministry of Ports" not in read(f"<main><h1>Harbour shut</h1>{facts}{rows()}</main>").text


def test_a_caption_holds_what_is_seen_of_it() -> None:
    caption = "<figcaption><span class='visually-hidden'>Image caption, </span>The pier at dawn</figcaption>"
    figure = f"<figure><img src='a'><div class='c1'>Image source, NBS</div>{caption}</figure>"
    found = kinds(read(f"<h1>Harbour shut</h1>{rows(0, 3)}{figure}{rows(3)}"))
    assert found["The pier at dawn"] == found["Image source, NBS"] == "caption"
