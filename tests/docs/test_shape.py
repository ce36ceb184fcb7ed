"""The shape of the code: short files and functions, nothing left undone, no word of anybody's machine."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
CODE = sorted(
    p for folder in ("src", "benchmarks", "tests", "training") for p in (ROOT / folder).glob("**/*.py")
)
PROSE = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/*.md")])
LONGEST_FILE = 400
LONGEST_FUNCTION = 60
UNDONE = re.compile(r"\b(?:TODO|FIXME|XXX|NotImplementedError)\b|\b[Nn]ot implemented")
MACHINES = re.compile(r"(?<![\w.:/-])/(?:work|root|home|Users)/\w")


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_files_and_functions_are_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") < LONGEST_FILE
    if path.is_relative_to(ROOT / "tests"):
        return  # a story built by hand is as long as it is
    lengths = {f.name: (f.end_lineno or f.lineno) - f.lineno + 1 for f in functions(ast.parse(text))}
    assert {name: n for name, n in lengths.items() if n > LONGEST_FUNCTION} == {}


@pytest.mark.parametrize("path", [p for p in (*CODE, *PROSE) if p != Path(__file__).resolve()], ids=name_of)
def test_nothing_is_left_undone_or_tied_to_a_machine(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = [m.group() for pattern in (UNDONE, MACHINES) for m in pattern.finditer(text)]
    assert found == []
