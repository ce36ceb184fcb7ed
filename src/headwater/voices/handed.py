"""Words that a page hands over to somebody without marks: "Here is what he said:", and then "I"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from headwater.records import Span

_FIRST = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us|me)\b")
_THIRD = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Tt]hey|[Tt]heir|said|says|wrote|writes|told|statement|remarks|letter|speech|excerpt"
    r"|message|email|e-mail|memo|note|post|tweet|interview|transcript)\b"
)
# What stands below it is the words of whoever was interviewed, without marks.
_INTERVIEW = re.compile(
    r"^(?:other |more )?(?:interview highlights|highlights (?:from|of) the interview):?$",
    re.IGNORECASE | re.MULTILINE,
)
# Paragraphs in the first person that may stand between the line that hands over and an "I".
_HANDED_OVER = 8


class HandedOver:
    """Where on a page somebody else has the word."""

    def __init__(self, text: str, paragraphs: Sequence[Span]) -> None:
        """``paragraphs`` in order."""
        self._text, self._starts = text, [p.start for p in paragraphs]
        self._interview = _INTERVIEW.search(text)

    def holds(self, at: int) -> bool:
        """Whether an "I" at ``at``, outside of quotations, is not that of the page."""
        if self._interview is not None and self._interview.end() <= at:
            return True
        k = bisect_right(self._starts, at) - 1
        for above in range(k - 1, max(-1, k - 1 - _HANDED_OVER), -1):
            line = self._text[self._starts[above] : self._starts[above + 1]].rstrip()
            own = _FIRST.search(line) is not None
            if line.endswith(":"):
                return not own and _THIRD.search(line) is not None
            if not own:
                return False
        return False
