"""What a site lets programs read: its robots.txt (RFC 9309)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from protego import Protego

from headwater.fetch.failures import FetchError, by_robots, robots_unreadable
from headwater.fetch.targets import Target

AGENT = "headwater"
"""The name by which a robots.txt means this tool."""

MAX_BYTES = 512_000  # RFC 9309, 2.5: at least 500 kibibytes are to be read
LONGEST_PAUSE = 30.0  # seconds; a site may ask for a longer pause, but then it names no pause for readers
_AGENT_LINE = re.compile(r"\s*user[-\s]*agent[\s:]+([^#]*)", re.IGNORECASE)
_PASSED_ON = frozenset({"fetch_failed", "fetch_timeout", "url_refused"})


@dataclass(frozen=True, slots=True)
class Allowed:
    """What one site's file says."""

    file: Protego

    def pause(self) -> float:
        """Seconds between two pages that the site asks for, within reason."""
        wished = self.file.crawl_delay(AGENT) or 0.0
        return min(wished, LONGEST_PAUSE) if wished > 0 else 0.0


Answer = tuple[int, bytes]


class Robots:
    """The files of all sites that one run asks; each is asked for once.

    Args:
        ask: gives status and bytes of the file of a target's site.
    """

    def __init__(self, ask: Callable[[Target], Answer]) -> None:
        self._ask = ask
        self._known: dict[str, Allowed | FetchError] = {}

    def require(self, target: Target) -> float:
        """The pause in seconds that the site asks for, if the page may be read.

        Raises:
            FetchError: ``robots_refused``; ``robots_unreadable`` where the site
                has a fault; or what kept the site from being asked.
        """
        if target.origin not in self._known:
            self._known[target.origin] = self._learn(target)
        said = self._known[target.origin]
        if isinstance(said, FetchError):
            raise FetchError(said.problem)
        if not said.file.can_fetch(target.url, AGENT):
            raise by_robots(target.host)
        return said.pause()

    def _learn(self, target: Target) -> Allowed | FetchError:
        file = Target(target.scheme, target.host, target.port, "/robots.txt")
        try:
            status, data = self._ask(file)
        except FetchError as error:
            # A site that cannot be reached at all is told as such; an odd file is the site's fault.
            return error if error.problem.code in _PASSED_ON else _unreadable(target, error.problem.what)
        if status == 429 or status >= 500:
            return _unreadable(target, f"its robots.txt gives status {status}")
        # Any other status but success: there is no such file, so everything may be read (2.3.1.3).
        text = data.decode("utf-8-sig", "replace") if status == 200 else ""
        return Allowed(parse_robots(text))


def parse_robots(text: str) -> Protego:
    """A file with the names of all other programs made one.

    The parser keeps a set of rules for each name and adds each rule to all sets
    of its group, so a file of many names and many rules would take minutes.
    """
    return Protego.parse("\n".join(map(_renamed, text.splitlines())))


def _renamed(line: str) -> str:
    found = _AGENT_LINE.match(line)
    if found is None or not found[1].strip():
        return line
    name = found[1].strip().lower()
    if name != "*":
        name = name.replace("*", "") or "*"
    return f"User-agent: {name if name == '*' or AGENT.startswith(name) else 'another'}"


def _unreadable(target: Target, why: str) -> FetchError:
    return robots_unreadable(target.host, why)
