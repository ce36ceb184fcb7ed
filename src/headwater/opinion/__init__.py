"""Whether a page gives opinion or reports, and what its author expects to happen."""

from headwater.opinion.forecasts import find_forecasts
from headwater.opinion.stance import VERSION, find_stance

__all__ = ["VERSION", "find_forecasts", "find_stance"]
