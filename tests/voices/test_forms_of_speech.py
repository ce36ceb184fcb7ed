"""One sentence each: where source, cue and content stand."""

from __future__ import annotations

import pytest

from said import marks_of, one, said_in, span_of

CLOSED = "the harbour was closed"
TORVALD = "Ana Torvald"


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "form"),
    [
        (
            "“The harbour is closed,” said Ana Torvald.",
            TORVALD, "said", "“The harbour is closed,”", "direct",
        ),
        (
            '"The harbour is closed," Ana Torvald said on Monday.',
            TORVALD, "said", '"The harbour is closed,"', "direct",
        ),
        (
            "Ana Torvald said: “The harbour is closed.”",
            TORVALD, "said", "“The harbour is closed.”", "direct",
        ),
        (
            "“The harbour,” Ana Torvald said, “will stay shut for a week.”",
            TORVALD, "said", "“The harbour,” … “will stay shut for a week.”", "direct",
        ),
        (
            "Ana Torvald: “The harbour will stay shut for a week.”",
            TORVALD, ":", "“The harbour will stay shut for a week.”", "direct",
        ),
        (
            "Ana Torvald said that the harbour was “a dead place” and would stay shut.",
            TORVALD, "said", "that the harbour was “a dead place” and would stay shut", "mixed",
        ),
        ("Ana Torvald said the harbour was closed.", TORVALD, "said", CLOSED, "indirect"),
        ("Ana Torvald said that the harbour was closed.", TORVALD, "said", f"that {CLOSED}", "indirect"),
        ("The harbour was closed, Ana Torvald said.", TORVALD, "said", "The harbour was closed", "indirect"),
        (
            "The harbour was closed, the ministry says.",
            "the ministry", "says", "The harbour was closed", "indirect",
        ),
        (
            "The old harbour of Lodrin, Ana Torvald said, will stay shut.",
            TORVALD, "said", "The old harbour of Lodrin … will stay shut", "indirect",
        ),
        (
            "The Coast Security Service, based in Lodrin, said the harbour was closed.",
            "The Coast Security Service", "said", CLOSED, "indirect",
        ),
        ("According to Ana Torvald, the harbour was closed.", TORVALD, "According to", CLOSED, "indirect"),
        (
            "The harbour was closed, according to Ana Torvald.",
            TORVALD, "according to", "The harbour was closed", "indirect",
        ),
        (
            "Ana Torvald told reporters on Monday that the harbour was closed.",
            TORVALD, "told", f"that {CLOSED}", "indirect",
        ),
        (
            "“The harbour is closed,” Ana Torvald told reporters.",
            TORVALD, "told", "“The harbour is closed,”", "direct",
        ),
        (
            "Piet Marn, the mayor of Lodrin, said the harbour was closed.",
            "Piet Marn, the mayor of Lodrin", "said", CLOSED, "indirect",
        ),
        (
            "In a statement, the ministry said the harbour was closed.",
            "the ministry", "said", CLOSED, "indirect",
        ),
        (
            "On Monday the ministry announced that the harbour was closed.",
            "the ministry", "announced", f"that {CLOSED}", "indirect",
        ),
    ],
)  # fmt: skip
def test_source_cue_and_content(text: str, source: str, cue: str, content: str, form: str) -> None:
    (found,) = said_in(text)
    assert (found.source, found.cue, found.content, found.record.form) == (source, cue, content, form)
    assert (found.record.polarity, found.record.sort) == ("asserts", "statement")
    assert len(found.chain) == 1


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        (
            "Ana Torvald denied that the ministry had ordered the attack.",
            "denied",
            "that the ministry had ordered the attack",
        ),
        ("Ana Torvald denied ordering the attack.", "denied", "ordering the attack"),
        (
            "Ana Torvald rejected the claim that she had ordered it.",
            "rejected",
            "the claim that she had ordered it",
        ),
    ],
)
def test_denials(text: str, cue: str, content: str) -> None:
    found = one(said_in(text), cue)
    assert (found.content, found.record.polarity) == (content, "denies")
    assert found.record.content_negated is False


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Officials had put the toll at nine.", "had put", "the toll at nine"),
        ("Police put the number of injured at about 40.", "put", "the number of injured at about 40"),
        ("The Orvanian side denies any involvement.", "denies", "any involvement"),
        ("The mayor spoke of at least nine dead.", "spoke of", "at least nine dead"),
        ("Tesmar bombed what it called a training camp.", "called", "a training camp"),
        (
            "Whether crews are missing, he was unable to say.",
            "was unable to say",
            "Whether crews are missing",
        ),
    ],
)
def test_forms_of_reports_on_attacks(text: str, cue: str, content: str) -> None:
    (found,) = said_in(text)
    assert (found.cue, found.content) == (cue, content)


