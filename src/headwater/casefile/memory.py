"""What a casefile remembers of sources that were given up: they are not tried again for nothing."""

from __future__ import annotations

from dataclasses import asdict

from headwater.casefile.given_up import Attempt, GivenUp
from headwater.casefile.store import Casefile
from headwater.intake import Source
from headwater.intake.expand import Archive
from headwater.records import Problem


class Memory:
    """The sources and archives that were given up in a casefile, as one run knows them.

    Args:
        casefile: where they are kept.
        intake: the version of the station that would try them again.
        retry: whether to try all of them again.
    """

    def __init__(self, casefile: Casefile, intake: str, *, retry: bool) -> None:
        self._casefile = casefile
        self._intake = intake
        self._retry = retry
        self._known = casefile.given_up()
        self._keys = {one.attempt.key for one in self._known}

    def of(self, item: Source | Archive) -> GivenUp | None:
        """How trying ``item`` ended before, if it was given up and would be again."""
        if self._retry or _key(item) not in self._keys:
            return None  # which spares nearly all a look at their bytes
        attempt = self._attempt(item)
        return next((one for one in self._known if one.attempt == attempt), None)

    def keep(self, item: Source | Archive, after: int, problem: Problem) -> None:
        """Remember that ``item`` was given up after so many sources and problems came out of it."""
        self._casefile.give_up(GivenUp(self._attempt(item), after, problem))

    def forget(self, item: Source | Archive) -> None:
        """Forget that ``item`` was given up, since now it was not."""
        if _key(item) in self._keys:
            self._casefile.forget_given_up(_key(item))

    def _attempt(self, item: Source | Archive) -> Attempt:
        if isinstance(item, Source):
            return Attempt(item.key, item.sha256, item.kind, {"charset": item.charset}, self._intake)
        facts = {"ending": item.named.ending, "columns": item.columns and asdict(item.columns)}
        return Attempt(item.named.key, item.sha256(), item.form, facts, self._intake)


def _key(item: Source | Archive) -> str:
    return item.key if isinstance(item, Source) else item.named.key
