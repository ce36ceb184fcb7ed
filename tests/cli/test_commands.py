from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from headwater.cli import app
from headwater.version import __version__

LINES = [
    {
        "id": "one",
        "text": "The mayor of Lowhaven said that 8 were hurt.",
        "published": "2024-12-17",
        "outlet": "Post",
    },
    {"id": "two", "text": "Police denied it on Tuesday \U0001f692.", "published": "2024-12-18"},
]
DATA = "".join(json.dumps(row) + "\n" for row in LINES)


def process(*args: str | Path, given: str = "") -> subprocess.CompletedProcess[str]:
    """The command line as users start it."""
    command = [sys.executable, "-W", "error", "-m", "headwater", *map(str, args)]
    return subprocess.run(
        command, input=given, capture_output=True, encoding="utf-8", check=False, timeout=60
    )


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    returncode: int
    stdout: str
    stderr: str


def headwater(*args: str | Path, given: str = "", folder: Path | None = None) -> Done:
    """The command line in this process, which spares its start."""
    with contextlib.chdir(folder or "."):
        result = CliRunner().invoke(app, [str(a) for a in args], input=given, prog_name="headwater")
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return Done(result.exit_code, result.stdout, result.stderr)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("work")
    (folder / "lines.jsonl").write_text(DATA)
    done = headwater("read", "lines.jsonl", "--case", "a.case", "--workers", "1", folder=folder)
    assert done.returncode == 0, done.stderr
    return folder


def test_help_names_every_command_and_comes_at_once() -> None:
    shown = headwater("--help")
    assert shown.returncode == 0
    for name in ("read", "show", "report", "export", "annotate", "schema"):
        assert f"  {name} " in shown.stdout
    loaded = subprocess.run(
        [sys.executable, "-c", "import sys, headwater.cli; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert not {"sqlalchemy", "trafilatura", "lxml", "pandas", "headwater.pipeline"} & set(loaded)


@pytest.mark.parametrize("name", ["read", "show", "report", "export", "annotate", "schema"])
def test_help_of_a_command_has_an_example(name: str) -> None:
    assert f"Example: headwater {name}" in headwater(name, "--help").stdout


def test_version() -> None:
    assert headwater("--version").stdout == f"headwater {__version__}\n"


def test_annotate_gives_a_line_for_a_line_and_follows_the_schema() -> None:
    done = process("annotate", "--workers", "1", given=DATA)
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in done.stdout.split("\n") if line]
    assert [row["id"] for row in rows] == ["one", "two"]
    assert rows[0]["events"] == []
    assert done.stderr.count("events are not read yet") == 1
    validator = Draft202012Validator(json.loads(headwater("schema").stdout))
    for row in rows:
        validator.validate(row)


def test_a_bad_line_is_told_in_its_place_and_by_the_exit_status() -> None:
    done = headwater("annotate", "--workers", "1", "--stations", "reading", given="{\n" + DATA)
    assert done.returncode == 1
    rows = [json.loads(line) for line in done.stdout.split("\n") if line]
    assert rows[0].keys() == {"schema", "id", "error"}
    assert [row["id"] for row in rows[1:]] == ["one", "two"]
    assert "events" not in rows[1]
    assert done.stderr == 'headwater: 1 line could not be read; see "error" there.\n'


def test_exit_statuses_reach_the_shell(tmp_path: Path) -> None:
    assert process("annotate", "--stations", "sports", given=DATA).returncode == 2
    assert process("annotate", "--stations", "reading", "--workers", "1", given="{").returncode == 1
    missing = process("show", tmp_path / "a.case", "voices")
    assert missing.returncode == 2
    assert missing.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "args",
    [
        ["annotate", "--stations", "sports"],
        ["annotate", "--stations", ""],
        ["annotate", "--workers", "0"],
        ["annotate", "--no-such-option"],
        ["annotate", "--format", "xml"],
        ["read", "--case", "b.case"],
        ["read", "lines.jsonl"],
        ["read", "gone.html", "gone.txt", "--case", "b.case"],
        ["read", "lines.jsonl", "--case", "b.case", "--published", "yesterday"],
        ["read", "lines.jsonl", "--case", "no/such/folder/b.case"],
        ["read", "lines.jsonl", "--case", "lines.jsonl"],
        ["show", "gone.case", "voices"],
        ["show", "a.case", "sports"],
        ["show", "lines.jsonl", "voices"],
        ["export", "a.case", "-o", "."],
        ["export", "a.case"],
        ["report", "a.case", "-o", "no/such/folder/a.html"],
        ["sports"],
    ],
)
def test_misuse_ends_with_2_a_reason_and_no_trace(args: list[str], folder: Path) -> None:
    before = sorted(folder.iterdir())
    done = headwater(*args, given=DATA, folder=folder)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr
    assert sorted(folder.iterdir()) == before


