"""Links, boxes and headings between the paragraphs of a pasted page."""

from __future__ import annotations

import pytest

from headwater.parts import find_parts, lines
from said import document_of, marks_of

LONG = (
    "The harbour was shut on the {} day of the strike, the mayor said, and no ferry left for the islands, "
    "while the council met behind closed doors and gave no word on what it would offer to the crews."
)
BODY = [LONG.format(day) for day in ("first", "second", "third", "fourth", "fifth", "sixth")]
BOX = "The Herald at noon: one map a day, drawn by our reporters and sent to you by e-mail."


def kind_in(middle: str, line: str, body: list[str] = BODY) -> str:
    """The kind of the part of a pasted page in which ``line`` stands."""
    half = len(body) // 2
    text = "\n\n".join(["Harbour Shut as Strike Goes On", *body[:half], middle, *body[half:]])
    return next(
        p.kind for p in find_parts(document_of(text), marks_of(text)) if line in p.span.of(text).split("\n")
    )


@pytest.mark.parametrize(
    "links",
    [
        "Council puts off its vote on the port again\nFerry crews vote to go on with the strike",
        "What the new rules mean for drivers\nA long night in the council chamber",
        "Opinion: The port that nobody wanted\nMayor ‘not told’ of the plan for the port",
    ],
)
def test_headlines_in_sentence_case_are_links(links: str) -> None:
    for link in links.split("\n"):
        assert kind_in(links, link) == "furniture"


@pytest.mark.parametrize("label", ["Related stories", "Read more:", "More on this topic"])
def test_a_line_below_a_label_of_links_is_one(label: str) -> None:
    assert (
        kind_in(f"{label}\nTwo ferries damaged in the old port", "Two ferries damaged in the old port")
        == "furniture"
    )


@pytest.mark.parametrize(
    "listed",
    [
        "Two ferries damaged in the port\nThree crews called out on strike",
        "Why did the council meet in secret?\nWhat did the mayor know about the offer?",
        "ANA TORVALD: It is all about the port\nJON VELL: The port is not the point",
    ],
)
def test_lists_questions_and_transcripts_are_text(listed: str) -> None:
    assert kind_in(listed, listed.partition("\n")[0]) == "body"


def test_what_goes_on_with_a_sentence_is_text() -> None:
    body = [*BODY[:2], "These are the points on which they differ:", *BODY[3:]]
    listed = "The council says the crews must go first\nThe union says the council must pay first"
    assert kind_in(listed, listed.partition("\n")[0], body) == "body"


@pytest.mark.parametrize("heading", ["'No word from the mayor'", "“Nobody told us”", "What the council knew"])
def test_a_few_words_between_short_paragraphs_are_a_heading(heading: str) -> None:
    body = [
        "The ferry did not sail.",
        "We heard it from the crew.",
        "It is the third time now, they said on Monday.",
    ]
    text = "\n\n".join(["Harbour Shut", *BODY, *body[:2], heading, body[2], BODY[0]])
    found = find_parts(document_of(text), marks_of(text))
    assert ("headline", heading) in [(p.kind, p.span.of(text)) for p in found]


def test_a_box_that_offers_a_newsletter_is_furniture() -> None:
    assert kind_in(BOX, BOX) == "furniture"


@pytest.mark.parametrize(
    "line",
    [
        BOX,
        "Sign up for our weekly newsletter and read it before everybody else.",
        "Get the news of the straits in your inbox every morning.",
    ],
)
def test_boxes(line: str) -> None:
    assert lines.is_promotion(line)


@pytest.mark.parametrize(
    "line",
    [
        "The letters were sent to you on Monday, the minister said, by our newsroom, every week.",
        "The council sends a daily briefing by e-mail.",
        "You can subscribe to the view that it was an accident.",
    ],
)
def test_sentences_that_only_speak_of_letters(line: str) -> None:
    assert not lines.is_promotion(line)


def test_the_sites_name_behind_a_headline_is_no_part_of_it() -> None:
    text = f"Harbour shut as strike goes on | Bay Talk forum\n\n{BODY[0]}\n\n{BODY[1]}"
    found = [(p.kind, p.span.of(text)) for p in find_parts(document_of(text), marks_of(text))]
    assert found[:2] == [("headline", "Harbour shut as strike goes on"), ("furniture", "| Bay Talk forum")]
    assert lines.site_after("News | Sport | Weather") == 0
    assert lines.site_after("Home | News") == 0


def test_a_short_line_in_the_last_paragraphs_is_not_lost() -> None:
    text = "\n\n".join(["Harbour Shut", *BODY, BOX, "The Guardian reports:", *BODY[:3]])
    kinds = [p.kind for p in find_parts(document_of(text), marks_of(text))]
    assert kinds[-3:] == ["introducer", "quoted", "body"]


def test_words_on_a_role_are_not_the_authors_note() -> None:
    assert not lines.is_bio("Adding to the doubt is the role of Jon Vell, a researcher at Lodrin.")
    assert lines.is_bio("Jon Vell is a researcher at Lodrin.")
