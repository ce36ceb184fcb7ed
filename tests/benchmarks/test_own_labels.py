from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.own.choose import Passage, read_passages
from benchmarks.own.labels import Sheet, anchored, labelled, read_rows
from benchmarks.own.marks import Labelled, read, written
from benchmarks.own.plain import balanced, paragraphs, sentences
from headwater.records.spans import Span

BEFORE = "The ferry sank in May. "
WORDS = (
    "Jan Oll said the pilot told the crew that the light was out, and that he said so twice.\n"
    "“It was dark,” she said. The Dawn reported, citing two officials, that the talks had failed."
)
TEXT = f"{BEFORE}{WORDS} He said no more."
PASSAGE = Passage(
    id="n001",
    kind="news",
    article="k",
    sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
    start=len(BEFORE),
    end=len(BEFORE) + len(WORDS),
    context=(0, len(BEFORE) - 1),
)
SAID: dict[str, Any] = {
    "id": "1",
    "content": ["the pilot told [...] twice"],
    "cue": ["said#1"],
    "source": ["Jan Oll"],
    "form": "indirect",
    "sort": "statement",
    "source_kind": "named_person",
    "speakers": ["Jan Oll|Oll"],
    "polarity": "asserts",
    "content_negated": False,
    "certainty": "certain",
    "parent": None,
    "chain": ["page", "Jan Oll"],
}
TOLD = {
    **SAID,
    "id": "2",
    "content": ["that the light was out"],
    "cue": ["told"],
    "source": ["the pilot"],
    "source_kind": "unnamed_person",
    "speakers": ["the pilot"],
    "parent": "1",
    "chain": ["page", "Oll", "the pilot"],
}


def sheet(kind: str = "news") -> Sheet:
    return Sheet(Passage(**{**_fields(PASSAGE), "kind": kind}), TEXT)


def _fields(passage: Passage) -> dict[str, Any]:
    return {name: getattr(passage, name) for name in Passage.__slots__}


def of(*attributions: dict[str, Any], kind: str = "news", **more: Any) -> tuple[Sheet, Labelled]:
    one = sheet(kind)
    return one, labelled(one, {"passage": "n001", "attributions": list(attributions), **more})


def quoted(spans: tuple[Span, ...]) -> list[str]:
    return [s.of(TEXT) for s in spans]


def test_quotes_become_offsets_and_chains_voices() -> None:
    one, found = of(SAID, TOLD)
    assert (one.faults, one.doubts) == ([], [])
    said, told = found.marks
    assert quoted(said.triple.content) == [
        "the pilot told the crew that the light was out, and that he said so twice"
    ]
    assert told.chain == (
        ("speaker", (frozenset({"Jan Oll", "Oll"}),)),
        ("speaker", (frozenset({"the pilot"}),)),
    )
    assert told.parent == "1"


@pytest.mark.parametrize(("quote", "place"), [("said#1", 0), ("said#2", 1), ("said#3", 2), ("said", 0)])
def test_a_number_says_which_place_is_meant(quote: str, place: int) -> None:
    one = sheet()
    starts = [i for i in range(len(TEXT)) if TEXT.startswith("said", i)]
    assert one.anchor(quote) == Span(starts[place], starts[place] + 4)
    assert len(one.doubts) == (quote == "said")


@pytest.mark.parametrize(
    "quote", ["ferry", "said#4", "tol", "he said so once", "the light [...] ferry", "[...]"]
)
def test_a_quote_that_is_not_there_is_a_fault(quote: str) -> None:
    one = sheet()
    assert one.anchor(quote) is None
    assert quote in one.faults[0]


def test_a_quote_spans_a_line_break_as_a_blank() -> None:
    found = sheet().anchor("twice. “It was dark,”")
    assert found is not None
    assert found.of(TEXT) == "twice.\n“It was dark,”"


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"form": "spoken"}, "form is 'spoken'"),
        ({"content_negated": "no"}, "content_negated is 'no'"),
        ({"content_negated": 0}, "content_negated is 0"),
        ({"certainty": None}, "certainty is None"),
        ({"speaker": "Oll"}, "unknown field 'speaker'"),
        ({"content": []}, "no content"),
        ({"speakers": "Oll"}, "speakers is no list of labels"),
        ({"source": []}, "implicit means no source words"),
        ({"speakers": [], "chain": ["page"]}, "a source needs speakers"),
        ({"source_kind": "author"}, 'the kind author goes with the speaker "author"'),
        ({"cue": ["Oll said"], "source": ["Jan Oll"]}, "cue and source share words"),
        ({"content": ["the pilot told", "told the crew#1"]}, "two quotes of the content overlap"),
        ({"parent": "7"}, "there is no parent 7"),
        ({"parent": "1"}, "its parents run in a circle"),
        ({"chain": ["Jan Oll"]}, "the chain is"),
        ({"chain": ["page", "the pilot"]}, "the chain is"),
        ({"chain": []}, "the chain is"),
    ],
)
def test_a_label_that_breaks_a_rule_is_a_fault(change: dict[str, Any], fault: str) -> None:
    one, _ = of({**SAID, **change})
    assert fault in "\n".join(one.faults)


