"""Parents and chains: on whose word a statement stands."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.records import Attribution, Span, Spans
from headwater.voices.chains import ancestry, parents
from headwater.voices.draft import Draft
from said import one, reading_of, said_in, statements


def test_one_statement_inside_another() -> None:
    text = "Piet Marn told the Herald that Ana Torvald had said the harbour was closed."
    outer, inner = said_in(text)
    assert (outer.record.parent, inner.record.parent) == (None, outer.record.id)
    assert (outer.chain, inner.chain) == (("Piet Marn",), ("Piet Marn", "Ana Torvald"))


@pytest.mark.parametrize(
    "text",
    [
        "Officials said the blast was the work of the Tide Brigade.",
        "Officials said that the Tide Brigade had struck it with help from the Coast Security Service.",
        "The blast was the work of the Tide Brigade, according to officials.",
        "Officials accused the Tide Brigade of striking the harbour.",
        "Officials said the killing of Ana Torvald was an operation by the Coast Security Service.",
    ],
)
def test_whom_a_content_is_about_is_never_in_its_chain(text: str) -> None:
    found = said_in(text)
    assert found
    for said in found:
        assert [label.lower() for label in said.chain] == ["officials"]


@pytest.mark.parametrize("newswire", ["state newswire TTA", "the state news agency TTA", "TTA"])
def test_according_to_a_newswire(newswire: str) -> None:
    found = one(said_in(f"The harbour was closed on Monday, according to {newswire}."), "according to")
    assert found.chain == ("TTA",)


def test_a_newswire_that_cites_somebody_relays_him() -> None:
    text = "The state newswire TTA reported that the harbour was closed, citing Ana Torvald."
    outer, inner = said_in(text)
    assert (outer.cue, outer.chain) == ("reported", ("TTA",))
    assert (inner.cue, inner.source, inner.chain) == ("citing", "Ana Torvald", ("TTA", "Ana Torvald"))
    assert inner.content == outer.content == "that the harbour was closed"
    assert inner.record.parent == outer.record.id


def test_citing_what_cannot_speak_adds_no_voice() -> None:
    for said in said_in("TTA reported that the harbour was closed, citing concerns over safety."):
        assert said.chain == ("TTA",)


def test_quoted_as_saying() -> None:
    outer, inner = said_in("TTA quoted Ana Torvald as saying that the harbour was closed.")
    assert (outer.cue, outer.chain) == ("quoted", ("TTA",))
    assert (inner.content, inner.chain) == ("that the harbour was closed", ("TTA", "Ana Torvald"))
    assert inner.record.parent == outer.record.id


def test_a_paper_said_that_a_newswire_quoted_somebody() -> None:
    text = (
        "The Tesmar Herald said the news agency TTA quoted the minister, Ana Torvald, "
        "as saying that it was closed."
    )
    paper, newswire, minister = said_in(text)
    assert newswire.content.endswith("as saying that it was closed")
    assert minister.chain == (*newswire.chain, "Ana Torvald")
    assert newswire.chain == (*paper.chain, "TTA")


def test_a_blog_that_carries_a_paper_that_quotes_a_newswire() -> None:
    text = (
        "The Harbour Again\nAnother long week, my friends.\n"
        "WSJ (“Ships Moved From Lodrin“):\n"
        "According to state newswire TTA, Ana Torvald said the ships were gone."
    )
    reading = reading_of(text, byline="Jon Vell", outlet="Tidewrack")
    said = one(statements(reading), "said")
    assert [(link.kind, link.label) for link in said.record.chain] == [
        ("page", "Jon Vell"),
        ("carried", "WSJ"),
        ("speaker", "TTA"),
        ("speaker", "Ana Torvald"),
    ]
    assert reading.parts[said.record.part].kind == "quoted"


def test_a_quotation_over_paragraphs_keeps_its_speaker() -> None:
    text = """Blast in Lodrin
