from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import headwater as hw
from fetch.webserver import serving
from headwater.cli import app

QUICK = ("--allow-loopback", "--pause", "0", "--workers", "1")
RSS = '<rss version="2.0"><channel><title>Post</title><item><link>{}</link></item></channel></rss>'


def read(*args: str | Path) -> Result:
    return CliRunner().invoke(app, ["read", *map(str, args)], prog_name="headwater")


def test_pages_lists_and_feeds_are_read(tmp_path: Path) -> None:
    with serving() as web:
        for path in ("/a", "/b", "/c"):
            web.page(path, f"<html><body><p>Pier {path[1:]} is shut, police said.</p>".encode())
        (tmp_path / "urls.txt").write_text(f"{web.url}/b\n{web.url}/gone\n")
        feed = web.gives("/feed", 200, RSS.format(f"{web.url}/c").encode(), Content_Type="text/xml")
        case = tmp_path / "a.case"
        done = read(f"{web.url}/a", "--urls", tmp_path / "urls.txt", "--feed", feed, "--case", case, *QUICK)
    assert done.exit_code == 0, done.stderr
    assert "3 new" in done.stderr
    assert f"{web.url}/gone: the page is not there any more (status 404). To do: look at" in done.stderr


def test_this_machine_is_not_asked_without_the_hidden_option(tmp_path: Path) -> None:
    with serving() as web:
        done = read(web.page("/a"), "--case", tmp_path / "a.case", "--json", "--quiet")
        assert web.asked == []
    assert done.exit_code == 0
    assert [p["code"] for p in json.loads(done.stdout)["problems"]] == ["url_refused"]
    assert "--allow-loopback" not in read("--help").stdout


def test_an_unusual_port_is_told_with_the_option(tmp_path: Path) -> None:
    done = read("http://news.example:8080/", "--case", tmp_path / "a.case", "--workers", "1")
    assert "port 8080 is no port of web pages. To do: if it is meant, allow it: --port 8080." in done.stderr


def test_options_reach_the_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[hw.Fetching] = []

    def noted(_: hw.Case, sources: list[str], *, fetching: hw.Fetching, **more: object) -> hw.ReadReport:
        given.append(fetching)
        return hw.ReadReport()

    monkeypatch.setattr(hw.Case, "read", noted)
    url, case = "http://x.example/", ("--case", tmp_path / "a.case")
    options = ("--port", "81", "--port", "8080", "--pause", "2.5", "--proxy-from-env", "--feed", url)
    assert read(url, *case).exit_code == 0
    assert read(url, *options, *case).exit_code == 0
    ports = frozenset({81, 8080})
    wanted = hw.Fetching(feeds=[url], pause=2.5, ports=ports, proxy_from_env=True)
    assert given == [hw.Fetching(), wanted]


@pytest.mark.parametrize(
    "args", [[], ["--urls", "gone.txt"], ["gone.html"], ["https://news.example/", "--port", "0"]]
)
def test_nothing_to_read_is_misuse(args: list[str], tmp_path: Path) -> None:
    done = read(*args, "--case", tmp_path / "a.case")
    assert done.exit_code == 2
    assert done.stderr.strip()
    assert list(tmp_path.iterdir()) == []
