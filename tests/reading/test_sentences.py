from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings

import strategies
from headwater.reading.sentences import paragraphs, sentences


def blocks_of(text: str) -> list[str]:
    return [s.of(text) for s in paragraphs(text)]


def split(text: str) -> list[str]:
    return [s.of(text) for s in sentences(text, paragraphs(text))]


@pytest.mark.parametrize(
    "whole",
    [
        "U.S. officials met in Lodrin.",
        "Gen. Piet Marn met Dr. Ana Torvald on Jan. 5 at 3 p.m. in Lodrin.",
        "John F. Kennedy and J. K. Rowling met.",
        "Air Force Maj. Gen. Pat Ryder left.",
        "The firm, Orvapress Inc., said so.",
        "Sen. Vell, R-Lodrin, met Lt. Col. Marn.",
        "Prices rose 3.5 percent to $1.20 a litre.",
        "He waited … and left.",
        "St. Petersburg v. No. 5 was heard.",
        "Orvapress Co. of Lodrin closed.",
    ],
)
def test_stops_that_end_no_sentence(whole: str) -> None:
    assert split(f"{whole} They left.") == [whole, "They left."]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He lives in the U.S. The minister does not.", 2),
        ("He came at 5 p.m. The talks began.", 2),
        ("He said “no.” Then he left.", 2),
        ("“Stop!” he said. “Go?” He went.", 3),
        ("“We will go. We will come back,” she said. He left.", 3),
        ("She asked: who did this? Nobody knew! Really.", 3),
        ('It was over ... He left. "Yes." (He did.) So he said.', 5),
        ("He fled.’ She stayed.", 2),
        ("Мир пал. Всё.", 2),
        ("No stop at all", 1),
        ("So did I. He left.", 2),
        ("", 0),
        (" \n\t ", 0),
    ],
)
def test_sentences_are_counted(text: str, found: int) -> None:
    assert len(split(text)) == found


def test_a_closing_mark_stays_with_its_sentence() -> None:
    assert split("“We go.” He left.") == ["“We go.”", "He left."]
    assert split("(He did.) She did not.") == ["(He did.)", "She did not."]


def test_a_byline_never_runs_into_the_text() -> None:
    assert split("By Jon Vell\nThree people died.") == ["By Jon Vell", "Three people died."]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\n\n\n", " \n "])
def test_every_line_of_a_page_is_a_paragraph(end: str) -> None:
    assert blocks_of(f"One line.{end}  Two lines{end}") == ["One line.", "Two lines"]


WRAPPED = """The ministry of the sea of Korvessa said on Monday that the
harbour of Lodrin would be closed for the whole week, since the
ships had not come back from the sea in time and nobody knew
where they were.

The mayor said that he had not been told of the decision, and
that he would write a letter to the ministry about the matter
before the end of the week."""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_text_wrapped_by_hand_is_joined(end: str) -> None:
    text = WRAPPED.replace("\n", end)
    assert [b.split()[-1] for b in blocks_of(text)] == ["were.", "week."]
    assert len(split(text)) == 2


def test_lines_without_blank_lines_between_them_stay_apart() -> None:
    lines = [
        "The ministry said that the harbour was closed.",
        "It gave no reason.",
        "The mayor was not told.",
    ]
    assert blocks_of("\n".join(lines)) == lines


@settings(max_examples=50)
@given(strategies.texts)
def test_every_word_stands_in_one_paragraph_and_one_sentence(text: str) -> None:
    blocks = paragraphs(text)
    for spans in (blocks, sentences(text, blocks)):
        assert "".join("".join(s.of(text).split()) for s in spans) == "".join(text.split())
        assert all(a.end <= b.start for a, b in pairwise(spans))
        assert all(s.of(text) == s.of(text).strip() for s in spans)
