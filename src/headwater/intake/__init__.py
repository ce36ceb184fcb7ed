"""A source becomes documents: pages, texts, files of offices and mail, tables, feeds, archives, folders."""

from headwater.intake.bundles.table import Columns
from headwater.intake.find import find_sources
from headwater.intake.given import Given
from headwater.intake.intake import Intake
from headwater.intake.language import language_of, language_problem
from headwater.intake.lines import BadLine, Record, document_of_record, parse_lines
from headwater.intake.read import BUNDLES, open_bundle, read_source
from headwater.intake.source import Source, SourceProblem
from headwater.intake.take import Taken, take

VERSION = "2"

__all__ = [
    "BUNDLES",
    "VERSION",
    "BadLine",
    "Columns",
    "Given",
    "Intake",
    "Record",
    "Source",
    "SourceProblem",
    "Taken",
    "document_of_record",
    "find_sources",
    "language_of",
    "language_problem",
    "open_bundle",
    "parse_lines",
    "read_source",
    "take",
]
