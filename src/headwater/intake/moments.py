"""ISO 8601 dates and date-times, kept as they are stated."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = r"(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)? {_MONTH},? (\d{{4}})\b", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"\b{_MONTH} (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})\b", re.IGNORECASE)
_MAIL = re.compile(r"(?:[a-z]{3}, )?\d{1,2} [a-z]{3} \d{4} \d{1,2}:\d{2}", re.IGNORECASE)
_EXTENDED = re.compile(r"\d{4}-\d{2}-\d{2}(?:[Tt ]\d{2}:.*)?", re.DOTALL)


def iso_moment(text: str) -> str | None:
    """``text`` as an ISO 8601 date or date-time, or ``None`` if it is neither.

    The stated wall time and zone are kept: nothing is moved to another zone. A
    blank between date and time becomes ``T``; the basic and week forms
    (``20241217``, ``2024-W51-2``) are written out as ``2024-12-17``.
    """
    text = text.strip()
    if _EXTENDED.fullmatch(text) and _is_moment(text):
        return text[:10] + text[10:].replace(" ", "T", 1).replace("t", "T", 1).replace(" ", "")
    for parse in (date.fromisoformat, datetime.fromisoformat):
        try:
            return parse(text).isoformat()
        except ValueError:
            continue
    return None


def _is_moment(text: str) -> bool:
    # A blank before the zone ("2024-12-17 10:00:00 +0300") is common on pages.
    joined = text[:11] + text[11:].replace(" ", "")
    try:
        datetime.fromisoformat(joined)
    except ValueError:
        return False
    return True


def stated_moment(text: str) -> str | None:
    """As :func:`iso_moment`, and also reads mail dates ("Tue, 17 Dec 2024 10:00:00 +0300")."""
    moment = iso_moment(text)
    if moment is not None:
        return moment
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def written_moment(text: str) -> str | None:
    """As :func:`stated_moment`, and also reads a day in words, such as "December 17, 2024 Tuesday".

    A time behind such a day is left out; "17/12/2024" is not read, since it may be another day elsewhere.
    """
    text = " ".join(text.split())
    if _MAIL.match(text) or iso_moment(text):
        return stated_moment(text)
    if match := _DAY_FIRST.search(text):
        day, month, year = match.groups()
    elif match := _MONTH_FIRST.search(text):
        month, day, year = match.groups()
    else:
        return None
    number = next(n for n, name in enumerate(_MONTHS, 1) if name.startswith(month.lower()[:3]))
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return None
