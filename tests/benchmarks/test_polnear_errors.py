from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from benchmarks.measures import Triple
from benchmarks.polnear_errors import passage, slips, write_errors
from headwater.records import Span, Spans

TEXT = "Head.\nThe mayor said the pier was shut. Oke denied it.\nEnd."


def words(quote: str) -> Spans:
    start = TEXT.index(quote)
    return (Span(start, start + len(quote)),)


@dataclass
class Article:
    predicted: tuple[Triple, ...]
    gold: tuple[Triple, ...]
    id: str = "one"
    text: str = TEXT


MAYOR = Triple(words("The mayor"), words("said"), words("the pier was shut"))
OKE = Triple(words("Oke"), words("denied"), words("it"))


def test_what_is_right_is_no_error() -> None:
    assert not list(slips(Article((MAYOR, OKE), (OKE, MAYOR))))


def test_errors_are_told_apart() -> None:
    cut = Triple(words("mayor"), words("said"), words("the pier was shut"))
    kinds = [slip.kind for slip in slips(Article((cut, OKE), (MAYOR,)))]
    assert kinds == ["source cut otherwise", "false alarm"]
    assert [slip.kind for slip in slips(Article((), (MAYOR,)))] == ["missed"]
    bare = Triple((), MAYOR.cue, MAYOR.content)
    assert [slip.kind for slip in slips(Article((bare,), (MAYOR,)))] == ["source not found"]
    assert [slip.kind for slip in slips(Article((MAYOR,), (bare,)))] == ["source found where there is none"]


def test_a_passage_shows_its_roles() -> None:
    shown = passage(TEXT, MAYOR)
    assert shown == "‹The mayor› «said» ⟦the pier was shut⟧. Oke denied it."


def test_the_sample_is_drawn_the_same_each_time(tmp_path: Path) -> None:
    pile = [Article((), (MAYOR, OKE))] * 30
    for name in ("a", "b"):
        write_errors(tmp_path / name, pile, 5)
    written = (tmp_path / "a").read_text(encoding="utf-8")
    assert written == (tmp_path / "b").read_text(encoding="utf-8")
    assert "missed: 60" in written
    assert "said 30, denied 30" in written
    assert written.count("-- one @") == 5