“The harbour is lost,” Ana Torvald said. “We have no ships at all.
“We have no men. We have nothing at all.
“We will come back.”
“I do not believe a word of it,” said Piet Marn."""
    found = [s for s in said_in(text) if s.record.parent is None]
    assert [s.chain for s in found] == [("Ana Torvald",)] * 3 + [("Piet Marn",)]
    assert [s.content for s in found[1:3]] == [
        "“We have no men. We have nothing at all.",
        "“We will come back.”",
    ]
    assert all(s.record.form == "direct" for s in found)


def test_ids_are_numbered_in_order_of_the_text() -> None:
    reading = reading_of(
        "Ana Torvald said no word of it was true. Piet Marn said she was wrong. He added that he knew."
    )
    assert [a.id for a in reading.attributions] == [f"a{n}" for n in range(1, len(reading.attributions) + 1)]
    assert [e.id for e in reading.entities] == [f"e{n}" for n in range(1, len(reading.entities) + 1)]
    starts = [a.cue[0].start for a in reading.attributions]
    assert starts == sorted(starts)


def test_every_chain_link_names_its_entity() -> None:
    reading = reading_of(
        "The White House and Pentagon said the harbour was closed. Ana Torvald denied it.",
        outlet="Lodrin Courant",
    )
    known = {e.id: e.name for e in reading.entities}
    for attribution in reading.attributions:
        for link in attribution.chain:
            assert link.entity is None or known[link.entity] == link.label
        assert attribution.chain[0].label == "Lodrin Courant"


def _draft(content: Spans, cue: Span, kind: str = "verb") -> Draft:
    return Draft(content, (cue,), (), "said", kind, "by hand", 1.0)


def test_the_innermost_content_is_the_parent() -> None:
    drafts = [
        _draft((Span(10, 100),), Span(5, 9)),
        _draft((Span(40, 100),), Span(30, 34)),
        _draft((Span(70, 100),), Span(60, 64)),
    ]
    assert parents(drafts) == [None, 0, 1]
    assert ancestry(parents(drafts), 2) == [0, 1]


def test_a_relay_is_inside_what_relays_it() -> None:
    same = (Span(10, 50),)
    assert parents([_draft(same, Span(5, 9)), _draft(same, Span(52, 58), "relay")]) == [None, 0]


_spans = st.tuples(st.integers(0, 40), st.integers(1, 30)).map(lambda p: Span(p[0], p[0] + p[1]))
_drafts = st.builds(_draft, st.tuples(_spans), _spans, st.sampled_from(["verb", "relay", "phrase"])).filter(
    lambda d: not d.content[0].overlaps(d.cue[0])
)


@settings(max_examples=200)
@given(st.lists(_drafts, max_size=8))
def test_parents_never_run_in_a_circle(drafts: list[Draft]) -> None:
    found = parents(drafts)
    for i in range(len(drafts)):
        seen, at = {i}, found[i]
        while at is not None:
            assert at not in seen
            seen.add(at)
            at = found[at]


def parents_end(attributions: tuple[Attribution, ...]) -> bool:
    """Whether each parent stands in the list."""
    ids = {a.id for a in attributions}
    return all(a.parent in ids for a in attributions if a.parent)


def test_parents_are_attributions_of_the_same_document() -> None:
    reading = reading_of(
        "Piet Marn told TTA that Ana Torvald had said that officials believed it was shut, citing the army."
    )
    assert parents_end(reading.attributions)
    assert len(reading.attributions) >= 2


class Counted(int):
    """A number that counts how often it is compared."""

    compared = 0

    def __ge__(self, other: object) -> bool:
        Counted.compared += 1
        return int(self) >= other  # type: ignore[operator]


def test_each_of_many_quotations_in_one_statement_is_placed_at_once() -> None:
    """Not by a look at all that stand between it and the statement."""
    whole = Draft((Span(10, 100_000),), (Span(2, 6),), (), "said", "verb", "", 1.0)
    many = [
        Draft((Span(at, Counted(at + 9)),), (Span(at + 10, at + 14),), (), "said", "verb", "", 1.0)
        for at in range(20, 60_000, 30)
    ]
    Counted.compared = 0
    assert parents([whole, *many]) == [None, *([0] * len(many))]
    assert Counted.compared < 10 * len(many)
