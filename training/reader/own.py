"""Our own labelled passages as articles: what PolNeAR lacks, opinion and statements inside statements.

The reader finds what is said inside a content by reading contents as a text of their
own (``models.excerpts``), so they are one here too, with the labels of what they hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.own.articles import articles, require_same
from benchmarks.own.marks import Labelled, Mark, read
from headwater.models.excerpts import Excerpt, excerpt
from headwater.models.tags import ROLES
from headwater.models.wordpiece import WordPiece
from headwater.records.spans import hull
from training.reader.gold import Article, article

LABELS = Path(__file__).parents[1] / "own" / "labels.json"


def own_articles(vocabulary: WordPiece, path: Path = LABELS) -> list[Article]:
    """Each passage, and the contents in it, as articles; none where the stream is not here.

    Raises:
        ValueError: where the stream holds another text than was labelled.
    """
    passages = read(path)
    rows = articles(passages)
    out: list[Article] = []
    for one in (p for p in passages if p.article in rows):
        text = rows[one.article]["text"]
        require_same(one, text)
        out += [article(vocabulary, row) for row in levels(one, text)]
    return out


def levels(one: Labelled, text: str) -> Iterator[dict[str, Any]]:
    """The passage with what stands in no content, then its contents with what stands in them, and so on."""
    place, marks = Excerpt((one.span,)), list(one.marks)
    level = 0
    while place.spans and level <= len(one.marks):
        here = [m for m in marks if not any(_holds(other, m) for other in marks)]
        yield _row(f"{one.id}/{level}", place, text, here)
        marks = [m for m in marks if m not in here]
        place = excerpt(text, (s for m in here for s in m.triple.content))
        level += 1


def _holds(outer: Mark, inner: Mark) -> bool:
    """Whether a content of ``outer`` holds the cue of ``inner`` (its content, where it has no cue)."""
    place = hull(inner.triple.cue or inner.triple.content)
    return outer is not inner and any(s.contains(place) and s != place for s in outer.triple.content)


def _row(name: str, place: Excerpt, text: str, marks: Sequence[Mark]) -> dict[str, Any]:
    """A text with its labels in the form of PolNeAR's rows."""
    given: list[dict[str, Any]] = []
    for mark in marks:
        roles: dict[str, Any] = {
            role: [[s.start, s.end] for s in place.into(mark.triple.role(role))] for role in ROLES
        }
        given.append({**roles, "attitude": mark.sort == "attitude"})
    return {"id": name, "text": place.text(text), "attributions": given}