@pytest.mark.parametrize(
    "text",
    ["The ministry put lives at risk.", "She put the cup at the edge.", "The port could verify the papers."],
)
def test_what_is_put_or_verified_is_not_said(text: str) -> None:
    assert said_in(text) == []


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The Herald could not independently verify either account.", "could not independently verify"),
        ("The mission couldn't establish whether they were fighters.", "couldn't establish"),
        ("Monitors cannot confirm the strike.", "cannot confirm"),
    ],
)
def test_what_could_not_be_found_out_is_unknown(text: str, cue: str) -> None:
    (found,) = said_in(text)
    assert (found.cue, found.record.polarity, found.record.certainty) == (cue, "asserts", "unknown")


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Ana Torvald declined to comment on the attack.", "declined"),
        ("The ministry refused to comment.", "refused"),
        ("Ana Torvald did not specify how many ships were lost.", "did not specify"),
        ("Ana Torvald did not say whether the harbour was closed.", "did not say"),
        ("The ministry has not commented on the attack.", "has not commented on"),
        ("Ana Torvald would not say who had ordered the attack.", "would not say"),
    ],
)
def test_saying_nothing_declines(text: str, cue: str) -> None:
    (found,) = said_in(text)
    assert found.cue == cue
    assert (found.record.polarity, found.record.certainty) == ("declines", "unknown")


@pytest.mark.parametrize(
    ("content", "negated"),
    [
        ("the ministry was not aware of the attack", True),
        ("the ministry had no knowledge of the attack", True),
        ("it wasn’t ready", True),
        ("the ministry was aware of the attack", False),
    ],
)
def test_a_negated_content_is_still_asserted(content: str, negated: bool) -> None:
    found = one(said_in(f"Ana Torvald said {content}."), "said")
    assert found.content == content
    assert (found.record.polarity, found.record.content_negated) == ("asserts", negated)


@pytest.mark.parametrize(
    ("content", "certainty"),
    [
        ("she honestly believes the harbour is closed", "probable"),
        ("he does not think the harbour is closed", "probable"),
        ("they did not know whether the harbour was closed", "unknown"),
        ("the captain knew why the harbour was closed", "certain"),
        ("the harbour was closed", "certain"),
        ("the harbour was probably closed", "probable"),
        ("the harbour might be closed", "possible"),
        ("the harbour was reportedly closed", "unknown"),
    ],
)
def test_how_sure_the_speaker_is(content: str, certainty: str) -> None:
    assert one(said_in(f"Ana Torvald said that {content}."), "said").record.certainty == certainty


def test_an_attitude_is_no_statement() -> None:
    (found,) = said_in("Residents fear that the harbour will close.")
    assert (found.record.sort, found.source, found.content) == (
        "attitude",
        "Residents",
        "that the harbour will close",
    )


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        (
            "Ana Torvald was accused of closing the harbour.",
            "was accused of",
            "Ana Torvald … closing the harbour",
        ),
        (
            "Ana Torvald is expected to close the harbour.",
            "is expected",
            "Ana Torvald … to close the harbour",
        ),
        ("Ana Torvald reportedly ordered the attack.", "reportedly", "Ana Torvald … ordered the attack"),
    ],
)
def test_without_an_agent_nobody_speaks(text: str, cue: str, content: str) -> None:
    (found,) = said_in(text)
    assert (found.source, found.cue, found.content) == ("", cue, content)
    assert (found.record.source_kind, found.record.speakers, found.chain) == ("implicit", (), ())


def test_hearsay_is_of_unknown_certainty() -> None:
    (found,) = said_in("The attack was reportedly carried out by the Tide Brigade.")
    assert (found.record.certainty, found.chain) == ("unknown", ())


def test_two_cues_of_one_speaker_are_two_attributions() -> None:
    found = said_in("Ana Torvald said the harbour was closed and added that the ships were gone.")
    assert [(s.cue, s.chain) for s in found] == [("said", (TORVALD,)), ("added", (TORVALD,))]
    assert [s.content for s in found] == [CLOSED, "that the ships were gone"]


