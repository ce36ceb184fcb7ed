"""Exports of Nexis and Factiva in the forms that public parsers show; the articles are invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.exports import SENTENCES
from benchmarks.kinds import docx
from headwater.intake import Source, SourceProblem, open_bundle, read_source, take
from headwater.intake.bundles.nexis import stated_count
from headwater.intake.bundles.press import press_entries
from headwater.intake.bundles.stamps import is_stamp, stated_day
from headwater.intake.sniff import form_of
from headwater.intake.source import SourceKindName
from headwater.records import Document

EXPORTS = Path(__file__).parent / "exports"
MAYOR, NOBODY, VANS = SENTENCES
LOOKALIKES = (EXPORTS / "lookalikes.txt").read_text(encoding="utf-8").splitlines()

Facts = tuple[str | None, ...]


def opened(name: str, data: bytes) -> tuple[list[Document], list[str]]:
    """The documents of a file that is known for an export by itself, and the codes of its problems."""
    form = form_of(name, data)
    assert form in ("nexis", "factiva", "docx")
    taken = take(Source("a", "pile/a", data, form))
    documents = [read_source(f).documents[0] for f in taken.found if isinstance(f, Source)]
    return documents, [f.problem.code for f in taken.found if isinstance(f, SourceProblem)]


def exported(name: str) -> tuple[list[Document], list[str]]:
    return opened(name, (EXPORTS / name).read_bytes())


def facts(document: Document) -> Facts:
    return document.title, document.outlet, document.byline, document.published


def body(document: Document) -> list[str]:
    """The paragraphs below headline and summary."""
    return [h.span.of(document.text) for h in document.hints if h.kind == "paragraph"]


CLOSED = "Bridge closed at Lowhaven"
AGAIN = "Ferry runs again"

FORMS: dict[str, list[tuple[Facts, list[str]]]] = {
    "nexis-covered.txt": [
        ((CLOSED, "harbourpost.example", "Hedda Corl", "2024-12-17"), [MAYOR, NOBODY]),
        (
            (f"{AGAIN}; Crossing takes an hour", "The Ferry Echo (Lowhaven)", "HALDEN Reyle", "2024-12-18"),
            [VANS],
        ),
        (("What the bridge cost", "Harbour Monthly", "Hedda Corl", None), [NOBODY]),
    ],
    "nexis-rights-first.txt": [
        ((CLOSED, "The Harbour Post", "Hedda Corl, Halden Reyle", "2024-12-17"), [MAYOR, NOBODY]),
        ((AGAIN, "The Harbour Post", None, "2024-12-18"), [VANS]),
    ],
    "nexis-fields-last.txt": [
        (
            ("LEADALL: Bridge at Lowhaven closed", "Lowhaven Press Agency", None, "2024-12-17"),
            [
                "Lowhaven",
                MAYOR,
                "The span. COST: 43 million. LENGTH: 19.43 meters. WIDTH: 13.03 meters.",
                NOBODY,
            ],
        ),
        ((AGAIN, "The Ferry Echo", "Halden Reyle", "2024-12-18"), ["Lowhaven", VANS]),
    ],
    "nexis-german.txt": [
        ((f"{CLOSED}; What is known", "The Harbour Post", "Hedda Corl", "2024-12-17"), [MAYOR, NOBODY]),
        ((AGAIN, "The Ferry Echo", None, "2024-12-18"), [VANS]),
    ],
    "nexis-show.txt": [
        (
            ("Bridge Closed; Ferry Runs", "HBN", "Hedda Corl, Halden Reyle", "2025-01-11"),
            [f"HEDDA CORL, HOST: {MAYOR}", f"REYLE: {NOBODY}"],
        ),
        ((None, "Lowhaven General News Service", None, "2025-01-12"), ["FLASH: MAYOR SAYS BRIDGE WAS SAFE"]),
    ],
    "nexis-lookalikes.txt": [
        (
            ("December 17, 2024: the day the bridge closed", "The Harbour Post", None, "2024-12-17"),
            [MAYOR, *LOOKALIKES],
        ),
        ((AGAIN, "The Harbour Post", None, "2024-12-18"), [VANS]),
    ],
    "nexis-english.html": [
        ((CLOSED, "The Harbour Post", "HEDDA CORL", "2024-12-17"), [MAYOR, NOBODY, "•", "two vans"])
    ],
    "nexis-french.html": [
        ((CLOSED, "The Harbour Post", "HEDDA CORL", "2024-12-17"), [MAYOR, NOBODY, "•", "two vans"])
    ],
    "nexis-uni.txt": [
        ((CLOSED, "The Harbour Post (Lowhaven)", "Hedda Corl", "2024-12-17"), ["LOWHAVEN", MAYOR, NOBODY]),
        (
            (AGAIN, "The Ferry Echo", None, "2024-12-18"),
            [VANS, "End of Document", "The ferryman put his book down."],
        ),
        (("December 19, 2024: the day after", "The Harbour Post (Lowhaven)", None, None), LOOKALIKES),
    ],
    "factiva-codes.txt": [
        (
            ("IN BRIEF: Bridge closed at Lowhaven", "The Harbour Post", "Hedda Corl", "2024-12-17"),
            [
                MAYOR,
                "IN the evening nobody was on it.",
                NOBODY,
                "CO",
                "HD was all that he read on the box.",
                "TD Bank and RE Group gave money.",
            ],
        ),
        ((AGAIN, "The Ferry Echo", "Reuters", "2024-12-18"), [VANS]),
    ],
    "factiva-plain.txt": [
        (
            ("BRIDGE CLOSED AT LOWHAVEN, MAYOR SAYS", "The Harbour Post", "HEDDA CORL", "2024-12-17"),
            [MAYOR, NOBODY, "Document declassified", "HARBP"],
        ),
        ((AGAIN, "The Ferry Echo", "Halden Reyle", "2024-12-18"), [VANS, "Reuters"]),
        (("What the bridge cost the town", "Harbour Monthly", None, "2024-12-19"), [NOBODY]),
    ],
}
FORMS["factiva-codes.html"] = FORMS["factiva-codes.txt"]
FORMS["factiva-plain.html"] = FORMS["factiva-plain.txt"]

PROBLEMS = {
    "nexis-show.txt": ["export_article_unreadable"],
    "nexis-english.html": ["export_article_unreadable"],
    "nexis-french.html": ["export_article_unreadable"],
}


@pytest.mark.parametrize("name", FORMS)
def test_each_form_gives_its_articles_whole(name: str) -> None:
    documents, problems = exported(name)
    assert [facts(d) for d in documents] == [stated for stated, _ in FORMS[name]]
    assert [body(d) for d in documents] == [paragraphs for _, paragraphs in FORMS[name]]
    assert problems == PROBLEMS.get(name, [])


@pytest.mark.parametrize("name", ["nexis-uni.txt", "nexis-covered.txt", "factiva-plain.txt"])
def test_word_files_hold_what_the_text_does(name: str) -> None:
    text = (EXPORTS / name).read_text(encoding="utf-8")
    paragraphs = (" ".join(p.split("\n")) if "nexis-cov" in name else p for p in text.split("\n\n"))
    signs = ((line.strip().replace("&", "&amp;") for line in p.split("\n")) for p in paragraphs)
    body_ = "".join(
        "<w:p><w:r>"
        + "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines)
        + "</w:r></w:p>"
        for lines in signs
    )
    documents, problems = opened("a.docx", docx(body_))
    assert [d.source_key for d in documents] == [d.source_key for d in exported(name)[0]]
    assert [body(d) for d in documents] == [paragraphs for _, paragraphs in FORMS[name]]
    assert problems == []


def test_a_word_file_of_many_can_be_read_as_one_source() -> None:
    lines = (EXPORTS / "nexis-uni.txt").read_text(encoding="utf-8").split("\n\n")
    data = docx("".join(f"<w:p><w:r><w:t>{line.replace('&', '')}</w:t></w:r></w:p>" for line in lines))
    assert len(read_source(Source("a", "a", data, "docx")).documents) == 3


def test_other_word_files_stay_one_article() -> None:
    assert open_bundle(Source("a", "a", docx(), "docx")) == ()
    assert open_bundle(Source("a", "a", b"PK\x03\x04broken", "docx")) == ()
    assert len(read_source(Source("a", "a", docx(), "docx")).documents) == 1


@pytest.mark.parametrize("between", ["\t", "   ", " "])
def test_codes_beside_their_values(between: str) -> None:
    lines = (EXPORTS / "factiva-codes.txt").read_text(encoding="utf-8").split("\n")
    codes = "SE HD BY CR WC PD ET SN SC NGC ED PG LA CY LP TD RF NS RE IPC PUB AN".split()
    text = "".join(
        line + (between if line in codes and line != "CO" else "\n")
        for line in lines
        if line not in ("CO", "TD Bank and RE Group gave money.", "IN the evening nobody was on it.")
    )
    documents, problems = opened("a.txt", text.replace("HD was", "He was").encode())
    assert problems == []
    assert [facts(d) for d in documents] == [stated for stated, _ in FORMS["factiva-codes.txt"]]
    assert body(documents[0]) == [MAYOR, NOBODY, "He was all that he read on the box."]


def test_other_codings_are_known() -> None:
    text = (EXPORTS / "nexis-german.txt").read_text(encoding="utf-8")
    for coding in ("utf-16", "latin-1", "utf-8-sig", "cp1252"):
        data = text.replace("“", '"').replace("”", '"').encode(coding)
        documents, _ = opened("a.txt", data)
        assert [d.published for d in documents] == ["2024-12-17", "2024-12-18"], coding


def test_articles_keep_their_keys_from_form_to_form() -> None:
    assert [d.source_key for d in exported("factiva-plain.html")[0]] == [
        "factiva:HARBP00020241217ekch0000x",
        "factiva:j000000020241218ekci0000y",
        "factiva:FERRY00020241219ekcj0000z",
    ]
    key = "nexis:The Harbour Post, 2024-12-17, Bridge closed at Lowhaven"
    assert {exported(f"nexis-{form}.html")[0][0].source_key for form in ("english", "french")} == {key}


@pytest.mark.parametrize(
    ("numbers", "total", "count"),
    [
        ([1, 2, 3], 3, 3),
        ([1, 2], 37, 37),
        (range(1, 101), 2146, 100),
        ([2001, 2002], 2146, 2),
        ([501, 503], 2146, 3),
        ([], 0, 0),
    ],
)
def test_how_many_articles_a_file_should_hold(numbers: list[int], total: int, count: int) -> None:
    assert stated_count([f"{number} of {total} DOCUMENTS" for number in numbers]) == count


def test_a_file_that_breaks_off_is_told() -> None:
    for name, cut in (("nexis-uni.txt", "Documents (3)"), ("nexis-covered.txt", "3 of 3 DOCUMENTS")):
        text = (EXPORTS / name).read_text(encoding="utf-8")
        short = text.replace(cut, "Documents (4)") if "uni" in name else text[: text.index(cut)]
        assert opened(name, short.encode())[1] == ["export_incomplete"]
    text = (EXPORTS / "factiva-plain.txt").read_text(encoding="utf-8")
    documents, problems = opened("a.txt", text[: text.index("Document FERRY")].encode())
    assert (len(documents), problems) == (3, [])
    assert documents[2].source_key == "a:3"


def test_articles_of_several_files_in_one() -> None:
    """As people join them: each numbers its articles anew."""
    texts = [(EXPORTS / f"nexis-{name}.txt").read_text(encoding="utf-8") for name in ("show", "covered")]
    documents, problems = opened("a.txt", "\n".join(texts).encode())
    assert len(documents) == 5
    assert problems == ["export_article_unreadable"]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Mittwoch 31. August 2011", "2011-08-31"),
        ("Dienstag 10.Dezember 2019", "2019-12-10"),
        ("27. Februar 2012 Montag 9:50 PM GMT+1", "2012-02-27"),
        ("décembre 10 2019", "2019-12-10"),
        ("1er août 2003 vendredi", "2003-08-01"),
        ("3 de julio de 2018", "2018-07-03"),
        ("3 Julho 2018 Terça-feira 10:27 AM GMT", "2018-07-03"),
        ("4 oktober 2017 woensdag", "2017-10-04"),
        ("2018年5月28日", "2018-05-28"),
        ("May 2, 2002, Thursday,, FINAL EDITION", "2002-05-02"),
        ("January 2009", None),
        ("Summer, 2008", None),
    ],
)
def test_dates_of_exports(line: str, day: str | None) -> None:
    assert is_stamp(line)
    assert stated_day(line) == day


@pytest.mark.parametrize(
    "line",
    [
        "Rebuilding better after Covid-19, part 1",
        "Beitraege sollen in 2000 um 4,5 Prozent klettern",
        "December 17, 2024: how the bridge came down over one long night of work",
        "31 February 2024",
        "17 2024",
        "December 17, 2024: the day after",
    ],
)
def test_other_lines_are_no_dates(line: str) -> None:
    assert not is_stamp(line)


@given(
    st.lists(
        st.sampled_from(
            sorted({line for path in EXPORTS.glob("*.txt") for line in path.read_text("utf-8").splitlines()})
        ),
        max_size=60,
    )
)
def test_lines_of_all_forms_in_any_order_never_fail(lines: list[str]) -> None:
    kinds: tuple[SourceKindName, ...] = ("nexis", "factiva")
    for kind in kinds:
        found = press_entries(Source("a", "a", "\n".join(lines).encode(), kind))
        assert found
        for item in found:
            assert isinstance(item, SourceProblem) or read_source(item).documents
