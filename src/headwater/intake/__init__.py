"""A source becomes documents: pages, plain text, JSON Lines, folders, standard input."""

from headwater.intake.find import find_sources
from headwater.intake.given import Given
from headwater.intake.intake import Intake
from headwater.intake.language import language_of, language_problem
from headwater.intake.lines import BadLine, Record, document_of_record, parse_lines
from headwater.intake.read import read_source
from headwater.intake.source import Source, SourceProblem

VERSION = "1"

__all__ = [
    "VERSION",
    "BadLine",
    "Given",
    "Intake",
    "Record",
    "Source",
    "SourceProblem",
    "document_of_record",
    "find_sources",
    "language_of",
    "language_problem",
    "parse_lines",
    "read_source",
]
