"""Counts that the words before them call a toll: “the death toll rose to 16”."""

from __future__ import annotations

import re

from headwater.records import Span

_TOLL = re.compile(
    r"\b(?:toll|number\sof\s(?:the\s)?(?:confirmed\s|reported\s)?(?:dead|deaths|fatalities|casualties|(?:people|those)\skilled))\b(?:[^.;:]|[.](?!\s)){0,70}$",
    re.IGNORECASE,
)


def is_toll(text: str, span: Span) -> bool:
    """Whether the words before a count call it a toll, which is a total by itself."""
    return _TOLL.search(text, max(0, span.start - 120), span.start) is not None
