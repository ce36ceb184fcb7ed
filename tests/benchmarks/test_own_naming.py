"""Names of voices that labellers of passages alone could not know."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.measures import Triple
from benchmarks.own.marks import GOLD, Labelled, Mark, read
from benchmarks.own.naming import Named, read_names, with_names
from headwater.records.spans import Span

SHE = frozenset(("she",))
OTHER = frozenset(("Piet Marn",))
MARK = Mark(
    id="1",
    triple=Triple((Span(0, 3),), (Span(4, 8),), (Span(9, 12),)),
    form="indirect",
    sort="statement",
    source_kind="named_person",
    speakers=(SHE,),
    polarity="asserts",
    content_negated=False,
    certainty="certain",
    parent=None,
    chain=(("speaker", (OTHER,)), ("speaker", (SHE,))),
)
PASSAGE = Labelled("n1", "news", "k", "0", Span(0, 12), (MARK,))


@pytest.mark.parametrize(
    ("first", "second", "name"),
    [
        ("Ana Torvald", "Captain Ana Torvald", "Ana Torvald"),
        ("Dorn's letter (of May), long", "the letter by Dorn", "Dorn's letter"),
        ("Ana Torvald", "Piet Marn", None),
        ("Ana Torvald", "?", None),
        ("-", "-", None),
    ],
)
def test_a_name_that_both_gave(first: str, second: str, name: str | None) -> None:
    assert Named("n1", "she", first, second).name == name


def test_whether_two_agree() -> None:
    assert Named("n1", "she", "-", "-").is_agreed
    assert not Named("n1", "she", "-", "?").is_agreed
    assert not Named("n1", "she", "?", "?").is_agreed


def test_a_voice_gets_its_name_as_one_more_label() -> None:
    (found,) = with_names([PASSAGE], [Named("n1", "she", "Ana Torvald", "Ana Torvald")])
    named = frozenset(("she", "Ana Torvald"))
    assert found.marks == (
        replace(MARK, speakers=(named,), chain=(("speaker", (OTHER,)), ("speaker", (named,)))),
    )
    assert with_names([found], [Named("n1", "she", "Ana Torvald", "Ana Torvald")]) == [found]
    assert with_names([PASSAGE], [Named("n2", "she", "Ana Torvald", "Ana Torvald")]) == [PASSAGE]


def test_the_gold_holds_the_names() -> None:
    gold = read(GOLD)
    assert with_names(gold, read_names()) == gold
    assert sum(n.name is not None for n in read_names()) == 21
