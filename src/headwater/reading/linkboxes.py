"""Boxes of links that some pages run into their sentences behind a name.

"Leader Ada Roe Ada (Addy) RoeHarbour shut for a week Roe wins vote MORE (Dorn) said": from the name
told again up to MORE these are headlines of other articles. Nobody says them here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from headwater.records import Document, Span, document_id

_OPENS = re.compile(
    r"\b(?P<name>[A-Z][\w’'-]{2,30}) (?:[A-Z][\w.’'-]{0,30} |\([A-Z]\w{0,20}\) ){1,4}(?P=name)"
    r"(?=[A-Z0-9‘'“\"])"
)
_CLOSES = "MORE"
_LONGEST = 600


def without_link_boxes(document: Document) -> Document:
    """The document as the stations read it: blanks for each box, so that all else keeps its place."""
    text = document.text
    at, pieces = 0, []
    for box in _boxes(text):
        pieces += [text[at : box.start], " " * (box.end - box.start)]
        at = box.end
    if not at:
        return document
    shown = "".join([*pieces, text[at:]])
    return replace(document, id=document_id(document.source_key, shown), text=shown)


def _boxes(text: str) -> Iterator[Span]:
    end = 0
    for found in _OPENS.finditer(text):
        stop = text.find(_CLOSES, found.end(), found.end() + _LONGEST)
        if stop < 0 or found.start() < end or "\n" in text[found.end() : stop]:
            continue
        end = stop + len(_CLOSES)
        yield Span(found.end("name"), end)
