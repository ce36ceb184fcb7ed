"""How a speaker knows: only what words show."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.records import Quote, Span
from headwater.voices.basis import Told, basis_of
from headwater.voices.draft import Draft
from headwater.voices.resolved import Resolved
from said import document_of, one, reading_of, said_in, words


def shown(text: str, cue: str) -> tuple[str | None, str]:
    """The basis of the statement with this cue, and the words that show it."""
    found = one(said_in(text), cue).record
    return found.basis, words(text, found.basis_spans)


@pytest.mark.parametrize(
    ("text", "basis", "by"),
    [
        ("“I saw people running from the smoke,” said Ana Torvald.", "witness", "I saw people"),
        ("Witnesses said the pier was on fire.", "witness", "Witnesses"),
        ("Ana Torvald said she heard a loud blast near the pier.", "witness", "she heard a loud blast"),
        ("Ana Torvald, who saw the crash, said the bus was full.", "witness", "who saw the crash"),
        ("“I was in the car when the pier fell,” Ana Torvald said.", "participant", "I was in the car"),
        ("The army said it had shot down a drone.", "participant", "it had shot down"),
        ("A commander said his men had crossed the river.", "participant", "his men"),
        ("The pier was unsafe, according to court papers.", "document", "court papers"),
        ("“I was told that the pier fell,” Ana Torvald said.", "hearsay", "I was told"),
        ("An official briefed on the talks said they had failed.", "hearsay", "briefed on"),
        ("Ana Torvald told reporters that the pier was shut.", "briefing", "reporters"),
        ("In a statement, the ministry said the pier was shut.", "briefing", "In a statement"),
    ],
)
def test_words_show_how_a_speaker_knows(text: str, basis: str, by: str) -> None:
    cue = next(c for c in ("told", "according to", "said") if f" {c} " in text.replace(".", " ") or c in text)
    cue = "said" if "was told" in text else cue
    assert shown(text, cue) == (basis, by)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Torvald said the pier was shut.",
        "“I saw an opportunity,” Ana Torvald said.",
        "“We saw growth in every port,” Ana Torvald said.",
        "“I heard you,” Ana Torvald said.",
        "The lawyer for the witnesses said the pier was shut.",
        "An expert witness said the pier was shut.",
        "The company said it had launched a new ship.",
        "Ana Torvald said his men had crossed the river.",
    ],
)
def test_what_words_do_not_show_is_not_known(text: str) -> None:
    assert shown(text, "said") == (None, "")


def test_words_of_another_are_no_account_of_the_speaker() -> None:
    assert shown("Ana Torvald said “I saw people” was all that he wrote.", "said")[0] != "hearsay"
    told = Told(_draft("I saw people"), Resolved((), "document"), (), None)
    assert basis_of("I saw people", told, [Quote(Span(0, 12), Span(0, 12))]) is None


def test_who_is_known_through_another_is_hearsay() -> None:
    outer = _draft("that Oke said the pier was shut", "said", "Lorn")
    told = Told(_draft("the pier was shut"), Resolved((), "named_person"), (), None, outer=outer)
    assert basis_of("Lorn said that Oke said the pier was shut", told, []) == ("hearsay", outer.cue)


def test_a_relay_shows_what_it_relays() -> None:
    relay = Draft((Span(0, 4),), (Span(10, 16),), (Span(17, 20),), "citing", "relay", "", 1.0)
    text = "word said citing Oke"
    for kind, basis in (("named_person", "hearsay"), ("document", "document")):
        relays = ((relay, Resolved((), kind)),)  # type: ignore[arg-type]
        told = Told(_draft("word"), Resolved((), "outlet"), (), None, relays)
        assert basis_of(text, told, []) == (basis, relay.cue)


@given(st.text(alphabet="Iwesawhrdtolfireshp “”.,'", max_size=300))
def test_a_basis_always_has_its_words_in_the_text(text: str) -> None:
    for found in reading_of(f"{text}\nAna Torvald told reporters that she saw smoke. {text}").attributions:
        assert (found.basis is None) == (found.basis_spans == ())


def test_the_same_text_gives_the_same_basis() -> None:
    text = "Witnesses said the pier was on fire. Ana Torvald told reporters that it fell."
    assert reading_of(text) == reading_of(text)
    assert document_of(text).text == text


def _draft(content: str, cue: str = "", source: str = "") -> Draft:
    """A draft whose cue and source stand at the places that their lengths give."""
    spans = [(Span(0, len(w)),) if w else () for w in (content, cue, source)]
    return Draft(spans[0], spans[1], spans[2], cue, "verb", "by hand", 1.0)
