"""Why something was not fetched, as a problem with what to do."""

from __future__ import annotations

import re

from headwater.records import Problem

BY_HAND = "save the page in your browser and add the file"
_LOOK = "look at the address"


class FetchError(Exception):
    """Something that was not fetched; ``problem`` tells why and what to do. Never leaves this package."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.what)
        self.problem = problem


def refused(what: str, todo: str = _LOOK) -> FetchError:
    """An address that is not asked at all."""
    return FetchError(Problem("url_refused", what, todo))


def failed(what: str, todo: str = f"try again later, or {BY_HAND}") -> FetchError:
    """A connection or an answer that did not come about."""
    return FetchError(Problem("fetch_failed", what, todo))


def timed_out(seconds: float) -> FetchError:
    """More than the time that one page may take."""
    what = f"the page did not come within {seconds:g} seconds"
    return FetchError(Problem("fetch_timeout", what, f"try again later, or {BY_HAND}"))


def too_large(limit: int) -> FetchError:
    """More bytes than one page may have."""
    return FetchError(Problem("fetch_too_large", f"the page has more than {limit:,} bytes", BY_HAND))


def too_many_redirects(limit: int) -> FetchError:
    """A page that sends on and on."""
    what = f"the page sends on to another address more than {limit} times"
    return FetchError(Problem("fetch_redirects", what, f"open it in your browser; {BY_HAND}"))


def by_robots(host: str) -> FetchError:
    """A page that the site keeps from programs."""
    what = f"the site does not want programs to read this page (robots.txt of {host})"
    return FetchError(Problem("robots_refused", what, BY_HAND))


def robots_unreadable(host: str, why: str) -> FetchError:
    """A site that does not say what programs may read, which counts as a refusal (RFC 9309, 2.3.1.4)."""
    what = f"the site does not tell what programs may read ({why}), so nothing of {host} is read"
    return FetchError(Problem("robots_unreadable", what, f"try again later, or {BY_HAND}"))


def wrong_kind(what: str, todo: str = BY_HAND) -> FetchError:
    """An answer that holds no article in a form that is read."""
    return FetchError(Problem("page_kind_unread", what, todo))


def status_failure(status: int, wait: str | None = None) -> FetchError:
    """What an answer's status other than success means.

    Args:
        status: the status code (RFC 9110, section 15).
        wait: the answer's ``Retry-After``, told where it is a number of seconds.
    """
    if status in (404, 410):
        what = f"the page is not there any more (status {status})"
        return FetchError(Problem("page_gone", what, "look at the address, or look for it in a web archive"))
    if status in (401, 402, 403, 407, 429, 451):
        return FetchError(Problem("page_closed", _CLOSED[status] + _wait(wait), BY_HAND))
    if status >= 500:
        return failed(f"the site has a fault (status {status}){_wait(wait)}")
    return failed(f"the site gave no page (status {status})", BY_HAND)


_SECONDS = re.compile(r"[0-9]{1,6}")
_CLOSED = {
    401: "the page asks for a login (status 401)",
    402: "the page asks for payment (status 402)",
    403: "the site does not give the page to programs, or asks for a login (status 403)",
    407: "a proxy on the way asks for a login (status 407)",
    429: "the site finds that it was asked too often (status 429)",
    451: "the page is withheld for legal reasons (status 451)",
}


def _wait(seconds: str | None) -> str:
    return f"; it asks to wait {int(seconds)} seconds" if seconds and _SECONDS.fullmatch(seconds) else ""
