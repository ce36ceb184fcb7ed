"""Pages whose mark-up came with them as hints."""

from __future__ import annotations

import pytest

from headwater.parts import find_parts
from headwater.records import Hint, Part
from headwater.records.vocabulary import HintKind, PartKind
from said import document_of, marks_of, span_of

CARRIED = "The ships were moved on Sunday, harbour officials said."


def parts_of(*blocks: tuple[HintKind, str] | tuple[HintKind, str, str]) -> list[tuple[str, str | None, str]]:
    """Kind, voice and words of the parts of a page with one block a hint."""
    text = "\n".join(b[1] for b in blocks)
    hints = tuple(Hint(span_of(text, b[1]), b[0], b[2] if len(b) > 2 else None) for b in blocks)
    found = find_parts(document_of(text, hints=hints), marks_of(text))
    return [(p.kind, p.voice.label if p.voice else None, p.span.of(text)) for p in found]


@pytest.mark.parametrize(
    ("hint", "kind"),
    [
        ("headline", "headline"),
        ("heading", "headline"),
        ("dek", "dek"),
        ("byline", "byline"),
        ("dateline", "dateline"),
        ("caption", "caption"),
        ("bio", "bio"),
        ("furniture", "furniture"),
        ("comment_author", "furniture"),
        ("paragraph", "body"),
        ("list_item", "body"),
    ],
)
def test_the_pages_own_marks_decide(hint: HintKind, kind: PartKind) -> None:
    found = parts_of(("headline", "Harbour closed"), (hint, "Some words of the page, for once."))
    assert found[1] == (kind, None, "Some words of the page, for once.")


@pytest.mark.parametrize(
    ("lead", "voice"),
    [
        ("From the Guardian, an account of the night:", "Guardian"),
        ("There is more in the Tesmar Herald:", "Tesmar Herald"),
        ("Here is Orvapress:", "Orvapress"),
        ("WSJ (“Ships Moved From Lodrin“):", "WSJ"),
        ("It has been a long week. Reuters reports that the ships are gone.", "Reuters"),
    ],
)
def test_a_lead_in_names_the_outlet_of_a_block_quotation(lead: str, voice: str) -> None:
    found = parts_of(("headline", "Ships moved"), ("paragraph", lead), ("blockquote", CARRIED))
    assert found[-1] == ("quoted", voice, CARRIED)


def test_the_sentence_above_a_block_quotation_is_its_introducer() -> None:
    found = parts_of(
        ("paragraph", "It has been a long week. Here is Orvapress, the agency in Brask:"),
        ("blockquote", CARRIED),
    )
    assert [(kind, words) for kind, _, words in found] == [
        ("body", "It has been a long week."),
        ("introducer", "Here is Orvapress, the agency in Brask:"),
        ("quoted", CARRIED),
    ]


def test_the_sites_name_behind_a_marked_headline_is_furniture() -> None:
    found = parts_of(("headline", "Ships moved again | Bay Talk"), ("paragraph", "The ships are gone."))
    assert [(kind, words) for kind, _, words in found[:2]] == [
        ("headline", "Ships moved again"),
        ("furniture", "| Bay Talk"),
    ]


def test_a_picture_between_lead_in_and_quotation_does_not_matter() -> None:
    found = parts_of(
        ("paragraph", "There is more in the Tesmar Herald:"),
        ("caption", "The harbour."),
        ("blockquote", CARRIED),
    )
    assert found[-1] == ("quoted", "Tesmar Herald", CARRIED)


def test_the_cited_address_is_the_voice_where_no_lead_in_names_one() -> None:
    found = parts_of(
        ("paragraph", "It has been a long week."),
        ("blockquote", CARRIED, "https://www.tesmar-herald.example/a/1"),
    )
    assert found[-1] == ("quoted", "tesmar-herald.example", CARRIED)


def test_a_quotation_without_any_source_stays_without_a_name() -> None:
    found = parts_of(("paragraph", "It has been a long week."), ("blockquote", CARRIED))
    assert found[-1] == ("quoted", "another source", CARRIED)


def test_paragraphs_of_one_block_quotation_are_one_part() -> None:
    found = parts_of(
        ("paragraph", "There is more in the Tesmar Herald:"),
        ("blockquote", CARRIED),
        ("blockquote", "The mayor was not told."),
        ("paragraph", "So it goes."),
    )
    assert [(kind, voice) for kind, voice, _ in found[-2:]] == [("quoted", "Tesmar Herald"), ("body", None)]


def test_a_block_quotation_goes_on_after_a_remark() -> None:
    found = parts_of(
        ("paragraph", "There is more in the Tesmar Herald:"),
        ("blockquote", CARRIED),
        ("paragraph", "And so it goes. The article continues:"),
        ("blockquote", "The mayor was not told."),
    )
    assert found[-1] == ("quoted", "Tesmar Herald", "The mayor was not told.")


def test_a_marked_comment_has_its_commenter_and_whom_it_answers() -> None:
    text = "Mara K\n@Rob1: No, it was the ships."
    hints = (
        Hint(span_of(text, "Mara K"), "comment_author"),
        Hint(span_of(text, "@Rob1: No, it was the ships."), "comment", "Mara K"),
    )
    head, comment = find_parts(document_of(text, hints=hints), marks_of(text))
    assert head.kind == "furniture"
    assert _voice(comment) == "Mara K"
    assert (comment.kind, comment.reply_to) == ("comment", "Rob1")


def test_a_comment_without_a_name_is_a_commenters() -> None:
    assert parts_of(("paragraph", "It has been a long week."), ("comment", "I doubt it."))[-1][:2] == (
        "comment",
        "a commenter",
    )


def test_every_part_says_why() -> None:
    text = "There is more in the Tesmar Herald:\n" + CARRIED
    hints = (Hint(span_of(text, CARRIED), "blockquote"),)
    for part in find_parts(document_of(text, hints=hints), marks_of(text)):
        assert part.made is not None
        assert part.made.by == "rule"
        assert part.made.why


def _voice(part: Part) -> str | None:
    return part.voice.label if part.voice else None
