from __future__ import annotations

import json
from pathlib import Path

import pytest

from training.names import (
    SETS,
    GoldMissingError,
    NamedSpan,
    NamedText,
    flat,
    load,
    main,
    names_of,
    training_texts,
)
from training.names import (
    test_texts as scored_texts,
)
from training.names_columns import read_crossner, read_uner, read_wikigold, read_wnut
from training.names_gum import read_document, read_gum, trains
from training.names_texts import facility_or, joined, sorted_other, stretches

GUM = """\
# newdoc id = GUM_news_pier
# newpar
# sent_id = GUM_news_pier-1
# text = Mayor Ada Example of Seaton opened Seaton's Long Pier, a landmark.
1\tMayor\tmayor\tPROPN\tNNP\t_\t6\tnsubj\t_\tEntity=(1-person-new-nnnnn-cf1-1,2,3-sgl
2\tAda\tAda\tPROPN\tNNP\t_\t1\tflat\t_\t_
3\tExample\tExample\tPROPN\tNNP\t_\t1\tflat\t_\t_
4\tof\tof\tADP\tIN\t_\t5\tcase\t_\t_
5\tSeaton\tSeaton\tPROPN\tNNP\t_\t1\tnmod\t_\tEntity=(2-place-new-nnnnn-cf2-1-coref-Seaton)1)
6\topened\topen\tVERB\tVBD\t_\t0\troot\t_\t_
7-8\tSeaton's\t_\t_\t_\t_\t_\t_\t_\t_
7\tSeaton\tSeaton\tPROPN\tNNP\t_\t10\tnmod:poss\t_\tEntity=(3-place-new-nnnnn-cf3-4-sgl(2-place-giv-nnnnn-cf2-1-coref-Seaton
8\t's\t's\tPART\tPOS\t_\t7\tcase\t_\tEntity=2)
9\tLong\tlong\tADJ\tNNP\t_\t10\tamod\t_\t_
10\tPier\tPier\tPROPN\tNNP\t_\t6\tobj\t_\tSpaceAfter=No
11\t,\t,\tPUNCT\t,\t_\t13\tpunct\t_\t_
12\ta\ta\tDET\tDT\t_\t13\tdet\t_\tEntity=(4-object-new-nnnnn-cf4-2-sgl
13\tlandmark\tlandmark\tNOUN\tNN\t_\t10\tappos\t_\tEntity=4)3)|SpaceAfter=No
14\t.\t.\tPUNCT\t.\t_\t6\tpunct\t_\t_

# sent_id = GUM_news_pier-2
# text = He left in May.
1\tHe\the\tPRON\tPRP\t_\t2\tnsubj\t_\tEntity=(1-person-giv-nnnnn-cf1-1-ana)
2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_
3\tin\tin\tADP\tIN\t_\t4\tcase\t_\t_
4\tMay\tMay\tPROPN\tNNP\t_\t2\tobl\t_\tEntity=(5-time-new-nnnnn-cf2-1-sgl)|SpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

# newpar
# sent_id = GUM_news_pier-3
# text = Iran and Examplia won the Example Cup.
1\tIran\tIran\tPROPN\tNNP\t_\t4\tnsubj\t_\tEntity=(7-organization-new-nnnnn-cf1-1-sgl(6-organization-new-nnnnn-cf1-1-sgl)
2\tand\tand\tCCONJ\tCC\t_\t3\tcc\t_\t_
3\tExamplia\tExamplia\tPROPN\tNNP\t_\t1\tconj\t_\tEntity=(8-organization-new-nnnnn-cf1-1-sgl)7)
4\twon\twin\tVERB\tVBD\t_\t0\troot\t_\t_
5\tthe\tthe\tDET\tDT\t_\t7\tdet\t_\tEntity=(9-event-new-nnnnn-cf1-2,3-sgl
6\tExample\tExample\tPROPN\tNNP\t_\t7\tcompound\t_\t_
7\tCup\tCup\tPROPN\tNNP\t_\t4\tobj\t_\tEntity=9)|SpaceAfter=No
8\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_
"""


