"""A web server for the tests of fetching."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from fetch.webserver import Web, serving


@pytest.fixture
def web() -> Iterator[Web]:
    """A server on this machine."""
    with serving() as running:
        yield running
