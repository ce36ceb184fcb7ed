"""Lines of an export become paragraphs."""

from __future__ import annotations

from itertools import groupby

from headwater.intake.metadata import clean_byline, visible_byline


def paragraphs_of(lines: list[str]) -> tuple[str, ...]:
    """The paragraphs in ``lines``.

    Where blank lines stand between them, a paragraph is what stands between two;
    in a text without any, each line is one.
    """
    bare = [line.strip() for line in lines]
    while bare and not bare[0]:
        bare.pop(0)
    while bare and not bare[-1]:
        bare.pop()
    if "" not in bare:
        return tuple(bare)
    groups = (list(group) for filled, group in groupby(bare, key=bool) if filled)
    return tuple(" ".join(group) for group in groups)


def joined(lines: list[str]) -> str | None:
    """``lines`` as one; ``None`` where they hold nothing."""
    return " ".join(" ".join(lines).split()) or None


def byline_of(lines: list[str]) -> str | None:
    """The names in the field of a byline, with or without "By" and what follows them."""
    stated = clean_byline([joined(lines) or ""])
    return visible_byline(f"By {stated}") if stated else None
