"""How fast a pile is read: ``python -m benchmarks.speed``."""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import TypeVar

import headwater
from benchmarks.gold import document_of
from benchmarks.pile import WORDS, articles, page_of, write_pages, write_text
from headwater import parts, reading, voices
from headwater.intake import Source, read_source

WORKERS = 2
COLD_STARTS = 3
"""The median of three: the first one also reads the files from the disk."""
Result = TypeVar("Result")


def timed(work: Callable[[], Result]) -> tuple[float, Result]:
    """Seconds that ``work`` took, and what it gave."""
    begin = perf_counter()
    result = work()
    return perf_counter() - begin, result


def read_pile(source: Path, case: Path) -> float:
    """Seconds to read ``source`` into a new casefile, start of the workers included."""
    with headwater.open(case) as opened:
        return timed(lambda: opened.read([source], workers=WORKERS))[0]


def stations(texts: list[str]) -> dict[str, float]:
    """Seconds a station in one process, over all texts."""
    spent = dict.fromkeys(("intake of a page", "reading", "parts", "voices"), 0.0)
    for number, text in enumerate(texts):
        page = Source(f"p{number}", f"p{number}", page_of(text).encode(), "html")
        spent["intake of a page"] += timed(lambda page=page: read_source(page))[0]  # type: ignore[misc]
        document = document_of({"id": f"p{number}", "text": text, "published": "2024-12-17"})
        begin = perf_counter()
        marked = reading.read_marks(document)
        marks = marked.marks
        spent["reading"] += (read := perf_counter()) - begin
        passages = parts.find_parts(document, marks)
        spent["parts"] += (parted := perf_counter()) - read
        voices.find_voices(document, marks, passages, marked.said)
        spent["voices"] += perf_counter() - parted
    return spent


def trafilatura_alone(texts: list[str]) -> float:
    """Seconds that trafilatura needs for the same pages with its usual settings, in one process."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - the figures above are taken without it loaded

    every = [page_of(text) for text in texts]
    bare_extraction(every[0])  # its first page pays for its tables
    return timed(lambda: [bare_extraction(page) for page in every])[0]


def cold_start(text: str) -> float:
    """Median seconds of ``headwater annotate`` on one text, from the shell."""
    line = json.dumps({"id": "one", "text": text, "published": "2024-12-17"}).encode()
    command = [str(Path(sys.executable).with_name("headwater")), "annotate"]
    runs = [
        timed(lambda: subprocess.run(command, input=line, capture_output=True, check=True))[0]
        for _ in range(COLD_STARTS)
    ]
    return sorted(runs)[COLD_STARTS // 2]


def worker_memory() -> float:
    """Most memory that any child process has held so far, in MiB."""
    held = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return held / (2**20 if sys.platform == "darwin" else 2**10)


def main(arguments: list[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--articles", type=int, default=200, help="how many articles (default 200)")
    options = parser.parse_args(arguments)
    texts = articles(options.articles)
    words = sum(len(t.split()) for t in texts) / len(texts)
    print(f"{len(texts)} articles of {words:.0f} words (wanted: {WORDS}), {WORKERS} workers\n")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        write_text(texts, folder / "pile.jsonl")
        write_pages(texts, folder / "pages")
        for name in ("pile.jsonl", "pages"):
            seconds = read_pile(folder / name, folder / f"{name}.case")
            print(f"read {name:24} {len(texts) / seconds:8.1f} articles a second  ({seconds:.1f} s)")
    print(f"{'memory of a worker':29} {worker_memory():8.0f} MiB at most\n")
    spent = stations(texts)
    rows = {**spent, "all stations": sum(spent.values()), "trafilatura alone": trafilatura_alone(texts)}
    for name, seconds in rows.items():
        each = f"{1000 * seconds / len(texts):8.1f} ms an article, one process"
        print(f"{name:29} {each} ({len(texts) / seconds:.1f} a second)")
    print(f"\n{'cold start of annotate':29} {cold_start(texts[0]):8.2f} s")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
