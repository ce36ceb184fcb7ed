"""Numbers in a text and what they count."""

from headwater.reading.figures.find import find_figures, find_toll
from headwater.reading.figures.totals import Toll

__all__ = ["Toll", "find_figures", "find_toll"]
