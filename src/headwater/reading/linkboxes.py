"""Boxes of links that some pages run into their sentences behind a name.

"Leader Ada Roe Ada (Addy) RoeHarbour shut for a week Roe wins vote MORE (Dorn) said": from the name
told again up to MORE these are headlines of other articles. Nobody says them here. Labels that run into the
words behind them go the same way: "Story highlights Ada Roe calls for an end".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from headwater.records import Document, Span, Spans, document_id

_OPENS = re.compile(
    r"\b(?P<name>[A-Z][\w’'-]{2,30}) (?:[A-Z][\w.’'-]{0,30} |\([A-Z]\w{0,20}\) ){1,4}(?P=name)"
    r"(?=[A-Z0-9‘'“\"])"
)
_CLOSES = re.compile(r"\bMORE\b")
_LABEL = re.compile(r"^(?:Story [Hh]ighlights|STORY HIGHLIGHTS)(?= \S)", re.M)
_LONGEST = 600
"""Code points from the name told again up to the word that closes the box."""


def link_boxes(text: str) -> Spans:
    """The boxes in ``text``, in order."""
    boxes = [*_boxes(text)]
    labels = (Span(*found.span()) for found in _LABEL.finditer(text))
    return tuple(sorted([*boxes, *(s for s in labels if not any(b.overlaps(s) for b in boxes))]))


def blanked(document: Document, boxes: Sequence[Span]) -> Document:
    """The document as the stations read it: blanks for each box, so that all else keeps its place."""
    text = document.text
    at, pieces = 0, []
    for box in boxes:
        pieces += [text[at : box.start], " " * (box.end - box.start)]
        at = box.end
    if not at:
        return document
    shown = "".join([*pieces, text[at:]])
    return replace(document, id=document_id(document.source_key, shown), text=shown)


def _boxes(text: str) -> Iterator[Span]:
    end = 0
    for found in _OPENS.finditer(text):
        closing = _CLOSES.search(text, found.end(), found.end() + _LONGEST)
        if closing is None or found.start() < end or "\n" in text[found.end() : closing.start()]:
            continue
        end = closing.end()
        yield Span(found.end("name"), end)
