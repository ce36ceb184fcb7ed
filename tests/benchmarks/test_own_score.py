from __future__ import annotations

import gzip
import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from benchmarks.measures import Triple, total
from benchmarks.own.__main__ import main
from benchmarks.own.agreement import compare, table
from benchmarks.own.articles import STREAM
from benchmarks.own.marks import Labelled, Link, Mark, Voice, written
from benchmarks.own.score import Tally, found_in, line_of, scores, tally
from benchmarks.own.score import table as by_article
from benchmarks.own.voices import as_full, is_pronoun, is_short_form, same_label
from headwater.records import (
    Attribution,
    ChainLink,
    Document,
    Entity,
    Forecast,
    Part,
    Reading,
    Stance,
    StanceReason,
    document_id,
)
from headwater.records.spans import Span, Spans
from headwater.records.vocabulary import LinkKind, SourceKind

BEFORE = "It rained. "
WORDS = "He said the pilot had told Reuters that the light was out."
TEXT = f"{BEFORE}{WORDS} Nobody saw it, Oll added."
PLACE = Span(len(BEFORE), len(BEFORE) + len(WORDS))
DOCUMENT = Document(id=document_id("k", TEXT), source="k", source_key="k", text=TEXT)
OLL, PILOT = frozenset({"Jan Oll"}), frozenset({"the pilot"})
ENTITIES = tuple(
    Entity(f"e{i}", name, "person") for i, name in enumerate(("Jan Oll", "the pilot", "Reuters"))
)


def at(words: str) -> Spans:
    start = TEXT.index(words)
    return (Span(start, start + len(words)),)


HE_SAID = Triple(at("He"), at("said"), at("the pilot had told Reuters that the light was out"))
HAD_TOLD = Triple(at("the pilot"), at("had told"), at("that the light was out"))


def mark(name: str, triple: Triple, *line: Voice, **more: Any) -> Mark:
    fields: dict[str, Any] = {
        "form": "indirect",
        "sort": "statement",
        "source_kind": "named_person",
        "polarity": "asserts",
        "content_negated": False,
        "certainty": "certain",
        "parent": None,
        "speakers": line[-1:],
        **more,
    }
    chain: tuple[Link, ...] = tuple(("speaker", (voice,)) for voice in line)
    return Mark(id=name, triple=triple, chain=fields.pop("chain", chain), **fields)


def record(
    name: str, triple: Triple, *labels: str, parent: str | None = None, kind: SourceKind = "named_person"
) -> Attribution:
    known = {e.name: e.id for e in ENTITIES}
    links = tuple(ChainLink(label, known.get(label), "speaker") for label in labels)
    return Attribution(
        id=name,
        content=triple.content,
        cue=triple.cue,
        source=triple.source,
        form="indirect",
        sort="statement",
        source_kind=kind,
        speakers=tuple(known[label] for label in labels[-1:] if label in known),
        polarity="asserts",
        content_negated=False,
        certainty="certain",
        parent=parent,
        part=0,
        chain=(ChainLink("The Dawn", None, "page"), *links),
    )


def reading(*records: Attribution) -> Reading:
    return Reading(DOCUMENT, (Part(Span(0, len(TEXT)), "body"),), ENTITIES, attributions=records)


def shares(one: Tally) -> dict[str, float]:
    return {name: counts.f1 for name, counts in one.counts.items()}


SAID = mark("1", HE_SAID, OLL)
TOLD = mark("2", HAD_TOLD, OLL, PILOT, parent="1", source_kind="unnamed_person")
GOLD = Labelled("n001", "news", "k", "0", PLACE, (SAID, TOLD))
READ_SAID = record("a1", HE_SAID, "Jan Oll")
READ_TOLD = record("a2", HAD_TOLD, "Jan Oll", "the pilot", parent="a1", kind="unnamed_person")


def test_a_right_reading_has_full_marks_and_no_misses() -> None:
    one = tally(GOLD, reading(READ_SAID, READ_TOLD))
    assert set(shares(one).values()) == {1.0}
    assert one.misses == []
    assert one.counts["nested, found with the right chain"].gold == 1
    assert one.counts["pronouns resolved"].gold == 1


def test_what_is_read_outside_the_passage_is_left_aside() -> None:
    outside = record("a3", Triple(at("Oll"), at("added"), at("Nobody saw it")), "Jan Oll")
    assert [f.record.id for f in found_in(reading(READ_SAID, outside), PLACE)] == ["a1"]


def test_a_content_that_runs_out_of_the_passage_is_cut() -> None:
    long = replace(READ_SAID, content=(Span(HE_SAID.content[0].start, len(TEXT)),))
    (found,) = found_in(reading(long), PLACE)
    assert found.triple.content == (Span(HE_SAID.content[0].start, PLACE.end),)


def test_nothing_read_finds_no_chain_and_puts_no_voice_wrong() -> None:
    one = tally(GOLD, reading())
    assert shares(one)["chains whole and right"] == 0
    assert shares(one)["relation, news"] == 0
    assert "read chains without a wrong voice" not in one.counts
    assert "polarity" not in one.counts


