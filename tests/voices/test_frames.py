"""Who speaks inside what is said; the statements are given by hand, so that no model takes part."""

from __future__ import annotations

import pytest

from headwater import models
from headwater.models import Said
from headwater.parts import find_parts
from headwater.records import Span
from headwater.voices import find_voices
from said import document_of, marks_of


@pytest.fixture(autouse=True)
def _no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "reader", lambda: None)


def said(text: str, source: str, cue: str, content: str) -> Said:
    """A statement as the model gives it: source, cue and content stand once in the text, as given."""
    spans = [Span(at, at + len(w)) for w in (source, cue, content) if (at := text.index(w)) >= 0]
    return Said((spans[0],), (spans[1],), (spans[2],), 0.99, 0.0)


def speakers(text: str, *given: Said) -> dict[str, tuple[str, str]]:
    """By cue the last voice of its chain, and the kind of its source."""
    document = document_of(text, byline="Ann Page")
    marks = marks_of(text)
    ordered = sorted(given, key=lambda s: s.cue[0].start)
    found = find_voices(document, marks, find_parts(document, marks), ordered).attributions
    return {a.cue[0].of(text): (a.chain[-1].label, a.source_kind) for a in found if a.cue}


def test_i_within_a_quotation_is_who_speaks_it() -> None:
    text = "“I feared that the dam was gone,” Karl Oll said."
    inner = said(text, "I", "feared", "that the dam was gone")
    assert speakers(text, inner)["feared"] == ("Karl Oll", "named_person")


def test_i_within_a_quotation_of_nobody_is_not_the_author() -> None:
    text = "A sign hung there. “I feared that the dam was gone.” It was old."
    found = speakers(text, said(text, "I", "feared", "that the dam was gone"))
    assert found["feared"] == ("I", "unnamed_person")


def test_i_outside_quotations_is_the_author() -> None:
    text = "I feared that the dam was gone."
    assert speakers(text, said(text, "I", "feared", "that the dam was gone"))["feared"][1] == "author"


def test_he_inside_what_a_man_said_is_that_man() -> None:
    text = "Piet Marn spoke first. Karl Oll said that he feared the dam was gone."
    assert speakers(text, said(text, "he", "feared", "the dam was gone"))["feared"][0] == "Karl Oll"


def test_he_within_a_quotation_is_not_who_speaks_it() -> None:
    text = "Piet Marn came. “I know that he feared the dam was gone,” Karl Oll said."
    found = speakers(text, said(text, "he", "feared", "the dam was gone"))
    assert found["feared"][0] == "Piet Marn"


def test_who_is_named_in_a_quotation_is_not_whom_he_said_means() -> None:
    text = "Karl Oll spoke on Monday.\n“Piet Marn was clear,” he said."
    assert speakers(text)["said"][0] == "Karl Oll"


def test_she_is_not_a_man_by_his_first_name() -> None:
    text = "Mary Lorn met John Kell. She said that the dam was gone."
    assert speakers(text)["said"][0] == "Mary Lorn"
    text = "John Kell met Mary Lorn. She said that the dam was gone."
    assert speakers(text)["said"][0] == "Mary Lorn"


def test_an_epithet_is_whoever_was_named() -> None:
    text = "Greg Lorn spoke on Monday. The Oregon Republican said that the dam was gone."
    assert speakers(text)["said"] == ("Greg Lorn", "named_person")


def test_police_of_a_place_are_a_body() -> None:
    assert speakers("Berlin police said that the dam was gone.")["said"][1] == "named_organisation"


def test_a_relative_follows_a_bare_noun() -> None:
    text = "The mayor met voters who feared that the dam was gone."
    found = speakers(text, said(text, "who", "feared", "that the dam was gone"))
    assert found["feared"] == ("voters", "unnamed_group")


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Marn faced", "implicit"),
        ("Harassment", "implicit"),
        ("Marn has brought a number of", "implicit"),
        ("The police", "unnamed_group"),
        ("Mr. Marn’s", "named_person"),
    ],
)
def test_what_a_noun_cue_only_follows_says_nothing(source: str, kind: str) -> None:
    text = f"{source} allegations that the dam was gone led nowhere."
    assert (
        speakers(text, said(text, source, "allegations", "that the dam was gone"))["allegations"][1] == kind
    )
