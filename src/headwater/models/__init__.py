"""The models: the only package that opens weight files."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from headwater.models.files import absence, missing, weights_version
from headwater.models.said import Fit, Said

if TYPE_CHECKING:
    from headwater.models.session import Reader

__all__ = ["VERSION", "Fit", "Said", "absence", "reader"]

VERSION = weights_version()
"""The version of the reader's weights, ``none`` where they are absent."""


@cache
def reader() -> Reader | None:
    """The reader model of this process, opened when first asked for; ``None`` where its weights are absent.

    It holds no state that a text could change, so that sharing it changes no result.
    """
    if missing():
        return None
    from headwater.models.session import Reader  # noqa: PLC0415 - 0.4 s that showing a casefile does not need

    return Reader()
