"""Whom a report cites in the middle of itself."""

from __future__ import annotations

import pytest

from said import said_in

CLOSED = "the harbour was closed"


@pytest.mark.parametrize(
    ("text", "paper", "cited"),
    [
        ("Reuters, citing two officials, reported that the harbour was closed.", "Reuters", "two officials"),
        (
            "CNN, citing two U.S. officials, reported that the harbour was closed.",
            "CNN",
            "two U.S. officials",
        ),
        (
            "Russian state media, citing the defense ministry, reported that the harbour was closed.",
            "Russian state media",
            "the defense ministry",
        ),
        ("Reuters reported, citing two officials, that the harbour was closed.", "Reuters", "two officials"),
        ("Citing two officials, Reuters reported that the harbour was closed.", "Reuters", "two officials"),
        ("The harbour was closed, Reuters reported, citing two officials.", "Reuters", "two officials"),
        (
            "Reuters reported Monday, citing a clerk familiar with the papers, that the harbour was closed.",
            "Reuters",
            "a clerk familiar with the papers",
        ),
        ("As Reuters reported, citing two officials, the harbour was closed.", "Reuters", "two officials"),
        (
            "The state news agency, citing the ministry, said the harbour was closed.",
            "The state news agency",
            "the ministry",
        ),
    ],
)
def test_the_report_and_whom_it_cites_say_the_same(text: str, paper: str, cited: str) -> None:
    found = {s.chain: s for s in said_in(text)}
    assert set(found) == {(paper,), (paper, cited)}
    inner = found[(paper, cited)]
    assert inner.record.parent == found[(paper,)].record.id
    assert {s.content.removeprefix("that ").lower() for s in found.values()} == {CLOSED}


def test_who_comes_behind_the_aside_is_not_cited() -> None:
    found = said_in("As Reuters reported, citing two officials, the minister resigned.")
    assert {(s.chain, s.content) for s in found} == {
        (("Reuters",), "the minister resigned"),
        (("Reuters", "two officials"), "the minister resigned"),
    }


def test_a_report_that_the_aside_parts_is_put_together() -> None:
    text = "The harbour, Reuters reported, citing two officials, was closed."
    assert {(s.chain, s.content) for s in said_in(text)} == {
        (("Reuters",), "The harbour … was closed"),
        (("Reuters", "two officials"), "The harbour … was closed"),
    }


def test_a_country_that_is_cited_is_no_voice() -> None:
    assert {s.chain for s in said_in("Ana Torvald, citing Iran, said that the harbour was closed.")} == {
        ("Ana Torvald",)
    }


def test_a_source_with_an_apposition_is_cited_whole() -> None:
    text = "The Herald said on Monday, citing Ana Torvald, the mayor, that the harbour was closed."
    assert {s.chain for s in said_in(text)} == {("Herald",), ("Herald", "Ana Torvald")}


def test_who_is_quoted_as_saying_is_read_once() -> None:
    text = "TTA, quoting Ana Torvald as saying that the harbour was closed, gave no reason."
    assert sum(s.chain[-1:] == ("Ana Torvald",) for s in said_in(text)) == 1


def test_concerns_are_nobody() -> None:
    text = "TTA reported, citing concerns over safety, that the harbour was closed."
    assert {s.chain for s in said_in(text)} == {("TTA",)}


def test_who_is_cited_does_not_say_what_is_denied_or_done() -> None:
    for text in (
        "The court, citing Judge Karl Brenn, rejected the appeal.",
        "Prosecutors charged him with fraud, citing e-mails.",
    ):
        assert all(len(s.chain) < 2 for s in said_in(text))


def test_of_many_asides_in_one_sentence_the_first_are_read() -> None:
    sentence = "Reuters said, citing Ada Lorn, that it was closed; "
    cited = [s for s in said_in(sentence * 40) if s.chain == ("Reuters", "Ada Lorn")]
    assert 1 <= len(cited) <= 6


@pytest.mark.parametrize(
    "text",
    [
        "Local officials, cited by Reuters, said the harbour was closed.",
        "Local officials, quoted by Reuters, said on Monday that the harbour was closed.",
    ],
)
def test_who_is_cited_by_somebody_speaks_through_them(text: str) -> None:
    assert {s.chain for s in said_in(text)} == {("Reuters",), ("Reuters", "Local officials")}
