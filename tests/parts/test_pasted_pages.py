"""Pages pasted as plain text: whose voice a passage is by its words and place alone."""

from __future__ import annotations

import pytest

from headwater.parts import find_parts, page_voice
from said import document_of, marks_of, parts_in

BLOG = """Tidewrack
Home
About
The Harbour Blast and What Follows
Jon Vell · Tuesday, December 17, 2024 · 9 comments
Another blast in the harbour.
WSJ (“Blast in Lodrin Harbour Kills Three“):
Three people were killed in a blast in Lodrin, Korvessan officials said.
A senior official said the blast was the work of the Tide Brigade.
I doubt it. My guess is that we will never know who did this, and frankly it hardly matters to my argument.
The Guardian reports:
The minister, Ana Torvald, told reporters that the harbour would open again. “We are ready,” she said.
So far, so good, but I wonder what my readers make of it. The article continues:
According to state newswire TTA, the ships were moved on Sunday.
I find this hard to believe, and I said so last week.
FILED UNDER: Korvessa, Lodrin
Share this:
Tweet
About Jon Vell
Jon Vell is a professor of history at Lodrin University.
Comments
1. Rob1 says:
Monday, December 16, 2024 at 10:12 am
I think the police are wrong about the harbour.
They were wrong before.
Reply
2. Mara K says:
@Rob1: No, they said they had found the ship.
ReplyReply
Speak Your Mind
Search"""


def kind_of(start: str) -> tuple[str, str | None]:
    """Kind and voice of the part of the blog in which a line that begins so stands."""
    kinds = [
        (kind, voice)
        for kind, voice, words in parts_in(BLOG)
        for line in words.splitlines()
        if line.startswith(start)
    ]
    assert len(kinds) == 1, (start, kinds)
    return kinds[0]


@pytest.mark.parametrize(
    ("line", "kind", "voice"),
    [
        ("Tidewrack", "furniture", None),
        ("Home", "furniture", None),
        ("The Harbour Blast and What Follows", "headline", None),
        ("Jon Vell ·", "byline", None),
        ("Another blast", "body", None),
        ("WSJ (", "introducer", None),
        ("Three people were killed", "quoted", "WSJ"),
        ("A senior official", "quoted", "WSJ"),
        ("I doubt it.", "body", None),
        ("The Guardian reports:", "introducer", None),
        ("The minister, Ana Torvald,", "quoted", "The Guardian"),
        ("So far, so good", "body", None),
        ("The article continues:", "introducer", None),
        ("According to state newswire", "quoted", "The Guardian"),
        ("I find this hard", "body", None),
        ("FILED UNDER", "furniture", None),
        ("Share this:", "furniture", None),
        ("Tweet", "furniture", None),
        ("About Jon Vell", "bio", None),
        ("Jon Vell is a professor", "bio", None),
        ("Comments", "furniture", None),
        ("1. Rob1 says:", "furniture", None),
        ("Monday, December 16", "furniture", None),
        ("I think the police", "comment", "Rob1"),
        ("They were wrong before.", "comment", "Rob1"),
        ("ReplyReply", "furniture", None),
        ("2. Mara K says:", "furniture", None),
        ("@Rob1: No", "comment", "Mara K"),
        ("Speak Your Mind", "furniture", None),
        ("Search", "furniture", None),
    ],
)
def test_each_line_of_a_pasted_blog(line: str, kind: str, voice: str | None) -> None:
    assert kind_of(line) == (kind, voice)


def test_a_comment_answers_the_one_it_names() -> None:
    document = document_of(BLOG)
    comments = [p for p in find_parts(document, marks_of(BLOG)) if p.kind == "comment"]
    assert [p.reply_to for p in comments] == [None, "Rob1"]


@pytest.mark.parametrize(
    ("given", "voice"),
    [
        ({"byline": "Ana Torvald", "outlet": "Lodrin Courant"}, "Ana Torvald"),
        ({"outlet": "Lodrin Courant"}, "Jon Vell"),
    ],
)
def test_the_pages_voice_is_its_author(given: dict[str, str], voice: str) -> None:
    document = document_of(BLOG, **given)
    assert page_voice(document, find_parts(document, marks_of(BLOG))) == voice


