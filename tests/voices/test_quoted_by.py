"""Who is quoted by whom: the one who quotes is the outer voice."""

from __future__ import annotations

import pytest

from headwater.records.attribution import LEAST_SURE
from said import said_in

FORMS = [
    "Minister Ada Roe was quoted by Interfax as saying that 1,400 people had died.",
    "Minister Ada Roe was quoted on Monday by the Interfax news agency as saying that 1,400 people had died.",
    "“It is over for us all,” Ada Roe was quoted by Interfax as saying.",
    "“We will not retreat,” Ada Roe was quoted as saying by Interfax on Tuesday.",
    "Ada Roe was quoted as saying by the Interfax news agency that 1,400 people had died.",
    "Ada Roe has been cited by Interfax as telling workers that the plant would stay open.",
]


@pytest.mark.parametrize("text", FORMS)
def test_both_voices_stand_in_the_chain(text: str) -> None:
    found = {s.chain: s for s in said_in(text)}
    assert set(found) == {("Interfax",), ("Interfax", "Ada Roe")}
    inner, outer = found[("Interfax", "Ada Roe")], found[("Interfax",)]
    assert inner.record.parent == outer.record.id
    assert inner.content == outer.content
    assert "Roe" not in inner.content
    assert "Interfax" not in inner.content
    assert inner.cue.split(" … ")[1].startswith("as ")
    assert all(s.record.made is not None and (s.record.made.score or 0) >= LEAST_SURE for s in found.values())


def test_who_is_told_is_no_part_of_what_is_said() -> None:
    said = said_in("Ada Roe was quoted by Interfax as telling workers that the plant would stay open.")
    assert {s.content for s in said} == {"that the plant would stay open"}


def test_another_paper_is_named_behind_a_comma() -> None:
    said = said_in("The official was cited by another paper, the Mariner, as saying the fires were out.")
    assert ("Mariner", "The official") in {s.chain for s in said}


def test_an_outlet_is_its_name_without_what_it_is() -> None:
    (one,) = said_in("The dam broke, the Yonhap news agency reported.")
    assert one.chain == ("Yonhap",)


def test_a_newspapers_name_behind_the_word_is_an_outlet() -> None:
    said = said_in(
        "Turkey's President Tayyip Erdogan said on Wednesday that the Kurdish militia had handed over "
        "documents to Damascus, newspaper Hurriyet reported. According to the daily, he told reporters that "
        "“they are playing a double game”."
    )
    assert {s.chain for s in said} == {("Hurriyet",), ("Hurriyet", "Tayyip Erdogan")}


def test_who_quotes_without_commas() -> None:
    said = said_in("A McCain spokeswoman quoted by The Hill said the senator had gone there.")
    assert {s.chain for s in said} == {("The Hill",), ("The Hill", "A McCain spokeswoman")}


def test_somebody_quoted_saying_something() -> None:
    said = said_in("CNN quoted a witness saying that the roof fell.")
    assert {s.chain for s in said} == {("CNN",), ("CNN", "a witness")}


def test_whom_others_confirm_says_nothing_by_it() -> None:
    (one,) = said_in("Hagel, confirmed by the Senate in 2013, said he would stay.")
    assert one.cue == "said"


def test_how_an_official_speaks_is_no_part_of_the_label() -> None:
    (one,) = said_in("Two officials speaking on condition of anonymity said he had been pressed.")
    assert one.chain == ("Two officials",)
