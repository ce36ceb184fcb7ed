from __future__ import annotations

import pytest

import headwater as hw
from headwater.models import Said
from headwater.reading.quotes import outer_quotes, quotes
from headwater.reading.sentences import paragraphs, sentences
from headwater.records import Span
from headwater.voices.clause import Sentence, view
from headwater.voices.document import draft_document
from headwater.voices.draft import Draft
from headwater.voices.questions import is_question, without_asked
from opinion_pages import document, marks, parts


def sentence(text: str) -> Sentence:
    """A text of one sentence."""
    blocks = paragraphs(text)
    [span] = sentences(text, blocks)
    return view(text, span, blocks[0], outer_quotes(quotes(text, blocks)))


def at(text: str, words: str) -> tuple[Span, ...]:
    start = text.index(words)
    return (Span(start, start + len(words)),)


def kept(text: str, source: str, cue: str, content: str) -> bool:
    """Whether a statement stands that was found with these words."""
    found = at(text, source) if source else ()
    one = Draft(at(text, content), at(text, cue), found, cue.rsplit(maxsplit=1)[-1], "verb", "test", 0.9)
    return without_asked([one], [sentence(text)]) == [one]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Do crews believe the bridge is safe?", "crews", "believe", "the bridge is safe"),
        ("Did the mayor say the bridge is safe?", "the mayor", "say", "the bridge is safe"),
        ("Who said the bridge is safe?", "Who", "said", "the bridge is safe"),
        ("But who believes the bridge is safe?", "who", "believes", "the bridge is safe"),
        ("What if you say the bridge is safe?", "you", "say", "the bridge is safe"),
        ("Recall how they said it was safe?", "", "Recall", "how they said it was safe"),
        ("Why does anybody at the port fear the bridge?", "anybody at the port", "fear", "the bridge"),
    ],
)
def test_what_a_question_asks_about_is_no_statement(text: str, source: str, cue: str, content: str) -> None:
    assert not kept(text, source, cue, content)
    assert kept(text.replace("?", "."), source, cue, content)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Didn’t the mayor promise a new bridge?", "the mayor", "promise", "a new bridge"),
        ("Who pays, the mayor asked, if the bridge falls?", "the mayor", "asked", "Who pays"),
        ("If the mayor said it was safe, why is it closed?", "the mayor", "said", "it was safe"),
        ("Why, I wondered, stop at the bridge?", "I", "wondered", "stop at the bridge"),
        ("The mayor said: “Is the bridge safe?”", "The mayor", "said", "“Is the bridge safe?”"),
        ("“Who says the bridge is safe?”", "Who", "says", "the bridge is safe"),
    ],
)
def test_what_was_said_all_the_same_stays(text: str, source: str, cue: str, content: str) -> None:
    assert kept(text, source, cue, content)


def test_a_question_ends_outside_of_quotations() -> None:
    assert is_question(sentence("Is it (really) safe?)"))
    assert not is_question(sentence("They call it “safe?”"))
    assert not is_question(sentence("It is safe."))


def test_what_the_model_hears_in_a_question_is_left_out() -> None:
    text = "Do crews believe the bridge is safe?"
    of = document(text)
    heard = Said(at(text, "crews"), at(text, "believe"), at(text, "the bridge is safe"), 0.9, 0.9)
    assert draft_document(text, marks(text), parts(of), (heard,)) == []


@pytest.mark.parametrize(
    "text",
    [
        'The so-called "reform" of the port is a mess.',
        "The so-called experts of the port have nothing to show.",
        'What a "plan" this is, and what "leadership".',
        "The mayor’s ‘gift’ to the town is a bill of ten years.",
        "Is this what they call a safe bridge?",
        "The message to the town: we don’t care.",
    ],
)
def test_scare_quotes_and_irony_marks_make_no_statement(text: str) -> None:
    assert hw.annotate(text).attributions == ()
