"""The report: one self-contained page to send to an editor."""

from headwater.report.page import render_report

__all__ = ["render_report"]