@pytest.mark.parametrize(
    "text",
    [
        "The bomb said boom in the night.",
        "The location demonstrates that the service reaches far.",
        "The harbour says a lot about us.",
        "Nobody said the harbour was closed.",
        "The harbour was closed on Monday.",
        "He read the report on the old harbour.",
    ],
)
def test_what_cannot_speak_makes_no_voice(text: str) -> None:
    assert said_in(text) == []


def test_on_condition_of_anonymity_is_no_content() -> None:
    (found,) = said_in("A harbour official said on condition of anonymity that the ships were gone.")
    assert found.content == "that the ships were gone"


def test_asked_about_it_is_no_content() -> None:
    found = one(said_in("Asked about the blast, Ana Torvald said she knew nothing."), "said")
    assert found.content == "she knew nothing"


def test_it_was_reported_that() -> None:
    (found,) = said_in("It was reported that the harbour was closed.")
    assert found.content == f"that {CLOSED}"


def test_the_paper_is_an_outlet() -> None:
    found = one(said_in("The paper said the harbour was closed."), "said")
    assert found.record.source_kind == "outlet"


def test_names_in_a_sentence_of_names() -> None:
    text = "Defence Minister Ana Torvald met General Piet Marn in Lodrin."
    assert [m.span for m in marks_of(text).names][:2] == [
        span_of(text, "Defence Minister Ana Torvald"),
        span_of(text, "General Piet Marn"),
    ]


def test_a_short_beginning_before_the_speaker() -> None:
    (found,) = said_in("The harbour, Ana Torvald said, will stay shut.")
    assert (found.source, found.content) == ("Ana Torvald", "The harbour … will stay shut")


TRANSCRIPT = """Piet Marn spoke to Ana Torvald on Sunday. A partial transcript:

"TORVALD: Let us start with the harbour. Will the ships be there?

"MARN: Well, look, nobody knows where they are.

NOTE: This is a partial transcript.
"""


def test_a_transcript_names_who_speaks() -> None:
    found = [(s.chain, s.content) for s in said_in(TRANSCRIPT) if s.cue == ":"]
    assert found == [
        (("Ana Torvald",), "Let us start with the harbour. Will the ships be there?"),
        (("Piet Marn",), "Well, look, nobody knows where they are."),
    ]


def test_a_name_below_a_quotation() -> None:
    text = "Readers wrote in.\n\n“The harbour was closed, and nobody told us.” ― Ana Torvald, Lowhaven\n"
    (found,) = (s for s in said_in(text) if s.cue == "―")
    assert (found.chain, found.source) == (("Ana Torvald",), "Ana Torvald")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Ana Torvald was accused by Piet Marn of closing the harbour.",
            "Ana Torvald … of closing the harbour",
        ),
        ("The attack was condemned by Piet Marn.", "The attack"),
    ],
)
def test_a_passive_with_its_agent(text: str, content: str) -> None:
    (found,) = said_in(text)
    assert (found.source, found.content, found.chain) == ("Piet Marn", content, ("Piet Marn",))


@pytest.mark.parametrize("place", ["LONDON", "NEW DELHI", "WASHINGTON"])
def test_a_dateline_is_no_label(place: str) -> None:
    text = f"{place}: The bridge was shut on Monday. Jack London of the Delhi Police said nobody was hurt."
    assert all(s.cue != ":" for s in said_in(text))


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The talks broke off, say three officials.", "three officials", "The talks broke off"),
        (
            "It is slow as a result of orders by the mayor, fights in the port and an overworked staff, "
            "say more than a dozen sources including insiders and lobbyists.",
            "more than a dozen sources including insiders and lobbyists",
            "It is slow as a result of orders by the mayor, fights in the port and an overworked staff",
        ),
        ("Roe, the mayor, said officials were late.", "Roe, the mayor", "officials were late"),
    ],
)
def test_speakers_behind_their_verb(text: str, source: str, content: str) -> None:
    (found,) = said_in(text)
    assert (found.source, found.content) == (source, content)


def test_what_the_writer_makes_of_it_is_not_said() -> None:
    (found,) = said_in("Ana Torvald will come on Monday, the ministry said, seeming to rule out a strike.")
    assert found.content == "Ana Torvald will come on Monday"


@pytest.mark.parametrize(
    "text",
    [
        "It pits a self described “big” man against a clerk.",
        "He gave it as a fatherly warning against breaching the rules.",
    ],
)
def test_what_kind_of_warning_it_is_says_nothing(text: str) -> None:
    assert said_in(text) == []
