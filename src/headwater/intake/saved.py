"""Pages that a browser saved into one file, with the address at which they stood."""

from __future__ import annotations

import re
from dataclasses import replace

from headwater.intake.given import Given
from headwater.intake.html import read_html
from headwater.intake.intake import Intake
from headwater.intake.source import Source

# SingleFile, and the mark that Chrome and Edge leave ("saved from url=(0030)https://...").
_SAVED = re.compile(
    rb"<!--\s*(?:Page saved with SingleFile\s+url:|saved from url=\(\d+\))\s*(https?://[^\s<>\"']{1,2000})",
    re.IGNORECASE,
)
_HEAD = 4096  # bytes; both stand before the page's head


def read_page(source: Source) -> Intake:
    """The document of a page; the address that a browser noted in it counts where the page states none."""
    saved = _SAVED.search(source.data[:_HEAD])
    if saved is not None and source.stated.url is None:
        address = Given(url=saved[1].decode("utf-8", "replace"))
        source = replace(source, stated=source.stated.over(address))
    return read_html(source)
