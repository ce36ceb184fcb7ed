"""Every example in the docs is run, against the example story, and its output compared.

In a ``console`` block with a ``$ headwater`` line, each line after ``$`` is run
in a shell and must succeed; lines under it are what it prints. ``python`` blocks
share one namespace a page; with ``>>>`` their output is compared, too. ``...``
stands for anything. All blocks of a page run in order in one empty folder that
holds ``examples``.
"""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("**/*.md"))]
BLOCK = re.compile(r"^```(console|python)\n(.*?)^```", re.MULTILINE | re.DOTALL)
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
CHECKER = doctest.OutputChecker()


def blocks(page: Path) -> list[tuple[str, str]]:
    """The language and text of each block of a page that is run."""
    found = BLOCK.findall(page.read_text(encoding="utf-8"))
    return [(kind, text) for kind, text in found if kind == "python" or "$ headwater" in text]


def commands(text: str) -> Iterator[tuple[str, str]]:
    """Each command of a console block with the output under it; a backslash carries on a line."""
    for piece in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        head = re.match(r"(?:.*\\\n)*.*\n?", piece)
        command = head.group() if head else piece
        yield command.strip(), piece[len(command) :]


def run_console(text: str, folder: Path) -> None:
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb"}
    environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for command, wanted in commands(text):
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", command],
            cwd=folder,
            env=environment,
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=120,
        )
        assert done.returncode == 0, f"$ {command}\n{done.stdout}"
        if wanted.strip():
            compare(command, wanted, done.stdout)


def compare(command: str, wanted: str, got: str) -> None:
    if not CHECKER.check_output(wanted, got, FLAGS):
        pytest.fail(f"$ {command}\nthe page shows:\n{wanted}\nit prints:\n{got}", pytrace=False)


def run_python(text: str, names: dict[str, Any]) -> None:
    if ">>>" not in text:
        exec(compile(text, "<docs>", "exec"), names)  # noqa: S102 - the project's own docs
        return
    runner = doctest.DocTestRunner(CHECKER, optionflags=FLAGS)
    test = doctest.DocTestParser().get_doctest(text, names, "docs", None, None)
    told: list[str] = []
    runner.run(test, out=told.append, clear_globs=False)
    names.update(test.globs)
    assert runner.summarize(verbose=False).failed == 0, "".join(told)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_the_examples_of_a_page_are_true(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples", target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {"__name__": "docs"}
    for kind, text in blocks(page):
        if kind == "console":
            run_console(text, tmp_path)
        else:
            run_python(text, names)


def test_a_command_is_told_from_its_output() -> None:
    text = "$ headwater show x \\\n    --json\n[]\n\n$ echo $?\n0\n"
    assert list(commands(text)) == [
        ("headwater show x \\\n    --json", "[]\n\n"),
        ("echo $?", "0\n"),
    ]


def test_a_wrong_output_fails(tmp_path: Path) -> None:
    run_console("$ printf 'one\\ntwo\\n'\none\n...\n", tmp_path)
    with pytest.raises(pytest.fail.Exception, match="it prints"):
        run_console("$ echo one\ntwo\n", tmp_path)
    with pytest.raises(AssertionError, match="false"):
        run_console("$ false\n", tmp_path)


def test_a_wrong_python_example_fails() -> None:
    names: dict[str, Any] = {}
    run_python(">>> x = 2\n>>> x + 1\n3\n", names)
    run_python("assert x == 2\n", names)
    with pytest.raises(AssertionError, match="Expected"):
        run_python(">>> x\n5\n", names)


def test_the_docs_hold_examples_of_both_kinds() -> None:
    assert {kind for page in PAGES for kind, _ in blocks(page)} == {"console", "python"}
