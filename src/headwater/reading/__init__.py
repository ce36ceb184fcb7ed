"""Marks in a text: paragraphs, sentences, quotation marks, names, dates, figures."""

from headwater.reading.dates import with_carried_days
from headwater.reading.linkboxes import blanked, link_boxes
from headwater.reading.station import VERSION, read_marks

__all__ = ["VERSION", "blanked", "link_boxes", "read_marks", "with_carried_days"]
