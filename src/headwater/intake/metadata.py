"""What a page states of itself: outlet, title, byline, date, address, language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from headwater.intake.dates import is_stamp
from headwater.intake.furniture import letters
from headwater.intake.jsonld import Linked, linked_data
from headwater.intake.moments import stated_moment
from headwater.records import Problem

_AUTHOR = (
    "author",
    "article:author",
    "byl",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "citation_author",
)
_DATE = (
    "article:published_time",
    "og:published_time",
    "article:published",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "dcterms.created",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "citation_publication_date",
    "date",
)
_OUTLET = ("og:site_name", "application-name", "dc.publisher", "citation_journal_title")
_TITLE = ("og:title", "twitter:title", "parsely-title", "dc.title", "citation_title")
_BY = re.compile(r"^(?:written\s+by|posted\s+by|story\s+by|by)\b\s*:?\s*", re.IGNORECASE)
# "By" opens the line, or follows a date as in "Posted on October 17, 2025 by Jessamy Rook".
_VISIBLE = re.compile(
    r"^(?:(?:posted|written|published|story)\b.{0,40}?\s)?by:?\s+(.{2,200})$", re.IGNORECASE | re.DOTALL
)
_NAME = re.compile(r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){1,3}")
_ADDRESS = re.compile(r"(?:https?:)?//\S+|www\.\S+|\S+@\S+\.\w+|^@\w+$", re.IGNORECASE)
_SEPARATOR = r"\s+(?:[|–—·»-]|::)\s+"


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page states; ``None`` where it is silent. ``window`` is the text of its ``title`` element."""

    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    language: str | None = None
    window: str | None = None
    problems: tuple[Problem, ...] = ()


def page_facts(root: HtmlElement) -> PageFacts:
    """Read a page's own statements: JSON-LD first, then meta tags, then its visible marks."""
    meta = _meta(root)
    url = _address(root, meta)
    linked = linked_data(root, url)
    url = url or _web(linked.text("url", "name") or linked.text("mainEntityOfPage", "@id", "name"), None)
    outlet = linked.text("publisher", "name") or _first(meta, _OUTLET)
    return PageFacts(
        url=url,
        outlet=outlet,
        title=_title(meta, linked, outlet),
        byline=clean_byline(linked.texts("author", "name")) or clean_byline(_all(meta, _AUTHOR)),
        published=_published(root, meta, linked),
        language=root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        window=_window(root),
        problems=(linked.problem,) if linked.problem else (),
    )


def _meta(root: HtmlElement) -> dict[str, list[str]]:
    """The page's ``meta`` tags by lower-case name."""
    values: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = " ".join((element.get("content") or "").split())
        if name and content:
            values.setdefault(name.strip().lower(), []).append(content)
    return values


def _all(meta: dict[str, list[str]], names: tuple[str, ...]) -> list[str]:
    return next((meta[n] for n in names if clean_byline(meta.get(n, []))), [])


def _first(meta: dict[str, list[str]], names: tuple[str, ...]) -> str | None:
    return next((meta[n][0] for n in names if n in meta), None)


def _address(root: HtmlElement, meta: dict[str, list[str]]) -> str | None:
    """The canonical address, else Open Graph's; relative ones are resolved against the page's base."""
    base = next((str(b.get("href")) for b in root.iter("base") if b.get("href")), None)
    base = base or _first(meta, ("og:url",))
    canonical = (
        e.get("href") for e in root.iter("link") if "canonical" in (e.get("rel") or "").lower().split()
    )
    stated = [*canonical, _first(meta, ("og:url",))]
    return next((url for url in (_web(s, base) for s in stated) if url), None)


def _web(address: str | None, base: str | None) -> str | None:
    """``address`` as a web address; ``None`` for a home page, which many articles would share."""
    if not address:
        return None
    try:
        url = urljoin(base or "", address.strip())
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return None
    return url if parts.path.strip("/") or parts.query else None


def _title(meta: dict[str, list[str]], linked: Linked, outlet: str | None) -> str | None:
    stated = linked.text("headline", "name") or _first(meta, _TITLE)
    return without_outlet(stated, outlet) if stated else None


def _window(root: HtmlElement) -> str | None:
    titles = (" ".join(t.text_content().split()) for t in root.iter("title"))
    return next((t for t in titles if t), None)


def outlet_in_window(window: str | None, headline: str | None, shown: str) -> str | None:
    """The outlet that a page names at the end of its ``title`` ("A headline | The Outlet").

    Believed only where the rest is the headline, or where the page shows the same name elsewhere.
    """
    head, separator, name = _split_window(window or "")
    if not separator:
        return None
    if headline and letters(head) == letters(headline):
        return name
    shorter = name.split(",")[0]
    return next((n for n in (name, shorter) if n in shown), None)


def _split_window(window: str) -> tuple[str, str, str]:
    parts = re.split(f"({_SEPARATOR})", window)
    if len(parts) < 3:
        return window, "", ""
    return "".join(parts[:-2]), parts[-2], parts[-1].strip()


def without_outlet(title: str, outlet: str | None) -> str:
    """``title`` without " | The Outlet" at its end."""
    if outlet:
        shorter = re.sub(_SEPARATOR + re.escape(outlet) + r"\s*$", "", title, flags=re.IGNORECASE)
        return shorter or title
    return title


def visible_byline(line: str) -> str | None:
    """The names in a line such as "By Hedda Corl, harbour reporter | Tuesday 14 October 2025"."""
    match = _VISIBLE.search(line)
    if match is None:
        return _name_beside_date(line)
    names = re.split(r"\s*[|·•\n]\s*|,\s+(?=[a-z])|\s+(?:on|in)\s+(?=[A-Z])", match[1])[0]
    return clean_byline([names])


def _name_beside_date(line: str) -> str | None:
    """The name in "Halden Reyle · 16 October 2025"."""
    parts = [p.strip() for p in re.split(r"[|·•\n]", line) if p.strip()]
    names = [p for p in parts if _NAME.fullmatch(p)]
    dated = any(is_stamp(p) for p in parts)
    return names[0] if dated and len(names) == 1 and len(parts) <= 3 else None


def clean_byline(names: list[str]) -> str | None:
    """Names without "By" and addresses, joined by commas; ``None`` where none is left."""
    clean = (" ".join(_ADDRESS.sub("", _BY.sub("", name.strip())).split()).strip(" ,;|") for name in names)
    return ", ".join(dict.fromkeys(name for name in clean if name)) or None


def _published(root: HtmlElement, meta: dict[str, list[str]], linked: Linked) -> str | None:
    """The stated date or date-time, as it is stated."""
    stated = [linked.text("datePublished", "name"), linked.page.get("datePublished")]
    stated += [value for name in _DATE for value in meta.get(name, [])]
    times = (t for t in root.iter("time") if t.get("itemprop") == "datePublished" or "pubdate" in t.attrib)
    stated += [t.get("datetime") for t in times]
    moments = (stated_moment(value) for value in stated if isinstance(value, str))
    return next((moment for moment in moments if moment), None)
