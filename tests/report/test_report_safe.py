from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.report.safe import shown, visible, web_address


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_becomes_one_that_utf8_holds_code_point_by_code_point(text: str) -> None:
    out = visible(text)
    assert len(out) == len(text)
    assert out.encode("utf-8").decode("utf-8") == out
    assert visible(out) == out


@pytest.mark.parametrize(
    ("text", "page"),
    [("a\0b", "a␀b"), ("\ud83d!", "\N{REPLACEMENT CHARACTER}!"), ("a\u202eb", "a\N{REPLACEMENT CHARACTER}b")],
)
def test_what_cannot_be_shown_is_replaced_visibly(text: str, page: str) -> None:
    assert visible(text) == page


def test_right_to_left_text_and_white_space_stay() -> None:
    text = "שלום\u200f עולם\n\t🚢\u0301"
    assert visible(text) == text


def test_text_is_escaped_when_printed() -> None:
    assert str(shown('<b a="\'">')) == "&lt;b a=&#34;&#39;&#34;&gt;"


@pytest.mark.parametrize("url", ["https://a.example/x?y=1", "http://a.example"])
def test_web_addresses_become_links(url: str) -> None:
    assert web_address(url) == url


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//a.example",
        "https:",
        "https:///x",
        "java\nscript:alert(1)",
        "https://a.example/\u202ex",
        " https://a.example",
        "http://[",
        "vbscript:x",
        "ftp://a.example",
    ],
)
def test_other_addresses_stay_text(url: str | None) -> None:
    assert web_address(url) is None
