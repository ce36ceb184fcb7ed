from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest

from benchmarks.figures_news.choose import (
    Candidate,
    Passage,
    candidates,
    choose,
    is_fit,
    numbered,
    read_passages,
)
from benchmarks.figures_news.labels import Sheet, anchored, labelled
from benchmarks.figures_news.marks import GOLD, Labelled, Mark, read, written
from benchmarks.figures_news.score import FOUND, VALUE, WHOLE, paired, score, spans_agree, value_right
from headwater.records import Figure, Span

BEFORE = "It rained. "
WORDS = "At least 12 Irelian sailors drowned, two of them officers, and 12 more since May."
TEXT = f"{BEFORE}{WORDS} Nobody saw the 12."
PLACE = Span(len(BEFORE), len(BEFORE) + len(WORDS))
PASSAGE = Passage("f001", "k", hashlib.sha256(TEXT.encode()).hexdigest(), PLACE.start, PLACE.end)
TWELVE: dict[str, Any] = {
    "id": "1",
    "quote": "At least 12",
    "of": "killed",
    "low": 12,
    "high": None,
    "hedge": "at_least",
    "side": "Irelian",
    "status": None,
    "window": None,
    "part_of": None,
    "same_as": None,
}
TWO = {
    **TWELVE,
    "id": "2",
    "quote": "two",
    "low": 2,
    "high": 2,
    "hedge": "exact",
    "side": None,
    "part_of": "1",
}
MORE = {**TWO, "id": "3", "quote": "12#2", "low": 12, "high": 12, "part_of": None, "window": "since May"}


def at(words: str, number: int = 1) -> Span:
    start = -1
    for _ in range(number):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def anchor(*rows: dict[str, Any]) -> tuple[Labelled, list[str]]:
    sheet = Sheet(PASSAGE, TEXT)
    return labelled(sheet, {"passage": "f001", "figures": list(rows)}), sheet.faults


def test_labels_are_anchored_in_the_passage_and_written_without_its_words(tmp_path: Path) -> None:
    gold, faults = anchor(TWELVE, MORE, TWO)
    assert faults == []
    assert [m.span for m in gold.marks] == [at("At least 12"), at("two"), at("12", 2)]
    assert (gold.marks[0].side, gold.marks[2].window) == (at("Irelian"), at("since May"))
    file = tmp_path / "gold.json"
    file.write_text(written([gold]), encoding="utf-8")
    assert read(file) == [gold]
    assert "Irelian" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"quote": "thirteen"}, "not in the passage"),
        ({"quote": "12#3"}, "not in the passage"),
        ({"of": "sunk"}, "of is 'sunk'"),
        ({"hedge": "exact"}, "exact does not go with"),
        ({"hedge": "range", "high": 12}, "range does not go with"),
        ({"hedge": "at_most"}, "at_most does not go with"),
        ({"part_of": "9"}, "no other figure"),
        ({"same_as": "1"}, "no other figure"),
        ({"status": "sailor"}, "status is"),
        ({"colour": "red"}, "unknown field"),
        ({"side": "Brask"}, "not in the passage"),
    ],
)
def test_a_fault_is_told(change: dict[str, Any], told: str) -> None:
    _, faults = anchor({**TWELVE, **change})
    assert any(told in fault for fault in faults)


def test_two_lines_for_a_passage_and_two_figures_with_an_id_are_refused() -> None:
    _, faults = anchor(TWELVE, {**TWO, "id": "1", "part_of": None})
    assert faults == ["two figures have the id 1"]
    line = ("a:1", {"passage": "f001", "figures": []})
    with pytest.raises(ValueError, match="labelled before"):
        anchored([line, line], {"f001": Sheet(PASSAGE, TEXT)})


def figure(words: str, low: float | None, high: float | None, number: int = 1, **values: Any) -> Figure:
    values = {"hedge": "exact", "unit": "person", "of": "killed"} | values
    return Figure(at(words, number), low, high, **values)