def test_the_one_who_is_told_is_a_wrong_voice() -> None:
    wrong = record("a2", HAD_TOLD, "Jan Oll", "Reuters", "the pilot", parent="a1")
    one = tally(GOLD, reading(READ_SAID, wrong))
    assert shares(one)["matched chains without a wrong voice"] == 0.5
    assert shares(one)["chains whole and right"] == 0.5
    assert shares(one)["nested, found with the right chain"] == 0
    assert any("WRONG VOICE Reuters" in miss for miss in one.misses)


def test_a_voice_that_is_missing_is_not_a_wrong_one() -> None:
    one = tally(GOLD, reading(READ_SAID, record("a2", HAD_TOLD, "the pilot")))
    assert shares(one)["matched chains without a wrong voice"] == 1
    assert shares(one)["nested, found with the right chain"] == 0


def test_a_voice_that_was_not_followed_is_not_a_wrong_one() -> None:
    one = tally(GOLD, reading(record("a1", HE_SAID, "he"), READ_TOLD))
    assert shares(one)["matched chains without a wrong voice"] == 1
    assert shares(one)["chains whole and right"] == 0.5


def test_a_voice_for_words_that_nobody_said_is_wrong() -> None:
    one = tally(replace(GOLD, marks=()), reading(READ_SAID))
    assert shares(one)["read chains without a wrong voice"] == 0
    assert "matched chains without a wrong voice" not in one.counts


def test_a_pronoun_followed_to_another_is_not_resolved() -> None:
    one = tally(GOLD, reading(record("a1", HE_SAID, "the pilot"), READ_TOLD))
    assert shares(one)["pronouns resolved"] == 0
    assert shares(one)["matched chains without a wrong voice"] == 0.5


@pytest.mark.parametrize(("label", "share"), [("Jan Oll", 1), ("Oll", 0)])
def test_a_short_form_is_resolved_to_the_full_name(label: str, share: float) -> None:
    triple = Triple(at("Oll"), at("added"), at("Nobody saw it"))
    gold = replace(GOLD, span=Span(0, len(TEXT)), marks=(mark("1", triple, OLL),))
    one = tally(gold, reading(record("a1", triple, label)))
    assert shares(one)["short forms resolved"] == share
    assert shares(one)["chains whole and right"] == 1


def test_closed_fields_count_for_what_was_found() -> None:
    denied = replace(READ_SAID, polarity="denies", certainty="possible")
    one = tally(GOLD, reading(denied))
    assert (shares(one)["polarity"], shares(one)["certainty"], shares(one)["source kind"]) == (0, 0, 1)
    assert one.counts["polarity"].gold == 1


def test_debatable_ones_count_in_one_measure_and_not_in_the_other() -> None:
    gold = replace(GOLD, marks=(SAID, replace(TOLD, debatable=True)))
    one = tally(gold, reading(READ_SAID))
    assert shares(one)["chains whole and right"] == 0.5
    assert shares(one)["chains whole and right, beyond debate"] == 1


def test_the_author_is_the_page_and_a_repeated_voice_counts_once() -> None:
    me = frozenset({"author"})
    gold = replace(GOLD, kind="opinion", marks=(mark("1", HE_SAID, me, source_kind="author"),))
    one = tally(gold, reading(record("a1", HE_SAID, "The Dawn", kind="author")))
    assert shares(one)["chains whole and right"] == 1
    assert "relation, opinion" in one.counts
    twice = record("a1", HE_SAID, "Jan Oll", "Jan Oll")
    assert line_of(twice) == [("speaker", OLL)]


def test_voices_of_one_link_are_taken_apart() -> None:
    both = record("a1", HE_SAID, "Jan Oll and the pilot")
    assert line_of(both) == [("speaker", OLL), ("speaker", PILOT)]


def test_the_kind_of_a_link_matters() -> None:
    carried: LinkKind = "carried"
    gold = replace(GOLD, marks=(replace(SAID, chain=((carried, (OLL,)),)),))
    assert shares(tally(gold, reading(READ_SAID)))["chains whole and right"] == 0


def test_passages_of_one_article_are_drawn_together() -> None:
    one = tally(GOLD, reading(READ_SAID))
    rows = by_article([(GOLD, one), (replace(GOLD, id="n002"), one), (replace(GOLD, article="m"), one)])
    assert len(rows["chains whole and right"]) == 2
    assert total(rows["chains whole and right"]).gold == 6


def test_equal_labels_agree_in_everything() -> None:
    rows = {name: total(counts) for name, counts in table([GOLD], [GOLD]).items()}
    assert {c.f1 for c in rows.values() if c.gold} == {1.0}
    assert rows["parent, where either has one"].gold == 1
    assert table([GOLD], [replace(GOLD, id="n002")]) == {}


