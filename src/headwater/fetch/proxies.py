"""The proxy that the environment names, for those who ask for it."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

import httpcore

from headwater.fetch.failures import FetchError, refused
from headwater.fetch.targets import Target


def proxy_for(target: Target) -> httpcore.Proxy | None:
    """The proxy for ``target`` by ``HTTP_PROXY``, ``HTTPS_PROXY``, ``ALL_PROXY`` and ``NO_PROXY``.

    Where none of these is set, macOS and Windows have the system's settings instead.

    Raises:
        FetchError: ``url_refused`` for one that is neither http nor https.
    """
    named = getproxies()
    address = named.get(target.scheme) or named.get("all")
    if not address or proxy_bypass(f"{target.host}:{target.port}"):
        return None
    try:
        parts = urlsplit(address if "://" in address else f"http://{address}")
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise _unusable() from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise _unusable()
    url = httpcore.URL(scheme=parts.scheme, host=parts.hostname, port=port, target="/")
    if not parts.username:
        return httpcore.Proxy(url)
    name, password = unquote(parts.username), unquote(parts.password or "")
    return httpcore.Proxy(url, auth=(name.encode(), password.encode()))


def _unusable() -> FetchError:
    # The proxy's address is not told: it may hold a password.
    return refused("the proxy that the environment names cannot be used", "name one of http or https")
