"""Frames of pages, and the key that filling one makes.

A frame is a page whose texts are slots, ``[[kind+mark*count@voice:words]]``:
``kind`` is a kind of part (or ``stamp``, ``pull``, ``other``, see below),
``mark`` sets a link (``a``) or bold words (``b``) into it, ``count`` repeats
the element that holds the slot alone, ``voice`` says whose words they are, ``words``
are given where they are not the next paragraph of a real text. ``((title))``
and ``((title json))`` set the headline without a key, as in a page's head.
Every other visible word is the page's own.

``stamp`` is a date or a time: any kind but running text is right for it.
``pull`` repeats a sentence of the paragraph before it and ``other`` is a
paragraph of another article, ``link`` a headline that leads there: none may be read.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml.html import HtmlElement, fromstring

FRAMES = Path(__file__).resolve().parent / "frames"
NEVER_READ = frozenset({"pull", "other", "link", "furniture"})
_SLOT = re.compile(
    r"\[\[(?P<kind>[a-z]+)(?:\+(?P<mark>[ab]))?"
    r"(?:@(?P<voice>[^\]:]+))?(?::(?P<words>[^\]]+))?\]\]"
)
_REPEATED = re.compile(
    r"(?P<open><(?P<tag>p|li)\b[^<>]*>)?(?P<slot>\[\[[^\]*]+)\*(?P<count>\d+)(?P<rest>[^\]]*\]\])"
    r"(?P<close></(?(tag)(?P=tag)|none)>|(?:<BR>)*)"
)
_OUTLET = re.compile(r'"og:site_name" content="([^"]+)"')
_COPIED = re.compile(r"<!--copy-->(.*)<!--/copy-->", re.DOTALL)
_SENTENCE = re.compile(r".+?[.?!][”\"’]?(?=\s|$)", re.DOTALL)
_UNSEEN = frozenset(
    {"head", "button", "script", "style", "noscript", "template", "svg", "select", "textarea", "iframe"}
)
_LINES = frozenset(
    "div section article header footer aside main li ul ol tr td table figure figcaption".split()
)
_PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "blockquote"})


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a page's text with what it is."""

    kind: str
    text: str
    voice: str | None = None


@dataclass(slots=True)
class Texts:
    """The real words that go into one page: its article, another one, and headlines of others."""

    title: str
    paragraphs: Iterator[str]
    others: Iterator[str]
    titles: Iterator[str]


@dataclass(frozen=True, slots=True)
class Framed:
    """A page and the key to it: its words in order, the page's own words, and the outlet."""

    name: str
    data: str
    pasted: bool
    key: tuple[Words, ...]
    own: tuple[str, ...]
    outlet: str | None = None


@dataclass(slots=True)
class _Filling:
    texts: Texts
    key: list[Words] = field(default_factory=list)

    def slot(self, found: re.Match[str]) -> str:
        kind, voice = found["kind"], found["voice"]
        text = html.unescape(found["words"]) if found["words"] else self._next(kind)
        self.key.append(Words(kind, text, voice))
        return _marked(text, found["mark"])

    def _next(self, kind: str) -> str:
        if kind == "headline":
            return self.texts.title
        if kind == "pull":
            return _first_sentence(next(w.text for w in reversed(self.key) if w.kind == "body"))
        if kind == "link":
            return next(self.texts.titles)
        return next(self.texts.others if kind in ("other", "quoted", "comment") else self.texts.paragraphs)


def _first_sentence(text: str) -> str:
    found = _SENTENCE.match(text)
    return found[0] if found else text


def _marked(text: str, mark: str | None) -> str:
    """``text`` as HTML, with a link or bold words over its third to sixth word where asked."""
    words = [html.escape(w, quote=False) for w in text.split(" ")]
    if mark == "a" and len(words) > 8:
        words[2:6] = [f'<a href="/x/{len(text)}">{" ".join(words[2:6])}</a>']
    elif mark == "b" and len(words) > 4:
        words[:2] = [f"<strong>{' '.join(words[:2])}</strong>"]
    return " ".join(words)


def fill(frame: str, texts: Texts) -> tuple[str, tuple[Words, ...]]:
    """The page and its words in the order of the page."""
    filling = _Filling(texts)
    page = _SLOT.sub(filling.slot, _titled(texts.title, _REPEATED.sub(_repeated, frame)))
    return page, tuple(filling.key)


def _repeated(found: re.Match[str]) -> str:
    one = f"{found['open'] or ''}{found['slot']}{found['rest']}{found['close']}"
    return "\n".join([one] * int(found["count"]))


def _titled(title: str, frame: str) -> str:
    escaped = html.escape(title)
    return frame.replace("((title))", escaped).replace("((title json))", json.dumps(title)[1:-1])


def framed(name: str, texts: Texts, *, pasted: bool) -> Framed:
    """The page of frame ``name``, as a file or as its article copied from a browser's window.

    Raises:
        ValueError: where a pasted page's frame does not say what is copied.
    """
    frame = (FRAMES / f"{name}.html").read_text(encoding="utf-8")
    outlet = _OUTLET.search(frame)
    if pasted:
        copied = _COPIED.search(frame)
        if copied is None:
            raise ValueError(f"frame {name} has no <!--copy--> ... <!--/copy-->")
        frame = copied[1]
    page, key = fill(frame, texts)
    own = tuple(
        line
        for line in copy_of(_SLOT.sub(" ", _REPEATED.sub(" ", _titled("", frame)))).split("\n")
        if line.strip(" ·|,–")
    )
    title = f"{name} pasted" if pasted else name
    return Framed(title, copy_of(page) if pasted else page, pasted, key, own, outlet[1] if outlet else None)


def copy_of(page: str) -> str:
    """The text that a browser puts on the clipboard: blocks on lines of their own, hidden ones left out."""
    text = "".join(_copied(fromstring(f"<div>{page}</div>" if "<body" not in page else page)))
    text = re.sub(r"[ \t\xa0]*\n[ \t]*", "\n", text.replace("\r", ""))
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _copied(element: HtmlElement) -> Iterator[str]:
    hidden = "hidden" in element.attrib or "display:none" in (element.get("style") or "")
    if isinstance(element.tag, str) and element.tag not in _UNSEEN and not hidden:
        around = "\n\n" if element.tag in _PARAGRAPHS else "\n" if element.tag in {*_LINES, "br"} else ""
        yield around
        yield re.sub(r"\s+", " ", element.text or "")
        for child in element:
            yield from _copied(child)
        yield "" if element.tag == "br" else around
    yield re.sub(r"\s+", " ", element.tail or "")
