"""The page itself: templates, style and script in one file that asks nothing of anyone."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from headwater.records import Problem, Reading
from headwater.report.articles import article, in_order_of_day
from headwater.report.gaps import troubles
from headwater.report.safe import shown
from headwater.report.speakers import count, speakers
from headwater.report.view import Article
from headwater.report.words import day
from headwater.version import __version__

OPEN_LISTS = 120
"""Up to so many statements, each speaker's list stands open: about ten screens to scroll."""

BIG = 50
"""From so many articles on, those out of sight are not laid out until they come near: 200 articles of
1,000 words with 40 statements each then open in 2 seconds rather than 8 (Chromium 156, two cores)."""


def render_report(readings: Sequence[Reading], problems: Sequence[tuple[str, Problem]], *, title: str) -> str:
    """One HTML page of who said what in ``readings``, each answer linked to the exact words.

    The page holds its own style and script, and its content security policy
    forbids every request. All of it can be read without JavaScript. Texts
    reach it as text alone. It bears no time of its making: the same readings,
    in whatever order, give the same page.

    Args:
        readings: one for each document.
        problems: what befell a source, by the source's name; a reading's own
            problems are shown too, and need not be repeated here.
        title: heading of the page.

    Returns:
        the page; it can be encoded as UTF-8 whatever the texts hold.
    """
    ordered = in_order_of_day(readings)
    articles = [article(number, reading) for number, reading in enumerate(ordered, 1)]
    every = speakers(articles, ordered)
    style = Markup(_asset("report.css") + _rules(articles))  # noqa: S704 our own file, no text of a reading
    script = Markup(_asset("report.js"))  # noqa: S704 our own file
    groups = troubles(ordered, problems)
    return (
        _environment()
        .get_template("page.html")
        .render(
            title=title,
            articles=articles,
            speakers=every,
            counts=count(every),
            troubles=groups,
            problem_count=len({(t.source, g.code) for g in groups if not g.is_note for t in g.troubles}),
            pile=_pile(articles),
            undated=[a for a in articles if a.document.published is None],
            open_dates=[a for a in articles if a.document.published is not None and a.unresolved],
            open_lists=sum(len(a.statements) for a in articles) <= OPEN_LISTS,
            big=len(articles) >= BIG,
            policy=_policy(style, script),
            style=style,
            script=script,
            version=__version__,
        )
    )


def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("headwater.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=shown,
    )


def _asset(name: str) -> str:
    return files("headwater.report").joinpath("templates", name).read_text(encoding="utf-8")


def _rules(articles: Sequence[Article]) -> str:
    """Style that lights a statement's words and note while its address is the page's target.

    One rule for each statement number, shared by all articles: this is what
    ties text and notes together where JavaScript is off.
    """
    most = max((len(a.statements) for a in articles), default=0)
    hit = [f".art:has(:is(.r{n},.n{n}):target)" for n in range(1, most + 1)]
    lit = ",\n".join(f"{art} :is(.s{n},.w{n},.n{n})" for n, art in enumerate(hit, 1))
    inside = ",\n".join(f"{art} .n{n} :is(a,.ch,.how)" for n, art in enumerate(hit, 1))
    return f"{lit}{{background:var(--lit);color:var(--ink)}}\n{inside}{{color:inherit}}\n" if most else ""


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def _pile(articles: Sequence[Article]) -> dict[str, Any]:
    """The figures of the first paragraph."""
    dates = sorted(a.document.published for a in articles if a.document.published)
    statements = [s for a in articles for s in a.statements]
    return {
        "documents": len(articles),
        "outlets": len({a.document.outlet for a in articles if a.document.outlet}),
        "first": day(dates[0]) if dates else None,
        "last": day(dates[-1]) if dates else None,
        "undated": len(articles) - len(dates),
        "statements": sum(not s.attitude and not s.unsaid for s in statements),
        "attitudes": sum(s.attitude and not s.unsaid for s in statements),
        "unsure": sum(s.unsure for s in statements),
        "unsaid": sum(s.unsaid for s in statements),
    }
