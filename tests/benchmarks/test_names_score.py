from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.measures import Counts, total
from benchmarks.names import (
    FILES,
    Scored,
    counts,
    gaps_aside,
    main,
    meet,
    pair,
    pair_marked,
    report,
    same,
    table,
    untyped,
)
from benchmarks.names_re3d import (
    GoldName,
    NameSpan,
    Re3dText,
    bare,
    form_of,
    is_person_name,
    likeliest,
    merged,
    opens_sentence,
    read_re3d,
)
from headwater.records.vocabulary import EntityType, MentionForm

TEXT = (
    "Gen. Ada Example of the Pier Command met Syria's army. Militants left Seaton, Westland. "
    "On Jan. 8 the camp"
)
MARKED = {
    "Gen. Ada Example": "Person",
    "Ada Example": "Person",
    "the Pier Command": "Organisation",
    "Syria's": "Location",
    "Syria": "Organisation",
    "army": "Organisation",
    "Militants": "Organisation",
    "Seaton, Westland": "Location",
    "Seaton": "Location",
    "Westland": "Location",
    "Jan": "Person",
    "Jan. 8": "Temporal",
    "the cam": "Location",
}


def row(text: str, marked: dict[str, str]) -> str:
    mentions = [
        {"start": text.index(words), "end": text.index(words) + len(words), "type": kind}
        for words, kind in marked.items()
    ]
    return json.dumps({"id": "one", "text": text, "mentions": mentions})


@pytest.fixture
def document(tmp_path: Path) -> Re3dText:
    path = tmp_path / "re3d.jsonl"
    path.write_text(row(TEXT, MARKED) + "\n", encoding="utf-8")
    (text,) = read_re3d(path)
    return text


def names(text: Re3dText) -> list[tuple[str, tuple[EntityType, ...]]]:
    return [(text.text[n.start : n.end], n.types) for n in text.names if n.form == "name"]


def test_names_are_bare_and_of_one_layer(document: Re3dText) -> None:
    assert names(document) == [
        ("Ada Example", ("person",)),
        ("Pier Command", ("organisation",)),
        ("Syria", ("location", "organisation")),
        ("Seaton", ("location",)),
        ("Westland", ("location",)),
    ]


def test_what_is_no_name_keeps_its_words(document: Re3dText) -> None:
    others = [document.text[n.start : n.end] for n in document.names if n.form != "name"]
    assert others == ["army", "Militants"]


def test_as_marked_leaves_out_pieces_of_words_alone(document: Re3dText) -> None:
    marked = {document.text[n.start : n.end] for n in document.marked}
    assert marked == set(MARKED) - {"the cam", "Jan. 8"}


@pytest.mark.parametrize(
    ("phrase", "kind", "form"),
    [
        ("the Pier Command", "organisation", "name"),
        ("Pier forces", "organisation", "nominal"),
        ("the government of Westland", "organisation", "nominal"),
        ("Members of the Pier Council", "organisation", "nominal"),
        ("Islamic Front of Westland fighters", "organisation", "nominal"),
        ("We", "organisation", "pronoun"),
        ("the Prime Minister", "person", "nominal"),
        ("Prime Minister Ada Example", "person", "name"),
        ("Pier Command commander", "person", "nominal"),
        ("a tank", "military_platform", "nominal"),
        ("KC-135R", "military_platform", "name"),
        ("two", "organisation", "nominal"),
        ("50", "organisation", "nominal"),
    ],
)
def test_the_head_says_whether_it_is_a_name(phrase: str, kind: EntityType, form: MentionForm) -> None:
    assert form_of(f"x {phrase}", 2, 2 + len(phrase), kind, frozenset()) == form


def test_a_capital_at_the_head_of_a_sentence_makes_no_name() -> None:
    text = "It ended. Soldiers left."
    start = text.index("Soldiers")
    assert form_of("Rebels left.", 0, 6, "organisation", frozenset()) == "nominal"
    assert form_of("Rebels left.", 0, 6, "organisation", frozenset({"Rebels"})) == "name"
    assert form_of("Syria left.", 0, 5, "organisation", frozenset()) == "name"
    assert opens_sentence(text, start)
    assert not opens_sentence(text, text.index("ended"))


@pytest.mark.parametrize(
    ("phrase", "kind", "left"),
    [
        ("the Pier Command’s", "organisation", "Pier Command"),
        ("northern Syria", "location", "Syria"),
        ("al-Example", "organisation", "al-Example"),
        ("US Secretary of State Ada Example", "person", "Ada Example"),
        ("Staff Sgt. Bo de Example", "person", "Bo de Example"),
        ("President", "person", "President"),
        ("the U.S.", "location", "U.S."),
        ("Martin King", "person", "Martin King"),
        ("...", "location", "..."),
    ],
)
def test_names_are_made_bare(phrase: str, kind: str, left: str) -> None:
    start, end = bare(f"<{phrase}>", 1, 1 + len(phrase), kind)
    assert f"<{phrase}>"[start:end] == left


