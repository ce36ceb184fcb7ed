"""What may be unpacked of one archive, counted while unpacking."""

from __future__ import annotations

from dataclasses import dataclass

from headwater.records import HeadwaterError

TOTAL = 1_000_000_000
"""Bytes of all members together: some 20,000 saved pages, and a few minutes of unpacking at most."""

MEMBER = 50_000_000
"""Bytes of one member, which is held in memory: the largest saved pages have some 30 MB with pictures."""

RATIO = 200
"""Unpacked bytes to a packed one. Text packs to 1 in 3 to 1 in 10, logs to 1 in 50; bombs to 1 in 1,000."""

RATIO_FROM = 1_000_000
"""Bytes up to which no ratio is asked for: what is that small does no harm."""

MEMBERS = 100_000
"""Members of one archive, so that millions of empty ones cannot hold up a pile."""

DEPTH = 2
"""Archives in each other: a ZIP of ZIPs is met in practice, more only in bombs."""


class OverLimitError(HeadwaterError):
    """An archive goes beyond a limit; the message says which, ``whole`` whether all of it ends here."""

    def __init__(self, message: str, *, whole: bool) -> None:
        super().__init__(message)
        self.whole = whole


@dataclass(slots=True)
class Budget:
    """What may still be unpacked of one named file, archives within it included.

    Attributes:
        size: bytes of the file as it is packed.
        total: bytes that may still come out of it.
        members: how many members may still come out of it.
    """

    size: int
    total: int = TOTAL
    members: int = MEMBERS

    def __post_init__(self) -> None:
        self.total = min(self.total, max(RATIO_FROM, RATIO * self.size))

    def count(self) -> None:
        """Count one member.

        Raises:
            OverLimitError: if there were too many before.
        """
        if self.members <= 0:
            raise OverLimitError(f"it has more than {MEMBERS:,} members", whole=True)
        self.members -= 1

    def take(self, size: int) -> None:
        """Count ``size`` unpacked bytes.

        Raises:
            OverLimitError: if that is more than may come out of the file.
        """
        self.total -= size
        if self.total < 0:
            raise OverLimitError(self.spent(), whole=True)

    def spent(self) -> str:
        """What to tell where the budget is spent."""
        if RATIO * self.size < TOTAL:
            return f"it unpacks to more than {RATIO} times its size, as no article does"
        return f"it unpacks to more than {TOTAL // 1_000_000:,} MB"


def check_member(unpacked: int, packed: int) -> None:
    """Hold one member against its limits.

    Args:
        unpacked: bytes that have come out of it so far.
        packed: bytes that it has in the archive.

    Raises:
        OverLimitError: if it is too large, or larger than its packed bytes explain.
    """
    if unpacked > MEMBER:
        raise OverLimitError(f"it has more than {MEMBER // 1_000_000} MB", whole=False)
    if unpacked > RATIO_FROM and unpacked > RATIO * packed:
        raise OverLimitError(
            f"it unpacks to more than {RATIO} times its size, as no article does", whole=False
        )
