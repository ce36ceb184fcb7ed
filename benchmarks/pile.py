"""Articles of one length to measure speed on, as text and as pages."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from itertools import cycle, islice
from pathlib import Path

from benchmarks.gold import ROOT, gold_file, read_lines

WORDS = 750
"""Words an article: the middle of news features, and the unit of the speeds that others state."""

_FRAME = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | The Example Post</title>
<meta property="og:site_name" content="The Example Post">
<meta property="article:published_time" content="{published}">
<script>window.page = {{"slot": "top", "items": [1, 2, 3]}};</script></head>
<body><nav><ul>{menu}</ul></nav><div class="cookie-bar">We use cookies. <button>Accept</button></div>
<main><article><h1>{title}</h1><p class="byline">By Alex Example</p>{body}</article>
<aside><h2>Most read</h2><ul>{menu}</ul></aside></main>
<footer><p>Copyright The Example Post. All rights reserved.</p></footer></body></html>
"""
_MENU = "".join(
    f'<li><a href="/{n}">{n.title()} and more</a></li>' for n in ("world", "politics", "sport", "arts")
)


def articles(count: int) -> list[str]:
    """``count`` different texts of about ``WORDS`` words with their paragraphs kept.

    Cut from real articles where the gold is here, else from the example story.
    """
    path = gold_file("stories", "giveme5w1h-dev.jsonl.gz")
    texts = [row["text"] for row in read_lines(path)] if path else list(story_texts())
    return list(islice(cut(cycle(texts)), count))


def cut(texts: Iterable[str]) -> Iterator[str]:
    """Join texts and cut them at the end of the paragraph that fills ``WORDS``."""
    held: list[str] = []
    length = 0
    for text in texts:
        for paragraph in filter(None, (p.strip() for p in re.split(r"\n+", text))):
            held.append(paragraph)
            length += len(paragraph.split())
            if length >= WORDS:
                yield "\n\n".join(held)
                held, length = [], 0


def story_texts() -> Iterator[str]:
    """The paragraphs of the example story's pages, their mark-up taken off roughly."""
    for file in sorted((ROOT / "examples" / "story").glob("*.html")):
        page = file.read_bytes().decode("utf-8", "replace")
        yield "\n".join(
            html.unescape(re.sub(r"<[^>]+>", "", p)) for p in re.findall(r"(?s)<p\b.*?</p>", page)
        )


def write_text(texts: Iterable[str], path: Path) -> None:
    """Write texts as a JSON Lines file in ``annotate``'s input form."""
    rows = ({"id": f"text-{n:03}", "text": t, "published": "2024-12-17"} for n, t in enumerate(texts))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def write_pages(texts: Iterable[str], folder: Path) -> None:
    """Write each text as a page in an invented frame."""
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"page-{number:03}.html").write_text(page_of(text), encoding="utf-8")


def page_of(text: str) -> str:
    """``text`` set into the frame of an invented paper."""
    first, *_ = text.split("\n")
    title = html.escape(" ".join(first.split()[:10]))
    body = "".join(f"<p>{html.escape(p)}</p>" for p in text.split("\n\n"))
    return _FRAME.format(title=title, published="2024-12-17T08:00:00Z", menu=_MENU, body=body)
