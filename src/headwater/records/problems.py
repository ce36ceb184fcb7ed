"""What could not be read, and what a person can do about it."""

from __future__ import annotations

from dataclasses import dataclass

from headwater.records.spans import Span

NOTES = frozenset(
    {"page_furniture_dropped", "doubled_paragraph_dropped", "published_inferred", "archive_answers_dropped"}
)
"""Codes of problems that are told for completeness' sake."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that was left unread or unresolved. Shown, never swallowed.

    Attributes:
        code: short stable name, such as ``date_without_anchor``.
        what: what is wrong, for a person, with the values concerned.
        todo: what the person can do about it.
        span: where in the text, if it concerns a stretch of it.
    """

    code: str
    what: str
    todo: str = ""
    span: Span | None = None

    @property
    def is_note(self) -> bool:
        """Whether it only tells what was done, as leaving share buttons out, and seldom asks for anything."""
        return self.code in NOTES


class HeadwaterError(Exception):
    """Base of every error that Headwater raises on purpose.

    The message says what is wrong and what to do about it.
    """


class InputError(HeadwaterError):
    """A source, a line or an option that cannot be used as it is."""


class CasefileError(HeadwaterError):
    """A casefile that cannot be opened, read or written."""
