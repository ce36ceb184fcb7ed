from __future__ import annotations

import gzip
import io
import struct
import zipfile
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.kinds import page, wacz, warc, warc_record, zip_of
from headwater.intake import Given, Source, SourceProblem, find_sources, read_source
from headwater.intake.archives import limits
from headwater.intake.archives.limits import Budget, OverLimitError
from headwater.intake.expand import Expansion, Named

PAGE = page()
packed = partial(gzip.compress, mtime=0)  # the same bytes each time

TEXT = b"The mayor of Lowhaven said that the bridge was safe."


def expand(
    name: str, data: bytes, budget: Budget | None = None
) -> tuple[list[Source], list[tuple[str, str]]]:
    found = list(Expansion(budget or Budget(len(data))).of_bytes(Named(name, name, name), data, Given()))
    sources = [f for f in found if isinstance(f, Source)]
    return sources, [(f.name, f.problem.code) for f in found if isinstance(f, SourceProblem)]


def keys(sources: list[Source]) -> list[str]:
    return [source.key for source in sources]


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Limits at the size of tests."""
    monkeypatch.setattr(limits, "RATIO_FROM", 1000)
    monkeypatch.setattr(limits, "MEMBER", 10_000)
    return monkeypatch


def test_a_zip_is_read_as_a_folder() -> None:
    inner = zip_of({"b.txt": TEXT})
    members = {
        "north/a.html": PAGE,
        "in.zip": inner,
        "x.png": b"\x89PNG",
        "empty.txt": b"",
        "__MACOSX/a": TEXT,
        ".hidden": TEXT,
    }
    sources, problems = expand("pile.zip", zip_of(members))
    assert keys(sources) == ["pile.zip:north/a.html", "pile.zip:in.zip:b.txt"]
    assert sources[1].data == TEXT
    assert problems == [
        ("pile.zip:x.png", "source_kind_unknown"),
        ("pile.zip:empty.txt", "source_empty"),
    ]


def test_a_side_file_in_a_zip_counts() -> None:
    (source,), problems = expand(
        "p.zip", zip_of({"a.txt": TEXT, "a.txt.meta.json": b'{"outlet": "O", "x": 1}'})
    )
    assert source.given == Given(outlet="O")
    assert problems == [("p.zip:a.txt", "sidecar_unusable")]


def test_members_are_told_by_content_and_tables_open() -> None:
    sources, _ = expand("p.zip", zip_of({"a.txt": PAGE, "t.csv": b"id,text\n7,Words of a row.\n"}))
    assert [(s.kind, s.key) for s in sources] == [("html", "p.zip:a.txt"), ("entry", "p.zip:t.csv:7")]


@pytest.mark.parametrize(
    "name", ["../../etc/x.txt", "/abs/x.txt", "C:\\x.txt", "a\x1b[2Jb.txt", "..\\..\\x.txt"]
)
def test_names_never_touch_the_disk(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "one" / "two" / "three"
    folder.mkdir(parents=True)
    (folder / "p.zip").write_bytes(zip_of({name: TEXT}))
    monkeypatch.chdir(folder)
    before = sorted(tmp_path.rglob("*"))
    (source,) = find_sources(["p.zip"])
    assert isinstance(source, Source)
    assert source.data == TEXT
    assert source.name.isprintable()
    assert sorted(tmp_path.rglob("*")) == before


def test_two_members_of_one_name_are_told() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", b"one")
        archive.writestr("b.txt", b"two")
    data = buffer.getvalue().replace(b"b.txt", b"a.txt")
    sources, problems = expand("p.zip", data)
    assert [s.data for s in sources] == [b"one"]
    assert problems == [("p.zip:a.txt", "source_key_taken")]


def test_a_member_without_a_name_is_read() -> None:
    (source,), problems = expand("p.zip", zip_of({"": TEXT}))
    assert (source.key, source.data, problems) == ("p.zip:", TEXT, [])


def test_a_locked_member_costs_itself_only() -> None:
    data = bytearray(zip_of({"a.txt": TEXT, "b.txt": TEXT}, zipfile.ZIP_STORED))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1  # the flag of encryption, in the directory
    sources, problems = expand("p.zip", bytes(data))
    assert keys(sources) == ["p.zip:b.txt"]
    assert problems == [("p.zip:a.txt", "archive_member_unreadable")]


def test_a_broken_member_costs_itself_only() -> None:
    data = bytearray(zip_of({"a.txt": TEXT, "b.txt": TEXT}, zipfile.ZIP_STORED))
    data[data.index(TEXT)] ^= 1
    sources, problems = expand("p.zip", bytes(data))
    assert keys(sources) == ["p.zip:b.txt"]
    assert problems == [("p.zip:a.txt", "archive_member_unreadable")]


def test_an_unknown_packing_costs_its_member_only() -> None:
    data = bytearray(zip_of({"a.txt": TEXT, "b.txt": TEXT}, zipfile.ZIP_STORED))
    data[data.index(b"PK\x01\x02") + 10] = 99
    assert expand("p.zip", bytes(data))[1] == [("p.zip:a.txt", "archive_member_unreadable")]


@pytest.mark.parametrize("data", [zip_of({"a.txt": TEXT})[:-10], b"PK\x03\x04", b"no archive"])
def test_a_broken_archive_is_a_problem(data: bytes) -> None:
    assert expand("p.zip", data) == ([], [("p.zip", "archive_unreadable")])


def test_an_empty_archive_is_told() -> None:
    assert expand("p.zip", zip_of({})) == ([], [("p.zip", "folder_empty")])


def test_two_levels_are_opened_and_no_third() -> None:
    third = zip_of({"deep.txt": TEXT})
    sources, problems = expand("1.zip", zip_of({"2.zip": zip_of({"3.zip": third, "b.txt": TEXT})}))
    assert keys(sources) == ["1.zip:2.zip:b.txt"]
    assert problems == [("1.zip:2.zip:3.zip", "archive_limit")]


def test_a_member_with_too_many_bytes_for_its_size_is_left(small: pytest.MonkeyPatch) -> None:
    del small
    sources, problems = expand(
        "p.zip", zip_of({"bomb.txt": b"\n" * 9000, "b.txt": TEXT}), Budget(10**6, total=10**6)
    )
    assert keys(sources) == ["p.zip:b.txt"]
    assert problems == [("p.zip:bomb.txt", "archive_limit")]


def test_a_member_that_is_too_large_is_left(small: pytest.MonkeyPatch) -> None:
    del small
    members = {"large.txt": bytes(range(32, 127)) * 200, "b.txt": TEXT}
    sources, problems = expand("p.zip", zip_of(members, zipfile.ZIP_STORED))
    assert keys(sources) == ["p.zip:b.txt"]
    assert problems == [("p.zip:large.txt", "archive_limit")]


def test_too_much_in_all_ends_the_archive() -> None:
    members = {f"{n}.txt": TEXT for n in range(5)}
    sources, problems = expand("p.zip", zip_of(members), Budget(10**6, total=3 * len(TEXT)))
    assert keys(sources) == ["p.zip:0.txt", "p.zip:1.txt", "p.zip:2.txt"]
    assert problems == [("p.zip", "archive_limit")]


def test_archives_within_count_towards_the_whole() -> None:
    inner = zip_of({"b.txt": TEXT * 40})
    data = zip_of({"1.zip": inner, "2.zip": inner}, zipfile.ZIP_STORED)
    sources, problems = expand("p.zip", data, Budget(10**6, total=60 * len(TEXT)))
    assert keys(sources) == ["p.zip:1.zip:b.txt"]
    assert problems[0][1] == "archive_limit"


def test_too_many_members_end_the_archive() -> None:
    members = {f"{n}.txt": TEXT for n in range(5)}
    sources, problems = expand("p.zip", zip_of(members), Budget(10**6, members=3))
    assert len(sources) == 3
    assert problems == [("p.zip", "archive_limit")]


def test_a_directory_too_large_to_be_one_is_not_read() -> None:
    data = bytearray(zip_of({"a.txt": TEXT}))
    struct.pack_into("<L", data, data.index(b"PK\x05\x06") + 12, 2**31)
    assert expand("p.zip", bytes(data)) == ([], [("p.zip", "archive_limit")])


def test_members_that_share_their_bytes_are_a_bomb() -> None:
    budget = Budget(1000)
    budget.take(limits.RATIO_FROM)
    with pytest.raises(OverLimitError, match="200 times"):
        budget.take(1)


@given(st.integers(0, 10**10))
def test_a_budget_never_exceeds_its_limits(size: int) -> None:
    assert Budget(size).total <= limits.TOTAL
    assert Budget(size).total <= max(limits.RATIO_FROM, limits.RATIO * size)


@pytest.mark.parametrize("name", ["pages.warc.gz", "other"])
@pytest.mark.parametrize("data", [warc(), packed(gzip.decompress(warc()))])
def test_web_archives_give_their_pages(name: str, data: bytes) -> None:
    if name == "other":
        data = gzip.decompress(data)
    (source,), problems = expand(name, data)
    assert source.key == f"{name}:https://post.example/bridge"
    assert (source.kind, source.data, source.stated.url) == ("html", PAGE, "https://post.example/bridge")
    assert problems == [(name, "archive_answers_dropped")]
    (document,) = read_source(source).documents
    assert (document.source_key, document.url) == ("https://post.example/bridge",) * 2
    assert (document.published, document.given) == (None, ())  # the time of capture is none of publication


def test_a_wacz_gives_the_pages_of_its_archives() -> None:
    sources, problems = expand("p.wacz", wacz())
    assert keys(sources) == ["p.wacz:archive/data.warc.gz:https://post.example/bridge"]
    assert problems == [("p.wacz:archive/data.warc.gz", "archive_answers_dropped")]


@pytest.mark.parametrize(
    ("extra", "body"),
    [
        ("Content-Encoding: gzip\r\n", packed(PAGE)),
        ("Content-Encoding: gzip\r\n", PAGE),  # some archives undo it and leave the header
        ("Transfer-Encoding: chunked\r\n", b"%x\r\n" % len(PAGE) + PAGE + b"\r\n0\r\n\r\n"),
        (
            "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n",
            b"%x\r\n" % len(packed(PAGE)) + packed(PAGE) + b"\r\n0\r\n\r\n",
        ),
        ("Transfer-Encoding: chunked\r\n", PAGE),
    ],
)
def test_codings_are_undone(extra: str, body: bytes) -> None:
    (source,), problems = expand("p.warc", warc_record("https://post.example/a", body, extra=extra))
    assert source.data == PAGE
    assert problems == []


def test_a_stated_charset_counts() -> None:
    body = b"<html><body><article><p>Zo\xeb Corl said that the bridge at Lowhaven was safe.</p></article>"
    data = warc_record("https://post.example/a", body, media="text/html; charset=iso-8859-1")
    (source,), _ = expand("p.warc", data)
    assert source.charset == "iso-8859-1"
    intake = read_source(source)
    assert "Zoë Corl" in intake.documents[0].text
    assert "charset_guessed" not in [p.code for p in intake.problems]


def test_a_cut_off_web_archive_gives_what_stands_before() -> None:
    records = [warc_record(f"https://post.example/{n}", PAGE) for n in range(3)]
    sources, problems = expand("p.warc.gz", b"".join(map(packed, records))[:-60])
    assert keys(sources)[:2] == ["p.warc.gz:https://post.example/0", "p.warc.gz:https://post.example/1"]
    assert ("p.warc.gz", "archive_cut_off") in problems
    sources, problems = expand("p.warc", b"".join(records)[:-60])
    assert len(sources) >= 2
    assert ("p.warc:https://post.example/2", "archive_member_unreadable") in problems


def test_a_packed_page_that_is_a_bomb_costs_itself_only() -> None:
    bomb = packed(b"\n" * (limits.MEMBER + 1))
    data = warc_record("https://post.example/1", bomb, extra="Content-Encoding: gzip\r\n")
    sources, problems = expand("p.warc", data + warc_record("https://post.example/2", PAGE))
    assert keys(sources) == ["p.warc:https://post.example/2"]
    assert problems == [("p.warc:https://post.example/1", "archive_member_unreadable")]


def test_a_packed_web_archive_that_is_a_bomb_ends() -> None:
    record = warc_record("https://post.example/1", PAGE)
    data = packed(record) + packed(warc_record("https://post.example/2", b"\n" * 5_000_000))
    sources, problems = expand("p.warc.gz", data)
    assert keys(sources)[0] == "p.warc.gz:https://post.example/1"
    assert ("p.warc.gz", "archive_cut_off") in problems


@pytest.mark.parametrize("data", [b"WARC/1.0\r\nnonsense", b"\x1f\x8b\x08\x00nonsense", packed(b"x" * 100)])
def test_what_is_no_web_archive_is_a_problem(data: bytes) -> None:
    sources, problems = expand("p.warc.gz", data)
    assert sources == []
    assert [code for _, code in problems] in (["archive_cut_off"], ["folder_empty"])


def test_archives_come_from_files_and_standard_input_too(tmp_path: Path) -> None:
    path = tmp_path / "p.zip"
    path.write_bytes(zip_of({"a.txt": TEXT}))
    (named,) = find_sources([path])
    (piped,) = find_sources(["-"], stdin=io.BytesIO(path.read_bytes()))
    assert named.name == f"{path.as_posix()}:a.txt"
    assert piped.name == "standard input:a.txt"
    (tmp_path / "p.warc.gz").write_bytes(warc())
    (source, _) = find_sources([tmp_path / "p.warc.gz"])
    assert isinstance(source, Source)
    assert source.data == PAGE
