"""On what occasion something was said."""

from __future__ import annotations

import re
from dataclasses import dataclass

from headwater.records.checks import require_disjoint, require_member
from headwater.records.spans import Spans
from headwater.records.vocabulary import OccasionKind

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Occasion:
    """Where a speaker said something: a news conference, an interview, a post.

    Attributes:
        key: equal for all reports of one occasion, in any document; ``None`` where
            the speaker or the day is not known well enough to tell.
        kind: what occasion it was.
        day: its ISO 8601 day, or ``None``.
        spans: the words that tell of it, and those for its day where there are any.

    Raises:
        ValueError: where a field is outside its vocabulary, the day is no day,
            there are no words, or there is a key without a day.
    """

    key: str | None
    kind: OccasionKind
    day: str | None
    spans: Spans

    def __post_init__(self) -> None:
        require_member("Occasion", "kind", self.kind, OccasionKind)
        require_disjoint("Occasion", "spans", self.spans)
        if not self.spans:
            raise ValueError("an occasion needs the words that tell of it")
        if self.day is not None and not _DAY.fullmatch(self.day):
            raise ValueError(f"the day of an occasion is written as 2016-05-04, not as {self.day!r}")
        if self.key is not None and (not self.key or self.day is None):
            raise ValueError(f"the key of an occasion is not empty and has a day, not {self.key!r}")