def test_differences_of_annotators_are_told_apart() -> None:
    cut = Triple(HE_SAID.source, HE_SAID.cue, (Span(HE_SAID.content[0].start, HE_SAID.content[0].end - 4),))
    other = replace(
        GOLD, marks=(replace(SAID, triple=cut, sort="attitude"), replace(TOLD, parent=None, chain=SAID.chain))
    )
    rows = compare(other, GOLD)
    assert (rows["strict source"].f1, rows["strict content"].f1, rows["overlap content"].f1) == (1, 0.5, 1)
    assert (rows["relation"].f1, rows["sort"].f1, rows["polarity"].f1) == (1, 0.5, 1)
    assert (rows["parent"].f1, rows["parent, where either has one"].f1, rows["chain"].f1) == (0.5, 0, 0.5)


def test_parents_agree_by_pair_and_not_by_name() -> None:
    renamed = replace(GOLD, marks=(replace(SAID, id="9"), replace(TOLD, id="8", parent="9")))
    assert compare(renamed, GOLD)["parent"].f1 == 1


def test_forecasts_of_opinion_are_scored_where_they_touch() -> None:
    opinion = Stance("opinion", 4, (StanceReason("section", 4, "Column"),))
    body = (Part(Span(0, len(TEXT)), "body"),)
    out, later = at("the light was out")[0], at("Nobody saw it")[0]
    told = (Forecast(out, out, "will", 0), Forecast(later, later, "will", 0))
    reading = Reading(DOCUMENT, parts=body, stance=opinion, forecasts=told)
    gold = replace(GOLD, kind="opinion", marks=(), forecasts=(*at("the pilot"), *at("light")))
    found = tally(gold, reading)
    counts = found.counts["forecasts, overlap"]
    assert (counts.right_predicted, counts.predicted, counts.right_gold, counts.gold) == (1, 1, 1, 2)
    assert found.misses == ["forecasts: not read: 'the pilot'"]
    assert "forecasts, overlap" not in tally(replace(gold, kind="news"), reading).counts


def test_forecasts_agree_where_they_touch() -> None:
    left = replace(GOLD, forecasts=at("It rained"))
    assert compare(left, replace(GOLD, forecasts=at("rained")))["forecasts"].f1 == 1
    assert compare(left, GOLD)["forecasts"].f1 == 0


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Jan Oll", "Mr. Oll"),
        ("the harbour master", "Harbour master"),
        ("President Ada Lorn", "Lorn"),
        ("U.S. officials", "officials"),
        ("spokesman", "a spokesman for the port"),
        ("Federal Harbour Board", "FHB"),
        ("Security Service of Ukraine", "the S.S.U."),
        ("Lorn’s", "Lorn"),
    ],
)
def test_labels_of_one_voice(left: str, right: str) -> None:
    assert same_label(left, right)
    assert same_label(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Jan Oll", "Piet Oll"),
        ("the port", "port spokesman Jan Oll"),
        ("officials", "a harbour official"),
        ("Lorn", "Lorn's lawyer"),
        ("FHB", "Federal Bank of Holland"),
        ("the", "the"),
    ],
)
def test_labels_of_two_voices(left: str, right: str) -> None:
    assert not same_label(left, right)
    assert not same_label(right, left)


def test_pronouns_and_short_forms() -> None:
    assert is_pronoun("She")
    assert not is_pronoun("She and he")
    assert is_short_form("Oll", ["Jan Oll"])
    assert not is_short_form("Mr. Jan Oll, the pilot", ["Jan Oll"])
    assert not is_short_form("he", ["Jan Oll"])
    assert as_full("Captain Jan Oll", ["Jan Oll"])
    assert not as_full("Oll", ["Jan Oll", "Captain Jan Oll"])


def _gold_file(folder: Path, sha256: str) -> Path:
    path = folder / "gold.json"
    path.write_text(written([replace(GOLD, sha256=sha256)]), encoding="utf-8")
    return path


def _stream(folder: Path) -> None:
    row = {
        "id": "k",
        "text": TEXT,
        "title": "Ferry",
        "outlet": "The Dawn",
        "author": "",
        "published": "2019-05-02",
    }
    (folder / "stream").mkdir()
    with gzip.open(folder.joinpath(*STREAM), "wt", encoding="utf-8") as file:
        file.write(json.dumps(row) + "\n" + json.dumps({**row, "id": "other"}) + "\n")


def test_the_gold_is_scored_on_its_articles_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HEADWATER_GOLD", str(tmp_path))
    _stream(tmp_path)
    gold = _gold_file(tmp_path, hashlib.sha256(TEXT.encode()).hexdigest())
    assert main(["--gold", str(gold), "--misses"]) == 0
    out = capsys.readouterr().out
    assert "Own gold: 1 passages, 2 attributions" in out
    assert "chains whole and right" in out


def test_a_text_that_has_changed_is_not_scored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEADWATER_GOLD", str(tmp_path))
    _stream(tmp_path)
    with pytest.raises(ValueError, match="the text of article k has changed"):
        scores(_gold_file(tmp_path, "0"))


def test_without_gold_or_stream_nothing_is_scored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEADWATER_GOLD", str(tmp_path))
    assert scores(tmp_path / "none.json") == []
    assert scores(_gold_file(tmp_path, "0")) == []
