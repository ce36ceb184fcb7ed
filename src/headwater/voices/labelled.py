"""Paragraphs that name their speaker by layout: transcripts, and quotations with a name below a dash."""

from __future__ import annotations

import re
from collections.abc import Sequence

from headwater.records import Span
from headwater.voices.clause import Sentence
from headwater.voices.draft import Draft

# "WALLACE: But, Governor": capitals alone, since "Update: two hurt" is a notice.
_LABEL = re.compile(r"[“\"]?\s?(?P<source>[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3})(?P<cue>:)\s+(?=\S)")
_AT_LINE = re.compile(rf"^[ \t]{{0,4}}{_LABEL.pattern}", re.MULTILINE)
# A quotation, a dash and a name, and nothing else.
_SIGNED = re.compile(
    r"(?P<content>[“”\"][^“”\"]{20,}[”\"])\s{0,2}(?P<cue>―|—|–|--|-)\s{0,2}"
    r"(?P<source>[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|de|la|van|von|bin)){0,4})(?:,[^“”\"\n]{0,80})?\s*$"
)
_RATE = 0.9
_QUOTE_MARKS = '”"“'


def labels_of(text: str, people: frozenset[str]) -> frozenset[str]:
    """The labels of a transcript: names of people in capitals before a colon, two paragraphs or more.

    ``people`` are the words of people's names in the document. One label alone may be a dateline.
    """
    found = [m["source"] for m in _AT_LINE.finditer(text)]
    own = [s for s in found if all(w.capitalize() in people for w in s.split())]
    return frozenset(own) if len(own) > 1 else frozenset()


def labelled(sentences: Sequence[Sentence], labels: frozenset[str]) -> Draft | None:
    """Whoever a paragraph is labelled with; ``labels`` are those of the document's transcript."""
    text, start, end = sentences[0].text, sentences[0].span.start, sentences[-1].span.end
    label = _LABEL.match(text, start, end)
    if label is not None and label["source"] in labels:
        content = Span(label.end(), end)
        while content.end - content.start > 1 and text[content.end - 1] in _QUOTE_MARKS:
            content = Span(content.start, content.end - 1)
        return _draft(label, content, "a label before the words")
    signed = _SIGNED.match(text, start, end)
    return None if signed is None else _draft(signed, Span(*signed.span("content")), "a name below the words")


def _draft(match: re.Match[str], content: Span, rule: str) -> Draft:
    cue, source = Span(*match.span("cue")), Span(*match.span("source"))
    return Draft((content,), (cue,), (source,), match["cue"], "colon", rule, _RATE)
