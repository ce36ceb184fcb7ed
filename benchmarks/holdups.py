"""What a page that runs away costs the pile it lies in: ``python -m benchmarks.holdups``.

Pages of articles are read with two workers, first alone, then with one page
of 100,000 paragraph tags among them, with the limits of every day. That page
must be named as a problem and everything else be read.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import headwater as hw
from benchmarks.pile import articles, write_pages
from headwater import work

TAGS = 100_000
WORKERS = 2


def page_of_tags(tags: int) -> str:
    """A page of ``tags`` short paragraphs."""
    body = "".join(f"<p>Item {number} of the list stands here.</p>" for number in range(tags))
    return f"<html><head><title>A list</title></head><body><article>{body}</article></body></html>"


def lost(report: hw.ReadReport) -> Iterator[tuple[str, str]]:
    """Names of the sources that were given up, each with the code of its problem."""
    for name, problem in report.problems:
        if problem.code in ("extraction_too_long", "extraction_too_large", "worker_died"):
            yield Path(name).name, problem.code


def timed(pages: Path) -> tuple[float, hw.ReadReport]:
    """Seconds to read a folder into a new casefile, and what was read."""
    with hw.open(pages.with_suffix(".case")) as case:
        begin = perf_counter()
        report = case.read(pages, workers=WORKERS)
        seconds = perf_counter() - begin
    pages.with_suffix(".case").unlink()
    return seconds, report


def main(arguments: list[str] | None = None) -> int:
    """Measure and print; status 1 where the page was not given up or another was lost."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.holdups", description=__doc__)
    parser.add_argument("--articles", type=int, default=200, help="how many articles (default 200)")
    parser.add_argument("--tags", type=int, default=TAGS, help=f"paragraphs of the page (default {TAGS})")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        pages = Path(scratch) / "pages"
        write_pages(articles(options.articles), pages)
        alone, before = timed(pages)
        (pages / "a-list.html").write_text(page_of_tags(options.tags), encoding="utf-8")
        beside, after = timed(pages)
    given_up = list(lost(after))
    print(f"{options.articles} pages, {WORKERS} workers; {work.PAGE.seconds:g} s of computing a page at most")
    print(f"read alone                    {alone:8.1f} s  {before.new} documents")
    print(f"with a page of {options.tags:7,} tags   {beside:8.1f} s  {after.new} documents, {given_up}")
    return 0 if after.new == before.new and given_up == [("a-list.html", "extraction_too_long")] else 1


if __name__ == "__main__":
    raise SystemExit(main())
