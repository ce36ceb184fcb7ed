"""Sources that the model breaks off, and objects that it lets run on."""

from __future__ import annotations

import pytest

from headwater.records import Span
from headwater.voices.clause import view
from headwater.voices.draft import Draft
from headwater.voices.heads import with_whole_subject, without_thing
from headwater.voices.objects import without_next_clause


def subject(text: str, source: str, cue: str) -> str:
    """The source of a statement that the model heard in ``text``, made whole."""
    spans = [(Span(text.index(w), text.index(w) + len(w)),) for w in (source, cue)]
    whole = Span(0, len(text))
    draft = Draft((Span(len(text) - 1, len(text)),), spans[1], spans[0], cue, "verb", "a rule", 0.9)
    (found,) = with_whole_subject(draft, [view(text, whole, whole, ())]).source
    return found.of(text)


@pytest.mark.parametrize(
    ("text", "source", "cue", "whole"),
    [
        (
            "The Articles of Impeachment drawn up against Jon Vell accused him of lying.",
            "Jon Vell",
            "accused",
            "The Articles of Impeachment drawn up against Jon Vell",
        ),
        (
            "On Monday, some analysts generally supportive of the mayor warned that the pier was old.",
            "the mayor",
            "warned",
            "some analysts generally supportive of the mayor",
        ),
        (
            "The woman seen with the suspect has told the police that she was ill.",
            "the suspect",
            "has told",
            "The woman seen with the suspect",
        ),
    ],
)
def test_a_source_is_the_whole_subject(text: str, source: str, cue: str, whole: str) -> None:
    assert subject(text, source, cue) == whole


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("A report by the board said that the pier was old.", "the board", "said"),
        ("Many of the captains said that the pier was old.", "the captains", "said"),
        ("The likes of Jon Vell said that the pier was old.", "Jon Vell", "said"),
        ("He was relentless in his attacks on the pier.", "his", "attacks"),
        ("He gave in to the council demands for a pier.", "the council", "demands"),
        ("There is unease among captains worried about the pier.", "captains", "worried"),
        ("After the talks with Jon Vell officials said that the pier was old.", "officials", "said"),
        ("In Tarn officials said that the pier was old.", "officials", "said"),
        ("She spoke of a study that showed the pier was old.", "a study that", "showed"),
    ],
)
def test_a_source_stays_what_it_is(text: str, source: str, cue: str) -> None:
    assert subject(text, source, cue) == source


@pytest.mark.parametrize(
    ("cue", "content", "left"),
    [
        ("was not aware of", "the raid and we do not support it", "the raid"),
        ("complained", "about the raid, but he did not say why", "about the raid"),
        ("was not aware of", "what the raid cost and we regret it", "what the raid cost and we regret it"),
        ("said", "the raid was old and we regret it", "the raid was old and we regret it"),
        ("talked about", "“the raid and we all know it”", "“the raid and we all know it”"),
    ],
)
def test_an_object_ends_before_the_next_clause(cue: str, content: str, left: str) -> None:
    text = f"Ada Roe {cue} {content}"
    start = len(text) - len(content)
    spans = (Span(len("Ada Roe "), len("Ada Roe ") + len(cue)),), (Span(start, len(text)),)
    (found,) = without_next_clause(text, *spans)
    assert found.of(text) == left


@pytest.mark.parametrize(
    ("source", "whole"),
    [
        ("a claim Russia's defence ministry", "Russia's defence ministry"),
        ("a charge the White House", "the White House"),
        ("a decision Vell", "Vell"),
        ("a claim by the ministry", "a claim by the ministry"),
        ("the position paper", "the position paper"),
    ],
)
def test_a_thing_that_is_spoken_of_is_no_speaker(source: str, whole: str) -> None:
    text = f"Drones hit the port, {source} dismissed."
    spans = [(Span(text.index(w), text.index(w) + len(w)),) for w in (source, "dismissed")]
    draft = Draft((Span(0, 5),), spans[1], spans[0], "dismissed", "verb", "a rule", 0.9)
    assert without_thing(text, draft).source[0].of(text) == whole
