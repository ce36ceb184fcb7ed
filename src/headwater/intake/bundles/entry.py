"""One article out of a file of many, as a source of its own."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields

from headwater.intake.given import Given
from headwater.intake.moments import iso_moment
from headwater.intake.source import Source


@dataclass(frozen=True, slots=True)
class Entry:
    """What a file says of one of its articles.

    Attributes:
        text: the article as plain text, taken as it is;
        html: or as a piece of a page;
        paragraphs: or as paragraphs, with ``dek`` between them and the headline.
        id: what the file calls it; its source key where it is stated.
        title, author, outlet, url: as stated.
        published: ISO 8601 date or date-time.
    """

    text: str | None = None
    html: str | None = None
    paragraphs: tuple[str, ...] = ()
    dek: str | None = None
    id: str | None = None
    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None

    @property
    def stated(self) -> Given:
        """Its facts."""
        return Given(self.outlet, self.author, self.published, self.title, self.url)

    def to_bytes(self) -> bytes:
        """The entry as JSON: the same entry gives the same bytes."""
        values = {name: value for name, value in asdict(self).items() if value}
        return json.dumps(values, sort_keys=True).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> Entry:
        """The entry that :meth:`to_bytes` wrote.

        Raises:
            ValueError: for other bytes.
        """
        values = json.loads(data)
        if not isinstance(values, dict) or not values.keys() <= _NAMES:
            raise ValueError("these bytes are no entry")
        paragraphs = tuple(values.pop("paragraphs", ()))
        if not all(isinstance(v, str) for v in (*values.values(), *paragraphs)):
            raise ValueError("an entry holds text only")
        if iso_moment(values.get("published", "2000-01-01")) is None:
            raise ValueError("the entry's date is none")
        return cls(**values, paragraphs=paragraphs)


_NAMES = frozenset(f.name for f in fields(Entry))


def entry_source(entry: Entry, key: str, name: str, given: Given) -> Source:
    """``entry`` as a source.

    Args:
        entry: the article.
        key: its source key where it states no id.
        name: what the user sees.
        given: what the user states.
    """
    return Source(entry.id or key, name, entry.to_bytes(), "entry", given)
