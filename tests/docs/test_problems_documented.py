"""Every code of a problem is explained to users, and none that does not exist."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

CODE = re.compile(r"[a-z]+(?:_[a-z]+)+")
ROW = re.compile(rf"^\| `({CODE.pattern})` \|", re.MULTILINE)
MAKERS = {"Problem", "_problem"}
"""What makes a problem: the class, and the helpers of modules that make many."""


def codes(source: str) -> Iterator[str]:
    """The first code among the arguments of each call that makes a problem."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MAKERS:
            words = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
            yield from [word for word in words if CODE.fullmatch(word)][:1]


def used(root: Path) -> set[str]:
    files = sorted((root / "src/headwater").glob("**/*.py"))
    return {code for file in files for code in codes(file.read_text(encoding="utf-8"))}


def explained(root: Path) -> list[str]:
    return ROW.findall((root / "docs/problems.md").read_text(encoding="utf-8"))


def test_every_code_is_explained(root: Path) -> None:
    assert len(used(root)) > 20
    assert sorted(used(root) - set(explained(root))) == []


def test_every_code_that_is_explained_exists_and_is_explained_once(root: Path) -> None:
    assert sorted(explained(root)) == sorted(used(root) & set(explained(root)))


def test_every_maker_of_problems_is_looked_at(root: Path) -> None:
    """A code that is kept in a variable would go unseen."""
    for file in sorted((root / "src/headwater").glob("**/*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Problem":
                first = node.args[0] if node.args else None
                helper = isinstance(first, ast.Name) and first.id == "code"
                assert helper or isinstance(first, ast.Constant), f"{file.name}:{node.lineno}"


def test_codes_are_found_wherever_they_are_made() -> None:
    made = 'Problem("date_ambiguous", what, "read it")\n_problem(name, "source_missing", "no file", "look")\n'
    assert list(codes(made)) == ["date_ambiguous", "source_missing"]
    assert list(codes('other("not_a_code")\nProblem(code, what)\n')) == []