def test_persons_are_told_from_offices() -> None:
    assert is_person_name("Julie Bishop", 0, 12)
    assert not is_person_name("Example Command", 0, 15)
    assert not is_person_name("Bo for Ada", 0, 10)


def test_the_likeliest_of_several_types() -> None:
    assert likeliest("Syria", {"person", "organisation", "location"})[0] == "location"
    assert likeliest("Pier Fleet", {"location", "organisation"})[0] == "organisation"
    assert likeliest("UAV", {"organisation", "military_platform"})[0] == "military_platform"


def test_equal_stretches_are_one_entry() -> None:
    spans: list[tuple[int, int, EntityType, MentionForm]] = [
        (4, 6, "person", "name"),
        (0, 2, "person", "name"),
        (0, 2, "location", "name"),
    ]
    assert [(g.start, g.types) for g in merged(spans, "Ad Bo.")] == [
        (0, ("location", "person")),
        (4, ("person",)),
    ]


GOLD = (
    GoldName(0, 5, ("location", "organisation"), "name"),
    GoldName(10, 20, ("person",), "name"),
    GoldName(30, 35, ("weapon",), "name"),
)
FOUND = (NameSpan(0, 5, "organisation"), NameSpan(12, 20, "person"), NameSpan(40, 44, "person"))


def test_strict_and_overlap_count_both_sides() -> None:
    both = Scored(FOUND, GOLD)
    assert counts(both, same) == Counts(1, 3, 1, 3)
    assert counts(both, meet) == Counts(2, 3, 2, 3)
    assert counts(both, meet, "person") == Counts(1, 2, 1, 1)
    assert counts(both, same, "organisation") == Counts(1, 1, 0, 0)
    assert counts(both, same, "location") == Counts(0, 0, 0, 1)
    assert untyped(Scored((NameSpan(0, 5, "weapon"),), GOLD), same) == Counts(1, 1, 1, 3)


def test_found_spans_are_made_comparable(document: Re3dText) -> None:
    start = document.text.index("the Pier Command")
    raw = [
        NameSpan(start, start + 16, "organisation"),
        NameSpan(70, 76, "facility"),
        NameSpan(0, 4, "other"),
    ]
    assert pair(document, raw).found == (
        NameSpan(start + 4, start + 16, "organisation"),
        NameSpan(70, 76, "location"),
    )
    assert pair_marked(document, raw).found[0] == NameSpan(start, start + 16, "organisation")


def test_the_table_pools_documents() -> None:
    blank = Re3dText("one", " " * 50, (), ())
    rows = table([blank, blank], [Scored(FOUND, GOLD), Scored((), GOLD)])
    assert total(rows["strict all"]) == Counts(1, 3, 1, 6)
    lines = list(report([blank], [Scored(FOUND, GOLD)]))
    assert len([line for line in lines if "[" in line]) == 6
    assert not any("[" in line for line in lines if line.startswith("strict person"))


def test_a_name_that_the_gold_passed_over_is_no_fault() -> None:
    text = Re3dText("one", "Syria and Syria and Iraq", (), ())
    gold = (GoldName(0, 5, ("location",), "name"),)
    again, other = NameSpan(10, 15, "location"), NameSpan(20, 24, "location")
    wrong = NameSpan(10, 15, "person")
    (left,) = gaps_aside([text], [Scored((NameSpan(0, 5, "person"), again, other, wrong), gold)])
    assert left.found == (NameSpan(0, 5, "person"), other, wrong)


@pytest.fixture
def gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HEADWATER_GOLD", str(tmp_path))
    (tmp_path / "names").mkdir()
    text = "The army of Syria said on Monday that it had left the city of Mosul in the north of Iraq."
    for name in FILES:
        (tmp_path / "names" / name).write_text(row(text, {"Syria": "Location", "Mosul": "Location"}))
    return tmp_path


@pytest.mark.parametrize("options", [[], ["--marked"], ["--of", "rules"]])
def test_what_is_read_is_scored(gold: Path, options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(options) == 0
    printed = capsys.readouterr().out
    assert "2 documents" in printed
    (line,) = [r for r in printed.splitlines() if r.startswith("strict location")]
    assert line.split()[3] == "100.0%"


def test_without_weights_the_model_alone_is_no_zero(gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("headwater.models.reader", lambda: None)
    with pytest.raises(RuntimeError, match="can't be scored"):
        main(["--of", "model"])


def test_without_gold_names_are_not_scored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HEADWATER_GOLD", str(tmp_path))
    assert main([]) == 0
    assert "Skipped" in capsys.readouterr().out
