"""What a text may not do to the page that shows it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from markupsafe import Markup, escape

UNSHOWABLE = "\N{REPLACEMENT CHARACTER}"
"""Stands for a code point that no page can hold or that would deceive the eye."""

_PICTURES = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n\r"}
_OVERRIDES = {0x202D: UNSHOWABLE, 0x202E: UNSHOWABLE}
_CONTROLS = _PICTURES | _OVERRIDES | {0x7F: 0x2421} | dict.fromkeys(range(0x80, 0xA0), UNSHOWABLE)
_SURROGATE = re.compile("[\ud800-\udfff]")


def visible(text: str) -> str:
    """``text`` with everything that a page cannot show replaced visibly, one code point by one.

    Control characters become their pictures (U+2400 and on); lone surrogates,
    which UTF-8 cannot hold, and the bidirectional overrides, which can make
    words read as others, become U+FFFD. Offsets stay as they are.
    """
    return _SURROGATE.sub(UNSHOWABLE, text.translate(_CONTROLS))


def shown(value: object) -> object:
    """``value`` as the page's templates may print it: text passes through :func:`visible`.

    Markup stays as it is; it comes from the templates alone.
    """
    if isinstance(value, str) and not isinstance(value, Markup):
        return escape(visible(value))
    return value


def web_address(url: str | None) -> str | None:
    """``url`` if it is an http or https address with a host, else ``None``."""
    if url is None or url != visible(url) or any(c.isspace() for c in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:  # "http://[": shown as text, like every other non-address
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None
