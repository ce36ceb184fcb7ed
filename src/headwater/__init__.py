"""Headwater: who says what in the news, on whose word, tied to the exact words."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from headwater.version import __version__

if TYPE_CHECKING:
    from headwater.case import Case, ReadReport
    from headwater.case import open_case as open  # noqa: A004 - `headwater.open` is what users call
    from headwater.export import annotation_schema
    from headwater.fetch import Fetching
    from headwater.intake import Given
    from headwater.records import CasefileError, HeadwaterError, InputError, Problem, Reading
    from headwater.report import render_report
    from headwater.stream import annotate, annotate_lines

__all__ = [
    "Case",
    "CasefileError",
    "Fetching",
    "Given",
    "HeadwaterError",
    "InputError",
    "Problem",
    "ReadReport",
    "Reading",
    "__version__",
    "annotate",
    "annotate_lines",
    "annotation_schema",
    "open",
    "render_report",
]

_HOMES = {
    "Case": "case:Case",
    "CasefileError": "records:CasefileError",
    "Fetching": "fetch:Fetching",
    "Given": "intake:Given",
    "HeadwaterError": "records:HeadwaterError",
    "InputError": "records:InputError",
    "Problem": "records:Problem",
    "ReadReport": "case:ReadReport",
    "Reading": "records:Reading",
    "annotate": "stream:annotate",
    "annotate_lines": "stream:annotate_lines",
    "annotation_schema": "export:annotation_schema",
    "open": "case:open_case",
    "render_report": "report:render_report",
}
"""Where each public name lives. They are loaded on first use, so that
``import headwater`` and ``headwater --help`` come at once."""


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'headwater' has no attribute {name!r}")
    module, attribute = _HOMES[name].split(":")
    return getattr(import_module(f"headwater.{module}"), attribute)


def __dir__() -> list[str]:
    return __all__
