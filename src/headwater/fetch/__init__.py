"""Pages from the web: only what the user names, and only from machines that are open to anybody.

The one package that uses the network. It gives sources to ``intake`` and knows
nothing of what is read from them. :func:`headwater.fetch.sources.fetch_sources`
does the work; it is not loaded here, since most runs fetch nothing.
"""

from headwater.fetch.options import Fetching
from headwater.fetch.targets import is_web_address

__all__ = ["Fetching", "is_web_address"]
