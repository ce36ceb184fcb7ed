"""Numbers in a text and what they count."""

from headwater.reading.figures.find import find_figures

__all__ = ["find_figures"]
