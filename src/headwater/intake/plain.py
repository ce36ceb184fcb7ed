"""Plain text: taken as it is."""

from __future__ import annotations

from headwater.intake.charset import decode_text
from headwater.intake.intake import Intake
from headwater.intake.result import intake_of
from headwater.intake.source import Source


def read_text(source: Source) -> Intake:
    """The document of a text: decoded to the code point, no hints, the facts that came with it."""
    decoded = decode_text(source.data, source.charset)
    return intake_of(source, decoded.text, problems=[decoded.problem])
