from __future__ import annotations

import time

import pytest
from hypothesis import given

from headwater.opinion import find_stance
from headwater.opinion.own import own_words
from headwater.parts import find_parts
from headwater.reading.quotes import outer_quotes
from headwater.records import Document, Part, Span
from opinion_pages import COLUMN, REPORT, document, marks, parts, points, stance
from strategies import documents


def test_a_column_is_opinion_by_its_words_alone() -> None:
    found = stance(COLUMN)
    assert found.kind == "opinion"
    assert {"first_person", "we", "question", "judgement", "no_telling"} <= set(points(found))


def test_an_agencys_report_is_a_report() -> None:
    found = stance(REPORT)
    assert found.kind == "report"
    assert points(found) == {"dateline": -2, "telling": -3, "day": -1}


@pytest.mark.parametrize("text", ["", "The bridge is closed.", "The bridge is closed.\n" * 40])
def test_what_shows_nothing_stays_unknown(text: str) -> None:
    assert stance(text).kind is None


@pytest.mark.parametrize(
    "stated",
    [
        {"url": "https://post.example/opinion/2024/the-bridge"},
        {"url": "https://post.example/commentisfree/bridge"},
        {"url": "https://opinion.post.example/bridge"},
        {"title": "OPINION: The bridge we deserve"},
        {"title": "The bridge we deserve | Opinion"},
        {"title": "Editorial - Mend it"},
        {"outlet": "The Post - Editorial"},
        {"byline": "The Editorial Board"},
    ],
)
def test_a_section_of_opinion_is_enough(stated: dict[str, str]) -> None:
    assert stance("The bridge is closed.", **stated).kind == "opinion"


@pytest.mark.parametrize(
    "stated",
    [
        {"url": "https://post.example/news/public-opinion-on-the-bridge"},
        {"url": "https://post.example/news/columnists-sue"},
        {"title": "Court gives its opinion on the bridge"},
        {"title": "Column of smoke seen over Lowhaven"},
        {"byline": "Ada Lorn"},
    ],
)
def test_the_word_alone_is_no_section(stated: dict[str, str]) -> None:
    assert stance("The bridge is closed.", **stated).why == ()


def test_a_line_above_the_text_names_the_section() -> None:
    text = f"OPINION\n\n{COLUMN}"
    [line] = [r for r in stance(text).why if r.sign == "section"]
    assert [s.of(text) for s in line.spans] == ["OPINION"]


def test_the_first_person_of_a_speaker_is_not_the_writers() -> None:
    spoken = 'He said: "I tell you, I shall go, and my ship with me. Who will stop me? You?"\n\n' * 12
    assert not {"first_person", "question", "you"} & set(points(stance(spoken)))


def test_each_reason_shows_its_words() -> None:
    found = stance(COLUMN)
    shown = {r.sign: [s.of(COLUMN) for s in r.spans] for r in found.why}
    assert shown["first_person"] == ["I", "I", "myself"]
    assert shown["question"] == ["?", "?"]


@pytest.mark.parametrize(
    ("note", "counts"),
    [
        ("Ada Lorn is a professor of bridges at Lowhaven College.", True),
        ("The views expressed here are her own.", True),
        ("Ada Lorn covers bridges for the Post.", False),
    ],
)
def test_a_note_on_the_author_counts_where_it_lets_a_guest_speak(note: str, counts: bool) -> None:
    of = document(f"The bridge is closed.\n\n{note}")
    body, bio = Part(Span(0, 21), "body"), Part(Span(23, len(of.text)), "bio")
    found = find_stance(of, marks(of.text), (body, bio))
    assert points(found) == ({"author_note": 2} if counts else {})


@given(documents())
def test_own_words_keep_their_places(of: Document) -> None:
    found = marks(of.text)
    own = own_words(of.text, found, find_parts(of, found))
    assert len(own) == len(of.text)
    assert all(a in (b, " ") for a, b in zip(own, of.text, strict=True))
    for quote in outer_quotes(found.quotes):
        assert not own[quote.span.start : quote.span.end].strip()


@given(documents())
def test_any_text_has_a_stance_within_it(of: Document) -> None:
    found = find_stance(of, marks(of.text), parts(of))
    assert all(span.end <= len(of.text) for reason in found.why for span in reason.spans)


def test_long_texts_take_their_share_of_time() -> None:
    def seconds(times: int) -> float:
        of = document(f"{COLUMN}\n\n" * times)
        found = marks(of.text)
        whole = parts(of)
        start = time.perf_counter()
        find_stance(of, found, whole)
        return time.perf_counter() - start

    assert min(seconds(800) for _ in range(3)) < 40 * min(seconds(100) for _ in range(3)) + 0.05