def found(text: NamedText) -> list[tuple[str, str]]:
    return [(text.text[s.start : s.end], s.type) for s in text.spans]


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_gum_keeps_proper_names_only(tmp_path: Path) -> None:
    text = read_document(written(tmp_path, "GUM_news_pier.conllu", GUM))
    assert text.text == (
        "Mayor Ada Example of Seaton opened Seaton's Long Pier, a landmark. He left in May.\n"
        "Iran and Examplia won the Example Cup."
    )
    assert found(text) == [
        ("Ada Example of Seaton", "person"),
        ("Seaton", "location"),
        ("Seaton", "location"),
        ("Long Pier", "facility"),
        ("Iran", "location"),
        ("Examplia", "organisation"),
        ("Example Cup", "other"),
    ]
    assert text.silent == {"nationality"}


def test_gum_texts_without_a_free_licence_are_left_out(tmp_path: Path) -> None:
    for name in ("GUM_news_pier", "GUM_conversation_pier", "GUM_speech_trump"):
        written(tmp_path, f"{name}.conllu", GUM)
    assert [t.id for t in read_gum(tmp_path)] == ["GUM_news_pier"]
    assert not trains("GUM_speech_destiny")
    with pytest.raises(KeyError, match="fiction"):
        trains("GUM_fiction_pier")


def test_wikigold_joins_the_sentences_of_an_article(tmp_path: Path) -> None:
    rows = "The O\nFrench I-MISC\nband O\nThe I-ORG\nPiers I-ORG\n. O\n\nHMS I-MISC\nExample I-MISC\n\n"
    path = written(tmp_path, "w.conll", rows + "-DOCSTART- O\n\nSeaton I-LOC\nCastle I-LOC\n")
    first, second = read_wikigold(path)
    assert first.text == "The French band The Piers.\nHMS Example"
    assert found(first) == [
        ("French", "nationality"),
        ("Piers", "organisation"),
        ("HMS Example", "military_platform"),
    ]
    assert found(second) == [("Seaton Castle", "facility")]


def test_wnut_is_silent_on_what_it_does_not_mark(tmp_path: Path) -> None:
    path = written(
        tmp_path, "w.conll", "Ada\tB-person\n&amp;\tO\nThe\tB-group\nPiers\tI-group\n\nAK-47\tB-product\n"
    )
    one, two = read_wnut(path)
    assert one.text == "Ada & The Piers"
    assert found(one) == [("Ada", "person"), ("Piers", "organisation")]
    assert found(two) == [("AK-47", "weapon")]
    assert one.silent == {"nationality", "other"}


def test_crossner_politicians_are_persons(tmp_path: Path) -> None:
    rows = (
        "Ada\tB-politician\nof\tO\nthe\tB-politicalparty\nPier\tI-politicalparty\nParty\tI-politicalparty\n"
    )
    (text,) = read_crossner(written(tmp_path, "c.conll", rows + "Polish\tB-misc\n"))
    assert found(text) == [("Ada", "person"), ("Pier Party", "organisation"), ("Polish", "nationality")]


def test_a_scheme_with_an_unknown_type_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="planet"):
        read_crossner(written(tmp_path, "c.conll", "Mars\tB-planet\n"))


def test_uner_keeps_the_spacing_of_its_documents(tmp_path: Path) -> None:
    rows = [
        "# newdoc id = one",
        "# sent_id = one-1",
        "# text = Ada's in Seaton.",
        "1\tAda\tB-PER\t-\tx",
        "2\t's\tO\t-\tx",
        "3\tin\tO\t-\tx",
        "4\tSeaton\tB-LOC\t-\tx",
        "5\t.\tO\t-\tx",
        "",
        "# text = Pier Co. closed",
        "1\tPier\tB-ORG\t-\tx",
        "2\tCo.\tI-ORG\t-\tx",
        "3\tclosed\tO\t-\tx",
        "",
        "# newdoc id = two",
        "# text = Nobody",
        "1\tNobody\tO\t-\tx",
    ]
    one, two = read_uner(written(tmp_path, "u.iob2", "\n".join(rows)))
    assert (one.id, one.text) == ("uner-ewt/one", "Ada's in Seaton.\nPier Co. closed\n")
    assert found(one) == [("Ada", "person"), ("Seaton", "location"), ("Pier Co", "organisation")]
    assert found(two) == []


