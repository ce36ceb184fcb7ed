"""Whose voice each passage of a page is."""

from headwater.parts.page import UNKNOWN_PAGE, page_voice
from headwater.parts.posts import author_line
from headwater.parts.station import VERSION, find_parts

__all__ = ["UNKNOWN_PAGE", "VERSION", "author_line", "find_parts", "page_voice"]
