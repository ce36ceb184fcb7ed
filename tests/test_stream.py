from __future__ import annotations

import json

import pytest

import headwater
from headwater.records import InputError
from headwater.stream import annotate, annotate_lines

TEXT = 'The mayor of Lowhaven said on Tuesday that the bridge was safe. "We looked," she told the Post.'


def line(number: int, **values: object) -> bytes:
    return json.dumps({"id": str(number), "text": TEXT, "published": "2024-12-17", **values}).encode() + b"\n"


def test_python_and_the_stream_give_the_same() -> None:
    one = annotate(TEXT, published="2024-12-17", outlet="Post", title="Bridge safe").to_dict()
    (other,) = annotate_lines([line(1, outlet="Post", title="Bridge safe")], workers=1)
    assert {**one, "id": "1"} == other
    assert one["times"][0]["value"] == "2024-12-17"


@pytest.mark.parametrize(
    ("text", "published", "said"),
    [(TEXT, "yesterday", "ISO 8601"), (3, None, "must be a string"), ("half \ud83d", None, "surrogate")],
)
def test_what_cannot_be_read_is_an_error(text: str, published: str | None, said: str) -> None:
    with pytest.raises(InputError, match=said):
        annotate(text, published=published)


def test_offsets_mean_the_text_as_it_was_given() -> None:
    text = "\r\n \U0001f692 " + TEXT + "\u2028\n"
    reading = annotate(text)
    assert reading.document.text == text
    assert all(text[t.span.start : t.span.end] == "Tuesday" for t in reading.times)
    assert reading.times


@pytest.mark.parametrize("workers", [1, 2])
def test_lines_come_in_order_with_errors_in_their_place(workers: int) -> None:
    data = [line(1), b"\n", b"{\n", line(1), line(2, text=None), line(3)]
    found = list(annotate_lines(data, workers=workers))
    assert [(row["id"], "error" in row) for row in found] == [
        ("1", False),
        (None, True),
        ("1", True),
        ("2", True),
        ("3", False),
    ]
    assert all(set(row) == {"schema", "id", "error"} for row in found if "error" in row)


def test_a_station_that_is_none_is_told_before_anything_is_read() -> None:
    with pytest.raises(InputError, match="no station"):
        annotate_lines(iter(()), stations=["sports"])


def test_only_what_was_asked_for_is_given() -> None:
    (row,) = annotate_lines([line(1)], stations=["parts"], workers=1)
    head = {"schema", "id", "outlet", "published", "problems"}
    assert set(row) - head == {"parts", "stance", "entities", "mentions", "times", "figures"}


def test_every_public_name_is_there() -> None:
    for name in headwater.__all__:
        assert getattr(headwater, name) is not None
    assert set(dir(headwater)) == set(headwater.__all__)
    with pytest.raises(AttributeError, match="no attribute 'sports'"):
        _ = headwater.sports
