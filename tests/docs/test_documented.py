"""What users can call, set or read is found in the docs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import typer

from headwater.records import (
    Attribution,
    ChainLink,
    Entity,
    Figure,
    Forecast,
    Made,
    Mention,
    Occasion,
    Part,
    Problem,
    Stance,
    StanceReason,
    Time,
    Voice,
)
from headwater.records.codec import field_types
from headwater.version import __version__

OUTPUT = (
    Attribution,
    ChainLink,
    Entity,
    Figure,
    Forecast,
    Made,
    Mention,
    Occasion,
    Part,
    Problem,
    Stance,
    StanceReason,
    Time,
    Voice,
)
PUBLIC = ("headwater", "headwater.records")


@pytest.fixture(scope="module")
def docs(root: Path) -> str:
    pages = [root / "README.md", *sorted((root / "docs").glob("**/*.md"))]
    return "\n".join(page.read_text(encoding="utf-8") for page in pages)


def commands(group: Any, path: str = "headwater") -> Iterator[tuple[str, Any]]:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, f"{path} {name}")
        else:
            yield f"{path} {name}", command


def options(command: Any) -> Iterator[str]:
    for parameter in command.params:
        if parameter.param_type_name == "option" and not parameter.hidden:
            yield from (name for name in parameter.opts if name.startswith("--"))


def cli() -> Any:
    return typer.main.get_command(import_module("headwater.cli").app)


def test_every_command_and_option_is_in_the_docs(docs: str) -> None:
    known = list(commands(cli()))
    assert known
    missing = [name for name, _ in known if not re.search(rf"{name}\b", docs)]
    for name, command in known:
        missing += [f"{name} {o}" for o in options(command) if not re.search(rf"{o}(?![\w-])", docs)]
    assert missing == []


def test_every_command_and_option_says_what_it_is() -> None:
    silent = [name for name, command in commands(cli()) if not command.help]
    for name, command in commands(cli()):
        silent += [f"{name} {p.name}" for p in command.params if p.param_type_name == "option" and not p.help]
    assert silent == []


@pytest.mark.parametrize("record", OUTPUT)
def test_every_field_of_the_output_is_in_the_docs(record: type[Any], docs: str) -> None:
    names = [n for name in field_types(record) for n in (("start", "end") if name == "span" else (name,))]
    assert [n for n in names if not re.search(rf"[`\"]{n}[`\"]", docs)] == []


def test_every_public_name_of_the_package_is_in_the_docs(docs: str) -> None:
    names = set(import_module("headwater").__all__) - {"__version__"}
    assert sorted(n for n in names if not re.search(rf"\b{n}\b", docs)) == []


@pytest.mark.parametrize("module", PUBLIC)
def test_every_public_name_has_a_docstring(module: str) -> None:
    package = import_module(module)
    things = {name: getattr(package, name) for name in package.__all__}
    called = {name: thing for name, thing in things.items() if callable(thing) and hasattr(thing, "__name__")}
    made_up = {n for n, thing in called.items() if (thing.__doc__ or "").startswith(f"{thing.__name__}(")}
    assert sorted({n for n, thing in called.items() if not thing.__doc__} | made_up) == []


def test_the_changelog_speaks_of_this_version(root: Path) -> None:
    assert f"## [{__version__}]" in (root / "CHANGELOG.md").read_text(encoding="utf-8")
