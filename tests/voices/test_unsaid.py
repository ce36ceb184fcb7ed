"""Sources that say nothing."""

from __future__ import annotations

import pytest

from headwater.records import Span, Spans
from headwater.voices.draft import Draft
from headwater.voices.heard import RULE
from headwater.voices.topics import names_only_a_topic
from headwater.voices.unsaid import without_unsaid
from said import said_in


def heard(text: str, source: str, cue: str, *, attitude: float = 0.1) -> list[Draft]:
    """What is left of one statement that the model heard in ``text``, its content the last words."""

    def at(words: str) -> Spans:
        start = text.index(words)
        return (Span(start, start + len(words)),)

    last = cue.rpartition(" ")[2].lower()
    draft = Draft(at("the harbour"), at(cue), at(source), last, "verb", RULE, 0.9, attitude=attitude)
    return list(without_unsaid(text, [draft]))


@pytest.mark.parametrize(
    "text",
    [
        "Every captain needs to understand that the harbour was closed.",
        "The mayor should say that the harbour was closed.",
        "The mayor is going to have to admit that the harbour was closed.",
    ],
)
def test_what_somebody_ought_to_say_is_not_said(text: str) -> None:
    assert said_in(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ana Torvald had to admit that the harbour was closed.",
        "Ana Torvald must have known that the harbour was closed.",
        "Ana Torvald said that the mayor should close the harbour.",
    ],
)
def test_what_somebody_had_to_say_is_said(text: str) -> None:
    assert [s.chain for s in said_in(text)] == [("Ana Torvald",)]


def test_the_writer_must_admit() -> None:
    (found,) = said_in("I must admit that the harbour was closed.")
    assert found.record.source_kind == "author"


def test_what_somebody_meets_with_is_said_by_others() -> None:
    for text in (
        "The Harbour Board faced criticism that the pier was shut.",
        "The Harbour Board has drawn sharp criticism that the pier was shut.",
    ):
        assert ("Harbour Board",) not in {s.chain for s in said_in(text)}
    assert ("Harbour Board",) in {
        s.chain for s in said_in("The Harbour Board repeated its claim that the pier was shut.")
    }


def test_a_source_ends_before_a_clause() -> None:
    text = "Editor Ana Torvald when Lorn left said that the harbour was closed."
    assert {s.chain for s in said_in(text)} == {("Ana Torvald",)}


def test_he_is_not_his_wife() -> None:
    text = "Karl Lorn came with his wife. “The harbour was closed,” he said."
    assert said_in(text)[-1].chain == ("Karl Lorn",)
    text = "Karl Lorn was on the quay with his wife when it fell, he said."
    assert said_in(text)[-1].chain == ("he",)  # nobody else is named


def test_by_whom_somebody_is_asked_is_told() -> None:
    text = "Asked by the judge whether the harbour was closed, Karl Lorn left."
    assert ("the judge",) in {s.chain for s in said_in(text)}


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("Told that the harbour was closed, Ana Torvald left.", "Ana Torvald", "Told"),
        ("Captains accused of closing the harbour left.", "Captains", "accused of"),
        ("Captains suspected of closing the harbour left.", "Captains", "suspected"),
        ("Word is expected by late June on the harbour.", "late June", "is expected"),
        ("Losses were reported at the harbour since the ministry spoke.", "the ministry", "were reported"),
        ("The Board faced criticism that the harbour was closed.", "The Board", "criticism"),
    ],
)
def test_whoever_is_told_or_accused_is_no_source(text: str, source: str, cue: str) -> None:
    assert [d.source for d in heard(text, source, cue)] == [()]


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("It was reported by the ministry that the harbour was closed.", "the ministry", "was reported"),
        ("Captains accused the board of closing the harbour.", "Captains", "accused"),
        ("The Board repeated its criticism that the harbour was closed.", "The Board", "criticism"),
        ("You said that the harbour was closed.", "You", "said"),
    ],
)
def test_who_does_say_it_stays_its_source(text: str, source: str, cue: str) -> None:
    (draft,) = heard(text, source, cue)
    assert draft.source[0].of(text) == source


