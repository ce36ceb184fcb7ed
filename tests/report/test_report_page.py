from __future__ import annotations

import base64
import hashlib
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.records import Problem, Reading
from headwater.report import render_report
from headwater.version import __version__
from report import report_builder as builder
from report import report_story as tale

wild = st.text(st.characters(exclude_categories=()), max_size=40)


def page() -> str:
    return render_report(tale.story(), tale.PROBLEMS, title="The Almira")


def test_the_same_readings_in_any_order_give_the_same_page() -> None:
    assert render_report(tale.story()[::-1], tale.PROBLEMS, title="The Almira") == page()


def test_the_policy_forbids_everything_but_the_page_s_own_style_and_script() -> None:
    html = page()
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html)
    assert policy is not None
    rules = policy[1].replace("&#39;", "'")
    assert rules.startswith("default-src 'none'; ")
    assert "unsafe" not in rules
    for tag in ("style", "script"):
        inside = re.search(rf"<{tag}>(.*?)</{tag}>", html, re.S)
        assert inside is not None
        digest = base64.b64encode(hashlib.sha256(inside[1].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in rules


def test_every_link_has_a_target_on_the_page_or_leads_out_safely() -> None:
    html = page()
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    for href in re.findall(r'href="([^"]+)"', html):
        assert href[1:] in ids if href.startswith("#") else href.startswith(("http://", "https://"))
    assert html.count('https://courier.example/ferry?id=1&amp;x=2" rel="noreferrer noopener"') == 1


def test_the_page_says_what_it_is_asked_to_say() -> None:
    html = page()
    for words in (
        "3 documents from 2 outlets, published from 4 March 2031 to 5 March 2031; 1 has ",
        "13 statements and 1 attitude from 4 named speakers and 6 unnamed ones",
        "headwater read &#39;my notes/harbour.txt&#39; --published YYYY-MM-DD --case FILE",
        'Unresolved: <bdi class="q">Tuesday</bdi>, <bdi class="q">last week</bdi>',
        'Given by hand, not stated by the source: <span class="hand">date</span>',
        "No article text was found in 48,211 bytes of HTML.",
        "Save the page&#39;s text to a file and read that.",
        f"Made by Headwater {__version__}.",
    ):
        assert words in html


def test_an_empty_pile_has_a_page() -> None:
    html = render_report([], [], title="Nothing")
    assert "0 documents." in html
    assert "Everything could be read." in html


def test_a_text_without_parts_is_shown_whole() -> None:
    assert "All of it." in render_report([Reading(builder.document("All of it."))], [], title="x")


@settings(max_examples=40)
@given(wild, wild, wild, wild)
def test_any_text_makes_a_page_in_utf8_without_new_tags(title: str, outlet: str, text: str, url: str) -> None:
    reading = Reading(builder.document(text, "x", title=title, outlet=outlet, url=url))
    html = render_report([reading], [("x", Problem("code", text, title))], title=title)
    html.encode("utf-8")
    plain = render_report([Reading(builder.document("w", "x", title="w", outlet="w"))], [], title="w")
    assert html.count("<script") == plain.count("<script") == 1
    assert html.count("<style") == 1
    assert not re.search("[\0-\b\x0b\x0c\x0e-\x1f\x7f\u202d\u202e]", html)


def test_a_problem_leads_to_its_words() -> None:
    assert '<i id="d3-p1"></i><span class="t u" title="not resolved">Tuesday</span>' in page()
    assert '<a href="#d3-p1"><bdi>Outlet not stated</bdi>: <bdi>Harbour note</bdi>, at “' in page()