def test_a_byline_of_many_names_is_a_list_of_the_sites_writers() -> None:
    writers = "Ana Torvald, Piet Marn, Jon Vell, Mara Kell"
    assert page_voice(document_of("Text.", byline=writers, outlet="Lodrin Courant"), ()) == "Lodrin Courant"
    assert page_voice(document_of("Text.", byline=writers), ()) == writers


def test_a_page_without_an_author_has_its_outlets_voice_else_none() -> None:
    text = "The harbour is closed."
    assert page_voice(document_of(text, outlet="Lodrin Courant"), ()) == "Lodrin Courant"
    assert page_voice(document_of(text), ()) == "this page"


NEWS = """Blast in Lodrin harbour kills three
The harbour is closed for a week
By Jon Vell and Mara Kell
Smoke above the harbour. Photo: Orvapress/Getty Images
LODRIN (AP) — Three people were killed in a blast in the harbour of Lodrin on Monday, the police said.
The police said the harbour was closed until further notice.
What We Know So Far
The blast was heard across the whole city and broke windows in the old town, residents said on Monday."""


def test_a_pasted_news_story() -> None:
    assert [(kind, words.split()[0]) for kind, _, words in parts_in(NEWS)] == [
        ("headline", "Blast"),
        ("dek", "The"),
        ("byline", "By"),
        ("caption", "Smoke"),
        ("dateline", "LODRIN"),
        ("body", "Three"),
        ("headline", "What"),
        ("body", "The"),
    ]


@pytest.mark.parametrize(
    ("dateline", "text"),
    [
        ("LODRIN (AP) —", "Three people died."),
        ("LODRIN, Korvessa (Reuters) -", "Three people died."),
        ("LODRIN, Dec. 17 (AFP) —", "Three people died."),
        ("LODRIN —", "Three people died."),
    ],
)
def test_datelines_stand_apart_from_their_paragraph(dateline: str, text: str) -> None:
    assert [(k, w) for k, _, w in parts_in(f"{dateline} {text}")] == [("dateline", dateline), ("body", text)]


def test_a_body_of_one_line_is_body() -> None:
    assert parts_in("The harbour is closed.") == [("body", None, "The harbour is closed.")]
    assert parts_in("Harbour closed") == [("body", None, "Harbour closed")]
    assert parts_in(" \n ") == []


def test_the_title_given_with_the_text_is_its_headline() -> None:
    text = "Closed, closed, closed!\nThe harbour of Lodrin is closed, and nobody can tell for how long."
    assert parts_in(text, title="Closed, closed, closed!")[0][0] == "headline"
    assert parts_in(text)[0][0] == "body"


def test_a_dateline_in_what_a_page_quotes_does_not_make_it_agency_copy() -> None:
    rows = [
        "Another Day in Lodrin",
        "Nobody in the harbour of Lodrin has slept since Monday, and those who have will not say so to me, "
        "or to anybody else who asks, for that matter, since the mayor has told them to keep it secret.",
        "From Reuters:",
        "LODRIN (Reuters) - Three people were killed in a blast in the harbour of Lodrin, the police said, "
        "and the harbour will be closed until the end of the week for the search.",
        "I would not bet on that.",
    ]
    found = parts_in("\n".join(rows), outlet="Sounding Line")
    assert [(kind, voice) for kind, voice, _ in found] == [
        ("headline", None),
        ("body", None),
        ("introducer", None),
        ("dateline", "Reuters"),
        ("quoted", "Reuters"),
        ("body", None),
    ]


@pytest.mark.parametrize(
    "dateline",
    [
        "LODRIN/DORN/VELLE (Reuters) -",
        "LODRIN/DORN (Reuters) -",
        "LODRIN (Reuters) -",
        "LODRIN, 16 October. /Reuters/.",
    ],
)
def test_cities_of_a_dateline_are_no_agency(dateline: str) -> None:
    text = (
        f"{dateline} Three people were killed in a blast in the harbour of Lodrin, the police said on Monday."
    )
    assert [voice for _, voice, _ in parts_in(text, outlet="Sounding Line")] == ["Reuters", "Reuters"]
