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


def test_a_quotation_runs_over_paragraphs_without_a_mark_at_their_heads() -> None:
    text = 'She said: "One. Two.\nThree.\nFour," and "no more".\n"Five."'
    assert [(q.inner.of(text), q.continues) for q in found_in(text)] == [
        ("One. Two.", True),
        ("Three.", True),
        ("Four,", False),
        ("no more", False),
        ("Five.", False),
    ]


def test_a_mark_left_open_does_not_run_on_for_ever() -> None:
    plain = "Plain words.\n" * 6
    assert quoted(f'He said "never closed.\n{plain}He left." The end.') == []
    assert quoted('He said "never closed.\nShe said "it is late".') == ['"it is late"']


def test_a_closing_mark_between_two_spaces_closes() -> None:
    text = 'A note "for the day " was found, "and more".'
    assert quoted(text) == ['"for the day "', '"and more"']


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
