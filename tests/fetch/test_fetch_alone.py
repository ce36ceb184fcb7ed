"""Only the package that fetches uses the network, whatever packages there are."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

NETWORK = (
    "socket",
    "ssl",
    "http",
    "urllib.request",
    "httpcore",
    "h11",
    "httpx",
    "requests",
    "urllib3",
    "aiohttp",
)


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def users(folder: Path) -> set[str]:
    """The packages of Headwater that import something of the network."""
    files = sorted(folder.glob("**/*.py"))
    return {
        file.relative_to(folder).parts[0]
        for file in files
        if any(name == n or name.startswith(f"{n}.") for name in imported(file) for n in NETWORK)
    }


def test_only_fetch_uses_the_network(root: Path) -> None:
    assert users(root / "src/headwater") == {"fetch"}


@pytest.mark.parametrize("line", ["import socket", "from urllib import request", "import http.client as c"])
def test_an_import_is_found(line: str, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.py").write_text(f"def f():\n    {line}\n")
    assert users(tmp_path) == {"a"}
