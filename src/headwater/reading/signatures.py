"""How a post of a network is signed where a page shows it: "— Ada Roe (@adaroe) May 2, 2018"."""

from __future__ import annotations

import re

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
SIGNATURE = re.compile(
    r"(?:—|–|--)\s?(?P<name>[^—–\n(@]{2,60}?) \(@\w{1,20}\),? "
    rf"(?P<day>{_MONTH} \d{{1,2}}, \d{{4}}|\d{{1,2}} {_MONTH},? \d{{4}})"
)
"""Groups: the ``name`` of whoever signs, and the ``day``."""
