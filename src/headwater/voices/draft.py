"""An attribution on its way: spans and the cue, before speakers and chains are known."""

from __future__ import annotations

from dataclasses import dataclass, replace

from headwater.models import Fit
from headwater.records import Span, Spans
from headwater.records.spans import cut


@dataclass(frozen=True, slots=True)
class Draft:
    """Who seems to say what, by the form of the sentence.

    Attributes:
        content, cue, source: as in ``records.Attribution``.
        word: the cue's head in lower case; empty for a bare quotation.
        kind: what kind of cue it is (see ``cues.Cue``), or ``quotation``, ``colon``.
        rule: short name of the rule that built it, shown to the user.
        rate: how often such cues attribute, in [0, 1].
        inherited: whether the source was taken over from an earlier cue.
        attitude: how likely the model holds it to be an attitude; ``None`` for what it did not hear.
        fit: how sure the model is of source and content; ``None`` for what it did not hear.
        seconded: whether a rule found the same source for the cue; ``None`` where one way alone heard it.
    """

    content: Spans
    cue: Spans
    source: Spans
    word: str
    kind: str
    rule: str
    rate: float
    inherited: bool = False
    attitude: float | None = None
    fit: Fit | None = None
    seconded: bool | None = None

    @property
    def start(self) -> int:
        """Where its first span begins."""
        return min(s.start for s in (*self.content, *self.cue, *self.source))

    def with_content(self, *more: Span) -> Draft:
        """The same draft with further spans of content, in order of the text."""
        return replace(self, content=tuple(sorted({*self.content, *more})))

    def without(self, text: str, unread: Spans) -> Draft:
        """The same draft whose spans break off before each stretch of ``unread`` and go on behind it."""
        content, cue, source = (
            tuple(piece for span in role for piece in cut(text, span, unread))
            for role in (self.content, self.cue, self.source)
        )
        return replace(self, content=content or self.content, cue=cue, source=source)
