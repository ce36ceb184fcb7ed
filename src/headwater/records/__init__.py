"""The types that stations hand each other. Standard library only."""

from headwater.records.attribution import Attribution, ChainLink
from headwater.records.codec import from_json, to_json
from headwater.records.document import Document, Hint, document_id
from headwater.records.evidence import Evidence
from headwater.records.made import Made
from headwater.records.marks import Entity, Figure, Marks, Mention, Quote, Time
from headwater.records.occasion import Occasion
from headwater.records.parts import READ_KINDS, Part, Voice
from headwater.records.problems import CasefileError, HeadwaterError, InputError, Problem
from headwater.records.reading import Reading
from headwater.records.schema import schema_of
from headwater.records.spans import Span, Spans
from headwater.records.stance import Forecast, Stance, StanceReason

__all__ = [
    "READ_KINDS",
    "Attribution",
    "CasefileError",
    "ChainLink",
    "Document",
    "Entity",
    "Evidence",
    "Figure",
    "Forecast",
    "HeadwaterError",
    "Hint",
    "InputError",
    "Made",
    "Marks",
    "Mention",
    "Occasion",
    "Part",
    "Problem",
    "Quote",
    "Reading",
    "Span",
    "Spans",
    "Stance",
    "StanceReason",
    "Time",
    "Voice",
    "document_id",
    "from_json",
    "schema_of",
    "to_json",
]
