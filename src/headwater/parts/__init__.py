"""Whose voice each passage of a page is."""

from headwater.parts.page import UNKNOWN_PAGE, page_voice
from headwater.parts.station import VERSION, find_parts

__all__ = ["UNKNOWN_PAGE", "VERSION", "find_parts", "page_voice"]
