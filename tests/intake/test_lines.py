from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.intake import BadLine, Given, Record, Source, document_of_record, parse_lines, read_source

AWKWARD = st.lists(
    st.one_of(
        st.text(st.characters(exclude_categories=["Cs"]), max_size=5),
        st.sampled_from(
            ["\r\n", "\u2028", "\u2029", "\x85", "\x0b", "👩‍👩‍👧", "e\u0301", "\u202eשלום", "\ufeff", "\0"]
        ),
    )
).map("".join)


def line(**values: object) -> bytes:
    return json.dumps(values, ensure_ascii=False).encode() + b"\n"


def one(data: bytes) -> Record | BadLine:
    (result,) = parse_lines([data])
    return result


@given(AWKWARD, st.booleans())
def test_any_text_comes_through_unchanged(text: str, ascii_only: bool) -> None:
    data = json.dumps({"id": "a", "text": text}, ensure_ascii=ascii_only).encode() + b"\n"
    record = one(data)
    assert isinstance(record, Record)
    assert record.text == text
    intake = read_source(Source("a", "pile.jsonl:1", record.raw, "record"))
    assert [d.text for d in intake.documents] == [text]


@given(st.lists(st.binary(max_size=5)), st.binary(max_size=20))
def test_portions_do_not_matter(portions: list[bytes], rest: bytes) -> None:
    whole = b"".join(portions) + rest
    assert list(parse_lines([*portions, rest])) == list(parse_lines([whole]))


def test_all_fields_and_unknown_ones() -> None:
    data = line(
        id="a", text="t", title="T", published="2024-12-17T09:00Z", outlet="O", author="A", url="u", x=[1]
    )
    record = one(data)
    assert isinstance(record, Record)
    document = document_of_record(record)
    assert (document.source, document.source_key) == ("a", "a")
    assert (document.title, document.published, document.outlet) == ("T", "2024-12-17T09:00Z", "O")
    assert (document.byline, document.url, document.given) == ("A", "u", ())


def test_given_wins_over_the_record() -> None:
    record = Record("a", "t", outlet="O", author="A")
    document = document_of_record(record, Given(outlet="Mine"))
    assert (document.outlet, document.byline, document.given) == ("Mine", "A", ("outlet",))


def test_blank_lines_are_passed_over_but_counted() -> None:
    results = list(parse_lines([b"\n \r\n", line(id="a", text="t"), b"\n", b"{"]))
    assert [r.line for r in results] == [3, 5]
    assert isinstance(results[1], BadLine)


def test_duplicate_id_is_an_error_on_its_line() -> None:
    first, second, third = parse_lines(
        [line(id="a", text="1"), line(id="a", text="2"), line(id="b", text="3")]
    )
    assert isinstance(first, Record)
    assert isinstance(third, Record)
    assert isinstance(second, BadLine)
    assert (second.id, second.line) == ("a", 2)
    assert "line 1" in second.error


@pytest.mark.parametrize(
    ("data", "record_id", "words"),
    [
        (b'{"id": "a", "text": "x"', None, "not JSON"),
        (b'["a"]', None, "a list"),
        (b'{"text": "x"}', None, '"id"'),
        (b'{"id": "", "text": "x"}', None, "empty"),
        (b'{"id": 7, "text": "x"}', None, "a number"),
        (b'{"id": "a"}', "a", '"text"'),
        (b'{"id": "a", "text": ["x"]}', "a", "a list"),
        (b'{"id": "a", "text": "x", "outlet": true}', "a", "outlet"),
        (b'{"id": "a", "text": "x", "published": "yesterday"}', "a", "ISO 8601"),
        (b'{"id": "a", "text": "\xff"}', None, "UTF-8"),
        (b'{"id": "a", "text": "\\ud83d"}', "a", "surrogate"),
        (b'{"id": "\\ud83d", "text": "x"}', None, "surrogate"),
        (b"[" * 200_000, None, "deep"),
        (b'{"id": "a", "text": ' + b"9" * 5000 + b"}", None, "JSON"),
    ],
)
def test_bad_lines_say_what_is_wrong(data: bytes, record_id: str | None, words: str) -> None:
    result = one(data)
    assert isinstance(result, BadLine)
    assert result.id == record_id
    assert words in result.error


def test_bad_record_source_is_a_problem() -> None:
    intake = read_source(Source("a", "pile.jsonl:1", b"{", "record"))
    assert intake.documents == ()
    assert [p.code for p in intake.problems] == ["line_unreadable"]


def test_byte_order_mark_is_left_out() -> None:
    assert isinstance(one(b"\xef\xbb\xbf" + line(id="a", text="t")), Record)