def test_a_perfect_reading_is_right_in_everything() -> None:
    gold, _ = anchor(TWELVE, TWO, MORE)
    figures = [
        figure("At least 12", 12, None, hedge="at_least", side=at("Irelian")),
        figure("two", 2, 2, part_of=0),
        figure("12", 12, 12, 2, window=at("since May")),
    ]
    one = score(gold, TEXT, figures)
    assert all(c.right_gold == c.gold and c.right_predicted == c.predicted for c in one.counts.values())
    assert not one.classes
    assert one.by_of["killed"].right_gold == 3


def test_each_kind_of_error_is_counted_by_its_kind() -> None:
    gold, _ = anchor(TWELVE, TWO, MORE)
    figures = [
        figure("12", 12, 12, of="other"),
        figure("12", 12, 12, 2, side=at("Irelian"), status="civilian"),
        figure("12", 12, 12, 3),
        figure("rained", 1, 1),
    ]
    one = score(gold, TEXT, figures)
    assert (one.counts[FOUND].right_gold, one.counts[FOUND].gold, one.counts[FOUND].predicted) == (2, 3, 2)
    assert (one.counts[VALUE].right_gold, one.counts[WHOLE].right_gold) == (1, 0)
    assert dict(one.classes) == {
        "of: killed read as other": 1,
        "bounds or hedge": 1,
        "side: missed": 1,
        "missed: killed": 1,
        "side: invented": 1,
        "status: None read as civilian": 1,
        "window: missed": 1,
    }


def test_figures_pair_one_to_one_and_the_most_shared_first() -> None:
    marks = [Mark("1", at("At least 12"), "killed", 12, None, "at_least")]
    assert paired(marks, [figure("12", 12, 12), figure("At least 12", 12, None)]) == {0: 1}


def test_a_third_is_a_third_however_it_is_rounded_and_zero_below_is_open() -> None:
    mark = Mark("1", at("two"), "percent", 33.33, 33.33, "exact")
    assert value_right(mark, figure("two", 33.3, 33.3, of="percent"))
    assert not value_right(mark, figure("two", 50, 50, of="percent"))
    upto = Mark("1", at("two"), "killed", None, 12, "at_most")
    assert value_right(upto, figure("two", 0, 12, hedge="at_most"))


def test_absent_words_agree_only_with_absent_words() -> None:
    assert spans_agree(None, None, TEXT)
    assert not spans_agree(None, at("two"), TEXT)
    assert not spans_agree(at("two"), None, TEXT)
    assert spans_agree(at("At least 12"), at("12"), TEXT)


def test_the_same_words_in_two_places_agree() -> None:
    text = "Lornian troops fled. Five Lornian soldiers died, as did Lornian’s two."
    first, second, third = (Span(i, i + 7) for i in (0, 26, 56))
    assert spans_agree(first, second, text)
    assert spans_agree(first, Span(third.start, third.end + 2), text)
    assert not spans_agree(first, Span(8, 14), text)


def test_the_choice_is_by_chance_with_few_of_a_site() -> None:
    every = [Candidate(f"a{n}", "x.org", "d", Span(0, 5), f"words {n}") for n in range(9)]
    chosen = choose(every)
    assert len(chosen) == 6
    assert chosen == choose(reversed(every))
    assert [p.id for p in numbered(chosen)][:2] == ["f001", "f002"]


def test_only_paragraphs_with_a_number_and_harm_are_candidates() -> None:
    harm = "The blast in the town of the north killed 12 people and it left the square in ruins."
    dull = "The mayor of the town opened the fair of the year and it was a fine day for all."
    row = {
        "id": "k",
        "url": "https://x.org/a",
        "title": "t",
        "outlet": "X",
        "text": f"{harm}\n{dull}\n" + "killed the " * 6,
    }
    assert is_fit(row)
    assert [c.span.of(row["text"]) for c in candidates(row)] == [harm]


def test_the_gold_in_the_repository_is_whole_and_holds_no_words() -> None:
    passages = {p.id: p for p in read_passages()}
    gold = read(GOLD)
    assert all(passages[g.id].sha256 == g.sha256 and g.span.start == passages[g.id].start for g in gold)
    assert all(g.span.contains(m.span) for g in gold for m in g.marks)
