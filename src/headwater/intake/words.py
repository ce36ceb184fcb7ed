"""Word lists that read as words."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of ``text``, which is set over as many lines as it needs."""
    return frozenset(text.split())
