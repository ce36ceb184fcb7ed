from __future__ import annotations

import codecs
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.intake import Given, Intake, Source, read_source

AWKWARD = (
    st.lists(
        st.one_of(
            st.text(st.characters(exclude_categories=["Cs"]), max_size=5),
            st.sampled_from(["\r\n", "\u2028", "\x0c", "👩‍👩‍👧", "e\u0301", "\u202eשלום"]),
        )
    )
    .map("".join)
    .filter(lambda text: not text.startswith("\ufeff"))
)


def read(data: bytes, given: Given | None = None) -> Intake:
    return read_source(Source("a.txt", "dir/a.txt", data, "text", given or Given()))


@given(AWKWARD)
def test_any_text_comes_through_unchanged(text: str) -> None:
    data = codecs.BOM_UTF8 + text.encode()
    (document,) = read(data).documents
    assert document.text == text
    assert document.hints == ()
    assert document.sha256 == hashlib.sha256(data).hexdigest()


def test_facts_are_the_given_ones_alone() -> None:
    (document,) = read(b"Words.").documents
    assert (document.source, document.source_key, document.title, document.outlet) == (
        "dir/a.txt",
        "a.txt",
        None,
        None,
    )
    (document,) = read(b"Words.", Given(title="T", url="https://x.example/1")).documents
    assert (document.title, document.source_key, document.given) == (
        "T",
        "https://x.example/1",
        ("title", "url"),
    )


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le"])
def test_marked_encodings(encoding: str) -> None:
    intake = read(("\ufeff" + "Zoë – “yes”").encode(encoding))
    assert intake.documents[0].text == "Zoë – “yes”"
    assert "charset_guessed" not in {p.code for p in intake.problems}


def test_guessed_encoding_is_said() -> None:
    text = "Le café près de la forêt était fermé, a déclaré la mairie à la presse étrangère réunie. " * 5
    intake = read(text.encode("cp1252"))
    assert intake.documents[0].text == text
    assert "charset_guessed" in {p.code for p in intake.problems}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "de",
            "Der Präsident sagte am Dienstag, dass die Truppen bleiben, bis an der Grenze Frieden ist.",
        ),
        (
            "ru",
            "Президент сказал во вторник, что войска останутся на границе до подписания мира и после.",
        ),
    ],
)
def test_other_languages_are_kept_and_said(language: str, text: str) -> None:
    intake = read((text + "\n" + text).encode())
    assert intake.documents[0].language == language
    assert "language_not_read" in {p.code for p in intake.problems}


@pytest.mark.parametrize("text", ["Kyiv says no", "", "Smith, Jones, Miller, Brown"])
def test_short_texts_count_as_english(text: str) -> None:
    assert read(text.encode()).documents[0].language == "en"
