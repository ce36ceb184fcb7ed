"""Who has spoken so far in a document."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict

from headwater.voices.cluster import Cluster
from headwater.voices.pronouns import Fitness

# A pronoun looks back this far for a speaker before it settles for any person named nearby.
SPEAKER_WINDOW = 900


class Spoken:
    """Who has spoken so far, and where."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._by_voice: defaultdict[Cluster, list[tuple[int, int, Cluster, bool]]] = defaultdict(list)
        self._number = 0

    def add(self, own: Cluster, at: int, cluster: Cluster, *, within: bool) -> None:
        """Note that ``cluster`` speaks at ``at`` in words of ``own``.

        ``within`` says that another's statement tells so, in a quotation or not.
        """
        self._number += 1
        insort(self._by_voice[own], (at, self._number, cluster, within), key=lambda e: e[:2])

    def before(self, own: Cluster, at: int, fits: Fitness, *, within: bool) -> dict[Cluster, int]:
        """Those that fit and were heard not too far before ``at``, the last to be heard first, and where.

        Who speaks within another's statement counts within such alone.
        """
        heard = self._by_voice.get(own, [])
        first = bisect_left(heard, at - SPEAKER_WINDOW, key=lambda e: e[0])
        stop = bisect_left(heard, at, key=lambda e: e[0])
        fitting = (
            (number, c, place)
            for place, number, c, told in heard[first:stop]
            if fits(c) and (within or not told)
        )
        found: dict[Cluster, int] = {}
        for _, c, place in sorted(fitting, key=lambda e: -e[0]):
            found.setdefault(c, place)
        return found
