"""Marks in a text: paragraphs, sentences, quotation marks, names, dates, figures."""

from headwater.reading.dates import with_carried_days
from headwater.reading.linkboxes import without_link_boxes
from headwater.reading.station import VERSION, read_marks

__all__ = ["VERSION", "read_marks", "with_carried_days", "without_link_boxes"]
