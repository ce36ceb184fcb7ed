"""Whose voice each passage of a page is."""

from headwater.parts.page import UNKNOWN_PAGE, page_voice
from headwater.parts.posts import is_post
from headwater.parts.station import VERSION, find_parts

__all__ = ["UNKNOWN_PAGE", "VERSION", "find_parts", "is_post", "page_voice"]
