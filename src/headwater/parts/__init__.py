"""Whose voice each passage of a page is."""

from headwater.parts.page import page_voice
from headwater.parts.station import VERSION, find_parts

__all__ = ["VERSION", "find_parts", "page_voice"]
