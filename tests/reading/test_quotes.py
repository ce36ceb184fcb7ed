from __future__ import annotations

import pytest
from hypothesis import given, settings

import strategies
from headwater.reading.quotes import quotes
from headwater.reading.sentences import paragraphs
from headwater.records import Quote


def found_in(text: str) -> tuple[Quote, ...]:
    return quotes(text, paragraphs(text))


def quoted(text: str) -> list[str]:
    return [q.span.of(text) for q in found_in(text)]


@pytest.mark.parametrize(
    "mark",
    [
        '"we go"',
        "“we go”",
        "«we go»",
        "„we go“",
        "„we go”",
        "``we go''",
        "‘we go’",
        "'we go'",
        "“we go“",
        '“we go"',
    ],
)
def test_marks_of_all_kinds(mark: str) -> None:
    text = f"She said {mark}, and left."
    (quote,) = found_in(text)
    assert (quote.span.of(text), quote.inner.of(text), quote.continues) == (mark, "we go", False)


def test_a_headline_that_closes_with_an_opening_mark() -> None:
    assert quoted("WSJ (“Blast in Lodrin“): he said “no”.") == ["“Blast in Lodrin“", "“no”"]


@pytest.mark.parametrize(
    "text",
    [
        "“Never closed and no more.\nNext paragraph.",
        'He said "never closed.\nNext.',
        "Stray ” and more.",
        '5\'10" tall and 6" wide.',
        "The ‘90s and the ’80s were rock ’n’ roll.",
        "The minister's ship, the sailors' home, it’s all here.",
        "“” and \"\" and ''",
        "„",
        "",
    ],
)
def test_marks_without_a_partner_are_no_quotation(text: str) -> None:
    assert quoted(text) == []


def test_a_quotation_goes_on_over_paragraphs() -> None:
    text = "“One. Two.\n“Three.\n“Four.” End\nFive."
    assert [(q.inner.of(text), q.continues) for q in found_in(text)] == [
        ("One. Two.", True),
        ("Three.", True),
        ("Four.", False),
    ]


def test_a_quotation_goes_on_over_paragraphs_in_straight_marks() -> None:
    text = '"One. Two.\n"Three."'
    assert [(q.inner.of(text), q.continues) for q in found_in(text)] == [
        ("One. Two.", True),
        ("Three.", False),
    ]


def test_singles_inside_doubles() -> None:
    assert quoted("“He said ‘it’s over’ to me,” she said.") == ["“He said ‘it’s over’ to me,”", "‘it’s over’"]


def test_apostrophes_inside_singles() -> None:
    assert quoted("He said 'we won't go, don't ask' and left.") == ["'we won't go, don't ask'"]
    assert quoted("‘The ministers’ ship is lost,’ he said.") == ["‘The ministers’ ship is lost,’"]


@settings(max_examples=50)
@given(strategies.texts)
def test_quotations_stand_in_order_and_hold_words(text: str) -> None:
    found = found_in(text)
    assert list(found) == sorted(found, key=lambda q: (q.span.start, -q.span.end))
    assert all(q.span.contains(q.inner) and q.inner.of(text).strip() for q in found)
    blocks = paragraphs(text)
    assert all(any(b.contains(q.span) for b in blocks) for q in found)