def test_read_tells_counts_and_problems_with_what_to_do(folder: Path, tmp_path: Path) -> None:
    done = headwater(
        "read", folder / "lines.jsonl", "gone.html", "--case", tmp_path / "b.case", "--workers", "1"
    )
    assert done.returncode == 0
    assert done.stdout == ""
    assert "2 new, 0 changed, 0 read again, 0 unchanged" in done.stderr
    assert "gone.html: there is no such file or folder. To do: look at the path." in done.stderr


def test_read_as_json_and_quiet(folder: Path) -> None:
    done = headwater("read", "lines.jsonl", "--case", "a.case", "--json", "--quiet", folder=folder)
    assert done.stderr == ""
    report = json.loads(done.stdout)
    assert (report["new"], report["unchanged"], report["problems"]) == (0, 2, [])


def test_read_from_standard_input(tmp_path: Path) -> None:
    done = headwater("read", "-", "--case", tmp_path / "b.case", "--workers", "1", given=DATA)
    assert done.returncode == 0
    assert "2 new" in done.stderr


def test_show_as_lines_and_as_a_table(folder: Path) -> None:
    rows = [
        json.loads(line)
        for line in headwater("show", folder / "a.case", "documents", "--json").stdout.splitlines()
    ]
    assert [row["source"] for row in rows] == ["one", "two"]
    table = headwater("show", folder / "a.case", "documents").stdout.splitlines()
    assert table[0] == "published\toutlet\ttitle\tsource\tstatements\tproblems"
    assert table[1].startswith("2024-12-17\tPost\t\tone\t")


@pytest.mark.parametrize("what", ["voices", "statements", "problems"])
def test_everything_can_be_shown(folder: Path, what: str) -> None:
    for extra in ([], ["--json"]):
        assert headwater("show", folder / "a.case", what, *extra).returncode == 0


def test_export_and_report(folder: Path, tmp_path: Path) -> None:
    for form in ("jsonl", "csv"):
        assert headwater("export", folder / "a.case", "--format", form, "-o", tmp_path / form).returncode == 0
        assert (tmp_path / form / f"documents.{form}").stat().st_size
    done = headwater("report", folder / "a.case", "-o", tmp_path / "a.html", "--title", "Low & haven")
    assert done.returncode == 0, done.stderr
    assert "Low &amp; haven" in (tmp_path / "a.html").read_text()
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


def test_a_reader_that_goes_away_is_no_fault() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "headwater", "annotate", "--workers", "1"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        running.stdin.write(DATA)
        running.stdin.close()
        assert "Traceback" not in running.stderr.read()
        assert running.wait(30) == 1


def test_a_result_comes_before_the_next_line_is_given() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "headwater", "annotate", "--workers", "2", "--stations", "reading"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        for row in LINES:
            running.stdin.write(json.dumps(row) + "\n")
            running.stdin.flush()
            assert json.loads(running.stdout.readline())["id"] == row["id"]
        running.stdin.close()
        assert running.wait(30) == 0
