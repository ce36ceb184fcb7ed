"""Which statement stands inside which, and the chain of voices of each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from headwater.records import Span, Spans
from headwater.voices.draft import Draft

_WHICH = len(", which ")


def parents(drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft the index of the innermost one whose content holds its cue.

    Where two hold each other's cue the shorter content is the inner one, so
    that parents never run in a circle. A statement relayed by ``citing`` stands
    inside the one that relays it.
    """
    sizes = [sum(map(len, d.content)) for d in drafts]
    contents, alike = _Contents(drafts), _by_content(drafts)
    return [_parent(i, drafts, sizes, contents, alike) for i in range(len(drafts))]


def _parent(
    i: int,
    drafts: Sequence[Draft],
    sizes: Sequence[int],
    contents: _Contents,
    alike: dict[Spans, list[int]],
) -> int | None:
    draft = drafts[i]
    anchor = (draft.cue or draft.content)[0]
    around = {j for j in contents.holding(anchor) if j != i and (sizes[j], -j) > (sizes[i], -i)}
    if draft.inherited:  # "condemned it ..., criticising the test": one speaker, not inside himself
        around = {j for j in around if drafts[j].source != draft.source}
    if draft.kind == "relay":
        around.update(j for j in alike[draft.content] if drafts[j].kind != "relay")
    return min(around, key=lambda j: (sizes[j], drafts[j].kind != "relay", j), default=None)


def _by_content(drafts: Sequence[Draft]) -> dict[Spans, list[int]]:
    found: dict[Spans, list[int]] = {}
    for i, draft in enumerate(drafts):
        found.setdefault(draft.content, []).append(i)
    return found


class _Contents:
    """The spans of content of all drafts, in order of the text."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._every = sorted((s.start, s.end, i) for i, d in enumerate(drafts) for s in d.content)
        self._farther = _farther([end for _, end, _ in self._every])

    def holding(self, span: Span) -> Iterator[int]:
        """The indices of the drafts whose content holds ``span``, nearest first."""
        k = bisect_right(self._every, span.start, key=lambda e: e[0]) - 1
        while k >= 0:
            _, end, draft = self._every[k]
            if end >= span.end:
                yield draft
                k -= 1
            else:
                k = self._farther[k]


def _farther(ends: Sequence[int]) -> list[int]:
    """For each end the index of the last one before it that lies farther on; -1 where none does."""
    found: list[int] = []
    for k, end in enumerate(ends):
        j = k - 1
        while j >= 0 and ends[j] <= end:
            j = found[j]
        found.append(j)
    return found


def ancestry(parent_of: Sequence[int | None], i: int) -> list[int]:
    """The indices of all parents of ``i``, outermost first."""
    out: list[int] = []
    at = parent_of[i]
    while at is not None:
        out.append(at)
        at = parent_of[at]
    return out[::-1]


def without_own_asides(
    text: str, drafts: Sequence[Draft], same_voice: Callable[[int, int], bool], parent_of: list[int | None]
) -> list[int | None]:
    """The parents, where "which it called a target" in the speaker's own words stands beside them."""
    out = list(parent_of)
    for i, parent in enumerate(parent_of):
        if parent is not None and _is_aside(text, drafts[i]) and same_voice(i, parent):
            out[i] = parent_of[parent]
    return out


def _is_aside(text: str, draft: Draft) -> bool:
    at = draft.source[0].start if draft.source else 0
    return text[max(0, at - _WHICH) : at].endswith(", which ")
