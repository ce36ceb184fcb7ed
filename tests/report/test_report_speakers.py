from __future__ import annotations

from headwater.records import Reading
from headwater.records.vocabulary import EntityType, MentionForm, SourceKind
from headwater.report import render_report
from headwater.report.articles import article
from headwater.report.speakers import count, speakers
from headwater.report.view import Speaker
from report import report_builder as builder
from report import report_story as tale


def gather(readings: list[Reading]) -> tuple[Speaker, ...]:
    return speakers([article(n, r) for n, r in enumerate(readings, 1)], readings)


def one(
    name: str, kind: SourceKind, source: str, form: MentionForm, entity_type: EntityType = "person"
) -> Reading:
    text = f"{name} said the quay is closed."
    b = builder.Builder(text, source)
    b.part("body", text)
    speaker = b.entity(name, entity_type, form)
    b.says(["the quay is closed"], speakers=[speaker], cue=["said"], source=[name], source_kind=kind)
    return b.reading()


def test_unnamed_speakers_of_two_documents_stay_two() -> None:
    found = gather([one("a port official", "unnamed_person", f"{n}.txt", "nominal") for n in "ab"])
    assert [(s.name, s.sort, s.articles) for s in found] == [
        ("a port official", "unnamed", (1,)),
        ("a port official", "unnamed", (2,)),
    ]


def test_the_same_full_name_is_one_speaker() -> None:
    found = gather([one("Ines Varga", "named_person", f"{n}.txt", "name") for n in "ab"])
    assert [(s.name, s.articles) for s in found] == [("Ines Varga", (1, 2))]


def test_a_bare_surname_is_not_a_full_name() -> None:
    assert len(gather([one("Varga", "named_person", f"{n}.txt", "name") for n in "ab"])) == 2


def test_a_body_needs_one_word_only() -> None:
    found = gather([one("NORTA", "named_organisation", f"{n}.txt", "name", "organisation") for n in "ab"])
    assert [s.articles for s in found] == [(1, 2)]


def test_other_spelling_stays_apart() -> None:
    names = ("Ines Varga", "Inés Varga")
    assert len(gather([one(name, "named_person", f"{name}.txt", "name") for name in names])) == 2


def test_two_speakers_of_one_statement_both_have_it() -> None:
    text = "The mayor and the police said so."
    b = builder.Builder(text, "x.txt")
    b.part("body", text)
    both = [b.entity("The mayor", form="nominal"), b.entity("the police", "organisation", "nominal")]
    b.says(
        ["so"], speakers=both, cue=["said"], source=["The mayor and the police"], source_kind="unnamed_group"
    )
    assert sorted(s.name for s in gather([b.reading()])) == ["The mayor", "the police"]


def test_commenters_and_authors_stand_apart_from_speakers() -> None:
    found = gather([tale.blog()])
    assert {s.name: s.sort for s in found} == {
        "NORTA": "named",
        "Lena Ostrow": "named",
        "My cousin": "unnamed",
        "Jan Quill": "page",
    }
    assert count(found) == {"named": 2, "unnamed": 1, "page": 1, "commenter": 0}


def test_what_a_speaker_tells_without_a_source_is_not_his_word() -> None:
    text = "Ada Roe said it is believed the quay is closed."
    b = builder.Builder(text, "x.txt")
    b.part("body", text)
    b.entity("Ada Roe")
    b.says(
        ["the quay is closed"], cue=["is believed"], source_kind="implicit", chain=[("Ada Roe", "speaker")]
    )
    assert [(s.name, s.sort) for s in gather([b.reading()])] == [
        ("No source named, told by Ada Roe", "unnamed")
    ]
    page = render_report([b.reading()], [], title="Quay")
    assert "<bdi>Ada Roe</bdi></b>" not in page
    assert "<i>no source named</i>" in page
