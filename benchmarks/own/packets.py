"""Writes the passages for annotators to read: ``python -m benchmarks.own.packets DIR``.

The packets hold other people's text: they belong outside the tree.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.own.articles import articles
from benchmarks.own.choose import PASSAGES, Passage, read_passages
from benchmarks.own.plain import paragraphs, sentences
from headwater.records.spans import Span

SIZE = 40
"""Passages a packet."""
OPENING = 160
"""Code points of an article's opening that are shown: a dateline with an agency's credit stands there."""
EARLIER = 2
"""Sentences before the context that are shown where the passage may point back beyond it."""
NAME = re.compile(r"[A-Z][\w’'.-]*(?: (?:[A-Z][\w’'.-]*|of|the|for|de|van|al|bin))*")
POINTS_BACK = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Hh]is|[Hh]er|[Tt]heir|[Ii]t|[Tt]he)\b")
NO_NAME = frozenset(
    "the a an he she they it in on at but and for of when as if we i his her this that what".split()
)


def names(words: str) -> Iterator[str]:
    """Runs of capitalised words, without small words at their ends."""
    for found in NAME.findall(words):
        run = found.split()
        while run and (run[0].casefold() in NO_NAME or run[0][0].islower()):
            run.pop(0)
        while run and (run[-1].casefold() in NO_NAME or run[-1][0].islower()):
            run.pop()
        if run:
            yield re.sub(r"[’']s$|[.,]$", "", " ".join(run))


def fuller(text: str, near: str) -> dict[str, list[str]]:
    """For each name near a passage the longer names of the article that hold it at an end or spell it out."""
    every = sorted({n for n in names(text) if " " in n}, key=lambda n: (len(n), n))
    result = {}
    for name in dict.fromkeys(names(near)):
        longer = [n for n in every if len(n) > len(name) and _fits(name, n)]
        if longer:
            result[name] = longer[:4]
    return result


def _fits(name: str, longer: str) -> bool:
    initials = "".join(w[0] for w in longer.split() if w[0].isupper())
    short = name.replace(".", "")
    ends = longer.rsplit(maxsplit=1)[-1] == name.rsplit(maxsplit=1)[-1] or longer.startswith(f"{name} ")
    return ends or (short.isupper() and len(short) > 1 and initials == short)


def earlier(text: str, before: int) -> str:
    """The last sentences before ``before`` that name somebody."""
    split = [s for p in paragraphs(text[:before]) for s in sentences(text, p)]
    named = [s for s in split if any(" " in n for n in names(s.of(text)[1:]))]
    return " / ".join(_line(s.of(text)) for s in named[-EARLIER:])


def _line(words: str) -> str:
    return " ".join(words.split())


def shown(passage: Passage, row: dict[str, Any]) -> str:
    """One passage as annotators see it."""
    text = row["text"]
    words = Span(passage.start, passage.end).of(text)
    before = Span(*passage.context).of(text) if passage.context else ""
    first = passage.context[0] if passage.context else passage.start
    lines = [
        f"## {passage.id}",
        "",
        f"- Article: {_line(row['title'])}",
        f"- Outlet: {row['outlet']} · published {row['published']} · by {row['author'] or 'not stated'}",
        f"- It opens: {_line(text[:OPENING])} ...",
    ]
    if POINTS_BACK.search(words) and first > OPENING and (told := earlier(text, first)):
        lines.append(f"- Earlier: {told}")
    if long := fuller(text, f"{before}\n{words}"):
        lines.append("- Fuller names: " + "; ".join(f"{k} = {' / '.join(v)}" for k, v in long.items()))
    lines.append(f"- Context: {_line(before) or '(opens the article)'}")
    return "\n".join([*lines, "", f"> {_line(words)}", "", _template(passage), ""])


def _template(passage: Passage) -> str:
    forecasts = ', "forecasts": []' if passage.kind == "opinion" else ""
    return f'```json\n{{"passage": "{passage.id}", "attributions": []{forecasts}}}\n```'


HEAD = """# Packet {number}

{count} passages. Read GUIDE.md first. Label the words behind `>` alone; all else is there to
tell you who is who. "Fuller names" and "Earlier" come from a plain rule and may be wrong or
beside the point. One line of JSON a passage, in this order, into one file; one attribution is

{{"id": "1", "content": [""], "cue": [""], "source": [""], "form": "", "sort": "", "source_kind": "",
"speakers": [""], "polarity": "", "content_negated": false, "certainty": "", "parent": null,
"chain": ["page", ""]}}

form: direct, indirect, mixed. sort: statement, attitude. source_kind: named_person,
named_organisation, unnamed_person, unnamed_group, anonymous, document, outlet, social_post,
author, implicit. polarity: asserts, denies, declines. certainty: certain, probable, possible,
unknown.
"""


def main(arguments: list[str] | None = None) -> int:
    """Write the packets into a folder."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.own.packets", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--passages", type=Path, default=PASSAGES, help="another choice of passages")
    options = parser.parse_args(arguments)
    folder, passages = options.folder, read_passages(options.passages)
    rows = articles(passages)
    if rows:
        folder.mkdir(parents=True, exist_ok=True)
        for number, first in enumerate(range(0, len(passages), SIZE), start=1):
            part = passages[first : first + SIZE]
            head = HEAD.format(number=number, count=len(part))
            body = [shown(p, rows[p.article]) for p in part]
            (folder / f"p{number}.md").write_text("\n".join([head, *body]), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
