"""The object that the output contract describes, made from a reading."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING, Any

from headwater.records.codec import to_json

if TYPE_CHECKING:
    from headwater.records.reading import Reading

SCHEMA = "headwater/1"
"""The contract's number; it changes only when a field changes its meaning."""

LISTS: dict[str, tuple[str, ...]] = {
    "reading": ("entities", "mentions", "times", "figures"),
    "parts": ("parts", "stance"),
    "voices": ("attributions", "forecasts"),
    "events": ("events",),
}
"""What each station computes, lists but for ``stance``, by the names of the ``--stations`` option."""

ORDER = (
    "parts",
    "stance",
    "entities",
    "mentions",
    "times",
    "figures",
    "attributions",
    "forecasts",
    "events",
)
"""These in the contract's order."""


def annotation(reading: Reading, stations: Set[str] | None = None) -> dict[str, Any]:
    """``reading`` as the contract's object, with the lists of ``stations``.

    ``id`` is the document's ``source``: the id that was given with the text.

    Args:
        reading: what was made of one document.
        stations: the stations that ran, with all that they need; all by default.

    Raises:
        KeyError: for a station that the contract does not name.
    """
    document = reading.document
    wanted = {name for station in (LISTS if stations is None else stations) for name in LISTS[station]}
    head = {
        "schema": SCHEMA,
        "id": document.source,
        "outlet": document.outlet,
        "published": document.published,
    }
    lists = {name: to_json(getattr(reading, name, ())) for name in ORDER if name in wanted}
    return head | lists | {"problems": to_json(reading.problems)}
