"""What a page states of its article as JSON-LD (schema.org)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from headwater.records import Problem

_ARTICLE_ENDINGS = ("Article", "BlogPosting", "Report", "LiveBlogPosting", "SocialMediaPosting", "Statement")
_PAGE_TYPES = frozenset({"WebPage", "ItemPage"})
_MAX_NODES = 10_000  # a page states a handful; beyond that it is data, not metadata

Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Linked:
    """The article's node, the page's node, all nodes by ``@id``, and what could not be read."""

    article: Node
    page: Node
    by_id: dict[str, Node]
    problem: Problem | None = None

    def text(self, *path: str) -> str | None:
        """The first text under ``path`` in the article's node; references by ``@id`` are followed."""
        return next(iter(self.texts(*path)), None)

    def texts(self, *path: str) -> list[str]:
        """All texts under ``path`` in the article's node."""
        return list(self._texts(self.article, path))

    def _texts(self, value: object, path: tuple[str, ...]) -> Iterator[str]:
        if isinstance(value, list):
            for item in value:
                yield from self._texts(item, path)
        elif isinstance(value, dict):
            node = value if len(value) > 1 else self.by_id.get(str(value.get("@id")), value)
            if path:
                yield from self._texts(node.get(path[0]), path[1:])
        elif isinstance(value, str) and value.strip() and path in ((), ("name",)):
            # ``"author": "Jane Doe"`` says the same as ``"author": {"name": "Jane Doe"}``.
            yield value.strip()


def linked_data(root: HtmlElement, url: str | None = None) -> Linked:
    """The JSON-LD of a page; of several articles the one with the page's address, else the first."""
    nodes: list[Node] = []
    broken = 0
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            values = _loads(script.text or "")
            broken += values is None
            nodes.extend(_nodes(values))
    articles = [n for n in nodes if any(t.endswith(_ARTICLE_ENDINGS) for t in _types(n))]
    own = [n for n in articles if url and url in _addresses(n)]
    pages = [n for n in nodes if not _PAGE_TYPES.isdisjoint(_types(n))]
    by_id = {str(n["@id"]): n for n in nodes if "@id" in n and len(n) > 1}
    return Linked((own or articles or [{}])[0], (pages or [{}])[0], by_id, _broken(broken))


def _broken(count: int) -> Problem | None:
    if not count:
        return None
    what = f"the page states facts in a form that cannot be read (broken JSON-LD blocks: {count})"
    return Problem("metadata_broken", what, "check outlet, author and date; give what is wrong by hand")


def _loads(text: str) -> object:
    """The value of one script, or ``None`` where it is broken."""
    text = text.strip().removeprefix("<![CDATA[").removesuffix("]]>").strip().rstrip(";")
    if not text:
        return []
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: object) -> Iterator[Node]:
    """All objects of a JSON-LD value, from the outside inwards; no recursion."""
    queue = [value]
    for at in range(_MAX_NODES):
        if at >= len(queue):
            return
        item = queue[at]
        if isinstance(item, list):
            queue.extend(item)
        elif isinstance(item, dict):
            yield item
            queue.extend(v for v in item.values() if isinstance(v, dict | list))


def _types(node: Node) -> list[str]:
    value = node.get("@type")
    return [str(v) for v in (value if isinstance(value, list) else [value])]


def _addresses(node: Node) -> set[str]:
    page = node.get("mainEntityOfPage")
    values = [node.get("url"), node.get("@id"), page.get("@id") if isinstance(page, dict) else page]
    return {v for v in values if isinstance(v, str)}
