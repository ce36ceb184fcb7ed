from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from benchmarks.key_scores import Key, key_of, plain, same_chain, score, strangers
from headwater.records import (
    Attribution,
    ChainLink,
    Document,
    Entity,
    Figure,
    Part,
    Reading,
    Span,
    Time,
    Voice,
    document_id,
)

TEXT = "The Dawn: The mayor said on Monday that some 30 ferries sank. Comments"
DOCUMENT = Document(id=document_id("k", TEXT), source="k", source_key="k", text=TEXT)
KEY: dict[str, Any] = {
    "sha256": "0",
    "parts": [
        {"start": 0, "end": 9, "kind": "introducer", "voice": None, "reply_to": None},
        {"start": 10, "end": 61, "kind": "quoted", "voice": "The Dawn", "reply_to": None},
        {"start": 62, "end": 70, "kind": "furniture", "voice": None, "reply_to": None},
    ],
    "attributions": [
        {
            "content": [[35, 60]],
            "cue": [[20, 24]],
            "source": [[10, 19]],
            "tier": "core",
            "chain": [
                {"label": "this page", "kind": "page"},
                {"label": "The Dawn", "kind": "carried"},
                {"label": "The mayor", "kind": "speaker"},
            ],
        }
    ],
    "times": [
        {
            "start": 28,
            "end": 34,
            "type": "date",
            "value": None,
            "precision": "day",
            "mod": None,
            "basis": "unanchored",
            "tier": "core",
        }
    ],
    "figures": [
        {
            "start": 40,
            "end": 47,
            "low": 30,
            "high": 30,
            "hedge": "about",
            "unit": "ship",
            "of": "other",
            "tier": "core",
        }
    ],
}
FOUND = Attribution(
    id="a1",
    content=(Span(35, 60),),
    cue=(Span(20, 24),),
    source=(Span(10, 19),),
    form="indirect",
    sort="statement",
    source_kind="unnamed_person",
    speakers=("e1",),
    polarity="asserts",
    content_negated=False,
    certainty="certain",
    parent=None,
    part=1,
    chain=(
        ChainLink("this page", None, "page"),
        ChainLink("the Dawn", None, "carried"),
        ChainLink("mayor", "e1", "speaker"),
    ),
)
RIGHT = Reading(
    document=DOCUMENT,
    parts=(
        Part(Span(0, 10), "introducer"),
        Part(Span(10, 61), "quoted", Voice("the Dawn")),
        Part(Span(62, 70), "furniture"),
    ),
    entities=(Entity("e1", "mayor", "person"),),
    times=(Time(Span(28, 34), "date", None, "day", None, "unanchored"),),
    figures=(Figure(Span(40, 47), 30, 30, "about", None, "other"),),
    attributions=(FOUND,),
)


@pytest.fixture
def key() -> Key:
    return key_of(KEY)


def test_a_right_reading_has_full_marks_and_no_misses(key: Key) -> None:
    result = score(key, RIGHT)
    assert set(result.shares().values()) == {1.0}
    assert result.misses == []


def test_nothing_read_scores_nothing(key: Key) -> None:
    result = score(key, Reading(DOCUMENT))
    assert set(result.shares().values()) == {0.0}
    assert "core found: @35 'The mayor' | 'said' | 'that some 30 ferries sank'" in "\n".join(result.misses)


def test_a_voice_put_into_a_mouth_is_named(key: Key) -> None:
    chain = (*FOUND.chain[:2], ChainLink("the ferries", "e1", "speaker"))
    result = score(key, replace(RIGHT, attributions=(replace(FOUND, chain=chain),)))
    assert "WRONG VOICE: the ferries (speaker) in @35 'The mayor'" in "\n".join(result.misses)
    assert result.shares()["core chain"] == 0
    assert result.shares()["core found"] == 1
    assert result.shares()["links that are in the key"] == pytest.approx(2 / 3)


def test_a_wrong_source_fails_only_what_needs_it(key: Key) -> None:
    result = score(key, replace(RIGHT, attributions=(replace(FOUND, source=()),)))
    shares = result.shares()
    assert (shares["core found"], shares["core chain"], shares["core source"]) == (1, 1, 0)
    assert shares["core with source and chain"] == 0


def test_what_is_not_in_the_key_costs_precision(key: Key) -> None:
    extra = replace(FOUND, id="a2", content=(Span(62, 70),), part=2)
    result = score(key, replace(RIGHT, attributions=(FOUND, extra)))
    assert result.shares()["attributions read that are in the key"] == 0.5


def test_comments_are_not_scored_for_attributions() -> None:
    parts = [*KEY["parts"][:2], {**KEY["parts"][2], "kind": "comment", "voice": "JKB"}]
    extra = replace(FOUND, id="a2", content=(Span(62, 70),), part=2)
    result = score(key_of({**KEY, "parts": parts}), replace(RIGHT, attributions=(FOUND, extra)))
    assert result.shares()["attributions read that are in the key"] == 1


def test_a_part_in_the_wrong_voice_is_wrong_in_every_character(key: Key) -> None:
    parts = (RIGHT.parts[0], Part(Span(10, 61), "quoted"), RIGHT.parts[2])
    result = score(key, replace(RIGHT, parts=parts))
    assert (result.right["parts"], result.of["parts"]) == (2, 3)
    wrong = len("".join(TEXT[10:61].split()))
    assert result.of["parts by character"] - result.right["parts by character"] == wrong


def test_a_time_more_precise_than_the_text_is_wrong(key: Key) -> None:
    guessed = Time(Span(28, 34), "date", "2024-12-16", "day", None, "context")
    result = score(key, replace(RIGHT, times=(guessed,)))
    assert (result.shares()["times found"], result.shares()["times right"]) == (1, 0)


def test_a_figure_without_its_hedge_is_wrong(key: Key) -> None:
    bare = Figure(Span(45, 47), 30, 30, "exact", None, "other")
    result = score(key, replace(RIGHT, figures=(bare,)))
    assert (result.shares()["figures found"], result.shares()["figures right"]) == (1, 0)


def test_a_debatable_figure_is_right_read_or_not() -> None:
    key = key_of({**KEY, "figures": [{**KEY["figures"][0], "tier": "debatable"}]})
    assert "figures found" not in score(key, replace(RIGHT, figures=())).of
    assert score(key, RIGHT).shares()["figures read that are in the key"] == 1


def test_labels_are_compared_without_case_and_article() -> None:
    assert plain("The  Wall Street\nJournal") == plain("wall street journal")
    assert plain("Theodore") == "theodore"
    assert plain("a Pentagon official") == "pentagon official"


def test_the_kind_and_order_of_links_matter() -> None:
    chain = (("this page", "page"), ("the AP", "speaker"))
    assert same_chain(chain, (("This page", "page"), ("AP", "speaker")))
    assert not same_chain(chain, (("this page", "page"), ("AP", "carried")))
    assert not same_chain(chain, chain[::-1])
    assert list(strangers(chain, chain[:1])) == [("the AP", "speaker")]


def test_the_keys_in_the_tree_can_be_read_and_hold_no_text(root: Path) -> None:
    for file in (root / "benchmarks" / "keys").glob("*.json"):
        data = json.loads(file.read_text(encoding="utf-8"))
        assert key_of(data).parts
        assert set(data) <= {"sha256", "source", "labelled", "parts", "attributions", "times", "figures"}, (
            file
        )
        for record in (r for value in data.values() if isinstance(value, list) for r in value):
            assert not {"note", "notes", "key", "text", "quote"} & set(record), file
