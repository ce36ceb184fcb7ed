"""The labels that the reader's heads give, in the order of their outputs."""

from __future__ import annotations

from typing import Literal, get_args

Role = Literal["source", "cue", "content"]
NameType = Literal[
    "person", "organisation", "location", "nationality", "weapon", "military_platform", "facility", "other"
]
ROLES: tuple[Role, ...] = get_args(Role)
NAMES: tuple[NameType, ...] = get_args(NameType)

ROLE_TAGS = ("O", *(f"{edge}-{role}" for role in ROLES for edge in "BI"))
"""Each role has a tag for its first word and one for those that go on with it."""
NAME_TAGS = ("O", *(f"{edge}-{name}" for name in NAMES for edge in "BI"))


def begins(kind: int) -> int:
    """The tag of the first word of role or name number ``kind``."""
    return 1 + 2 * kind


def goes_on(kind: int) -> int:
    """The tag of a further word of role or name number ``kind``."""
    return 2 + 2 * kind