def test_two_of_one_id_and_forecasts_in_news_are_faults() -> None:
    one, _ = of(SAID, SAID, forecasts=["It was dark"])
    assert "two attributions have the id 1" in one.faults
    assert "forecasts are listed in opinion passages alone" in one.faults


def test_forecasts_of_opinion_are_anchored() -> None:
    one, found = of(kind="opinion", forecasts=["It was dark"])
    assert one.faults == []
    assert quoted(found.forecasts) == ["It was dark"]


def test_a_cue_inside_a_content_wants_a_parent() -> None:
    one, _ = of(SAID, {**TOLD, "parent": None, "chain": ["page", "the pilot"]})
    assert one.faults == []
    assert one.doubts == ["attribution 2: stands in the content of 1, but has no parent"]


def test_a_parent_holds_the_cue_or_shares_the_content() -> None:
    relay = {
        **SAID,
        "content": ["that the talks had failed"],
        "cue": ["reported"],
        "source": ["The Dawn"],
        "source_kind": "outlet",
        "speakers": ["The Dawn"],
        "chain": ["page", "The Dawn"],
    }
    relayed = {
        **relay,
        "id": "2",
        "cue": ["citing"],
        "source": ["two officials"],
        "source_kind": "unnamed_group",
        "speakers": ["two officials"],
        "parent": "1",
        "chain": ["page", "The Dawn", "two officials"],
    }
    one, _ = of(relay, relayed)
    assert (one.faults, one.doubts) == ([], [])
    other, _ = of(relay, {**relayed, "content": ["It was dark"]})
    assert other.doubts == ["attribution 2: its parent 1 neither holds its cue nor shares its content"]


def test_voices_above_the_passage_stand_in_the_chain_without_a_parent() -> None:
    chain = ["page", "carried: ORA", "The Dawn", "Jan Oll"]
    one, found = of({**SAID, "chain": chain})
    assert one.faults == []
    assert [kind for kind, _ in found.marks[0].chain] == ["carried", "speaker", "speaker"]
    assert found.marks[0].chain[0] == ("carried", (frozenset({"ORA"}),))


def test_two_that_speak_together_are_one_link() -> None:
    both = {**SAID, "speakers": ["Jan Oll", "Ada Lorn"], "chain": ["page", "Jan Oll and Ada Lorn"]}
    one, found = of(both)
    assert one.faults == []
    assert found.marks[0].chain == (("speaker", (frozenset({"Jan Oll"}), frozenset({"Ada Lorn"}))),)


def test_labels_come_back_from_their_file(tmp_path: Path) -> None:
    _, found = of(SAID, {**TOLD, "debatable": True, "note": "dropped"})
    path = tmp_path / "gold.json"
    path.write_text(written([found]), encoding="utf-8")
    assert read(path) == [found]
    assert "Oll said" not in path.read_text(encoding="utf-8")


def test_a_passage_is_labelled_once(tmp_path: Path) -> None:
    path = tmp_path / "p1.jsonl"
    line = json.dumps({"passage": "n001", "attributions": []})
    path.write_text(f"{line}\n\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"p1\.jsonl:3: passage 'n001'"):
        anchored(read_rows([path]), {"n001": sheet()})
    path.write_text("[1]\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"p1\.jsonl:1 is no JSON object"):
        list(read_rows([path]))


def test_short_forms_end_no_sentence() -> None:
    text = "Sen. A. Lorn of the U.S. Senate spoke. “No,” he said.  “Never.” It rained."
    (line,) = paragraphs(text)
    assert [s.of(text) for s in sentences(text, line)] == [
        "Sen. A. Lorn of the U.S. Senate spoke.",
        "“No,” he said.",
        "“Never.”",
        "It rained.",
    ]


def test_quotations_have_to_close() -> None:
    assert balanced('“No,” he said. "Yes."')
    assert not balanced("“No, he said.")
    assert not balanced("No,” he said. “Yes")
    assert not balanced('"No, he said.')


def test_the_passages_in_the_tree_hold_no_text_and_are_spread() -> None:
    passages = read_passages()
    assert [p.kind for p in passages].count("news") == 200
    assert [p.kind for p in passages].count("opinion") == 40
    assert len({p.id for p in passages}) == 240
    assert all(p.start < p.end < p.start + 1500 and len(p.sha256) == 64 for p in passages)
    assert all(p.context is None or p.context[1] <= p.start for p in passages)


def test_articles_may_stand_or_fall_where_a_chain_joins_two_speakers() -> None:
    both = {**TOLD, "speakers": ["the pilot", "the crew"], "parent": None}
    joined, _ = of({**both, "chain": ["page", "the pilot and crew"]})
    other, _ = of({**both, "chain": ["page", "the pilot and the captain"]})
    assert not joined.faults
    assert any("the chain is" in fault for fault in other.faults)
