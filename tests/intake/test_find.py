from __future__ import annotations

import io
import json
import unicodedata
from pathlib import Path

import pytest

from headwater.intake import Given, Source, SourceProblem, find_sources

PAGE = b"<!doctype html><p>Words of a page.</p>"


def sources(found: list[Source | SourceProblem]) -> list[Source]:
    return [f for f in found if isinstance(f, Source)]


def problems(found: list[Source | SourceProblem]) -> list[tuple[str, str]]:
    return [(f.name, f.problem.code) for f in found if isinstance(f, SourceProblem)]


def put(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_folder_is_read_in_order_and_nothing_is_silent(tmp_path: Path) -> None:
    put(tmp_path / "b.txt", b"text")
    put(tmp_path / "a/z.html", PAGE)
    put(tmp_path / ".hidden.txt", b"x")
    put(tmp_path / ".git/x.txt", b"x")
    put(tmp_path / "c.xlsx", b"PK\x03\x04 \0")
    put(tmp_path / "empty.txt", b" \n")
    put(tmp_path / "noise.txt", b"a\0b")
    found = list(find_sources([tmp_path]))
    assert [(s.key, s.kind) for s in sources(found)] == [("a/z.html", "html"), ("b.txt", "text")]
    at = tmp_path.as_posix()
    assert problems(found) == [
        (f"{at}/c.xlsx", "source_kind_unknown"),
        (f"{at}/empty.txt", "source_empty"),
        (f"{at}/noise.txt", "source_not_text"),
    ]


def test_keys_are_nfc(tmp_path: Path) -> None:
    put(tmp_path / unicodedata.normalize("NFD", "Zoë.txt"), b"text")
    (source,) = sources(list(find_sources([tmp_path])))
    assert source.key == unicodedata.normalize("NFC", "Zoë.txt")


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("page.txt", b"\n<!-- x --><!DOCTYPE html><html>", "html"),
        ("text.html", b"No tags here, 3 < 4.", "text"),
        ("story.php", PAGE, "html"),
        ("noending", b"plain words", "text"),
        ("wide.html", "\ufeff<p>x</p>".encode("utf-16-le"), "html"),
    ],
)
def test_kind_is_told_by_content_too(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    (source,) = sources(list(find_sources([put(tmp_path / name, data)])))
    assert source.kind == kind


def test_sidecar_gives_and_options_win(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", b"text")
    side = {"outlet": "O", "title": "T", "published": "yesterday", "colour": "red", "author": 3}
    put(tmp_path / "a.txt.meta.json", json.dumps(side).encode())
    put(tmp_path / "gone.txt.meta.json", b"{}")
    found = list(find_sources([tmp_path], Given(outlet="Mine")))
    (source,) = sources(found)
    assert source.given == Given(outlet="Mine", title="T")
    assert [code for _, code in problems(found)] == ["sidecar_unusable"] * 3 + ["sidecar_without_file"]


def test_broken_sidecar_costs_itself_only(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", b"text")
    put(tmp_path / "a.txt.meta.json", b"{")
    found = list(find_sources([tmp_path / "a.txt"]))
    assert len(sources(found)) == 1
    assert [code for _, code in problems(found)] == ["sidecar_unusable"]


def test_json_lines_give_one_source_a_line(tmp_path: Path) -> None:
    lines = [
        '{"id": "x", "text": "a\u2028b"}',
        "",
        '{"id": "x", "text": "c"}',
        "nonsense",
        '{"id": "y", "text": "d"}',
    ]
    data = "\n".join(lines).encode()
    path = put(tmp_path / "pile.jsonl", data)
    found = list(find_sources([path]))
    name = path.as_posix()
    assert [(s.key, s.name, s.kind) for s in sources(found)] == [
        ("x", f"{name}:1", "record"),
        ("y", f"{name}:5", "record"),
    ]
    assert problems(found) == [(f"{name}:3", "line_unreadable"), (f"{name}:4", "line_unreadable")]


@pytest.mark.parametrize(
    ("data", "kinds"),
    [
        (b'{"id": "a", "text": "b"}\n{"id": "c", "text": "d"}', ["record"] * 2),
        (PAGE, ["html"]),
        (b"{ words", ["text"]),
    ],
)
def test_standard_input_is_told_by_content(data: bytes, kinds: list[str]) -> None:
    assert [s.kind for s in sources(list(find_sources(["-"], stdin=io.BytesIO(data))))] == kinds


def test_empty_standard_input_is_a_problem() -> None:
    assert problems(list(find_sources(["-"], stdin=io.BytesIO()))) == [("standard input", "source_empty")]


def test_missing_file_is_a_problem(tmp_path: Path) -> None:
    ((name, code),) = problems(list(find_sources([tmp_path / "nothing.txt"])))
    assert (name, code) == ((tmp_path / "nothing.txt").as_posix(), "source_missing")


def test_named_twice_is_read_once(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", b"text")
    assert len(list(find_sources([tmp_path, tmp_path]))) == 1


def test_two_files_with_one_key_are_told(tmp_path: Path) -> None:
    put(tmp_path / "x/a.txt", b"one")
    put(tmp_path / "y/a.txt", b"two")
    found = list(find_sources([tmp_path / "x", tmp_path / "y"]))
    assert [s.data for s in sources(found)] == [b"one"]
    assert [code for _, code in problems(found)] == ["source_key_taken"]


def test_named_file_keeps_its_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "x/a.txt", b"one")
    monkeypatch.chdir(tmp_path)
    assert [s.key for s in sources(list(find_sources(["./x/a.txt"])))] == ["x/a.txt"]
    assert [s.key for s in sources(list(find_sources([tmp_path / "x/a.txt"])))] == ["x/a.txt"]
