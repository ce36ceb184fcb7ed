from __future__ import annotations

from collections.abc import Callable
from dataclasses import FrozenInstanceError, replace

import pytest

from headwater.records import (
    Attribution,
    ChainLink,
    Document,
    Entity,
    Figure,
    Made,
    Mention,
    Occasion,
    Part,
    Reading,
    Span,
    Time,
    Voice,
    document_id,
    from_json,
    to_json,
)

TEXT = "Oke said the pier was shut."
DOCUMENT = Document(id=document_id("k", TEXT), source="k", source_key="k", text=TEXT)
PAGE = ChainLink("this page", None, "page")
ATTRIBUTION = Attribution(
    id="a1",
    content=(Span(9, 26),),
    cue=(Span(4, 8),),
    source=(Span(0, 3),),
    form="indirect",
    sort="statement",
    source_kind="named_person",
    speakers=("e1",),
    polarity="asserts",
    content_negated=False,
    certainty="certain",
    parent=None,
    part=0,
    chain=(PAGE, ChainLink("Oke", "e1", "speaker")),
)
READING = Reading(
    document=DOCUMENT,
    parts=(Part(Span(0, 27), "body"),),
    entities=(Entity("e1", "Oke", "person"),),
    mentions=(Mention(Span(0, 3), "person", "e1", "name"),),
    attributions=(ATTRIBUTION,),
)


def test_a_whole_reading_comes_back_unchanged() -> None:
    assert from_json(Reading, to_json(READING)) == READING


def test_records_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        ATTRIBUTION.polarity = "denies"  # type: ignore[misc]


@pytest.mark.parametrize(
    "broken",
    [
        lambda: Part(Span(0, 2), "chapter"),  # type: ignore[arg-type]
        lambda: Entity("e1", "Oke", "ship"),  # type: ignore[arg-type]
        lambda: Mention(Span(0, 2), "person", None, "nickname"),  # type: ignore[arg-type]
        lambda: ChainLink("Oke", None, "reader"),  # type: ignore[arg-type]
        lambda: Time(Span(0, 2), "age", None, None, None, "explicit"),  # type: ignore[arg-type]
        lambda: Time(Span(0, 2), "date", None, None, "soon", "explicit"),  # type: ignore[arg-type]
        lambda: Figure(Span(0, 2), 1, 1, "nearly", None, "killed"),  # type: ignore[arg-type]
        lambda: Figure(Span(0, 2), 1, 1, "exact", None, "ships"),  # type: ignore[arg-type]
        lambda: replace(ATTRIBUTION, polarity="maybe"),  # type: ignore[arg-type]
        lambda: replace(ATTRIBUTION, certainty="sure"),  # type: ignore[arg-type]
    ],
)
def test_words_outside_a_vocabulary_are_refused(broken: Callable[[], object]) -> None:
    with pytest.raises(ValueError, match="it must be one of"):
        broken()


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        (lambda: Entity("e1", "", "person"), "has no name"),
        (lambda: Voice(""), "needs a label"),
        (lambda: ChainLink("", None, "page"), "needs a label"),
        (lambda: Figure(Span(0, 2), 9, 3, "range", None, "killed"), "low <= high"),
        (lambda: Time(Span(0, 2), "date", "2024", "year", None, "unanchored"), "has no value"),
        (lambda: Made("rule", "1", score=1.2), "must lie in"),
        (lambda: replace(ATTRIBUTION, content=()), "has no content"),
        (lambda: replace(ATTRIBUTION, content=(Span(9, 12), Span(11, 20))), "overlapping"),
        (lambda: replace(ATTRIBUTION, content=(Span(9, 12), Span(2, 5))), "out of order"),
        (lambda: replace(ATTRIBUTION, chain=()), "must begin with the page"),
        (lambda: replace(ATTRIBUTION, chain=ATTRIBUTION.chain[1:]), "must begin with the page"),
        (lambda: replace(READING, parts=(Part(Span(0, 28), "body"),)), "the text ends at 27"),
        (lambda: replace(READING, parts=(Part(Span(0, 20), "body"),)), r"no part covers \[20, 27\)"),
        (
            lambda: replace(READING, parts=(Part(Span(0, 20), "body"), Part(Span(18, 27), "body"))),
            "overlapping",
        ),
        (lambda: replace(READING, entities=()), "has no entity e1"),
        (lambda: replace(READING, attributions=(replace(ATTRIBUTION, part=1),)), "stands in part 1"),
        (lambda: replace(READING, attributions=(replace(ATTRIBUTION, parent="a1"),)), "do not end"),
        (lambda: replace(READING, attributions=(replace(ATTRIBUTION, parent="a9"),)), "do not end"),
    ],
)
def test_what_breaks_a_rule_cannot_be_built(broken: Callable[[], object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        broken()


def test_white_space_needs_no_part() -> None:
    parts = (Part(Span(0, 3), "headline"), Part(Span(4, 27), "body"))
    assert replace(READING, parts=parts).parts == parts


def test_a_score_is_kept_to_four_places() -> None:
    assert Made("rule", "1", score=0.123456).score == 0.1235


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        (lambda: replace(ATTRIBUTION, basis="witness"), "go together"),
        (lambda: replace(ATTRIBUTION, basis_spans=(Span(0, 3),)), "go together"),
        (lambda: replace(ATTRIBUTION, basis="dream", basis_spans=(Span(0, 3),)), "must be one of"),  # type: ignore[arg-type]
        (lambda: Occasion(None, "picnic", None, (Span(0, 3),)), "must be one of"),  # type: ignore[arg-type]
        (lambda: Occasion("k", "statement", None, (Span(0, 3),)), "has a day"),
        (lambda: Occasion("", "statement", "2016-05-04", (Span(0, 3),)), "not empty"),
        (lambda: Occasion(None, "statement", "2016-05", (Span(0, 3),)), "2016-05-04"),
        (lambda: Occasion(None, "statement", None, ()), "needs the words"),
        (lambda: replace(READING, attributions=(_said_at(Span(30, 40)),)), "the text ends at"),
    ],
)
def test_a_basis_and_an_occasion_have_their_words(broken: Callable[[], object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        broken()


def _said_at(span: Span) -> Attribution:
    return replace(ATTRIBUTION, occasion=Occasion(None, "statement", None, (span,)))
