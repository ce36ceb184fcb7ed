from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.framing import FRAMES, Framed, Texts, copy_of, fill, framed
from benchmarks.pages import FRAMES_IN_ORDER, PASTED, PageScore, main, pages, score

FRAME = """<html><body><h1>[[headline]]</h1><p>[[body*2]]</p>
<aside class="sidebar">Read about the weather</aside>
<blockquote><p>[[quoted@Tesmar Herald]]</p></blockquote></body></html>"""


def texts() -> Texts:
    own = (f"The harbour was shut on day {n} of the strike, the mayor said." for n in range(20))
    others = (f"The council met for the {n}th time without a vote on the pier." for n in range(20))
    return Texts("Harbour shut as strike goes on", own, others, iter(f"Other story {n}" for n in range(20)))


@pytest.fixture
def bare() -> Framed:
    return framed("bare", texts(), pasted=False)


def test_filling_a_frame_makes_its_key() -> None:
    page, key = fill(FRAME, texts())
    assert [(w.kind, w.voice) for w in key] == [
        ("headline", None),
        ("body", None),
        ("body", None),
        ("quoted", "Tesmar Herald"),
    ]
    assert page.count("<p>The harbour was shut") == 2
    assert "[[" not in page


def test_a_copy_leaves_out_what_is_not_shown() -> None:
    page = "<p>One<br>two</p><script>x</script><div hidden>y</div><ul><li>a</li><li>b</li></ul><p>three</p>"
    assert copy_of(page) == "One\ntwo\n\na\n\nb\n\nthree\n"


@pytest.mark.parametrize("name", FRAMES_IN_ORDER)
def test_every_frame_knows_its_own_lines(name: str) -> None:
    page = framed(name, texts(), pasted=False)
    assert page.key
    assert not [line for line in page.own if "day" in line and "strike" in line]


def test_a_page_that_is_read_well_comes_out(bare: Framed) -> None:
    result = score(bare)
    assert result.comes_out, result.misses


def test_a_paragraph_that_is_missing_is_told(bare: Framed) -> None:
    lost = bare.key[3].text
    result = score(replace(bare, data=bare.data.replace(lost, "")))
    assert not result.comes_out
    assert any(miss.startswith("must stand once") for miss in result.misses)


def test_a_strange_line_that_is_read_is_told(bare: Framed) -> None:
    line = "Ten recipes that nobody should miss this week, by our cook, with pictures of each of them."
    result = score(replace(bare, data=bare.data.replace("<hr>", f"<p>{line}</p><hr>"), own=(line,)))
    assert result.must_not.recall == 0
    assert not result.comes_out


def test_no_document_is_no_right_page() -> None:
    assert not PageScore("empty").comes_out


def test_there_are_thirty_pages_with_the_samples() -> None:
    assert len(list(pages(gold=False))) == len(FRAMES_IN_ORDER) + len(PASTED) == 28
    assert len(list(FRAMES.glob("*.html"))) >= 10


def test_the_command_tells_each_page(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HEADWATER_GOLD", "/nowhere")
    assert main(["--brief"]) == 0
    assert "of 28 pages come out right" in capsys.readouterr().out
