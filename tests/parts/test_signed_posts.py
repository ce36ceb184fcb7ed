"""Posts of networks inside a page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.parts import find_parts
from headwater.records import Hint, Span
from said import document_of, marks_of, reading_of, said_in

SIGNED = "— Ana Torvald (@anatorvald) May 2, 2018"
POST = "I think the harbour will open tomorrow."


def parts_of(text: str) -> list[tuple[str, str | None, str]]:
    parts = find_parts(document_of(text), marks_of(text))
    return [(p.kind, p.voice.label if p.voice else None, p.span.of(text)) for p in parts]


@pytest.mark.parametrize(
    "signature",
    [
        SIGNED,
        "— Ana Torvald (@anatorvald) 2 May 2018",
        "—Ana Torvald (@anatorvald), Sept. 2, 2018",
        "– Ana Torvald (@anatorvald) May 2, 2018",
    ],
)
def test_a_post_is_its_signers(signature: str) -> None:
    text = f"The mayor wrote about it.\n\n{POST} {signature}\n\nNobody answered her."
    assert parts_of(text) == [
        ("body", None, "The mayor wrote about it."),
        ("quoted", "Ana Torvald", POST),
        ("introducer", None, signature),
        ("body", None, "Nobody answered her."),
    ]


def test_a_signature_alone_signs_the_paragraph_above_it() -> None:
    text = f"The mayor wrote about it on Monday.\n\n{POST}\n\n{SIGNED}"
    assert [(k, v) for k, v, _ in parts_of(text)] == [
        ("body", None),
        ("quoted", "Ana Torvald"),
        ("introducer", None),
    ]


def test_a_block_quotation_is_signed_as_a_whole() -> None:
    lines = ["The mayor wrote.", "The crane fell.", POST, SIGNED]
    text = "\n\n".join(lines)
    hints = tuple(
        Hint(Span(text.index(w), text.index(w) + len(w)), "blockquote" if n else "paragraph")
        for n, w in enumerate(lines)
    )
    document = document_of(text, hints=hints)
    found = find_parts(document, marks_of(text))
    assert [(p.kind, p.voice and p.voice.label) for p in found] == [
        ("body", None),
        ("quoted", "Ana Torvald"),
        ("introducer", None),
    ]


@pytest.mark.parametrize("name", ["Ana Torvald", "Rep. Ana J. Torvald", "Port of Dorn", "Dorn 🔹"])
def test_a_name_above_a_post_says_whose_it_is(name: str) -> None:
    text = f"The mayor wrote about it.\n\n{name} (@handle) {POST}\n\nNobody answered."
    assert parts_of(text) == [
        ("body", None, "The mayor wrote about it."),
        ("introducer", None, f"{name} (@handle)"),
        ("quoted", name, POST),
        ("body", None, "Nobody answered."),
    ]


def test_several_posts_in_one_paragraph() -> None:
    text = f"{POST} {SIGNED} No it will not! — Piet Marn (@marn) May 3, 2018 They went on."
    assert [(k, v) for k, v, _ in parts_of(text)] == [
        ("quoted", "Ana Torvald"),
        ("introducer", None),
        ("quoted", "Piet Marn"),
        ("introducer", None),
        ("body", None),
    ]


def test_who_says_i_in_a_post() -> None:
    text = f"The mayor of Dorn, Ana Torvald, wrote about it.\n\n{POST} {SIGNED}"
    (found,) = [s for s in said_in(text, byline="Ada Lorn") if s.cue == "think"]
    assert found.chain == ("Ana Torvald", "Ana Torvald")
    assert {e.type for e in reading_of(text).entities if e.name == "Ana Torvald"} == {"person"}


def test_days_in_a_post_count_from_its_own() -> None:
    reading = reading_of(f"It rained.\n\n{POST} {SIGNED}", published="2018-06-30")
    values = {t.span.of(reading.document.text): t.value for t in reading.times}
    assert values == {"tomorrow": "2018-05-03", "May 2, 2018": "2018-05-02"}


def test_the_pages_author_may_show_a_post_of_their_own() -> None:
    text = f"It rained on Monday. I was wet.\n\n{POST} {SIGNED}"
    assert reading_of(text, byline="Ana Torvald").attributions[0].chain[0].label == "Ana Torvald"


@pytest.mark.parametrize(
    "line",
    [
        "Ana Torvald (@anatorvald) is a reporter in Dorn.",
        "It rained. Ana Torvald (@anatorvald) Went away.",
        "The mayor (@anatorvald) wrote on May 2, 2018.",
        "She wrote — often — to Piet (@marn).",
        "— Ana Torvald",
    ],
)
def test_what_signs_nothing(line: str) -> None:
    assert [k for k, _, _ in parts_of(f"{POST} It was late.\n\n{line} And then she left the town.")] == [
        "body"
    ]


@given(st.lists(st.sampled_from([POST, SIGNED, "\n\n", " ", "— ", "(@a) ", "May 2, 2018", "It rained."])))
def test_every_word_stands_in_one_part(pieces: list[str]) -> None:
    text = "".join(pieces)
    if not text.strip():
        return
    found = find_parts(document_of(text), marks_of(text))
    covered = [n for p in found for n in range(p.span.start, p.span.end)]
    assert covered == sorted(set(covered))
    assert {n for n, c in enumerate(text) if not c.isspace()} <= set(covered)
