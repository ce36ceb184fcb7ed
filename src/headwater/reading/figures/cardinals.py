"""Numbers written in digits or in words, and what they are worth."""

from __future__ import annotations

import re

UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
        "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 10**3, "lakh": 10**5, "million": 10**6, "crore": 10**7,
    "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
SHORT_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12}
"""Scales written hard against the digits, as in "$5m"."""

_SMALL = "|".join(sorted((*UNITS, *TENS), key=len, reverse=True))
_SCALE = "|".join(SCALES)
DIGITS = r"\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,6})?|\d{1,12}(?:\.\d{1,6})?"
WORDS = rf"(?:{_SMALL})(?:[ -](?:and[ -])?(?:{_SMALL}|hundred|thousand|million|billion)\b){{0,8}}"
# The scale words are spelt out again above so that "twenty-five thousand" is one run of words;
# ten words are enough for any number that a newspaper writes out.
NUMBER = rf"(?:(?:{DIGITS})(?:[ \u00a0-](?:{_SCALE})s?\b)?|{WORDS}(?:[ -](?:{_SCALE})\b)?)"
"""One plain number: "1,200", "1.5 million", "twenty-five thousand". No groups of its own."""


def word_set(words: str) -> frozenset[str]:
    """The words of a list that is written as one string."""
    return frozenset(words.split())


_TOKEN = re.compile(r"[a-z]+|[\d.,]+", re.IGNORECASE)


def number_value(words: str) -> float | None:
    """What ``words`` are worth, ``None`` if they are no plain number.

    >>> number_value("two hundred and fifty thousand")
    250000.0
    """
    total, current, seen = 0.0, 0.0, False
    for token in _TOKEN.findall(words.lower()):
        if token in ("and", "a", "an"):
            continue
        scale = SCALES.get(token.removesuffix("s") if token not in SCALES else token)
        if scale is not None:
            total, current = _scaled(total, current if seen else 1.0, scale)
        else:
            worth = _small(token)
            if worth is None:
                return None
            current += worth
        seen = True
    return total + current if seen else None


def _scaled(total: float, current: float, scale: int) -> tuple[float, float]:
    """Total and open group after a scale word: a hundred stays open, a thousand closes its group."""
    current = (current or 1.0) * scale
    return (total, current) if scale <= 100 else (total + round(current, 6), 0.0)


def _small(token: str) -> float | None:
    if token[0].isdigit():
        digits = token.replace(",", "").rstrip(".")
        return float(digits) if digits.count(".") <= 1 else None
    return float(UNITS[token]) if token in UNITS else float(TENS[token]) if token in TENS else None