def test_a_missing_set_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEADWATER_GOLD", str(tmp_path))
    with pytest.raises(GoldMissingError, match="HEADWATER_GOLD"):
        load("wikigold")
    with pytest.raises(KeyError):
        load("no such set")


@pytest.fixture
def gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HEADWATER_GOLD", str(tmp_path))
    folder = tmp_path / "names"
    (folder / "gum").mkdir(parents=True)
    written(folder, "gum/GUM_news_pier.conllu", GUM)
    mentions = [{"start": 0, "end": 4, "type": "Location"}, {"start": 10, "end": 15, "type": "Organisation"}]
    for chosen in SETS:
        if chosen.path.startswith("re3d"):
            row = {"id": chosen.name, "text": "Iran said they left.", "mentions": mentions}
            written(folder, chosen.path, json.dumps(row))
        elif chosen.path == "uner-ewt-dev.iob2":
            written(folder, chosen.path, "# newdoc id = a\n# text = Ada\n1\tAda\tB-PER\t-\tx\n")
        elif chosen.path == "wikigold.conll":
            written(folder, chosen.path, "Ada I-PER\n")
        elif chosen.path != "gum":
            written(folder, chosen.path, "Ada\tB-person\n")
    return folder


def test_what_is_scored_is_never_trained_on(gold: Path) -> None:
    scored = {t.id for t in scored_texts()}
    trained = {t.id for t in training_texts()}
    assert len(scored) == 2
    assert not scored & trained
    assert not any("bbc" in key for key in trained)
    assert {s.path for s in SETS if not s.trains} == {
        "re3d-centcom.jsonl",
        "re3d-australian-department-of-foreign-affairs.jsonl",
        "re3d-bbc-online.jsonl",
    }


def test_names_are_told_from_other_mentions(gold: Path) -> None:
    (text,) = load("re3d-state")
    assert [s.form for s in text.spans] == ["name", "pronoun"][: len(text.spans)]
    assert [text.text[s.start : s.end] for s in names_of(text)] == ["Iran"]


def test_the_tables_name_every_set(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0
    printed = capsys.readouterr().out
    assert all(printed.count(s.name) >= 2 for s in SETS)


def test_flat_keeps_the_longest() -> None:
    spans = [
        NamedSpan(0, 4, "nationality", "name"),
        NamedSpan(0, 9, "organisation", "name"),
        NamedSpan(9, 12, "person", "name"),
    ]
    assert flat(spans) == tuple(spans[1:])


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Seaton Airport", "facility"),
        ("Fort Example", "facility"),
        ("Camp", "facility"),
        ("Seaton", "location"),
        ("Tower, Seaton", "facility"),
    ],
)
def test_places_named_as_sites_are_facilities(name: str, kind: str) -> None:
    assert facility_or(name, "location") == kind
    assert facility_or(name, "organisation") == "organisation"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Syrian", "nationality"),
        ("Sunni", "nationality"),
        ("USS Example", "military_platform"),
        ("F-16 Falcon", "military_platform"),
        ("AK-47", "weapon"),
        ("Example Cup", "other"),
    ],
)
def test_the_miscellaneous_is_sorted(name: str, kind: str) -> None:
    assert sorted_other(name) == kind


def test_tokens_are_joined_as_print_has_them() -> None:
    tokens = ["He", "said", ":", '"', "It", "'s", "(", "not", ")", "mine", ".", '"']
    text, places = joined(tokens)
    assert text == 'He said: "It\'s (not) mine."'
    assert [text[start:end] for start, end in places] == tokens


def test_stretches_of_both_kinds_of_tags() -> None:
    assert stretches(["I-A", "I-A", "I-B", "O", "B-A", "B-A", "I-A"]) == [
        (0, 2, "A"),
        (2, 3, "B"),
        (4, 5, "A"),
        (5, 7, "A"),
    ]
