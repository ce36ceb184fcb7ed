"""Which statement stands inside which, and the chain of voices of each."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.records.spans import hull
from headwater.voices.draft import Draft


def parents(drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft the index of the innermost one whose content holds its cue.

    Where two hold each other's cue the shorter content is the inner one, so
    that parents never run in a circle. A statement relayed by ``citing`` stands
    inside the one that relays it.
    """
    sizes = [sum(map(len, d.content)) for d in drafts]
    found: list[int | None] = []
    for i, draft in enumerate(drafts):
        around = [
            (sizes[j], other.kind != "relay", j)
            for j, other in enumerate(drafts)
            if j != i and (_relays(other, draft) or (_holds(other, draft) and _outer(sizes, j, i)))
        ]
        found.append(min(around)[2] if around else None)
    return found


def _relays(outer: Draft, inner: Draft) -> bool:
    """Whether ``inner`` is the source that ``outer`` cites for the same content."""
    return inner.kind == "relay" and outer.kind != "relay" and outer.content == inner.content


def _outer(sizes: Sequence[int], j: int, i: int) -> bool:
    return (sizes[j], -j) > (sizes[i], -i)


def _holds(outer: Draft, inner: Draft) -> bool:
    anchor = inner.cue or inner.content
    return any(c.contains(hull(anchor[:1])) for c in outer.content)


def ancestry(parent_of: Sequence[int | None], i: int) -> list[int]:
    """The indices of all parents of ``i``, outermost first."""
    out: list[int] = []
    at = parent_of[i]
    while at is not None:
        out.insert(0, at)
        at = parent_of[at]
    return out
