"""Lines of pages that were pasted, and a quotation that names an agency."""

from __future__ import annotations

import pytest

from headwater.intake import Source, read_source
from headwater.intake.given import Given
from headwater.parts import lines
from headwater.parts.introducers import introducer
from headwater.pipeline import read_document

LONG = (
    "The harbour was shut on the {} day of the strike, the mayor said, and no ferry left for the islands, "
    "while the council met behind closed doors and gave no word on what it would offer to the crews."
)
BODY = [LONG.format(day) for day in ("first", "second", "third", "fourth", "fifth", "sixth")]


def parts_of(data: str, kind: str = "text") -> dict[str, str]:
    source = Source("p", "p", data.encode(), kind, Given(outlet="Tidewrack"))  # type: ignore[arg-type]
    reading = read_document(read_source(source).documents[0], frozenset({"parts"}))
    return {p.span.of(reading.document.text): p.kind for p in reading.parts}


def kind_of(found: dict[str, str], line: str) -> str:
    return next(kind for text, kind in found.items() if line in text)


def pasted(*middle: str) -> dict[str, str]:
    return parts_of("\n\n".join(["Harbour Shut as Strike Goes On", *BODY[:3], *middle, *BODY[3:]]))


def test_headlines_in_a_row_are_links() -> None:
    found = pasted("Council Puts Off Its Vote Again\nWhat the New Rules Mean for Drivers")
    assert kind_of(found, "Council Puts Off") == kind_of(found, "What the New") == "furniture"
    assert kind_of(found, BODY[0]) == kind_of(found, BODY[5]) == "body"


def test_a_list_of_what_happened_is_text() -> None:
    found = pasted("Two ferries damaged in the port\nThree crews called out on strike")
    assert kind_of(found, "Three crews") != "furniture"


def test_a_short_line_between_passages_is_a_heading() -> None:
    assert kind_of(pasted("What the council knew"), "What the council knew") == "headline"


def test_an_agency_in_a_quotation_is_not_the_pages() -> None:
    rows = "".join(f"<p>{p}</p>" for p in BODY)
    quoted = f"<blockquote><p>KORVESSA (Reuters) - {LONG.format('last')}</p></blockquote>"
    found = parts_of(f"<html><body><h1>Harbour shut</h1>{rows}{quoted}</body></html>", "html")
    assert kind_of(found, BODY[0]) == "body"
    assert kind_of(found, LONG.format("last")) == "quoted"


@pytest.mark.parametrize("line", ["The Tesmar Herald reports:", "From the Lodrin Courant:"])
def test_papers_are_known_by_their_names(line: str) -> None:
    assert introducer(line) is not None


@pytest.mark.parametrize("line", ["The mayor reports:", "Ines Varga writes:", "From the harbour:"])
def test_other_names_are_not_papers(line: str) -> None:
    assert introducer(line) is None


def test_forms_of_single_lines() -> None:
    assert lines.dated_byline("Workers clear the quay at Tesmar, March 1, 2016. HALYARD/Ana Brook") is None
    assert lines.is_worked_on("Reporting by Mira Holt; Editing by Selma Oake")
    assert not lines.is_worked_on("Reporting by the Herald showed that the mayor knew.")
    assert lines.is_stamp("March 2, 2016 9:14 AM GMT Updated 3 hours ago")
    assert lines.is_section("World News")
    assert not lines.is_section("News of the strike")
    assert lines.is_byline("August 4, 2014 by Osric Vane")
    assert lines.is_credit("Workers clear the quay. HALYARD/Ana Brook")
