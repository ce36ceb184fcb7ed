"""A page's date of publication where it states none for programs: from its lines or its address."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable
from datetime import date

from lxml.html import HtmlElement

from headwater.intake.words import word_set
from headwater.records import Problem

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTH = (
    r"(?P<{}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
    r"aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WRITTEN = re.compile(
    rf"\b(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH.format('m1')},?\s+(?P<y1>\d{{4}})\b"
    rf"|\b{_MONTH.format('m2')}\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}})\b"
    r"|\b(?P<y3>\d{4})-(?P<m3>\d{2})-(?P<d3>\d{2})\b",
    re.IGNORECASE,
)
_STAMP_WORDS = word_set(
    """
    jan feb mar apr may jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday
    saturday sunday mon tue tues wed thu thur thurs fri sat sun at am pm a p m on the of updated
    published posted last modified first edited ago minute minutes min mins hour hours day days week
    weeks month months year years read gmt utc bst est edt cet cest et pt st nd rd th h says said
    wrote staff moderator author edited
    """
) | frozenset(_MONTHS)
_STAMP_LONG = 90
_LINE = 200  # a line of byline, dates and outlet at most
# A date of publication never stands in a paragraph this long; a date in the story does.
_STORY = 120
# htmldate's own bounds move with the clock; these do not, so that a page gives the same date tomorrow.
_EARLIEST, _LATEST = "1995-01-01", "2099-12-31"


def is_stamp(text: str) -> bool:
    """Whether ``text`` is nothing but a date or time ("Posted on October 17, 2025 at 9:41 am")."""
    if len(text) > _STAMP_LONG or not any(map(str.isdigit, text)):
        return False
    words = re.findall(r"[^\W\d_]+", text.casefold())
    return all(word in _STAMP_WORDS for word in words)


def written_dates(text: str) -> list[str]:
    """The full dates written in ``text``, as ``YYYY-MM-DD``; "3/4/24" may be read two ways and is left."""
    found = (_iso(match) for match in _WRITTEN.finditer(text))
    return [day for day in found if day is not None]


def _iso(match: re.Match[str]) -> str | None:
    day, month, year = next(
        (match[f"d{i}"], match[f"m{i}"], match[f"y{i}"]) for i in (1, 2, 3) if match[f"y{i}"] is not None
    )
    try:
        return date(int(year), _month_number(month), int(day)).isoformat()
    except ValueError:
        return None


def _month_number(month: str) -> int:
    if month.isdigit():
        return int(month)
    return next(i for i, name in enumerate(_MONTHS, 1) if name.startswith(month[:3].lower()))


def inferred_date(
    opening: Iterable[str], root: HtmlElement, url: str | None
) -> tuple[str | None, Problem | None]:
    """A date for a page that states none, with a problem of code ``published_inferred`` that says so.

    Args:
        opening: the lines between headline and article; of a line with several dates the
            earliest counts, since pages are updated after they are published.
        root: the page, not changed; searched with htmldate where no line has a date.
        url: the page's address, which may hold a date.
    """
    dates = (written_dates(line) for line in opening if len(line) <= _LINE)
    found = next((min(days) for days in dates if days), None) or _searched(root, url)
    if found is None:
        return None, None
    what = f"the page states no date of publication; {found} was taken from its lines or its address"
    return found, Problem(
        "published_inferred", what, "if it is wrong, give the date with --published or in a sidecar file"
    )


def _searched(root: HtmlElement, url: str | None) -> str | None:
    from htmldate import find_date  # noqa: PLC0415 - needed only where a page states no date

    shell = _without_story(root)
    found = find_date(
        shell, extensive_search=False, original_date=True, url=url, min_date=_EARLIEST, max_date=_LATEST
    )
    return found if isinstance(found, str) else None


def _without_story(root: HtmlElement) -> HtmlElement:
    """A copy of the page without its long paragraphs, comments and asides, whose dates are others."""
    shell = copy.deepcopy(root)
    long = [e for e in shell.iter("p", "li", "blockquote") if len(e.text_content()) > _STORY]
    others = shell.xpath(
        "//aside | //footer | //*[contains(@class, 'comment')] | //*[contains(@id, 'comment')]"
    )
    for element in (*long, *others):
        if element.tag not in ("html", "body") and element.getparent() is not None:
            element.drop_tree()
    return shell