@pytest.mark.parametrize("cue", ["may think", "will know", "fear"])
def test_what_the_reader_is_thought_to_think_is_not_said(cue: str) -> None:
    assert heard(f"You {cue} that the harbour was closed.", "You", cue, attitude=0.9) == []


@pytest.mark.parametrize(
    "text",
    [
        "This is a mirror of the rush to insist that the harbour was closed.",
        "It is preposterous to say that the harbour was closed.",
    ],
)
def test_what_is_there_to_be_said_is_not_said(text: str) -> None:
    assert said_in(text) == []


def test_a_source_that_runs_on_to_its_verb_says_nothing() -> None:
    assert heard("Captains wanting to say the harbour", "Captains wanting to", "say") == []
    assert len(heard("Captains say the harbour", "Captains", "say")) == 1


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("Ana Torvald said no when asked about the harbour.", ["said"]),
        ("Asked about the harbour, Ana Torvald said it was closed.", ["said"]),
        ("When asked whether it was closed, Ana Torvald said no.", ["asked", "said"]),
        ("Ana Torvald testified before the harbour board on Monday.", []),
        ("Ana Torvald testified that the harbour was closed.", ["testified"]),
        ("The harbour was apparently closed.", []),
    ],
)
def test_what_is_spoken_of_is_not_what_is_said(text: str, cues: list[str]) -> None:
    assert [s.cue.removeprefix("When ") for s in said_in(text) if s.content] == cues


@pytest.mark.parametrize(
    ("source", "cue", "content", "said"),
    [
        ("", "asked about", "the harbour", False),
        ("comment when", "asked about", "the harbour", False),
        ("", "asked", "for the harbour", False),
        ("A clerk", "asked about", "the harbour", True),
        ("when", "denied", "entry", False),
        ("", "was confirmed", "who", False),
        ("Ana Torvald", "testified", "before the board", False),
        ("Ana Torvald", "testified", "that it was closed", True),
    ],
)
def test_a_topic_that_the_model_hears_is_dropped(source: str, cue: str, content: str, said: bool) -> None:
    text = f"{source} {cue} {content}".strip()

    def at(words: str) -> Spans:
        start = text.index(words)
        return (Span(start, start + len(words)),) if words else ()

    draft = Draft(at(content), at(cue), at(source), cue.split(maxsplit=1)[0], "verb", RULE, 0.9, attitude=0.1)
    assert names_only_a_topic(text, draft) is not said


@pytest.mark.parametrize(
    "cue", ["was pressed to explain", "is under growing pressure to say", "got a warning"]
)
def test_who_is_pressed_or_warned_does_not_say_it(cue: str) -> None:
    text = f"Ana Torvald {cue} that the harbour was closed: the harbour"
    assert [d.source for d in heard(text, "Ana Torvald", cue)] == [()]


@pytest.mark.parametrize(
    "text",
    [
        "The court denied him a new trial.",
        "The measure denies the people their right to vote.",
        "The captain was denied entry.",
    ],
)
def test_what_somebody_is_denied_is_not_said_to_be_untrue(text: str) -> None:
    assert said_in(text) == []


def test_what_a_claim_is_called_is_not_claimed() -> None:
    found = said_in("Ana Torvald called Marn’s claim “false,” and the mayor left.")
    assert [s.chain for s in found] == [("Ana Torvald",)]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Torvald has fueled speculation that the harbour would close.",
        "Ana Torvald laughed off the suggestion that the harbour would close.",
        "Ana Torvald bristled at the suggestion that the harbour would close.",
    ],
)
def test_who_stirs_up_or_rejects_a_claim_does_not_make_it(text: str) -> None:
    assert {s.chain for s in said_in(text)} <= {()}


def test_who_is_to_be_shown_something_does_not_say_it() -> None:
    assert heard("hoping to show Marn that the harbour was closed", "Marn", "show")[0].source == ()
    assert heard("In Tarn, said Marn, the harbour was closed", "Marn", "said")[0].source != ()
